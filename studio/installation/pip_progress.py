"""Reads how far pip is from what it prints."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNITS = {"bytes": 1, "kB": 10**3, "KiB": 2**10, "MB": 10**6, "MiB": 2**20, "GB": 10**9, "GiB": 2**30}
_DOWNLOADING = re.compile(r"\s*Downloading (?:\S*/)?(\S+) \(([\d.]+) ?(\w+)\)")
_PROGRESS = re.compile(r"Progress (\d+) of (\d+)")
_COLLECTING = re.compile(r"(?:Collecting|Processing) (?:\S*/)?([\w.-]+)")
_INSTALLING = re.compile(r"Installing collected packages: (.+)")


class Progress(NamedTuple):
    """How far an installation is."""

    what: str = ""
    """The package that is fetched now."""
    done_bytes: int = 0
    """Fetched of it."""
    total_bytes: int = 0
    """Its size; 0: not known."""
    fetched_bytes: int = 0
    """Fetched in all."""
    placing: int = 0
    """Packages that are put in place now, once all are fetched."""


class PipOutput:
    """Folds pip's lines, also those of `--progress-bar raw`, into a Progress."""

    def __init__(self) -> None:
        self.now = Progress()
        self._before = 0
        self._rest = ""

    def hear(self, text: str) -> bool:
        """What was printed since; whether it changed anything."""
        before = self.now
        *lines, self._rest = (self._rest + text).split("\n")
        for line in lines:
            self._line(line.rstrip())
        return self.now != before

    def _line(self, line: str) -> None:
        if found := _PROGRESS.match(line):
            done, total = int(found[1]), int(found[2])
            self.now = self.now._replace(done_bytes=done, total_bytes=total, fetched_bytes=self._before + done)
        elif found := _DOWNLOADING.match(line):
            self._begin(found[1], round(float(found[2]) * _UNITS.get(found[3], 1)))
        elif found := _COLLECTING.match(line):
            self._begin(found[1], 0)
        elif found := _INSTALLING.match(line):
            self._begin("", 0)
            self.now = self.now._replace(placing=found[1].count(",") + 1)

    def _begin(self, what: str, total: int) -> None:
        self._before = self.now.fetched_bytes
        self.now = Progress(what=what.removesuffix(".metadata"), total_bytes=total, fetched_bytes=self._before)
