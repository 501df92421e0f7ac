"""What is installed into a Python: the PyTorch that fits, its libraries, the pinned versions of everything else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from studio.errors import InstallationProblem
from studio.installation.commands import Commands
from studio.installation.torch_build import Machine, made_for, torch_routes

_PYTORCH_INDEX = "https://download.pytorch.org/whl/"
_WITH_RAW_PROGRESS = (24, 1)


class Packages:
    """Of one Python, pinned by a file of constraints."""

    def __init__(
        self,
        python: Path,
        constraints: Path,
        commands: Commands,
        say: Callable[[str], None] = lambda _words: None,
        with_pip: Path | None = None,
    ) -> None:
        """`say` hears a sentence where something goes another way than usual. `with_pip`: another Python, whose pip
        installs into this one."""
        self.python, self._constraints, self._commands, self._say = python, constraints, commands, say
        self._with_pip = with_pip or python

    def pip(self, *arguments: str) -> list[str]:
        """A command."""
        into = [] if self._with_pip == self.python else ["--python", str(self.python)]
        return [str(self._with_pip), "-m", "pip", *into, *arguments]

    @property
    def torch_version(self) -> str:
        """The pinned one; empty where none is."""
        pinned = re.search(r"^torch==([\w.]+)", self._constraints.read_text("utf-8"), re.MULTILINE)
        return pinned[1] if pinned else ""

    def tell_progress(self) -> None:
        """Have pip print how far a download is, where it knows how to (24.1 and newer)."""
        look = [str(self._with_pip), "-P", "-c", "import pip; print('pip', pip.__version__)"]
        version = re.search(r"pip (\d+)\.(\d+)", self._commands.run("Looking at pip", look))
        if version and (int(version[1]), int(version[2])) >= _WITH_RAW_PROGRESS:
            self._commands.variables["PIP_PROGRESS_BAR"] = "raw"

    def install_torch(self, machine: Machine, build: str) -> None:
        """The pinned PyTorch of this build, without its libraries. Raises InstallationProblem, also where only a
        PyTorch for the processor can be had beside a card."""
        version = self.torch_version
        asked = self._commands.run("Asking pip for PyTorch", self.pip("index", "versions", "torch"))
        offered = re.search(rf"(?<![\w.]){re.escape(version)}(?:\+(\w+))?(?![\w.])", asked)
        routes = torch_routes(build, (offered and offered[1]) or "", machine.system)
        for number, (installer, backend) in enumerate(routes, 1):
            try:
                self._commands.run(f"PyTorch {version} for {made_for(build)}", *self._ways(version, installer, backend))
            except InstallationProblem as problem:
                if number < len(routes):
                    self._say(f"{problem.title.partition(' failed. ')[2]} Trying another way.")
                    continue
                if build != "cpu":
                    hint = f"{problem.hint} To train with the processor instead, set NIGHTSHIFT_TORCH=cpu."
                    raise InstallationProblem(problem.title, hint, problem.details) from problem
                raise
            if number == len(routes) > 1 and build == "cpu":
                self._say("PyTorch works, but is larger than needed.")
            return

    def _ways(self, version: str, installer: str, backend: str) -> list[list[str]]:
        if installer == "uv":
            choice = ["--no-deps", f"--torch-backend={backend}", f"torch=={version}", "--python", str(self.python)]
            return [
                self.pip("install", "-c", str(self._constraints), "uv"),
                [str(self.python), "-m", "uv", "pip", "install", *choice],
            ]
        if backend:
            index = ["--index-url", _PYTORCH_INDEX + backend]
            return [self.pip("install", "--no-deps", *index, f"torch=={version}+{backend}")]
        return [self.pip("install", "--no-deps", f"torch=={version}")]

    def pins_beside(self, build: str, machine: Machine, into: Path) -> Path:
        """The constraints for all the rest, written to `into`: another CUDA than the registry's brings its own
        versions of NVIDIA's libraries."""
        pins = self._constraints.read_text("utf-8")
        if build not in ("cuda", "cpu", "") or (build == "cuda" and machine.system != "linux"):
            pins = re.sub(r"^(?:nvidia-(?!ml-py)|cuda-|triton).*\n", "", pins, flags=re.MULTILINE)
        into.write_text(pins, "utf-8")
        return into
