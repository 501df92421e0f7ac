"""The system's own ssh: how it is called, and in words why it did not come through.

Keys, agent, configuration and jump hosts are the user's. Host keys are checked as the user's ssh checks them, and
nothing is ever typed for the user: what needs a password is said.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import stat
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from studio.errors import RunProblem

DEFAULT_COMMAND = ("nightshift",)
"""The studio over there; `--command` names it where it is not on the path of a login without a terminal."""
_SOCKET_BYTES = 90
"""Of a socket's path that every system takes, with what ssh adds to it while it makes it."""


class NoConnection(RunProblem):
    """There is none now; `passing` where trying again may help without anybody doing anything."""

    def __init__(self, title: str, hint: str, *, passing: bool) -> None:
        super().__init__(title, hint)
        self.passing = passing


def ssh_command(host: str, words: Sequence[str]) -> list[str]:
    """What to start so that the words run on `host`; each arrives as one word."""
    there = shlex.join(words)
    return [
        os.environ.get("NIGHTSHIFT_SSH", "ssh"),
        "-T",
        "-o", "BatchMode=yes",
        "-o", "ConnectTimeout=10",
        "-o", "ServerAliveInterval=5",
        "-o", "ServerAliveCountMax=3",
        "-o", "Compression=yes",
        *_shared_connection(),
        "--",
        host.replace("[", "").replace("]", ""),
        # every shell understands this; what lies in a user's own folder is often missing from this path
        f"exec env PATH=\"$HOME/.local/bin:$PATH\" {there}",
    ]  # fmt: skip


def _shared_connection() -> list[str]:
    """One login for all runs on a host, over a socket in a folder that only the user can enter."""
    if os.name == "nt":  # its ssh has none
        return []
    base = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    folder = Path(base) / f"nightshift-ssh-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        facts = folder.lstat()
    except OSError:
        return []
    private = stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.getuid() and not facts.st_mode & 0o077
    socket = folder / ("x" * hashlib.sha1(usedforsecurity=False).digest_size * 2)
    if not private or len(os.fsencode(socket)) > _SOCKET_BYTES:
        return []
    return ["-o", "ControlMaster=auto", "-o", f"ControlPath={str(folder).replace('%', '%%')}/%C"]


def run_there(host: str, words: Sequence[str]) -> str:
    """What a command of the studio prints on `host`. Raises NoConnection, and RunProblem with its words where it
    refuses."""
    try:
        done = subprocess.run(ssh_command(host, words), stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    except FileNotFoundError as problem:
        raise no_ssh() from problem
    except subprocess.TimeoutExpired as problem:
        raise NoConnection(f"{host} does not answer.", "Try again later.", passing=True) from problem
    if done.returncode:
        raise refusal(host, done.returncode, done.stderr.decode("utf-8", "replace"))
    return done.stdout.decode("utf-8", "replace")


def refusal(host: str, exit_code: int, said: str) -> RunProblem:
    """What a command of the studio over there said when it refused, else why there is no connection."""
    if exit_code == 1 and (lines := said.strip().splitlines()):
        return RunProblem(f"{host}: {lines[-2] if len(lines) > 1 else lines[-1]}", lines[-1] if len(lines) > 1 else "")
    return explain(host, exit_code, said)


def no_ssh() -> NoConnection:
    """There is no ssh on this computer."""
    return NoConnection("There is no ssh on this computer.", "Install OpenSSH's client, then try again.", passing=False)


def explain(host: str, exit_code: int, said: str) -> NoConnection:
    """Why there is no connection, from how ssh ended and what it said; its own failures are 255, others are of the
    command over there."""
    if exit_code in (126, 127):
        return NoConnection(f"There is no studio on {host}.", _INSTALL.format(host=host), passing=False)
    if exit_code == 2:
        return NoConnection(f"The studio on {host} is too old to be watched.", "Update it there.", passing=False)
    for pattern, title, hint, passing in _REASONS if exit_code == 255 else ():
        if re.search(pattern, said, re.IGNORECASE):
            return NoConnection(title.format(host=host), hint.format(host=host), passing=passing)
    last = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")
    hint = f"ssh says: {last[:200]}" if last else "It is tried again."
    return NoConnection(f"The connection to {host} ended.", hint, passing=True)


_INSTALL = (
    "Install it there. Where it has another place, name that behind the run's: {host}:last /opt/studio/bin/nightshift "
    "in the window, --command in a terminal."
)
_REASONS = (
    (
        r"REMOTE HOST IDENTIFICATION HAS CHANGED|offending .*key",
        "{host} shows another key than before, so nothing was sent to it.",
        "If it was set up anew, remove its old key with ssh-keygen -R; if not, somebody may stand between.",
        False,
    ),
    (
        r"host key verification failed|no .* host key is known",
        "The key of {host} is not known yet, so nothing was sent to it.",
        "Run `ssh {host}` once in a terminal, compare the key it shows, and accept it.",
        False,
    ),
    (
        r"permission denied|too many authentication failures|no supported authentication",
        "{host} asks for a password.",
        "None is ever typed for you: put your key there with `ssh-copy-id {host}`, or load it with ssh-add.",
        False,
    ),
    (
        r"could not resolve hostname|name or service not known",
        "No computer called {host} is known here.",
        "Look at the name, or at the network of this computer.",
        True,
    ),
    (
        r"connection refused|timed out|no route to host|network is unreachable|host is down",
        "{host} cannot be reached.",
        "It may be off or asleep, or the network is gone.",
        True,
    ),
)
