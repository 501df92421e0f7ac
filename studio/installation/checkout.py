"""Sets the program up in its own folder and hands over to it: all that `packaging/start.py` does.

Makes `.venv` there, installs the versions in `constraints.txt` with the PyTorch that fits this machine. Needs the
standard library only, follows pip's own configuration, may be interrupted anywhere, costs nothing when all is in place.
"""

from __future__ import annotations

import errno
import hashlib
import json
import locale
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from studio.errors import InstallationProblem
from studio.installation.commands import Commands
from studio.installation.packages import Packages
from studio.installation.system import install_command, missing_from_system
from studio.installation.torch_build import Machine, look_at_machine, made_for, nvidia_cards, torch_build

ROOT = Path(__file__).resolve().parents[2]
_CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
_VENV = ROOT / ".venv"
_PYTHON = _VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
_LOG = _VENV / "setup.log"
_STAMP = _VENV / "setup.json"


def main(arguments: list[str]) -> int:
    """Set up what these arguments need, then become the program. Returns an exit code where that fails."""
    try:
        return _start(arguments)
    except InstallationProblem as problem:
        sys.stderr.write(f"\n{problem.title}\n{problem.hint}\n")
        if problem.details:
            sys.stderr.write(f"\nThe last lines of {_LOG}:\n{problem.details}\n")
    except OSError as problem:
        full = problem.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
        hint = "Free some space" if full else "Check that you may write in this folder"
        sys.stderr.write(f"\n{problem.strerror or problem}: {problem.filename or ROOT}\n{hint} and start again.\n")
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. The next start goes on from here.\n")
        return 130
    return 1


def _start(arguments: list[str]) -> int:
    _read_names_as_they_are_written()
    has_screen = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    command, parts = program(arguments, has_screen)
    machine = look_at_machine()
    in_place = _parts_in_place(machine)
    if not parts <= in_place:
        _set_up(machine, parts | in_place)
    if not arguments and not has_screen:
        _say("There is no screen here, so this is the demo in the terminal.")
    if arguments[:1] == ["test"]:
        os.chdir(ROOT)
    whole = [str(_PYTHON), *command]
    if sys.platform == "win32":
        return subprocess.call(whole)
    return os.execv(whole[0], whole)


def _read_names_as_they_are_written() -> None:
    """Python finds our folder by a file that pip writes in UTF-8 and Python reads in the encoding of the locale."""
    if sys.platform == "linux" and locale.getencoding().upper() != "UTF-8":
        language = os.environ.pop("LC_ALL", "")
        os.environ.update({"LC_CTYPE": "C.UTF-8"} | ({"LANG": language} if language else {}))


def program(arguments: list[str], has_screen: bool) -> tuple[list[str], set[str]]:
    """What to start, as arguments for Python, and the parts of the set-up it needs."""
    if arguments[:1] == ["test"]:
        return ["-m", "pytest", *arguments[1:]], {"program", "window", "tests"}
    if arguments or not has_screen:
        return ["-P", "-m", "studio", *(arguments or ["demo"])], {"program"}
    return ["-P", "-m", "studio"], {"program", "window"}


def _set_up(machine: Machine, parts: set[str]) -> None:
    _say(f"Setting up Nightshift Studio in {_VENV}. This happens once; the details go to {_LOG.name} there.")
    started = time.monotonic()
    _VENV.mkdir(exist_ok=True)
    _STAMP.unlink(missing_ok=True)
    steps = _Steps()
    steps.prepare_system(parts)
    steps.make_venv()
    build = steps.install_torch(machine)
    steps.install_packages(machine, build, parts)
    steps.check(build, parts)
    stamp = {"made_from": _made_from(machine), "parts": sorted(parts)}
    _STAMP.write_text(json.dumps(stamp), "utf-8")  # last: all is there
    _say(f"Ready after {time.monotonic() - started:.0f} s.\n")


class _Steps:
    """One line for each; on a terminal the seconds count while it runs."""

    def __init__(self) -> None:
        self._title = ""
        self._commands = Commands(_LOG, ROOT, tick=self._tick)
        self._packages = Packages(_PYTHON, _CONSTRAINTS, self._commands, lambda words: _say(f"    {words}"))

    def _run(self, title: str, *commands: list[str]) -> str:
        with _Line(self, title):
            return self._commands.run(title, *commands)

    def begin(self, title: str) -> None:
        """A line that says what is done now."""
        self._title = title
        _write(f"  {title:<54}")

    def _tick(self, seconds: float) -> None:
        if sys.stdout.isatty():
            _write(f"\r  {self._title:<54}{seconds:6.0f} s")

    def prepare_system(self, parts: set[str]) -> None:
        """Qt's system libraries: installed where we may, else named. Only a window and the tests need them."""
        missing = missing_from_system(parts)
        needed = bool(parts & {"window", "tests"}) or "ensurepip" in missing
        installer = next((name for name in ("apt-get", "dnf", "zypper") if shutil.which(name)), None)
        if missing and installer == "apt-get" and os.geteuid() == 0:
            install = ["apt-get", "install", "-y", "--no-install-recommends", *missing.values()]
            try:
                self._run("System libraries", ["apt-get", "update"], install)
            except InstallationProblem:
                if needed:
                    raise
        elif missing and needed:
            hint = f"Run this once, then start again:\n    {install_command(missing, installer)}"
            raise InstallationProblem("The system lacks " + ", ".join(missing) + ".", hint)

    def make_venv(self) -> None:
        """Makes `.venv`; one whose Python or pip does not run, or whose folder was moved, is made anew."""
        if not (_works("import sys, pip._internal.cli.main; assert sys.version_info >= (3, 11)") and _is_where_made()):
            shutil.rmtree(_VENV)
            _VENV.mkdir()
            self._run("A place for the studio's packages (.venv)", [sys.executable, "-m", "venv", str(_VENV)])

    def install_torch(self, machine: Machine) -> str:
        """Installs the PyTorch that fits, and returns its build; empty where none is pinned."""
        if not self._packages.torch_version:
            return ""
        build = torch_build(machine, nvidia_cards() if machine.nvidia else [])
        with _Line(self, f"PyTorch {self._packages.torch_version} for {made_for(build)}"):
            self._packages.install_torch(machine, build)
        return build

    def install_packages(self, machine: Machine, build: str, parts: set[str]) -> None:
        """Everything else."""
        pins = self._packages.pins_beside(build, machine, _VENV / "constraints.txt")
        project = f"{ROOT}[dev]" if "tests" in parts else str(ROOT)
        self._run("Everything else", self._packages.pip("install", "-c", str(pins), "-e", project))

    def check(self, build: str, parts: set[str]) -> None:
        """Imports what is most likely not to work on this machine, before anyone waits for it."""
        code = "import torch; print('cuda', torch.cuda.is_available()); " if build else ""
        if parts & {"window", "tests"} and "pyside6" in _CONSTRAINTS.read_text("utf-8"):
            code += "import PySide6.QtWidgets"
        if not code:
            return
        output = self._run("A look whether it works", [str(_PYTHON), "-c", code])
        if build in ("cuda", "cu126") and "cuda True" not in output:
            _say("    PyTorch does not see the NVIDIA card: a driver from 580 on may help.")
            _say("    Until then the processor is used.")


class _Line:
    """The line of one step."""

    def __init__(self, steps: _Steps, title: str) -> None:
        self._steps, self._title, self._started = steps, title, time.monotonic()

    def __enter__(self) -> None:
        self._steps.begin(self._title)

    def __exit__(self, kind: object, *_: object) -> None:
        seconds = f"{time.monotonic() - self._started:6.1f} s"
        again = f"\r  {self._title:<54}" if sys.stdout.isatty() else ""
        _write(f"{again}{seconds}{'  failed' if kind else ''}\n")


def _works(code: str) -> bool:
    return _PYTHON.exists() and not subprocess.run([_PYTHON, "-c", code], capture_output=True).returncode


def _is_where_made() -> bool:
    configuration = (_VENV / "pyvenv.cfg").read_text("utf-8")
    made_at = re.search(r"^command = .* -m venv (?:--\S+ )*(.+)$", configuration, re.MULTILINE)
    return made_at is None or Path(made_at[1]).resolve() == _VENV


def _made_from(machine: Machine) -> str:
    """A fingerprint of all that decides what is installed: another one means setting up again."""
    own = sorted(Path(__file__).parent.glob("*.py"))
    files = [_CONSTRAINTS, ROOT / "pyproject.toml", *own, _VENV / "pyvenv.cfg"]
    contents = [file.read_bytes() for file in files if file.exists()]
    return hashlib.sha256(b"\0".join([*contents, repr(machine).encode(), str(ROOT).encode()])).hexdigest()


def _parts_in_place(machine: Machine) -> set[str]:
    """The parts that an earlier start finished, as long as nothing they were made from has changed."""
    try:
        stamp = json.loads(_STAMP.read_text("utf-8"))
        return set(stamp["parts"]) if _PYTHON.exists() and stamp["made_from"] == _made_from(machine) else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _say(words: str) -> None:
    _write(f"{words}\n")


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
