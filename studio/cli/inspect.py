"""`nightshift inspect`: what a dataset is, what is wrong with it, and any of its rows token by token."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, get_args

import msgspec
import typer
from rich.text import Text

from studio.cli.files import say_files
from studio.cli.hub_data import as_files
from studio.cli.options import (
    AnswerOption,
    EncodingOption,
    HomeOption,
    JsonOption,
    LengthOption,
    PromptOption,
    SeparatorOption,
    TaskOption,
    choice,
)
from studio.cli.say import percent, say, say_json, say_text
from studio.data.encoded import Progress, Tell, quiet
from studio.data.inspect import inspect as inspect_data
from studio.data.remembered import Choices, as_decided, remember
from studio.data.report import DatasetReport
from studio.data.row_tokens import RowTokens, row_tokens
from studio.data.survey import several_datasets
from studio.errors import DatasetProblem, PlanProblem
from studio.hardware.detect import detect
from studio.hardware.device import gib
from studio.job import Columns, Data, Learning, RowOfFile, Task, TrainJob
from studio.models.local import read_model
from studio.paths import Home, open_home
from studio.planning.length_prices import LengthPrice, length_prices
from studio.planning.plan_job import JobToPlan

_SHOWN = 10


def inspect(  # noqa: PLR0913 - a command's options are its arguments
    data: Annotated[str, typer.Argument(help="File or folder of rows, or hub:owner/name[:part].")],
    model: Annotated[str | None, typer.Option("--model", help="Folder whose tokenizer counts the tokens.")] = None,
    prompt: PromptOption = None,
    answer: AnswerOption = "",
    separator: SeparatorOption = "",
    encoding: EncodingOption = "",
    task: TaskOption = "write",
    max_seq_len: LengthOption = None,
    row: Annotated[int | None, typer.Option("--row", min=1, help="Show this row token by token.")] = None,
    skip: Annotated[
        list[str] | None, typer.Option("--skip", help="Row to leave out, like 17 or faq.csv:17; may be repeated.")
    ] = None,
    remembered: Annotated[
        bool, typer.Option("--remember", help="Keep columns and skipped rows for the next time this file is chosen.")
    ] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """What the data is, what is wrong with it, and its token numbers.

    --json: `rows`, `shape`, `columns`, `problems` (`file`, `row`, `column`, `kind`, `title`, `hint`), `tokens`
    (`p50`, `p95`, `max`, `total`, `targets`, `cut`, `nothing_to_learn`), `length_choices`, `duplicates`, …;
    with --model `length_prices` (`max_seq_len`, `cut_rows`, `left_out_rows`, `need_bytes`, `fits`, `epoch_seconds`);
    with --row `file`, `row` and `pieces` (`text`, `token`, `learnt`, `cut`). A folder of several datasets: `files`
    (`file`, `shape`, `confidence`, `used_columns`, `rows`, `left_out_rows`, `problem`), `rows`.
    """
    place = open_home(home)
    data = as_files(place, data)
    said = Columns(prompt=tuple(prompt or ()), answer=answer, separator=separator, encoding=encoding)
    skipped = tuple(_row_of(each, data) for each in skip or ())
    wanted = as_decided(place.folder, Data(train=data, columns=said, skip_rows=skipped, max_seq_len=max_seq_len))
    limit = read_model(model, require_weights=False).max_positions if model else 2048
    kind: Task = choice(task, get_args(Task), "--task")
    if row is not None:
        _show_row(wanted, model, row, limit, kind, json=json)
        return
    if files := several_datasets(data, wanted.columns, kind):
        say_files(files, json=json)
        return
    report, _lengths, _targets = inspect_data(
        wanted, Path(model) if model else None, task=kind, max_positions=limit, cache=place.encoded, tell=_progress()
    )
    if remembered:
        remember(place.folder, data, Choices(columns=wanted.columns, skip_rows=wanted.skip_rows))
    prices = _prices(wanted, model, report, place) if model and kind == "write" else ()
    if json:
        say_json({**msgspec.to_builtins(report), "length_prices": prices})
    else:
        _say_report(report, prices)


def _prices(wanted: Data, model: str, report: DatasetReport, home: Home) -> tuple[LengthPrice, ...]:
    """Of the lengths to choose from, for a plain adapter on this computer; none where nothing can be planned."""
    if len(report.length_choices) < 2:
        return ()
    facts = read_model(model, require_weights=False)
    uncut = msgspec.structs.replace(wanted, max_seq_len=facts.max_positions)
    _report, lengths, targets = inspect_data(uncut, Path(model), max_positions=facts.max_positions, cache=home.encoded)
    learning = Learning(effective_batch_size=min(Learning().effective_batch_size, len(lengths)))
    job = TrainJob(name="inspect", model=model, data=wanted, learning=learning)
    asked = JobToPlan(job=job, facts=facts, lengths=lengths, num_targets=targets, device=detect().best)
    try:
        return length_prices(asked, [each.max_seq_len for each in report.length_choices])
    except PlanProblem:
        return ()


def _row_of(text: str, data: str) -> RowOfFile:
    """A row as people write it. Raises DatasetProblem."""
    file, _, number = text.rpartition(":")
    if not number.isdecimal():
        raise DatasetProblem(f"“{text}” is no row.", "Write its number, or its file and number: faq.csv:17.")
    return RowOfFile(file or Path(data).name, int(number))


def _progress() -> Tell:
    """Shows on one line of a terminal how far it is; says nothing into a file or a pipe."""
    if not sys.stderr.isatty():
        return quiet

    def tell(progress: Progress) -> None:
        read, size = progress.read_bytes, progress.total_bytes / 1e6
        share = "" if read is None else f", {read / 1e6:,.0f} of {size:,.0f} MB"
        done = progress.share == 1.0
        line = "" if done else f"{progress.rows:,} rows{share}; Ctrl+C ends, what is encoded is kept"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()

    return tell


def _show_row(wanted: Data, model: str | None, row: int, limit: int, task: Task, *, json: bool) -> None:
    if model is None:
        raise DatasetProblem("Tokens are those of a model.", "Name its folder: --model.")
    shown = row_tokens(wanted, Path(model), row, max_positions=limit, task=task)
    if json:
        say_json(shown)
        return
    learnt = sum(piece.learnt and not piece.cut for piece in shown.pieces)
    cut = sum(piece.cut for piece in shown.pieces)
    say(f"Row {shown.row:,} of {shown.file}: {len(shown.pieces):,} tokens, {learnt:,} learnt, {cut:,} cut off.")
    say("Learnt tokens stand in [brackets], cut ones in {braces}.")
    say_text(_coloured(shown))


def _coloured(shown: RowTokens) -> Text:
    """Token by token in two shades, so that their borders show; colour never alone says what is learnt."""
    text, inside = Text(), ""
    for number, piece in enumerate(shown.pieces):
        around = "{}" if piece.cut else "[]" if piece.learnt else ""
        if around != inside:
            text.append(inside[1:] + around[:1], style="bold")
            inside = around
        colour = "bright_black" if piece.cut else "green" if piece.learnt else "default"
        text.append(piece.text, style=f"{colour} underline" if number % 2 else colour)
        if piece.label:
            text.append(f"→{piece.label}", style="bold green")
    text.append(inside[1:], style="bold")
    return text


def _say_report(report: DatasetReport, prices: tuple[LengthPrice, ...]) -> None:
    shape = f"{report.shape} ({percent(report.shape_confidence)} sure)"
    say(f"{report.rows:,} rows, read as {shape}, {report.problem_count:,} with problems.")
    if report.labels:
        say(f"{len(report.labels):,} labels: {', '.join(report.labels[:20])}{', …' if len(report.labels) > 20 else ''}")
    if report.skipped_rows:
        say(f"{report.skipped_rows:,} rows are skipped, as you asked.")
    say(
        f"Tokens of a row: half have at most {report.tokens.p50:,}, 95 % at most {report.tokens.p95:,}, "
        f"the longest {report.tokens.max:,}."
    )
    if report.tokens.cut or report.tokens.nothing_to_learn:
        say(
            f"At {report.max_seq_len:,} tokens {report.tokens.cut:,} rows are cut and "
            f"{report.tokens.nothing_to_learn:,} have nothing left to learn."
        )
    _say_lengths(report, prices)
    kinds = sorted(report.problem_kinds.items(), key=lambda each: -each[1])
    for kind, count in kinds:
        say(f"  {count:>7,} × {kind}")
    for problem in report.problems[:_SHOWN]:
        say(f"  {problem.title} {problem.hint}")
    if report.problem_count > _SHOWN:
        say(f"  … and {report.problem_count - _SHOWN:,} more; --json lists up to a thousand.")


def _say_lengths(report: DatasetReport, prices: tuple[LengthPrice, ...]) -> None:
    price_of = {each.max_seq_len: each for each in prices}
    if len(report.length_choices) < 2:
        return
    say("What --max-seq-len costs:")
    for each in report.length_choices:
        mark = "  ← suggested" if each.max_seq_len == report.suggested_max_seq_len else ""
        lost = each.lost_tokens / max(1, each.tokens + each.lost_tokens)
        say(
            f"  {each.max_seq_len:>7,}: {each.cut_rows:,} rows cut, {each.nothing_to_learn:,} left out, "
            f"{lost * 100:.1f} % of the tokens lost{_price(price_of.get(each.max_seq_len))}{mark}"
        )


def _price(price: LengthPrice | None) -> str:
    """What a length costs on this computer."""
    if price is None or not price.need_bytes:
        return ""
    fit = "" if price.fits else ", which does not fit"
    minutes = price.epoch_seconds / 60
    return f", {gib(price.need_bytes)}{fit}, {minutes:,.1f} min a pass over the rows"
