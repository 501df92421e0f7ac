"""Commands about a run that ended: a worker is asked, its progress shown, its end returned or raised."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from studio.after import AfterEvent, AfterFailed, AfterJob, Noted, Progressed, PushJob
from studio.cli.say import say
from studio.errors import RunProblem
from studio.foreman.ask import Assistant
from studio.paths import Home

_LOOK_EVERY_SECONDS = 0.05


def ask(
    home: Home, job: AfterJob | PushJob, *, quiet: bool, hear: Callable[[AfterEvent], None] | None = None
) -> AfterEvent:
    """The last event of a job. `hear` gets every event. Raises RunProblem with the words of a failure."""
    said = ""
    with Assistant(home) as assistant:
        asking = assistant.ask(job)
        while True:
            events = asking.poll()
            for event in events:
                match event:
                    case AfterFailed():
                        raise RunProblem(event.title, event.hint)
                    case Progressed() if not quiet and event.what != said:
                        said = event.what
                        say(f"{said} …")
                    case Noted() if not quiet:
                        say(f"{event.title} {event.hint}".strip())
                    case _:
                        pass
                if hear is not None:
                    hear(event)
            if asking.done:
                return events[-1]
            time.sleep(_LOOK_EVERY_SECONDS)


def absolute(path: Path | None) -> str | None:
    """A path that means the same in another process."""
    return str(path.expanduser().resolve()) if path else None
