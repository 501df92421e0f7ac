"""Builds what users install: `python packaging/build.py`; prints sizes and seconds as JSON.

Everything is made in `build/` and put into `dist/`. Needs the project with its extra `build`, and for a Debian package
dpkg-dev. `--python own` carries a copy of the Python that runs this in place of the downloaded standalone one.
"""

import argparse
import json
import os
import platform
import runpy
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import debian
import relocatable_python
import share

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build"
DIST = ROOT / "dist"
NAME = "nightshift-studio"
KIT_FILES = ("constraints.txt", "engine.txt")
T = TypeVar("T")


def version() -> str:
    """The project's version, from the one place that has it."""
    return runpy.run_path(str(ROOT / "studio/__init__.py"))["__version__"]


def released() -> datetime:
    """When the newest commit was made: the same source gives the same packages."""
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or asked.stdout.strip() or time.time()
    return datetime.fromtimestamp(float(seconds), UTC)


def build_wheel(folder: Path) -> Path:
    """The project's wheel, with its assets."""
    for old in (WORK / "lib", *WORK.glob("bdist.*"), folder):  # setuptools would put what is there into the wheel
        shutil.rmtree(old, ignore_errors=True)
    run("pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


def freeze() -> Path:
    """The window with its own Python and libraries, without torch."""
    share.draw_program_icon(WORK / "icons")
    folders = ["--distpath", str(WORK / "frozen"), "--workpath", str(WORK / "pyinstaller")]
    run("PyInstaller", "--noconfirm", *folders, str(ROOT / "packaging/nightshift.spec"))
    frozen = WORK / "frozen" / NAME
    if sys.platform == "linux":  # Python's own library only: numpy's do not survive it
        subprocess.run(["strip", "--strip-unneeded", *map(str, frozen.glob("_internal/libpython*"))], check=True)
    return frozen


def pack_kit(frozen: Path, wheel: Path, python: Path) -> None:
    """What the engine's environment is made from, put into the frozen folder: Python, the wheel, all versions."""
    kit = frozen / "_internal/kit"
    shutil.rmtree(kit, ignore_errors=True)
    shutil.copytree(python, kit / "python", symlinks=True)
    for file in (wheel, *(ROOT / "packaging" / name for name in KIT_FILES)):
        shutil.copy2(file, kit)
    licences = frozen / "_internal/licenses/python"
    licences.mkdir(exist_ok=True)
    shutil.copy2(next(python.rglob("LICENSE.txt")), licences)


def build_python(kind: str) -> Path:
    """The Python of the kit, as "standalone" or "own" says; made once and kept in `build/`."""
    folder = WORK / f"python-{kind}"
    if not folder.exists():
        shutil.rmtree(draft := WORK / "python-draft", ignore_errors=True)
        {"standalone": relocatable_python.download, "own": relocatable_python.copy_own}[kind](draft)
        draft.rename(folder)
    relocatable_python.prove(folder)
    return folder


def prove(frozen: Path) -> None:
    """Start what was made, as users will: the window, and the commands that need no engine."""
    program = str(frozen / ("nightshift.exe" if sys.platform == "win32" else "nightshift"))
    with tempfile.TemporaryDirectory() as home:
        alone = {"NIGHTSHIFT_HOME": home, "QT_QPA_PLATFORM": "offscreen", "HOME": home, "PATH": os.defpath}
        if sys.platform == "win32":  # where nothing starts without the system's own variables
            alone = os.environ | alone | {"PATH": os.environ["PATH"]}
        for arguments in (["--version"], ["environment", "--json"], ["--exit-after-paint"]):
            done = subprocess.run([program, *arguments], env=alone, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"`nightshift {' '.join(arguments)}` of the frozen program failed:\n{done.stderr[-2000:]}")


def pack_tar(frozen: Path, shared: Path, file: Path) -> Path:
    """The frozen folder with `share/` beside the program: unpack it anywhere and start `nightshift` in it."""
    with tarfile.open(file, "w:gz", compresslevel=6) as archive:
        archive.add(frozen, NAME)
        archive.add(shared, f"{NAME}/share")
    return file


def run(module: str, *arguments: str) -> None:
    """Run a tool of this Python; what it prints is kept and shown only where it fails."""
    log = WORK / f"{module}.log"
    with log.open("wb") as output:
        done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=output, stderr=output)
    if done.returncode:
        sys.exit(f"{log.read_text('utf-8', errors='replace')[-3000:]}\n{module} failed; all it said is in {log}.")


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(each.stat().st_size for each in files if each.is_file() and not each.is_symlink())


class Clock:
    """Does steps, and keeps what each took and how large what it made is."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[str, float]] = {}

    def step(self, title: str, do: Callable[[], T]) -> T:
        """Do it, say so, and return what it returns."""
        print(f"  {title} …", file=sys.stderr, flush=True)
        began = time.monotonic()
        made = do()
        self.steps[title] = {"seconds": round(time.monotonic() - began, 1)}
        if isinstance(made, Path):
            self.steps[title]["bytes"] = size_of(made)
        return made


def main() -> int:
    """Build what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--only", choices=["deb", "tar"], help="in place of both")
    parser.add_argument("--python", choices=["standalone", "own"], default="standalone", help="the Python of the kit")
    parser.add_argument("--quick", action="store_true", help="compress the Debian package less")
    wishes = parser.parse_args()
    now, number, clock = released(), version(), Clock()
    for folder in (WORK, DIST):
        folder.mkdir(exist_ok=True)
    wheel = clock.step("wheel", lambda: build_wheel(WORK / "wheel"))
    python = clock.step("python", lambda: build_python(wishes.python))
    frozen = clock.step("frozen", freeze)
    clock.step("kit", lambda: pack_kit(frozen, wheel, python))
    clock.step("prove", lambda: prove(frozen))
    shutil.rmtree(WORK / "share", ignore_errors=True)
    shared = clock.step("share", lambda: share.make_share(WORK / "share", number, f"{now:%Y-%m-%d}"))
    asked = clock.step("validate", lambda: share.validate(shared))
    if wishes.only != "tar":
        clock.step("deb", lambda: debian.build_deb(frozen, shared, DIST, number, now, wishes.quick))
    if wishes.only != "deb":
        file = DIST / f"{NAME}-{number}-{sys.platform}-{platform.machine()}.tar.gz"
        clock.step("tar", lambda: pack_tar(frozen, shared, file))
    print(json.dumps({"version": number, "validated_by": asked, "frozen_bytes": size_of(frozen), "steps": clock.steps}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
