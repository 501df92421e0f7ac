"""A cluster of two nodes, with Slurm as Debian packs it: the script that `nightshift job` writes is submitted, asked to
leave as two minutes before its time is up, requeued by the scheduler, and ends with the bytes of a job left alone.

python -m tests.benchmarks.slurm [--updates 60]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec

from studio.job import write_job
from studio.starter import starter_demo
from tests.benchmarks.hosts import (
    ADDRESSES,
    Hosts,
    attempts,
    events_of,
    losses,
    resumed_from,
    sums_of_result,
    update_of,
    wait_until,
    what_is_missing,
)

_PROGRAMS = ("slurmctld", "slurmd", "sbatch", "scontrol")
_CONFIGURATION = """\
ClusterName=trial
SlurmctldHost=n0({first})
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
AuthInfo=cred_expire=5
CredType=cred/none
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=bf_interval=1,sched_interval=1
ReturnToService=2
JobRequeue=1
NodeName=n0 NodeAddr={first} CPUs=2
NodeName=n1 NodeAddr={second} CPUs=2
PartitionName=main Nodes=n[0-1] Default=YES MaxTime=INFINITE State=UP
"""


class Slurm:
    """slurmctld and a slurmd on each of two hosts."""

    def __init__(self, hosts: Hosts, folder: Path) -> None:
        self._hosts, self._folder = hosts, folder
        for name in ("state", "spool-n0", "spool-n1"):
            (folder / name).mkdir()
        first, second = ADDRESSES
        self._file = folder / "slurm.conf"
        self._file.write_text(_CONFIGURATION.format(folder=folder, first=first, second=second))
        (folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\n")  # processes are followed without cgroups
        (folder / "hosts").write_text(f"127.0.0.1 localhost\n{first} n0\n{second} n1\n")
        self._start(0, "slurmctld", "-D")
        for host in (0, 1):
            self._start(host, "slurmd", "-D", "-N", f"n{host}")
        wait_until(lambda: self.call("sinfo", "-h", "-o", "%D %t").strip() == "2 idle", "the cluster does not come up")

    def submit(self, job: Path) -> str:
        """Its number."""
        return self.call("sbatch", "--parsable", "job.sbatch", cwd=job).strip()

    def call(self, *words: str, cwd: Path | None = None) -> str:
        """What a command says on the first host."""
        process = self._process(0, words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=cwd)
        return process.communicate()[0].decode()

    def state(self, number: str) -> str:
        """For example PENDING, RUNNING or COMPLETED; empty once it is forgotten."""
        words = self.call("scontrol", "-o", "show", "job", number).split()
        return next((word.removeprefix("JobState=") for word in words if word.startswith("JobState=")), "")

    def _start(self, host: int, *words: str) -> None:
        with (self._folder / f"{words[0]}-{host}.log").open("ab") as log:
            self._process(host, words, stdout=log, stderr=log)

    def _process(self, host: int, words: tuple[str, ...], **more: Any) -> subprocess.Popen[bytes]:
        """With the names that hosts of a cluster have."""
        named = f'hostname n{host}; mount --bind "$HOSTS" /etc/hosts; exec "$@"'
        environment = {
            **os.environ,
            "SLURM_CONF": str(self._file),
            "HOSTS": str(self._folder / "hosts"),
            "NIGHTSHIFT_PYTHON": sys.executable,
        }
        command = ("unshare", "--uts", "--mount", "sh", "-c", named, "sh", *words)
        return self._hosts.start(host, *command, env=environment, **more)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=60)
    asked = parser.parse_args()
    absent = [name for name in _PROGRAMS if shutil.which(name) is None]
    if missing := what_is_missing() or (f"This needs {', '.join(absent)}: apt install slurm-wlm." if absent else None):
        raise SystemExit(missing)
    with tempfile.TemporaryDirectory() as folder:
        hosts = Hosts()
        try:
            jobs = Path(folder, "Zoë's “jobs” 漢字")
            jobs.mkdir()
            told = compare(Slurm(hosts, Path(folder)), jobs, asked.updates)
        finally:
            hosts.end()
    for name, value in told.items():
        print(f"{name}: {value}")
    print(json.dumps(told))


def compare(slurm: Slurm, folder: Path, updates: int) -> dict[str, Any]:
    """A job left alone, and one that is disturbed twice."""
    calm, storm = _write(folder, updates, "calm"), _write(folder, updates, "storm")
    number = slurm.submit(calm)
    wait_until(lambda: slurm.state(number) == "COMPLETED", "the job did not end")
    told = _disturb(slurm, storm, updates)
    told["losses_equal"] = losses(calm / "home") == losses(storm / "home")
    told["result_equal"] = sums_of_result(calm / "home") == sums_of_result(storm / "home")
    told["updates"] = len(losses(storm / "home"))
    return told


def _write(folder: Path, updates: int, name: str) -> Path:
    """A job's folder, as `nightshift job` writes it, made ready by its own prepare.sh."""
    job = starter_demo()
    learning = msgspec.structs.replace(job.learning, updates=updates)
    data = msgspec.structs.replace(job.data, score_answers=0)
    job = msgspec.structs.replace(
        job, device="cpu", data=data, learning=learning, keep="last", checkpoint_every_seconds=1.0, sample_prompts=()
    )
    (folder / "dates.json").write_bytes(write_job(job))
    target = folder / name
    words = ["job", str(folder / "dates.json"), "--to", "slurm", "--nodes", "2", "--time", "00:30:00"]
    there = ["--folder", str(target), "--home", str(folder / "home"), "--json"]
    subprocess.run([sys.executable, "-m", "studio", *words, *there], check=True, stdout=subprocess.DEVNULL)
    environment = {**os.environ, "NIGHTSHIFT_PYTHON": sys.executable}
    subprocess.run(["bash", "prepare.sh"], cwd=target, check=True, env=environment, stdout=subprocess.DEVNULL)
    return target


def _disturb(slurm: Slurm, job: Path, updates: int) -> dict[str, Any]:
    home, number, began = job / "home", slurm.submit(job), time.monotonic()
    wait_until(lambda: update_of(home) >= updates // 4, "it does not learn")
    slurm.call("scancel", "--batch", "--signal=USR1", number)  # what Slurm does before the time is up
    wait_until(lambda: attempts(home) == 2 and events_of(home, "training-started")[1:] != [], "it did not come back")
    left = events_of(home, "worker-ended")[0]["exit_code"]
    first = resumed_from(home)
    wait_until(lambda: update_of(home) >= updates // 2, "it does not go on")
    slurm.call("scontrol", "requeue", number)
    wait_until(lambda: slurm.state(number) == "COMPLETED", "the job did not end")
    return {
        "left_with_exit_code": left,
        "went_on_from_updates": [first, resumed_from(home)],
        "attempts": attempts(home),
        "seconds": round(time.monotonic() - began, 1),
    }


if __name__ == "__main__":
    main()
