"""The engine's environments of one home: which are there, which is used, which Python runs the engine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from studio import __version__
from studio.durable import disk_problem, write_file
from studio.errors import EngineProblem, RunProblem
from studio.installation.place import MANIFEST, whole_environments
from studio.paths import Home
from studio.runs.in_use import runs_in_use


class Environment(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with a Python and everything that the engine needs; complete, since its list is written last."""

    name: str
    version: str
    """Of the program that it was made by."""
    build: str
    """Of PyTorch: cuda, cu126, rocm or cpu."""
    python: str
    """Where its Python lies, below the folder."""
    made_at: float
    """Seconds since 1970."""
    size_bytes: int
    packages: dict[str, str]
    """Name to version."""
    folder: str = ""

    @property
    def interpreter(self) -> Path:
        """Its Python."""
        return Path(self.folder) / self.python


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Which environment is used."""

    folder: str = ""
    """Where they all are; empty: in the home."""
    current: str = ""
    former: str = ""
    """The one before it: the way back."""


def carried_kit() -> Path | None:
    """What a program that brings its own Python carries to make an environment from; None: this is no such program.

    A frozen program has it inside; NIGHTSHIFT_KIT names one for programs that are not frozen.
    """
    if named := os.environ.get("NIGHTSHIFT_KIT"):
        return Path(named)
    return Path(getattr(sys, "_MEIPASS", "")) / "kit" if getattr(sys, "frozen", False) else None


def engine_python(home: Home) -> str:
    """The Python in which everything runs that is not the window: foreman, worker, answerer.

    This one, unless the program brings its own. Raises EngineProblem where that is not set up yet.
    """
    inside = own_environment() is not None
    if carried_kit() is None and not inside:
        return sys.executable
    environment = current_environment(home)
    if environment is None and inside:
        return sys.executable
    if environment is None:
        raise EngineProblem(
            "The engine is not set up yet.",
            "Set it up on the first page of the window, or with: nightshift environment make",
        )
    return str(environment.interpreter)


def engine_missing(home: Home) -> bool:
    """Whether nothing can be trained before the engine is set up."""
    return carried_kit() is not None and current_environment(home) is None


def outer_environment() -> dict[str, str]:
    """The variables of this process without what a frozen program changes for itself.

    Source: https://pyinstaller.org/en/stable/runtime-information.html, LD_LIBRARY_PATH considerations.
    """
    variables = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = variables.pop("LD_LIBRARY_PATH_ORIG", "")
        variables.pop("LD_LIBRARY_PATH", None)
        if before:
            variables["LD_LIBRARY_PATH"] = before
    return variables


def environments_folder(home: Home) -> Path:
    """Where environments are made."""
    chosen = read_choice(home).folder
    return Path(chosen) if chosen else home.folder / "environments"


def list_environments(home: Home) -> list[Environment]:
    """The whole ones, oldest first."""
    found = (_read(folder) for folder in whole_environments(environments_folder(home)))
    return sorted((each for each in found if each is not None), key=lambda each: each.made_at)


def find_environment(home: Home, name: str) -> Environment | None:
    """The whole one of this name."""
    return _read(environments_folder(home) / name) if name else None


def current_environment(home: Home) -> Environment | None:
    """The one that is used."""
    return find_environment(home, read_choice(home).current)


def former_environment(home: Home) -> Environment | None:
    """The one that was used before: the way back."""
    return find_environment(home, read_choice(home).former)


def _read(folder: Path) -> Environment | None:
    try:
        found = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Environment)
    except (OSError, msgspec.DecodeError):
        return None
    found = msgspec.structs.replace(found, folder=str(folder), name=folder.name)
    return found if found.interpreter.exists() else None


def read_choice(home: Home) -> Choice:
    """What is chosen in this home; of a missing or damaged file: nothing."""
    try:
        return msgspec.json.decode(_choice_file(home).read_bytes(), type=Choice)
    except (OSError, msgspec.DecodeError):
        return Choice()


def use_environment(home: Home, name: str) -> None:
    """Switch to this environment, in one step; the one used until now is the way back.

    Raises RunProblem while a run is active, EngineProblem where there is no such environment, DiskProblem.
    """
    choice = read_choice(home)
    if name == choice.current:
        return
    refuse_while_running(home)
    if find_environment(home, name) is None:
        raise EngineProblem("This environment is not there, or not whole.", "Set the engine up again.")
    former = choice.current if find_environment(home, choice.current) else ""
    _write(home, msgspec.structs.replace(choice, current=name, former=former))


def go_back(home: Home) -> Environment:
    """Switch to the former one. Raises as `use_environment`, and EngineProblem where there is none."""
    former = former_environment(home)
    if former is None:
        raise EngineProblem("There is no earlier environment to go back to.", "To repair this one, set it up again.")
    use_environment(home, former.name)
    return former


def use_folder(home: Home, folder: Path) -> None:
    """Use the environments in another folder from now on. Raises RunProblem while a run is active, DiskProblem."""
    refuse_while_running(home)
    _write(home, msgspec.structs.replace(read_choice(home), folder=str(folder)))


def forget(home: Home, names: tuple[str, ...]) -> None:
    """Use none of these from now on, so that they can be removed. Raises RunProblem while a run is active."""
    refuse_while_running(home)
    choice = read_choice(home)
    current = "" if choice.current in names else choice.current
    _write(
        home, msgspec.structs.replace(choice, current=current, former="" if choice.former in names else choice.former)
    )


def waiting_environment(home: Home) -> Environment | None:
    """One that was made by this version and could not be used at once, since a run was going."""
    choice, current = read_choice(home), current_environment(home)
    since = current.made_at if current is not None else 0.0
    return next(
        (
            each
            for each in reversed(list_environments(home))
            if each.version == __version__ and each.made_at > since and each.name not in (choice.current, choice.former)
        ),
        None,
    )


def superfluous(home: Home) -> tuple[str, ...]:
    """Environments that are neither used nor the way back."""
    choice = read_choice(home)
    return tuple(each.name for each in list_environments(home) if each.name not in (choice.current, choice.former))


def refuse_while_running(home: Home) -> None:
    """Raises RunProblem while a run is active: its worker stands in an environment."""
    running = runs_in_use(home)
    if running:
        raise RunProblem(
            f"{running[0].name} is going: the engine stays as it is until it has ended.",
            "Wait for it, or stop it: a stopped run can be resumed later.",
        )


def is_outdated(home: Home, own: Environment) -> bool:
    """Whether a process that began in the environment `own` should leave: it is gone, or another one is used."""
    current = current_environment(home)
    gone = not (Path(own.folder) / MANIFEST).exists()
    return gone or (current is not None and Path(current.folder).resolve() != Path(own.folder).resolve())


def own_environment() -> Environment | None:
    """The environment in which this process runs."""
    for folder in (Path(sys.prefix), Path(sys.prefix).parent):
        if (folder / MANIFEST).is_file():
            return _read(folder)
    return None


def lock_of_making(home: Home) -> Path:
    """Locked while an environment of this home is made, moved or removed."""
    return home.folder / "environments.lease"


def _choice_file(home: Home) -> Path:
    return home.folder / "environments.json"


def _write(home: Home, choice: Choice) -> None:
    try:
        write_file(_choice_file(home), msgspec.json.encode(choice) + b"\n")
    except OSError as problem:
        raise disk_problem(problem, "The choice of the engine could not be kept") from problem
