"""`nightshift judge`: whether a run learned, with numbers and in words."""

from __future__ import annotations

from typing import Annotated

import typer

from studio.after import JudgeJob
from studio.cli.asked import ask
from studio.cli.options import DeviceOption, HomeOption, JsonOption, RunArgument
from studio.cli.say import say, say_json
from studio.errors import RunProblem
from studio.judging.judgement import Judgement, RowJudged, Scored, read_judgement
from studio.judging.statistics import Comparison, Confusion
from studio.paths import open_home
from studio.runs.folder import find_run

_SHOWN = 3
_WIDTH = 72


def judge(
    run: RunArgument,
    answers: Annotated[int, typer.Option("--answers", min=0, help="Held-out rows to answer, at most.")] = 100,
    device: DeviceOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Compare the tuned model with its base on held-out rows and on a general text, and say what came of the run.

    --json: `verdict` (`kind`, `sentence`, `reasons`, `hint`, `forgot`), `held_out` and `general` (`rows`, `before`,
    `after`, `low`, `high`; null: none), `base` and `tuned` (`rows`, `exact`, `normalised`, `confusion`), `best`,
    `worst`, `samples`.
    """
    where = open_home(home)
    folder = find_run(where, run)
    ask(where, JudgeJob(run=str(folder.path), answers=answers, device=device), quiet=json)
    found = read_judgement(folder)
    if found is None:
        raise RunProblem("The judgement cannot be read.", "Judge the run again.")
    if json:
        say_json(found)
    else:
        _say(found)


def _say(found: Judgement) -> None:
    verdict = found.verdict
    say(verdict.sentence)
    for reason in verdict.reasons:
        say(f"  {reason}")
    if verdict.hint:
        say(verdict.hint)
    _say_perplexity("Held-out rows", found.held_out)
    _say_perplexity("General text", found.general)
    for name, scored in (("Base", found.base), ("Tuned", found.tuned)):
        if scored is not None:
            _say_scored(name, scored)
    if found.tuned is not None and found.tuned.confusion is not None:
        _say_confusion(found.tuned.confusion)
    for title, rows in (("Improved most:", found.best), ("Known least:", found.worst)):
        if rows:
            say(title)
        for row in rows[:_SHOWN]:
            _say_row(row)


def _say_perplexity(what: str, comparison: Comparison | None) -> None:
    if comparison is not None:
        before, after = comparison.perplexities
        say(f"{what}: perplexity {before:,.2f} before, {after:,.2f} after.")


def _say_scored(name: str, scored: Scored) -> None:
    say(f"{name}: {scored.exact:,} of {scored.rows:,} answers right word for word, {scored.normalised:,} but for form.")


def _say_confusion(table: Confusion) -> None:
    width = max(len(label) for label in table.labels) + 1
    say("Expected (rows) and given (columns):")
    say(" " * width + " ".join(f"{label:>{width}}" for label in table.labels))
    for label, counts in zip(table.labels, table.counts, strict=False):
        say(f"{label:{width}}" + " ".join(f"{count:>{width}}" for count in counts))


def _say_row(row: RowJudged) -> None:
    say(f"  row {row.row:,}: loss {row.before:.3f} → {row.after:.3f}  {row.question[-_WIDTH:]!r}")
    base, tuned = ((each or "")[:_WIDTH] for each in (row.base, row.tuned))
    say(f"    expected {row.expected[:_WIDTH]!r}, base {base!r}, tuned {tuned!r}")
