"""A rank that torchrun started, on whatever computer: rank 0 is the worker of the run, the others follow it.

    torchrun --nnodes 2 --nproc-per-node 4 … -m studio.engine.node RUN [MODEL]

RUN is the folder of the run, on a disk that all computers share or on that of rank 0; the others then get what they
need of it, and name a folder in a home of theirs and, where it lies elsewhere, the model. SIGTERM and SIGUSR1 make
rank 0 finish its update, save and leave; the others leave with it. Exit code 0: the run has ended, see its folder, or
cannot begin here, as is said; anything else: torchrun may be started again on every computer, and the run goes on from
its last checkpoint.
"""

from __future__ import annotations

import importlib
import os
import shutil
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from studio.durable import write_file
from studio.engine.last_words import cannot_be_reached, follow_until_let_go
from studio.engine.worker import spare_bitsandbytes, train_in
from studio.errors import DiskProblem, ModelProblem, RunProblem, StudioError
from studio.job import Order
from studio.models.fingerprint import fingerprint_of
from studio.runs.book import Book
from studio.runs.exit_codes import LEFT, NOT_MINE
from studio.runs.folder import Here, RunFolder
from studio.runs.lease import take_lease

if TYPE_CHECKING:
    from torch.distributed import Store  # pyright: ignore[reportPrivateImportUsage] - documented

    from studio.engine.other_ranks import RankOrder
    from studio.engine.touch import Place, Touch, Words

_LOADED_MEANWHILE = ("transformers.models.auto.modeling_auto", "transformers.generation")
"""While rank 0 reads the data."""
_UNTIL_TOLD_SECONDS = 60.0
_LET_HEAR_SECONDS = 3.0
_LEASE_SECONDS = 30.0
_LOOK_EVERY_SECONDS = 0.05


def main(arguments: list[str]) -> int:
    """Work on the run until it ends or this process is asked to leave."""
    from studio.engine.touch import Touch, place_of

    try:
        place = place_of(os.environ)
    except KeyError:
        return _say("This is started by torchrun, on every computer that trains.", 2)
    leaving = threading.Event()
    for number in (signal.SIGTERM, signal.SIGUSR1):
        signal.signal(number, lambda *_: leaving.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    touch = Touch(place)
    if place.rank == 0:
        return _lead(RunFolder(Path(arguments[0]).absolute()), place, touch, leaving)
    own, *model = arguments
    here = _OnThisComputer(place, RunFolder(Path(own).absolute()), next(iter(model), None), leaving)
    return _follow(here, touch)


# Rank 0


def _lead(run: RunFolder, place: Place, touch: Touch, leaving: threading.Event) -> int:
    from studio.engine.touch import AGAIN, FINAL, say_ended

    exit_code, final = _work_on(run, place, touch, leaving)
    say_ended(place.store(), FINAL if final else AGAIN)
    time.sleep(_LET_HEAR_SECONDS if place.world_size > 1 else 0)  # before torchrun ends them
    return 0 if final and exit_code != NOT_MINE else exit_code


def _work_on(run: RunFolder, place: Place, touch: Touch, leaving: threading.Event) -> tuple[int, bool]:
    """The exit code, and whether starting torchrun again would change nothing: the run has ended, or cannot begin."""
    if not run.job_file.is_file():
        return _say(f"There is no run in {run.path}.", RunProblem.exit_code), True
    try:
        lease = take_lease(run.lease, _LEASE_SECONDS)
    except (StudioError, OSError) as problem:
        return _say(str(problem), DiskProblem.exit_code), True
    if lease is None:
        return _say(f"Somebody else works on {run.name}; nothing was done.", NOT_MINE), True
    try:
        return _train(run, place, touch, leaving)
    finally:
        lease.release()


def _train(run: RunFolder, place: Place, touch: Touch, leaving: threading.Event) -> tuple[int, bool]:
    from studio.engine.hosts import HostRanks

    book = Book(run)
    if book.finished:
        return _say(f"{run.name} is finished.", 0), True
    book.begin()
    order = Order(folder=str(run.path), attempt=book.attempt, commands_from=book.commands_from)
    exit_code = train_in(run, order, leaving.is_set, lambda run, _, emit: HostRanks(run, place, touch, emit))
    ending = book.end(exit_code)
    if ending is not None and ending.outcome == "failed":
        _say(f"{ending.title} {ending.hint}".strip(), exit_code)
    return exit_code, ending is not None


# All others


class _OnThisComputer(NamedTuple):
    """Where a rank is, and what its torchrun was told here."""

    place: Place
    own: RunFolder
    """A folder in a home of this computer; the run may be in it or not."""
    model: str | None
    leaving: threading.Event
    """Torchrun wants its ranks to end."""

    def lost_touch(self, problem: RuntimeError) -> Exception:
        """Some rank is gone. If it is not rank 0, that one says how it goes on, and this process ends."""
        if self.leaving.wait(_UNTIL_TOLD_SECONDS):
            os._exit(LEFT)
        return cannot_be_reached(problem)


def _follow(here: _OnThisComputer, touch: Touch) -> int:
    from studio.engine.touch import Words

    store = here.place.store()
    words = Words(store, here.place.rank)
    threading.Thread(target=_leave_with_the_first, args=(touch,), daemon=True).start()
    ended = follow_until_let_go(lambda: _work(here, store, words), words.append)
    time.sleep(_UNTIL_TOLD_SECONDS)  # rank 0 hears it and ends the work; torchrun would end it at once
    return ended.exit_code


def _work(here: _OnThisComputer, store: Store, words: Words) -> None:
    from studio.engine.follow import Follower
    from studio.engine.hosts import WANTED, device_key, order_key, own_device
    from studio.engine.other_ranks import RankOrder
    from studio.engine.touch import interface_of

    place = here.place
    for name in _LOADED_MEANWHILE:
        importlib.import_module(name)
    wanted = _get(store, WANTED).decode()
    store.set(device_key(place.rank), msgspec.json.encode(own_device(wanted or None, place)).decode())
    order = msgspec.json.decode(_get(store, order_key(place.rank)), type=RankOrder)
    run = _find_run(order, here, store)
    spare_bitsandbytes(run.job())
    order = msgspec.structs.replace(order, folder=str(run.path))
    Follower(order, words.append, here.lost_touch, place.local_world_size).follow(store, interface_of(place))


def _find_run(order: RankOrder, here: _OnThisComputer, store: Store) -> RunFolder:
    """The folder of the run where this computer sees it, else a copy of what is needed of it, beside `here.own`. Raises
    ModelProblem.
    """
    from studio.engine.carry import receive
    from studio.engine.hosts import APART, HERE, WITH_NEIGHBOUR, where_key

    place = here.place
    if Path(order.meeting).exists():
        store.set(where_key(place.rank), HERE.decode())
        run = RunFolder(Path(order.folder))
        _find_model(order, [run.job().model])
        return run
    first = place.local_rank == 0
    store.set(where_key(place.rank), (APART if first else WITH_NEIGHBOUR).decode())
    copied = f"copied-to-{place.node}"
    if not first:
        return RunFolder(Path(_get(store, copied).decode()))
    copies = here.own.home.jobs / "of-other-computers"
    shutil.rmtree(copies, ignore_errors=True)
    run = receive(store, copies / Path(order.meeting).name.removeprefix(".") / Path(order.folder).name)
    run.checkpoints.mkdir(mode=0o700, exist_ok=True)
    job = run.job()
    unpacked = here.own.job().model if here.own.job_file.is_file() else None
    model = _find_model(order, [each for each in (job.model, here.model, unpacked) if each])
    settled = Here(model=model, device=job.device, world_size=job.world_size)
    write_file(run.here_file, msgspec.json.encode(settled))
    store.set(copied, str(run.path))
    return run


def _find_model(order: RankOrder, places: list[str]) -> str:
    """The first folder that holds the run's model. Raises ModelProblem."""
    for model in places:
        if Path(model).is_dir() and fingerprint_of(Path(model)) == order.origin.model_hash:
            return model
    raise ModelProblem(
        f"{socket.gethostname()} has no {Path(places[0]).name} with the same content as the first computer.",
        f"Copy the model to {places[0]} there, or name its folder with --model.",
    )


def _get(store: Store, key: str) -> bytes:
    """What rank 0 puts there, however long it reads data before that."""
    while not store.check([key]):
        time.sleep(_LOOK_EVERY_SECONDS)
    return store.get(key)


def _leave_with_the_first(touch: Touch) -> None:
    """End this process, wherever it waits, when rank 0's work is over or it cannot be reached."""
    from studio.engine.touch import FINAL

    while touch.ended is None and touch.silent() is None:
        time.sleep(_LOOK_EVERY_SECONDS)
    os._exit(0 if touch.ended == FINAL else LEFT)


def _say(words: str, exit_code: int) -> int:
    sys.stderr.write(f"{words}\n")
    return exit_code


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # a thread may be asking the store, which ends the interpreter in an abort
