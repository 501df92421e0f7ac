"""The foreman process: `python -m studio.foreman HOME`. One per home; ends when there is nothing to look after."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from studio.errors import StudioError
from studio.events import Warned
from studio.foreman.afterwards import Afterwards, Kind
from studio.foreman.at_login import AtLogin
from studio.foreman.countdown import Countdown
from studio.foreman.guard import look_after
from studio.foreman.queue import Queue, Wanted
from studio.foreman.start import ensure_foreman
from studio.foreman.vigil import Vigil
from studio.foreman.worker import Worker
from studio.installation.environments import is_outdated, own_environment
from studio.paths import Home
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal
from studio.runs.lease import holder_of, is_held, take_lease, this_boot
from studio.settings import read_settings

_LOOK_EVERY_SECONDS = 0.1
_LOOK_AT_ENGINE_SECONDS = 1.0
_GRACE_SECONDS = 2.0
"""How long to stay without anything to do: the next run often comes at once."""
_QUIET_SECONDS = 60.0
"""After a run its result is asked something more often than another begins: a spare worker would be in the way."""


class Foreman:
    """Works through the queue, one run at a time; keeps a warm worker at hand while a window is open."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._at_login = AtLogin(home)
        self._queue = Queue(home)
        self._spare: Worker | None = None
        self._quiet_until = 0.0
        self._afterwards: list[Afterwards] = []
        self._countdown: Countdown | None = None
        self._leaving = False
        self._own = own_environment()
        self._outdated, self._looked_at_engine = False, 0.0

    @property
    def left(self) -> bool:
        """Whether it was asked to end although there may be something to do."""
        return self._leaving

    @property
    def is_outdated(self) -> bool:
        """Whether the engine was switched to another environment since: the next foreman begins there."""
        now = time.monotonic()
        if self._own is not None and now - self._looked_at_engine > _LOOK_AT_ENGINE_SECONDS:
            self._looked_at_engine, self._outdated = now, is_outdated(self._home, self._own)
        return self._outdated

    def leave(self, *_signal: object) -> None:
        """End as soon as the worker has saved; the next foreman goes on."""
        self._leaving = True

    def work(self) -> None:
        """Until there is nothing to look after."""
        idle_since = time.monotonic()
        while not self._leaving:
            if self.is_outdated:
                break
            wanted = self._queue.next()
            self._look_at_what_follows(something_to_do=wanted is not None)
            if wanted is not None:
                self._look_after(wanted)
                self._quiet_until = time.monotonic() + _QUIET_SECONDS
                idle_since = time.monotonic()
                continue
            if not self._leaving:
                self._at_login.leave()
            if self._afterwards or self._countdown is not None:
                idle_since = time.monotonic()
            elif is_held(self._home.window_lease):
                idle_since = time.monotonic()
                if (self._spare is None or not self._spare.alive) and time.monotonic() >= self._quiet_until:
                    self._spare = Worker(self._home)
            elif time.monotonic() - idle_since > _GRACE_SECONDS:
                break
            time.sleep(_LOOK_EVERY_SECONDS)
        if self._countdown is not None:
            self._countdown.call_off()
        if self._spare is not None:
            self._spare.dismiss()

    def _look_after(self, wanted: Wanted) -> None:
        if not wanted.run.path.is_dir():  # moved to the trash since
            return
        before = holder_of(wanted.run.lease)
        lease = take_lease(wanted.run.lease)
        if lease is None:  # cannot be while this process holds the foreman's lease, unless two homes share the folder
            time.sleep(1.0)
            return
        try:
            _say(f"{wanted.run.name}: begins")
            self._at_login.enter()
            if wanted.interrupted and before is not None and before.boot_id not in {"", this_boot()}:
                _note_restart(wanted.run)
            tell = partial(self._tell, wanted.run, "waits")
            vigil = partial(Vigil, tell=tell, hear_tellers=self._hear_tellers)
            ending = look_after(wanted, self._worker, lambda: self._leaving, vigil)
            _say(f"{wanted.run.name}: {ending.outcome if ending else 'left for the next foreman'}")
        finally:
            lease.release()
        if ending is not None:
            self._tell(wanted.run, "ended")
            settings = read_settings(self._home)
            if ending.outcome == "finished" and settings.after_success != "nothing" and self._queue.next() is None:
                self._countdown = Countdown(wanted.run, settings.after_success, settings)

    def _tell(self, run: RunFolder, kind: Kind) -> None:
        try:
            self._afterwards.append(Afterwards(run, kind))
        except OSError as problem:
            _say(f"{run.name}: nobody could be told: {problem}")

    def _hear_tellers(self) -> None:
        """Note what could not be told."""
        for each in tuple(self._afterwards):
            if (problems := each.poll()) is not None:
                self._afterwards.remove(each)
                _note(each.run, problems)

    def _look_at_what_follows(self, *, something_to_do: bool) -> None:
        """Tellers, and the countdown."""
        self._hear_tellers()
        if self._countdown is None:
            return
        if self._countdown.look(something_to_do=something_to_do) and not self._afterwards:
            _say(self._countdown.act() or "The computer goes to sleep or shuts down.")
        if self._countdown.ended:
            self._countdown = None

    def _worker(self) -> Worker:
        spare, self._spare = self._spare, None
        return spare if spare is not None and spare.alive else Worker(self._home)


def _note(run: RunFolder, problems: tuple[str, ...]) -> None:
    """In the journal of the run, where someone will see it."""
    for problem in problems:
        _say(f"{run.name}: {problem}")
        with suppress(OSError), Journal(run.foreman_events, flush_each=True) as journal:
            journal.append(Warned(title=problem.removesuffix("."), hint="The run itself is not touched by it."))


def _note_restart(run: RunFolder) -> None:
    """It was going when the computer lost power or was restarted."""
    title = "The computer was switched off or restarted while the run was going"
    with suppress(OSError), Journal(run.foreman_events, flush_each=True) as journal:
        journal.append(
            Warned(
                at=time.time(), title=title, hint="It goes on from its last checkpoint; what came after is made again."
            )
        )


def _say(words: str) -> None:
    sys.stderr.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {words}\n")
    sys.stderr.flush()


def main(folder: str) -> None:
    """Be the foreman of the home in `folder`, unless there is one."""
    home = Home(Path(folder))
    while (lease := take_lease(home.foreman_lease, patience=0.5)) is not None:
        foreman = Foreman(home)
        signal.signal(signal.SIGTERM, foreman.leave)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            foreman.work()
        finally:
            lease.release()
        if foreman.is_outdated and not foreman.left:
            with suppress(StudioError):  # removed, and not set up again: the next window or command begins one
                ensure_foreman(home)
            return
        # whoever queued a run while the lease was still held relied on this process
        if foreman.left or Queue(home).next() is None:
            return


if __name__ == "__main__":
    main(sys.argv[1])
