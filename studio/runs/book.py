"""What the foreman would write of a run's workers, where there is none: torchrun started them."""

from __future__ import annotations

import os

from studio.commands import Command, Resume
from studio.events import CheckpointSaved, Event, RunEnded, StageStarted, WorkerEnded, WorkerEvent, WorkerSpawned
from studio.runs.endings import TRIES, Ending, ending_of, in_words
from studio.runs.exit_codes import LEFT
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal, Tail


class Book:
    """One worker's entries, from its start to its end. The caller holds the run's lease."""

    def __init__(self, run: RunFolder) -> None:
        self._run = run
        self._tries = 0
        self.attempt, self.commands_from = 1, 0
        self.finished = False
        """Whether the run is, so that there is nothing to do."""
        for event in Tail[Event](run.foreman_events, Event).read():
            match event:
                case WorkerSpawned():
                    self.attempt, self.finished, self._tries = event.attempt + 1, False, self._tries + 1
                case WorkerEnded(exit_code=code) if code == LEFT:
                    self._tries -= 1
                case RunEnded():
                    self.commands_from, self.finished, self._tries = event.commands_to, event.outcome == "finished", 0
                case _:
                    pass
        commands = Tail[Command](run.commands, Command, self.commands_from).read()
        self.finished = self.finished and not any(isinstance(each, Resume) for each in commands)

    def begin(self) -> None:
        """This process begins to work on the run."""
        self._note(WorkerSpawned(pid=os.getpid(), attempt=self.attempt, commands_from=self.commands_from))

    def end(self, exit_code: int) -> Ending | None:
        """It ends. None where the next worker goes on: after a problem that another try may not meet again, unless as
        many as `TRIES` in a row got no further.
        """
        self._note(WorkerEnded(exit_code=exit_code, attempt=self.attempt))
        ending = ending_of(self._run, exit_code)
        if ending is None and exit_code != LEFT and min(self._tries + 1, self._without_progress()) >= TRIES:
            ending = in_words(self._run, exit_code)
        if ending is not None:
            heard = self._run.commands.stat().st_size if self._run.commands.exists() else 0
            self._note(RunEnded(outcome=ending.outcome, commands_to=heard, title=ending.title, hint=ending.hint))
        return ending

    def _without_progress(self) -> int:
        """Workers since the last checkpoint that got further than all before it."""
        tries, reached = 0, 0
        for event in Tail[WorkerEvent](self._run.events, WorkerEvent).in_pieces():
            if isinstance(event, StageStarted) and event.stage == "importing":
                tries += 1
            elif isinstance(event, CheckpointSaved) and event.update > reached:
                tries, reached = 0, event.update
        return tries

    def _note(self, event: Event) -> None:
        with Journal(self._run.foreman_events, flush_each=True) as journal:
            journal.append(event)
