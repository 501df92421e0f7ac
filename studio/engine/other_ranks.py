"""The other ranks as rank 0 sees them: started, given their orders, heard, watched and let go.

Their standard input is a pipe from rank 0, whose end tells them to leave. What they have to say stands in a journal of
each, and rank 0 passes it on.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
import torch

from studio.durable import disk_problem, space_problem
from studio.engine.checkpoint import Origin
from studio.engine.device import choose_device, set_up_processor
from studio.engine.ranks import Ranks, store_in
from studio.errors import EngineProblem, ModelProblem, SpaceProblem, StudioError
from studio.events import JobFailed, WorkerEvent
from studio.hardware.detect import Device, Machine, detect
from studio.job import TrainJob
from studio.models.local import ModelFacts
from studio.plan import Plan
from studio.runs.folder import RunFolder
from studio.runs.journal import Tail

PATIENCE_SECONDS = 1800.0
"""What rank 0 waits for another that lives and does not answer; it never has to wait for more than a part of an
update."""
_GRACE_SECONDS = 10.0
"""What the loop gets to notice a dead rank by itself; then this process ends, wherever it waits."""
_LOOK_EVERY_SECONDS = 0.05
_WHAT = "The run's events could not be written"


class RankLost(EngineProblem):
    """Another rank ended without a word, or does not answer. The weights are those after the last update."""


class RankOrder(msgspec.Struct, frozen=True, kw_only=True):
    """One line on the standard input of a rank: what it works on, as rank 0 decided."""

    folder: str
    """Of the run."""
    attempt: int
    rank: int
    device: str
    plan: Plan
    origin: Origin
    meeting: str
    """A folder of this attempt's ranks."""


class OtherRanks:
    """All ranks but 0; none where a run has only that one."""

    def __init__(self, run: RunFolder, world_size: int, emit: Callable[[WorkerEvent], None]) -> None:
        """Start the processes. They load their libraries while they wait for an order."""
        self._run, self._emit = run, emit
        self.ranks = Ranks(0, world_size, self._explain)
        self._processes: list[subprocess.Popen[bytes]] = []
        self._dismissed = threading.Event()
        clear_meetings(run)
        if world_size == 1:
            return
        self._meeting = run.path / f".ranks-{secrets.token_hex(4)}"
        self._meeting.mkdir(mode=0o700)
        self._store = store_in(self._meeting)
        self._processes += [_start() for _ in range(1, world_size)]
        self._said: list[Tail[WorkerEvent]] = [
            Tail(journal_of(self._meeting, rank), WorkerEvent) for rank in range(1, world_size)
        ]
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def hosts(self) -> int:
        """Computers that all ranks are in, once their devices are known."""
        return 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.dismiss()

    def choose_devices(self, job: TrainJob, facts: ModelFacts) -> tuple[list[torch.device], tuple[Device, ...]]:
        """A device for each rank, and what is known of these devices. Raises ModelProblem."""
        world_size = job.world_size or 1
        machine = detect(own_pids=frozenset({os.getpid()}))
        device, described = choose_device(job.device, machine)
        if device.type == "cpu":
            set_up_processor(facts, world_size)
        return share_devices(device, described, machine, world_size, job.device)

    def give(self, attempt: int, devices: Sequence[torch.device], plan: Plan, origin: Origin) -> None:
        """Tell each what to do. One that died in the meantime is noticed by `look`."""
        for process, order in zip(self._processes, self._orders(attempt, devices, plan, origin), strict=True):
            assert process.stdin is not None
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(msgspec.json.encode(order) + b"\n")
                process.stdin.flush()

    def _orders(self, attempt: int, devices: Sequence[torch.device], plan: Plan, origin: Origin) -> Iterator[RankOrder]:
        """For each of them, in their order."""
        for rank in range(1, self.ranks.world_size):
            yield RankOrder(
                folder=str(self._run.path),
                attempt=attempt,
                rank=rank,
                device=str(devices[rank]),
                plan=plan,
                origin=origin,
                meeting=str(self._meeting),
            )

    def join(self, device: torch.device, ask: Callable[[], None]) -> None:
        """Wait until all are ready, then meet them. `ask` is called meanwhile and may raise."""
        if not self._processes:
            return
        self._wait([ready_key(rank) for rank in range(1, self.ranks.world_size)], ask)
        self.ranks.join(self._store, device)

    def _wait(self, keys: list[str], ask: Callable[[], None]) -> None:
        """Until all these are in the store."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while keys and not self._store.check(keys):
            ask()
            self.look()
            if time.monotonic() > deadline:
                raise self._silent()
            time.sleep(_LOOK_EVERY_SECONDS)

    def look(self) -> None:
        """Pass on what the others said. Raises what ended one of them: its own problem, or RankLost."""
        if self._dismissed.is_set():
            return
        for rank, process in enumerate(self._processes, 1):
            ended = process.poll() is not None  # before reading: what it said before it ended is then there
            self._pass_on(rank)
            if ended and (problem := self._problem()):
                raise problem

    def dismiss(self) -> None:
        """Let them go: they have nothing that could be left half done."""
        if self._dismissed.is_set():
            return
        self._dismissed.set()
        for rank, process in enumerate(self._processes, 1):
            self._pass_on(rank)
            assert process.stdin is not None
            with contextlib.suppress(OSError):
                process.stdin.close()
        for process in self._processes:
            try:
                process.wait(_GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self._processes:
            shutil.rmtree(self._meeting, ignore_errors=True)

    def _pass_on(self, rank: int) -> None:
        for event in self._said[rank - 1].read():
            if not isinstance(event, JobFailed):
                self._emit(event)

    def _problem(self) -> StudioError | None:
        """What ended one of them, the words of those that had some first."""
        lost: StudioError | None = None
        for rank, process in enumerate(self._processes, 1):
            if (exit_code := process.poll()) is None:
                continue
            told = Tail[WorkerEvent](journal_of(self._meeting, rank), WorkerEvent).read()
            for event in told:
                if isinstance(event, JobFailed):
                    return as_raised(event)
            if exit_code == SpaceProblem.exit_code:  # its words found no room either
                return _no_room()
            how = f"the signal {signal.Signals(-exit_code).name}" if exit_code < 0 else f"exit code {exit_code}"
            lost = lost or RankLost(
                f"Training process {rank + 1} of {self.ranks.world_size} ended unexpectedly ({how}).",
                "Everything up to the last checkpoint is kept. The details are in worker.log of the run.",
            )
        return lost

    def _explain(self, problem: RuntimeError) -> Exception:
        """Why the others cannot be reached; called where an exchange failed."""
        if full := space_problem(problem, _WHAT):
            return full
        deadline = time.monotonic() + _GRACE_SECONDS / 2
        while time.monotonic() < deadline:
            if known := self._problem():
                return known
            time.sleep(_LOOK_EVERY_SECONDS)
        return RankLost(
            f"The training processes lost touch with each other: {str(problem).strip().splitlines()[0]}",
            "Everything up to the last checkpoint is kept. The details are in worker.log of the run.",
        )

    def _silent(self) -> RankLost:
        return RankLost(
            f"One of {self.ranks.world_size} training processes has not answered for {PATIENCE_SECONDS / 60:.0f} min.",
            "Everything up to the last checkpoint is kept. The details are in worker.log of the run.",
        )

    def _watch(self) -> None:
        """End this process in words where it would wait for the dead: an exchange between cards never fails by itself.

        The foreman starts another from the last checkpoint.
        """
        noticed: float | None = None
        while not self._dismissed.wait(0.5):
            since, now = self.ranks.waiting_since, time.monotonic()
            problem = self._problem() if since is not None else None
            noticed = None if problem is None else noticed or now
            if problem is None and since is not None and now - since > PATIENCE_SECONDS:
                problem, noticed = self._silent(), 0.0
            if problem is not None and noticed is not None and now - noticed > _GRACE_SECONDS:
                with contextlib.suppress(StudioError):
                    self._emit(JobFailed.by(problem))
                os._exit(problem.exit_code)


def share_devices(
    first: torch.device, described: Device, machine: Machine, world_size: int, wanted: str | None
) -> tuple[list[torch.device], tuple[Device, ...]]:
    """A device for each rank, `first` for rank 0, and what is known of these devices.

    Ranks share the processor where it is `wanted`. Raises ModelProblem where there are too few cards.
    """
    if world_size == 1 or wanted == "cpu":
        return [first] * world_size, (described,)
    known = {device.id: device for device in machine.gpus}
    count = torch.cuda.device_count() if first.type == "cuda" else int(first.type != "cpu")
    rest = [each for each in (f"cuda:{index}" for index in range(count)) if each != str(first)]
    rest.sort(key=lambda each: -known[each].free_bytes if each in known else 0)
    chosen = [str(first), *rest[: world_size - 1]]
    if len(chosen) < world_size:
        there = "is no GPU" if count == 0 else "is only one GPU" if count == 1 else f"are only {count} GPUs"
        raise ModelProblem(
            f"There {there} for {world_size} training processes.",
            "Ask for fewer, or choose cpu as the device: they then share the processor.",
        )
    return [torch.device(each) for each in chosen], tuple(known.get(each, described) for each in chosen)


def _no_room() -> StudioError:
    return disk_problem(OSError(errno.ENOSPC, ""), _WHAT)


def clear_meetings(run: RunFolder) -> None:
    """Remove what is left of where ranks of killed workers met: a folder here, a file where several computers did."""
    for left_over in run.path.glob(".ranks-*"):
        if left_over.is_dir():
            shutil.rmtree(left_over, ignore_errors=True)
        else:
            left_over.unlink(missing_ok=True)


def journal_of(meeting: Path, rank: int) -> Path:
    """Where a rank says what happened to it."""
    return meeting / f"rank-{rank}.jsonl"


def ready_key(rank: int) -> str:
    """What a rank writes into the store when it is ready to join."""
    return f"ready-{rank}"


def _start() -> subprocess.Popen[bytes]:
    """A rank that prints where this process prints."""
    return subprocess.Popen([sys.executable, "-m", "studio.engine.rank"], stdin=subprocess.PIPE)


def as_raised(event: JobFailed) -> StudioError:
    """The problem that a rank reported."""
    kinds: dict[str, type[StudioError]] = {
        kind.__name__: kind for kind in (*StudioError.__subclasses__(), SpaceProblem)
    }
    kind = kinds.get(event.kind, EngineProblem)
    return (RankLost if kind is EngineProblem else kind)(event.title, event.hint)
