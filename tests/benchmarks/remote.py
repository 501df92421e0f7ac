"""Seconds of a run followed over a real ssh on loopback: `python -m tests.benchmarks.remote`.

Starts an sshd of its own on a free port, with keys, settings and known hosts in a temporary folder, and the whole
window without a screen. Needs OpenSSH's server and client (Debian: apt install openssh-server openssh-client).
"""

from __future__ import annotations

import argparse
import contextlib
import getpass
import json
import os
import shlex
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE / "fakes" / "nvml"))  # the same card on every machine
os.environ.setdefault("FAKE_NVML_SCENARIO", str(HERE / "fakes" / "nvml" / "scenarios" / "rtx3090.json"))

import psutil
from PySide6.QtCore import QSettings

from studio.commands import Command, Pause
from studio.events import Paused, Resumed
from studio.paths import open_home
from studio.runs.journal import Tail
from studio.runs.lease import take_lease
from tests.ui.run_stories import WrittenRun, losses, preparation, training
from ui.app import make_application
from ui.conductor import Conductor
from ui.window import Window

NOW = 1_800_000_000.0


class Sshd:
    """A server on a port of its own, and an `ssh` that knows only it."""

    def __init__(self, folder: Path) -> None:
        self._program = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
        if self._program is None or shutil.which("ssh") is None or shutil.which("ssh-keygen") is None:
            raise SystemExit("OpenSSH's server and client are needed: apt install openssh-server openssh-client.")
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # where a server of root shuts itself in
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._key("client")
        self._key("host")
        shutil.copy(folder / "client.pub", folder / "authorized")
        self._know("host")
        (folder / "config").write_text(
            f"Host workstation\n HostName 127.0.0.1\n Port {self.port}\n User {getpass.getuser()}\n"
            f" IdentityFile {folder}/client\n IdentitiesOnly yes\n IdentityAgent none\n"
            f" UserKnownHostsFile {folder}/known\n GlobalKnownHostsFile /dev/null\n StrictHostKeyChecking yes\n"
        )
        self.ssh = folder / "ssh"
        self.ssh.write_text(f'#!/bin/sh\nexec ssh -F {shlex.quote(str(folder / "config"))} "$@"\n')
        self.ssh.chmod(0o700)
        self._server: subprocess.Popen[bytes] | None = None

    def _key(self, name: str) -> None:
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self._folder / name)]
        subprocess.run(command, check=True)

    def _know(self, name: str) -> None:
        key = (self._folder / f"{name}.pub").read_text().rsplit(maxsplit=1)[0]
        (self._folder / "known").write_text(f"[127.0.0.1]:{self.port} {key}\n")

    def start(self, host_key: str = "host") -> None:
        """Listen."""
        if not (self._folder / host_key).exists():
            self._key(host_key)
        settings = (
            f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {self._folder}/{host_key}", "UsePAM no",
            f"AuthorizedKeysFile {self._folder}/authorized", "StrictModes no", "PidFile none",
            "PasswordAuthentication no", "KbdInteractiveAuthentication no",
        )  # fmt: skip
        (self._folder / "sshd_config").write_text("\n".join(settings) + "\n")
        with (self._folder / "sshd.log").open("ab") as log:
            assert self._program is not None
            command = [self._program, "-D", "-e", "-f", str(self._folder / "sshd_config")]
            self._server = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + 20
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if time.monotonic() > deadline:
                raise SystemExit((self._folder / "sshd.log").read_text())
            time.sleep(0.02)

    def kill(self) -> None:
        """With all its connections, at once."""
        if self._server is None:
            return
        family = [*psutil.Process(self._server.pid).children(recursive=True), psutil.Process(self._server.pid)]
        for process in family:
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        self._server.wait()
        self._server = None


class Bench:
    """The window here, a run over there."""

    def __init__(self, folder: Path, updates: int) -> None:
        self.sshd = Sshd(folder)
        os.environ["NIGHTSHIFT_SSH"] = str(self.sshd.ssh)
        self.app = make_application()
        self.written = WrittenRun(folder / "there")
        self.run = self.written.run
        self.foreman = take_lease(self.run.home.foreman_lease)  # or a real one would begin to work on it
        self.written.begin(NOW)
        values = losses(updates)
        self.written.write([*preparation(NOW), *training(NOW, 1, updates, values)])
        home = open_home(folder / "here")
        self.window = Window(QSettings(str(home.folder / "window.ini"), QSettings.Format.IniFormat))
        self.conductor = Conductor(home, self.window, foreman=False)
        for piece in self.conductor.slices():
            piece()
        self.window.show()
        self.app.processEvents()
        self.desk = self.conductor.elsewhere.remote

    def until(self, there: Callable[[], bool], seconds: float = 120.0) -> float:
        """Seconds until something is so; the window lives meanwhile."""
        began = time.perf_counter()
        while not there():
            if time.perf_counter() - began > seconds:
                raise SystemExit(f"Not within {seconds:.0f} s: {self.desk.rows()}")
            self.app.processEvents()
            time.sleep(0.005)
        return time.perf_counter() - began

    @staticmethod
    def used_by_others() -> float:
        """Processor seconds of all processes that there are now for this connection, at both of its ends."""
        used = 0.0
        for process in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                used += sum(process.cpu_times()[:2])
        return used

    @property
    def kind(self) -> str:
        """Of the connection."""
        return self.desk.rows()[0].link.kind

    def state_here(self) -> str:
        """Of the run as the window has it."""
        return str(self.desk.rows()[0].state)

    def close(self) -> None:
        """Leave nothing behind."""
        self.conductor.close()
        self.window.close()
        self.sshd.kill()
        self.written.dead()
        if self.foreman is not None:
            self.foreman.release()


def main(updates: int, presses: int, openings: int) -> None:
    """Print the seconds as one JSON object."""
    with tempfile.TemporaryDirectory(prefix="nightshift-remote-") as folder:
        bench = Bench(Path(folder), updates)
        try:
            figures = measure(bench, updates, presses, openings)
        finally:
            bench.close()
    sys.stdout.write(json.dumps(figures) + "\n")


def measure(bench: Bench, updates: int, presses: int, openings: int) -> dict[str, object]:
    """The figures, in the order in which a user meets them."""
    command = ("env", f"NIGHTSHIFT_HOME={bench.run.home.folder}", f"PYTHONPATH={HERE.parent}", sys.executable, "-m",
               "studio")  # fmt: skip
    bench.sshd.start()

    def complete() -> bool:
        page = bench.conductor.run_page
        seen = bench.desk.seen(bench.desk.shown)
        return page is not None and seen is not None and page.isVisible() and seen[0].story.update == updates

    opened, used, used_by_all = [], [], []
    for _ in range(openings):
        bench.conductor.elsewhere.leave()
        bench.desk.forget("workstation:last")
        bench.conductor.go("home")
        began = time.process_time()
        bench.desk.add(f"workstation:last {shlex.join(command)}")
        opened.append(bench.until(complete))
        used.append(time.process_time() - began)
        used_by_all.append(used[-1] + bench.used_by_others())
    bench.until(lambda: bench.kind == "ok")
    heard, shown = [], []
    commands: Tail[Command] = Tail(bench.run.commands, Command)
    page = bench.conductor.run_page
    assert page is not None
    for press in range(presses):
        page.asked.emit(Pause())
        heard.append(bench.until(lambda: bool(commands.read())))
        paused = press % 2 == 0
        bench.written.write([Paused(update=updates) if paused else Resumed(update=updates)])
        wanted = "paused" if paused else "running"
        shown.append(bench.until(lambda wanted=wanted: bench.state_here() == wanted))
    bench.sshd.kill()
    noticed = bench.until(lambda: bench.kind == "warn")
    time.sleep(3.0)
    bench.written.write([Resumed(update=updates)])
    bench.sshd.start()
    healed = bench.until(lambda: bench.kind == "ok" and bench.state_here() == "running")
    bench.sshd.kill()
    bench.until(lambda: bench.kind == "warn")
    bench.sshd.start("another")
    bench.until(lambda: bench.kind == "bad")
    refused = bench.desk.rows()[0].link
    return {
        "updates": updates,
        "page_complete_seconds_median": round(statistics.median(opened), 2),
        "page_complete_seconds_all": [round(each, 2) for each in opened],
        "window_cpu_seconds_median": round(statistics.median(used), 2),
        "all_processes_cpu_seconds_median": round(statistics.median(used_by_all), 2),
        "command_heard_seconds_median": round(statistics.median(heard), 3),
        "command_heard_seconds_longest": round(max(heard), 3),
        "answer_shown_seconds_longest": round(max(shown), 3),
        "cut_noticed_seconds": round(noticed, 2),
        "healed_seconds": round(healed, 2),
        "another_host_key": f"{refused.title} {refused.hint}",
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--presses", type=int, default=10)
    parser.add_argument("--openings", type=int, default=5, help="each with nothing kept from the one before")
    wishes = parser.parse_args()
    main(wishes.updates, wishes.presses, wishes.openings)
