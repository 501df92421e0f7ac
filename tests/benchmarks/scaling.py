"""Two ranks on two cores beside one rank on one: updates a second, and what the computer allows at best, which is two
runs of one rank side by side on the same two cores.

python -m tests.benchmarks.scaling [--model starter|larger] [--rounds 7] [--updates 8]

Everything is done in turns within a round; ratios are those of a round, and their median counts.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import torch

import studio.engine.train as loop
from studio.data.prepare import prepare
from studio.engine.exchange import measure_exchange
from studio.engine.ranks import Ranks
from studio.engine.set_up import make_training
from studio.engine.training import Training
from studio.hardware.detect import detect
from studio.job import Full
from studio.models.local import read_model
from studio.planning.plan_job import JobToPlan, plan_job
from studio.starter import starter_demo
from tests.engine.fixtures import go, make_net, make_store
from tests.engine.fixtures import make_training as make_small_training
from tests.support.ranks import Crew


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=["starter", "larger"], default="starter")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--updates", type=int, default=8)
    asked = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))[:2]
    if len(cores) < 2:
        raise SystemExit("This needs two cores.")
    crew = Crew(2, 600)
    try:
        with tempfile.TemporaryDirectory() as folder:
            rounds = _rounds(crew, Path(folder), asked.model, asked.rounds, asked.updates, cores)
        found = crew.do(_exchange, 2)[0]
    finally:
        crew.end()
    told = _told(rounds) | found
    for name, value in told.items():
        print(f"{name}: {value}")
    print(json.dumps(told))


class Took(NamedTuple):
    """Seconds of a rank for an update."""

    clock: float
    processor: float
    passes: float
    """Forward and backward, of the processor."""
    sums: float
    """Waiting for the other and adding up, by the clock."""


class Round(NamedTuple):
    """All in turns."""

    alone: list[Took]
    together: list[Took]
    beside: list[Took]


def _rounds(crew: Crew, folder: Path, model: str, rounds: int, updates: int, cores: list[int]) -> list[Round]:
    crew.do(_beside, 2, folder, model, 2, cores)  # sets up, and prepares what is prepared once
    found: list[Round] = []
    for number in range(rounds):
        ways: list[tuple[Callable[..., Took], int]] = [(_learn, 1), (_learn, 2), (_beside, 2)]
        took = [crew.do(work, ranks, folder, model, updates, cores) for work, ranks in ways]
        found.append(Round(*took))
        print(f"{number + 1}: " + "; ".join(" ".join(f"{x * 1e3:.0f}" for x in each[0]) for each in took), flush=True)
    return found


def _told(rounds: list[Round]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for what in ("clock", "processor"):

        def seconds(took: list[Took], what: str = what) -> float:
            return max(getattr(each, what) for each in took)

        one, two = (statistics.median(seconds(each[way]) for each in rounds) for way in range(2))
        told |= {
            f"updates a second by {what}": [round(1 / one, 2), round(1 / two, 2)],
            f"ratio by {what}": _median(seconds(each.alone) / seconds(each.together) for each in rounds),
            f"at best here by {what}": _median(2 * seconds(each.alone) / seconds(each.beside) for each in rounds),
            f"of that by {what}": _median(seconds(each.beside) / seconds(each.together) / 2 for each in rounds),
        }
    for what in ("passes", "sums"):
        told[f"ms {what}"] = [
            round(1e3 * statistics.median(max(getattr(rank, what) for rank in each[way]) for each in rounds), 1)
            for way in range(2)
        ]
    return told


def _median(values: Iterator[float]) -> float:
    return round(statistics.median(values), 2)


# On a rank

_made: dict[str, Training] = {}


def _beside(ranks: Ranks, folder: Path, model: str, updates: int, cores: list[int]) -> Took:
    """A run of its own, beside that of the other."""
    ranks.meet()
    return _learn(ranks, folder, model, updates, cores, alone=True)


def _learn(ranks: Ranks, folder: Path, model: str, updates: int, cores: list[int], *, alone: bool = False) -> Took:
    os.sched_setaffinity(0, {cores[ranks.rank]})
    if model not in _made:
        _made[model] = _MODELS[model](folder / f"{os.getpid()}")
    training = _made[model]
    training.ranks = Ranks() if alone else ranks
    training.update, training.updates = 0, updates
    with _timed(loop, "add_gradient", time.process_time) as passes, _timed(Ranks, "_sum", time.perf_counter) as sums:
        began, used = time.perf_counter(), time.process_time()
        go(training, folder / f"run-{os.getpid()}", save=lambda: None)
        clock, processor = time.perf_counter() - began, time.process_time() - used
    return Took(*(each / updates for each in (clock, processor, sum(passes), sum(sums))))


def _exchange(ranks: Ranks) -> dict[str, float | None]:
    """What ranks find out when they meet, and how long that takes."""
    began = time.perf_counter()
    found = measure_exchange(ranks, torch.device("cpu"))
    took = round(time.perf_counter() - began, 2)
    return {
        "measuring takes seconds": took,
        "GB/s when they met": None if found is None else round(1e-9 / found.sums.slope, 2),
        "ms however little": None if found is None else round(1e3 * found.sums.fixed, 2),
    }


@contextlib.contextmanager
def _timed(place: Any, name: str, clock: Callable[[], float]) -> Iterator[list[float]]:
    """The seconds that each call took."""
    found: list[float] = []
    real = getattr(place, name)

    def timed(*arguments: Any, **options: Any) -> Any:
        began = clock()
        try:
            return real(*arguments, **options)
        finally:
            found.append(clock() - began)

    setattr(place, name, timed)
    try:
        yield found
    finally:
        setattr(place, name, real)


def _starter(folder: Path) -> Training:
    """As a run of the demo is set up."""
    job = starter_demo()
    job = msgspec.structs.replace(job, world_size=2)
    facts = read_model(job.model)
    prepared = prepare(job.data, Path(job.model), folder, max_positions=facts.max_positions, seed=0)
    rows = prepared.train
    device = detect().devices[-1]
    asked = JobToPlan(job=job, facts=facts, lengths=rows.lengths, num_targets=rows.num_targets, device=device)
    return make_training(job, prepared, plan_job(asked), torch.device("cpu"), Ranks())


def _larger(folder: Path) -> Training:
    """42 million weights that all learn, rows of up to 200 tokens."""
    shape: dict[str, Any] = {
        "hidden_size": 512, "intermediate_size": 1376, "num_hidden_layers": 12, "vocab_size": 4096,
        "num_attention_heads": 8, "num_key_value_heads": 8, "max_position_embeddings": 512,
    }  # fmt: skip
    store = make_store(folder, rows=64, longest=200)
    net = make_net("llama", **shape)
    return make_small_training(store, model=net, method=Full(), token_budget=800, effective_batch_size=16)


_MODELS: dict[str, Callable[[Path], Training]] = {"starter": _starter, "larger": _larger}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
