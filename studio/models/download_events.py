"""What happened to a download, in the past tense: lines of `events.jsonl` of a download job."""

from __future__ import annotations

import time

import msgspec

from studio.events import JobFailed


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    at: float = msgspec.field(default_factory=time.time)
    """Seconds since 1970 by the wall clock, which may jump; for people, never for logic."""


class DownloadStarted(_Event, frozen=True, kw_only=True, tag="download-started"):
    """It is known what belongs to the model, and there is room for it."""

    model: str
    revision: str
    """Hash of the commit, which stays the same until the model is complete."""
    files: int
    total_bytes: int
    have_bytes: int
    """Of an earlier attempt."""


class DownloadProgressed(_Event, frozen=True, kw_only=True, tag="download-progressed"):
    """More of it is here; about twice a second."""

    file: str
    have_bytes: int
    """Of all files."""
    total_bytes: int
    bytes_per_second: float
    """Over the last ten seconds."""
    seconds_left: float | None
    """None: not known yet."""


class DownloadDelayed(_Event, frozen=True, kw_only=True, tag="download-delayed"):
    """The connection was cut, or the hub asked to wait; it goes on by itself."""

    title: str
    seconds: float
    """Until it tries again."""


class FileFetchedAgain(_Event, frozen=True, kw_only=True, tag="file-fetched-again"):
    """A file did not match its hash and is fetched once more."""

    file: str


class DownloadPaused(_Event, frozen=True, kw_only=True, tag="download-paused"):
    """Waiting for `resume`; what is here is kept."""


class DownloadResumed(_Event, frozen=True, kw_only=True, tag="download-resumed"):
    """Going on after a pause."""


class DownloadStopped(_Event, frozen=True, kw_only=True, tag="download-stopped"):
    """Ended because someone asked, or because nobody looks any more."""

    kept: bool
    """Whether what is here waits for the next attempt."""


class DownloadFinished(_Event, frozen=True, kw_only=True, tag="download-finished"):
    """Every file is here and matches its hash, and the model is one that can be trained."""

    model: str
    revision: str
    folder: str
    total_bytes: int


DownloadEvent = (
    DownloadStarted
    | DownloadProgressed
    | DownloadDelayed
    | FileFetchedAgain
    | DownloadPaused
    | DownloadResumed
    | DownloadStopped
    | DownloadFinished
    | JobFailed
)
