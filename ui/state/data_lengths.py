"""How long the rows are and what cutting them at a length costs: rows, memory and time."""

from __future__ import annotations

from dataclasses import dataclass

from studio.api import DatasetReport, Plan
from studio.job import RowOfFile
from ui.state import words
from ui.state.new_run import NewRun
from ui.state.tongue import tr

SHORTEST = 16


@dataclass(frozen=True)
class LengthBar:
    """One bar of the histogram."""

    from_tokens: int
    to_tokens: int
    rows: int


@dataclass(frozen=True)
class LengthsView:
    """The histogram and everything beside it."""

    summary: str
    bars: tuple[LengthBar, ...]
    cut_at: int
    """The longest that can be chosen where nothing is cut."""
    most: int
    """The right end of the axis, in tokens."""
    cut_title: str
    cut_line: str
    is_limited: bool
    """Whether a length is chosen."""
    facts: tuple[tuple[str, str], ...]
    """Numbers with what they count."""
    learned: str
    price: str
    """Of the length that is chosen, in memory and time."""
    suggestion: str
    suggested: int | None
    duplicates: tuple[RowOfFile, ...]
    """Rows that say the same as an earlier one, to be skipped in one click."""
    duplicates_line: str
    skip_duplicates: str


def lengths_view(run: NewRun) -> LengthsView | None:
    """None before the rows are counted."""
    if run.inspection is None or not run.inspection.report.histogram:
        return None
    report = run.inspection.report
    limit = run.choices.max_seq_len
    longest = max(each.to_tokens for each in report.histogram)
    cut_at = min(limit, longest) if limit else longest
    longer = rows_longer_than(report, cut_at) if limit else 0
    all_rows = sum(each.rows for each in report.histogram)
    suggestion, suggested = _suggestion(run, report)
    return LengthsView(
        summary=tr(
            "half have at most {half} tokens, 95 % at most {most}, the longest {longest}",
            half=words.count(report.tokens.p50),
            most=words.count(report.tokens.p95),
            longest=words.count(report.tokens.max),
        ),
        bars=tuple(LengthBar(each.from_tokens, each.to_tokens, each.rows) for each in report.histogram),
        cut_at=cut_at,
        most=longest,
        cut_title=tr("Cut at {number} tokens", number=words.count(cut_at)) if limit else tr("Nothing is cut"),
        cut_line=_longer(longer, all_rows) if limit else tr("Drag this to cut long rows."),
        is_limited=limit is not None,
        facts=_facts(report),
        learned=_learned(report),
        price=_price(run),
        suggestion=suggestion,
        suggested=suggested,
        duplicates=tuple(RowOfFile(each.file, each.row) for each in report.duplicates),
        duplicates_line=_duplicates(report),
        skip_duplicates=_skip_duplicates(report),
    )


def rows_longer_than(report: DatasetReport, tokens: int) -> int:
    """By the choices that were counted exactly, else by whole bars: at most as many."""
    for choice in report.length_choices:
        if choice.max_seq_len == tokens:
            return choice.cut_rows
    if report.max_seq_len == tokens:
        return report.tokens.cut + report.tokens.nothing_to_learn
    return sum(each.rows for each in report.histogram if each.to_tokens > tokens)


def typed_length(text: str) -> int | None:
    """A length as typed; None where it is none."""
    digits = text.replace(",", "").replace(" ", "")
    number = int(digits) if digits.isdecimal() else 0
    return number if SHORTEST <= number <= 10_000_000 else None


def _longer(longer: int, all_rows: int) -> str:
    if not longer:
        return tr("No row is longer.")
    share = f"{100 * longer / max(1, all_rows):.1f} %"
    return tr("{rows} longer: {share}", rows=words.counted(longer, "row is", "rows are"), share=share)


def _facts(report: DatasetReport) -> tuple[tuple[str, str], ...]:
    tokens = report.tokens
    if report.shape == "text":
        return ((words.count(report.rows), tr("blocks of joined text")), ("0", tr("tokens lost to cutting")))
    kept = report.rows - tokens.cut
    first = [(report.rows + report.left_out_rows + report.skipped_rows, tr("rows in the file"))]
    first.append((kept, tr("kept whole")))
    other = report.left_out_rows - tokens.nothing_to_learn
    rest = [
        (tokens.cut, tr("cut at the end, still useful")),
        (tokens.nothing_to_learn, tr("left out: only the question fits")),
        (other, tr("left out: cannot be used as they are")),
        (report.skipped_rows, tr("skipped, as you asked")),
    ]
    return tuple((words.count(number), said) for number, said in (*first, *(each for each in rest if each[0])))


def _learned(report: DatasetReport) -> str:
    tokens = report.tokens
    if not tokens.total:
        return ""
    share = words.percent(tokens.targets / tokens.total)
    learned, of = _millions(tokens.targets), _millions(tokens.total)
    return tr("{share} of all tokens are learned: {learned} of {all}.", share=share, learned=learned, all=of)


def _millions(number: int) -> str:
    return tr("{number} million", number=f"{number / 1e6:.2f}") if number >= 1_000_000 else words.count(number)


def _price(run: NewRun) -> str:
    plan = run.chosen
    if not isinstance(plan, Plan):
        return ""
    takes = words.about_duration(plan.updates * plan.seconds_per_update)
    needs = words.gib(plan.peak_bytes)
    if not plan.fits:
        return tr("So the run needs {memory}, which does not fit.", memory=needs)
    number = words.count(plan.micro_batch_size)
    return tr(
        "So the run needs {memory}, {number} at a time, and takes about {time}.",
        memory=needs,
        number=number,
        time=takes,
    )


def _suggestion(run: NewRun, report: DatasetReport) -> tuple[str, int | None]:
    """What another length would bring, where it is worth it."""
    now, limit = run.chosen, run.choices.max_seq_len
    wanted = report.suggested_max_seq_len
    if wanted is None or wanted == (limit or report.max_seq_len) or not isinstance(now, Plan):
        return "", None
    other = run.planned(run.choices_cut_at(wanted))
    choice = next((each for each in report.length_choices if each.max_seq_len == wanted), None)
    if not isinstance(other, Plan) or choice is None:
        return "", None
    cut = tr("Cut at {number} instead and no row is cut.", number=words.count(wanted))
    if choice.cut_rows:
        rows = words.counted(choice.cut_rows, "row is", "rows are")
        cut = tr("Cut at {number} instead and only {rows} cut.", number=words.count(wanted), rows=rows)
    return f"{cut} {_change(now, other)}", wanted


def price_a_suggestion(run: NewRun) -> bool:
    """Work out what the suggested length would bring; False where that is known. Takes as long as one plan."""
    wanted = run.inspection.report.suggested_max_seq_len if run.inspection else None
    if wanted is None or not isinstance(run.chosen, Plan) or run.planned(run.choices_cut_at(wanted)) is not None:
        return False
    run.plan_for(run.choices_cut_at(wanted))
    return True


def _change(now: Plan, other: Plan) -> str:
    """What the plan for another length would be like. Where it takes more rows at a time, it says so: that, and not
    their length, is why shorter rows may need more memory."""
    needs, takes = words.gib(other.peak_bytes), words.about_duration(other.updates * other.seconds_per_update)
    if not other.fits:
        return tr("The run then needs {memory}, which does not fit.", memory=needs)
    if other.micro_batch_size != now.micro_batch_size:
        before, after = words.count(now.micro_batch_size), words.count(other.micro_batch_size)
        return tr(
            "The run then takes {after} at a time instead of {before}, needs {memory} for that, and about {time}.",
            after=after,
            before=before,
            memory=needs,
            time=takes,
        )
    if now.gradient_checkpointing != other.gradient_checkpointing == "off":
        return tr(
            "The run then goes without gradient checkpointing, needs {memory} for that, and about {time}.",
            memory=needs,
            time=takes,
        )
    return tr("The run then needs {memory} and takes about {time}.", memory=needs, time=takes)


def _duplicates(report: DatasetReport) -> str:
    said: list[str] = []
    if report.duplicate_count:
        same = words.counted(report.duplicate_count, "row says", "rows say")
        said.append(tr("{rows} the same as an earlier one.", rows=same))
    if report.overlap_count:
        shared = words.counted(report.overlap_count, "held-out row is", "held-out rows are")
        said.append(tr("{rows} also trained on.", rows=shared))
    return " ".join(said)


def _skip_duplicates(report: DatasetReport) -> str:
    shown = len(report.duplicates)
    if not shown:
        return ""
    if shown < report.duplicate_count:
        return tr("Skip the first {number}", number=words.count(shown))
    return tr("Skip it") if shown == 1 else tr("Skip these {number}", number=words.count(shown))
