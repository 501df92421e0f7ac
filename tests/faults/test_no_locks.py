"""A real disk that refuses locks: one sentence and what to do, wherever somebody meets it, and no run waits for ever.

It is a file system of our own (no_locks.c), which needs root, a C compiler and libfuse: apt install gcc fuse3
libfuse3-dev pkg-config.
"""

import errno
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studio.cluster.scripts import Wanted
from studio.cluster.write import write_job_folder
from studio.paths import open_home
from studio.runs.lease import take_lease
from tests.support.nightshift import PATIENCE_SECONDS, ROOT
from tests.support.to_move import stopped_run

pytestmark = pytest.mark.storm
SOURCE = Path(__file__).with_name("no_locks.c")
TITLE = "The disk of the home folder cannot lock files, so nothing keeps two programs from one run."
HINT = "Choose a home folder on a disk of this computer (--home), or have locks turned on for that disk."


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    absent = [name for name in ("cc", "pkg-config", "fusermount3") if shutil.which(name) is None]
    assert not absent, f"This needs {', '.join(absent)}: apt install gcc fuse3 libfuse3-dev pkg-config."
    made = tmp_path_factory.mktemp("program") / "no_locks"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "fuse3"], capture_output=True, text=True, check=True)
    subprocess.run(["cc", "-O1", str(SOURCE), "-o", str(made), *shlex.split(flags.stdout)], check=True)
    return made


@pytest.fixture(params=[errno.ENOSYS, errno.ENOLCK], ids=["Lustre without flock", "NFS without its lock service"])
def disk(program, tmp_path, request):
    """A folder whose disk refuses locks, and the same folder as its owner sees it from a disk that has them."""
    shown, beneath = tmp_path / "scratch of Zoë", tmp_path / "beneath"
    shown.mkdir()
    beneath.mkdir()
    variables = {**os.environ, "NO_LOCKS_FOLDER": str(beneath), "NO_LOCKS_ERRNO": str(request.param)}
    serving = subprocess.Popen([str(program), "-f", "-s", str(shown)], env=variables)
    try:
        until = time.monotonic() + PATIENCE_SECONDS
        while not os.path.ismount(shown):
            assert serving.poll() is None, "it needs root and /dev/fuse"
            assert time.monotonic() < until
            time.sleep(0.02)
        yield shown, beneath
    finally:
        subprocess.run(["fusermount3", "-u", "-z", str(shown)], check=True)
        serving.kill()  # a namespace that was made meanwhile may hold it
        serving.wait()


def call(*words, folder=ROOT, **variables):
    """Exit code, and what a program prints."""
    done = subprocess.run(
        words, cwd=folder, env={**os.environ, "OMP_NUM_THREADS": "1", **variables}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=PATIENCE_SECONDS,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def studio(*words):
    code, out, _ = call(sys.executable, "-m", "studio", *words)
    return code, json.loads(out.splitlines()[-1])


def test_commands_the_window_and_whoever_watches_over_ssh_are_told(disk):
    shown, beneath = disk
    told = {"error": {"title": TITLE, "hint": HINT}}
    assert studio("demo", "--home", str(shown / "new"), "--json") == (1, told)
    assert not list((shown / "new" / "runs").iterdir()), "nothing waits there for ever"
    take_lease(stopped_run(open_home(beneath / "home")).lease).release()
    home = str(shown / "home")
    for words in (["runs"], ["show", "last"], ["resume", "last"], ["pack", "last"]):
        assert studio(*words, "--home", home, "--json") == (1, told), words
    words = [sys.executable, "-m", "studio", "serve-run", "last", "--home", home]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as served:
        served.stdin.write(b"{}\n")
        served.stdin.flush()
        refused = json.loads(served.stdout.readlines()[-1])
    assert (served.returncode, refused) == (1, {"here": "refused", "title": TITLE, "hint": HINT, "ends": True})
    variables = {"QT_QPA_PLATFORM": "offscreen"}
    window = call(sys.executable, "-m", "ui", "--home", home, "--exit-after-paint", **variables)
    assert window == (1, "", f"{TITLE} {HINT}\n")


def test_a_jobs_scripts_say_it_and_do_not_try_again_for_ever(disk, tmp_path):
    shown, beneath = disk
    home = open_home(tmp_path / "home")
    run = stopped_run(home)
    write_job_folder(home, run, "torchrun", Wanted(name="", nodes=1, gpus_per_node=1), beneath / "job", lambda *_: None)
    python = {"NIGHTSHIFT_PYTHON": sys.executable}
    code, _, said = call("bash", "prepare.sh", folder=shown / "job", **python)
    assert code
    assert said.splitlines()[-2:] == [TITLE, HINT]
    assert call("bash", "prepare.sh", folder=beneath / "job", **python)[0] == 0
    code, _, said = call("bash", "start.sh", "0", f"127.0.0.1:{free_port()}", folder=shown / "job", **python)
    assert code == 0, "else it would begin again every few seconds"
    assert f"{TITLE} {HINT}" in said
    assert "Traceback" not in said


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
