#!/usr/bin/env python3
"""Sets Nightshift Studio up and opens it: `python3 packaging/start.py`, or `… start.py test` to run its tests.

Makes `.venv` in the project folder, installs the versions in `constraints.txt` with the PyTorch that fits this
machine, and hands over to the program. Needs the standard library only, follows pip's own configuration (pip.conf,
PIP_…), may be interrupted anywhere, and costs nothing when all is in place.
"""

import ctypes
import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

if sys.version_info < (3, 11):  # noqa: UP036 (older Pythons start this file too, to be told so)
    sys.exit(
        "Nightshift Studio needs Python 3.11 or newer, and this is Python {}.{}. "
        "Install a newer one from python.org or your system's packages and start again with it.".format(
            *sys.version_info
        )
    )

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOG = VENV / "setup.log"
STAMP = VENV / "setup.json"
PYTORCH_INDEX = "https://download.pytorch.org/whl/"
QUIET = {  # for the commands of the set-up: no questions, no progress bars, English, the system's certificates
    "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_PROGRESS_BAR": "off",
    "UV_NO_CONFIG": "1", "UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1",
    "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "DEBIAN_FRONTEND": "noninteractive",
}  # fmt: skip


class Problem(Exception):
    """What went wrong, and what to do about it."""

    def __init__(self, title: str, hint: str, details: str = "") -> None:
        super().__init__(title)
        self.title, self.hint, self.details = title, hint, details


class Card(NamedTuple):
    compute: float  # compute capability: 7.5 is Turing, 10 and more Blackwell
    driver: int  # first part of the driver's version


class Machine(NamedTuple):
    system: str  # sys.platform: linux, win32, darwin
    nvidia: bool
    amd: bool


def look_at_machine() -> Machine:
    """Graphics cards by the files of their drivers: asked at every start, so it must cost nothing."""
    nvidia_files = ["/proc/driver/nvidia/version", "/dev/nvidiactl", "/usr/lib/wsl/lib/libcuda.so.1"]
    if sys.platform == "win32":
        nvidia_files = [os.path.expandvars(r"%SystemRoot%\System32\nvcuda.dll")]
    nvidia = any(Path(file).exists() for file in nvidia_files)
    return Machine(sys.platform, nvidia, amd=Path("/dev/kfd").exists())


def nvidia_cards() -> list[Card]:
    """What nvidia-smi says; nothing if it is missing or too old to know the question."""
    query = ["nvidia-smi", "--query-gpu=compute_cap,driver_version", "--format=csv,noheader"]
    try:
        answer = subprocess.run(query, capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    found = re.findall(r"^(\d+\.\d+), (\d+)\.", answer, re.MULTILINE)
    return [Card(float(compute), int(driver)) for compute, driver in found]


def torch_build(machine: Machine, cards: list[Card]) -> str:
    """Which PyTorch fits: `cuda`, `cu126` (cards before Turing, drivers before 580), `rocm` or `cpu`."""
    if machine.nvidia and machine.system != "darwin":
        before_turing = any(card.compute < 7.5 for card in cards)
        old_driver = any(card.driver < 580 for card in cards) and all(card.compute < 10 for card in cards)
        return "cu126" if before_turing or old_driver else "cuda"
    return "rocm" if machine.amd and machine.system == "linux" else "cpu"


def fits(build: str, label: str, system: str) -> bool:
    """Whether pip, as this user has configured it, brings the build; label is what its version has after the `+`."""
    if not label:  # the public registry: CUDA for Linux, the processor (and Apple's GPU) elsewhere
        return build == ("cuda" if system == "linux" else "cpu")
    return build == "cpu" or label.startswith("cu" if build == "cuda" else build)


def torch_routes(build: str, label: str, system: str) -> list[tuple[str, str]]:
    """Ways to get that PyTorch, best first: (installer, backend); the last is whatever the user's pip brings."""
    if fits(build, label, system):
        return [("pip", "")]
    routes = [("uv", {"cuda": "auto", "rocm": "auto"}.get(build, build))]
    if build != "rocm":
        routes.append(("pip", {"cuda": "cu130"}.get(build, build)))
    return [*routes, ("pip", "")]


LIBRARIES = {  # what Qt loads to open a window, and the Debian package that has it
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_TOOLS = {"Xvfb": "xvfb", "xauth": "xauth", "xdotool": "xdotool", "openbox": "openbox"}  # a screen, clicks, windows


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_from_system(parts: set[str]) -> dict[str, str]:
    """What the system lacks for these parts, each with its Debian package."""
    if sys.platform != "linux":
        return {}
    missing = {name: package for name, package in LIBRARIES.items() if not loads(name)}
    if "tests" in parts:
        missing |= {tool: package for tool, package in TEST_TOOLS.items() if not shutil.which(tool)}
    if importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = "python{}.{}-venv".format(*sys.version_info)
    return missing


def install_command(missing: dict[str, str], installer: str | None) -> str:
    """The one command that installs what is missing, for the system's own installer."""
    if installer == "apt-get":
        return "sudo apt-get update && sudo apt-get install -y " + " ".join(missing.values())
    if installer in ("dnf", "zypper"):
        names = [f"'{name}()(64bit)'" if ".so." in name else f"/usr/bin/{name}" for name in missing]
        return f"sudo {installer} install " + " ".join(names)
    return "your system's package manager, for what provides " + ", ".join(missing)


REASONS = [  # what a failing command prints, what that means, what to try
    (r"No space left|Errno 28|os error 28|not enough space|WinError 112|Disk quota exceeded",
     "The disk is full.",
     "Free some space (3 GB with the processor's PyTorch, 9 GB with NVIDIA's) and start again."),
    (r"CERTIFICATE_VERIFY_FAILED|invalid peer certificate|SSLError",
     "The download server's certificate is not trusted here.",
     "If your network has its own certificate, tell pip with `pip config set global.cert FILE` and start again."),
    (r"ResolutionImpossible|conflicting dependencies",
     "The listed versions contradict each other.",
     "Undo your changes to pyproject.toml or constraints.txt; if there are none, please report this."),
    (r"name resolution|Name or service not known|getaddrinfo failed|NewConnectionError|ConnectTimeout|Read timed out"
     r"|Network is unreachable|ProxyError|Connection (?:refused|reset|aborted)|dns error|error sending request"
     r"|Could not resolve|Temporary failure resolving",
     "The download server cannot be reached.",
     "Check the connection (or the proxy and mirror that pip is set to) and start again; what is here is kept."),
    (r"No matching distribution found for (\S+)",
     "There is no {0} for this computer where pip looks.",
     "Python may be too new or too old (3.11 to 3.13 are tested), the system too old (Linux from 2022 on works), or "
     "pip is set to a mirror that lacks it (see `pip config list`)."),
    (r"ensurepip is not available|No module named (?:ensurepip|venv)",
     "This Python cannot make virtual environments.",
     "On Debian and Ubuntu: sudo apt-get install python3-venv. Then start again."),
    (r"dpkg frontend lock|Could not get lock",
     "Another program is installing system packages.",
     "Wait until it is done and start again."),
    (r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object",
     "The system library {0} is missing.",
     "Install it with your system's package manager and start again."),
    (r"DLL load failed|WinError 126",
     "A system library of Windows is missing.",
     "Install the Microsoft Visual C++ Redistributable (x64) and start again."),
    (r"Long Path",
     "Windows refused a long file name.",
     "Move the folder to a shorter place, such as C:\\studio, and start again."),
    (r"Permission denied|Errno 13|EACCES|WinError 5\b|Read-only file system|not permitted",
     "A file may not be written.",
     "Check that you own this folder and that no running studio uses its .venv, and start again."),
    (r"MemoryError|Cannot allocate memory|\bKilled\b",
     "The computer ran out of memory.",
     "Close other programs and start again."),
    (r"subprocess-exited-with-error|metadata-generation-failed",
     "A package could not be built.",
     "Use Python 3.11, 3.12 or 3.13, for which everything comes ready-made."),
]  # fmt: skip


def explain(step: str, output: str) -> Problem:
    """A failed step's output in words."""
    lines = [line.rstrip()[:160] for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"\s*(ERROR|E:|error|fatal|cause|\w*Error)\b", line)]
    why, hint = (
        "It did not say why in a way that is known here.",
        "The lines below may tell. Starting again does no harm.",
    )
    for pattern, reason, advice in REASONS:
        match = re.search(pattern, output)
        if match:
            why, hint = reason.format(*match.groups()), advice
            break
    return Problem(f"“{step}” failed. {why}", hint, "\n".join((errors or lines)[-5:]))


def show(title: str, seconds: float | None = None, end: str = "") -> None:
    """One line per step; on a terminal the seconds count while it runs."""
    if sys.stdout.isatty():
        print(f"\r  {title:<54}{'' if seconds is None else f'{seconds:6.0f} s'}", end=end, flush=True)
    elif seconds is None:
        print(f"  {title:<54}", end="", flush=True)
    elif end:
        print(f"{seconds:6.1f} s", end=end, flush=True)


def run(title: str, *commands: list[str]) -> str:
    """Runs the commands as one step, with everything they print in the log, and returns that."""
    started = time.monotonic()
    show(title)
    hidden = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    environment = {key: value for key, value in os.environ.items() if key not in hidden} | QUIET
    with LOG.open("a+b") as log:
        begin = log.tell()
        for command in commands:
            log.write(f"\n$ {' '.join(command)}\n".encode())
            log.flush()
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=environment
            )
            try:
                code = wait(process, title, started)
            finally:
                process.kill()
            if code:
                break
        log.seek(begin)
        output = log.read().decode(errors="replace")
    show(title, time.monotonic() - started, end="  failed\n" if code else "\n")
    if code:
        raise explain(title, output + ("\nKilled" if code == -9 else ""))
    return output


def wait(process: "subprocess.Popen[bytes]", title: str, started: float) -> int:
    while True:
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            show(title, time.monotonic() - started)


def prepare_system(parts: set[str]) -> None:
    """Qt's system libraries: installed where we may, else named. Only a window and the tests need them."""
    missing = missing_from_system(parts)
    needed = bool(parts & {"window", "tests"}) or "ensurepip" in missing
    installer = next((name for name in ("apt-get", "dnf", "zypper") if shutil.which(name)), None)
    if missing and installer == "apt-get" and os.geteuid() == 0:
        install = ["apt-get", "install", "-y", "--no-install-recommends", *missing.values()]
        try:
            run("System libraries", ["apt-get", "update"], install)
        except Problem:
            if needed:
                raise
    elif missing and needed:
        hint = f"Run this once, then start again:\n    {install_command(missing, installer)}"
        raise Problem("The system lacks " + ", ".join(missing) + ".", hint)


def make_venv() -> None:
    """Makes `.venv`; one whose Python or pip does not run, or whose folder was moved, is made anew."""
    if not (works("import sys, pip._internal.cli.main; assert sys.version_info >= (3, 11)") and stands_where_made()):
        shutil.rmtree(VENV)
        VENV.mkdir()
        run("A place for the studio's packages (.venv)", [sys.executable, "-m", "venv", str(VENV)])


def works(code: str) -> bool:
    return PYTHON.exists() and not subprocess.run([PYTHON, "-c", code], capture_output=True).returncode


def stands_where_made() -> bool:
    made_at = re.search(
        r"^command = .* -m venv (?:--\S+ )*(.+)$", (VENV / "pyvenv.cfg").read_text("utf-8"), re.MULTILINE
    )
    return made_at is None or Path(made_at[1]).resolve() == VENV


def pip(*arguments: str) -> list[str]:
    return [str(PYTHON), "-m", "pip", *arguments]


def install_torch(machine: Machine) -> str:
    """Installs the PyTorch that fits, and returns its build; the versions of its libraries follow from its own."""
    pinned = re.search(r"^torch==([\w.]+)", CONSTRAINTS.read_text("utf-8"), re.MULTILINE)
    if not pinned:
        return ""
    version = pinned[1]
    build = torch_build(machine, nvidia_cards() if machine.nvidia else [])
    asked = run("Asking pip for PyTorch", pip("index", "versions", "torch"))
    offered = re.search(rf"(?<![\w.]){re.escape(version)}(?:\+(\w+))?(?![\w.])", asked)
    routes = torch_routes(build, (offered and offered[1]) or "", machine.system)
    names = {"cpu": "the processor", "rocm": "AMD cards"}
    for installer, backend in routes:
        title = f"PyTorch {version} for {names.get(build, 'NVIDIA cards')}"
        if installer == "uv":
            choice = ["--no-deps", f"--torch-backend={backend}", f"torch=={version}"]
            commands = [
                pip("install", "-c", str(CONSTRAINTS), "uv"),
                [str(PYTHON), "-m", "uv", "pip", "install", *choice],
            ]
            commands[1] += ["--python", str(PYTHON)]
        elif backend:
            title += ", again with pip"
            commands = [
                pip("install", "--no-deps", "--index-url", PYTORCH_INDEX + backend, f"torch=={version}+{backend}")
            ]
        else:
            title = f"PyTorch {version} as pip offers it" if len(routes) > 1 else title
            commands = [pip("install", "--no-deps", f"torch=={version}")]
        try:
            run(title, *commands)
        except Problem as problem:
            if (installer, backend) == routes[-1]:
                raise
            print(f"    {problem.title.partition(' failed. ')[2]} Trying another way.")
        else:
            break
    if len(routes) > 1 and (installer, backend) == routes[-1]:
        larger = build == "cpu" and machine.system == "linux"
        print("    It works, but is larger than needed." if larger else "    It may not use the graphics card.")
    return build


def install_packages(build: str, parts: set[str]) -> None:
    """Installs everything else; another CUDA than the registry's brings its own versions of NVIDIA's libraries."""
    pins = CONSTRAINTS.read_text("utf-8")
    if build not in ("cuda", "cpu", "") or (build == "cuda" and sys.platform != "linux"):
        pins = re.sub(r"^(?:nvidia-(?!ml-py)|cuda-|triton).*\n", "", pins, flags=re.MULTILINE)
    used = VENV / "constraints.txt"
    used.write_text(pins, "utf-8")
    project = f"{ROOT}[dev]" if "tests" in parts else str(ROOT)
    run("Everything else", pip("install", "-c", str(used), "-e", project))


def check(build: str, parts: set[str]) -> None:
    """Imports what is most likely not to work on this machine, before anyone waits for it."""
    code = "import torch; print('cuda', torch.cuda.is_available()); " if build else ""
    if parts & {"window", "tests"} and "pyside6" in CONSTRAINTS.read_text("utf-8"):
        code += "import PySide6.QtWidgets"
    if not code:
        return
    output = run("A look whether it works", [str(PYTHON), "-c", code])
    if build in ("cuda", "cu126") and "cuda True" not in output:
        print(
            "    PyTorch does not see the NVIDIA card: a driver from 580 on may help. Until then the processor is used."
        )


def set_up(machine: Machine, parts: set[str]) -> None:
    print(f"Setting up Nightshift Studio in {VENV}. This happens once; the details go to {LOG.name} there.", flush=True)
    started = time.monotonic()
    VENV.mkdir(exist_ok=True)
    STAMP.unlink(missing_ok=True)
    prepare_system(parts)
    make_venv()
    build = install_torch(machine)
    install_packages(build, parts)
    check(build, parts)
    STAMP.write_text(
        json.dumps({"made_from": made_from(machine), "parts": sorted(parts)}), "utf-8"
    )  # last: all is there
    print(f"Ready after {time.monotonic() - started:.0f} s.\n", flush=True)


def made_from(machine: Machine) -> str:
    """A fingerprint of all that decides what is installed: another one means setting up again."""
    files = [CONSTRAINTS, ROOT / "pyproject.toml", Path(__file__), VENV / "pyvenv.cfg"]
    contents = [file.read_bytes() for file in files if file.exists()]
    return hashlib.sha256(b"\0".join([*contents, repr(machine).encode(), str(ROOT).encode()])).hexdigest()


def parts_in_place(machine: Machine) -> set[str]:
    """The parts that an earlier start finished, as long as nothing they were made from has changed."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
        return set(stamp["parts"]) if PYTHON.exists() and stamp["made_from"] == made_from(machine) else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def program(arguments: list[str], has_screen: bool) -> tuple[list[str], set[str]]:
    """What to start, as arguments for Python, and the parts of the set-up it needs."""
    if arguments[:1] == ["test"]:
        return ["-m", "pytest", *arguments[1:]], {"program", "window", "tests"}
    if arguments or not has_screen:
        return ["-P", "-m", "studio", *(arguments or ["demo"])], {"program"}
    return ["-P", "-m", "studio"], {"program", "window"}


def start(arguments: list[str]) -> int:
    has_screen = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    command, parts = program(arguments, has_screen)
    machine = look_at_machine()
    in_place = parts_in_place(machine)
    if not parts <= in_place:
        set_up(machine, parts | in_place)
    if not arguments and not has_screen:
        print("There is no screen here, so this is the demo in the terminal.", flush=True)
    if arguments[:1] == ["test"]:
        os.chdir(ROOT)
    whole = [str(PYTHON), *command]
    if sys.platform == "win32":
        return subprocess.call(whole)
    return os.execv(whole[0], whole)


def main() -> int:
    try:
        return start(sys.argv[1:])
    except Problem as problem:
        print(f"\n{problem.title}\n{problem.hint}", file=sys.stderr)
        if problem.details:
            print(f"\nThe last lines of {LOG}:\n{problem.details}", file=sys.stderr)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)
        hint = "Free some space" if full else "Check that you may write in this folder"
        print(f"\n{error.strerror or error}: {error.filename or ROOT}\n{hint} and start again.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main())
