"""A run moves as one file: it goes on as if it had never moved, and a file that is not right leaves nothing behind."""

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import threading
import time
from random import Random

import msgspec
import pytest

from studio.commands import Cancel, Command, Pause
from studio.durable import disk_problem
from studio.errors import DiskProblem, ModelProblem, RunProblem
from studio.events import Paused, TrainingStarted, WorkerSpawned
from studio.foreman.requests import send
from studio.moving.archive import add_member, end_archive
from studio.moving.manifest import MANIFEST, BaseModel, Manifest, PackedFile
from studio.moving.pack import pack_run
from studio.moving.unpack import HereAlready, look_into, unpack_run
from studio.paths import open_home
from studio.runs.folder import list_runs
from studio.runs.journal import Journal, Tail
from studio.runs.lease import take_lease
from studio.runs.story import RunWatch
from studio.runs.trash import trash_run
from studio.starter import STARTER_MODEL
from tests.support.nightshift import ROOT, Nightshift
from tests.support.to_move import checkpoint, small_model, stopped_run
from tests.ui.run_stories import update


@pytest.fixture
def here(tmp_path):
    return open_home(tmp_path / "laptop")


@pytest.fixture
def there(tmp_path):
    return open_home(tmp_path / "server")


def content_of(run):
    return {str(path.relative_to(run.path)): path.read_bytes() for path in run.path.rglob("*") if path.is_file()}


def empty(home):
    return not list_runs(home) and not [
        path for path in home.folder.rglob("*") if path.is_file() and not path.name.endswith("lease")
    ]


def test_a_run_arrives_whole_with_its_newest_and_its_best_checkpoint_and_at_rest(here, there, tmp_path):
    run = stopped_run(here)
    file = pack_run(run, tmp_path)
    moved = unpack_run(there, file)
    before, after = content_of(run), content_of(moved)
    assert (moved.name, file.name) == (run.name, f"{run.name}.nightshift")
    left_here = {name for name in before if name.startswith(("exports", "checkpoints/update-000020"))}
    assert set(before) - left_here == set(after) - {"here.json"}
    changed = {name for name in after if name != "here.json" and after[name] != before[name]}
    assert changed == {"foreman.jsonl"}
    assert after["foreman.jsonl"].startswith(before["foreman.jsonl"])
    watch = RunWatch(moved)
    watch.poll()
    assert (watch.state, watch.story.update) == ("stopped", 30)
    assert "Moved here from" in watch.story.warnings[-1].title
    assert moved.job() == msgspec.structs.replace(run.job(), device=None)


def test_the_best_weights_move_also_where_they_are_kept_without_a_checkpoint(here, there, tmp_path):
    run = stopped_run(here)
    (run.checkpoints / "update-000010").rename(run.checkpoints / "best-000010")
    checkpoint(run, 15, best=15, kind="best")  # surpassed, and about to be removed
    moved = unpack_run(there, pack_run(run, tmp_path))
    assert sorted(path.name for path in moved.checkpoints.iterdir()) == ["best-000010", "update-000030"]


def test_a_damaged_newest_checkpoint_stays_behind(here, there, tmp_path):
    run = stopped_run(here)
    with (run.checkpoints / "update-000030" / "state.safetensors").open("ab") as file:
        file.write(b"!")
    moved = unpack_run(there, pack_run(run, tmp_path))
    assert sorted(path.name for path in moved.checkpoints.iterdir()) == ["update-000010", "update-000020"]


def test_a_paused_run_arrives_at_rest_while_its_worker_here_still_waits(here, there, tmp_path):
    run = stopped_run(here)
    with Journal(run.foreman_events) as journal:
        journal.append(WorkerSpawned(pid=1, attempt=2, commands_from=0))
    with Journal(run.events) as journal:
        journal.append(TrainingStarted(from_update=30, updates=60, updates_per_epoch=60, attempt=2))
        journal.append(Paused(update=30))
    lease = take_lease(run.lease)
    try:
        watch = RunWatch(run)
        watch.poll()
        assert watch.state == "paused"
        moved = RunWatch(unpack_run(there, pack_run(run, tmp_path)))
        moved.poll()
        assert moved.state == "stopped"
    finally:
        lease.release()


def test_a_run_that_is_worked_on_is_refused_in_words(here, tmp_path):
    run = stopped_run(here)
    lease = take_lease(run.lease)
    try:
        with pytest.raises(RunProblem, match=r"is (starting|running), so it cannot be packed\. Pause or stop it"):
            pack_run(run, tmp_path)
    finally:
        lease.release()
    assert not list(tmp_path.glob("*.nightshift"))


def test_a_run_that_is_here_already_is_not_doubled_and_the_newer_one_is_named(here, there, tmp_path):
    run = stopped_run(here)
    unpack_run(there, pack_run(run, tmp_path / "first.nightshift"))
    with pytest.raises(HereAlready, match="both are at update 30"):
        unpack_run(there, tmp_path / "first.nightshift", replace=True)
    with Journal(run.events) as journal:
        journal.append(update(31, 1.9, 31.0))
    newer = pack_run(run, tmp_path / "second.nightshift")
    with pytest.raises(HereAlready, match=r"the packed one is newer \(update 31, not 30\)"):
        unpack_run(there, newer)
    assert unpack_run(there, newer, replace=True).name == run.name
    assert [path.name for path in there.trash.iterdir()] == [run.name]
    with pytest.raises(HereAlready, match=r"the one here is newer \(update 31, not 30\)"):
        unpack_run(there, tmp_path / "first.nightshift", replace=True)
    assert len(list_runs(there)) == 1


def test_another_run_of_the_same_name_keeps_its_place(here, there, tmp_path):
    other = stopped_run(there, upto=12)
    with other.job_file.open("a") as file:
        file.write("\n")
    file = pack_run(stopped_run(here), tmp_path)
    assert unpack_run(there, file).name == f"{other.name}-2"
    with pytest.raises(HereAlready):
        unpack_run(there, file)


def test_a_model_that_is_not_here_is_asked_for_and_another_one_is_refused(here, there, tmp_path):
    model = small_model(tmp_path / "mine")
    file = pack_run(stopped_run(here, model), tmp_path)
    shutil.move(model, tmp_path / "elsewhere")
    with pytest.raises(RunProblem, match="needs the model mine, which is not on this computer"):
        unpack_run(there, file)
    other = small_model(tmp_path / "other", b"\2" * 64)
    with pytest.raises(ModelProblem, match=r"other is not the model this run began with: .*differs"):
        unpack_run(there, file, model=other)
    assert empty(there)
    assert unpack_run(there, file, model=tmp_path / "elsewhere").job().model == str(tmp_path / "elsewhere")


def test_a_model_packed_along_is_put_among_the_models_and_found_the_next_time(here, there, tmp_path):
    model = small_model(tmp_path / "mine")
    first = pack_run(stopped_run(here, model), tmp_path / "a.nightshift", with_model=True)
    second = pack_run(stopped_run(here, model, name="other"), tmp_path / "b.nightshift")
    shutil.rmtree(model)
    moved = unpack_run(there, first)
    assert moved.job().model.startswith(str(there.models / "mine-"))
    assert unpack_run(there, second).job().model == moved.job().model


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
    with pytest.raises(DiskProblem):
        look_into(tmp_path / "absent")


def test_a_list_may_not_be_larger_than_the_disk(here, there, tmp_path):
    huge = PackedFile(path="run/job.json", size=1 << 60, sha256="")
    file = forged(tmp_path / "e.nightshift", ["run/job.json"], files=(huge,))
    with pytest.raises(DiskProblem, match=r"needs .* GB, and"):
        unpack_run(there, file)


def test_what_stops_it_leaves_nothing(here, there, tmp_path):
    """Whoever called it off, or the disk that is full half-way."""
    run = stopped_run(here)

    def full(done, total):
        if done > total // 3:
            raise disk_problem(OSError(28, "No space left on device"), "It")

    with pytest.raises(DiskProblem):
        pack_run(run, tmp_path / "x.nightshift", tell=full)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["laptop", "server"]
    file = pack_run(run, tmp_path)
    with pytest.raises(DiskProblem):
        unpack_run(there, file, tell=full)
    assert empty(there)


_SLOW = {
    "pack": "from studio.moving.pack import pack_run as move; from studio.runs.folder import RunFolder as Kind",
    "unpack": "from studio.moving.unpack import unpack_run as move; from studio.paths import Home as Kind",
}
_MOVE = """
import sys
from pathlib import Path
move(Kind(Path(sys.argv[1])), Path(sys.argv[2]), tell=lambda *_: (print(flush=True), input()))
"""


@pytest.mark.parametrize(("kind", "pieces"), [("pack", 38), ("unpack", 12)])
def test_a_kill_half_way_leaves_nothing_and_the_next_time_succeeds(here, there, tmp_path, kind, pieces):
    run = stopped_run(here)
    run.result.mkdir()
    (run.result / "weights.safetensors").write_bytes(bytes(30_000_000))
    file = tmp_path / "x.nightshift"
    if kind == "unpack":
        pack_run(run, file)
    what = run.path if kind == "pack" else there.folder
    code = [sys.executable, "-c", _SLOW[kind] + _MOVE, str(what), str(file)]
    with subprocess.Popen(code, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as child:
        for _ in range(pieces):
            assert child.stdout.readline()
            child.stdin.write(b"\n")  # it waits for this before it goes on
        child.kill()
    assert not list_runs(there)
    if kind == "pack":
        assert not file.exists()
        assert pack_run(run, file).exists()
        assert not list(tmp_path.glob(".draft-*"))
    assert unpack_run(there, file).name == run.name
    assert [path.name for path in there.arriving.iterdir()] == ["lease"]


def weights(run):
    return hashlib.sha256((run.result / "adapter_model.safetensors").read_bytes()).hexdigest()


def test_an_older_copy_that_is_paused_makes_way_and_one_that_is_worked_on_does_not(here, there, tmp_path):
    run = stopped_run(here)
    older = unpack_run(there, pack_run(run, tmp_path / "first.nightshift"))
    with Journal(run.events) as journal:
        journal.append(update(31, 1.9, 31.0))
    newer = pack_run(run, tmp_path / "second.nightshift")
    foreman = take_lease(there.foreman_lease)
    lease = take_lease(older.lease)
    with Journal(older.foreman_events) as journal, Journal(older.events) as said:
        journal.append(WorkerSpawned(pid=1, attempt=2, commands_from=0))
        said.append(TrainingStarted(from_update=30, updates=60, updates_per_epoch=60, attempt=2))
        with pytest.raises(RunProblem, match=r"is running here\."):
            unpack_run(there, newer, replace=True)
        said.append(Paused(update=30))
        looking = threading.Thread(target=let_go_when_cancelled, args=(older, lease))
        looking.start()
        arrived = unpack_run(there, newer, replace=True)
    looking.join()
    foreman.release()
    assert (arrived.name, [path.name for path in there.trash.iterdir()]) == (run.name, [run.name])


def let_go_when_cancelled(run, lease):
    commands = Tail(run.commands, Command)
    while not any(isinstance(command, Cancel) for command in commands.read()):
        time.sleep(0.01)
    lease.release()


@pytest.mark.storm  # two processes that train; the bytes they go on from are compared above
def test_a_run_that_moved_ends_with_the_weights_of_one_that_did_not(tmp_path):
    """Paused in the middle and packed; it goes on here without a break, and there from the packed file."""
    dates = STARTER_MODEL.parent / "dates" / "train.jsonl"
    laptop, server = Nightshift(tmp_path / "laptop"), Nightshift(tmp_path / "server")
    try:
        code, begun, printed = laptop.call(
            "train", "--model", str(STARTER_MODEL), "--data", str(dates), "--effective-batch", "16", "--updates", "24",
            "--keep", "last", "--queue",
        )  # fmt: skip
        assert code == 0, printed
        laptop.wait(lambda watch: watch.story.update >= 3)
        send(laptop.home, laptop.run(), Pause())
        code, packed, printed = laptop.call("pack", begun["run"], "--to", str(tmp_path / "x.nightshift"), "--pause")
        assert code == 0, printed
        assert 3 <= packed["update"] < 24
        laptop.call("resume", "last")
        code, arrived, printed = server.call("unpack", packed["file"])
        assert (code, arrived["update"]) == (0, packed["update"]), printed
        time.sleep(0.5)
        assert server.watch().state == "stopped"  # nobody goes on with it unasked
        server.call("resume", "last")
        moved = server.wait(lambda watch: watch.state == "finished")
        assert moved.story.restarts[0].from_update == packed["update"]
        still = laptop.wait(lambda watch: watch.state == "finished")
        assert weights(moved.run) == weights(still.run)
        code, answer, _ = server.call("unpack", packed["file"], "--replace")
        assert code == 1
        assert "the one here is newer (update 24" in answer["error"]["title"]
    finally:
        laptop.end()
        server.end()


def test_runs_of_one_name_all_stay_in_the_trash(here):
    for _ in range(3):
        trash_run(here, stopped_run(here))
    name = stopped_run(here).name
    assert sorted(path.name for path in here.trash.iterdir()) == [name, f"{name}~2", f"{name}~3"]


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
