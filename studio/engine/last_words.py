"""What ends a rank beyond the first: told to rank 0, which says it for all, and as an exit code."""

from __future__ import annotations

import contextlib
import threading
import traceback
from collections.abc import Callable

from studio.engine.worker import in_words
from studio.errors import EngineProblem, StudioError
from studio.events import JobFailed, WorkerEvent


def follow_until_let_go(follow: Callable[[], None], say: Callable[[WorkerEvent], None]) -> StudioError:
    """Do what rank 0 does, then wait for it to end this process. Returns, with last words said, only where something
    went wrong.
    """
    from studio.engine.gradients import OutOfStep

    try:
        follow()
    except OutOfStep as problem:
        with contextlib.suppress(OSError):
            say(problem.recovered)
        ended: StudioError = problem
    except StudioError as problem:
        ended = problem
    except Exception as problem:  # noqa: BLE001 - the boundary of this process: logged whole, told in words by rank 0
        traceback.print_exc()
        ended = in_words(problem)
    else:
        threading.Event().wait()
        raise AssertionError("nobody sets it")
    with contextlib.suppress(OSError):  # a full disk: the exit code must do
        say(JobFailed.by(ended))
    return ended


def cannot_be_reached(problem: RuntimeError) -> EngineProblem:
    """Some rank is gone, and nobody said which."""
    return EngineProblem(f"The other training processes cannot be reached: {str(problem).strip().splitlines()[0]}")
