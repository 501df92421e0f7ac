"""What it costs that a run is looked after: checkpoints, the foreman, events.

    python -m tests.benchmarks.looking_after [--seconds 60]

Prints one JSON object on its last line and ends with 1 where a goal is missed. Goals: checkpoints at most 1 % of the
training time at the default interval, the foreman at most 40 MB and 0.5 % of a core, an event at most 50 µs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from studio.events import CheckpointSaved, Event
from studio.job import Data, TrainJob
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal, Tail
from studio.starter import STARTER_MODEL, starter_files
from tests.support.nightshift import Nightshift
from tests.support.stand_in import an_update

DEFAULT_INTERVAL_SECONDS = TrainJob(name="", model="", data=Data(train="")).checkpoint_every_seconds
GOALS = {"checkpoint_share_adapter": 0.01, "checkpoint_share_all_weights": 0.01, "foreman_mb": 40.0,
         "foreman_share_of_core": 0.005, "event_append_us": 50.0}  # fmt: skip


def foreman_costs(nightshift: Nightshift, run: RunFolder, seconds: float) -> dict[str, float]:
    """Of the foreman while a run is active: memory in MB, also what is its own alone, and share of one core."""
    nightshift.wait(lambda watch: watch.story.update >= 1, run.name)
    process = psutil.Process(nightshift.foreman_pid())
    began, used = time.monotonic(), sum(process.cpu_times()[:2])
    time.sleep(seconds)
    memory = process.memory_full_info()
    return {
        "foreman_mb": round(memory.rss / 1e6, 1),
        "foreman_own_mb": round(memory.uss / 1e6, 1),
        "foreman_share_of_core": round((sum(process.cpu_times()[:2]) - used) / (time.monotonic() - began), 4),
    }


def append_microseconds(folder: Path) -> float:
    """Median of 5,000 events."""
    event = an_update(1)
    with Journal(folder / "appended.jsonl") as journal:
        times: list[float] = []
        for _ in range(5000):
            began = time.perf_counter()
            journal.append(event)
            times.append(time.perf_counter() - began)
    return round(statistics.median(times) * 1e6, 1)


def checkpoint_seconds(run: RunFolder) -> list[float]:
    """How long each checkpoint of a run took, the training standing still."""
    return [event.seconds for event in Tail[Event](run.events, Event).read() if isinstance(event, CheckpointSaved)]


def start(nightshift: Nightshift, method: str, updates: int) -> RunFolder:
    """The starter, with a checkpoint every second so that there are enough of them."""
    rows, held_out = starter_files("dates")
    code, answer, printed = nightshift.call(
        *("train", "--model", str(STARTER_MODEL), "--data", str(rows), "--held-out", str(held_out)),
        *("--effective-batch", "32", "--updates", str(updates), "--checkpoint-every", "1"),
        *("--method", method, "--name", method, "--queue"),
    )
    assert code == 0, printed
    return nightshift.run(answer["run"])


def measure(seconds: float) -> dict[str, Any]:
    """An adapter, then every weight; each until it has ten checkpoints, and the foreman meanwhile."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="costs of Zoë ") as folder:
        nightshift = Nightshift(Path(folder) / "home")
        try:
            for method, name in (("lora", "adapter"), ("full", "all_weights")):
                run = start(nightshift, method, 100_000)
                if method == "lora":
                    figures |= foreman_costs(nightshift, run, seconds)
                nightshift.wait(lambda _, run=run: len(checkpoint_seconds(run)) >= 10, run.name)
                nightshift.call("stop", run.name)
                nightshift.wait(lambda watch: watch.state == "stopped", run.name)
                took = checkpoint_seconds(run)
                figures |= {
                    f"checkpoint_seconds_{name}": round(statistics.median(took), 4),
                    f"checkpoint_seconds_worst_{name}": round(max(took), 4),
                    f"checkpoint_share_{name}": round(statistics.fmean(took) / DEFAULT_INTERVAL_SECONDS, 6),
                }
            figures["event_append_us"] = append_microseconds(Path(folder))
        finally:
            nightshift.end()
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="over which the foreman is looked at")
    figures = measure(parser.parse_args().seconds)
    missed = [name for name, most in GOALS.items() if figures[name] > most]
    sys.stdout.write(json.dumps({**figures, "goals": GOALS, "missed": missed}) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
