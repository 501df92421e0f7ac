"""A packed run that is not right is refused in words and leaves nothing behind."""

import hashlib
import io
import shutil
import tarfile
from random import Random

import msgspec
import pytest

from studio.errors import DiskProblem, RunProblem
from studio.moving.archive import add_member, end_archive
from studio.moving.manifest import MANIFEST, BaseModel, Manifest, PackedFile
from studio.moving.pack import pack_run
from studio.moving.unpack import look_into, unpack_run
from studio.runs.folder import list_runs
from tests.support.to_move import content_of, empty, stopped_run


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.98])
def test_a_file_that_was_cut_off_leaves_nothing(here, there, tmp_path, share):
    file = pack_run(stopped_run(here), tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(RunProblem):
        unpack_run(there, file)
    assert empty(there)


def test_any_changed_byte_is_noticed(here, there, tmp_path):
    file = pack_run(stopped_run(here), tmp_path)
    whole = bytearray(file.read_bytes())
    with tarfile.open(file) as archive:  # any tar reads it
        members = [member for member in archive.getmembers() if member.size]
    for member in members:
        damaged = bytearray(whole)
        damaged[member.offset_data + member.size // 2] ^= 1
        file.write_bytes(damaged)
        with pytest.raises(RunProblem):
            unpack_run(there, file)
        assert empty(there), member.name


def forged(file, paths, *, members=None, **changes):
    """A packed file with any list and any members."""
    content = b"{}"
    listed = tuple(
        PackedFile(path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest()) for path in paths
    )
    model = BaseModel(name="m", on_hub=False, fingerprint="", files=(), packed=False)
    manifest = msgspec.structs.replace(
        Manifest(
            format=1, run="2026-01-01-0000-x", title="x", state="stopped", update=1, updates=2, job_hash="", host="h",
            packed_at=0.0, model=model, files=listed,
        ),
        **changes,
    )  # fmt: skip
    told = msgspec.json.encode(manifest)
    with file.open("wb") as archive:
        add_member(archive, MANIFEST, len(told), iter((told,)))
        add_member(archive, f"{MANIFEST}.sha256", 64, iter((hashlib.sha256(told).hexdigest().encode(),)))
        for each in listed:
            if members is None:
                add_member(archive, each.path, each.size, iter((content,)))
        archive.write(members or b"")
        end_archive(archive)
    return file


@pytest.mark.parametrize(
    "path",
    [
        "run/../../evil", "/etc/passwd", "run//etc/passwd", "run/here.json", "run/lease", "run/result/../../x",
        "run/result\\..\\x", "run/result/C:x", "run/result/con.json", "run/result/a\0b", "run/result/.draft-x/y",
        "run/result/a/b/c/d/e/f", "run/result/\u202ex", "model/evil.py", "model/sub/config.json", "evil.json",
        "run/exports/x", "run/result/" + "x" * 400,
    ],
)  # fmt: skip
def test_a_path_that_has_no_business_in_a_run_is_refused(there, tmp_path, path):
    file = forged(tmp_path / "evil.nightshift", ["run/job.json", path])
    with pytest.raises(RunProblem, match="damaged"):
        unpack_run(there, file)
    assert empty(there)
    assert not (tmp_path / "evil").exists()


def member(kind, size=2, name="run/job.json", link=""):
    made = tarfile.TarInfo(name)
    made.type, made.size, made.linkname = kind, size, link
    return made.tobuf(tarfile.GNU_FORMAT) + b"{}".ljust(512, b"\0")


@pytest.mark.parametrize(
    "members",
    [
        member(tarfile.SYMTYPE, link="/etc/passwd"), member(tarfile.LNKTYPE, link="/etc/passwd"),
        member(tarfile.CHRTYPE), member(tarfile.FIFOTYPE), member(tarfile.DIRTYPE), member(tarfile.GNUTYPE_SPARSE),
        member(tarfile.XHDTYPE), member(tarfile.GNUTYPE_LONGNAME), member(tarfile.REGTYPE, size=1 << 50),
        member(tarfile.REGTYPE, name="run/notes.json"),
    ],
)  # fmt: skip
def test_links_devices_holes_and_false_sizes_are_refused(there, tmp_path, members):
    file = forged(tmp_path / "evil.nightshift", ["run/job.json"], members=members)
    with pytest.raises(RunProblem, match="damaged"):
        unpack_run(there, file)
    assert empty(there)


@pytest.mark.parametrize("changes", [{"run": "../x"}, {"run": ".hidden"}, {"run": ""}, {"format": 2}, {"files": ()}])
def test_a_list_that_the_studio_does_not_write_is_refused(there, tmp_path, changes):
    with pytest.raises(RunProblem):
        unpack_run(there, forged(tmp_path / "evil.nightshift", ["run/job.json"], **changes))
    assert empty(there)


def test_two_names_that_are_one_on_some_disks_are_refused(there, tmp_path):
    with pytest.raises(RunProblem, match="same name"):
        unpack_run(there, forged(tmp_path / "e.nightshift", ["run/job.json", "run/result/A", "run/result/a"]))


def test_a_file_of_another_kind_is_refused_in_one_sentence(there, tmp_path):
    file = tmp_path / "photo.nightshift"
    for content in (b"", b"\x89PNG" * 400, io.BytesIO().getvalue()):
        file.write_bytes(content)
        with pytest.raises(RunProblem, match=r"no packed run"):
            look_into(file)
    with pytest.raises(DiskProblem, match="There is no file"):
        look_into(tmp_path / "absent")


def test_a_list_may_not_be_larger_than_the_disk(here, there, tmp_path):
    huge = PackedFile(path="run/job.json", size=1 << 60, sha256="")
    file = forged(tmp_path / "e.nightshift", ["run/job.json"], files=(huge,))
    with pytest.raises(DiskProblem, match=r"needs .* GB, and"):
        unpack_run(there, file)


def test_no_changed_byte_anywhere_lets_a_changed_run_in(here, there, tmp_path):
    """Headers and fillings of the tar, too: refused, or it changed nothing that counts."""
    file = pack_run(stopped_run(here), tmp_path)
    whole = file.read_bytes()
    right = content_of(unpack_run(there, file))
    shutil.rmtree(there.runs / list_runs(there)[0].name)
    random = Random(7)
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        file.write_bytes(damaged)
        try:
            run = unpack_run(there, file)
        except RunProblem:
            assert empty(there)
            continue
        changed = {name for name, content in content_of(run).items() if right[name] != content}
        assert changed <= {"foreman.jsonl"}  # the time at which it arrived
        shutil.rmtree(run.path)
