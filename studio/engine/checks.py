"""What happens beside learning: checks on held-out rows, samples, checkpoints, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from studio.data.store import ExampleStore
from studio.engine.checkpoint import Checkpoints, CheckpointState
from studio.engine.control import Control
from studio.engine.evaluate import held_out_loss
from studio.engine.samples import Samples
from studio.engine.training import Training
from studio.events import CheckpointSetAside, Warned, WorkerEvent
from studio.runs.warned import for_people


class Checks:
    """Of one run; the loop calls them and knows nothing of files."""

    def __init__(
        self,
        training: Training,
        held_out: ExampleStore | None,
        samples: Samples,
        checkpoints: Checkpoints,
        control: Control,
        emit: Callable[[WorkerEvent], None],
        save_every_seconds: float = 0.0,
    ) -> None:
        self._training, self._held_out, self._checkpoints = training, held_out, checkpoints
        self._samples = samples
        self._control, self._emit = control, emit
        self._save_every_seconds, self._told_it_is_dear = save_every_seconds, False

    def evaluate(self) -> bool:
        """Work out the held-out loss, then answer the prompts. False where it is time to end.

        Raises Cancelled, MemoryProblem and DiskProblem.
        """
        go_on = self._held_out is None or self._loss_falls(self._held_out)
        self._samples.at_check()
        return go_on

    def sample(self) -> None:
        """Answer the prompts because someone asked. Raises Cancelled."""
        self._samples.now()

    def _loss_falls(self, held_out: ExampleStore) -> bool:
        """Work out the held-out loss; the weights of the lowest so far are kept. False where it no longer falls."""
        result = held_out_loss(self._training, held_out, self._control, self._emit)
        best = self._checkpoints.note_loss(self._training.update, result.eval_loss)
        self._emit(msgspec.structs.replace(result, best=best))
        new_best = best and self._training.update > 0
        if self._checkpoints.keep_best(self._training, new_best=new_best):
            self.save()
        enough = self._training.learning.stop_after_worse
        return enough is None or self._checkpoints.worse_in_a_row < enough

    def save(self) -> None:
        """Write a checkpoint. Raises DiskProblem."""
        self._control.begin("saving")
        self._emit(self._checkpoints.save(self._training))
        seconds = self._training.seconds_between_saves(self._save_every_seconds)
        if seconds > self._save_every_seconds and not self._told_it_is_dear:
            self._told_it_is_dear = True
            one = for_people(self._training.save_seconds)
            self._emit(
                Warned(
                    title=f"A checkpoint takes {one}, so one is written every {for_people(seconds)}",
                    hint="More often would take more than 1 % of the time. Pause and stop always save.",
                )
            )

    def go_back(self) -> None:
        """Load the newest checkpoint. Raises CheckpointProblem where none can be read."""
        self._control.begin("saving")
        load_or_refuse(self._checkpoints, self._training, self._emit, had_one=True)


def load_or_refuse(
    checkpoints: Checkpoints, training: Training, emit: Callable[[WorkerEvent], None], *, had_one: bool
) -> CheckpointState | None:
    """What the newest checkpoint that verifies belongs to; on the first rank. None where the run never had one.

    Raises CheckpointProblem where it `had_one` and none can be read.
    """
    state, damaged = load_together(checkpoints, training)
    for each in damaged:
        emit(each)
    if state is None:
        checkpoints.refuse_to_begin_again(had_one=had_one)
    return state


def load_together(
    checkpoints: Checkpoints, training: Training
) -> tuple[CheckpointState | None, list[CheckpointSetAside]]:
    """`Checkpoints.load` on every rank: on the first alone as long as damaged ones are set aside."""
    ranks = training.ranks
    if ranks.rank > 0:
        ranks.meet()
    loaded = checkpoints.load(training)
    if ranks.rank == 0:
        ranks.meet()
    ranks.meet()  # nothing is saved or removed before everybody has read
    return loaded
