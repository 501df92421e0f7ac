"""What the run was asked to do: reads the command file and notices when the foreman is gone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from studio.commands import Cancel, Command, Pause, Resume, SampleNow, SaveNow, StayOn, Stop
from studio.runs.journal import Tail
from studio.runs.pulse import Doing, Pulse

LOOK_EVERY_SECONDS = 0.05


class Cancelled(Exception):
    """Someone asked to end at once."""

    update: int = 0
    """Updates made by then."""


class ForemanGone(Exception):
    """Nobody looks after this worker any more; a new foreman will start another from the checkpoint."""


class Regrouped(ForemanGone):
    """Someone asked for another number of training processes; another worker begins with them from the checkpoint."""


def leave_if(gone: bool) -> None:
    """Raises ForemanGone."""
    if gone:
        raise ForemanGone


class Control:
    """Asked once per micro-batch; looks at the file at most twenty times a second."""

    def __init__(
        self,
        commands: Path,
        offset: int,
        foreman_gone: Callable[[], bool],
        look_at_others: Callable[[], None] = lambda: None,
        pulse: Pulse | None = None,
        world_size: int | None = None,
    ) -> None:
        """`look_at_others` raises what ended another rank; `pulse` tells the foreman that this worker lives; None as
        the `world_size`: nobody can be asked for another one."""
        self._tail: Tail[Command] = Tail(commands, Command, offset)
        self._foreman_gone = foreman_gone
        self._look_at_others = look_at_others
        self._pulse = pulse
        self._looked = 0.0
        self._world_size = self._wanted_size = world_size
        self.pause = False
        self.stop = False
        self.save_now = False
        self.sample_now = False

    def ask(self) -> None:
        """Take in new commands. Raises Cancelled or ForemanGone, which end the work between two micro-batches, and
        StudioError where another rank is gone."""
        now = time.monotonic()
        if now - self._looked < LOOK_EVERY_SECONDS:
            return
        self._looked = now
        self.begin("learning")
        self._look_at_others()
        for command in self._tail.read():
            match command:
                case Pause():
                    self.pause = True
                case Resume():
                    self.pause = False
                    self._wanted_size = command.gpus or self._wanted_size
                case Stop():
                    self.stop = True
                case Cancel():
                    raise Cancelled
                case SaveNow():
                    self.save_now = True
                case SampleNow():
                    self.sample_now = True
                case StayOn():
                    pass

    def begin(self, doing: Doing) -> None:
        """Tell the foreman what takes the time from now until the next `ask`, after which it is learning again."""
        if self._pulse is not None:
            self._pulse.beat(doing)

    def ask_while_starting(self) -> None:
        """The same before the first update, where a foreman that is gone need not be waited for."""
        self.ask()
        leave_if(self._foreman_gone())

    def wait_while_paused(self) -> None:
        """Return when asked to go on or to stop. Raises Cancelled or ForemanGone."""
        while self.pause and not self.stop:
            self.leave_where_asked()
            time.sleep(LOOK_EVERY_SECONDS)
            self.ask()
        self.leave_where_asked()

    @property
    def foreman_gone(self) -> bool:
        """Whether nobody looks after this worker any more."""
        return self._foreman_gone()

    @property
    def leaves(self) -> bool:
        """Whether another worker goes on from the next checkpoint."""
        return self._is_regrouped or self._foreman_gone()

    def leave_where_asked(self) -> None:
        """Raises ForemanGone or Regrouped where this worker `leaves`; its checkpoint must be there."""
        if self._is_regrouped:
            raise Regrouped
        leave_if(self._foreman_gone())

    @property
    def _is_regrouped(self) -> bool:
        return self._world_size is not None and self._wanted_size != self._world_size and not self.stop
