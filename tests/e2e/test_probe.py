"""Measured once on this computer, planned by it at once afterwards, and trained as planned."""

import json

import pytest

from studio.starter import STARTER_MODEL, starter_files

TRAIN, _ = starter_files("dates")
USUAL = ("--model", str(STARTER_MODEL), "--data", str(TRAIN), "--effective-batch", "32", "--device", "cpu")


def test_a_plan_that_was_measured_is_kept_and_is_what_trains(nightshift):
    code, first, printed = nightshift.call("plan", *USUAL, "--probe", "--gradient-checkpointing", "off")
    assert code == 0, printed
    assert (first["basis"], first["error_bar"], first["fits"]) == ("probe", 0.2, True)
    assert first["measured"]["ended_early"] == ""
    (kept,) = nightshift.home.measurements.iterdir()
    (off,) = json.loads(kept.read_bytes())["measurement"]["modes"]
    assert len(off["points"]) >= 2, "enough for a line"
    assert list(nightshift.home.jobs.iterdir()) == []
    assert first["measured"]["seconds"] < 120
    assert sum(bytes_ for name, bytes_ in first["memory"].items() if name != "others") == first["peak_bytes"]

    code, again, printed = nightshift.call("plan", *USUAL, "--probe", "--gradient-checkpointing", "off")
    assert code == 0, printed
    assert again["measured"] == first["measured"]
    assert again["peak_bytes"] == first["peak_bytes"]

    code, run, printed = nightshift.call("train", *USUAL, "--updates", "2", "--gradient-checkpointing", "off")
    assert code == 0, printed
    assert run["update"] == 2
    plan = nightshift.watch().story.plan
    assert (plan.basis, plan.peak_bytes, plan.token_budget) == ("probe", first["peak_bytes"], first["token_budget"])


@pytest.mark.storm
def test_without_a_measurement_a_run_on_the_processor_goes_by_formula(nightshift):
    code, _, printed = nightshift.call("train", *USUAL, "--updates", "1")
    assert code == 0, printed
    assert nightshift.watch().story.plan.basis == "formula"
    assert not nightshift.home.measurements.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--model", str(STARTER_MODEL / "config.json"), "--lengths", "64", "--effective-batch", "8"), "no weights"),
        ((*USUAL[:2], "--lengths", "64", "--effective-batch", "8", "--task", "classify"), "made up"),
    ],
)
def test_what_cannot_be_measured_is_said_in_a_sentence(nightshift, arguments, words):
    code, answer, printed = nightshift.call("plan", *arguments, "--probe", "--device", "cpu")
    assert code == 1, printed
    assert words in answer["error"]["title"]
    assert answer["error"]["hint"]
    assert "Traceback" not in printed


def test_a_card_that_is_not_here_cannot_be_probed(nightshift):
    code, _, printed = nightshift.call(*("plan", *USUAL[:2], "--lengths", "64", "--effective-batch", "8"),
                                       "--probe", "--gpu", "RTX 3090")  # fmt: skip
    assert code == 2
    assert "--dry-run" in printed
