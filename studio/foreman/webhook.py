"""Sends a note to an address of the user's: as plain JSON, or as ntfy, Slack or Discord want it."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec

from studio import __version__
from studio.errors import StudioError
from studio.paths import Home
from studio.secret import Secret
from studio.settings import Webhook

TRIES, PATIENCE_SECONDS = 3, 10.0
_PAUSES = (1.0, 5.0)


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of a run."""

    run: str
    state: str
    title: str
    text: str = ""

    @property
    def words(self) -> str:
        """All of it, for people."""
        return f"{self.title}\n{self.text}".strip()


def keep_address(home: Home, address: str) -> str:
    """Keep where to send notes, which is a secret; says where. Raises StudioError, DiskProblem."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StudioError("That is no address of a webhook.", "Copy it whole; it begins with https://.")
    return _secret(home).keep(address.strip(), "The address")


def find_address(home: Home) -> str | None:
    """None: none is kept."""
    return _secret(home).find()


def forget_address(home: Home) -> None:
    """Remove what was kept."""
    _secret(home).forget()


def send(
    address: str,
    shape: Webhook,
    note: Note,
    *,
    patience: float = PATIENCE_SECONDS,
    sleep: Callable[[float], None] = time.sleep,
) -> str | None:
    """None where it was taken, else why not, in words without the address. Never raises.

    Tried again where the other side is slow, breaks off or has a fault of its own.
    """
    problem = None
    for number in range(TRIES):
        problem, hopeless = _try(address, shape, note, patience)
        if problem is None or hopeless:
            break
        if number < len(_PAUSES):
            sleep(_PAUSES[number])
    return problem


def _try(address: str, shape: Webhook, note: Note, patience: float) -> tuple[str | None, bool]:
    """What went wrong, and whether another try is useless."""
    content_type, content = _content(shape, note)
    headers = {"Content-Type": content_type, "User-Agent": f"NightshiftStudio/{__version__}"}
    try:
        request = urllib.request.Request(address, content, headers, method="POST")
        with urllib.request.urlopen(request, timeout=patience):
            return None, False
    except urllib.error.HTTPError as problem:
        with problem:
            return f"The webhook refused the note (it answered {problem.code}).", problem.code < 500
    except TimeoutError:
        return f"The webhook did not answer within {patience:g} s.", False
    except urllib.error.URLError as problem:
        slow = isinstance(problem.reason, TimeoutError)
        return f"The webhook {'did not answer in time' if slow else 'cannot be reached'}.", False
    except (OSError, http.client.HTTPException):
        return "The webhook broke off the connection.", False
    except ValueError:
        return "The address of the webhook is no address.", True


def _content(shape: Webhook, note: Note) -> tuple[str, bytes]:
    """Content type and body."""
    match shape:
        case "ntfy":
            return "text/plain; charset=utf-8", note.words.encode()
        case "slack":
            return "application/json", msgspec.json.encode({"text": note.words})
        case "discord":
            return "application/json", msgspec.json.encode({"content": note.words})
        case _:
            return "application/json", msgspec.json.encode(note)


def _secret(home: Home) -> Secret:
    return Secret(home, "webhook", "webhook-address")
