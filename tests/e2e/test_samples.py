"""Prompts answered while a run learns, by the real program."""

import pytest

from studio.starter import STARTER_MODEL, starter_files

TRAIN, HELD_OUT = starter_files("dates")
QUESTION = "Friday, 13 November 2026"


def train(nightshift, *options, updates=8):
    return nightshift.call(
        "train", "--model", str(STARTER_MODEL), "--data", str(TRAIN), "--held-out", str(HELD_OUT), "--effective-batch",
        "32", "--updates", str(updates), "--checkpoint-every", "0.5", *options,
    )  # fmt: skip


def test_prompts_are_answered_at_the_checks_and_the_last_answers_are_shown(nightshift):
    code, answer, printed = train(nightshift, "--sample", QUESTION, "--sample", "3 March")
    assert code == 0, printed
    assert nightshift.watch().run.job().sample_prompts == (QUESTION, "3 March")
    assert [(each["update"], each["prompt"]) for each in answer["samples"]] == [(8, QUESTION), (8, "3 March")]
    assert all(each["text"] for each in answer["samples"])
    events = nightshift.watch().run.events.read_text(encoding="utf-8")
    assert events.count('"sampled"') >= 4  # before the first update and after the last
    shown = nightshift.say("show", "last")
    assert f"After update 8, “{QUESTION}” is answered: {answer['samples'][0]['text']}" in shown


@pytest.mark.storm
def test_a_run_without_prompts_answers_held_out_questions_when_asked(nightshift):
    code, answer, printed = train(nightshift, "--queue", updates=2000)
    assert code == 0, printed
    run = answer["run"]
    nightshift.wait(lambda watch: watch.story.update >= 2)
    assert nightshift.watch(run).story.samples == []
    code, _, printed = nightshift.call("sample", run)
    assert code == 0, printed
    watch = nightshift.wait(lambda watch: len(watch.story.samples) == 2)
    first_lines = HELD_OUT.read_text(encoding="utf-8").splitlines()[:2]
    for sample, line in zip(watch.story.samples, first_lines, strict=True):
        assert sample.update >= 2
        assert any(part in sample.prompt for part in line.split('"') if len(part) > 8)
    nightshift.call("cancel", run)
    nightshift.wait(lambda watch: watch.state == "stopped")
    code, answer, _ = nightshift.call("sample", run)
    assert code == 1
    assert answer["error"]["title"] == f"{run} is stopped, so there is nothing to sample."


def test_a_model_of_labels_is_not_asked_for_words(nightshift):
    code, answer, _ = train(nightshift, "--task", "classify", "--sample", "x")
    assert code == 1
    assert "writes no answers" in answer["error"]["title"]


def test_a_balance_of_experts_is_refused_where_there_are_none(nightshift):
    code, answer, _ = train(nightshift, "--router-balance", "0.01")
    assert code == 1
    assert "no experts to keep in balance" in answer["error"]["title"]
    assert answer["error"]["hint"]
