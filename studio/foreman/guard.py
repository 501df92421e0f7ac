"""Looks after one run: one worker after the other until the run has ended, in whatever way."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from studio.durable import disk_problem
from studio.errors import DiskProblem, SpaceProblem
from studio.events import KeptAwake, RestartPlanned, RunEnded, WorkerEnded, WorkerSpawned
from studio.foreman.awake import Awake
from studio.foreman.queue import Wanted
from studio.foreman.vigil import Vigil
from studio.foreman.worker import Worker
from studio.job import Order
from studio.runs.endings import (
    ENDINGS,
    RESTART,
    TRIES,
    Ending,
    ending_of,
    in_words,
    newest_checkpoint,
    what_is_kept,
)
from studio.runs.exit_codes import HUNG, NOT_MINE, REGROUPED
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal
from studio.runs.resumed import set_checkpoints_aside
from studio.settings import read_settings

_DISK_SECONDS = 5.0
_BACKOFF_SECONDS = (1.0, 5.0, 30.0)
_ORPHAN_SECONDS = 3600.0
"""What a worker whose foreman was killed gets to finish its update, save and leave."""


def look_after(
    wanted: Wanted,
    start_worker: Callable[[], Worker],
    leaving: Callable[[], bool],
    keep_vigil: Callable[[RunFolder, Journal, int], Vigil] = Vigil,
) -> Ending | None:
    """Work on a run until it has ended. None where this process must leave: the next foreman goes on.

    The caller holds the run's lease. The computer is kept awake meanwhile.
    """
    run = wanted.run
    with PatientJournal(run.foreman_events, leaving) as journal:
        if wanted.given_up:
            return _end(journal, run, Ending("cancelled"))
        vigil, awake = keep_vigil(run, journal, wanted.commands_from), Awake()
        try:
            if read_settings(run.home).keep_awake:
                journal.append(KeptAwake(held=awake.hold()))
            ending = _try_again_and_again(wanted, journal, start_worker, leaving, vigil)
        except DiskProblem as problem:
            ending = Ending("failed", problem.title, problem.hint)
        finally:
            awake.release()
            vigil.end()
        return ending and _end(journal, run, ending)


def _try_again_and_again(
    wanted: Wanted, journal: Journal, start_worker: Callable[[], Worker], leaving: Callable[[], bool], vigil: Vigil
) -> Ending | None:
    """One worker after the other."""
    run = wanted.run
    attempt, tries, reached, began = wanted.attempts, 0, newest_checkpoint(run), time.monotonic()
    while True:
        lost = vigil.wait(leaving)
        if leaving():
            return None
        if vigil.has_no_worker:  # what it waits for did not come
            return Ending("failed", f"{lost}.", f"{RESTART} {what_is_kept(run)}") if lost else Ending("cancelled")
        attempt += 1
        worker = _begin(wanted, journal, start_worker, attempt)
        vigil.begin_worker()
        exit_code = worker.wait(leaving, lambda worker=worker: _watch(worker, vigil))
        if exit_code is None:
            return None
        if vigil.worker_hangs and exit_code not in ENDINGS:
            exit_code = HUNG
        journal.append(WorkerEnded(exit_code=exit_code, attempt=attempt))
        if (ending := ending_of(run, exit_code)) is not None:
            return ending
        if exit_code == SpaceProblem.exit_code:
            vigil.wait_for_space(in_words(run, exit_code).title)
        as_asked = exit_code == REGROUPED
        by_orphan = exit_code == NOT_MINE and time.monotonic() - began < _ORPHAN_SECONDS
        if (now := newest_checkpoint(run)) != reached or vigil.waiting is not None or as_asked or by_orphan:
            tries, reached = 0, now
        tries += 1
        if tries >= TRIES:
            return in_words(run, exit_code)
        if vigil.has_no_worker or as_asked:
            continue
        pause = _BACKOFF_SECONDS[tries - 1]
        journal.append(RestartPlanned(in_seconds=pause, attempt=attempt + 1))
        if _slept(pause, leaving):
            return None


def _begin(wanted: Wanted, journal: Journal, start_worker: Callable[[], Worker], attempt: int) -> Worker:
    """A worker at work. Raises DiskProblem where it should begin again and the checkpoints cannot be set aside."""
    run, commands_from = wanted.run, wanted.commands_from
    from_start = wanted.from_start and attempt == wanted.attempts + 1
    if from_start:
        try:
            set_checkpoints_aside(run)
        except OSError as problem:
            raise disk_problem(problem, "The checkpoints could not be set aside") from problem
    worker = start_worker()
    journal.append(WorkerSpawned(pid=worker.pid, attempt=attempt, commands_from=commands_from, from_start=from_start))
    worker.give(Order(folder=str(run.path), attempt=attempt, commands_from=commands_from))
    return worker


def _watch(worker: Worker, vigil: Vigil) -> None:
    vigil.look()
    if vigil.worker_hangs:
        worker.break_off()
    elif vigil.worker_is_lost:
        worker.kill()


class PatientJournal(Journal):
    """Waits while the disk takes nothing: a foreman that died of a full disk could not tell what happened."""

    def __init__(self, path: Path, leaving: Callable[[], bool]) -> None:
        super().__init__(path, flush_each=True)
        self._leaving = leaving

    def append(self, entry: msgspec.Struct) -> None:
        """Add one line as soon as there is room. Raises OSError only where this process must leave."""
        while True:
            try:
                return super().append(entry)
            except OSError:
                if _slept(_DISK_SECONDS, self._leaving):
                    raise


def _end(journal: Journal, run: RunFolder, ending: Ending) -> Ending:
    heard = run.commands.stat().st_size if run.commands.exists() else 0
    journal.append(RunEnded(outcome=ending.outcome, commands_to=heard, title=ending.title, hint=ending.hint))
    return ending


def _slept(seconds: float, leaving: Callable[[], bool]) -> bool:
    """Wait; True as soon as this process must leave."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if leaving():
            return True
        time.sleep(0.05)
    return False
