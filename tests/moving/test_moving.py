"""A run moves as one file: it goes on as if it had never moved, and a file that is not right leaves nothing behind."""

import hashlib
import shutil
import subprocess
import sys
import threading
import time

import msgspec
import pytest

from studio.commands import Cancel, Command, Pause
from studio.durable import disk_problem
from studio.errors import DiskProblem, ModelProblem, RunProblem
from studio.events import Paused, TrainingStarted, WorkerSpawned
from studio.foreman.requests import send
from studio.moving.pack import pack_run
from studio.moving.unpack import HereAlready, unpack_run
from studio.runs.folder import list_runs
from studio.runs.journal import Journal, Tail
from studio.runs.lease import take_lease
from studio.runs.trash import trash_run
from studio.runs.watch import read_run
from studio.starter import STARTER_MODEL
from tests.support.nightshift import ROOT, Nightshift
from tests.support.to_move import checkpoint, content_of, empty, small_model, stopped_run
from tests.ui.run_stories import update


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
    watch = read_run(moved)
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
        watch = read_run(run)
        assert watch.state == "paused"
        moved = read_run(unpack_run(there, pack_run(run, tmp_path)))
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
