"""A home on a disk that several computers share, or that knows no locks: nothing is taken over silently."""

import errno
import fcntl
import os
import socket
from types import SimpleNamespace

import msgspec
import psutil
import pytest

from studio.errors import DiskProblem, RunProblem
from studio.foreman import start
from studio.foreman.at_login import main as log_in
from studio.foreman.start import ensure_foreman
from studio.paths import open_home
from studio.runs.lease import holder_of, is_held, take_lease


@pytest.fixture
def home(tmp_path):
    return open_home(tmp_path / "home of Zoë")


@pytest.fixture
def disk(monkeypatch, tmp_path):
    """Says what kind of disk the home lies on."""

    def lies_on(kind):
        mounts = [
            SimpleNamespace(mountpoint="/", fstype="ext4"),
            SimpleNamespace(mountpoint=str(tmp_path), fstype=kind),
        ]
        monkeypatch.setattr(psutil, "disk_partitions", lambda all: mounts)

    return lies_on


@pytest.fixture
def started(monkeypatch):
    """Homes for which a foreman was started."""
    found = []
    monkeypatch.setattr(start, "_start", lambda home, _: found.append(home) or SimpleNamespace(poll=lambda: 0))
    return found


def held_on(home, **changes):
    """As another computer leaves the foreman's lease whose lock is not seen here."""
    lease = take_lease(home.foreman_lease)
    written = holder_of(home.foreman_lease)
    lease.release()
    told = {"host": "attic", "boot_id": "of the attic", **changes}
    home.foreman_lease.write_bytes(msgspec.json.encode(msgspec.structs.replace(written, **told)))


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "lustre"])
def test_runs_that_another_computer_may_look_after_are_not_taken_over_silently(home, disk, started, kind):
    disk(kind)
    held_on(home)
    before = home.foreman_lease.read_bytes()
    with pytest.raises(RunProblem) as refused:
        ensure_foreman(home)
    assert refused.value.title.startswith("The studio on attic looks after the runs in ")
    assert f"delete {home.foreman_lease}" in refused.value.hint
    log_in(str(home.folder))  # nor at a login, where nobody would see it
    assert (started, home.foreman_lease.read_bytes()) == ([], before)
    home.foreman_lease.unlink()
    ensure_foreman(home)
    assert started == [home]


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("ext4", {}),
        ("nfs4", {"released": True}),
        ("nfs4", {"host": socket.gethostname()}),
        ("nfs4", {"boot_id": "of this computer"}),
    ],
    ids=["a disk that moved", "given back there", "this computer before a power cut", "a container of this computer"],
)
def test_what_cannot_be_held_elsewhere_is_taken_up(home, disk, started, kind, changes):
    disk(kind)
    lease = take_lease(home.foreman_lease)
    boot = holder_of(home.foreman_lease).boot_id
    lease.release()
    held_on(home, **{name: boot if name == "boot_id" else value for name, value in changes.items()})
    ensure_foreman(home)
    assert started == [home]


def test_a_lease_that_was_given_back_says_so(home):
    lease = take_lease(home.foreman_lease)
    assert not holder_of(home.foreman_lease).released
    lease.release()
    assert holder_of(home.foreman_lease).released


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP], ids=errno.errorcode.get)
def test_a_disk_that_knows_no_locks_is_told_instead_of_waited_for(home, monkeypatch, started, number):
    home.foreman_lease.touch()

    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    for ask in (ensure_foreman, lambda home: take_lease(home.foreman_lease), lambda home: is_held(home.foreman_lease)):
        with pytest.raises(DiskProblem, match="cannot lock files") as told:
            ask(home)
        assert "--home" in told.value.hint
    assert started == []
