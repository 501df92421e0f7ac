"""Random SIGKILLs of worker and foreman over one run: what is lost, and what looking after a run costs.

    python -m tests.benchmarks.kill_storm [--kills 300] [--full] [--minutes 60] [--ranks 2 [--divided] [--regroup]]

With several ranks it is that of `tests/benchmarks/rank_storm.py`. Prints one JSON object on its last line.
Bit-identical means: the weights of the result and every train loss are those of the same run without a kill.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from studio.commands import Resume
from studio.events import CheckpointSaved, CheckpointSetAside, Event, TrainingStarted
from studio.foreman.start import ensure_foreman
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal, Tail
from studio.runs.lease import holder_of, is_held
from studio.runs.watch import RunWatch
from studio.starter import STARTER_MODEL, starter_files
from tests.benchmarks.looking_after import DEFAULT_INTERVAL_SECONDS, append_microseconds, foreman_costs
from tests.support.nightshift import Nightshift

_TRAIN, _HELD_OUT = starter_files("dates")


class Storm:
    """One run in one home, and whoever looks after it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.nightshift, self.random = Nightshift(folder), random.Random(seed)
        self.watch: RunWatch | None = None
        self.kills = {"worker": 0, "worker while saving": 0, "foreman": 0}
        self.lost_updates = self.resumes = 0

    def start(self, updates: int, name: str, every: float, *more: str) -> RunFolder:
        code, answer, printed = self.nightshift.call(
            *("train", "--model", str(STARTER_MODEL), "--data", str(_TRAIN), "--held-out", str(_HELD_OUT)),
            *("--effective-batch", "32", "--updates", str(updates), "--checkpoint-every", str(every)),
            *("--name", name, "--queue", *more),
        )
        assert code == 0, printed
        run = self.nightshift.run(answer["run"])
        self.watch = RunWatch(run)
        return run

    def blow(self, run: RunFolder, kills: int, minutes: float = math.inf) -> None:
        """Kill so many times, or as often as it goes in so many minutes, then let the run come to its end."""
        calm_after = time.monotonic() + 60 * minutes
        while sum(self.kills.values()) < kills and time.monotonic() < calm_after and not self._over(run):
            committed = self._wait_for_progress(run)
            if self._over(run):
                break
            self._kill_one(run)
            self._wait_for_next_life(run, committed)
            sys.stderr.write(f"{self.kills} at update {committed}, {self.lost_updates} lost\n")
        deadline = time.monotonic() + 1800
        while not self._over(run):
            assert time.monotonic() < deadline, "the run does not come to its end"
            ensure_foreman(self.nightshift.home)
            time.sleep(0.1)

    def _over(self, run: RunFolder) -> bool:
        """Finished. One that was given up is resumed."""
        assert self.watch is not None
        self.watch.poll()
        state = self.watch.state
        assert state in ("queued", "starting", "running", "recovering", "interrupted", "finished", "failed"), state
        if state == "failed":
            self.resumes += 1
            with Journal(run.commands) as commands:
                commands.append(Resume())
            ensure_foreman(self.nightshift.home)
        return state == "finished"

    def _wait_for_progress(self, run: RunFolder) -> int:
        """The update of the newest checkpoint, after a random time; most times only after one more was written."""
        before, impatient = newest(run), self.random.random() < 0.25
        deadline = time.monotonic() + (self.random.uniform(0, 6) if impatient else 90)
        while time.monotonic() < deadline and newest(run) <= before and not self._over(run):
            time.sleep(0.02)
        time.sleep(self.random.uniform(0, 0.3))
        return newest(run)

    def _kill_one(self, run: RunFolder) -> None:
        dice = self.random.random()
        if dice < 0.2 and is_held(self.nightshift.home.foreman_lease):
            self._kill(self.nightshift.foreman_pid(), "foreman")
            return
        while_saving = dice < 0.5 and self._saw_a_draft(run)
        holder = holder_of(run.worker_lease)
        if holder is not None and is_held(run.worker_lease):
            self._kill(holder.pid, "worker while saving" if while_saving else "worker")

    def _saw_a_draft(self, run: RunFolder) -> bool:
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            if any(run.checkpoints.glob(".draft-update-*")):
                return True
        return False

    def _kill(self, pid: int, kind: str) -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.kills[kind] += 1

    def _wait_for_next_life(self, run: RunFolder, committed: int) -> None:
        """See where training goes on: every committed update must be in it."""
        ensure_foreman(self.nightshift.home)
        starts = [event.from_update for event in told(run, TrainingStarted)]
        if starts:
            self.lost_updates = max(self.lost_updates, self._lost(run))
        assert newest(run) >= committed, "a checkpoint is gone"

    def _lost(self, run: RunFolder) -> int:
        """Most updates that were in a whole checkpoint and not in the training that followed it."""
        committed = lost = 0
        for event in told(run, CheckpointSaved, TrainingStarted):
            if isinstance(event, CheckpointSaved):
                committed = event.update
            else:
                lost = max(lost, committed - event.from_update)
        return lost

    def orphans(self) -> int:
        """Processes that still live in this home when nobody should."""
        deadline = time.monotonic() + 30
        while (left := living_in(self.nightshift.home.folder)) and time.monotonic() < deadline:
            time.sleep(0.2)
        return len(left)


def told(run: RunFolder, *kinds: type[Any]) -> list[Any]:
    return [event for event in Tail[Event](run.events, Event).read() if isinstance(event, kinds)]


def newest(run: RunFolder) -> int:
    return max((int(path.name.removeprefix("update-")) for path in run.checkpoints.glob("update-*")), default=0)


def living_in(folder: Path) -> list[int]:
    found: list[int] = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.pid != os.getpid() and Path(process.cwd()).is_relative_to(folder):
                found.append(process.pid)
    return found


def unreadable(run: RunFolder) -> list[str]:
    """Files that are there and cannot be read: checkpoints against their fingerprints, journals line by line."""
    bad = [event.folder for event in told(run, CheckpointSetAside)]
    for folder in run.checkpoints.glob("update-*"):
        manifest = json.loads((folder / "manifest.json").read_bytes())
        bad += [
            f"{folder.name}/{name}"
            for name, entry in manifest.items()
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != entry["sha256"]
        ]
    for journal in (run.events, run.foreman_events):
        ended = (line for line in journal.read_bytes().split(b"\n") if line.endswith(b"}"))  # others were torn
        bad += [f"{journal.name}: {line[:60]!r}" for line in ended if not whole(line)]
    return bad


def whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def outcome(run: RunFolder, nightshift: Nightshift) -> tuple[str, list[float]]:
    weights = hashlib.sha256(next(run.result.glob("*.safetensors")).read_bytes()).hexdigest()
    return weights, list(nightshift.watch(run.name).story.curves.train_loss)


def measure(kills: int, updates: int, seed: int, minutes: float = math.inf) -> dict[str, Any]:
    """One undisturbed run, and at the same time one in the storm."""
    with tempfile.TemporaryDirectory(prefix="storm of Zoë ") as folder:
        calm, storm = Storm(Path(folder) / "calm", seed), Storm(Path(folder) / "home", seed)
        try:
            reference = calm.start(updates, "undisturbed", 1.0)
            costs = foreman_costs(calm.nightshift, reference, 10)
            began = time.monotonic()
            run = storm.start(updates, "storm", 0.2)
            storm.blow(run, kills, minutes)
            seconds = time.monotonic() - began
            calm.blow(reference, 0)
            saves = [event.seconds for event in told(reference, CheckpointSaved)]
            same = outcome(run, storm.nightshift) == outcome(reference, calm.nightshift)
            return {
                "kills": sum(storm.kills.values()),
                **{f"kills of {kind}": count for kind, count in storm.kills.items()},
                "updates": updates,
                "committed_updates_lost": storm.lost_updates,
                "bit_identical": same,
                "unreadable_files": unreadable(run),
                "given_up_and_resumed": storm.resumes,
                "orphans": storm.orphans(),
                "seconds_per_kill": round(seconds / max(sum(storm.kills.values()), 1), 1),
                "checkpoint_seconds": round(statistics.median(saves), 4),
                "checkpoint_share_at_default_interval": round(statistics.median(saves) / DEFAULT_INTERVAL_SECONDS, 6),
                "event_append_us": append_microseconds(Path(folder)),
                **costs,
            }
        finally:
            calm.nightshift.end()
            storm.nightshift.end()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--full", action="store_true", help="1,000 kills")
    parser.add_argument("--updates", type=int, default=0, help="of the run; 0: enough for all kills")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=math.inf, help="no kill after that many")
    parser.add_argument("--ranks", type=int, default=1)
    parser.add_argument("--divided", action="store_true", help="the model among the ranks")
    parser.add_argument("--regroup", action="store_true", help="their number changes meanwhile")
    chosen = parser.parse_args()
    kills = 1000 if chosen.full else chosen.kills
    if chosen.ranks > 1:
        from tests.benchmarks.rank_storm import Variant, measure_ranks

        variant = Variant(chosen.ranks, divided=chosen.divided, regroup=chosen.regroup)
        figures = measure_ranks(variant, kills, chosen.updates or 20, chosen.seed, chosen.minutes)
    else:
        figures = measure(kills, chosen.updates or max(40, 8 * kills), chosen.seed, chosen.minutes)
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
    fine = figures.get("bit_identical", figures.get("same_experiment")) and not (
        figures["committed_updates_lost"]
        or figures["unreadable_files"]
        or figures["orphans"]
        or figures.get("left_behind")
    )
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
