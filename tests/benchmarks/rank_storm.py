"""Random blows to the processes of runs of several ranks: what is lost, what stays behind.

Called by `python -m tests.benchmarks.kill_storm --ranks 2 [--divided] [--regroup]`. Many short runs in one home, one
after another, so that ranks are often hit while they load, meet, save and write the result. The end must be
bit-identical with that of an undisturbed run of as many ranks; where their number changes, the same within rounding.
"""

from __future__ import annotations

import math
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from safetensors.numpy import load_file

from studio.commands import Resume
from studio.events import StageStarted, UpdateFinished
from studio.foreman.requests import send
from studio.foreman.start import ensure_foreman
from studio.runs.folder import RunFolder
from studio.runs.lease import holder_of, is_held
from studio.runs.row_losses import RowLosses
from tests.benchmarks.kill_storm import Storm, living_in, outcome, told, unreadable

_EFFECTIVE_BATCH = 32
_BLOWS = {
    "rank 0 killed": 3,
    "another rank killed": 4,
    "foreman killed": 2,
    "two killed at once": 2,
    "whole group killed": 2,
    "a rank stopped for a while": 3,
    "rank 0 killed while another stands still": 2,
    "asked to leave by SIGTERM": 2,
}
"""What happens, and how often beside the others."""


@dataclass(frozen=True)
class Variant:
    """What kind of runs."""

    ranks: int
    divided: bool = False
    regroup: bool = False

    @property
    def arguments(self) -> tuple[str, ...]:
        """Of `nightshift train`. The micro-batch is given: a plan made in another minute may split otherwise."""
        divided = ("--method", "full", "--divide") if self.divided else ()
        return ("--device", "cpu", "--gpus", str(self.ranks), "--micro-batch", "8", *divided)


class RankStorm(Storm):
    """Short runs in one home, struck at random instants."""

    def __init__(self, folder: Path, seed: int, variant: Variant) -> None:
        super().__init__(folder, seed)
        self._variant, self._home = variant, folder
        self.blows: Counter[str] = Counter()
        self.instants: Counter[str] = Counter()
        self.left_behind: list[str] = []

    def run_through(self, updates: int, name: str, blows: int) -> RunFolder:
        """One run from its start to its end, with so many blows, the last of them while the result is written."""
        run = self.start(updates, name, 0.2, *self._variant.arguments)
        for number in range(blows):
            self._wait_for_instant(run, at_the_end=number == blows - 1)
            if self._over(run):
                break
            self._strike(run)
            self._wait_for_next_life(run, 0)
        self.blow(run, 0)
        self._look_for_leftovers(run)
        return run

    def _wait_for_instant(self, run: RunFolder, *, at_the_end: bool) -> None:
        """Before the blow: while ranks load and meet, learn, save a checkpoint, or at the end."""
        dice = self.random.random()
        if at_the_end:
            self._until(run, lambda: _stage(run) == "saving")
            time.sleep(self.random.uniform(0, 1.5))
        elif dice < 0.4:
            self._until(run, lambda: len(self._others()) > 0)
            time.sleep(self.random.uniform(0, 8))
        else:
            self._until(run, lambda: _stage(run) == "training")
            time.sleep(self.random.uniform(0, 2))
            if dice < 0.7:
                self._saw_a_draft(run)

    def _until(self, run: RunFolder, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 120
        while not condition() and not self._over(run) and time.monotonic() < deadline:
            ensure_foreman(self.nightshift.home)
            time.sleep(0.02)

    def _strike(self, run: RunFolder) -> None:
        stage, blow = _stage(run), self._choose()
        worker, others = self._worker(run), self._others()
        foreman = self.nightshift.foreman_pid() if is_held(self.nightshift.home.foreman_lease) else None
        everybody = [pid for pid in (worker, foreman, *others) if pid is not None]
        ranks = [pid for pid in (worker, *others) if pid is not None]
        hit = False
        match blow:
            case "rank 0 killed":
                hit = _send(worker, signal.SIGKILL)
            case "another rank killed":
                hit = _send(self._one_of(others), signal.SIGKILL)
            case "foreman killed":
                hit = _send(foreman, signal.SIGKILL)
            case "two killed at once":
                pair = self.random.sample(everybody, min(2, len(everybody)))
                hit = len([pid for pid in pair if _send(pid, signal.SIGKILL)]) == 2
            case "whole group killed":
                hit = len([pid for pid in ranks if _send(pid, signal.SIGKILL)]) > 1
            case "a rank stopped for a while":
                still = self._one_of(ranks)
                hit = _send(still, signal.SIGSTOP)
                time.sleep(self.random.uniform(0.2, 6))
                _send(still, signal.SIGCONT)
            case "rank 0 killed while another stands still":
                hit = _send(self._one_of(others), signal.SIGSTOP) and _send(worker, signal.SIGKILL)
            case "asked to leave by SIGTERM":
                hit = _send(self._one_of(everybody), signal.SIGTERM)
            case _:
                send(self.nightshift.home, run, Resume(gpus=self.random.randint(1, self._variant.ranks + 1)))
                time.sleep(self.random.uniform(0, 3))
                hit = _send(self._one_of(ranks), signal.SIGKILL)
        if hit:
            self.blows[blow] += 1
            self.instants[stage] += 1
            sys.stderr.write(f"{run.name}: {blow} while {stage}\n")

    def _choose(self) -> str:
        if self._variant.regroup and self.random.random() < 0.5:
            return "number of ranks changed and one killed"
        return self.random.choices(list(_BLOWS), list(_BLOWS.values()))[0]

    def _one_of(self, pids: list[int]) -> int | None:
        return self.random.choice(pids) if pids else None

    def _worker(self, run: RunFolder) -> int | None:
        holder = holder_of(run.worker_lease)
        return holder.pid if holder is not None and is_held(run.worker_lease) else None

    def _others(self) -> list[int]:
        """The processes of other ranks in this home."""
        found: list[int] = []
        for pid in living_in(self._home):
            with suppress(psutil.Error):
                if "studio.engine.rank" in psutil.Process(pid).cmdline():
                    found.append(pid)
        return found

    def _look_for_leftovers(self, run: RunFolder) -> None:
        """Of a run that has ended: what lies in its folder or still lives."""
        deadline = time.monotonic() + 20
        while self._others() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.left_behind += [f"{run.name}: a rank, {pid}" for pid in self._others()]
        for pattern in (".ranks-*", ".draft-*"):
            self.left_behind += [str(path.relative_to(run.path.parent)) for path in run.path.rglob(pattern)]


def _stage(run: RunFolder) -> str:
    """What the latest worker said that it began."""
    stages = told(run, StageStarted)
    return stages[-1].stage if stages else "queued"


def _send(pid: int | None, what: signal.Signals) -> bool:
    if pid is None:
        return False
    try:
        os.kill(pid, what)
    except ProcessLookupError:
        return False
    return True


@dataclass(frozen=True)
class _Experiment:
    """What must be the same whatever the number of ranks."""

    made: list[tuple[int, int, int, float]]
    row_losses: np.ndarray
    weights: np.ndarray

    @classmethod
    def of(cls, run: RunFolder, updates: int) -> _Experiment:
        newest = {each.update: each for each in told(run, UpdateFinished)}
        losses = RowLosses(run.row_losses, _EFFECTIVE_BATCH)
        tensors = load_file(next(run.result.glob("*.safetensors")))
        return cls(
            [(n, newest[n].num_tokens, newest[n].num_target_tokens, newest[n].learning_rate) for n in sorted(newest)],
            np.array([losses.read(update, _EFFECTIVE_BATCH) for update in range(1, updates + 1)]),
            np.concatenate([tensors[name].astype(np.float64).ravel() for name in sorted(tensors)]),
        )

    def difference(self, other: _Experiment) -> float:
        """Relative, of the weights; infinite where rows or their order differ."""
        same_rows = self.made == other.made and np.allclose(self.row_losses, other.row_losses, rtol=1e-3, atol=1e-5)
        apart = np.linalg.norm(self.weights - other.weights) / np.linalg.norm(other.weights)
        return float(apart) if same_rows else math.inf


def measure_ranks(variant: Variant, blows: int, updates: int, seed: int, minutes: float = math.inf) -> dict[str, Any]:
    """One undisturbed run, then one after the other in the storm until there were so many blows or the time is up."""
    random_blows = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="storm of Zoë ") as folder:
        calm, storm = (RankStorm(Path(folder) / name, seed, variant) for name in ("calm", "home"))
        began, runs, differences, unread = time.monotonic(), 0, [], []
        try:
            reference = calm.run_through(updates, "undisturbed", 0)
            same_bits, experiment = outcome(reference, calm.nightshift), _Experiment.of(reference, updates)
            while sum(storm.blows.values()) < blows and time.monotonic() - began < 60 * minutes:
                run = storm.run_through(updates, f"storm-{runs}", random_blows.randint(2, 5))
                runs += 1
                unread += unreadable(run)
                if variant.regroup or outcome(run, storm.nightshift) != same_bits:
                    differences.append(_Experiment.of(run, updates).difference(experiment))
                sys.stderr.write(f"{runs} runs, {differences}, {storm.lost_updates} lost, {storm.left_behind}\n")
            return {
                "ranks": variant.ranks,
                "divided": variant.divided,
                "runs": runs,
                "updates": updates,
                "blows": sum(storm.blows.values()),
                **storm.blows,
                **{f"while {stage}": count for stage, count in storm.instants.items()},
                "committed_updates_lost": storm.lost_updates,
                **_alike(variant, differences),
                "unreadable_files": unread,
                "given_up_and_resumed": storm.resumes,
                "left_behind": storm.left_behind,
                "orphans": storm.orphans(),
                "seconds_per_blow": round((time.monotonic() - began) / max(sum(storm.blows.values()), 1), 1),
            }
        finally:
            calm.nightshift.end()
            storm.nightshift.end()


def _alike(variant: Variant, differences: list[float]) -> dict[str, Any]:
    if not variant.regroup:
        return {"bit_identical": not differences, "differences": differences}
    largest = max(differences, default=0.0)
    return {"same_experiment": largest < 1e-6, "largest_difference": largest}
