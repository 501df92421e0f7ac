"""How long the rows are and what cutting them at a length costs: rows, memory and time."""

from __future__ import annotations

from dataclasses import dataclass

from studio.api import DatasetReport, Plan
from studio.errors import StudioError
from studio.job import RowOfFile
from ui.state import words
from ui.state.new_run import NewRun

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
        summary=f"half have at most {words.count(report.tokens.p50)} tokens, 95 % at most "
        f"{words.count(report.tokens.p95)}, the longest {words.count(report.tokens.max)}",
        bars=tuple(LengthBar(each.from_tokens, each.to_tokens, each.rows) for each in report.histogram),
        cut_at=cut_at,
        most=longest,
        cut_title=f"Cut at {words.count(cut_at)} tokens" if limit else "Nothing is cut",
        cut_line=_longer(longer, all_rows) if limit else "Drag this to cut long rows.",
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
        return "No row is longer."
    return f"{words.counted(longer, 'row is', 'rows are')} longer: {100 * longer / max(1, all_rows):.1f} %"


def _facts(report: DatasetReport) -> tuple[tuple[str, str], ...]:
    tokens = report.tokens
    if report.shape == "text":
        return ((words.count(report.rows), "blocks of joined text"), ("0", "tokens lost to cutting"))
    kept = report.rows - tokens.cut
    facts = [(report.rows + report.left_out_rows + report.skipped_rows, "rows in the file")]
    facts += [(kept, "kept whole"), (tokens.cut, "cut at the end, still useful")]
    other = report.left_out_rows - tokens.nothing_to_learn
    facts += [
        (tokens.nothing_to_learn, "left out: only the question fits"),
        (other, "left out: cannot be used as they are"),
        (report.skipped_rows, "skipped, as you asked"),
    ]
    return tuple((words.count(number), said) for number, said in facts if number or said == "kept whole")


def _learned(report: DatasetReport) -> str:
    tokens = report.tokens
    if not tokens.total:
        return ""
    share = words.percent(tokens.targets / tokens.total)
    return f"{share} of all tokens are learned: {_millions(tokens.targets)} of {_millions(tokens.total)}."


def _millions(number: int) -> str:
    return f"{number / 1e6:.2f} million" if number >= 1_000_000 else words.count(number)


def _price(run: NewRun) -> str:
    plan = run.chosen
    if not isinstance(plan, Plan):
        return ""
    takes = words.about_duration(plan.updates * plan.seconds_per_update)
    if not plan.fits:
        return f"So the run needs {words.gib(plan.peak_bytes)}, which does not fit."
    return f"So the run needs {words.gib(plan.peak_bytes)} and takes about {takes}."


def _suggestion(run: NewRun, report: DatasetReport) -> tuple[str, int | None]:
    """What another length would bring, where it is worth it."""
    now, limit = run.chosen, run.choices.max_seq_len
    wanted = report.suggested_max_seq_len
    if wanted is None or wanted == (limit or report.max_seq_len) or not isinstance(now, Plan):
        return "", None
    other = run.price_of(wanted)
    choice = next((each for each in report.length_choices if each.max_seq_len == wanted), None)
    if isinstance(other, StudioError) or choice is None:
        return "", None
    cut = "no row is" if not choice.cut_rows else f"only {words.counted(choice.cut_rows, 'row is', 'rows are')}"
    takes = words.about_duration(other.updates * other.seconds_per_update)
    price = f"The run then needs {words.gib(other.peak_bytes)} and takes about {takes}."
    if not other.fits:
        price = f"The run then needs {words.gib(other.peak_bytes)}, which does not fit."
    return f"Cut at {words.count(wanted)} instead and {cut} cut. {price}", wanted


def _duplicates(report: DatasetReport) -> str:
    said: list[str] = []
    if report.duplicate_count:
        same = "row says" if report.duplicate_count == 1 else "rows say"
        said.append(f"{words.count(report.duplicate_count)} {same} the same as an earlier one.")
    if report.overlap_count:
        shared = "row is" if report.overlap_count == 1 else "rows are"
        said.append(f"{words.count(report.overlap_count)} held-out {shared} also trained on.")
    return " ".join(said)


def _skip_duplicates(report: DatasetReport) -> str:
    shown = len(report.duplicates)
    if not shown:
        return ""
    if shown < report.duplicate_count:
        return f"Skip the first {words.count(shown)}"
    return "Skip it" if shown == 1 else f"Skip these {words.count(shown)}"
