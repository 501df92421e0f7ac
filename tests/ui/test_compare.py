"""Runs beside each other: what is drawn, what differs, and whether it is more than chance."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from studio.api import RunNotes, RunWatch, brief_of
from studio.job import Data, Full, TrainJob
from tests.support.past_runs import past_run
from tests.ui.run_stories import evaluated
from ui.state.chance import scatter, seed_difference, verdict
from ui.state.clone import choices_of, left_behind
from ui.state.compare import MOST, POINTS, CompareState
from ui.state.known import KnownRun
from ui.state.new_run_choices import Choices
from ui.state.settings_of_run import differing, settings_of

NOW = time.time()


def known(folder: Path, name: str, **changes: object) -> KnownRun:
    run = past_run(folder, name, NOW, **changes)  # type: ignore[arg-type]
    watch = RunWatch(run)
    watch.poll()
    return KnownRun(run.name, run.job(), brief_of(watch.story, watch.state), watch.story, RunNotes())


def test_only_what_differs_stands_in_the_table_and_says_from_whom(tmp_path: Path) -> None:
    one, two = known(tmp_path, "one"), known(tmp_path, "two", rank=64, rate=5e-5)
    state = CompareState(names=[one.name, two.name])
    view = state.view([one, two])
    assert view.columns == ("Adapter rank", "Learning rate")
    assert [row.settings for row in view.rows] == [
        (("16", False), ("0.0002", False)),
        (("64", True), ("0.00005", True)),
    ]
    assert f"The other {len(settings_of(one.job)) - 2} settings are the same" in view.same
    state.every_setting = True
    assert len(state.view([one, two]).columns) == len(settings_of(one.job))


def test_what_a_run_is_called_and_how_it_is_split_is_no_difference() -> None:
    job = TrainJob(name="a", model="m", data=Data(train="rows.csv"))
    same = TrainJob(name="b", model="m", data=Data(train="rows.csv"), micro_batch_size=4, device="cuda:0", world_size=2)
    assert differing([job, same]) == {}
    assert "Method" in differing([job, TrainJob(name="c", model="m", data=Data(train="rows.csv"), method=Full())])


def test_a_clone_takes_over_what_the_page_offers_and_names_the_rest(tmp_path: Path) -> None:
    job = past_run(tmp_path, "one", NOW, rank=64, batch=48).job()
    made = choices_of(job, Choices())
    assert (made.model, made.batch, made.method, made.data) == (job.model, "48", job.method, job.data.train)
    assert left_behind(job, TrainJob(name="x", model=job.model, data=job.data, method=job.method)) == [
        "Effective batch",
        "Updates asked for",
        "Learning rate",
    ]


@pytest.mark.parametrize("across", ["progress", "updates", "tokens", "hours"])
def test_every_axis_counts_what_it_says(tmp_path: Path, across: str) -> None:
    run = known(tmp_path, "one", updates=120, hours=6.0)
    state = CompareState(names=[run.name], across=across)  # type: ignore[arg-type]
    last = {"progress": 119 / 120, "updates": 119, "tokens": 119 * 23_470, "hours": 119 / 20}[across]
    (series,) = state.view([run]).series
    assert series.xs[0] == 0
    assert series.xs[-1] == pytest.approx(last)
    assert series.ys == tuple(each.eval_loss for each in run.story.evaluations)


def test_a_long_curve_of_every_update_keeps_its_mean(tmp_path: Path) -> None:
    run = known(tmp_path, "one", updates=2000)
    state = CompareState(names=[run.name], across="updates", curve="each update")
    (series,) = state.view([run]).series
    assert len(series.xs) == POINTS
    losses = np.asarray(run.story.curves.train_loss)
    weights = [len(part) for part in np.array_split(losses, POINTS)]
    assert np.average(series.ys, weights=weights) == pytest.approx(losses.mean())


def test_runs_that_were_hardly_checked_show_every_update_and_say_so(tmp_path: Path) -> None:
    one, two = known(tmp_path, "one"), known(tmp_path, "two", rank=64)
    state = CompareState(names=[one.name, two.name])
    assert (state.view([one, two]).curve, state.view([one, two]).too_few) == ("held-out", "")
    del two.story.evaluations[1:]
    shown = state.view([one, two])
    assert shown.curve == "each update"
    assert shown.too_few == "too few held-out checks for lines"
    assert all(len(series.xs) > 2 for series in shown.series)
    state.curve = "held-out"  # who asks for it gets it
    shown = state.view([one, two])
    assert [len(series.xs) for series in shown.series][1] == 1
    assert shown.too_few


def test_the_scatter_of_checks_is_found_in_spite_of_a_trend() -> None:
    random = np.random.default_rng(1)
    found = [scatter([1.0 - 0.05 * i + x for i, x in enumerate(random.normal(0, 0.01, 6))]) for _ in range(400)]
    assert np.mean(np.square(found)) == pytest.approx(0.01**2, rel=0.15)
    assert scatter([1.2, 1.1]) is None


def test_a_small_difference_is_chance_and_a_large_one_is_not(tmp_path: Path) -> None:
    one, near = known(tmp_path, "one", lowest=1.158), known(tmp_path, "near", lowest=1.160, rank=64)
    far = known(tmp_path, "far", lowest=1.5, rank=8)
    said = verdict(one, near, [one, near])
    assert said is not None
    assert said.title == "The difference between the first two is no larger than chance"
    certain = verdict(one, far, [one, far])
    assert certain is not None
    assert certain.title == "one is better by more than chance"
    assert not CompareState(names=[one.name, near.name]).view([one, near]).headline.endswith("is best")


def test_runs_that_differ_in_their_seed_alone_say_how_much_is_chance(tmp_path: Path) -> None:
    one, other = known(tmp_path, "one", lowest=1.158), known(tmp_path, "other", lowest=1.2, rank=64)
    seeds = [known(tmp_path, f"seed {n}", seed=n, rank=32, lowest=1.15 + 0.1 * n) for n in range(2)]
    assert seed_difference([one, other]) is None
    apart = seed_difference([one, other, *seeds])
    assert apart == pytest.approx(0.1, abs=0.02)
    assert verdict(one, other, [one, other]).certain
    said = verdict(one, other, [one, other, *seeds])
    assert not said.certain
    assert "random seed" in said.line


def test_two_checks_are_too_few_to_say(tmp_path: Path) -> None:
    one, other = known(tmp_path, "one", checks=1), known(tmp_path, "other", checks=1, rank=64)
    said = verdict(one, other, [one, other])
    assert said is not None
    assert said.title.endswith("cannot be said yet")
    assert CompareState(names=[one.name, other.name]).view([one, other]).headline.endswith(" is lowest so far")


def test_losses_on_other_rows_are_not_compared(tmp_path: Path) -> None:
    one, other = known(tmp_path, "one"), known(tmp_path, "other", lowest=1.0)
    other.story.evaluations[:] = [replace_tokens(each) for each in other.story.evaluations]
    view = CompareState(names=[one.name, other.name]).view([one, other])
    assert view.headline == "These runs were checked on different rows"
    assert view.verdict is None


def replace_tokens(each: object) -> object:
    import msgspec

    return msgspec.structs.replace(each, num_target_tokens=7)  # type: ignore[type-var]


def test_eight_runs_at_most_and_a_deleted_one_is_gone(tmp_path: Path) -> None:
    state = CompareState()
    assert all(state.add(f"run {number}") for number in range(MOST))
    assert not state.add("one more")
    state.suggest([])
    assert state.names == []


def test_a_run_that_was_never_checked_is_no_best(tmp_path: Path) -> None:
    one, two = known(tmp_path, "one"), known(tmp_path, "two")
    for run in (one, two):
        run.story.evaluations.clear()
    bare = [replace(run, brief=brief_of(run.story, "finished")) for run in (one, two)]
    view = CompareState(names=[run.name for run in bare]).view(bare)
    assert view.headline.startswith("None of these runs was checked")
    assert not any(row.is_best for row in view.rows)
    one.story.evaluations.append(evaluated(1, NOW))
    assert verdict(one, two, [one, two]) is None
