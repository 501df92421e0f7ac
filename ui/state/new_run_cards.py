"""The three cards of choices on the New run page: model, data and learning."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path

from studio.api import DatasetReport, Plan, starters
from studio.errors import StudioError
from studio.job import Full
from ui.state import words
from ui.state.new_run import NewRun, starter_of, updates_of
from ui.state.new_run_view import Badge, DataView, LearningView, ModelView, ProblemRow

PASSES = (1.0, 2.0, 3.0, 5.0, 10.0)
RATES = (5e-5, 1e-4, 2e-4, 5e-4, 1e-3)
FULL_RATES = (5e-6, 1e-5, 2e-5, 5e-5, 1e-4)
PROBLEMS_SHOWN = 3


def model_view(run: NewRun) -> ModelView:
    if not run.choices.model:
        return ModelView(Badge("info", "To choose", "mut"), "Choose a model", "", "", "mut")
    if run.model_problem is not None:
        problem = run.model_problem
        note = f"{problem.title} {problem.hint}"
        name = Path(run.choices.model).name
        return ModelView(Badge("circle-x", "Cannot be used", "bad"), name, "", note, "bad")
    assert run.facts is not None
    facts = run.facts
    badge = Badge("circle-check", "On this computer", "ok")
    if isinstance(run.chosen, Plan) and not run.chosen.fits:
        badge = Badge("circle-x", "Too big as it is", "bad")
    detail = f"{words.parameters(facts.parameters)} · {words.file_size(facts.weight_bytes)}"
    reads = f"Reads up to {words.count(facts.max_positions)} tokens at once."
    if run.is_starter:
        reads = "Comes with the program: small, quick, and good for trying things out."
    name = "Starter model" if run.is_starter else facts.name
    return ModelView(badge, name, detail, reads, "mut")


def data_view(run: NewRun) -> DataView:
    choices = run.choices
    path = Path(choices.data)
    starter = starter_of(choices.data)
    name = f"Starter: {starters()[starter].title}" if starter else path.name
    empty = DataView(
        badge=Badge("info", "To choose", "mut"),
        name=name or "Choose a file",
        detail="",
        columns=(),
        reads=(),
        writes="",
        shape="",
        preview=None,
        counts="",
        counts_icon="info",
        counts_tone="mut",
        cut="",
        problems_title="",
        problems=(),
        problems_note="",
        problem=("", ""),
    )
    if not choices.data:
        return replace(empty, counts="CSV, Excel, JSON, Parquet or text; or drop a file on this window.")
    if run.data_problem is not None:
        return replace(empty, badge=Badge("circle-x", "Cannot be read", "bad"), problem=run.data_problem)
    if run.inspection is None:
        return replace(empty, badge=Badge("hourglass", "Reading", "mut"), counts="Reading and counting the rows.")
    report = run.inspection.report
    total = report.rows + report.left_out_rows
    badge = Badge("circle-check", "No problems found", "ok")
    if report.left_out_rows:
        badge = Badge("triangle-alert", f"{words.counted(report.left_out_rows, 'row')} left out", "warn")
    elif report.problem_count:
        badge = Badge("triangle-alert", f"{words.counted(report.problem_count, 'note')}", "warn")
    reads, writes, shape = _columns_of(report)
    counts = f"{words.counted(report.train_rows, 'row')} to learn from"
    counts += f", {words.count(report.held_out_rows)} held out to check it"
    counts += f", {words.count(report.left_out_rows)} left out." if report.left_out_rows else "."
    usable = report.train_rows > 0
    if not usable:
        counts = "No row can be used as it is."
        badge = Badge("circle-x", "Nothing to learn from", "bad")
    return replace(
        empty,
        badge=badge,
        detail=f"{words.counted(total, 'row')} · {words.file_size(report.file_bytes)}",
        columns=report.columns if writes else (),
        reads=reads,
        writes=writes,
        shape=shape,
        preview=_preview(report),
        counts=counts,
        counts_icon="circle-check" if usable else "circle-x",
        counts_tone="ok" if usable else "bad",
        cut=_cut_words(report),
        problems_title=_problems_title(report),
        problems=tuple(
            ProblemRow(
                row=words.count(problem.row) if problem.row else "–",
                column=problem.column or "–",
                value=problem.value or "(empty)",
                why=f"{_short_title(problem.title)} {problem.hint}".strip(),
            )
            for problem in report.problems[:PROBLEMS_SHOWN]
        ),
        problems_note=_problems_note(report),
    )


def learning_view(run: NewRun) -> LearningView:
    batch = run.batch
    problem = ""
    if batch is None:
        problem = "A whole number from 1 to 65,536, please."
    elif isinstance(run.chosen, StudioError):
        problem = str(run.chosen)
    rows = run.inspection.report.train_rows if run.inspection else 0
    passes: list[tuple[float, str]] = []
    for epochs in sorted({*PASSES, run.choices.epochs}):
        text = f"{epochs:g} {'pass' if epochs == 1 else 'passes'}"
        if rows and batch:
            updates = updates_of(rows, batch, epochs)
            if epochs == run.choices.epochs and isinstance(run.chosen, Plan):
                updates = run.chosen.updates
            text += f" = {words.counted(updates, 'update')}"
        passes.append((epochs, text))
    suggested = run.suggested_rate
    rates: list[tuple[float | None, str, str]] = [(None, f"{words.rate(suggested)}, falling", "suggested")]
    offered = FULL_RATES if isinstance(run.choices.method, Full) else RATES
    rates += [(rate, f"{words.rate(rate)}, falling", "") for rate in offered if not math.isclose(rate, suggested)]
    badge = Badge("circle-x", "Needs you", "bad") if problem else Badge("circle-check", "Ready", "ok")
    return LearningView(
        badge=badge,
        batch=run.choices.batch,
        batch_problem=problem,
        method=next((text for method, text in run.method_names if method == run.choices.method), "Own settings"),
        passes=tuple(passes),
        epochs=run.choices.epochs,
        rates=tuple(rates),
        learning_rate=run.choices.learning_rate,
    )


_SHAPES = {
    "messages": "Conversations: the model learns to write every answer of the assistant.",
    "conversations": "Conversations: the model learns to write every answer of the assistant.",
    "text": "Plain text: the model learns to go on with it.",
}


def _columns_of(report: DatasetReport) -> tuple[tuple[str, ...], str, str]:
    """What is read, what is learned, and a sentence where there are no columns to choose from."""
    if report.shape in _SHAPES or len(report.used_columns) < 2:
        return (), "", _SHAPES.get(report.shape, "")
    return report.used_columns[:-1], report.used_columns[-1], ""


def _preview(report: DatasetReport) -> tuple[str, str, str] | None:
    if not report.examples:
        return None
    row = report.examples[0]
    reads = _plain("".join(text for text, learned in row.pieces if not learned))
    writes = _plain("".join(text for text, learned in row.pieces if learned))
    return (f"Row {words.count(row.row)}", reads, writes)


_CHAT_MARKS = re.compile(
    r"<\|[^|<>]*\|>\s*(?:system|user|assistant)?|<(?:start|end)_of_turn>\s*(?:user|model)?|</?s>|\[/?INST\]"
)


def _plain(text: str) -> str:
    """Without the marks of the chat format, which say nothing to people."""
    return " ".join(_CHAT_MARKS.sub(" ", text).split())


def _short_title(title: str) -> str:
    """Without the row and the file, which stand beside it."""
    short = re.sub(r"^Row [\d,]+ of \S+ ", "", title)
    return short[:1].upper() + short[1:]


def _cut_words(report: DatasetReport) -> str:
    tokens = report.tokens
    if report.tokens_estimated:
        return "Tokens are estimated until a model is chosen."
    if tokens.cut:
        longer = (
            f"{words.counted(tokens.cut, 'row is', 'rows are')} longer than {words.count(report.max_seq_len)} tokens"
        )
        lost = f"; {words.count(tokens.nothing_to_learn)} had nothing left to learn" if tokens.nothing_to_learn else ""
        return f"{longer} and cut{lost}."
    if tokens.max:
        return f"Half of the rows have up to {words.count(tokens.p50)} tokens, the longest {words.count(tokens.max)}."
    return ""


def _problems_title(report: DatasetReport) -> str:
    if report.left_out_rows:
        as_is = "it is" if report.left_out_rows == 1 else "they are"
        return f"{words.counted(report.left_out_rows, 'row')} cannot be used as {as_is}"
    if report.problem_count:
        return f"{words.counted(report.problem_count, 'thing')} worth a look"
    return ""


def _problems_note(report: DatasetReport) -> str:
    if not report.problem_count:
        return ""
    more = report.problem_count - PROBLEMS_SHOWN
    said = f"And {words.count(more)} more. " if more > 0 else ""
    if report.left_out_rows:
        said += (
            f"The other {words.counted(report.rows, 'row')} {'is' if report.rows == 1 else 'are'} fine. "
            if report.rows
            else ""
        )
    return f"{said}Your file is never changed."
