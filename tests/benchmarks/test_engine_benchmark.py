"""The arithmetic of the benchmark of the engine: what counts, what is put in relation, when a promise is kept."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from tests.benchmarks.engine.figures import Figures, Run, Update, ratio, summarise, tenth
from tests.benchmarks.engine.goals import goals
from tests.benchmarks.engine.machine import Watch
from tests.benchmarks.engine.report import figures_table, goals_table
from tests.benchmarks.engine.trajectory import compare

LIMITS = {"warm_up": 1, "foreign_limit": 0.3}


def run(peer: str, seconds: list[float], foreign: list[float] | None = None, **more) -> Run:
    """A run with 100 tokens an update, of which a fifth of what is worked on is padding."""
    foreign = foreign or [0.0] * len(seconds)
    updates = tuple(
        Update(update=number, at=float(number), seconds=each, tokens=100, targets=40, padded=125, foreign_cores=others)
        for number, (each, others) in enumerate(zip(seconds, foreign, strict=True), 1)
    )
    return Run(peer=peer, round=1, updates=updates, first_update_seconds=9.0, peak_bytes=2**30, **more)


def test_the_warm_up_and_disturbed_updates_do_not_count():
    found = summarise([run("hf", [9.0, 1.0, 1.2, 5.0, 1.4], [0, 0, 0, 2.0, 0.1])], [100] * 5, **LIMITS)
    assert (found.updates, found.seconds_per_update, found.noisy) == (3, 1.2, False)
    assert found.padding_share == pytest.approx(0.2)
    assert (found.peak_mb, found.same_rows) == (1024.0, True)


def test_without_quiet_updates_all_count_and_the_figures_say_so():
    found = summarise([run("hf", [9.0, 1.0, 2.0, 3.0], [2.0] * 4)], [100] * 4, **LIMITS)
    assert (found.updates, found.seconds_per_update, found.noisy) == (3, 2.0, True)


def test_other_tokens_than_the_rows_have_are_seen():
    assert not summarise([run("lf", [1.0] * 6)], [100, 100, 101, 100, 100, 100], **LIMITS).same_rows


def test_a_run_that_failed_keeps_its_sentence():
    failed = Run(peer="lf", round=1, problem="It could not be installed.")
    found = summarise([failed], [100], **LIMITS)
    assert found.problem in figures_table([found])


def test_the_ratio_compares_the_same_updates_with_each_other():
    ours = run("ours", [1.0, 1.0, 2.0, 4.0, 8.0, 1.0])
    peer = run("hf", [1.0, 2.0, 4.0, 8.0, 16.0, 9.0], [0, 0, 0, 0, 0, 3.0])
    assert ratio([ours], [peer], same_rows=True, **LIMITS) == 2.0


def test_peers_with_other_rows_are_compared_by_tokens_per_second():
    ours, peer = run("ours", [1.0] * 5), run("trl_packing", [3.0] * 5)
    assert ratio([ours], [peer], same_rows=False, **LIMITS) == pytest.approx(3.0)


def test_tenth():
    assert tenth(range(20)) == 2
    assert tenth([5.0]) == 5.0


def figures(peer: str, times: float, **more) -> Figures:
    return Figures(peer=peer, seconds_per_update=times, ratio=times, peak_mb=800, first_update_seconds=10.0, **more)


def test_every_promise_is_judged():
    measured = [
        figures("ours", 1.0),
        figures("ours_default", 0.5),
        figures("hf", 2.1),
        figures("trl", 2.5),
        figures("hf_rebalance", 1.5),
        figures("trl_padfree", 1.3),
    ]
    found = {each.name: each for each in goals(measured)}
    assert found["times faster than hf"].reached
    assert found["times faster than trl"].reached is False
    assert found["times faster than lf"].reached is None
    assert found["times faster than the best tuned peer (trl_padfree)"].reached is False
    assert found["times faster than hf, precision left open"].value == pytest.approx(4.2)
    assert found["memory, share of hf's"].reached
    assert found["start to first update, share of hf's"].reached is False
    assert "NOT REACHED" in goals_table(goals(measured))


def test_a_noisy_measurement_decides_nothing():
    found = {
        each.name: each for each in goals([figures("ours", 1.0), figures("hf", 3.0, noisy=True, noisy_start=True)])
    }
    assert found["times faster than hf"].value == 3.0
    assert found["times faster than hf"].reached is None
    assert found["start to first update, share of hf's"].reached is None


def with_losses(*losses: float, tokens: int = 100) -> list[Update]:
    return [
        Update(update=number, at=0.0, seconds=1.0, tokens=tokens, targets=40, padded=125, loss=loss)
        for number, loss in enumerate(losses, 1)
    ]


def test_trajectories_are_compared_at_every_tenth_update_and_the_last():
    theirs = with_losses(*[2.0] * 12)
    ours = with_losses(*[9.0] * 9, 2.01, 9.0, 1.96)
    found = compare(ours, theirs)
    assert found.updates == (10, 12)
    assert found.largest_difference == pytest.approx(0.02)
    assert not found.reached


def test_trajectories_over_other_tokens_are_not_the_same():
    assert not compare(with_losses(*[2.0] * 10), with_losses(*[2.0] * 10, tokens=99)).reached


def test_a_process_is_watched_from_outside():
    with subprocess.Popen([sys.executable, "-c", "input(bytearray(30_000_000)[:1])"], stdin=subprocess.PIPE) as child:
        watch = Watch(child.pid)
        time.sleep(0.6)
        watch.end()
        child.communicate(b"\n")
    first, last = watch.samples[0], watch.samples[-1]
    assert watch.peak_bytes() > 2**20
    assert watch.foreign_cores(first.at, last.at) >= 0.0
    assert watch.foreign_cores(last.at, first.at) == 0.0
