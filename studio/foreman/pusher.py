"""The process that sends one export to the hub, without torch: `python -m studio.foreman.pusher HOME FOLDER`.

Told and cancelled like every question about a run that ended. Standard input is a pipe from whoever asked: its end
means that nobody looks any more. The token is read by this process itself: it stands in no argument and no file.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import msgspec

from studio.after import AfterEvent, AfterFailed, PushJob
from studio.commands import Cancel, Command
from studio.errors import EngineProblem, StudioError
from studio.export.push import push
from studio.models.token import find_token, without_tokens
from studio.paths import Home
from studio.runs.exit_codes import CANCELLED, FINISHED, LEFT
from studio.runs.journal import Journal, Tail

_LOOK_EVERY_SECONDS = 0.1


def main(home: Home, folder: Path) -> int:
    """Do the job in the folder; its outcome as an event and as an exit code."""
    job = msgspec.json.decode((folder / "job.json").read_bytes(), type=PushJob)
    with Journal(folder / "events.jsonl") as journal:

        def tell(event: AfterEvent) -> None:
            journal.append(event)

        threading.Thread(target=_leave_at_the_end_of_input, daemon=True).start()
        threading.Thread(target=_leave_when_cancelled, args=(folder, tell), daemon=True).start()
        try:
            tell(push(job, find_token(home), tell))
        except StudioError as problem:
            return _failed(problem, tell)
        except Exception as problem:  # noqa: BLE001 - the boundary of this process: logged whole, told in words
            sys.stderr.write(without_tokens(traceback.format_exc()))
            title = f"Something unexpected happened while sending ({type(problem).__name__})."
            return _failed(EngineProblem(title, "Push it again to go on; the details are in after.log."), tell)
    return FINISHED


def _failed(problem: StudioError, tell: Callable[[AfterEvent], None]) -> int:
    tell(AfterFailed.by(problem))
    return problem.exit_code


def _leave_at_the_end_of_input() -> None:
    """At once, since a connection cannot be asked to end: the hub shows nothing before the commit."""
    while os.read(0, 4096):
        pass
    os._exit(LEFT)


def _leave_when_cancelled(folder: Path, tell: Callable[[AfterEvent], None]) -> None:
    commands = Tail[Command](folder / "commands.jsonl", Command)
    while not any(isinstance(command, Cancel) for command in commands.read()):
        time.sleep(_LOOK_EVERY_SECONDS)
    tell(AfterFailed.cancelled())
    os._exit(CANCELLED)


if __name__ == "__main__":
    sys.exit(main(Home(Path(sys.argv[1])), Path(sys.argv[2])))
