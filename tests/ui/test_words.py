"""Numbers and times in words."""

from __future__ import annotations

import time

import pytest

from ui.state import words

NOW = time.mktime((2026, 11, 20, 18, 20, 0, 0, 0, -1))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (0.4, "0.4 s"),
        (9.97, "10 s"),
        (21, "21 s"),
        (59.7, "1 min"),
        (168, "2 min 48 s"),
        (1440, "24 min"),
        (3599.9, "1 h"),
        (24600, "6 h 50 min"),
        (25320, "7 h 02 min"),
        (93600, "26 h"),
        (273600, "3 days 4 h"),
        (float("nan"), "unknown"),
    ],
)
def test_a_duration_is_said_the_way_people_say_it(given: float, said: str) -> None:
    assert words.duration(given) == said


def test_memory_is_in_gib_and_files_are_in_gb() -> None:
    assert words.gib(4.01 * 1024**3) == "4.01 GiB"
    assert words.gib(-0.001 * 1024**3, unit=False) == "0.00"
    assert words.file_size(31_400_000) == "31.4 MB"
    assert words.file_size(8_040_000_000) == "8.0 GB"
    assert words.file_size(999_960) == "1.0 MB"
    assert words.file_size(132_000_000) == "132 MB"
    assert words.file_size(812) == "812 bytes"


def test_counts_have_separators_and_nouns() -> None:
    assert words.count(12480) == "12,480"
    assert words.counted(1, "row") == "1 row"
    assert words.counted(3, "row") == "3 rows"
    assert words.counted(2, "pass", "passes") == "2 passes"
    assert words.counted_word(1, "run") == "One run"
    assert words.counted_word(14, "run") == "14 runs"
    assert words.parameters(4_022_000_000) == "4.0 billion parameters"
    assert words.parameters(14_900_000) == "15 million parameters"
    assert words.parameters(2_400_000) == "2.4 million parameters"


def test_a_finish_is_a_range_that_contains_the_estimate() -> None:
    assert words.clock_range(NOW + 24700, NOW + 26900, NOW) == "between 01:10 and 01:50"
    assert words.clock_range(NOW + 130, NOW + 170, NOW) == "about 18:23"
    assert words.clock_range(NOW + 30 * 3600, NOW + 31 * 3600, NOW) == "between Sun 00:20 and Sun 01:20"
    assert words.clock_from(NOW + 9 * 86400, NOW) == "29 Nov, 18:20"
    assert words.day_and_clock(NOW) == "Fri 20 Nov, 18:20"


def test_a_share_is_never_all_before_it_is() -> None:
    assert words.percent(0.5441) == "54 %"
    assert words.percent(0.999) == "99 %"
    assert words.percent(1.0) == "100 %"


def test_a_loss_has_three_decimals_and_its_absence_a_word() -> None:
    assert words.loss(1.2094) == "1.209"
    assert words.loss(None) == "–"
    assert words.loss(float("nan")) == "not a number"


@pytest.mark.parametrize(
    ("given", "said"), [(2e-4, "0.0002"), (2e-5, "0.00002"), (0.003, "0.003"), (1.5e-5, "0.000015")]
)
def test_a_learning_rate_has_no_exponent(given: float, said: str) -> None:
    assert words.rate(given) == said


@pytest.mark.parametrize(
    ("given", "said"), [(3, "5 s"), (42, "40 s"), (170, "3 min"), (1230, "20 min"), (24650, "6 h 50 min")]
)
def test_an_estimate_is_not_more_precise_than_it_is(given: float, said: str) -> None:
    assert words.about_duration(given) == said


def test_how_long_ago() -> None:
    assert [words.ago(each) for each in (3, 42, 130, 7300)] == ["just now", "40 s ago", "2 min ago", "2 h ago"]
    assert words.listed(["a", "b", "c"]) == "a, b and c"
