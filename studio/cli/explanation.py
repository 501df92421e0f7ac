"""What accumulation changes and what it does not, as a table in the terminal."""

from __future__ import annotations

from studio.cli.say import say
from studio.hardware.device import gib
from studio.plan import Plan
from studio.planning.explain import Explanation, Unit
from studio.planning.figures import per_update

_NAMES = 30
_COLUMN = 20
_PICK = 48


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


def say_choices(plan: Plan) -> None:
    """The plan and what else fits, one line each, with what picks it."""
    if not plan.choices:
        return
    say("")
    say(f"{'Another choice':{_PICK}}{'memory':>12}{'an update':>12}   price")
    chosen = f"{plan.micro_batch_size} at a time, checkpointing {plan.gradient_checkpointing}"
    say(_choice(chosen, plan.peak_bytes, plan.seconds_per_update, "The plan."))
    for each in plan.choices:
        pick = f"--micro-batch {each.micro_batch_size} --gradient-checkpointing {each.gradient_checkpointing}"
        if each.gradient_checkpointing == "long":
            pick = "--gradient-checkpointing long"
        say(_choice(pick, each.peak_bytes, each.seconds_per_update, each.price))


def _choice(pick: str, peak_bytes: int, seconds: float, price: str) -> str:
    return f"{pick:{_PICK}}{gib(peak_bytes):>12}{per_update(seconds):>12}   {price}"


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
            return per_update(value)
        case _:
            return f"{value:,.4g}"
