"""For all tests: few threads, so that they neither disturb each other nor crawl on a busy machine; no network."""

import gc
import os
import signal
import sys
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")  # never the user's own
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CONFIG_HOME"] = str(Path(tempfile.gettempdir(), "nightshift-tests-config"))  # never the user's own

from tests.support.models import SHARED

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background ignores it, and children inherit

_READ_THERE = {"DATA", "SHARED", "TOKENIZERS", "make_model", "copy_tokenizer"}


_MANY_MODULES = 500
_modules_kept = 0


def pytest_runtest_logstart():
    """Modules stay: once many were loaded, no collection of garbage looks through them again, which took half of the
    time of tests that run out of memory."""
    global _modules_kept
    if len(sys.modules) > _modules_kept + _MANY_MODULES:
        _modules_kept = len(sys.modules)
        gc.collect()
        gc.freeze()


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="also the slow storms: processes killed in every way")


def pytest_collection_modifyitems(config, items):
    """Storms run with --full. Real datasets and tokenizers lie beside the checkout; where they do not, the tests that
    read them say so."""
    if not config.getoption("--full"):
        storms = [item for item in items if item.get_closest_marker("storm")]
        config.hook.pytest_deselected(items=storms)
        items[:] = [item for item in items if item not in storms]
    if SHARED.is_dir():
        return
    for item in items:
        if _READ_THERE & set(vars(item.module)):
            item.add_marker(pytest.mark.skip(reason="needs the real datasets beside the checkout"))
