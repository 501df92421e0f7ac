"""Follows one run by its files; the same for a live, a finished and a crashed one."""

from __future__ import annotations

from studio.commands import Command, Resume
from studio.events import Event
from studio.runs.folder import RunFolder
from studio.runs.journal import Tail
from studio.runs.lease import is_held
from studio.runs.story import RunState, RunStory


def read_run(run: RunFolder) -> RunWatch:
    """All that its files tell now."""
    watch = RunWatch(run)
    watch.poll()
    return watch


class RunWatch:
    """Follows one run by its files; the same for a live, a finished and a crashed one."""

    def __init__(self, run: RunFolder) -> None:
        self.run = run
        self.story = RunStory()
        self._worker: Tail[Event] = Tail(run.events, Event)
        self._foreman: Tail[Event] = Tail(run.foreman_events, Event)
        self._commands: Tail[Command] = Tail(run.commands, Command)

    def poll(self, at_most: int = -1) -> list[Event]:
        """Read what is new, take it into the story and return it: the foreman's, then the worker's.

        Of the worker's only the next `at_most` bytes, so that a long run can be read without making anyone wait.
        """
        held = is_held(self.run.lease)  # before reading: what was written before the release is then there
        events = [*self._foreman.read(), *self._worker.read(at_most)]
        self.story.apply_all(events)
        self._hear_commands()
        self._held = held
        return events

    def _hear_commands(self) -> None:
        """A `resume` after the end of a run queues it again."""
        ended = self.story.ended
        if ended is None:
            return
        if self._commands.offset < ended.commands_to:
            self._commands.offset = ended.commands_to
        if any(isinstance(command, Resume) for command in self._commands.read()):
            self.story.resumed_after_end = True

    @property
    def behind(self) -> bool:
        """Whether the last `poll` left something unread."""
        return self._worker.behind

    @property
    def state(self) -> RunState:
        """As of the last `poll`."""
        return self.story.state(looked_after=self._held)

    @property
    def offsets(self) -> tuple[int, int, int]:
        """Bytes read of the worker's, the foreman's and the commands' journal."""
        return self._worker.offset, self._foreman.offset, self._commands.offset

    _held = False
