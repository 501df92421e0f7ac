"""Commands that look and train nothing: detect and inspect; plan is in plan.py."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from studio.cli.options import AnswerOption, JsonOption, PromptOption, TaskOption, choice
from studio.cli.say import say, say_json
from studio.data.inspect import inspect as inspect_data
from studio.hardware.detect import detect as detect_devices
from studio.hardware.device import gib
from studio.job import Columns, Data, Task
from studio.models.local import read_model


def detect(json: JsonOption = False) -> None:
    """Devices, their memory and who else uses it.

    --json: `devices` (list of `name`, `kind`, `total_bytes`, `free_bytes`, `used_by_others_bytes`, …), `threats`.
    """
    machine = detect_devices()
    if json:
        say_json({"devices": machine.devices, "threats": machine.threats, "words": machine.words})
        return
    say(machine.words)
    for device in machine.devices:
        say(
            f"  {device.name}: {gib(device.free_bytes)} free of {gib(device.total_bytes)}, "
            f"{gib(device.used_by_others_bytes)} used by others"
        )
    for threat in machine.threats:
        say(f"  Worth a look: {threat}")


def inspect(
    data: Annotated[str, typer.Argument(help="File or folder of rows.")],
    model: Annotated[str | None, typer.Option("--model", help="Folder whose tokenizer counts the tokens.")] = None,
    prompt: PromptOption = None,
    answer: AnswerOption = "",
    task: TaskOption = "write",
    json: JsonOption = False,
) -> None:
    """What the data is, what is wrong with it, and its token numbers.

    --json: `rows`, `shape`, `columns`, `problems` (`file`, `row`, `column`, `kind`, `title`, `hint`), `tokens`
    (`p50`, `p95`, `max`, `total`, `targets`, `cut`, `nothing_to_learn`).
    """
    wanted = Data(train=data, columns=Columns(prompt=tuple(prompt or ()), answer=answer))
    limit = {"max_positions": read_model(model, require_weights=False).max_positions} if model else {}
    kind = choice(task, get_args(Task), "--task")
    report, _lengths, _targets = inspect_data(wanted, Path(model) if model else None, task=kind, **limit)
    if json:
        say_json(report)
        return
    say(f"{report.rows:,} rows, read as {report.shape}, {report.problem_count:,} with problems.")
    if report.labels:
        say(f"{len(report.labels):,} labels: {', '.join(report.labels[:20])}{', …' if len(report.labels) > 20 else ''}")
    say(
        f"Tokens of a row: half have at most {report.tokens.p50:,}, 95 % at most {report.tokens.p95:,}, "
        f"the longest {report.tokens.max:,}."
    )
    for problem in report.problems[:10]:
        say(f"  {problem.title} {problem.hint}")
