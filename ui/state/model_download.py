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
                self.delayed = f"{event.title} Trying again in {event.seconds:.0f} s."
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
            return self.delayed or "Asking the hub what belongs to it."
        size = f"{words.file_size(self.have_bytes)} of {words.file_size(self.total_bytes)}"
        if self.paused:
            return f"Paused at {size}. What is here is kept."
        if self.delayed:
            return f"{size}. {self.delayed}"
        if not self.bytes_per_second:
            return size
        speed = f"{words.file_size(self.bytes_per_second)} a second"
        left = f", {words.about_duration(self.seconds_left)} left" if self.seconds_left is not None else ""
        return f"{size}, {speed}{left}"
