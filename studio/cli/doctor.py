"""`nightshift doctor`: proves the installation, and names one fix for each problem."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from studio import __version__
from studio.cli.options import HomeOption, JsonOption
from studio.cli.say import say, say_json
from studio.errors import StudioError
from studio.foreman.start import process_environment
from studio.hardware.check import Check
from studio.hardware.device import gib
from studio.installation.environments import carried_kit, current_environment, engine_missing, engine_python
from studio.installation.torch_build import made_for
from studio.paths import Home, open_home
from studio.starter import STARTER_MODEL

_OLDEST_PYTHON = (3, 11)
_ROOM = 2 * 2**30
_PATIENCE_SECONDS = 300


def doctor(home: HomeOption = None, json: JsonOption = False) -> None:
    """Look at everything that training needs: versions, device, a kernel, an update, a save, a reload.

    --json: `checks`, each `name`, `good`, `told`, `fix`; `good`. Exit code 1 where something is wrong.
    """
    checks: list[Check] = []
    for check in _checks(home):
        checks.append(check)
        if not json:
            say(f"{'good' if check.good else 'BAD '}  {check.name}: {check.told}")
            if check.fix:
                say(f"      {check.fix}")
    good = all(check.good for check in checks)
    if json:
        say_json({"good": good, "checks": checks})
    elif good:
        say("Everything that training needs works here.")
    if not good:
        raise SystemExit(1)


def _checks(wanted: Path | None) -> Iterator[Check]:
    version = sys.version_info[:3]
    told = ".".join(map(str, version))
    fix = "" if version >= _OLDEST_PYTHON else "Install Python 3.11 or newer, then set the program up again."
    yield Check(name="Python", good=not fix, told=f"{told}, Nightshift Studio {__version__}", fix=fix)
    try:
        home = open_home(wanted)
    except StudioError as problem:
        yield Check(name="home", good=False, told=problem.title, fix=problem.hint)
        return
    yield _space(home)
    if carried_kit() is not None:
        yield _environment(home)
        if engine_missing(home):
            return
    there = (STARTER_MODEL / "model.safetensors").is_file()
    yield Check(
        name="starter",
        good=there,
        told="the starter model is there" if there else "the starter model is missing",
        fix="" if there else "Install the program again: its folder is not whole.",
    )
    if there:
        yield from _engine(home)


def _space(home: Home) -> Check:
    free = shutil.disk_usage(home.folder).free
    enough = free >= _ROOM
    fix = "" if enough else "Free some space, or choose a home on another disk with --home."
    return Check(name="home", good=enough, told=f"{home.folder}, {gib(free)} free", fix=fix)


def _environment(home: Home) -> Check:
    """The engine's own environment: there, and made by this version of the program."""
    found = current_environment(home)
    if found is None:
        fix = "Set it up on the first page of the window, or with: nightshift environment make"
        return Check(name="engine", good=False, told="it is not set up yet, or its folder is gone", fix=fix)
    is_ours = found.version == __version__
    return Check(
        name="engine",
        good=is_ours,
        told=f"version {found.version} for {made_for(found.build)} in {found.folder}",
        fix="" if is_ours else "Make one for this version beside it: nightshift environment make",
    )


def _engine(home: Home) -> Iterator[Check]:
    """The checks of the program that trains, each as it is made; the one during which it dies is told as well."""
    with tempfile.TemporaryDirectory(dir=home.jobs) as scratch, (home.jobs / "doctor.log").open("wb") as log:
        process = subprocess.Popen(
            [engine_python(home), "-m", "studio.engine.doctor", scratch],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=home.folder,
            env=process_environment(),
        )
        assert process.stdout is not None
        last = None
        for line in process.stdout:
            last = msgspec.json.decode(line, type=Check)
            yield last
        exit_code = process.wait(_PATIENCE_SECONDS)
    if exit_code and (last is None or last.good):
        yield Check(
            name="the program that trains",
            good=False,
            told=f"it ended unexpectedly ({exit_code})",
            fix=f"Update the driver of the card; the details are in {home.jobs / 'doctor.log'}.",
        )
