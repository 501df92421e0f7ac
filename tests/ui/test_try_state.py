"""What Try, Judge and Export know, by what a worker tells: no window and no model."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import msgspec
import pytest

from studio.api import (
    AfterFailed,
    AnswerEnded,
    Exchange,
    Exported,
    ExportJob,
    Noted,
    Progressed,
    TextWritten,
    TryEnded,
    brief_of,
)
from studio.errors import Remedy
from studio.job import Data, TrainJob
from studio.runs.conversations import conversation_file
from studio.runs.folder import RunFolder
from tests.ui.after_scenes import QUESTIONS, judgement, options, proof
from tests.ui.run_stories import machine, written
from ui.state.after_run import busy_with, in_window, told, where_now
from ui.state.export import ExportState, ExportView
from ui.state.judgement import JudgeState, judgement_view
from ui.state.known import KnownRun
from ui.state.rail import device_card
from ui.state.try_it import TryState, conversation_name

JOB = TrainJob(name="support-replies", model="models/Qwen3-4B", data=Data(train="rows.csv"))


@pytest.fixture
def chat() -> TryState:
    made = TryState("runs/support-replies", JOB, 1125)
    made.questions = QUESTIONS
    return made


# Try


def test_both_sides_are_asked_the_same_with_the_same_seed(chat: TryState) -> None:
    chat.settings = replace(chat.settings, temperature=0.7, seed=5)
    job = chat.ask("Where is it?")
    assert job.sides == ("base", "tuned")
    assert (job.temperature, job.seed, job.prompt) == (0.7, 5, "Where is it?")
    assert "seed 5" in chat.view().settings


def test_an_answer_grows_on_its_own_side(chat: TryState) -> None:
    chat.ask("Where is it?")
    for side, text in (("base", "I am"), ("base", " a model"), ("tuned", "On its way")):
        chat.hear(TextWritten(side=side, text=text))  # type: ignore[arg-type]
    base, tuned = chat.view().sides
    assert (base.turns[-1].answer, tuned.turns[-1].answer) == ("I am a model", "On its way")
    assert tuned.turns[-1].writing
    chat.hear(AnswerEnded(side="tuned", text="On its way.", num_tokens=40, seconds=2.0, reason="length"))
    ended = chat.view().sides[1]
    assert ended.footer == "40 tokens · 20 per second · 2.0 s"
    assert "longest answer" in ended.turns[-1].beside


def test_a_stop_during_the_first_answer_leaves_the_second_unanswered(chat: TryState) -> None:
    chat.ask("Where is it?")
    chat.hear(AnswerEnded(side="base", text="I", num_tokens=1, seconds=0.1, reason="stop"))
    chat.hear(TryEnded(device="cpu"))
    base, tuned = chat.view().sides
    assert base.turns[-1].beside == "Stopped here."
    assert tuned.turns[-1].beside == "Not answered."


def test_a_failure_is_told_in_its_own_words_and_the_next_question_can_be_asked(chat: TryState) -> None:
    chat.ask("Where is it?")
    chat.hear(AfterFailed(title="Out of memory.", hint="Close Blender.", kind="MemoryProblem"))
    assert chat.view().told is not None
    assert (chat.view().told.title, chat.view().doing) == ("Out of memory.", "")  # type: ignore[union-attr]
    chat.ask("And now?")
    assert chat.view().told is None


def test_a_held_out_question_begins_a_conversation_and_shows_what_its_row_answers(chat: TryState) -> None:
    first = chat.ask("Hello")
    assert chat.ask("Go on").conversation == first.conversation
    job = chat.ask(QUESTIONS[1].prompt, QUESTIONS[1])
    assert job.conversation != first.conversation
    view = chat.view()
    assert [len(side.turns) for side in view.sides] == [1, 1]
    assert view.expected == QUESTIONS[1].expected
    assert view.expected_row == "row 2,086, held out"
    assert [chosen for _, _, chosen in view.at_hand] == [False, True, False]


def test_other_questions_come_round(chat: TryState) -> None:
    seen = {question.row for question, _, _ in chat.view().at_hand}
    chat.other_questions()
    seen |= {question.row for question, _, _ in chat.view().at_hand}
    assert seen == {question.row for question in QUESTIONS}
    chat.other_questions()
    assert len(chat.view().at_hand) == 3


def test_a_kept_conversation_is_shown_as_it_was(chat: TryState) -> None:
    kept = Exchange(prompt=QUESTIONS[0].prompt, answers={"base": "No idea"}, at=1.0)
    chat.open_conversation("helmet", [kept])
    base, tuned = chat.view().sides
    assert base.turns[0].answer == "No idea"
    assert tuned.turns[0].beside == "Not answered."
    assert chat.ask("Why?").conversation == "helmet"


@pytest.mark.parametrize("prompt", ["What is 2/3 of “x”?", "../../etc", "日付は?", "??", "a" * 300, "- x"])
def test_the_name_of_a_conversation_is_always_that_of_a_file(prompt: str, tmp_path) -> None:
    names: list[str] = []
    for _ in range(3):
        names.append(conversation_name(prompt, names))
    assert len({conversation_file(RunFolder(tmp_path), name) for name in names}) == 3


# where


def test_while_a_run_learns_it_is_said_where_models_answer(tmp_path) -> None:
    run = written(tmp_path, "running", 1e9)
    watch = run.watch()
    known = KnownRun(run.run.name, run.job, brief_of(watch.story, "running"), watch.story)
    said = where_now([known], machine())
    assert said is not None
    assert said.title == "support-replies is using the graphics card, so models answer on the processor."
    bare = msgspec.structs.replace(machine(), devices=machine().devices[1:])
    assert "same processor" in where_now([known], bare).title  # type: ignore[union-attr]
    assert where_now([], machine()) is None
    run.dead()


def test_the_rail_says_what_a_run_is_asked() -> None:
    assert device_card(machine(), [], ExportJob(run="x", kind="gguf")).doing == "Making an export"
    assert device_card(machine(), []).doing == "Nothing is running"


def test_one_thing_at_a_time_with_its_reason() -> None:
    assert "An export is being made" in busy_with(ExportJob(run="x", kind="gguf"))
    assert busy_with(None) == ""
    assert told(AfterFailed.cancelled()) is None


# Judge


def test_a_judgement_says_numbers_with_how_sure_they_are() -> None:
    view = judgement_view(judgement())
    assert (view.icon, view.tone) == ("circle-check", "ok")
    facts = {fact.what: (fact.number, fact.beside) for fact in view.facts}
    assert facts["Held-out loss"] == ("2.214 → 1.163", "change -1.051, surely between -1.098 and -1.004")
    assert facts["Perplexity"] == ("9.15 → 3.20", "on 477 rows it never saw")
    assert facts["Right answers"] == ("3 % → 88 %", "88 of 100 word for word, 91 but for form")
    assert facts["Loss on a general text"][1] == "it did not forget"
    assert view.rows["best"][0].tuned_right
    assert not view.rows["best"][0].base_right


def test_a_judgement_without_held_out_rows_names_none() -> None:
    assert judgement_view(judgement()).made.endswith("Both models read the same held-out rows and a general text.")
    alone = msgspec.structs.replace(judgement(), held_out=None)
    assert judgement_view(alone).made.endswith("Both models read the same general text.")


def test_a_table_of_many_labels_counts_the_rest_as_others() -> None:
    view = judgement_view(judgement())
    assert view.table is not None
    assert view.table.columns == ("refund", "delivery", "repair", "other")
    assert view.table.counts[2] == (0, 4, 17, 1)
    many = tuple(f"label {number}" for number in range(12))
    counts = tuple(tuple(int(row == column) * 9 for column in range(13)) for row in range(12))
    found = judgement()
    assert found.tuned is not None
    confusion = msgspec.structs.replace(found.tuned.confusion, labels=(*many, "(other)"), counts=counts)
    tuned = msgspec.structs.replace(found.tuned, confusion=confusion)
    table = judgement_view(msgspec.structs.replace(found, tuned=tuned)).table
    assert table is not None
    assert table.note == "5 more labels have fewer rows."
    assert {sum(row) for row in table.counts} == {9}


def test_judging_tells_how_far_it_is() -> None:
    state = JudgeState(None)
    state.begin()
    state.hear(Progressed(stage="answering rows", done=16, total=64))
    assert (state.doing, state.share) == ("Answering held-out rows, 16 of 64", 0.25)
    assert state.view() is None


# Export


def card(state: ExportState, kind: str) -> ExportView:
    return next(view for view in state.views() if view.kind == kind)


def steps(view: ExportView) -> list[str]:
    return [step.state for step in view.steps]


@pytest.fixture
def exports() -> ExportState:
    made = ExportState("runs/support-replies", "Qwen3-4B")
    made.free_bytes = 212 * 10**9
    made.see_options(options())
    return made


def test_an_export_is_done_only_after_its_last_step(exports: ExportState) -> None:
    exports.make("merged")
    for event, wanted in (
        (Progressed(stage="asking tuned"), ["now", "to do", "to do", "to do"]),
        (Progressed(stage="writing weights", done=1, total=4), ["done", "now", "to do", "to do"]),
        (Progressed(stage="proving"), ["done", "done", "now", "to do"]),
    ):
        exports.hear(event)
        view = card(exports, "merged")
        assert (view.state, steps(view)) == ("working", wanted)
    exports.hear(Exported(folder="x", kind="merged", size_bytes=8_050_000_000, proof=proof(), seconds=3.0))
    view = card(exports, "merged")
    assert (view.state, steps(view), view.size) == ("done", ["done"] * 4, "8.1 GB")
    assert view.words_of_state == "peft 0.18.0: 12 answers, 384 tokens, all the same."


def test_a_hint_that_names_an_option_of_a_command_names_what_is_on_the_page() -> None:
    failed = AfterFailed(title="No memory.", hint="Choose --device cpu.", kind="MemoryProblem", remedy="other device")
    said = told(failed)
    assert said is not None
    assert said.hint == "Close other programs, then try again."
    assert {in_window("--to", each) for each in get_args(Remedy) if each}.isdisjoint({"", "--to"})


def test_a_mismatch_is_a_failure_at_the_last_step(exports: ExportState) -> None:
    exports.make("gguf")
    exports.hear(Progressed(stage="proving"))
    title = "The export does not answer like the tuned model, so it was not kept."
    exports.hear(AfterFailed(title=title, hint="Try another form.", kind="ProofProblem"))
    view = card(exports, "gguf")
    assert (view.state, view.title_of_state, view.folder) == ("failed", title, "")
    assert steps(view) == ["done", "done", "done", "failed"]
    assert view.button == "Make again"


def test_cancelling_leaves_the_card_as_it_was(exports: ExportState) -> None:
    exports.make("gguf")
    exports.cancel()
    assert card(exports, "gguf").title_of_state == "Cancelling …"
    exports.hear(AfterFailed.cancelled())
    assert card(exports, "gguf").state == "not made"


def test_what_is_not_possible_says_why_before_its_button(exports: ExportState) -> None:
    view = card(exports, "ollama")
    assert view.state == "impossible"
    assert "Ollama cannot write" in view.title_of_state
    assert exports.first_to_make == "adapter"


def test_each_type_of_numbers_is_an_export_of_its_own(exports: ExportState) -> None:
    exports.choose("gguf", "q8_0")
    assert exports.make("gguf") == ExportJob(run="runs/support-replies", kind="gguf", weight_type="q8_0")
    exports.hear(Exported(folder="x", kind="gguf", size_bytes=4_280_000_000, proof=proof(), seconds=3.0))
    assert card(exports, "gguf").state == "done"
    exports.choose("gguf", "float16")
    assert (card(exports, "gguf").state, card(exports, "gguf").size) == ("not made", "up to 8.0 GB")


def test_the_disk_tells_what_is_left_after_all_that_can_be_made(exports: ExportState) -> None:
    assert exports.disk == "212 GB free, 196 GB left after all that can still be made"


def test_near_ties_are_told(exports: ExportState) -> None:
    exports.make("adapter")
    exports.hear(Noted(title="Done on the processor."))
    tied = msgspec.structs.replace(proof(), near_ties=2)
    exports.hear(Exported(folder="x", kind="adapter", size_bytes=1, proof=tied, seconds=1.0))
    assert "the same but for 2 where two words were equally likely" in card(exports, "adapter").words_of_state
    assert exports.noted is not None
