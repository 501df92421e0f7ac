"""The order in which waiting runs are worked on, where somebody chose one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from studio.durable import disk_problem, write_file
from studio.paths import Home
from studio.runs.folder import RunFolder

T = TypeVar("T")


def read_order(home: Home) -> list[str]:
    """Names of runs in the order that was chosen; empty where none was."""
    try:
        return msgspec.json.decode(home.queue_order.read_bytes(), type=list[str])
    except (OSError, msgspec.DecodeError):
        return []


def write_order(home: Home, names: Sequence[str]) -> None:
    """Work on these runs in this order. Raises DiskProblem."""
    try:
        write_file(home.queue_order, msgspec.json.encode(list(names)) + b"\n")
    except OSError as problem:
        raise disk_problem(problem, "The order could not be kept") from problem


def in_order(runs: Sequence[RunFolder], order: Sequence[str]) -> list[RunFolder]:
    """`runs`, oldest first, with those named in `order` in that order; every other run keeps its place.

    A run that is younger than the order comes last, and one that was interrupted before all that wait comes first.
    """
    by_name = {run.name: run for run in runs}
    named = [name for name in dict.fromkeys(order) if name in by_name]
    chosen = iter(named)
    among = frozenset(named)
    return [by_name[next(chosen)] if run.name in among else run for run in runs]
