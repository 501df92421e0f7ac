"""Where updates and losses stand on a plot, in pixels; the axis of losses may be logarithmic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import overload

import numpy as np
from PySide6.QtCore import QRectF

from ui.state.curves import Floats

LOWEST_LOG = 1e-4
"""Of a logarithmic axis; smaller losses stand on it."""
_FAR = 20.0
"""Heights of the plot."""


@overload
def scaled(values: Floats, *, log: bool) -> Floats: ...
@overload
def scaled(values: float, *, log: bool) -> float: ...
def scaled(values: Floats | float, *, log: bool) -> Floats | float:
    """As the axis counts: the losses, or their logarithms to base 10."""
    if not log:
        return values
    made = np.log10(np.maximum(values, LOWEST_LOG))
    return made if isinstance(values, np.ndarray) else float(made)


@dataclass(frozen=True)
class Frame:
    """Where the curves stand, in pixels, and the updates and losses that are in view."""

    area: QRectF
    updates: tuple[float, float]
    losses: tuple[float, float]
    log: bool = False

    def x(self, update: float) -> float:
        """Pixels from the left."""
        first, last = self.updates
        return self.area.left() + (update - first) / (last - first) * self.area.width()

    def y(self, value: float) -> float:
        """Pixels from the top."""
        low, high = (scaled(each, log=self.log) for each in self.losses)
        return self.area.bottom() - (scaled(value, log=self.log) - low) / (high - low) * self.area.height()

    def pixels(self, updates: Floats, values: Floats) -> tuple[Floats, Floats]:
        """Pixels from the left and from the top of many; no further above or below than a painter can count."""
        first, last = self.updates
        low, high = (scaled(each, log=self.log) for each in self.losses)
        heights = np.clip((scaled(values, log=self.log) - low) / (high - low), -_FAR, _FAR)
        x = self.area.left() + (updates - first) / (last - first) * self.area.width()
        return x, self.area.bottom() - heights * self.area.height()

    def columns(self, updates: Floats) -> Floats:
        """Pixels from the left of many, each once."""
        first, last = self.updates
        return np.unique(np.round(self.area.left() + (updates - first) / (last - first) * self.area.width()))

    def update_at(self, x: float) -> float:
        """The update under a pixel."""
        first, last = self.updates
        return first + (x - self.area.left()) / self.area.width() * (last - first)

    def scaled_at(self, y: float) -> float:
        """The loss at a height, as the axis counts."""
        low, high = (scaled(each, log=self.log) for each in self.losses)
        return low + (self.area.bottom() - y) / self.area.height() * (high - low)

    def holds(self, update: float) -> bool:
        """Whether an update is in view."""
        return self.updates[0] <= update <= self.updates[1]
