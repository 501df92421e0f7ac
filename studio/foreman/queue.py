"""Which runs want to be worked on: new ones, interrupted ones, and ended ones that someone asked to resume."""

from __future__ import annotations

from dataclasses import dataclass

from studio.commands import Cancel, Command, Resume, Stop
from studio.events import Event, RunEnded, WorkerSpawned
from studio.paths import Home
from studio.runs.folder import RunFolder, list_runs
from studio.runs.journal import Tail
from studio.runs.order import in_order, read_order


@dataclass(frozen=True)
class Wanted:
    """A run to be worked on."""

    run: RunFolder
    attempts: int
    """Workers it had so far."""
    commands_from: int
    """Offset in `commands.jsonl` after which commands count."""
    given_up: bool
    """Someone asked to stop it before it began."""
    interrupted: bool = False
    """A worker had begun, and whoever looked after it never said how it ended."""
    from_start: bool = False
    """Someone asked to begin with the first update, and no worker has begun since."""


def wanted(run: RunFolder) -> Wanted | None:
    """What `run` wants, or None where it ended and nobody asked to resume it, or torchrun starts it."""
    if run.torchrun_file.exists():
        return None
    attempts, commands_from, at_rest = 0, 0, False
    for event in Tail[Event](run.foreman_events, Event).read():
        match event:
            case WorkerSpawned():
                attempts, at_rest = event.attempt, False
            case RunEnded():
                commands_from, at_rest = event.commands_to, True
            case _:
                pass
    commands = Tail[Command](run.commands, Command, commands_from).read()
    if at_rest and not any(isinstance(command, Resume) for command in commands):
        return None
    last = next((each for each in reversed(commands) if isinstance(each, Resume | Stop | Cancel)), None)
    from_start = at_rest and any(isinstance(each, Resume) and each.from_start for each in commands)
    return Wanted(
        run,
        attempts,
        commands_from,
        given_up=isinstance(last, Stop | Cancel),
        interrupted=attempts > 0 and not at_rest,
        from_start=from_start,
    )


def given_up(run: RunFolder) -> bool:
    """Whether someone asked to end a run on which nobody works."""
    found = wanted(run)
    return found is not None and found.given_up


class Queue:
    """Looks over all runs again and again, reading only what changed."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._at_rest: dict[str, int] = {}
        """Runs that want nothing, with the size of their command file when that was found."""

    def next(self) -> Wanted | None:
        """The first run that wants to be worked on: in the order that was chosen, else the oldest."""
        for run in in_order(list_runs(self._home), read_order(self._home)):
            size = run.commands.stat().st_size if run.commands.exists() else 0
            if self._at_rest.get(run.name) == size:
                continue
            found = wanted(run)
            if found is not None:
                return found
            self._at_rest[run.name] = size
        return None
