"""For all tests: few threads, so that they neither disturb each other nor crawl on a busy machine; no network."""

import gc
import os
import signal
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")  # never the user's own
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHONDONTWRITEBYTECODE"] = ""  # or each of some hundred processes would compile the program anew
sys.dont_write_bytecode = False
os.environ["XDG_CONFIG_HOME"] = str(Path(tempfile.gettempdir(), "nightshift-tests-config"))  # never the user's own

from tests.support.models import SHARED

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background ignores it, and children inherit

_READ_THERE = {"DATA", "SHARED", "TOKENIZERS", "make_model", "copy_tokenizer"}
_MANY_MODULES = 500
_LOADED = pytest.StashKey[int]()
_LONG_FIRST = ("e2e", "engine", "after", "packaging", "installation", "ui", "planning", "data")
"""Folders, those whose files take longest first: begun last, one of them would keep all the others waiting."""


def pytest_runtest_setup(item):
    """Modules stay: once many were loaded, no collection of garbage looks through them again. A test that runs out of
    memory, and so collects it, spent half of its time there."""
    if len(sys.modules) > item.config.stash.get(_LOADED, 0) + _MANY_MODULES:
        item.config.stash[_LOADED] = len(sys.modules)
        gc.collect()
        gc.freeze()


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="also the slow storms: processes killed in every way")


def pytest_configure(config):
    """Examples are the same each time, and may take as long as they do; with --full they are drawn anew."""
    hypothesis.settings.register_profile(
        "studio",
        deadline=None,
        database=None,
        derandomize=not config.getoption("--full"),
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.load_profile("studio")


def pytest_collection_modifyitems(config, items):
    """Storms run with --full, and what takes long begins first. Real datasets and tokenizers lie beside the checkout;
    where they do not, the tests that read them say so."""
    if not config.getoption("--full"):
        storms = [item for item in items if item.get_closest_marker("storm")]
        config.hook.pytest_deselected(items=storms)
        items[:] = [item for item in items if item not in storms]
    items.sort(key=_place)
    if SHARED.is_dir():
        return
    for item in items:
        if _READ_THERE & set(vars(item.module)):
            item.add_marker(pytest.mark.skip(reason="needs the real datasets beside the checkout"))


def _place(item):
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return _LONG_FIRST.index(folder) if folder in _LONG_FIRST else len(_LONG_FIRST)
