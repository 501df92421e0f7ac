"""Which updates a plot shows: all, a stretch that stays while data arrive, or always the newest."""

from __future__ import annotations

from typing import Literal

View = Literal["whole", "closer", "latest"]

_MARGIN = 0.008
_AHEAD = 0.06
"""Of the width is left free before the newest update."""
FEWEST = 2.0
"""Updates that are shown at least."""


class PlotWindow:
    """First and last update in view. Follows `set_extent`; pure numbers, no pixels."""

    def __init__(self) -> None:
        self.view: View = "whole"
        self._made, self._end = 0, 2.0
        self._shown = self.whole
        self._width = 0.0

    def set_extent(self, made: int, planned: int) -> None:
        """So many updates are made, and so many will be."""
        self._made, self._end = made, float(max(planned, made, 2))
        self._place()

    @property
    def shown(self) -> tuple[float, float]:
        """First and last update in view; may lie a little beside the first and the planned one."""
        return self._shown

    @property
    def whole(self) -> tuple[float, float]:
        """From 0 to the planned end."""
        return (-_MARGIN * self._end, (1 + _MARGIN) * self._end)

    def show_whole(self) -> None:
        """Everything."""
        self.view = "whole"
        self._place()

    def show(self, first: float, last: float) -> bool:
        """Only these; False where they are too few."""
        whole = self.whole
        first, last = max(min(first, last), whole[0]), min(max(first, last), whole[1])
        if last - first < FEWEST:
            return False
        self.view, self._shown = "closer", (first, last)
        return True

    def show_latest(self) -> None:
        """The newest from now on: as many as are in view, or the last tenth where all are."""
        width = self._shown[1] - self._shown[0]
        self._width = width if self.view != "whole" else max(self._made / 10, 50.0)
        self.view = "latest"
        self._place()

    def pan(self, share: float) -> None:
        """By so much of the width, to the right where it is positive; no further than the ends."""
        first, last = self._shown
        low, high = self.whole
        by = min(max(share * (last - first), low - first), high - last)
        self.show(first + by, last + by)

    def zoom(self, factor: float, about: float) -> None:
        """`factor` times as many updates, with `about` staying where it is."""
        first, last = self._shown
        low, high = self.whole
        if factor * (last - first) >= high - low:
            self.show_whole()
        else:
            self.show(about - (about - first) * factor, about + (last - about) * factor)

    def _place(self) -> None:
        if self.view == "whole":
            self._shown = self.whole
        elif self.view == "latest":
            last = self._made + _AHEAD * self._width
            self._shown = (last - self._width, last)
