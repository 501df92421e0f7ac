"""Options that several commands share, and what their values mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from studio.errors import PlanProblem
from studio.job import Full, Lora, Method
from studio.planning.choose import check_target

HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Folder for settings, runs and caches (or NIGHTSHIFT_HOME).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]
ModelOption = Annotated[str, typer.Option("--model", help="Folder of the model; for `plan` also a bare config.json.")]
BatchOption = Annotated[
    str, typer.Option("--effective-batch", help="Examples behind each update; met exactly, whatever the split.")
]
PromptOption = Annotated[list[str] | None, typer.Option("--prompt", help="Column the model reads; may be repeated.")]
AnswerOption = Annotated[str, typer.Option("--answer", help="Column the model learns to write.")]
RunArgument = Annotated[str, typer.Argument(help="Name of the run, a part of it, or “last”.")]
MethodOption = Annotated[str, typer.Option("--method", help="lora (a small adapter) or full (every weight).")]
RankOption = Annotated[int, typer.Option("--rank", min=1, help="Rank of the adapter.")]
EpochsOption = Annotated[float, typer.Option("--epochs", help="Passes over the rows.")]
UpdatesOption = Annotated[int | None, typer.Option("--updates", min=1, help="Updates to make, in place of passes.")]
LengthOption = Annotated[int | None, typer.Option("--max-seq-len", min=2, help="Longest example in tokens, then cut.")]
CheckpointingOption = Annotated[
    str | None, typer.Option("--gradient-checkpointing", help="off or on; left out: chosen by the plan.")
]
MicroOption = Annotated[
    int | None, typer.Option("--micro-batch", min=1, help="Examples at a time; left out: chosen by the plan.")
]


def parse_target(text: str) -> int:
    """The target effective batch. Raises PlanProblem where it is no number of examples."""
    try:
        return check_target(int(text))
    except ValueError:
        raise PlanProblem(
            f"The target effective batch “{text}” is not a whole number.", "Choose one like 32: examples per update."
        ) from None


def choice(value: str | None, allowed: tuple[str, ...], option: str) -> Any:
    """The value, one of those allowed or left out. Raises typer.BadParameter: a wrong call."""
    if value is not None and value not in allowed:
        raise typer.BadParameter(f"is one of {', '.join(allowed)}", param_hint=option)
    return value


def parse_size(text: str) -> int:
    """Bytes of an amount like 24GiB. Raises PlanProblem."""
    units = {"gib": 2**30, "gb": 10**9, "mib": 2**20, "mb": 10**6}
    lower = text.lower().replace(" ", "")
    for unit, size in units.items():
        if lower.endswith(unit):
            try:
                return int(float(lower.removesuffix(unit)) * size)
            except ValueError:
                break
    raise PlanProblem(f"“{text}” is no amount of memory.", "Write it like 24GiB.")


def absolute(path: str) -> str:
    """The path as a worker in another folder finds it."""
    return str(Path(path).expanduser().resolve())


def method_of(name: str, rank: int) -> Method:
    """The method of this name. Raises typer.BadParameter."""
    choice(name, ("lora", "full"), "--method")
    return Lora(rank=rank, alpha=2.0 * rank) if name == "lora" else Full()
