"""The last seconds before the computer goes to sleep, in words."""

from __future__ import annotations

from studio.events import CountdownStarted
from ui.state import words
from ui.state.tongue import tr


def countdown_words(countdown: CountdownStarted | None, now: float) -> tuple[str, str] | None:
    """Title and hint while the computer is about to go to sleep; None: it is not."""
    if countdown is None:
        return None
    left = countdown.at + countdown.seconds - now
    if left < -10 or left > countdown.seconds + 10:  # nobody counts any more, or the clock was set
        return None
    in_words = words.duration(max(0, round(left))) if left >= 9.5 else tr("{seconds} s", seconds=max(0, round(left)))
    title = {
        "sleep": tr("The computer goes to sleep in {time}.", time=in_words),
        "shut down": tr("The computer shuts down in {time}.", time=in_words),
    }[countdown.action]
    return title, tr("All runs have ended well, as you asked for.")
