"""The self-check at start: two ways of splitting the first update must give the same gradient."""

from __future__ import annotations

from torch import Tensor, nn

from studio.engine.batches import micro_batches
from studio.engine.control import Control
from studio.engine.loss import autocast, sum_token_loss
from studio.engine.train import Training
from studio.events import SplitChecked

TOLERANCE = {"float32": 1e-4, "bfloat16": 5e-2, "float16": 5e-2}
"""Largest relative difference of the two gradients that rounding explains (batch-planning figures: 3e-7 in float32,
6e-3 in bfloat16), with room for long rows."""
_COMPARED_PARAMETERS = 200_000_000


def check_split(training: Training, control: Control) -> SplitChecked | None:
    """Compare the gradients of the first effective batch, split as planned and split otherwise.

    Dropout is off. Raises Cancelled. None where the batch cannot be split, or has nothing to learn.
    """
    batch = training.batches[1]
    lengths = training.store.lengths[batch.examples]
    if len(batch.examples) < 2 or batch.num_target_tokens == 0:
        return None
    without_dropout(training.model)
    planned, planned_count = _gradient(training, training.token_budget, control)
    budget = max(int(lengths.max()), training.token_budget // 3)
    if planned_count == len(batch.examples):  # one row at a time already: the other way is all rows of a kind together
        budget = training.token_budget * 2
    other, other_count = _gradient(training, budget, control)
    if other_count == planned_count:
        return None
    difference = sum(float((a - b).double().square().sum()) for a, b in zip(planned, other, strict=True)) ** 0.5
    size = sum(float(a.double().square().sum()) for a in planned) ** 0.5
    relative_error = difference / size if size else 0.0
    return SplitChecked(
        micro_batches=(planned_count, other_count),
        relative_error=relative_error,
        agreed=relative_error <= TOLERANCE[training.precision],
    )


def without_dropout(model: nn.Module) -> None:
    """Evaluation mode, but layers that recompute their activations go on doing so: the memory stays as planned."""
    model.eval()
    for module in model.modules():
        if getattr(module, "gradient_checkpointing", False):
            module.training = True


def _gradient(training: Training, token_budget: int, control: Control) -> tuple[list[Tensor], int]:
    """The gradient of the first effective batch, one tensor per parameter, and the number of micro-batches."""
    batch = training.batches[1]
    count = 0
    for micro_batch in micro_batches(training.store, batch.examples, token_budget, training.pad_token_id):
        control.ask()
        with autocast(training.device, training.precision):
            loss_sum = sum_token_loss(training.model, micro_batch.to(training.device))
        (loss_sum / batch.num_target_tokens).backward()
        count += 1
    gradients: list[Tensor] = []
    compared = 0
    for parameter in training.learns:
        if parameter.grad is not None and compared < _COMPARED_PARAMETERS:
            compared += parameter.numel()
            gradients.append(parameter.grad.detach().to("cpu", copy=True))
    training.optimizer.zero_grad(set_to_none=True)
    return gradients, count
