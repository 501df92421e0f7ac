"""What a run waits for, and from when to when."""

import pytest

from studio.foreman.trouble import Surroundings, planned_bytes, trouble
from studio.settings import Settings

SETTINGS = Settings(keep_free_gb=1.0)
GB = 10**9


def reason(seen, waiting_for=None, settings=SETTINGS):
    found = trouble(seen, settings, waiting_for)
    return found and found.reason


@pytest.mark.parametrize(
    ("seen", "waits_for"),
    [
        (Surroundings(), None),
        (Surroundings(free_bytes=0, checkpoint_bytes=None), "disk"),
        (Surroundings(free_bytes=3 * GB, checkpoint_bytes=2 * GB), None),
        (Surroundings(free_bytes=3 * GB - 1, checkpoint_bytes=2 * GB), "disk"),
        (Surroundings(free_bytes=5 * GB, celsius=90), None),
        (Surroundings(free_bytes=5 * GB, celsius=91), "hot card"),
        (Surroundings(free_bytes=0, celsius=99, card_lost=True), "lost card"),
    ],
)
def test_a_run_waits_for_the_most_pressing_thing(seen, waits_for):
    assert reason(seen) == waits_for


def test_a_wait_ends_later_than_it_begins():
    nearly = Surroundings(free_bytes=4 * GB, checkpoint_bytes=2 * GB)
    assert (reason(nearly), reason(nearly, "disk")) == (None, "disk")
    warm = Surroundings(free_bytes=9 * GB, celsius=80)
    assert (reason(warm), reason(warm, "hot card")) == (None, "hot card")
    assert reason(Surroundings(free_bytes=9 * GB, celsius=75), "hot card") is None


def test_no_limit_of_temperature_is_no_limit():
    assert reason(Surroundings(celsius=110), settings=Settings(pause_above_celsius=0)) is None


def test_the_words_name_the_figures():
    found = trouble(Surroundings(free_bytes=GB, checkpoint_bytes=2 * GB, folder="/home/zoë"), SETTINGS)
    assert found is not None
    assert found.title == "The disk is nearly full: 1.00 GB free, 3.00 GB needed"
    assert "/home/zoë" in found.hint


@pytest.mark.parametrize(("present", "needs"), [(0, 5), (1, 4), (4, 1), (9, 1)])
def test_what_all_checkpoints_still_take_follows_from_one(present, needs):
    assert planned_bytes(2 * GB, present) == needs * 2 * GB
