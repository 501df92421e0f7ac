"""A download as the window shows it: events in, words out."""

from __future__ import annotations

from dataclasses import dataclass

from studio.api import (
    DownloadDelayed,
    DownloadEvent,
    DownloadFinished,
    DownloadPaused,
    DownloadProgressed,
    DownloadResumed,
    DownloadStarted,
    DownloadStopped,
)
from studio.events import JobFailed
from ui.state import words
from ui.state.tongue import tr, tr_studio


@dataclass
class DownloadState:
    """What one download has told so far."""

    model: str
    """Owner and name."""
    have_bytes: int = 0
    total_bytes: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    paused: bool = False
    delayed: str = ""
    """Why it waits before it goes on by itself."""
    folder: str = ""
    """Once it is all here."""
    problem: tuple[str, str] | None = None
    stopped: bool = False

    def apply(self, event: DownloadEvent) -> None:
        """Fold one event in."""
        match event:
            case DownloadStarted():
                self.total_bytes, self.have_bytes = event.total_bytes, event.have_bytes
            case DownloadProgressed():
                self.have_bytes, self.total_bytes = event.have_bytes, event.total_bytes
                self.bytes_per_second, self.seconds_left = event.bytes_per_second, event.seconds_left
                self.delayed = ""
            case DownloadDelayed():
                self.delayed = tr(
                    "{what} Trying again in {seconds} s.", what=tr_studio(event.title), seconds=f"{event.seconds:.0f}"
                )
            case DownloadPaused():
                self.paused = True
            case DownloadResumed():
                self.paused = False
            case DownloadStopped():
                self.stopped = True
            case DownloadFinished():
                self.folder, self.have_bytes, self.total_bytes = event.folder, event.total_bytes, event.total_bytes
            case JobFailed():
                self.problem = (event.title, event.hint)
            case _:
                pass

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return not (self.folder or self.problem or self.stopped)

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.have_bytes / self.total_bytes if self.total_bytes else 0.0

    @property
    def line(self) -> str:
        """How far, how fast, how long."""
        if not self.total_bytes:
            return self.delayed or tr("Asking the hub what belongs to it.")
        size = tr("{have} of {all}", have=words.file_size(self.have_bytes), all=words.file_size(self.total_bytes))
        if self.paused:
            return tr("Paused at {size}. What is here is kept.", size=size)
        if self.delayed:
            return f"{size}. {self.delayed}"
        if not self.bytes_per_second:
            return size
        line = tr("{size}, {speed} a second", size=size, speed=words.file_size(self.bytes_per_second))
        if self.seconds_left is None:
            return line
        return tr("{line}, {time} left", line=line, time=words.about_duration(self.seconds_left))
