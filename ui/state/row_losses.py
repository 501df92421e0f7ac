"""What stands beside a chosen update: its loss, what is usual there, and the rows that made it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from studio.api import RowOfUpdate
from ui.state.curves import Floats
from ui.state.tongue import numeral, tr
from ui.state.words import count, loss

_NEAR = 25
"""Updates on either side that say what is usual."""
_MOST = 0.8
"""Of the way from the usual loss that rows must explain to explain nearly all of it."""
_BEGINS = 160


@dataclass(frozen=True)
class RowLine:
    """One row of the update."""

    row: str
    targets: str
    loss: str
    begins: str
    """How it begins; empty until that is known."""
    stands_out: bool


@dataclass(frozen=True)
class RowsView:
    """The panel of a chosen update."""

    title: str
    sentences: tuple[str, ...]
    head: str
    lines: tuple[RowLine, ...]
    can_go_back: bool
    can_go_on: bool


def usual_loss(losses: Floats, update: int) -> float | None:
    """The median loss of the updates around `update` without it; None where there are too few."""
    around = np.concatenate([losses[max(update - 1 - _NEAR, 0) : update - 1], losses[update : update + _NEAR]])
    around = around[np.isfinite(around)]
    return float(np.median(around)) if len(around) >= 5 else None


def rows_view(losses: Floats, update: int, rows: Sequence[RowOfUpdate], trouble: str = "") -> RowsView:
    """The panel; `rows` are sorted, the least known first, and empty where there are none to show."""
    value = float(losses[update - 1])
    usual = usual_loss(losses, update)
    first = tr("Loss {value}", value=loss(value)) + (
        tr(", usually about {usual} here.", usual=numeral(f"{usual:.2f}")) if usual is not None else "."
    )
    outstanding = explaining(rows, value, usual)
    sentences = tuple(each for each in (first, trouble or _explained(rows, value, usual, outstanding)) if each)
    return RowsView(
        title=tr("Update {update}", update=count(update)),
        sentences=sentences,
        head=tr("The {rows} rows of this update, highest first", rows=count(len(rows)))
        if len(rows) > 1
        else tr("The row of this update"),
        lines=tuple(_line(row, number < outstanding) for number, row in enumerate(rows)),
        can_go_back=update > 1,
        can_go_on=update < len(losses),
    )


def explaining(rows: Sequence[RowOfUpdate], value: float, usual: float | None) -> int:
    """How many of the least known rows, three at most, lift the loss of an update above what is usual; 0 where it is
    not above, or where no few do.

    A row explains what the update's loss falls by without it: losses are summed over targets and divided once.
    """
    if usual is None or not math.isfinite(value) or value < 1.1 * usual + 0.02 or len(rows) < 2:
        return 0
    total, targets = sum(row.loss for row in rows), sum(row.targets for row in rows)
    for number, row in enumerate(rows[: min(3, len(rows) - 1)], start=1):
        total, targets = total - row.loss, targets - row.targets
        if targets > 0 and total / targets <= value - _MOST * (value - usual):
            return number
    return 0


def _explained(rows: Sequence[RowOfUpdate], value: float, usual: float | None, outstanding: int) -> str:
    if outstanding:
        return (
            tr("One row explains nearly all of it."),
            tr("Two rows explain nearly all of it."),
            tr("Three rows explain nearly all of it."),
        )[outstanding - 1]
    if rows and usual is not None and value >= 1.1 * usual + 0.02:
        return tr("No single row explains it; many are a little harder.")
    return tr("Nothing stands out.") if rows and usual is not None else ""


def _line(row: RowOfUpdate, stands_out: bool) -> RowLine:
    begins = " ".join(row.text.split())
    return RowLine(
        row=count(row.row),
        targets=count(row.targets),
        loss="–" if row.loss_per_target is None else numeral(f"{row.loss_per_target:.2f}"),
        begins=begins if len(begins) <= _BEGINS else f"{begins[:_BEGINS]}…",
        stands_out=stands_out,
    )
