"""What the pages of tokens and lengths are told, without Qt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from msgspec import structs

from studio.api import Inspection, JobToPlan, Plan, RowShown, ShownToken, Turn
from studio.data.report import Bin, LengthChoice, TokenCounts, Twin
from studio.job import RowOfFile
from tests.ui.new_run_given import machine, plan_of, report
from ui.state.data_lengths import lengths_view, price_a_suggestion, rows_longer_than, typed_length
from ui.state.data_tokens import row_view, token_boxes
from ui.state.new_run import NewRun


def tokens(*texts: str, learnt: str = "", cut: str = "") -> tuple[ShownToken, ...]:
    return tuple(ShownToken(text, text in learnt, cut=text in cut and bool(cut)) for text in texts)


def test_what_no_turn_says_was_added_by_the_chat_format() -> None:
    turns = (Turn("user", "Hi there", False), Turn("assistant", "Yes.", True))
    made = token_boxes(
        tokens("<|im_start|>", "user", "\n", "Hi", " there", "<|im_end|>", "\n", "Yes", ".", "<|im_end|>",
               learnt="Yes.<|im_end|>"),
        turns,
    )  # fmt: skip
    assert [box.kind for box in made[:5]] == ["format", "format", "format", "read", "read"]
    assert [box.kind for box in made[-3:]] == ["learned", "learned", "learned format"]
    assert [box.text for box in made[:5]] == ["‹im_start›", "user", "⏎", "Hi", "there"]
    assert [number for number, box in enumerate(made) if box.starts_line] == [3, 7]


def test_tokens_that_are_cut_off_are_counted_and_not_learned() -> None:
    shown = RowShown(
        file="a.csv",
        row=1204,
        turns=(Turn("user", "Hi", False), Turn("assistant", "Yes.", True)),
        tokens=tokens("Hi", "Yes", ".", learnt="Yes.", cut="."),
    )
    view = row_view(shown, several_files=True)
    assert view.place == "Row 1,204 of a.csv"
    assert view.counts == "3 tokens, 1 of them learned, 1 cut off"
    assert [box.kind for box in view.boxes] == ["read", "learned", "cut"]
    assert [(bubble.who, bubble.learned) for bubble in view.bubbles] == [("Asked", False), ("Answer, learned", True)]


def test_the_numbers_beside_the_histogram_add_up(tmp_path: Path) -> None:
    run = NewRun(plan_of)
    run.see_machine(machine())
    path = tmp_path / "rows.csv"
    path.touch()
    run.choose_data(str(path))
    run.choose_length(256)
    asked = run.question()
    assert asked is not None
    choices = (
        LengthChoice(max_seq_len=256, max_tokens=256, tokens=90_000, cut_rows=34, lost_tokens=9000, nothing_to_learn=3),
        LengthChoice(max_seq_len=400, max_tokens=400, tokens=99_000, cut_rows=0, lost_tokens=0, nothing_to_learn=0),
    )
    said = report(
        rows=997, train_rows=957, held_out_rows=40, left_out_rows=8, skipped_rows=2, max_seq_len=256,
        tokens=TokenCounts(p50=80, p95=200, max=400, total=90_000, targets=30_000, cut=31, nothing_to_learn=3),
        histogram=(Bin(from_tokens=0, to_tokens=255, rows=966), Bin(from_tokens=256, to_tokens=511, rows=34)),
        length_choices=choices, suggested_max_seq_len=400, duplicate_count=1,
        duplicates=(Twin(file="rows.csv", row=9, of_file="rows.csv", of_row=4),), overlap_count=2,
    )  # fmt: skip
    lengths = np.full(957, 200)
    run.hear(asked, Inspection(said, lengths, lengths // 3), None)
    first = lengths_view(run)
    assert first is not None
    assert first.suggestion == "", "what takes as long as a plan comes later"
    assert price_a_suggestion(run)
    assert not price_a_suggestion(run)
    view = lengths_view(run)
    assert view is not None
    counted = {said: int(number.replace(",", "")) for number, said in view.facts}
    assert counted.pop("rows in the file") == sum(counted.values()) == 1007
    assert (view.cut_title, view.cut_line) == ("Cut at 256 tokens", "34 rows are longer: 3.4 %")
    assert view.learned == "33 % of all tokens are learned: 30,000 of 90,000."
    assert view.suggested == 400
    assert view.suggestion.startswith("Cut at 400 instead and no row is cut. The run then needs ")
    assert view.duplicates_line == "1 row says the same as an earlier one. 2 held-out rows are also trained on."
    assert view.duplicates == (RowOfFile("rows.csv", 9),)
    assert rows_longer_than(said, 511) == 0
    assert [typed_length(text) for text in ("1,024", "15", "", "much")] == [1024, None, None, None]


def test_a_length_that_takes_more_rows_at_a_time_says_so(tmp_path: Path) -> None:
    """Shorter rows may need more memory: not each of them, but more of them at once."""

    def plan_by_length(asked: JobToPlan) -> Plan:
        longest = int(asked.lengths.max())
        micro = 8 if longest <= 256 else 4
        return plan_of(replace(asked, job=structs.replace(asked.job, micro_batch_size=micro)))

    run = NewRun(plan_by_length)
    run.see_machine(machine())
    path = tmp_path / "rows.csv"
    path.touch()
    run.choose_data(str(path))
    asked = run.question()
    assert asked is not None
    choices = (
        LengthChoice(max_seq_len=256, max_tokens=256, tokens=90_000, cut_rows=34, lost_tokens=9000, nothing_to_learn=3),
    )
    histogram = (Bin(from_tokens=0, to_tokens=435, rows=1000),)
    said = report(length_choices=choices, suggested_max_seq_len=256, max_seq_len=435, histogram=histogram)
    lengths = np.full(said.rows, 435)
    run.hear(asked, Inspection(said, lengths, lengths // 3), None)
    assert price_a_suggestion(run)
    view = lengths_view(run)
    assert view is not None
    assert ", 4 at a time, and takes about " in view.price
    assert view.suggestion.startswith(
        "Cut at 256 instead and only 34 rows are cut. The run then takes 8 at a time instead of 4, needs "
    )
