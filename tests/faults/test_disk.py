"""A disk that refuses: what was there stays, and the sentence says why and what to do."""

import errno
import os
import subprocess
import sys

import pytest

from studio.durable import disk_problem, publish_folder, write_file
from studio.errors import DiskProblem, SpaceProblem
from studio.events import JobFailed
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run, list_runs
from studio.runs.journal import Journal, Tail
from tests.support.stand_in import an_update

REFUSALS = {
    errno.ENOSPC: (SpaceProblem, "The run could not be created: the disk is full.", "Free some space, then try again."),
    errno.EDQUOT: (SpaceProblem, "The run could not be created: your share of the disk is used up.", "Free some space"),
    errno.EROFS: (DiskProblem, "The run could not be created: the disk is read-only.", "Make it writable"),
    errno.EACCES: (
        DiskProblem,
        "The run could not be created: writing is not permitted here.",
        "Check the permissions",
    ),
    errno.EIO: (DiskProblem, "The run could not be created: the disk reported an error.", "Check the disk"),
    errno.EFBIG: (DiskProblem, "The run could not be created: the file would be larger", "Raise that limit"),
}
JOB = TrainJob(name="dates", model="m", data=Data(train="d"))


@pytest.fixture
def refuse(monkeypatch):
    """The system refuses one kind of call by its number, as it would on such a disk."""

    def by(name, number, after=0):
        real, calls = getattr(os, name), []

        def call(*arguments, **more):
            calls.append(1)
            if len(calls) > after:
                raise OSError(number, os.strerror(number))
            return real(*arguments, **more)

        monkeypatch.setattr(os, name, call)

    return by


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_a_run_that_cannot_be_created_leaves_nothing_behind_but_words(tmp_path, refuse, number):
    home = open_home(tmp_path / "home of Zoë")
    kind, title, hint = REFUSALS[number]
    refuse("fsync", number)
    with pytest.raises(DiskProblem) as told:
        create_run(home, JOB)
    assert type(told.value) is kind
    assert told.value.title.startswith(title)
    assert told.value.hint.startswith(hint)
    assert list_runs(home) == []
    assert list(home.runs.iterdir()) == []


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path, refuse, call, number):
    file = tmp_path / "settings.json"
    write_file(file, b"before")
    refuse(call, number)
    with pytest.raises(OSError, match=r"."):
        write_file(file, b"after")
    assert file.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("after", range(4))
def test_a_folder_that_cannot_be_flushed_does_not_appear(tmp_path, refuse, after):
    draft = tmp_path / ".draft-x"
    (draft / "inner").mkdir(parents=True)
    (draft / "a").write_bytes(b"a")
    (draft / "inner" / "b").write_bytes(b"b")
    refuse("fsync", errno.EIO, after)
    with pytest.raises(OSError, match="Input/output error"):
        publish_folder(draft, tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_the_words_of_libraries_in_rust_are_understood():
    told = disk_problem(
        RuntimeError("I/O error: No space left on device (os error 28)"), "The checkpoint could not be saved"
    )
    assert isinstance(told, SpaceProblem)
    assert told.title == "The checkpoint could not be saved: the disk is full."


def test_a_line_of_which_a_full_disk_took_a_part_harms_no_other(tmp_path, monkeypatch):
    path, real = tmp_path / "events.jsonl", os.write
    with Journal(path) as journal:
        journal.append(an_update(1))

        def half(handle, content):
            monkeypatch.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
            return real(handle, content[: len(content) // 2])

        monkeypatch.setattr(os, "write", half)
        with pytest.raises(OSError, match="full"):
            journal.append(an_update(2))
        monkeypatch.setattr(os, "write", real)
    with Journal(path) as journal:
        journal.append(JobFailed(title="t", hint="h", kind="k"))
    tail = Tail(path, an_update(1).__class__ | JobFailed)
    assert [getattr(event, "update", None) for event in tail.read()] == [1, None]
    assert tail.torn_lines == 1


FEW_OPEN_FILES = """
import os, resource, sys
from pathlib import Path
from studio.errors import DiskProblem
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run, list_runs
home, job = open_home(Path(sys.argv[1])), TrainJob(name="dates", model="m", data=Data(train="d"))
highest = max(int(name) for name in os.listdir("/dev/fd"))
usual = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (highest, usual[1]))
try:
    create_run(home, job)
except DiskProblem as problem:
    print(problem)
resource.setrlimit(resource.RLIMIT_NOFILE, usual)
assert not list_runs(home)
print(create_run(home, job).job().name)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_too_few_open_files_are_told_in_words_and_make_no_half_run(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", FEW_OPEN_FILES, str(tmp_path / "home")], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    words = "the system allows too few open files. Raise that limit (`ulimit -n`), then try again."
    assert told == [f"The run could not be created: {words}", "dates"]
