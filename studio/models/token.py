"""The user's token for the hub: in the system's keyring where there is one, else in a file that only the user reads."""

from __future__ import annotations

import re

from studio.errors import HubProblem
from studio.paths import Home
from studio.secret import Secret

TOKENS_PAGE = "https://huggingface.co/settings/tokens"
_TOKEN = re.compile(r"hf_[A-Za-z0-9]{16,}")


def find_token(home: Home) -> str | None:
    """The token kept here, else the one that huggingface_hub knows (HF_TOKEN, `hf auth login`); None: there is none."""
    return _secret(home).find() or _from_hub_library()


def check_token(token: str | None) -> str:
    """The token itself, for sending. Raises HubProblem where there is none."""
    if token is None:
        raise HubProblem(
            "Nothing can be sent to the hub without your token.",
            f"Create one of the kind “Write” at {TOKENS_PAGE} and keep it by `nightshift token`.",
            remedy="token to write",
        )
    return token


def keep_token(home: Home, token: str) -> str:
    """Keep it for all downloads; says where. Raises HubProblem where it is none, DiskProblem."""
    token = token.strip()
    if not _TOKEN.fullmatch(token):
        raise HubProblem(
            "That is no token of the hub: those begin with “hf_”.",
            f"Create one of the kind “Read” at {TOKENS_PAGE} and copy it whole.",
        )
    return _secret(home).keep(token, "The token")


def forget_token(home: Home) -> None:
    """Remove what was kept here."""
    _secret(home).forget()


def without_tokens(text: str) -> str:
    """The text with every token in it made unreadable: for logs."""
    return _TOKEN.sub("hf_…", text)


def _secret(home: Home) -> Secret:
    return Secret(home, "huggingface.co", "hub-token")


def _from_hub_library() -> str | None:
    from huggingface_hub import get_token

    return get_token()
