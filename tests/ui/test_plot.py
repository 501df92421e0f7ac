"""The loss plot on a real screen buffer: what is visible, what stays, how fast."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor

from tests.support.pace import Stopwatch
from ui.colors import DARK, LIGHT
from ui.state.curves import gaps
from ui.state.flags import Flag
from ui.state.plot_window import PlotWindow
from ui.theme import theme
from ui.widgets.flags import ICON_WIDTH, place_flags
from ui.widgets.plot import LossPlot
from ui.widgets.plot_paint import spread
from ui.widgets.ticks import log_ticks, ticks, written

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have no size hints


@pytest.fixture
def plot(qtbot):
    theme().set_mode("light")
    made = LossPlot()
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    yield made
    theme().set_mode("system")


def falling(count, noise=0.03):
    random = np.random.default_rng(0)
    return 0.9 + 1.4 * np.exp(-np.arange(count) / 100) + random.normal(0, noise, count)


def pixels(plot, color, tolerance=3):
    """How many pixels have this colour, and the columns they stand in."""
    image = plot.grab().toImage().convertToFormat(plot.grab().toImage().Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    wanted = QColor(color)
    away = np.abs(rows[:, :, :3].astype(int) - [wanted.blue(), wanted.green(), wanted.red()]).max(axis=2)
    found = away <= tolerance
    return int(found.sum()), np.flatnonzero(found.any(axis=0))


def test_a_spike_is_seen_at_any_length(plot):
    for count in (300, 30_000, 300_000):
        values = np.full(count, 1.0)
        values[count // 3] = 1.2
        plot.set_data(values, [], count)
        _, columns = pixels(plot, LIGHT.curve_raw, 40)
        assert columns.size
        x, y = plot._raw.getData()
        assert y.max() == 1.2
        assert x[y.argmax()] == count // 3 + 1


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_curve_stands_above_its_updates_in_every_language(qapp, qtbot, direction):
    qapp.setLayoutDirection(direction)
    try:
        plot = LossPlot()
        qtbot.addWidget(plot)
        plot.resize(700, 420)
        plot.show()
        plot.set_data(falling(400), [], 400)
        plot.grab()
        for update in (1, 100, 400):
            drawn_at = plot.mapFromScene(plot._box.mapViewToScene(QPointF(update, 1.0))).x()
            assert abs(drawn_at - plot.frame.x(update)) <= 1
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_spike_beyond_the_range_is_marked_at_the_top(plot):
    values = falling(500)
    values[300] = 90.0
    plot.set_data(values, [], 500)
    assert plot.shown_losses[1] < 5
    assert plot._above.tolist() == [301.0]


def test_a_loss_that_is_not_a_number_is_a_red_mark_at_its_update(plot):
    values = falling(400)
    plot.set_data(values, [], 400)
    assert pixels(plot, LIGHT.bad)[0] == 0
    values = values.copy()
    values[200] = math.nan
    plot.set_data(values, [], 400)
    found, columns = pixels(plot, LIGHT.bad)
    assert found >= 16
    assert abs(columns.mean() - plot.frame.x(201)) < 3


def test_a_skipped_update_is_no_red_mark(plot):
    values = falling(400)
    values[200] = math.nan
    plot.set_data(values, [], 400, skipped=np.array([201.0]))
    assert pixels(plot, LIGHT.bad)[0] == 0
    assert plot.words_at(201) == ("Update 201", "no row had anything to learn")


def test_nothing_but_nan_and_nothing_at_all_are_drawn_too(plot):
    plot.set_data(np.full(50, math.nan), [], 100)
    assert pixels(plot, LIGHT.bad)[0] > 100
    plot.set_data(np.empty(0), [], 100)
    plot.set_data(np.array([1.0]), [(0, 2.0)], 100)
    plot.grab()


def test_x_reaches_to_the_planned_end(plot):
    plot.set_data(falling(100), [], 1000)
    assert plot.shown_updates[0] <= 0
    assert plot.shown_updates[1] >= 1000


def test_a_dragged_view_stays_while_data_arrive_until_everything_is_asked_for(plot, qtbot):
    plot.set_data(falling(500), [], 1000)
    left, right = QPoint(round(plot.frame.x(100)), 200), QPoint(round(plot.frame.x(200)), 220)
    with qtbot.waitSignal(plot.zoomed) as told:
        qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=left)
        qtbot.mouseMove(plot.viewport(), right)
        qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=right)
    assert told.args == [True]
    seen = plot.shown_updates
    assert seen == pytest.approx((100, 200), abs=3)
    plot.set_data(falling(600), [], 1000)
    assert plot.shown_updates == seen
    plot.show_all()
    assert not plot.is_zoomed
    assert plot.shown_updates[1] >= 1000


def test_close_up_every_single_update_is_drawn(plot):
    plot.set_data(falling(100_000), [], 100_000)
    plot.look_closer(5000, 5200)
    x, _ = plot._raw.getData()
    assert set(range(5000, 5201)) <= set(x.astype(int))


def test_the_range_does_not_move_with_every_update(plot):
    values, ranges = falling(1000), set()
    for count in range(10, 1000, 10):
        plot.set_data(values[:count], [], 1000)
        ranges.add(plot.shown_losses)
    assert len(ranges) <= 8


def test_hovering_gives_the_exact_number_of_the_nearest_point(plot, qtbot):
    values = falling(200)
    values[120] = 1.94
    plot.set_data(values, [(121, 1.5)], 200)
    qtbot.mouseMove(plot.viewport(), QPoint(round(plot.frame.x(121)), round(plot.frame.y(1.94))))
    assert plot.pointed_at == 121
    first, second = plot.words_at(121)
    assert first == "Update 121: 1.940"
    assert second.endswith("held-out 1.500")


def test_of_many_updates_behind_one_pixel_the_spike_can_be_pointed_at(plot):
    values = np.random.default_rng(0).normal(1, 0.05, 200_000)
    values[99_999] = 1.6
    plot.set_data(values, [], 200_000)
    assert plot.hover_at(plot.frame.x(100_000), plot.frame.area.top() + 1) == 100_000


def test_arrows_go_from_update_to_update(plot, qtbot):
    plot.set_data(falling(50), [], 100)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.pointed_at == 50
    qtbot.keyClick(plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert plot.pointed_at == 40
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.pointed_at is None


def test_the_plot_follows_the_theme(plot):
    plot.set_data(falling(300), [(100, 1.5)], 600)
    assert pixels(plot, LIGHT.curve_smooth)[0] > 50
    theme().set_mode("dark")
    assert pixels(plot, LIGHT.curve_smooth)[0] == 0
    assert pixels(plot, DARK.curve_smooth)[0] > 50
    assert pixels(plot, DARK.card)[0] > 50_000
    assert plot._raw.opts["pen"].widthF() == 1  # thicker and antialiased takes half a second


def test_a_hundred_thousand_updates_are_drawn_fast(plot):
    values = falling(100_000)
    plot.set_data(values[:-20], [], 120_000)
    plot.grab()
    taken = [Stopwatch() for _ in range(20)]
    for each, end in zip(taken, range(len(values) - 19, len(values) + 1), strict=True):
        with each:
            plot.set_data(values[:end], [], 120_000)
            plot.viewport().repaint()
    seconds = sorted(each.seconds for each in taken)
    assert seconds[5] < 0.033, seconds  # the faster ones: a busy machine lengthens the others


def flag(at, words="Restarted"):
    return Flag(at, "rotate-ccw", words, "info", f"{words} at {at}")


def test_flags_keep_their_words_while_there_is_room(plot):
    plot.set_data(falling(500), [], 1000, [flag(100), flag(400)])
    assert [place.with_words for place in plot._places] == [True, True]
    plot.set_data(falling(500), [], 1000, [flag(100), flag(110), flag(120)])
    assert not all(place.with_words for place in plot._places)


@pytest.mark.parametrize(
    "lines", [[100], [100, 102], [100, 130, 160], [60, 300, 310, 320, 600], [51, 52, 53], [640, 648]]
)
def test_flags_do_not_touch_and_stand_over_their_lines(lines):
    widths = [90.0 + 20 * (number % 3) for number in range(len(lines))]
    places = place_flags(lines, widths, 20, 660)
    for one, other in pairwise(places):
        crowded = not (one.with_words or other.with_words)
        assert crowded or one.left + one.width <= other.left
    for line, place in zip(lines, places, strict=True):
        assert place.left >= 20
        assert place.left + place.width <= 660
        if place.with_words:
            assert place.left <= line <= place.left + place.width
        else:
            assert place.width == ICON_WIDTH
    if len(lines) == 1:
        assert places[0].with_words


def test_ticks_are_round_and_written_short():
    assert ticks(0.8, 2.4, 4) == [1.0, 1.5, 2.0]
    assert ticks(0, 1125, 6, whole=True) == [0, 200, 400, 600, 800, 1000]
    assert ticks(0, 3, 6, whole=True) == [0, 1, 2, 3]
    assert [written(1200, 200), written(0.5, 0.5), written(0.0002, 0.0002), written(0, 0.0002)] == [
        "1,200",
        "0.5",
        "0.0002",
        "0",
    ]


@pytest.mark.parametrize("heights", [[100.0, 104.0], [395.0, 398.0], [2.0, 3.0], [50.0, 300.0], [398.0]])
def test_numbers_at_line_ends_never_cover_each_other_or_leave_the_plot(heights):
    placed = spread(heights, 10, 390)
    assert all(lower - upper >= 18 for upper, lower in pairwise(placed))
    assert all(10 <= height <= 390 for height in placed)


def test_a_logarithmic_axis_shows_small_losses_and_points_at_them_alike(plot):
    values = np.exp(-np.arange(400) / 60) * 2
    plot.set_data(values, [(200, 0.1)], 400)
    assert plot.shown_losses[0] == 0.0
    plot.set_log(True)
    assert 0 < plot.shown_losses[0] < values.min() < values.max() < plot.shown_losses[1]
    assert plot.frame.y(0.2) - plot.frame.y(2.0) == pytest.approx(plot.frame.y(0.02) - plot.frame.y(0.2))
    assert plot.hover_at(plot.frame.x(301), plot.frame.y(values[300])) == 301
    plot.set_data(np.zeros(50), [], 400)
    plot.grab()


def test_log_ticks_are_ones_twos_and_fives():
    assert log_ticks(0.09, 2.2, 8) == pytest.approx([0.1, 0.2, 0.5, 1.0, 2.0])
    assert log_ticks(1e-4, 100, 8) == pytest.approx([10.0**power for power in range(-4, 3)])
    assert log_ticks(0.9, 1.1, 4) == ticks(0.9, 1.1, 4)


def test_more_smoothing_is_smoother_and_least_is_nearly_the_loss(plot):
    plot.set_data(falling(1000, noise=0.2), [], 1000)
    roughness = []
    for strength in (0.0, 0.5, 1.0):
        plot.set_smoothing(strength)
        roughness.append(float(np.diff(plot.smoothed).std()))
    assert roughness[0] > 3 * roughness[1] > 9 * roughness[2] / 2
    assert plot.smoothing_span == pytest.approx(100)


def test_a_stretch_without_losses_is_a_gap(plot):
    values = falling(100)
    values[40:60] = math.nan
    plot.set_data(values, [], 100, skipped=np.arange(41.0, 61.0))
    middle = round(plot.frame.x(50.5))
    _, columns = pixels(plot, LIGHT.curve_raw, 40)
    assert not ((columns > middle - 40) & (columns < middle + 40)).any()
    assert gaps(np.array([1.0, 2.0, 5.0, 6.0]), np.array([3.0, 4.0])).tolist() == [False, True, False, True]
    assert not gaps(np.array([1.0, 5.0]), np.array([3.0]))[0]  # others between are only not drawn


def test_sleep_is_a_band_between_two_updates(plot):
    plot.set_data(falling(500), [], 1000)
    before = pixels(plot, LIGHT.field)[0]
    plot.set_data(falling(500), [], 1000, [Flag(250.5, "moon", "Asleep 32 min", "quiet", band=True)])
    found, _ = pixels(plot, LIGHT.field)
    assert found > before + 300


def test_a_click_chooses_and_a_drag_does_not(plot, qtbot):
    plot.set_data(falling(300), [], 300)
    chosen = []
    plot.chosen.connect(chosen.append)
    at = QPoint(round(plot.frame.x(100)), 200)
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [plot.choice]
    assert abs(chosen[0] - 100) <= 2
    qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(plot.viewport(), QPoint(at.x() + 80, 200))
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at.x() + 80, 200))
    assert len(chosen) == 1


def test_a_part_is_moved_sideways_but_not_beyond_the_ends(plot, qtbot):
    plot.set_data(falling(500), [], 1000)
    plot.look_closer(100, 200)
    qtbot.keyClick(plot, Qt.Key.Key_PageDown)
    assert plot.shown_updates == pytest.approx((150, 250))
    for _ in range(30):
        plot.pan(1.0)
    assert plot.shown_updates[1] == pytest.approx(1008)
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.shown_updates[1] - plot.shown_updates[0] == pytest.approx(50)
    plot.zoom(1000)
    assert not plot.is_zoomed


def test_the_latest_are_followed_with_the_width_that_was_in_view():
    window = PlotWindow()
    window.set_extent(500, 1000)
    window.show(100, 180)
    window.show_latest()
    window.set_extent(600, 1000)
    first, last = window.shown
    assert last - first == pytest.approx(80)
    assert first < 600 < last
