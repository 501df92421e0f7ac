"""Virtual environments for the peers, with pinned versions: none of them is a dependency of the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

from tests.benchmarks.engine.problem import BenchmarkProblem

_CONSTRAINTS = Path(__file__).resolve().parents[3] / "packaging" / "constraints.txt"


class Environment(msgspec.Struct, frozen=True, kw_only=True):
    """What is installed, and what is taken out again."""

    name: str
    requirements: tuple[str, ...]
    constrained: bool
    """Whether the project's own versions hold here too."""
    removed: tuple[str, ...] = ()
    """Not needed for text, and built for one kind of torch only."""


PEERS = Environment(
    name="peers",
    requirements=(
        "torch==2.13.0",
        "transformers==5.23.0",
        "peft==0.21.2",
        "accelerate==1.15.0",
        "trl==1.16.0",
        "datasets==5.2.0",
        "sentencepiece==0.2.3",
        "protobuf==7.36.2",
    ),
    constrained=True,
)
FACTORY = Environment(
    name="llama-factory",
    requirements=(
        "torch==2.13.0",
        "llamafactory==0.9.5",
        "transformers==5.6.0",
        "peft==0.18.1",
        "accelerate==1.11.0",
        "trl==0.24.0",
        "datasets==4.0.0",
    ),
    constrained=False,  # it asks for older versions
    removed=("torchvision", "torchaudio"),
)


def python_of(environment: Environment, work: Path) -> Path:
    """The interpreter of an environment, which is made where it is missing. Raises BenchmarkProblem."""
    folder = work / "environments" / environment.name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    ready = folder / "ready.json"
    wanted = msgspec.json.encode([environment, sys.version])
    if ready.is_file() and ready.read_bytes() == wanted:
        return python
    print(f"installing the environment “{environment.name}” into {folder}, once …", file=sys.stderr, flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "install.log"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    constraints = ["-c", str(_CONSTRAINTS)] if environment.constrained else []
    _call([sys.executable, "-m", "venv", "--clear", str(folder)], folder.with_suffix(".venv.log"))
    _call([*pip, "install", *constraints, *environment.requirements], log)
    if environment.removed:
        _call([*pip, "uninstall", "--yes", *environment.removed], log)
    ready.write_bytes(wanted)
    return python


def _call(command: list[str], log: Path) -> None:
    with log.open("ab") as file:
        done = subprocess.run(command, stdout=file, stderr=file, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise BenchmarkProblem(f"{log.parent.name} could not be installed; pip's words are in {log}.")
