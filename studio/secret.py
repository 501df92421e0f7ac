"""Keeps a secret: in the system's keyring where there is one, else in a file of the home that only the user reads."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.durable import disk_problem, write_file
from studio.paths import Home

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "nightshift-studio"


@dataclass(frozen=True)
class Secret:
    """One secret of one home."""

    home: Home
    name: str
    """In the keyring."""
    file_name: str
    """In the home, where there is no keyring."""

    def find(self) -> str | None:
        """None: none is kept."""
        if (keyring := _keyring()) is not None:
            with contextlib.suppress(Exception):  # a keyring may be locked, refuse or vanish; there is the file then
                if found := keyring.get_password(_SERVICE, self.name):
                    return found
        try:
            return self._file.read_text("utf-8").strip() or None
        except (OSError, UnicodeDecodeError):
            return None

    def keep(self, secret: str, what: str) -> str:
        """Keep it; says where. `what` names it, such as "The token". Raises DiskProblem."""
        if (keyring := _keyring()) is not None:
            with contextlib.suppress(Exception):  # see above
                keyring.set_password(  # pyright: ignore[reportUnknownMemberType] - the library wraps it untyped
                    _SERVICE, self.name, secret
                )
                self._file.unlink(missing_ok=True)
                return "in the system's keyring"
        try:
            self.home.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mask = os.umask(0o077)
            try:
                write_file(self._file, secret.encode())
            finally:
                os.umask(mask)
        except OSError as problem:
            raise disk_problem(problem, f"{what} could not be kept") from problem
        return "in a file that only you can read"

    def forget(self) -> None:
        """Remove what was kept."""
        self._file.unlink(missing_ok=True)
        if (keyring := _keyring()) is not None:
            with contextlib.suppress(Exception):  # there was none
                keyring.delete_password(_SERVICE, self.name)

    @property
    def _file(self) -> Path:
        return self.home.folder / self.file_name


def _keyring() -> KeyringBackend | None:
    """The system's keyring; None where there is none."""
    import keyring
    from keyring.backends.fail import Keyring

    backend = keyring.get_keyring()
    return None if isinstance(backend, Keyring) or backend.priority <= 0 else backend
