"""Keeps out of memory what PySide and pyqtgraph would keep there and nothing in the window uses."""

from __future__ import annotations

import linecache
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import MetaPathFinder
from types import ModuleType


class _Forgetter(MetaPathFinder):
    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        del fullname, path, target
        linecache.clearcache()


def forget_sources() -> None:
    """PySide reads the source of each module that is imported, to see whether it names PySide, and Python would keep
    all of them: 15 MB. From now on none is kept for longer than until the next import."""
    if not any(isinstance(finder, _Forgetter) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Forgetter())


class _Mirror(ModuleType):
    """A module of Qt under another name: what is asked for is looked up then."""

    def __init__(self, name: str, source: ModuleType) -> None:
        super().__init__(name, f"{source.__name__}, name by name.")
        self._source = source

    def __getattr__(self, name: str) -> object:
        found = getattr(self._source, name)
        setattr(self, name, found)
        return found


_MIRRORED = ("QtCore", "QtGui", "QtWidgets")


@contextmanager
def qt_name_by_name() -> Iterator[None]:
    """In it pyqtgraph is imported. It would copy every name of three modules of Qt into modules of its own, which makes
    all of Qt's classes for Python: a tenth of a second and 6 MB. Here these are mirrors, and there is nothing to copy.
    """
    sources = [import_module(f"PySide6.{name}") for name in _MIRRORED]
    for name, source in zip(_MIRRORED, sources, strict=True):
        sys.modules.setdefault(f"pyqtgraph.Qt.{name}", _Mirror(f"pyqtgraph.Qt.{name}", source))
        vars(source)["__dir__"] = lambda: ()  # what `dir` says of a module (PEP 562)
    try:
        yield
    finally:
        for source in sources:
            del vars(source)["__dir__"]
