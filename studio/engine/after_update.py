"""What is noted and looked after when an update is made."""

from __future__ import annotations

import math
from collections.abc import Callable

from studio.engine.training import UpdateMade
from studio.engine.watching import Watching
from studio.events import NoiseMeasured, WorkerEvent
from studio.planning.noise_scale import FEWEST_UPDATES, NoiseEstimator
from studio.runs.row_losses import RowLosses


class AfterUpdate:
    """Call it with every update: keeps the losses of its rows, watches the memory and measures the gradient's noise."""

    def __init__(self, row_losses: RowLosses, watching: Watching, emit: Callable[[WorkerEvent], None]) -> None:
        self._row_losses, self._watching, self._emit = row_losses, watching, emit
        self._noise = NoiseEstimator()
        self._updates = 0

    def __call__(self, made: UpdateMade) -> None:
        self._row_losses.write(made.event.update, made.row_losses)
        self._watching.after_update(made.event.seconds, made.event.num_padded_tokens)
        parts = [each for each in zip(made.squared_norms, made.num_targets, strict=False) if each[1]]
        if len(parts) > 1 and made.event.grad_norm is not None:
            self._noise.add_update(
                [squared_norm for squared_norm, _ in parts],
                [targets for _, targets in parts],
                made.event.grad_norm**2,
                num_examples=len(made.row_losses),
                num_target_tokens=made.event.num_target_tokens,  # other ranks have some of them
            )
        self._updates += 1
        if self._updates % FEWEST_UPDATES == 0:
            self._tell(made.event.update)

    def _tell(self, update: int) -> None:
        noise = self._noise.estimate()
        if noise is not None and math.isfinite(noise.examples):
            self._emit(
                NoiseMeasured(
                    update=update,
                    examples=noise.examples,
                    lowest=noise.lowest,
                    highest=noise.highest,
                    updates=noise.updates,
                )
            )
