"""Changes the weights by one update: whole, or not at all where the device runs out of memory in between."""

from __future__ import annotations

from collections.abc import Callable

import torch

from studio.engine.gradients import unless_out_of_memory
from studio.engine.parts import part_of
from studio.engine.training import Training
from studio.errors import EngineProblem, MemoryProblem
from studio.events import Warned, WorkerEvent


def make_step(training: Training, update: int, learning_rate: float, emit: Callable[[WorkerEvent], None]) -> None:
    """Let the optimizer make `update` from the gradients that are there.

    A step that was broken off has changed some weights and not others, so it is never simply made again. The first
    one allocates the optimizer's states and is where memory runs out: it begins with a copy of the weights in main
    memory, and where it fails they are put back and it is made once more in the room that became free. Raises
    MemoryProblem with the weights as before the update, and EngineProblem where a later step was broken off: nothing
    of this process must be saved then, and another one goes on from the last checkpoint.
    """
    for group in training.optimizer.param_groups:
        group["lr"] = learning_rate
    if training.optimizer.state:
        if not _stepped(training):
            raise EngineProblem(
                f"The memory ran out in the middle of update {update:,}.",
                "Everything up to the last checkpoint is kept. Close other programs that use the graphics card.",
            )
        return
    before = [part_of(parameter.detach()).to("cpu", copy=True) for parameter in training.learns]
    if _stepped(training):
        return
    _put_back(training, before)
    if not _stepped(training):
        _put_back(training, before)
        raise MemoryProblem(
            f"What the optimizer keeps for each weight does not fit into the memory at update {update:,}.",
            "Everything up to the update before is kept. Close other programs and continue, or choose an optimizer "
            "that keeps less, such as 8-bit AdamW.",
        )
    emit(
        Warned(
            title=f"Out of memory in the optimizer at update {update:,}, redone",
            hint="The update was made again from unchanged weights; nothing was lost.",
        )
    )


def _stepped(training: Training) -> bool:
    def step() -> bool:
        training.optimizer.step()
        return True

    return unless_out_of_memory(step, training.device) or False


@torch.no_grad()
def _put_back(training: Training, before: list[torch.Tensor]) -> None:
    """The weights, and an optimizer that made no step yet."""
    training.optimizer.state.clear()
    for parameter, kept in zip(training.learns, before, strict=True):
        part_of(parameter).copy_(kept)
