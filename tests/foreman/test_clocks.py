"""Sleep and clocks that were set, by three clocks."""

import pytest

from studio.foreman.clocks import Clocks, clock_change_between, read_clocks, slept_between


@pytest.mark.parametrize(
    ("wall", "passed", "awake", "slept", "changed"),
    [
        (1.0, 1.0, 1.0, 0.0, 0.0),
        (3600.5, 3600.5, 0.5, 3600.0, 0.0),
        (3601.0, 1.0, 1.0, 0.0, 3600.0),  # daylight saving on a computer that keeps local time
        (-86400.0, 1.0, 1.0, 0.0, -86401.0),  # an empty battery
        (7200.0, 3600.5, 0.5, 3600.0, 3599.5),  # both in one night
        (2.5, 1.0, 1.0, 0.0, 0.0),  # adjusted a little
        (31.0, 31.0, 30.5, 0.0, 0.0),  # a process that was held up, not a sleep
    ],
)
def test_sleep_and_a_changed_clock_are_told_apart(wall, passed, awake, slept, changed):
    before, now = Clocks(1e9, 50.0, 40.0), Clocks(1e9 + wall, 50.0 + passed, 40.0 + awake)
    assert slept_between(before, now) == slept
    assert clock_change_between(before, now) == changed


def test_the_real_clocks_agree_while_nothing_happens():
    before = read_clocks()
    now = read_clocks()
    assert 0 <= now.passed - before.passed < 2
    assert slept_between(before, now) == clock_change_between(before, now) == 0
