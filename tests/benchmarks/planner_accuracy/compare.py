"""What a run needs: by formula, by dry run, and truly, as every byte that torch allocates in the trainer's own loop."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import Tensor

from studio.engine.control import Control
from studio.engine.dry_run import dry_step
from studio.engine.ranks import Ranks
from studio.engine.set_up import Rows, divide_model, make_training
from studio.engine.train import train
from studio.planning.measurement import Trial
from studio.planning.memory import Work, memory_parts
from studio.planning.packing import packs_rows
from tests.benchmarks.planner_accuracy.configurations import Configuration, Run
from tests.planning.models import PROCESSOR
from tests.planning.test_memory import byte_counter


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes at the peak of an update."""

    title: str
    stored: int
    """Weights, of these nothing is predicted."""
    true: int
    formula: int
    dry_run: int

    @property
    def formula_error(self) -> float:
        """Of everything that is there."""
        return self.formula / self.true - 1

    @property
    def dry_run_error(self) -> float:
        """The same of the dry run."""
        return self.dry_run / self.true - 1

    @property
    def moving(self) -> tuple[float, float]:
        """Errors of formula and dry run, of all but the weights."""
        beside = self.true - self.stored
        return (self.formula - self.true) / beside, (self.dry_run - self.true) / beside


def compare(one: Configuration, run: Run, folder: Path) -> Compared:
    """All three."""
    stored, true = traced(run, folder)
    return Compared(
        title=one.title, stored=stored, true=true, formula=by_formula(one, run), dry_run=by_dry_run(one, run)
    )


def by_formula(one: Configuration, run: Run) -> int:
    """Bytes."""
    tokens = one.rows * one.length
    packed = packs_rows(run.facts, run.job.learning, PROCESSOR, one.precision)
    work = Work(tokens=tokens, targets=tokens - one.rows, longest=one.length, packed=packed)
    ranks = one.world_size
    parts = memory_parts(
        run.facts, run.job.method, one.precision, one.checkpointing, work, PROCESSOR, divided_among=ranks
    )
    return parts.ours - parts.workspace


def by_dry_run(one: Configuration, run: Run) -> int:
    """Bytes."""
    trial = Trial(checkpointing=one.checkpointing, rows=one.rows, longest=one.length, targets=one.rows * one.length)
    with dry_step(run.job, run.plan, Rows(run.store), torch.device("cpu")) as step:
        parts, step_bytes = step.try_out(trial)
    return max(parts.ours, step_bytes)


def traced(run: Run, folder: Path, ranks: Ranks | None = None) -> tuple[int, int]:
    """Bytes of the weights as they are stored, and those at the peak of two updates of two micro-batches each; of a
    divided model on one of its `ranks`."""
    training = make_training(run.job, Rows(run.store), run.plan, torch.device("cpu"), ranks or Ranks())
    if run.plan.divided:
        divide_model(training)
        gc.collect()
    counter = byte_counter()
    for tensor in _stored(training.model):
        counter.add(tensor)
    stored = counter.live
    nothing: Any = lambda *_: None  # noqa: E731
    with counter:
        train(
            training,
            emit=nothing,
            control=Control(folder / "commands.jsonl", 0, lambda: False),
            evaluate=lambda: True,
            evaluate_every=1000,
            sample=nothing,
            save=nothing,
            save_every_seconds=1e9,
            after_update=nothing,
            after_bad_numbers=nothing,
        )
    return stored, counter.peak


def _stored(model: torch.nn.Module) -> Iterator[Tensor]:
    """Weights, buffers, and the scales of compressed weights."""
    yield from model.buffers()
    for parameter in model.parameters():
        yield parameter
        state = getattr(parameter, "quant_state", None)
        while state is not None:
            yield from (value for value in vars(state).values() if isinstance(value, Tensor))
            state = state.state2
        if (scales := getattr(parameter, "SCB", None)) is not None:
            yield scales
