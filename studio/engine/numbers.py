"""What follows an update whose loss or gradient is not a finite number, as the user chose."""

from __future__ import annotations

from collections.abc import Callable

from studio.engine.training import Training
from studio.errors import NumbersProblem
from studio.events import WentBack, WorkerEvent

MOST = 3
"""Updates in a row that are passed over before the run ends."""


class AfterBadNumbers:
    """Called with each such update, after it was passed over. Raises NumbersProblem where the run must end."""

    def __init__(self, training: Training, go_back: Callable[[], None], emit: Callable[[WorkerEvent], None]) -> None:
        self._training, self._go_back, self._emit = training, go_back, emit
        self._in_a_row: list[int] = []

    def __call__(self, update: int) -> None:
        """Skip, go back or stop."""
        if self._in_a_row and update > self._in_a_row[-1] + 1:
            self._in_a_row.clear()
        self._in_a_row.append(update)
        choice = self._training.learning.after_bad_numbers
        if choice == "stop" or len(self._in_a_row) == MOST:
            self._training.update = self._in_a_row[0] - 1
            many = len(self._in_a_row) > 1
            raise NumbersProblem(
                f"The loss is no longer a number at update{'s' if many else ''} {_listed(self._in_a_row)}.",
                "Everything up to the update before is kept. A smaller learning rate usually helps.",
            )
        if choice == "go back":
            self._training.left_out.add(update)
            self._go_back()
            self._emit(WentBack(update=update, to_update=self._training.update))


def _listed(updates: list[int]) -> str:
    return ", ".join(f"{update:,}" for update in updates)
