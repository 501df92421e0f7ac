"""What the window says of runs on other computers: one line each, and how the connection is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import Link, RunBrief, RunState
from studio.job import TrainJob
from ui.state import words
from ui.state.tongue import tr, tr_studio

_QUIET_SECONDS = 6.0
"""A word is due every two."""
LinkKind = Literal["ok", "info", "warn", "bad"]


@dataclass(frozen=True)
class LinkView:
    """The connection to one run, for the strip above it."""

    kind: LinkKind
    title: str
    hint: str
    short: str
    """The same where there is little room."""
    again: bool
    """Whether trying again is a button."""


@dataclass(frozen=True)
class RemoteRow:
    """A run on another computer, as a line of Home."""

    key: str
    """user@host:run."""
    title: str
    host: str
    state: RunState | None
    """As last heard; None before the first word."""
    progress: str
    link: LinkView

    @property
    def known(self) -> bool:
        """Whether there is anything to open."""
        return self.state is not None


def remote_row(link: Link, job: TrainJob | None, brief: RunBrief | None, now: float) -> RemoteRow:
    """The run in a line."""
    return RemoteRow(
        key=link.address,
        title=job.name if job else link.run,
        host=link.host,
        state=brief.state if job and brief else None,
        progress=_progress(brief) if job and brief else "",
        link=link_view(link, now),
    )


def _progress(brief: RunBrief) -> str:
    if not brief.updates:
        return ""
    return tr("Update {update} of {updates}", update=words.count(brief.update), updates=words.count(brief.updates))


def link_view(link: Link, now: float) -> LinkView:
    """How the connection is, and what that means for the run."""
    heard = tr("Last heard {ago}.", ago=age(now - link.heard_at)) if link.heard_at else tr("Nothing was heard so far.")
    short, on = heard.rstrip("."), tr("On {host}", host=link.host)
    match link.state:
        case "live" if now - link.heard_at > _QUIET_SECONDS:
            return LinkView("warn", on, heard, short, again=False)
        case "live":
            said = tr("Connected. What you press here is done there.")
            return LinkView("ok", on, tr_studio(link.title) or said, tr("Connected"), again=False)
        case "connecting":
            return LinkView("info", tr("Connecting to {host}", host=link.host), heard, tr("Connecting"), again=False)
        case "cut":
            return LinkView("warn", tr_studio(link.title), f"{heard} {_next_try(link, now)}", short, again=True)
        case "refused":
            title, hint = tr_studio(link.title), tr_studio(link.hint)
            return LinkView("bad", title, f"{hint} {heard}" if link.heard_at else hint, title, again=True)


def _next_try(link: Link, now: float) -> str:
    if link.next_at > now + 1:
        return tr("It is tried again in {seconds} s; the run goes on without it.", seconds=round(link.next_at - now))
    return tr("It is tried again now; the run goes on without it.")


def age(seconds: float) -> str:
    """How long since the last word, to the second where that is what one watches: "40 s ago"."""
    if seconds < 60:
        return tr("{time} ago", time=tr("{seconds} s", seconds=max(round(seconds), 0)))
    return words.ago(seconds)
