"""What libraries would keep in memory for nothing is not kept."""

from __future__ import annotations

import subprocess
import sys


def _said(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_no_source_of_a_module_is_kept_though_pyside_reads_them() -> None:
    opened = "import linecache, ui.app, ui.conductor; print(len(linecache.cache))"
    assert int(_said(opened)) <= 5
    kept = opened.replace("import linecache, ui", "import linecache, sys, ui; sys.meta_path.pop(0); import ui", 1)
    assert int(_said(kept)) > 100


def test_the_plot_comes_without_all_of_qts_names_and_finds_each_it_asks_for() -> None:
    told = _said(
        "from ui.lean import qt_name_by_name\n"
        "with qt_name_by_name(): import pyqtgraph\n"
        "from PySide6 import QtCore\n"
        "from pyqtgraph.Qt import QtCore as mirror\n"
        "few = len(vars(mirror)) < len(vars(QtCore)) / 2\n"
        "print(few, mirror.QTimer is QtCore.QTimer, 'QTimer' in dir(QtCore), hasattr(mirror, 'QNothing'))"
    )
    assert told == "True True True False"
