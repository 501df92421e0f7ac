"""Starts torchrun on this computer, one of several that train a run, and starts it again until the run has ended."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from contextlib import suppress

import msgspec

from studio.errors import EngineProblem, PlanProblem
from studio.foreman.start import start_process
from studio.installation.environments import engine_python
from studio.paths import Home

MODULE = "studio.engine.node"
SIGNALS = "SIGTERM,SIGINT,SIGHUP,SIGUSR1"
"""Those that torchrun passes on: the run is saved and left."""
LEAVE_SECONDS = 110
"""What ranks get to finish an update and save: schedulers give two minutes."""
_PAUSE_SECONDS = 3.0
_QUICK_SECONDS = 20.0
_PART_SECONDS = 30.0
_QUICK_ENDS = 3
_PORT = 29500
_ADDRESS = re.compile(r"(?P<host>[\w.-]+|\[[0-9A-Fa-f:]+\])(?::(?P<port>\d{1,5}))?")


class Nodes(msgspec.Struct, frozen=True, kw_only=True):
    """This computer among those that train."""

    nodes: int
    node_rank: int
    host: str
    """The first of them, as the others reach it."""
    port: int
    processes_per_node: int


def read_nodes(nodes: int, node_rank: int, rendezvous: str | None, processes_per_node: int | None) -> Nodes:
    """What was asked for. Raises PlanProblem."""
    if not 0 <= node_rank < nodes:
        raise PlanProblem(
            f"There is no computer {node_rank} of {nodes}.", f"--node-rank is 0 on the first, {nodes - 1} on the last."
        )
    address = _ADDRESS.fullmatch(rendezvous or ("127.0.0.1" if nodes == 1 else ""))
    if address is None:
        raise PlanProblem(
            "Several computers need a place to meet.",
            f"Give all of them the address of the first: --rendezvous HOST:{_PORT}.",
        )
    return Nodes(
        nodes=nodes,
        node_rank=node_rank,
        host=address["host"].strip("[]"),
        port=int(address["port"] or _PORT),
        processes_per_node=processes_per_node or 1,
    )


def torchrun_command(python: str, nodes: Nodes, *arguments: str) -> list[str]:
    """How torchrun is called on this computer; the arguments are those of `MODULE`."""
    return [
        python, "-m", "torch.distributed.run",
        f"--nnodes={nodes.nodes}", f"--node-rank={nodes.node_rank}", f"--nproc-per-node={nodes.processes_per_node}",
        f"--master-addr={nodes.host}", f"--master-port={nodes.port}",
        f"--signals-to-handle={SIGNALS}", f"--shutdown-timeout={LEAVE_SECONDS}",
        "-m", MODULE, *arguments,
    ]  # fmt: skip


class Torchrun:
    """The torchrun of this computer; `look` starts another where one ended before the run did."""

    def __init__(self, home: Home, nodes: Nodes, run: str, model: str | None = None) -> None:
        """Starts it. `run`: the folder of the run; others than the first may name one that is not there. `model`: its
        folder on this computer, if it is not where the first has it."""
        self._home = home
        self._command = torchrun_command(engine_python(home), nodes, run, *([model] if model else []))
        self.log = home.folder / "torchrun.log"
        self._quick_ends = 0
        self._again_at: float | None = None
        self._start()

    def look(self) -> bool:
        """Whether the work of this computer is done. Raises EngineProblem where torchrun cannot work here."""
        if self._again_at is not None:
            if time.monotonic() > self._again_at:
                self._start()
            return False
        exit_code = self._process.poll()
        if exit_code is None or exit_code == 0:
            return exit_code == 0
        self._quick_ends = self._quick_ends + 1 if time.monotonic() - self._began < _QUICK_SECONDS else 0
        if self._quick_ends >= _QUICK_ENDS:
            raise EngineProblem("torchrun ended three times as soon as it began.", f"It says why in {self.log}.")
        self._again_at = time.monotonic() + _PAUSE_SECONDS
        return False

    def wait(self) -> None:
        """Let it part from the others in its own time, once the run has ended."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PART_SECONDS)

    def end(self) -> None:
        """Ask the ranks to save and leave, and wait for them."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(LEAVE_SECONDS + 20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def _start(self) -> None:
        self._began, self._again_at = time.monotonic(), None
        self._process = start_process(self._command, self.log, self._home.folder, asked=False)
