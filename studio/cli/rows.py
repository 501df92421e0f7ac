"""The rows of one update as a table."""

from __future__ import annotations

from studio.cli.say import say
from studio.runs.update_rows import RowOfUpdate

_WIDTH = 80


def say_rows(update: int, rows: list[RowOfUpdate]) -> None:
    """One line for each row, the least known first."""
    loss, targets = sum(row.loss for row in rows), sum(row.targets for row in rows)
    say(f"Update {update:,}: loss {loss / targets:.3f} over {targets:,} target tokens of {len(rows):,} rows.")
    say(f"{'row':>8}  {'loss':>7}  {'targets':>7}  begins with")
    for row in rows:
        per_target = "–" if row.loss_per_target is None else f"{row.loss_per_target:.3f}"
        text = " ".join(row.text.split())
        begins = text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"
        say(f"{row.row:>8,}  {per_target:>7}  {row.targets:>7,}  {begins}")
