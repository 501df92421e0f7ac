"""The user's token: in the keyring where there is one, else in a file only the user reads; never anywhere else."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError, PasswordSetError

from studio.errors import HubProblem
from studio.models.token import find_token, forget_token, keep_token, without_tokens
from studio.paths import Home
from tests.fakes.hub import TOKEN


class SystemKeyring(KeyringBackend):
    """Stands in for that of a desktop."""

    priority = 5.0  # pyright: ignore
    locked = False

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise PasswordSetError("locked")
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("none")
        del self.kept[service, username]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("HF_TOKEN_PATH", str(tmp_path / "nothing"))
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "nothing"))
    return Home(tmp_path / "home")


@pytest.fixture
def desktop() -> Iterator[SystemKeyring]:
    before, ours = keyring.get_keyring(), SystemKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


@pytest.fixture
def server() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


def files_with_the_token(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]


def test_it_is_kept_in_the_keyring_and_in_no_file(home: Home, desktop: SystemKeyring) -> None:
    assert find_token(home) is None
    assert keep_token(home, f" {TOKEN}\n") == "in the system's keyring"
    assert find_token(home) == TOKEN
    assert list(desktop.kept.values()) == [TOKEN]
    assert files_with_the_token(home.folder.parent) == []
    forget_token(home)
    forget_token(home)
    assert find_token(home) is None


@pytest.mark.usefixtures("server")
def test_without_a_keyring_it_is_kept_in_a_file_only_the_user_reads(home: Home) -> None:
    assert keep_token(home, TOKEN) == "in a file that only you can read"
    (path,) = files_with_the_token(home.folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert find_token(home) == TOKEN
    forget_token(home)
    assert find_token(home) is None
    assert not path.exists()


def test_a_locked_keyring_is_not_the_end(home: Home, desktop: SystemKeyring) -> None:
    desktop.locked = True
    assert keep_token(home, TOKEN) == "in a file that only you can read"
    assert find_token(home) == TOKEN
    desktop.locked = False
    keep_token(home, TOKEN)
    assert files_with_the_token(home.folder) == [], "the file goes once the keyring has it"


@pytest.mark.usefixtures("server")
def test_that_of_the_hubs_own_program_is_used_too(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    assert find_token(home) == TOKEN


@pytest.mark.parametrize("text", ["", "hello", "hf_short", f"{TOKEN} and more", "sk-" + "a" * 40])
def test_what_is_no_token_is_refused_and_not_repeated(home: Home, text: str) -> None:
    with pytest.raises(HubProblem, match="no token of the hub") as caught:
        keep_token(home, text)
    assert "settings/tokens" in caught.value.hint
    assert not text or text not in str(caught.value)


def test_logs_hold_no_token() -> None:
    assert without_tokens(f"Authorization: Bearer {TOKEN}; again {TOKEN}") == "Authorization: Bearer hf_…; again hf_…"
