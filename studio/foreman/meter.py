"""How the cards of a run do while it is looked after: energy for its report, load, heat and power for its plot."""

from __future__ import annotations

import time
from collections.abc import Sequence

from msgspec import structs

from studio.events import CardMeasured, PowerMeasured
from studio.hardware.device import Device
from studio.runs.journal import Journal

POWER_SECONDS = 900.0
_POINTS = 240
"""A run of ten minutes has a point for every look; later ones stand for 1/240 of the time so far: a night has 900."""


class CardMeter:
    """Writes to the foreman's journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._power = PowerMeasured(joules=0.0, seconds=0.0)
        self._seen: list[tuple[float, tuple[Device, ...]]] = []
        """Seconds and cards of every look since the last point."""
        self._seconds = 0.0

    def see(self, cards: Sequence[Device], seconds: float) -> None:
        """A look at the cards of the run, which stands for the seconds before it."""
        if not cards:
            return
        self._add_power(cards, seconds)
        self._seen.append((seconds, tuple(cards)))
        self._seconds += seconds
        if sum(each for each, _ in self._seen) * _POINTS >= self._seconds:
            self._journal.append(_average(self._seen))
            self._seen = []

    def end(self) -> None:
        """Write down what was not told yet."""
        if self._power.seconds:
            self._tell_power()
        if self._seen:
            self._journal.append(_average(self._seen))
            self._seen = []

    def _add_power(self, cards: Sequence[Device], seconds: float) -> None:
        watts = [card.power_watts for card in cards if card.power_watts is not None]
        if not watts:
            return
        celsius = [card.temperature for card in cards if card.temperature is not None]
        self._power = PowerMeasured(
            joules=self._power.joules + sum(watts) * seconds,
            seconds=self._power.seconds + seconds,
            peak_celsius=max([*celsius, self._power.peak_celsius or 0], default=None),
        )
        if self._power.seconds >= POWER_SECONDS:
            self._tell_power()

    def _tell_power(self) -> None:
        self._journal.append(structs.replace(self._power, at=time.time()))
        self._power = PowerMeasured(joules=0.0, seconds=0.0)


def _average(seen: Sequence[tuple[float, tuple[Device, ...]]]) -> CardMeasured:
    """Over the time: of the mean load, the hottest card and the sum of their power."""
    load: list[tuple[float, float]] = []
    celsius: list[tuple[float, float]] = []
    watts: list[tuple[float, float]] = []
    for seconds, cards in seen:
        works = [card.utilisation for card in cards if card.utilisation is not None]
        hot = [float(card.temperature) for card in cards if card.temperature is not None]
        draws = [card.power_watts for card in cards if card.power_watts is not None]
        load += [(seconds, sum(works) / len(works))] if works else []
        celsius += [(seconds, max(hot))] if hot else []
        watts += [(seconds, sum(draws))] if draws else []
    return CardMeasured(load=_mean(load, 3), celsius=_mean(celsius, 1), watts=_mean(watts, 1))


def _mean(values: Sequence[tuple[float, float]], digits: int) -> float | None:
    """Of (seconds, value); None where there is none."""
    seconds = sum(each for each, _ in values)
    return round(sum(each * value for each, value in values) / seconds, digits) if seconds else None
