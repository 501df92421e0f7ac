"""What the Run page says, for every state a run can be in."""

from __future__ import annotations

import time
from typing import get_args

import msgspec
import numpy as np
import pytest

from studio.api import RunState
from studio.commands import Cancel, Pause, Resume, Stop
from studio.events import CardMeasured, Evaluated, RunEnded, TrainingStarted, Warned
from studio.job import Full
from studio.runs.story import RunStory
from tests.support.pace import Stopwatch
from tests.ui.run_stories import UPDATES, job, losses, machine, plan, preparation, saved, training, update, written
from ui.state.equation import equation
from ui.state.flags import flags
from ui.state.gauges import card_curves, gauges_of
from ui.state.headline import headline
from ui.state.kept import kept
from ui.state.outcome import outcome, same_questions
from ui.state.run import ShownRun, view_of
from ui.state.run_curves import curves_of, small_curves_of
from ui.state.run_report import report_of

NIGHT = time.mktime((2026, 11, 20, 23, 0, 0, 0, 0, -1))
MORNING = time.mktime((2026, 11, 21, 7, 0, 0, 0, 0, -1))

TABLE = {
    "queued": ("queued", "support-replies is next in line", (), Cancel),
    "starting": ("starting", "support-replies is getting ready: checking the split", (), Cancel),
    "running": ("running", "support-replies is learning well", (Pause, Stop), Cancel),
    "paused": ("paused", "support-replies is paused at update 612", (Resume, Stop), Cancel),
    "recovering": ("recovering", "support-replies stopped for a moment and will go on by itself", (), Cancel),
    "finished": ("finished", "support-replies is finished, and it learned", (), None),
    "stopped": (
        "stopped",
        "support-replies was stopped by you at update 214; everything so far is kept",
        (Resume,),
        None,
    ),
    "cancelled": ("stopped", "support-replies was cancelled at update 214", (Resume,), None),
    "failed": ("failed", "support-replies could not go on: the disk is full", (Resume,), None),
    "interrupted": ("interrupted", "support-replies was interrupted at update 431", (Resume,), None),
}


def test_the_table_knows_every_state():
    assert {state for state, *_ in TABLE.values()} == set(get_args(RunState))


@pytest.mark.parametrize("kind", TABLE)
def test_every_state_has_a_headline_a_line_and_its_buttons(kind, tmp_path):
    run = written(tmp_path, kind, NIGHT)
    watch = run.watch()
    state, words, commands, cancel = TABLE[kind]
    assert watch.state == state
    view = ShownRun(run.job, lambda: NIGHT).view(watch.story, watch.state)
    run.dead()
    assert view.headline == words
    assert view.below.endswith(".")
    assert tuple(type(action.command) for action in view.actions) == commands
    assert (type(view.cancel.command) if view.cancel else None) == cancel
    assert sum(action.filled for action in view.actions) <= 1
    assert "!" not in view.headline + view.below


def test_a_running_run_says_where_it_is_and_when_it_ends(tmp_path):
    run = written(tmp_path, "running", NIGHT)
    watch = run.watch()
    view = ShownRun(run.job, lambda: NIGHT).view(watch.story, watch.state)
    run.dead()
    assert view.below.startswith("Update 612 of 1,125. Finishes between 01:50 and 02:")
    assert view.below.endswith("Goes on if you close this window; saved 6 min ago.")
    assert view.percent == "54 %"
    assert view.equation == "each update: 32 = 4 × 8 × 1 GPU"
    assert view.twin.startswith("Loss 1.007, falling")
    assert ", falling; on held-out rows 1.170; update 612 of 1,125; finishes between" in view.twin


def test_a_finished_run_greets_in_the_morning_only(tmp_path):
    run = written(tmp_path, "finished", MORNING)
    story = run.watch().story
    assert headline(story, "finished", run.job, MORNING, "learning").startswith("Good morning. support-replies is")
    assert headline(story, "finished", run.job, NIGHT, "learning").startswith("support-replies is finished")


@pytest.mark.parametrize(
    ("rows", "ends"), [(12000, "ran exactly as asked."), (11996, "exactly as asked; the last of each pass has 28.")]
)
def test_a_finished_run_says_where_an_update_had_fewer_examples(tmp_path, rows, ends):
    run = written(tmp_path, "finished", MORNING)
    story = run.watch().story
    story.data = msgspec.structs.replace(story.data, rows=rows)
    assert ShownRun(run.job, lambda: MORNING).view(story, "finished").below.endswith(ends)


def story_of(count, values=None):
    story = RunStory()
    values = losses(UPDATES) if values is None else values
    for event in [*preparation(NIGHT - 300), *training(NIGHT - count * 20.4, 1, count, values)]:
        story.apply(event)
    return story


@pytest.mark.parametrize(
    ("going", "words"),
    [
        ("too early", "support-replies has begun to learn"),
        ("learning", "support-replies is learning well"),
        ("flat", "support-replies has learned little so far"),
        ("rising", "support-replies is running, but its loss is rising"),
        ("by heart", "support-replies is learning its rows by heart"),
        ("not a number", "support-replies is running, but its loss is not a number"),
    ],
)
def test_a_running_run_is_judged_honestly(going, words):
    view = view_of(story_of(100), "running", job(), NIGHT, trend_now=going)
    assert view.headline == words
    if going in ("flat", "rising", "by heart", "not a number"):
        assert "Goes on if you close" not in view.below  # advice stands there instead


def test_a_restart_is_the_news_for_ten_minutes():
    story = story_of(100)
    story.apply(TrainingStarted(at=NIGHT, from_update=60, updates=UPDATES, updates_per_epoch=375, attempt=2))
    soon = view_of(story, "running", job(), NIGHT + 60, trend_now="learning")
    later = view_of(story, "running", job(), NIGHT + 3600, trend_now="learning")
    assert soon.headline == "support-replies stopped for a moment and is running again"
    assert later.headline == "support-replies is learning well"
    assert [flag.words for flag in soon.flags] == ["Restarted"]


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("importing", "getting ready: starting the training program"),
        ("reading data", "getting ready: reading the rows"),
        ("loading model", "getting ready: loading the model"),
        ("planning", "getting ready: planning the updates"),
        ("checking", "getting ready: checking the split"),
        ("answering", "getting ready: answering held-out rows"),
        ("evaluating", "getting ready: checking it on held-out rows"),
        ("training", "getting ready: making the first update"),
    ],
)
def test_getting_ready_says_what_is_being_done(stage, words):
    story = RunStory(stage=stage)
    assert headline(story, "starting", job(), NIGHT, "too early") == f"support-replies is {words}"


@pytest.mark.parametrize("state", ["running", "starting"])
def test_after_the_last_update_the_rest_is_named(state):
    story = story_of(UPDATES)
    story.stage = "saving"
    view = view_of(story, state, job(), NIGHT)
    assert view.headline == "support-replies has made its last update: saving the result"
    assert (view.chip, view.actions) == ("running", ())
    story.stage = "answering"
    assert view_of(story, state, job(), NIGHT).headline.endswith("has made its last update: answering held-out rows")
    story = story_of(200)
    story.stage = "saving"
    assert view_of(story, state, job(), NIGHT).headline == "support-replies is stopping: saving the result"


def test_a_long_problem_stays_out_of_the_headline():
    story = story_of(50)
    title = "The graphics card has too little memory for even one of the rows of this dataset."
    story.apply(RunEnded(at=NIGHT, outcome="failed", commands_to=0, title=title, hint="Cut the longest rows."))
    view = view_of(story, "failed", job(), NIGHT)
    assert view.headline == "support-replies could not go on"
    assert view.happened[0].title == title
    assert view.what_to_do == ("What to do", "Cut the longest rows.")


def test_a_pressed_button_says_so_until_the_state_changes():
    story, shown = story_of(50), ShownRun(job(), lambda: NIGHT)
    shown.press(Pause(), "running")
    view = shown.view(story, "running")
    assert [action.waiting for action in view.actions] == ["Pausing after this update…"]
    assert view.cancel is None
    view = shown.view(story, "paused")
    assert [action.words for action in view.actions] == ["Resume", "Stop and save"]
    assert not any(action.waiting for action in view.actions)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "32 = 4 × 8 × 1 GPU"),
        ({"device_name": "AMD Ryzen 7, 16 cores"}, "32 = 4 × 8 × 1 processor"),
        ({"world_size": 2, "gradient_accumulation_steps": 4}, "32 = 4 × 4 × 2 GPUs"),
        (
            {
                "effective_batch_size": 16,
                "micro_batch_size": 3,
                "gradient_accumulation_steps": 6,
                "slices": (3, 3, 3, 3, 2, 2),
            },
            "16 = 4 × 3 + 2 × 2 on 1 GPU",
        ),
        (
            {"effective_batch_size": 17, "micro_batch_size": 2, "slices": (2,) * 8 + (1,)},
            "17 = 8 × 2 + 1 × 1 on 1 GPU",
        ),
    ],
)
def test_the_equation_is_exact(changes, words):
    assert equation(RunStory(plan=plan(**changes))) == words


def test_a_warning_is_flagged_at_the_update_it_came_with():
    story = story_of(100)
    at = story.curves.at[49] + 1
    story.apply(Warned(at=at, title="Out of memory at update 51, redone", hint="Nothing was lost."))
    (flag,) = flags(story, "running")
    assert (flag.update, flag.words, flag.tone) == (51, "Out of memory, redone", "warn")
    assert "Nothing was lost." in flag.detail


def test_a_warning_before_training_is_told_but_not_on_the_plot():
    story = RunStory()
    story.apply(Warned(at=NIGHT - 9999, title="Three rows are left out."))
    for event in training(NIGHT - 2000, 1, 10, losses(20)):
        story.apply(event)
    assert flags(story, "running") == ()
    assert "Three rows are left out." in [each.title for each in view_of(story, "running", job(), NIGHT).happened]


def test_what_happened_is_told_newest_first_and_only_the_latest_save(tmp_path):
    run = written(tmp_path, "running", NIGHT)
    told = view_of(run.watch().story, "running", run.job, NIGHT).happened
    run.dead()
    assert [each.at for each in told] == sorted((each.at for each in told), reverse=True)
    titles = [each.title for each in told]
    assert titles[0] == "Saved at update 600"
    assert sum(title.startswith("Saved") for title in titles) == 1
    assert "12,000 rows to learn from" in titles
    check = next(each for each in told if each.title == "The split was checked")
    assert check.detail == "Two ways of splitting the first update give the same gradient."
    assert "Restarted at update 420" in titles


def test_until_the_first_update_the_steps_are_shown():
    story = RunStory()
    for event in [*preparation(NIGHT - 300), *training(NIGHT, 1, 1, losses(9))[:-1]]:
        story.apply(event)
    view = view_of(story, "running", job(), NIGHT)
    assert view.layout == "getting ready"
    assert view.steps[-1].state == "now"
    assert all(step.state == "done" for step in view.steps[:-1])
    story.apply(update(1, 2.3, NIGHT))
    assert view_of(story, "running", job(), NIGHT).layout == "plot"


def test_answers_before_learning_are_a_step_only_where_every_weight_learns():
    view = view_of(RunStory(), "queued", job(), NIGHT)
    assert not any("held-out" in step.words for step in view.steps)
    view = view_of(RunStory(), "queued", msgspec.structs.replace(job(), method=Full()), NIGHT)
    assert any("Answer 200 held-out rows" in step.words for step in view.steps)


def test_what_was_kept_counts_what_was_lost():
    story = story_of(50)
    assert [each.title for each in kept(story, job())][-1] == "Nothing was saved yet"
    story.apply(saved(44, NIGHT))
    titles = [each.title for each in kept(story, job())]
    assert titles[0] == "Everything learned up to update 44"
    assert titles[-1] == "Lost: 6 updates"


def test_whether_it_learned_is_told_by_answers_then_held_out_loss_then_loss(tmp_path):
    story = written(tmp_path, "finished", NIGHT).watch().story
    told = outcome(story)
    assert (told.learned, told.number, told.sentence) == (True, "0 % → 98 % right", "on 200 rows it never saw")
    story.after = None
    assert (outcome(story).learned, outcome(story).number) == (True, "48 % lower")
    story.evaluations = []
    assert outcome(story).learned
    assert "none were held out" in outcome(story).sentence
    assert outcome(RunStory()).learned is None


def test_a_run_that_learned_nothing_is_told_so():
    story = story_of(100, np.random.default_rng(0).normal(2, 0.05, UPDATES))
    story.evaluations = [
        Evaluated(at=NIGHT, update=number, eval_loss=2.0, num_target_tokens=10, seconds=1.0) for number in (0, 75, 100)
    ]
    assert outcome(story).learned is False
    assert headline(story, "finished", job(), NIGHT, "flat") == "support-replies is finished, but it did not learn"


def test_answers_before_and_after_belong_to_the_same_question(tmp_path):
    story = written(tmp_path, "finished", NIGHT).watch().story
    assert story.before
    pairs = same_questions(story.before, story.after)
    assert len(pairs) == 4
    assert all(after and before.question == after.question for before, after in pairs)


def test_small_plots_have_their_number_and_a_caption_in_words():
    story = story_of(400)
    rate, norm, speed, memory = small_curves_of(story, job())
    assert (rate.title, rate.now, rate.caption) == ("Learning rate", "0.00015", "falls to zero by the end")
    assert norm.caption == "calmer now; 1.71 at update 389"
    assert speed.caption == "as planned"
    assert (memory.now, memory.caption) == ("15.90", "16.16 predicted, 20.17 free")


def test_a_skipped_update_is_not_a_number_that_went_wrong():
    story = story_of(10)
    story.apply(update(12, None, NIGHT))  # 11 was skipped
    view = curves_of(story)
    assert view.skipped.tolist() == [11.0]
    assert np.isnan(view.losses.values[[10, 11]]).all()


def test_the_gauges_show_the_device_of_the_run():
    name, gauges = gauges_of(machine(), story_of(3))
    assert name == "NVIDIA GeForce RTX 3090"
    assert [gauge.words for gauge in gauges] == ["19.44 of 23.69 GiB", "97 %", "71 °C, fine"]


def test_a_run_that_ended_early_says_why(tmp_path):
    run = written(tmp_path, "finished", NIGHT)
    story = run.watch().story
    whole = view_of(story, "finished", run.job, NIGHT)
    assert f"All {UPDATES:,} updates" in whole.below
    assert f"All {UPDATES:,} updates." in [each.detail for each in whole.happened]
    story.updates = UPDATES + 400
    early = view_of(story, "finished", run.job, NIGHT)
    assert "early: the held-out loss no longer fell" in early.below
    words = f"After {UPDATES:,} of {UPDATES + 400:,} updates: the held-out loss no longer fell."
    assert words in [each.detail for each in early.happened]


def test_a_finished_run_tells_how_its_card_did_by_update(tmp_path):
    run = written(tmp_path, "finished", NIGHT)
    curves = card_curves(run.watch().story)
    assert curves is not None
    assert len(curves.load) == len(curves.celsius) == UPDATES
    assert np.isfinite(curves.load[5:-10]).all(), "a point stands for all updates since the one before it"
    assert curves.celsius[0] < 60 < 70 < curves.celsius[600]
    assert curves.now.endswith(" %, 71 °C, 318 W")
    assert curves.caption == "°C dashed"
    assert small_curves_of(run.watch().story, job())[4].title == "Card at work"
    run.dead()


def test_what_a_card_does_not_tell_is_left_out():
    story = story_of(3)
    assert card_curves(story) is None, "nobody measured"
    story.apply(CardMeasured(at=NIGHT + 1e6, load=0.5))
    curves = card_curves(story)
    assert (curves.now, curves.caption) == ("50 %", "")
    assert curves.load.tolist() == [50.0] * 3
    assert np.isnan(curves.celsius).all()


def test_the_report_tells_the_story_and_where_it_lies(tmp_path):
    run = written(tmp_path, "failed", NIGHT)
    text = report_of(run.watch().story, "failed", run.job, str(run.run.path), "last line")
    assert "Problem: The disk is full. Free 2.1 GB" in text
    assert "Plan: 32 = 4 × 8 × 1 GPU" in text
    assert str(run.run.path) in text
    assert text.endswith("last line\n")


def test_a_view_of_a_long_run_is_cheap():
    story = story_of(20)
    for series in (story.curves.train_loss, story.curves.seconds, story.curves.at):
        series.extend([1.0] * 300_000)
    shown = ShownRun(job(), lambda: NIGHT)
    shown.view(story, "running")
    with Stopwatch() as taken:
        for _ in range(10):
            shown.view(story, "running")
    assert taken.seconds / 10 < 0.01
