"""The journey of a newcomer in three visits: start and pause, come back and ask, run again and compare.

    python -m tests.e2e.journey HOME VISIT [--whole] [--x] [--pictures FOLDER]

`--whole` waits for the end of the run in place of stopping it; `--x` uses mouse and keyboard of the X server that
DISPLAY names.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.support.stranger import Script, Stranger, XHand

_WHOLE_SECONDS = 1200.0


def start_and_pause(stranger: Stranger) -> Script:
    """The first start: one press, and the curve appears."""
    yield stranger.see("ready to train")
    stranger.picture("01_first_start")
    yield stranger.press("Try the starter")
    yield stranger.see("Getting ready")
    stranger.picture("02_getting_ready")
    yield stranger.until("the curve", lambda: stranger.points >= 5)
    stranger.picture("03_learning")
    yield stranger.press("Pause")
    yield stranger.see("is paused")
    stranger.picture("04_paused")
    yield stranger.close()


def come_back_and_ask(stranger: Stranger, *, whole: bool = False) -> Script:
    """The run is where it was; it goes on, ends and is asked."""
    yield stranger.see("One run is paused")
    stranger.picture("05_back")
    yield stranger.press("Run")
    yield stranger.until("the same curve", lambda: stranger.points >= 5)
    stranger.picture("06_still_paused")
    yield stranger.press("Resume")
    yield stranger.until("a longer curve", lambda: stranger.points >= 8)
    if not whole:
        yield stranger.press("Stop and save")
    yield stranger.until("the end", lambda: "What next?" in set(stranger.read()), _WHOLE_SECONDS)
    stranger.picture("07_ended")
    yield stranger.press("Try it")
    yield stranger.press("Your question")
    yield stranger.write("5 March 2031")
    stranger.picture("08_asking")
    yield stranger.press("Ask both")
    yield stranger.until("both answers", lambda: sum("per second" in said for said in stranger.read()) == 2)
    stranger.picture("09_answered")
    if whole:
        assert "2031-03-05" in set(stranger.read()), "it learnt to write dates"
    yield stranger.close()


def run_again_and_compare(stranger: Stranger) -> Script:
    """A second run beside the first."""
    yield stranger.see("starter dates")
    stranger.picture("10_one_run")
    yield stranger.press("Try the starter")
    yield stranger.until("the second curve", lambda: stranger.points >= 8)
    yield stranger.press("Stop and save")
    yield stranger.see("What next?")
    yield stranger.press("Home")
    yield stranger.see("starter dates 2")
    stranger.picture("11_two_runs")
    yield stranger.press("Compare")
    yield stranger.see("Only what differs")
    stranger.picture("12_compared")
    yield stranger.close()


def visits(*, whole: bool) -> dict[str, Callable[[Stranger], Script]]:
    """By name, in their order."""
    return {
        "start": start_and_pause,
        "ask": partial(come_back_and_ask, whole=whole),
        "compare": run_again_and_compare,
    }


def main() -> None:
    """One visit in this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("visit", choices=visits(whole=False))
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--x", action="store_true")
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    stranger = Stranger(XHand() if asked.x else None, asked.pictures)
    stranger.visit(asked.home, visits(whole=asked.whole)[asked.visit])


if __name__ == "__main__":
    main()
