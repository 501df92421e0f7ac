"""A worker that stands for one on a card: it makes updates of nothing, and hears commands as the real one does."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from studio.commands import Command, Pause, Resume, SaveNow, Stop
from studio.errors import CheckpointProblem, EngineProblem, SpaceProblem
from studio.events import (
    CheckpointSaved,
    JobFailed,
    ModelLoaded,
    Paused,
    Resumed,
    StageStarted,
    TrainingFinished,
    TrainingStarted,
    UpdateFinished,
)
from studio.job import Order
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal, Tail
from studio.runs.pulse import Pulse

HANGS = 1000
CARD = "NVIDIA GeForce RTX 3090"


class StandIn:
    """`scene` is called before every update with its number; what it returns other than None is the exit code, or
    HANGS: it then says nothing any more, whatever is asked."""

    pid = 0
    alive = True

    def __init__(
        self, updates: int, scene: Callable[[int], int | None], device: str = CARD, checkpoint=1000, save_every=0
    ) -> None:
        self._updates, self._scene, self._device, self._checkpoint = updates, scene, device, checkpoint
        self._killed, self._save_every = False, save_every

    def give(self, order: Order) -> None:
        self._run, self._order = RunFolder(Path(order.folder)), order

    def kill(self) -> None:
        self._killed = True

    break_off = kill

    def wait(self, leaving, meanwhile) -> int | None:
        if not self._run.job_file.exists():
            return EngineProblem.exit_code
        run, commands = self._run, Tail(self._run.commands, Command, self._order.commands_from)
        saved = [int(path.name.removeprefix("update-")) for path in run.checkpoints.glob("update-*")]
        update, paused = max(saved, default=0), False
        with Journal(run.events) as journal:
            journal.append(ModelLoaded(parameters=1, trainable_parameters=1, device=self._device, precision="float32"))
            journal.append(StageStarted(stage="training"))
            begun = TrainingStarted(from_update=update, updates=self._updates, updates_per_epoch=1)
            journal.append(msgspec.structs.replace(begun, attempt=self._order.attempt))
            while update < self._updates:
                if leaving():
                    return None
                meanwhile()
                if self._killed:
                    return -9
                for command in commands.read():
                    if isinstance(command, Stop):
                        return 10
                    paused = self._obey(command, journal, update, paused=paused)
                if (code := self._scene(update)) is not None:
                    return self._hang(meanwhile) if code == HANGS else _told(journal, code)
                if paused:
                    time.sleep(0.002)
                    continue
                update += 1
                Pulse(run).beat()
                journal.append(an_update(update))
                if self._save_every and update % self._save_every == 0:
                    self._save(journal, update)
            self._save(journal, update)
            journal.append(TrainingFinished(update=update))
        return 0

    def _obey(self, command: Command, journal: Journal, update: int, *, paused: bool) -> bool:
        match command:
            case Pause():
                journal.append(Paused(update=update))
                return True
            case Resume():
                journal.append(Resumed(update=update))
                return False
            case SaveNow():
                self._save(journal, update)
        return paused

    def _hang(self, meanwhile) -> int:
        while not self._killed:
            meanwhile()
        for _ in range(5):  # ending takes a while
            meanwhile()
        return -6

    def _save(self, journal: Journal, update: int) -> None:
        folder = self._run.checkpoints / f"update-{update:06d}"
        folder.mkdir(parents=True, exist_ok=True)
        journal.append(CheckpointSaved(update=update, folder=folder.name, size_bytes=self._checkpoint, seconds=0.1))


def _told(journal: Journal, code: int) -> int:
    if code == SpaceProblem.exit_code:
        title = "The checkpoint could not be saved: the disk is full."
        journal.append(JobFailed(title=title, hint="Free some space.", kind="SpaceProblem"))
    if code == CheckpointProblem.exit_code:
        title = "No checkpoint of this run can be read."
        journal.append(JobFailed(title=title, hint="Put a whole copy back.", kind="CheckpointProblem"))
    return code


def an_update(number: int, **changes) -> UpdateFinished:
    values = dict(
        train_loss=1 / number, learning_rate=1e-4, grad_norm=1.0, num_tokens=100, num_target_tokens=50,
        num_padded_tokens=110, micro_batches=2, seconds=0.5, peak_bytes=1 << 30,
    )  # fmt: skip
    return UpdateFinished(update=number, **{**values, **changes})
