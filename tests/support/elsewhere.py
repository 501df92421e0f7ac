"""Two homes and a stand-in for the network between them: an `ssh` that runs the command on this computer."""

import os
import shlex
import sys
import time
from pathlib import Path

from studio.paths import open_home
from studio.remote.address import read_address
from studio.remote.watching import add_remote
from studio.runs.lease import take_lease
from studio.runs.watch import RunWatch
from tests.support.nightshift import PATIENCE_SECONDS, ROOT
from tests.ui.run_stories import WrittenRun

_SSH = """#!/bin/sh
while [ "$1" != -- ]; do shift; done
shift 2
if [ -e {folder}/cut ]; then cat {folder}/cut >&2; exit 255; fi
echo $$ >> {folder}/pids
echo "Welcome. You have mail."
cd {folder} && exec sh -c "$*"
"""


class Network:
    """What is between the two computers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()
        self.ssh = folder / "ssh"
        self.ssh.write_text(_SSH.format(folder=shlex.quote(str(folder))))
        self.ssh.chmod(0o700)

    def cut(self, said: str = "ssh: connect to host workstation port 22: Connection refused\n") -> None:
        """End what is connected, and let nothing through."""
        (self._folder / "cut").write_text(said)
        pids = self._folder / "pids"
        for pid in pids.read_text().split() if pids.exists() else []:
            try:
                os.kill(int(pid), 9)
            except ProcessLookupError:
                continue
        pids.unlink(missing_ok=True)

    def mend(self) -> None:
        """Let everything through."""
        (self._folder / "cut").unlink()


class Elsewhere:
    """A run that somebody works on over there, and what is seen of it here."""

    def __init__(self, folder: Path, network: Network) -> None:
        self.network = network
        self.home = open_home(folder / "here")
        self.written = WrittenRun(folder / "there of Zoë")
        self.run = self.written.run
        self.foreman = take_lease(self.run.home.foreman_lease)  # or a real one would begin to work on it
        self.command = ("env", f"NIGHTSHIFT_HOME={self.run.home.folder}", f"PYTHONPATH={ROOT}", sys.executable, "-m",
                        "studio")  # fmt: skip
        self._opened = []

    def open(self, run: str = "last", command: tuple[str, ...] = ()):
        there = add_remote(self.home, read_address(f"zoe@workstation:{run}"), command or self.command)
        there.connect()
        self._opened.append(there)
        return there

    def wait(self, there, until, seconds=PATIENCE_SECONDS):
        """Follow it until something is so; the watch."""
        watch, deadline, generation = RunWatch(there.folder), time.monotonic() + seconds, there.link.generation
        while True:
            there.look()
            if there.link.generation != generation:
                watch, generation = RunWatch(there.folder), there.link.generation
            watch.poll()
            if until(watch):
                return watch
            assert time.monotonic() < deadline, (there.link, watch.state, watch.story.update)
            time.sleep(0.02)

    def close(self):
        for there in self._opened:
            there.close()
        self.written.dead()
        self.foreman.release()
