"""A rank beyond the first: works on its share of every effective batch and follows rank 0 in everything else.

Started by rank 0 as `python -m studio.engine.rank`, its order one JSON line on standard input. The end of that pipe
tells it to leave at once: it writes nothing that could be left half done.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import msgspec

from studio.engine.other_ranks import RankOrder, journal_of, ready_key
from studio.engine.worker import out_of_memory, own_mistake, tell_failure
from studio.errors import EngineProblem, StudioError
from studio.events import MemoryRecovered, WorkerEvent
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal

_UNTIL_THE_PIPE_ENDS_SECONDS = 120.0


def main() -> int:
    """Follow rank 0 until it ends the pipe. Returns only where something went wrong."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # meant for rank 0, which may want one more update
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders: queue.Queue[RankOrder] = queue.Queue()
    threading.Thread(target=_listen, args=(orders,), daemon=True).start()
    import studio.engine.run  # noqa: F401 - loads the libraries while rank 0 reads the data

    order = orders.get()
    with Journal(journal_of(Path(order.meeting), order.rank)) as journal:
        try:
            _follow(order, journal.append)
        except StudioError as problem:
            return tell_failure(journal, problem)
        except Exception as problem:  # noqa: BLE001 - the boundary of this process: logged whole, told in words by rank 0
            traceback.print_exc()
            return tell_failure(journal, out_of_memory(problem) or own_mistake(problem))
    threading.Event().wait()
    return 0


def _listen(orders: queue.Queue[RankOrder]) -> None:
    unread = b""
    while chunk := os.read(0, 65536):
        *lines, unread = (unread + chunk).split(b"\n")
        for line in lines:
            orders.put(msgspec.json.decode(line, type=RankOrder))
    os._exit(0)  # from wherever this process waits


def _follow(order: RankOrder, say: Callable[[WorkerEvent], None]) -> None:
    """Set up what rank 0 has, and go through the same loop.

    Whether to stop, pause or end early is not asked here: rank 0 then does not come to the next sum, or ends the pipe.
    """
    import torch

    from studio.data.prepare import load_prepared
    from studio.engine.checkpoint import Checkpoints
    from studio.engine.checks import load_together
    from studio.engine.control import Control
    from studio.engine.device import set_up_processor
    from studio.engine.evaluate import held_out_loss, updates_between_checks
    from studio.engine.numbers import AfterBadNumbers
    from studio.engine.ranks import Ranks, store_in
    from studio.engine.set_up import make_training
    from studio.engine.train import train
    from studio.engine.watching import Watching
    from studio.models.local import read_model

    def emit(event: WorkerEvent) -> None:
        if isinstance(event, MemoryRecovered):  # all else rank 0 says for everybody
            say(event)

    def evaluate() -> bool:
        if prepared.held_out is not None:
            held_out_loss(training, prepared.held_out, control, emit)
        return True

    def go_back() -> None:
        load_together(checkpoints, training)

    run = RunFolder(Path(order.folder))
    job = run.job()
    prepared = load_prepared(run.data)
    device = torch.device(order.device)
    if device.type == "cpu":
        set_up_processor(read_model(job.model, from_scratch=job.from_scratch), order.plan.world_size)
    elif device.type == "cuda":
        torch.cuda.set_device(device)
    ranks = Ranks(order.rank, order.plan.world_size, _lost_touch)
    training = make_training(job, prepared, order.plan, device, ranks)
    checkpoints = Checkpoints(run.checkpoints, order.origin, order.attempt)
    control = Control(Path(os.devnull), 0, lambda: False)

    store = store_in(Path(order.meeting))
    store.set(ready_key(order.rank), "")
    ranks.join(store, device)
    resumed_from, _ = load_together(checkpoints, training)
    ranks.as_on_first(training.learns)
    if resumed_from is None:
        evaluate()
    watching = Watching(training, order.plan, emit)
    train(
        training,
        emit=emit,
        control=control,
        evaluate=evaluate,
        evaluate_every=updates_between_checks(training, prepared.held_out),
        sample=lambda: None,
        save=lambda: None,
        save_every_seconds=float("inf"),
        after_update=lambda made: watching.after_update(made.event.seconds, made.event.num_padded_tokens),
        after_bad_numbers=AfterBadNumbers(training, go_back, emit),
    )


def _lost_touch(problem: RuntimeError) -> Exception:
    """Some rank is gone. Either it was rank 0, or rank 0 finds out which and ends the pipe: this process then ends."""
    time.sleep(_UNTIL_THE_PIPE_ENDS_SECONDS)
    return EngineProblem(f"The other training processes cannot be reached: {str(problem).strip().splitlines()[0]}")


if __name__ == "__main__":
    sys.exit(main())
