"""What accumulation changes and what it does not, as a table in the terminal."""

from __future__ import annotations

from studio.cli.say import say
from studio.hardware.device import gib
from studio.planning.explain import Explanation, Unit

_NAMES = 30
_COLUMN = 20


def say_explanation(table: Explanation) -> None:
    """One line for each thing, then why."""
    last = len(table.micro_batch_sizes) - 1
    heads = [
        _head(size, planned=place == table.planned, whole=0 < place == last)
        for place, size in enumerate(table.micro_batch_sizes)
    ]
    say("")
    say(_row("Rows in a micro-batch", heads, ""))
    for line in table.lines:
        if line.values:
            cells = [_value(value, line.unit) for value in line.values]
            say(_row(line.what, cells, "changes" if line.changes else "the same"))
    say(_row("Fits", ["yes" if fits else "no" for fits in table.fits], ""))
    say("")
    for line in table.lines:
        say(f"{line.what}: {line.why}")
    say("")
    for sentence in table.exceptions:
        say(sentence)


def _head(size: int, *, planned: bool, whole: bool) -> str:
    name = f"all {size}" if whole else f"{size}"
    return f"{name} (the plan)" if planned else name


def _row(name: str, cells: list[str], note: str) -> str:
    return f"{name:{_NAMES}}{''.join(f'{cell:>{_COLUMN}}' for cell in cells)}   {note}".rstrip()


def _value(value: float, unit: Unit) -> str:
    match unit:
        case "bytes":
            return gib(value)
        case "seconds":
            return f"{value:.3g} s"
        case _:
            return f"{value:,.4g}"
