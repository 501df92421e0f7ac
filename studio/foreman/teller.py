"""The process that writes a run's report and tells the user: `python -m studio.foreman.teller HOME RUN KIND`.

A process of its own, since desktops and networks may keep one waiting; the foreman gives it a minute. Each thing that
did not work is one line on standard output.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from studio.durable import write_file
from studio.errors import StudioError
from studio.foreman.afterwards import Kind
from studio.foreman.webhook import Note, find_address, send
from studio.paths import Home
from studio.report.facts import gather
from studio.report.page import report_page
from studio.runs.folder import RunFolder
from studio.runs.story import RunState, RunStory
from studio.runs.watch import read_run
from studio.settings import read_settings


def write_report(run: RunFolder) -> Path:
    """The report of a run as `report.html` in its folder. Raises RunProblem, OSError."""
    file = run.path / "report.html"
    write_file(file, report_page(gather(run)).encode())
    return file


def note_of(name: str, story: RunStory, state: RunState) -> Note:
    """A run in two lines."""
    if story.waiting is not None:
        return Note(run=name, state="waiting", title=f"{name} waits: {story.waiting.title}", text=story.waiting.hint)
    title = {"finished": "has finished", "stopped": "was stopped", "failed": "did not finish"}.get(state, f"is {state}")
    lines = [f"{story.update:,} of {story.updates:,} updates."]
    if story.best is not None:
        lines.append(f"Best held-out loss {story.best.eval_loss:.3f}.")
    if story.ended is not None and story.ended.title:
        lines = [story.ended.title, story.ended.hint]
    return Note(run=name, state=state, title=f"{name} {title}", text=" ".join(lines).strip())


def tell(home: Home, note: Note) -> list[str]:
    """On the desktop and by webhook, as chosen; why the webhook did not work, in words."""
    settings = read_settings(home)
    if settings.notify and (unseen := on_desktop(note)):
        sys.stderr.write(f"{note.run}: {unseen}\n")  # a computer without a desktop is nothing to be told of every day
    if settings.webhook == "off":
        return []
    address = find_address(home)
    problem = send(address, settings.webhook, note) if address else "There is no address for the webhook."
    return [problem] if problem else []


def on_desktop(note: Note) -> str | None:
    """A note of the desktop's own kind; None where it was taken, else why not."""
    if sys.platform == "linux" and "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return "This computer has no desktop to show a note on."
    from desktop_notifier.sync import DesktopNotifierSync

    try:
        DesktopNotifierSync(app_name="Nightshift Studio").send(title=note.title, message=note.text)
    except Exception:  # noqa: BLE001 - a library per desktop, each with problems of its own; none may matter
        return "This computer shows no notes on its desktop."
    return None


def main(home: Home, run: RunFolder, kind: Kind) -> int:
    """Write and tell."""
    problems: list[str] = []
    if kind == "ended":
        try:
            write_report(run)
        except StudioError as problem:
            problems.append(str(problem))
        except OSError as problem:
            problems.append(f"The report could not be written: {problem.strerror or problem}.")
    watch = read_run(run)
    if kind == "ended" or read_settings(home).tell_waiting:
        problems += tell(home, note_of(run.name, watch.story, watch.state))
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    return 0


if __name__ == "__main__":
    sys.exit(
        main(Home(Path(sys.argv[1])), RunFolder(Path(sys.argv[2])), "waits" if sys.argv[3] == "waits" else "ended")
    )
