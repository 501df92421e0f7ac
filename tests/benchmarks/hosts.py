"""Two hosts, as network namespaces with their own addresses, train one run by torchrun: the second is cut off and
killed in the middle of an update, comes back, and the run ends with the very bytes of one that nobody disturbed. There
both share a disk; here the second has only its own.

python -m tests.benchmarks.hosts [--updates 60]
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from studio.paths import open_home
from studio.runs.folder import find_run, list_runs
from studio.runs.journal import Tail
from studio.runs.watch import RunWatch, read_run
from studio.starter import starter_demo

ADDRESSES = ("10.77.0.1", "10.77.0.2")
PORT = 29511
PATIENCE_SECONDS = 900.0


class Hosts:
    """Two computers as far as the network can tell, with a cable between them."""

    def __init__(self) -> None:
        name = f"nightshift{os.getpid()}"
        self._spaces = [f"{name}a", f"{name}b"]
        self._ends = [f"va{os.getpid()}", f"vb{os.getpid()}"]
        for space in self._spaces:
            _ip("netns", "add", space)
        _ip("link", "add", self._ends[0], "type", "veth", "peer", "name", self._ends[1])
        for space, end, address in zip(self._spaces, self._ends, ADDRESSES, strict=True):
            _ip("link", "set", end, "netns", space)
            _ip("-n", space, "addr", "add", f"{address}/24", "dev", end)
            _ip("-n", space, "link", "set", end, "up")
            _ip("-n", space, "link", "set", "lo", "up")

    def start(self, host: int, *command: str, **more: Any) -> subprocess.Popen[bytes]:
        """A process on one of them."""
        return subprocess.Popen(["ip", "netns", "exec", self._spaces[host], *command], start_new_session=True, **more)

    def cable(self, state: str) -> None:
        """Pull it out (down) or put it back (up)."""
        _ip("-n", self._spaces[1], "link", "set", self._ends[1], state)

    def end(self) -> None:
        """Nothing is left of them."""
        for space in self._spaces:
            pids = subprocess.run(["ip", "netns", "pids", space], capture_output=True, text=True).stdout.split()
            for pid in pids:
                with contextlib.suppress(psutil.NoSuchProcess):
                    psutil.Process(int(pid)).kill()
            _ip("netns", "del", space)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=60)
    asked = parser.parse_args()
    if missing := what_is_missing():
        raise SystemExit(missing)
    with tempfile.TemporaryDirectory(prefix="Zoë's “hosts” ") as folder:
        hosts = Hosts()
        try:
            told = compare(hosts, Path(folder), asked.updates)
        finally:
            hosts.end()
    print(json.dumps(told))


def what_is_missing() -> str | None:
    """In a sentence; None where two hosts can be made here."""
    if sys.platform != "linux" or shutil.which("ip") is None:
        return "This needs Linux with iproute2: the command ip."
    probe = subprocess.run(["ip", "netns", "add", "nightshiftprobe"], capture_output=True)
    if probe.returncode:
        return "This needs root, to make network namespaces."
    _ip("netns", "del", "nightshiftprobe")
    return None


# Cut off and killed


def compare(hosts: Hosts, folder: Path, updates: int) -> dict[str, Any]:
    """The two runs beside each other."""
    calm, began = _watched(hosts, folder / "calm", updates), time.monotonic()
    for process in calm.values():
        assert process.wait(PATIENCE_SECONDS) == 0
    undisturbed = time.monotonic() - began
    began = time.monotonic()
    told = _disturb(hosts, folder / "storm", updates)
    told |= {"seconds": round(time.monotonic() - began, 1), "undisturbed_seconds": round(undisturbed, 1)}
    told["losses_equal"] = losses(folder / "calm") == losses(folder / "storm")
    told["result_equal"] = sums_of_result(folder / "calm") == sums_of_result(folder / "storm")
    told["updates"] = len(losses(folder / "storm"))
    for name, value in told.items():
        print(f"{name}: {value}")
    return told


def _watched(hosts: Hosts, home: Path, updates: int, *, apart: bool = False) -> dict[int, subprocess.Popen[bytes]]:
    return {host: _start(hosts, home, host, updates, apart=apart) for host in (0, 1)}


def _start(hosts: Hosts, home: Path, host: int, updates: int, *, apart: bool = False) -> subprocess.Popen[bytes]:
    own = home.with_name(f"{home.name}-{host}") if apart and host else home
    words = [*_train(own, updates), "--nodes", "2", "--node-rank", str(host)]
    if own != home:  # as if the first host's disk were not there
        words = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none "$0"; exec "$@"', str(home), *words]
    log = (home.parent / f"{home.name}-{host}.log").open("ab")
    try:
        return hosts.start(host, *words, "--rendezvous", f"{ADDRESSES[0]}:{PORT}", stdout=log, stderr=log)
    finally:
        log.close()


def _train(home: Path, updates: int) -> list[str]:
    """The starter's run as a command, on processors, saved every second."""
    job = starter_demo()
    return [
        sys.executable, "-m", "studio", "train", "--model", job.model, "--data", job.data.train, "--device", "cpu",
        "--effective-batch", "32", "--updates", str(updates), "--keep", "last", "--checkpoint-every", "1",
        "--home", str(home), "--json",
    ]  # fmt: skip


def _disturb(hosts: Hosts, home: Path, updates: int) -> dict[str, Any]:
    home.mkdir()
    processes = _watched(hosts, home, updates, apart=True)
    wait_until(lambda: update_of(home) >= updates // 3, "it does not learn")
    hosts.cable("down")
    at, cut = update_of(home), time.monotonic()
    _kill(processes[1])
    wait_until(lambda: attempts(home) == 1 and not _working(home), "nobody noticed")
    noticed = time.monotonic() - cut
    hosts.cable("up")
    processes[1] = _start(hosts, home, 1, updates, apart=True)
    for process in processes.values():
        assert process.wait(PATIENCE_SECONDS) == 0, "it did not end well"
    return {
        "cut_at_update": at,
        "noticed_after_seconds": round(noticed, 1),
        "went_on_from_update": resumed_from(home),
        "attempts": attempts(home),
        "where": events_of(home, "warned")[-1]["hint"],
    }


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The host loses its power: everything on it is gone at once."""
    family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    for each in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            each.send_signal(signal.SIGKILL)
    process.wait()


def wait_until(until: Callable[[], bool], otherwise: str) -> None:
    """Look until something is so; after a quarter of an hour it says what is not."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not until():
        if time.monotonic() > deadline:
            raise SystemExit(otherwise)
        time.sleep(0.05)


def _story(home: Path) -> RunWatch:
    return read_run(find_run(open_home(home), "last"))


def update_of(home: Path) -> int:
    """How far the newest run of a home is."""
    return _story(home).story.update if list_runs(open_home(home)) else 0


def _working(home: Path) -> bool:
    return _story(home).state not in ("interrupted", "recovering")


def events_of(home: Path, kind: str) -> list[dict[str, Any]]:
    """Those of one kind in its journals."""
    run = find_run(open_home(home), "last")
    return [
        event
        for path in (run.foreman_events, run.events)
        for event in Tail[dict[str, Any]](path, dict[str, Any]).read()
        if event["event"] == kind
    ]


def attempts(home: Path) -> int:
    """Workers it had."""
    return len(events_of(home, "worker-spawned"))


def resumed_from(home: Path) -> int:
    """The update at which its last worker went on."""
    return events_of(home, "training-started")[-1].get("from_update", 0)


def losses(home: Path) -> list[float]:
    """Of every update."""
    return [float(each) for each in _story(home).story.curves.train_loss]


def sums_of_result(home: Path) -> dict[str, str]:
    """SHA-256 of the weights of its result."""
    result = find_run(open_home(home), "last").result
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in result.glob("*.safetensors")}


if __name__ == "__main__":
    main()
