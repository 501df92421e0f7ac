"""The three cards of choices on the New run page: model, data and learning."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path

from studio.api import DatasetReport, Plan, starters
from studio.errors import StudioError
from studio.job import Columns, Full
from ui.state import words
from ui.state.data_hub import named_dataset
from ui.state.data_problems import hidden_rows, problem_groups
from ui.state.hints import in_line
from ui.state.model_download import DownloadState
from ui.state.new_run import NewRun
from ui.state.new_run_choices import starter_of, updates_of
from ui.state.new_run_view import Badge, DataView, LearningView, ModelView
from ui.state.tongue import QT_TR_NOOP, full_stop, said_of, tr, tr_studio

PASSES = (1.0, 2.0, 3.0, 5.0, 10.0)
RATES = (5e-5, 1e-4, 2e-4, 5e-4, 1e-3)
FULL_RATES = (5e-6, 1e-5, 2e-5, 5e-5, 1e-4)


def model_view(run: NewRun, download: DownloadState | None = None) -> ModelView:
    """`download`: the latest one, shown here as long as it runs."""
    view = _model_view(run)
    if download is None or not download.runs:
        return view
    name = download.model.split("/")[-1]
    badge = Badge("download", tr("Downloading"), "mut")
    if download.paused:
        badge = Badge("pause", tr("Download paused"), "warn")
    return replace(view, badge=badge, note=said_of(name, download.line), note_tone="mut", share=download.share)


def _model_view(run: NewRun) -> ModelView:
    if not run.choices.model:
        return ModelView(Badge("info", tr("To choose"), "mut"), tr("Choose a model"), "", "", "mut")
    if run.model_problem is not None:
        problem = run.model_problem
        note = in_line(problem)
        name = Path(run.choices.model).name
        return ModelView(Badge("circle-x", tr("Cannot be used"), "bad"), name, "", note, "bad")
    assert run.facts is not None
    facts = run.facts
    badge = Badge("circle-check", tr("On this computer"), "ok")
    if isinstance(run.chosen, Plan) and not run.chosen.fits:
        badge = Badge("circle-x", tr("Too big as it is"), "bad")
    detail = f"{words.parameters(facts.parameters)} · {words.file_size(facts.weight_bytes)}"
    reads = tr("Reads up to {number} tokens at once.", number=words.count(facts.max_positions))
    if run.is_starter:
        reads = tr("Comes with the program: small, quick, and good for trying things out.")
    name = tr("Starter model") if run.is_starter else facts.name.split("--")[-1]
    return ModelView(badge, name, detail, reads, "mut")


def data_view(run: NewRun) -> DataView:
    choices = run.choices
    path = Path(choices.data)
    starter = starter_of(choices.data)
    name = (
        tr("Starter: {name}", name=tr(starters()[starter].title))
        if starter
        else named_dataset(choices.data) or path.name
    )
    columns = choices.columns
    empty = DataView(
        badge=Badge("info", tr("To choose"), "mut"),
        name=name or tr("Choose a file"),
        detail="",
        found="",
        columns=(),
        reads=columns.prompt,
        writes=columns.answer,
        separator=columns.separator,
        encoding=columns.encoding,
        chosen_by_hand=columns != Columns(),
        preview=None,
        counts="",
        counts_icon="info",
        counts_tone="mut",
        cut="",
        problems_title="",
        problems=(),
        problems_note="",
        skipped="",
        problem=("", ""),
        reading="",
        share=None,
        can_look=False,
    )
    if not choices.data:
        return replace(empty, counts=tr("CSV, Excel, JSON, Parquet or text; or drop a file on this window."))
    if run.data_problem is not None:
        badge = Badge("circle-x", tr("Cannot be read"), "bad")
        if run.problem_columns:
            badge = Badge("triangle-alert", tr("Columns to choose"), "warn")
        title, hint = run.data_problem
        return replace(empty, badge=badge, problem=(tr_studio(title), tr_studio(hint)), columns=run.problem_columns)
    if run.inspection is None:
        share = run.progress.share if run.progress else None
        return replace(empty, badge=Badge("hourglass", tr("Reading"), "mut"), reading=_reading(run), share=share)
    return _read_view(empty, run, run.inspection.report)


def _reading(run: NewRun) -> str:
    progress = run.progress
    if progress is None or not progress.rows:
        return tr("Reading and counting the rows.")
    share = "" if progress.share is None else f"{tr(', ')}{words.percent(progress.share)}"
    return tr("Reading and counting the rows: {number} so far{share}.", number=words.count(progress.rows), share=share)


def _read_view(empty: DataView, run: NewRun, report: DatasetReport) -> DataView:
    total = report.rows + report.left_out_rows + report.skipped_rows
    usable = report.train_rows > 0
    rows, held_out = words.counted(report.train_rows, "row"), words.count(report.held_out_rows)
    counts = tr("{rows} to learn from, {held_out} held out to check it", rows=rows, held_out=held_out)
    if not report.held_out_rows:
        counts = tr("{rows} to learn from, none held out: they are too few", rows=rows)
    if report.left_out_rows:
        counts += tr(", {number} left out", number=words.count(report.left_out_rows))
    groups = problem_groups(report)
    return replace(
        empty,
        badge=_data_badge(report),
        detail=f"{words.counted(total, 'row')} · {words.file_size(report.file_bytes)}",
        found=_found(run, report),
        columns=report.columns,
        reads=_reads(run, report),
        writes=_writes(run, report),
        preview=_preview(report),
        counts=full_stop(counts) if usable else tr("No row can be used as it is."),
        counts_icon="circle-check" if usable else "circle-x",
        counts_tone="ok" if usable else "bad",
        cut=_cut_words(report),
        problems_title=_problems_title(report),
        problems=groups,
        problems_note=_problems_note(report, hidden_rows(report, groups)),
        skipped=tr("{rows} skipped, as you asked.", rows=words.counted(report.skipped_rows, "row is", "rows are"))
        if report.skipped_rows
        else "",
        can_look=usable and run.facts is not None,
    )


def _data_badge(report: DatasetReport) -> Badge:
    if not report.train_rows:
        return Badge("circle-x", tr("Nothing to learn from"), "bad")
    if report.left_out_rows:
        return Badge("triangle-alert", tr("{rows} left out", rows=words.counted(report.left_out_rows, "row")), "warn")
    if report.problem_count:
        return Badge("triangle-alert", words.counted(report.problem_count, "note"), "warn")
    return Badge("circle-check", tr("No problems found"), "ok")


def learning_view(run: NewRun) -> LearningView:
    batch = run.batch
    problem = ""
    if batch is None:
        problem = tr("A whole number from 1 to 65,536, please.")
    elif isinstance(run.chosen, StudioError):
        problem = str(run.chosen)
    rows = run.inspection.report.train_rows if run.inspection else 0
    passes: list[tuple[float, str]] = []
    for epochs in sorted({*PASSES, run.choices.epochs}):
        text = tr("1 pass") if epochs == 1 else tr("{number} passes", number=f"{epochs:g}")
        if rows and batch:
            updates = updates_of(rows, batch, epochs)
            if epochs == run.choices.epochs and isinstance(run.chosen, Plan):
                updates = run.chosen.updates
            text += f" = {words.counted(updates, 'update')}"
        passes.append((epochs, text))
    suggested = run.suggested_rate
    rates: list[tuple[float | None, str, str]] = [
        (None, tr("{rate}, falling", rate=words.rate(suggested)), tr("suggested"))
    ]
    offered = FULL_RATES if isinstance(run.choices.method, Full) else RATES
    others = (rate for rate in offered if not math.isclose(rate, suggested))
    rates += [(rate, tr("{rate}, falling", rate=words.rate(rate)), "") for rate in others]
    badge = Badge("circle-check", tr("Ready"), "ok")
    if problem:
        badge = Badge("circle-x", tr("Needs you"), "bad")
    return LearningView(
        badge=badge,
        batch=run.choices.batch,
        batch_problem=problem,
        method=next((text for method, text in run.method_names if method == run.choices.method), tr("Own settings")),
        passes=tuple(passes),
        epochs=run.choices.epochs,
        rates=tuple(rates),
        learning_rate=run.choices.learning_rate,
    )


_SHAPES = {
    "messages": QT_TR_NOOP("conversations; every answer of the assistant is learned"),
    "conversations": QT_TR_NOOP("conversations; every answer of the assistant is learned"),
    "instruction": QT_TR_NOOP("instructions and their answers"),
    "prompt-completion": QT_TR_NOOP("prompts and how they go on"),
    "question-answer": QT_TR_NOOP("questions and answers"),
    "columns": QT_TR_NOOP("the columns you picked"),
    "chosen-rejected": QT_TR_NOOP("better and worse answers; the better ones are learned"),
    "text": QT_TR_NOOP("plain text; all of it is learned"),
    "labels": QT_TR_NOOP("texts with a label each"),
    "tags": QT_TR_NOOP("words with a label each"),
}


def _found(run: NewRun, report: DatasetReport) -> str:
    """What the file was read as and how sure that is."""
    read = tr("Read as {what}", what=tr(_SHAPES.get(report.shape, report.shape)))
    if report.shape != "columns":
        sure = tr("certain")
        if report.shape_confidence <= 0.995:
            sure = tr("{share} sure", share=words.percent(report.shape_confidence))
        read = f"{read}{tr(', ')}{sure}"
    return f"{read} · {_written(run) or words.counted(len(report.columns), 'column')}"


def _written(run: NewRun) -> str:
    """Separator and encoding of a file of text: as chosen, else as they were found."""
    chosen = run.choices.columns
    found = run.inspection.written if run.inspection else Columns()
    separator, encoding = chosen.separator or found.separator, chosen.encoding or found.encoding
    named = (tr(_SEPARATORS.get(separator, separator)), _ENCODINGS.get(encoding, encoding.upper()))
    return tr(", ").join(each for each in named if each)


_SEPARATORS = {
    ",": QT_TR_NOOP("comma"),
    ";": QT_TR_NOOP("semicolon"),
    "\t": QT_TR_NOOP("tab"),
    "|": QT_TR_NOOP("bar"),
}
_ENCODINGS = {"cp1252": "Windows-1252", "cp1251": "Windows-1251", "utf-8-sig": "UTF-8", "shift_jis": "Shift JIS"}


def _reads(run: NewRun, report: DatasetReport) -> tuple[str, ...]:
    if run.choices.columns.prompt:
        return run.choices.columns.prompt
    return () if report.shape in _WHOLE or len(report.used_columns) < 2 else report.used_columns[:-1]


def _writes(run: NewRun, report: DatasetReport) -> str:
    if run.choices.columns.answer:
        return run.choices.columns.answer
    return "" if report.shape in _WHOLE or len(report.used_columns) < 2 else report.used_columns[-1]


_WHOLE = ("messages", "conversations", "text")


def _preview(report: DatasetReport) -> tuple[str, str, str] | None:
    if not report.examples:
        return None
    row = report.examples[0]
    reads = _plain("".join(text for text, learned in row.pieces if not learned))
    writes = _plain("".join(text for text, learned in row.pieces if learned))
    return (tr("Row {number}", number=words.count(row.row)), reads, writes)


_CHAT_MARKS = re.compile(
    r"<\|[^|<>]*\|>\s*(?:system|user|assistant)?|<(?:start|end)_of_turn>\s*(?:user|model)?|</?s>|\[/?INST\]"
)


def _plain(text: str) -> str:
    """Without the marks of the chat format, which say nothing to people."""
    return " ".join(_CHAT_MARKS.sub(" ", text).split())


def _cut_words(report: DatasetReport) -> str:
    tokens = report.tokens
    if report.tokens_estimated:
        return tr("Tokens are estimated until a model is chosen.")
    if tokens.cut:
        longer = tr(
            "{rows} longer than {number} tokens and cut",
            rows=words.counted(tokens.cut, "row is", "rows are"),
            number=words.count(report.max_seq_len),
        )
        lost = tr("; {number} had nothing left to learn", number=words.count(tokens.nothing_to_learn))
        return full_stop(f"{longer}{lost if tokens.nothing_to_learn else ''}")
    if tokens.max:
        return tr(
            "Half of the rows have up to {half} tokens, the longest {longest}.",
            half=words.count(tokens.p50),
            longest=words.count(tokens.max),
        )
    return ""


def _problems_title(report: DatasetReport) -> str:
    if report.left_out_rows:
        if report.left_out_rows == 1:
            return tr("1 row cannot be used as it is")
        return tr("{rows} cannot be used as they are", rows=words.counted(report.left_out_rows, "row"))
    if report.problem_count:
        return words.counted(report.problem_count, "thing worth a look", "things worth a look")
    return ""


def _problems_note(report: DatasetReport, hidden: int) -> str:
    if not report.problem_count:
        return ""
    said: list[str] = []
    if hidden > 0:
        said.append(tr("And {number} more.", number=words.count(hidden)))
    if report.left_out_rows and report.rows:
        said.append(tr("The other {rows} fine.", rows=words.counted(report.rows, "row is", "rows are")))
    return " ".join((*said, tr("Your file is never changed.")))
