"""The other ranks as rank 0 sees them where torchrun started them, on this computer and on others."""

from __future__ import annotations

import os
import secrets
import socket
import threading
from collections.abc import Callable, Sequence

import msgspec
import torch

from studio.engine.carry import send
from studio.engine.checkpoint import Origin
from studio.engine.device import choose_device, set_up_processor
from studio.engine.other_ranks import OtherRanks, RankLost, as_raised, clear_meetings, ready_key
from studio.engine.ranks import Ranks
from studio.engine.touch import SILENT_SECONDS, Place, Touch, Words, interface_of
from studio.errors import RunProblem, StudioError
from studio.events import JobFailed, Warned, WorkerEvent
from studio.hardware.detect import Device, detect
from studio.job import TrainJob
from studio.models.local import ModelFacts
from studio.plan import Plan
from studio.runs.folder import RunFolder

WANTED = "wanted"
"""Key of the device that the request names."""


class OnHost(msgspec.Struct, frozen=True):
    """What a rank says of itself."""

    device: str
    described: Device
    host: str


class HostRanks(OtherRanks):
    """All ranks but 0. Nobody here is their parent: orders and words go through torchrun's store, and one that gives no
    sign of life is lost.
    """

    def __init__(self, run: RunFolder, place: Place, touch: Touch, emit: Callable[[WorkerEvent], None]) -> None:
        self._run, self._emit, self._place, self._touch = run, emit, place, touch
        self._store = place.store()
        self.ranks = Ranks(0, place.world_size, self._explain)
        self._processes = []
        self._dismissed = threading.Event()
        self._words = {rank: Words(self._store, rank) for rank in range(1, place.world_size)}
        self._failed: StudioError | None = None
        self._reading = threading.Lock()
        self._hosts: list[str] = []
        clear_meetings(run)
        self._meeting = run.path / f".ranks-{secrets.token_hex(8)}"
        self._meeting.touch(0o600)  # seen by whoever sees the folder of the run
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def hosts(self) -> int:
        """Computers that all ranks are in, once their devices are known."""
        return len(set(self._hosts))

    def choose_devices(self, job: TrainJob, facts: ModelFacts) -> tuple[list[torch.device], tuple[Device, ...]]:
        """What each rank says that it trains on. Raises what ended one of them."""
        self._store.set(WANTED, job.device or "")
        mine = own_device(job.device, self._place)
        if mine.device == "cpu":
            set_up_processor(facts, self._place.local_world_size)
        all_of_them = [mine, *(self._said_of_itself(rank) for rank in range(1, self._place.world_size))]
        self._hosts = [each.host for each in all_of_them]
        return [torch.device(each.device) for each in all_of_them], tuple(each.described for each in all_of_them)

    def _said_of_itself(self, rank: int) -> OnHost:
        key = device_key(rank)
        self._wait([key], lambda: None)
        return msgspec.json.decode(self._store.get(key), type=OnHost)

    def give(self, attempt: int, devices: Sequence[torch.device], plan: Plan, origin: Origin) -> None:
        """Tell each what to do; computers that do not see the folder of the run get what they need of it. Raises what
        ended one of them, and RunProblem."""
        for order in self._orders(attempt, devices, plan, origin):
            self._store.set(order_key(order.rank), msgspec.json.encode(order).decode())
        self._wait([where_key(rank) for rank in self._words], lambda: None)
        apart = [rank for rank in self._words if self._store.get(where_key(rank)) == APART]
        if apart and self._run.job().learning.after_bad_numbers == "go back":
            raise RunProblem(
                "After bad numbers this run goes back to a checkpoint, which other computers cannot read.",
                "Put the run on a disk that all of them share, or let it skip such updates.",
            )
        self._emit(_where_it_lies(self._hosts, apart=bool(apart)))
        if apart:
            send(self._store, self._run, len(apart), self.look)

    def join(self, device: torch.device, ask: Callable[[], None]) -> None:
        """Wait until all are ready, then meet them. `ask` is called meanwhile and may raise."""
        self._wait([ready_key(rank) for rank in self._words], ask)
        self.ranks.join(self._store, device, interface_of(self._place))

    def look(self) -> None:
        """Pass on what the others said. Raises what ended one of them: its own problem, or RankLost."""
        if not self._dismissed.is_set() and (problem := self._problem()):
            raise problem

    def dismiss(self) -> None:
        """Nobody waits for them any more; they leave with rank 0."""
        self._dismissed.set()
        self._meeting.unlink(missing_ok=True)

    def _problem(self) -> StudioError | None:
        silent = self._touch.silent()
        if silent is None or silent in self._words:
            with self._reading:
                self._pass_on_all()
        if self._failed is not None or silent is None:
            return self._failed
        kept = "Everything up to the last checkpoint is kept."
        if silent == self._place.rank:
            return RankLost(f"Torchrun's store has not answered for {SILENT_SECONDS:.0f} s.", kept)
        where = f" on {self._hosts[silent]}" if self._hosts else ""
        return RankLost(
            f"Training process {silent + 1} of {self._place.world_size}{where} has not been heard for "
            f"{SILENT_SECONDS:.0f} s.",
            f"{kept} Its computer is off or cut off from this one.",
        )

    def _pass_on_all(self) -> None:
        for words in self._words.values():
            for event in words.read():
                if isinstance(event, JobFailed):
                    self._failed = self._failed or as_raised(event)
                else:
                    self._emit(event)


def _where_it_lies(hosts: Sequence[str], *, apart: bool) -> Warned:
    names = list(dict.fromkeys(hosts))
    others = "the others got request, rows and checkpoint from it" if apart else "all of them see its folder"
    return Warned(
        title=f"Trained by {len(hosts)} processes on {', '.join(names)}", hint=f"The run lies on {names[0]}; {others}."
    )


def own_device(wanted: str | None, place: Place) -> OnHost:
    """The device of this rank: the processor where that is `wanted`, else its card of this computer. Raises
    ModelProblem.
    """
    machine = detect(own_pids=frozenset({os.getpid()}))
    name = "cpu" if wanted == "cpu" else f"cuda:{place.local_rank}" if torch.cuda.is_available() else None
    device, described = choose_device(name, machine)
    return OnHost(str(device), described, socket.gethostname())


HERE, WITH_NEIGHBOUR, APART = b"here", b"with a neighbour", b"apart"
"""Where a rank finds the run: in its folder, in what the first rank of its computer gets, or it has to get it."""


def where_key(rank: int) -> str:
    """Where a rank says where it finds the run."""
    return f"where-{rank}"


def device_key(rank: int) -> str:
    """Where a rank says what it trains on."""
    return f"device-{rank}"


def order_key(rank: int) -> str:
    """Where rank 0 says what a rank has to do."""
    return f"order-{rank}"
