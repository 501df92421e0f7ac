"""The rows of a new run: faults, what is left out, columns and length."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from studio.api import Inspection, Plan
from studio.data.problem import Problem
from studio.job import Columns, RowOfFile
from tests.ui.new_run_given import NOW, hear, report
from ui.state.new_run import NewRun
from ui.state.new_run_page import new_run_view


def faults() -> tuple[Problem, ...]:
    """Three rows without an answer and a note about the file."""
    rows = tuple(
        Problem(
            file="rows.csv",
            row=row,
            column="answer",
            kind="empty-answer",
            title=f"Row {row} of rows.csv has no answer.",
            hint="Fill it.",
        )
        for row in (214, 907, 1121)
    )
    note = Problem(
        file="rows.csv", kind="separator", title="Cells of rows.csv stand between “;”.", hint="Fine.", left_out=False
    )
    return (note, *rows)


def test_rows_with_faults_are_shown_by_kind_and_the_others_are_fine(run: NewRun, tmp_path: Path) -> None:
    kinds = {"empty-answer": 5, "separator": 1}
    hear(run, tmp_path / "rows.csv", problems=faults(), problem_count=6, problem_kinds=kinds, left_out_rows=5)
    data = new_run_view(run, NOW).data
    assert data.badge.words == "5 rows left out"
    assert data.problems_title == "5 rows cannot be used as they are"
    first, second = data.problems
    assert (first.title, first.skip) == ("5 rows have no answer", "Skip the first 3")
    assert [row.row for row in first.rows] == ["214", "907", "1,121"]
    assert first.rows[0].value == "(empty)"
    assert (second.title, second.skip, second.rows) == ("Cells of rows.csv stand between “;”.", "", ())
    assert data.problems_note == "And 2 more. The other 12,477 rows are fine. Your file is never changed."


def test_rows_left_out_by_hand_are_asked_for_once_and_kept_in_the_job(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", problems=faults(), problem_count=4, left_out_rows=3)
    wanted = new_run_view(run, NOW).data.problems[0].places
    run.skip(wanted)
    run.skip(wanted[:1])
    asked = run.question()
    assert asked is not None
    assert asked.data.skip_rows == wanted
    assert not run.just_chosen
    assert run.job().data.skip_rows == wanted


def test_a_column_that_many_rows_lack_can_be_exchanged(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", rows=5, train_rows=5, held_out_rows=0, left_out_rows=3, problems=faults()[1:],
         problem_count=3)  # fmt: skip
    assert new_run_view(run, NOW).data.problems[0].columns == ("topic",)
    run.choose_data(str(tmp_path / "rows.csv"))
    hear(run, tmp_path / "rows.csv", problems=faults()[1:], problem_count=3, left_out_rows=3)
    assert new_run_view(run, NOW).data.problems[0].columns == ()


def test_what_was_decided_about_a_file_comes_with_the_answer_and_is_not_asked_again(
    run: NewRun, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    path.touch()
    run.choose_data(str(path))
    asked = run.question()
    assert asked is not None
    assert run.just_chosen
    columns, skipped = Columns(prompt=("topic",), answer="answer"), (RowOfFile("rows.csv", 3),)
    data = msgspec.structs.replace(asked.data, columns=columns, skip_rows=skipped)
    lengths = np.full(12477, 40)
    run.hear(asked, Inspection(report(), lengths, lengths, data), None)
    assert run.question() is None
    assert (run.job().data.columns, run.job().data.skip_rows) == (columns, skipped)


def test_the_plan_follows_a_length_at_once_and_its_price_is_that_of_the_cut_rows(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", length=4000)
    assert isinstance(run.chosen, Plan)
    whole = run.chosen.peak_bytes
    cheaper = run.plan_for(run.choices_cut_at(1000))
    assert isinstance(cheaper, Plan)
    run.choose_length(1000)
    assert isinstance(run.chosen, Plan)
    assert whole > cheaper.peak_bytes == run.chosen.peak_bytes
    asked = run.question()
    assert asked is not None
    cut = np.full(12477, 1000)
    run.hear(asked, Inspection(report(max_seq_len=1000), cut, cut), None)
    run.choose_length(4000)
    assert isinstance(run.chosen, Plan)
    assert run.chosen.peak_bytes == whole, "the full lengths are still known"


def test_a_file_without_a_usable_row_cannot_be_started(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", rows=0, train_rows=0, held_out_rows=0, left_out_rows=3, examples=())
    view = new_run_view(run, NOW)
    assert view.headline == "New run: one thing needs you"
    assert view.start.line == "No row of this one can be used."


def test_the_starter_rows_are_called_by_name(run: NewRun) -> None:
    run.choose_data(run.demo.data.train, run.demo.data.held_out)
    assert new_run_view(run, NOW).data.name == "Starter: Dates"
    assert run.job().name == "starter dates"
