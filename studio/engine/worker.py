"""The worker process: does the jobs named on its standard input, one JSON line each, and ends when that ends.

Started as `python -m studio.engine.worker [--warm] [--once]`. `--warm` loads the libraries while waiting; `--once`
ends after one job, with an exit code that says how it went. Standard input is a pipe from whoever started it: its end
means that nobody looks after this worker any more.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from studio.after import ExportJob, JudgeJob, TryJob
from studio.durable import disk_problem, space_problem
from studio.engine.after_run import do_after
from studio.engine.control import Cancelled, Control, ForemanGone, Regrouped
from studio.engine.read_data import read_data
from studio.errors import EngineProblem, StudioError
from studio.events import JobFailed, StageStarted, TrainingStopped, WorkerEvent
from studio.job import Order, TrainJob, read_job
from studio.orders import Orders
from studio.runs.exit_codes import CANCELLED, FINISHED, LEFT, NOT_MINE, REGROUPED, STOPPED
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal
from studio.runs.lease import take_lease
from studio.runs.pulse import Pulse

if TYPE_CHECKING:
    from studio.engine.run import StartRanks

_HEAVY = ("torch", "transformers", "transformers.models.auto.modeling_auto", "transformers.generation", "peft")


def main(arguments: list[str]) -> int:
    """Do jobs until there are no more. Returns the exit code of the last one."""
    orders = Orders(Order)
    signal.signal(signal.SIGTERM, lambda *_: orders.leave())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for whoever watches
    if "--warm" in arguments:
        _warm_up(orders)
    exit_code = FINISHED
    while (order := orders.next()) is not None:
        exit_code = _do(order, orders)
        if "--once" in arguments:
            break
    return exit_code


def _warm_up(orders: Orders[Order]) -> None:
    """Load the libraries one after the other, as long as nothing waits."""
    for name in _HEAVY:
        if orders.any_waiting:
            return
        __import__(name)


def spare_bitsandbytes(job: TrainJob) -> None:
    """peft loads it wherever it is installed, which takes a second. A worker does one training only, so where that has
    no use for it, it seems to be missing.
    """
    if not job.stores_in_few_bits and "bitsandbytes" not in sys.modules:
        sys.modules["bitsandbytes"] = None  # pyright: ignore[reportArgumentType] - importlib's sign for it


def _load_libraries(job: TrainJob) -> None:
    """What training needs."""
    spare_bitsandbytes(job)
    for name in (*_HEAVY, "studio.engine.run"):
        __import__(name)


def _do(order: Order, orders: Orders[Order]) -> int:
    """One job, its outcome as an event and as an exit code. The one place with a broad `except`."""
    folder = Path(order.folder)
    try:
        job = read_job((folder / "job.json").read_bytes())
        match job:
            case TrainJob():
                return train_in(RunFolder(folder), order, orders.ended)
            case ExportJob() | TryJob() | JudgeJob():
                return do_after(job, folder, orders.ended)
    except Exception:  # noqa: BLE001 - the boundary of this process: logged whole, told in words by the foreman
        traceback.print_exc()
        return EngineProblem.exit_code


def train_in(
    run: RunFolder, order: Order, foreman_gone: Callable[[], bool], start_ranks: StartRanks | None = None
) -> int:
    """Train in the folder of a run. Returns the exit code that says how it went."""
    _print_into(run.log)
    faulthandler.enable()  # a foreman that ends a worker which hangs asks it where it is
    lease = take_lease(run.worker_lease, patience=30.0)  # an orphaned worker needs a moment to save and leave
    if lease is None:
        return NOT_MINE
    with Journal(run.events) as journal:
        return _train_and_tell(run, order, journal, foreman_gone, start_ranks)


def _train_and_tell(
    run: RunFolder,
    order: Order,
    journal: Journal,
    foreman_gone: Callable[[], bool],
    start_ranks: StartRanks | None,
) -> int:
    def emit(event: WorkerEvent) -> None:
        try:
            journal.append(event)
        except OSError as problem:
            raise disk_problem(problem, "The run's events could not be written") from problem

    try:
        emit(StageStarted(stage="importing"))
        libraries = threading.Thread(target=_load_libraries, args=(run.job(),))
        libraries.start()
        control = Control(run.commands, order.commands_from, foreman_gone, pulse=Pulse(run))
        facts, prepared = read_data(run, emit, control.ask_while_starting)
        libraries.join()
        from studio.engine.run import run_training

        started = (start_ranks,) if start_ranks else ()
        return FINISHED if run_training(run, order, facts, prepared, emit, foreman_gone, *started) else STOPPED
    except Cancelled as cancelled:
        journal.append(TrainingStopped(update=cancelled.update, by="cancel"))
        return CANCELLED
    except Regrouped:
        return REGROUPED
    except ForemanGone:
        return LEFT
    except StudioError as problem:
        return tell_failure(journal, problem)
    except Exception as problem:  # noqa: BLE001 - the same boundary, with the journal at hand
        traceback.print_exc()
        return tell_failure(journal, in_words(problem))


def tell_failure(journal: Journal, problem: StudioError) -> int:
    """The outcome as an event and as an exit code, which is all there is where the disk takes nothing any more."""
    with contextlib.suppress(OSError):
        journal.append(JobFailed.by(problem))
    return problem.exit_code


def in_words(problem: Exception) -> StudioError:
    """What nobody expected where it happened: no memory, no room on the disk, or a mistake."""
    full = space_problem(problem, "The run's events could not be written")
    return out_of_memory(problem) or full or own_mistake(problem)


def own_mistake(problem: Exception) -> EngineProblem:
    """Of the card or its driver where torch says so (an Xid in the system's log), else of ours."""
    first_line = str(problem).strip().partition("\n")[0]
    if type(problem).__name__ == "AcceleratorError" or first_line.startswith("CUDA error:"):
        return EngineProblem(
            f"The graphics card broke off its work: {first_line.removeprefix('CUDA error:').strip().rstrip('.')}.",
            "Everything up to the last checkpoint is kept. If it happens again, restart the computer and update the "
            "card's driver.",
        )
    return EngineProblem(
        f"Something unexpected happened in the training program ({type(problem).__name__}).",
        "Everything up to the last checkpoint is kept. The details are in worker.log of the run.",
    )


def out_of_memory(problem: Exception) -> StudioError | None:
    """Where it ran out and nothing could make do with less. Another try may go well: a device is empty when its worker
    is gone, and other programs come and go."""
    if type(problem).__name__ == "OutOfMemoryError" or isinstance(problem, MemoryError):
        return EngineProblem(
            "The device ran out of memory.",
            "Everything up to the last checkpoint is kept. Close other programs and continue the run.",
        )
    return None


def _print_into(log: Path) -> None:
    """From here on everything this process prints goes to the run's own log: a file, never a pipe that can fill up."""
    sys.stdout.flush()
    sys.stderr.flush()
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(handle, stream)
    os.close(handle)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
