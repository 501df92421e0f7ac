"""What the window may cost, in processor time; `benchmarks.window` has more."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import numpy as np
import pytest

from studio.events import TrainingStarted
from studio.paths import Home, open_home
from tests.benchmarks.frames import lost_spikes
from tests.support.pace import slowness
from tests.ui.run_stories import WrittenRun, preparation, update
from ui.feed import Feed
from ui.widgets.plot import LossPlot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def plot(qtbot) -> LossPlot:
    made = LossPlot()
    qtbot.addWidget(made)
    made.resize(740, 540)
    made.show()
    losses = np.random.default_rng(0).normal(1.0, 0.05, 200_000)
    losses[4_321::10_000] += 3.0
    made.set_data(losses, [], len(losses))
    return made


def test_no_spike_is_lost_at_any_zoom_and_a_lost_one_would_be_seen(plot: LossPlot) -> None:
    assert lost_spikes(plot) == 0
    show = plot._refresh

    def show_without_the_highest() -> None:
        show()
        x, y = plot.drawn
        plot._raw.setData(np.delete(x, y.argmax()), np.delete(y, y.argmax()))

    plot._refresh = show_without_the_highest
    assert lost_spikes(plot) > 0


def _ticks(feed: Feed, until) -> list[float]:
    """Seconds of the processor of each look, until something is so."""
    taken = []
    while not until():
        began = time.thread_time()
        feed.tick()
        taken.append(time.thread_time() - began)
        assert len(taken) < 2000
    pace = slowness()
    return [each / pace for each in taken]


def test_a_long_run_is_read_in_slices_that_block_nobody(tmp_path: Path, qapp) -> None:
    run = WrittenRun(tmp_path)
    run.begin(1e9)
    run.write([*preparation(1e9), TrainingStarted(from_update=0, updates=60_000, updates_per_epoch=375)])
    lines = (msgspec.json.encode(update(number, 1.0, 1e9 + number)) for number in range(1, 60_001))
    with run.run.events.open("ab") as file:
        file.write(b"\n".join(lines) + b"\n")
    feed = Feed(open_home(tmp_path))
    feed.show(run.run.name)
    taken = _ticks(feed, lambda: not feed.shown.behind)
    assert feed.shown.story.update == 60_000
    assert len(taken) > 1
    assert sorted(taken)[-2] <= 0.1  # the first one looks at the devices too
    assert sum(taken) <= 60_000 * 5e-6
    run.dead()


def test_many_runs_are_listed_soon_and_the_pages_are_not_drawn_for_each(home: Home, qapp) -> None:
    for number in range(120):
        run = WrittenRun(home.folder, f"run {number:03}")
        run.begin(1e9 + number)
        run.write([*preparation(1e9 + number), update(1, 2.0, 1e9 + number + 1)])
        run.end(1e9 + number + 2, "finished")
    feed, told = Feed(home), []
    feed.runs_changed.connect(lambda: told.append(len(feed.runs)))
    began = time.monotonic()
    taken = _ticks(feed, lambda: len(told) > 0 and feed.complete)
    assert [run.title for run in feed.runs] == [f"run {number:03}" for number in range(120)]
    assert told[-1] == 120
    assert len(told) <= 2 + (time.monotonic() - began) / 0.25
    assert sum(taken) <= 120 * 0.003
