"""The steps by which an environment is made: room, Python, PyTorch, packages, a proof, the list of what is in it."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from studio.errors import InstallationProblem
from studio.installation.commands import Commands, Left
from studio.installation.packages import Packages
from studio.installation.pip_progress import PipOutput
from studio.installation.place import CACHE, check_room, publish, tree_bytes
from studio.installation.torch_build import look_at_machine

_IN_VENV = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
_CARRIED = "python/python.exe" if sys.platform == "win32" else "python/bin/python3"
_LIST = (
    "import json, importlib.metadata as m; "
    "print(json.dumps({each.metadata['Name']: each.version for each in m.distributions()}))"
)


class Teller(Protocol):
    """Who hears of each step."""

    def tell(self, kind: str, **fields: Any) -> None:
        """One event."""
        ...

    def step(self, name: str) -> AbstractContextManager[None]:
        """A step, from its beginning to its end."""
        ...

    def progress(self, **fields: Any) -> None:
        """How far the step is."""
        ...


class EnvironmentMaker:
    """Follows one order: `name`, `build`, `version`, `kit` (what the program carries), `needed_bytes`."""

    def __init__(self, order: dict[str, Any], folder: Path, teller: Teller, leaving: Callable[[], bool]) -> None:
        self._order, self._folder, self._teller, self._leaving = order, folder, teller, leaving
        self._kit = Path(order["kit"])
        self._draft = folder / f".draft-{order['name']}-{secrets.token_hex(4)}"
        self._output = PipOutput()
        self._checks: list[dict[str, Any]] = []
        self._is_proving = False
        self._commands = Commands(
            folder / "setup.log",
            folder,
            more=self._variables(),
            hear=self._hear,
            leaving=leaving,
        )

    def _variables(self) -> dict[str, str]:
        cache = self._folder / CACHE
        variables = {
            "PIP_CACHE_DIR": str(cache / "pip"),
            "UV_CACHE_DIR": str(cache / "uv"),
            "TMPDIR": str(self._draft / "tmp"),  # beside the environment, where room was looked for
            "TEMP": str(self._draft / "tmp"),
        }
        if (self._kit / "wheels").is_dir():
            known = os.environ.get("PIP_FIND_LINKS", "")
            variables["PIP_FIND_LINKS"] = f"{(self._kit / 'wheels').resolve().as_uri()} {known}".strip()
        return variables

    def make(self) -> None:
        """All steps. Raises InstallationProblem, OSError and Left; nothing half is left behind where it ends well."""
        began = time.time()
        with self._teller.step("room"):
            check_room(self._folder, self._order["needed_bytes"])
        (self._draft / "tmp").mkdir(mode=0o700, parents=True)
        with self._teller.step("python"):
            python = self._make_python()
        packages = Packages(
            self._draft / python,
            self._kit / "constraints.txt",
            self._commands,
            self._note,
            with_pip=None if python == _CARRIED else Path(sys.executable),
        )
        packages.tell_progress()
        with self._teller.step("torch"):
            packages.install_torch(look_at_machine(), self._order["build"])
        with self._teller.step("packages"):
            self._install_packages(packages)
        with self._teller.step("proof"):
            self._prove(packages.python)
        with self._teller.step("list"):
            manifest = self._manifest(packages.python, python, began)
            shutil.rmtree(self._draft / "tmp")
            publish(self._draft, self._folder / self._order["name"], manifest)
            shutil.rmtree(self._folder / CACHE, ignore_errors=True)

    def _make_python(self) -> str:
        """The Python that the program carries, copied, so that a later version of the program does not take it away;
        else a virtual environment of the Python that runs this. Where it lies, below the environment."""
        carried = self._kit / "python"
        if not carried.is_dir():
            self._commands.run("A Python of its own", [sys.executable, "-m", "venv", "--without-pip", str(self._draft)])
            return _IN_VENV
        shutil.copytree(carried, self._draft / "python", symlinks=True, copy_function=self._copy)
        return _CARRIED

    def _copy(self, source: str, target: str) -> str:
        if self._leaving():
            raise Left
        return shutil.copy2(source, target, follow_symlinks=False)

    def _install_packages(self, packages: Packages) -> None:
        pins = packages.pins_beside(self._order["build"], look_at_machine(), self._draft / "tmp" / "constraints.txt")
        wheel = next(self._kit.glob("nightshift_studio-*.whl"), None)
        if wheel is None:
            raise InstallationProblem("The program is not whole: its own package is missing.", "Install it again.")
        self._commands.run(
            "The engine's packages",
            packages.pip("install", "--no-deps", "-r", str(self._kit / "engine.txt")),
            packages.pip("install", "-c", str(pins), f"torch=={packages.torch_version}"),
            packages.pip("install", "--no-deps", str(wheel)),
        )

    def _prove(self, python: Path) -> None:
        """The doctor of the engine, in the new environment: libraries, the card, a kernel, an update, a save."""
        scratch = self._draft / "tmp" / "proof"
        scratch.mkdir()
        self._is_proving = True
        try:
            self._commands.run("The proof", [str(python), "-P", "-m", "studio.engine.doctor", str(scratch)])
        except InstallationProblem as problem:
            bad = next((check for check in self._checks if not check["good"]), None)
            if bad is None:
                raise
            raise InstallationProblem(f"{bad['told']}.", bad["fix"], problem.details) from problem
        finally:
            self._is_proving = False

    def _manifest(self, python: Path, place: str, began: float) -> dict[str, Any]:
        listed = self._commands.run("What is in it", [str(python), "-P", "-c", _LIST])
        return {
            "name": self._order["name"],
            "version": self._order["version"],
            "build": self._order["build"],
            "python": place,
            "made_at": began,
            "size_bytes": tree_bytes(self._draft),
            "packages": json.loads(listed.strip().splitlines()[-1]),
        }

    def _hear(self, text: str) -> None:
        if not self._is_proving:
            if self._output.hear(text):
                self._teller.progress(**self._output.now._asdict())
            return
        for line in text.splitlines():
            if line.startswith('{"name"'):
                check = json.loads(line)
                self._checks.append(check)
                self._teller.tell("checked", **check)

    def _note(self, words: str) -> None:
        self._teller.tell("noted", words=words)
