"""The self-check at start: two ways of splitting rows of the first update must give the same gradient."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from torch import Tensor, nn

from studio.data.order import EffectiveBatch
from studio.engine.batches import MicroBatch, MicroBatches
from studio.engine.control import Control
from studio.engine.gradients import add_gradient, recompute, take_less_memory
from studio.engine.parts import part_of
from studio.engine.ranks import Ranks
from studio.engine.routing import balance_of
from studio.engine.training import Training
from studio.events import SplitChecked, WorkerEvent

TOLERANCE = {"float32": 1e-4, "bfloat16": 5e-2, "float16": 5e-2}
"""Largest relative difference of the two gradients that rounding explains (batch-planning figures: 3e-7 in float32,
6e-3 in bfloat16), with room for long rows."""
_COMPARED_PARAMETERS = 200_000_000
_COMPARED_ROWS = 8


def check_split(training: Training, control: Control, emit: Callable[[WorkerEvent], None]) -> SplitChecked | None:
    """Compare the gradients of rows of the first effective batch, split as planned and split otherwise.

    Dropout is off. Where the model is divided all ranks call this, with the same rows, and each compares the parts that
    it has. None where the batch cannot be split, the other split does not fit into the memory, or there is
    nothing to learn. Raises Cancelled and MemoryProblem.
    """
    batch = _some_rows(training)
    lengths = training.store.lengths[batch.examples]
    if len(batch.examples) < 2 or batch.num_target_tokens == 0:
        return None
    if training.long_rows_only:
        recompute(training, wanted=True)  # so that the layers that may are found
    without_dropout(training.model)
    as_planned = _gradient(training, batch, training.token_budget, control, emit)
    while isinstance(as_planned, MicroBatch):
        emit(take_less_memory(training, as_planned, update=1))
        as_planned = _gradient(training, batch, training.token_budget, control, emit)
    planned, planned_count = as_planned
    budget = max(int(lengths.max()), int(lengths.sum()) // (2 * planned_count))  # about twice as many
    if planned_count == len(batch.examples):  # one row at a time already: the other way is all rows of a kind together
        budget = training.token_budget * 2
    otherwise = _gradient(training, batch, budget, control, emit)
    if isinstance(otherwise, MicroBatch) or otherwise[1] == planned_count:
        return None
    other, other_count = otherwise
    difference = sum(float((a - b).double().square().sum()) for a, b in zip(planned, other, strict=True)) ** 0.5
    size = sum(float(a.double().square().sum()) for a in planned) ** 0.5
    relative_error = difference / size if size else 0.0
    return SplitChecked(
        micro_batches=(planned_count, other_count),
        relative_error=relative_error,
        agreed=relative_error <= TOLERANCE[training.precision],
    )


def _some_rows(training: Training) -> EffectiveBatch:
    """Rows of the first effective batch, from the longest to the shortest: enough to see a wrong split by."""
    store, examples = training.store, training.batches[1].examples
    useful = examples[store.num_targets[examples] > 0]
    by_length = useful[np.argsort(-store.lengths[useful], kind="stable")]
    some = by_length[
        np.linspace(0, max(len(by_length) - 1, 0), min(_COMPARED_ROWS, len(by_length))).round().astype(int)
    ]
    return EffectiveBatch(1, some, int(store.num_targets[some].sum()))


def without_dropout(model: nn.Module) -> None:
    """Evaluation mode, but layers that recompute their activations go on doing so: the memory stays as planned."""
    model.eval()
    for module in model.modules():
        if getattr(module, "gradient_checkpointing", False):
            module.training = True


def _gradient(
    training: Training,
    batch: EffectiveBatch,
    token_budget: int,
    control: Control,
    emit: Callable[[WorkerEvent], None],
) -> tuple[list[Tensor], int] | MicroBatch:
    """The gradient of these rows, one tensor per parameter, and the number of micro-batches.

    The micro-batch that did not fit where the device ran out of memory.
    """
    micro_batches = MicroBatches(
        training.store, batch.examples, training.pad_token_id, training.device, packed=training.packed
    )
    balance = balance_of(training, batch, micro_batches, control, emit, Ranks())
    failed: MicroBatch | None = None
    while failed is None and (micro_batch := micro_batches.next(token_budget)):
        control.ask()
        if add_gradient(training, micro_batch, batch.num_target_tokens, balance) is None:
            failed = micro_batch
    gradients: list[Tensor] = []
    compared = 0
    for parameter in training.learns:
        if parameter.grad is not None and compared < _COMPARED_PARAMETERS:
            compared += part_of(parameter).numel()
            gradients.append(part_of(parameter.grad.detach()).to("cpu", copy=True))
    training.optimizer.zero_grad(set_to_none=True)
    return failed or (gradients, micro_batches.count)
