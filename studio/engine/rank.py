"""A rank beyond the first: works on its share of every effective batch and follows rank 0 in everything else.

Started by rank 0 as `python -m studio.engine.rank`, its order one JSON line on standard input. The end of that pipe
tells it to leave at once: it writes nothing that could be left half done. One that stands still cannot hear that, so on
Linux the system ends it with rank 0: it would keep its device's memory for ever.
"""

from __future__ import annotations

import ctypes
import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path

_UNTIL_THE_PIPE_ENDS_SECONDS = 120.0
_PR_SET_PDEATHSIG = 1


def main() -> int:
    """Follow rank 0 until it ends the pipe. Returns only where something went wrong."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # meant for rank 0, which may want one more update
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    orders: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_listen, args=(orders,), daemon=True).start()
    return _follow(orders)


def _follow(orders: queue.Queue[bytes]) -> int:
    """Load what takes long, after the pipe and the parent are seen to, then do as ordered."""
    import msgspec

    from studio.engine.follow import Follower
    from studio.engine.last_words import follow_until_let_go
    from studio.engine.other_ranks import RankOrder, journal_of
    from studio.engine.worker import in_words
    from studio.runs.journal import Journal

    order = msgspec.json.decode(orders.get(), type=RankOrder)
    try:
        journal = Journal(journal_of(Path(order.meeting), order.rank))
    except OSError as problem:
        return in_words(problem).exit_code
    with journal:
        return follow_until_let_go(
            lambda: Follower(order, journal.append, _lost_touch).follow(), journal.append
        ).exit_code


def end_with_parent() -> None:
    """The system kills this process when the thread that started it ends, also where it is stopped (prctl(2))."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _listen(orders: queue.Queue[bytes]) -> None:
    unread = b""
    while chunk := os.read(0, 65536):
        *lines, unread = (unread + chunk).split(b"\n")
        for line in lines:
            orders.put(line)
    os._exit(0)  # from wherever this process waits


def _lost_touch(problem: RuntimeError) -> Exception:
    """Some rank is gone. Either it was rank 0, or rank 0 finds out which and ends the pipe: this process then ends."""
    from studio.engine.last_words import cannot_be_reached

    time.sleep(_UNTIL_THE_PIPE_ENDS_SECONDS)
    return cannot_be_reached(problem)


if __name__ == "__main__":
    sys.exit(main())
