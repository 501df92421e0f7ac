"""The process that does one download job, without torch: `python -m studio.foreman.downloader HOME FOLDER`.

Standard input is a pipe from whoever started it: its end means that nobody looks any more; what is here is then kept.
The token is read by this process itself, so that it stands in no argument, no environment of ours and no file of a job.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from pathlib import Path

import msgspec

from studio.commands import Cancel, Command, Pause, Resume, Stop
from studio.durable import disk_problem
from studio.errors import EngineProblem, HubProblem, StudioError
from studio.events import JobFailed
from studio.job import DownloadJob
from studio.models.download import Downloading, Interrupted, discard, download
from studio.models.download_events import DownloadEvent, DownloadPaused, DownloadResumed, DownloadStopped
from studio.models.hub import Hub
from studio.models.origin import draft_of
from studio.models.token import find_token, without_tokens
from studio.paths import Home
from studio.runs.exit_codes import FINISHED, STOPPED
from studio.runs.journal import Journal, Tail
from studio.runs.lease import Lease, take_lease

_LOOK_EVERY_SECONDS = 0.1


class Stopped(Exception):
    """Someone asked, or nobody looks any more."""

    def __init__(self, *, keep: bool) -> None:
        super().__init__()
        self.keep = keep


class _Attention:
    """Hears commands and the end of standard input."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self._tail = Tail[Command](folder / "commands.jsonl", Command)
        self._journal = journal
        self._ended = threading.Event()
        self._looked_at = 0.0
        threading.Thread(target=self._wait_for_end, daemon=True).start()

    def _wait_for_end(self) -> None:
        while os.read(0, 4096):
            pass
        self._ended.set()

    def attend(self) -> None:
        """Raises Stopped, or Interrupted where a pause begins."""
        if self._ended.is_set():
            raise Stopped(keep=True)
        now = time.monotonic()
        if now - self._looked_at < _LOOK_EVERY_SECONDS:
            return
        self._looked_at = now
        if self._paused(False):
            raise Interrupted

    def wait_while_paused(self) -> None:
        """Until someone asks to go on. Raises Stopped."""
        self._journal.append(DownloadPaused())
        while self._paused(True):
            if self._ended.wait(_LOOK_EVERY_SECONDS):
                raise Stopped(keep=True)
        self._journal.append(DownloadResumed())

    def _paused(self, paused: bool) -> bool:
        for command in self._tail.read():
            match command:
                case Pause():
                    paused = True
                case Resume():
                    paused = False
                case Stop() | Cancel():
                    raise Stopped(keep=isinstance(command, Stop))
                case _:
                    pass
        return paused


def main(home: Home, folder: Path) -> int:
    """Do the job in the folder; its outcome as an event and as an exit code."""
    job = msgspec.json.decode((folder / "job.json").read_bytes(), type=DownloadJob)
    with Journal(folder / "events.jsonl") as journal:
        attention = _Attention(folder, journal)

        def emit(event: DownloadEvent) -> None:
            journal.append(event)

        lease = None
        try:
            lease = _alone(home, job.model)
            download(home, job, Downloading(Hub(find_token(home)), emit, attention.attend, attention.wait_while_paused))
        except Stopped as stopped:
            if not stopped.keep:
                discard(home, job.model)
            emit(DownloadStopped(kept=stopped.keep))
            return STOPPED
        except StudioError as problem:
            return _tell(journal, problem)
        except Exception as problem:  # noqa: BLE001 - the boundary of this process: logged whole, told in words
            sys.stderr.write(without_tokens(traceback.format_exc()))
            title = f"Something unexpected happened while downloading ({type(problem).__name__})."
            return _tell(
                journal, EngineProblem(title, "What was downloaded is kept; the details are in downloads.log.")
            )
        finally:
            if lease is not None:
                lease.release()
    return FINISHED


def _alone(home: Home, model: str) -> Lease:
    """Held while this process downloads the model. Raises HubProblem where another one does, DiskProblem."""
    draft = draft_of(home, model)
    try:
        draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lease = take_lease(draft.with_name(f"{draft.name}.lease"), patience=0.5)
    except OSError as problem:
        raise disk_problem(problem, f"{model} could not be written") from problem
    if lease is None:
        raise HubProblem(f"{model} is being downloaded already.", "Wait until that has ended.")
    return lease


def _tell(journal: Journal, problem: StudioError) -> int:
    journal.append(JobFailed.by(problem))
    return problem.exit_code


if __name__ == "__main__":
    sys.exit(main(Home(Path(sys.argv[1])), Path(sys.argv[2])))
