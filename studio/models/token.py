"""The user's token for the hub: in the system's keyring where there is one, else in a file that only the user reads."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from studio.durable import disk_problem, write_file
from studio.errors import HubProblem
from studio.paths import Home

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE, _USER = "nightshift-studio", "huggingface.co"
_TOKEN = re.compile(r"hf_[A-Za-z0-9]{16,}")


def find_token(home: Home) -> str | None:
    """The token kept here, else the one that huggingface_hub knows (HF_TOKEN, `hf auth login`); None: there is none."""
    return _from_keyring() or _from_file(home) or _from_hub_library()


def keep_token(home: Home, token: str) -> str:
    """Keep it for all downloads; says where. Raises HubProblem where it is none, DiskProblem."""
    token = token.strip()
    if not _TOKEN.fullmatch(token):
        raise HubProblem(
            "That is no token of the hub: those begin with “hf_”.",
            "Create one of the kind “Read” at https://huggingface.co/settings/tokens and copy it whole.",
        )
    if (keyring := _keyring()) is not None:
        with contextlib.suppress(Exception):  # a keyring may be locked, refuse or vanish; there is the file then
            keyring.set_password(  # pyright: ignore[reportUnknownMemberType] - the library wraps it untyped
                _SERVICE, _USER, token
            )
            _file(home).unlink(missing_ok=True)
            return "in the system's keyring"
    try:
        home.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mask = os.umask(0o077)
        try:
            write_file(_file(home), token.encode())
        finally:
            os.umask(mask)
    except OSError as problem:
        raise disk_problem(problem, "The token could not be kept") from problem
    return "in a file that only you can read"


def forget_token(home: Home) -> None:
    """Remove what was kept here."""
    _file(home).unlink(missing_ok=True)
    if (keyring := _keyring()) is not None:
        with contextlib.suppress(Exception):  # there was none
            keyring.delete_password(_SERVICE, _USER)


def without_tokens(text: str) -> str:
    """The text with every token in it made unreadable: for logs."""
    return _TOKEN.sub("hf_…", text)


def _file(home: Home) -> Path:
    return home.folder / "hub-token"


def _from_file(home: Home) -> str | None:
    try:
        return _file(home).read_text("utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _from_keyring() -> str | None:
    if (keyring := _keyring()) is None:
        return None
    with contextlib.suppress(Exception):  # see above
        return keyring.get_password(_SERVICE, _USER)
    return None


def _keyring() -> KeyringBackend | None:
    """The system's keyring; None where there is none."""
    import keyring
    from keyring.backends.fail import Keyring

    backend = keyring.get_keyring()
    return None if isinstance(backend, Keyring) or backend.priority <= 0 else backend


def _from_hub_library() -> str | None:
    from huggingface_hub import get_token

    return get_token()
