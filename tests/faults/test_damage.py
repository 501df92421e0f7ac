"""Files of a run damaged in every way: what can be read is read, nobody falls over, and the words say what is lost."""

import random

import pytest

from studio.api import hold_window_lease
from studio.commands import Resume, Stop
from studio.errors import DiskProblem, RunProblem
from studio.events import CheckpointSaved, RunEnded, WorkerSpawned
from studio.foreman.queue import Queue, wanted
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.report.facts import gather
from studio.runs.folder import create_run, find_run, list_runs
from studio.runs.journal import Journal
from studio.runs.lease import holder_of, is_held, take_lease
from studio.runs.watch import read_run
from tests.support.stand_in import an_update

JOB = TrainJob(name="dates", model="m", data=Data(train="d"))


@pytest.fixture
def home(tmp_path):
    return open_home(tmp_path / "home of Zoë 漢字")


@pytest.fixture
def run(home):
    """Twenty updates, a checkpoint and an end."""
    run = create_run(home, JOB)
    with Journal(run.foreman_events) as journal:
        journal.append(WorkerSpawned(pid=1, attempt=1, commands_from=0))
        journal.append(RunEnded(outcome="finished", commands_to=0))
    with Journal(run.events) as journal:
        for number in range(1, 21):
            journal.append(an_update(number))
        journal.append(CheckpointSaved(update=20, folder="update-000020", size_bytes=9, seconds=0.1))
    return run


DAMAGE = {
    "cut in the middle of a line": lambda content: content[: len(content) * 2 // 3 + 5],
    "a page of zeros": lambda content: content[:300] + bytes(512) + content[812:],
    "no UTF-8": lambda content: content[:300] + b"\xff\xfe\xc3" + content[303:],
    "a line of a newer version": lambda content: b'{"event":"teleported","at":1.0,"to":"Mars"}\n' + content,
    "a line that is no object": lambda content: b"[1, 2]\nnull\n\n" + content,
    "a very long line": lambda content: b'{"event":"warned","title":"' + b"x" * 300_000 + b"\n" + content,
}


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_damaged_event_file_loses_the_damaged_lines_only(run, harm):
    run.events.write_bytes(DAMAGE[harm](run.events.read_bytes()))
    watch = read_run(run)
    assert watch.state == "finished"
    assert sum(loss == loss for loss in watch.story.curves.train_loss) >= 12
    assert gather(run).headline.startswith(f"{run.name} finished")


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_damaged_journal_of_the_foreman_never_starts_a_finished_run_again_unasked(run, harm):
    ending = run.foreman_events.read_bytes().splitlines(keepends=True)[-1]
    run.foreman_events.write_bytes(DAMAGE[harm](run.foreman_events.read_bytes().ljust(900)) + b"\n" + ending)
    assert wanted(run) is None
    assert read_run(run).state == "finished"


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_in_any_file_make_nobody_fall(run, seed):
    dice = random.Random(seed)
    with Journal(run.commands) as commands:
        commands.append(Stop())
        commands.append(Resume())
    for file in (run.events, run.foreman_events, run.commands):
        content = bytearray(file.read_bytes())
        for _ in range(dice.randint(1, 30)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        file.write_bytes(content)
    read_run(run)
    wanted(run)
    gather(run)


def test_a_lost_journal_of_the_foreman_leaves_what_was_learnt(run):
    run.foreman_events.unlink()
    watch = read_run(run)
    assert watch.story.update == 20
    assert wanted(run) is not None  # it goes on from its checkpoint and finds that all is done


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"type": "inspect"}', b"[]"])
def test_a_damaged_request_is_told_and_the_other_runs_are_there(home, run, content):
    other = create_run(home, JOB)
    run.job_file.write_bytes(content)
    with pytest.raises(RunProblem, match=r"cannot be read|is not a training run") as told:
        run.job()
    assert told.value.hint
    assert [each.name for each in list_runs(home)] == [run.name, other.name]


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b'{"pid": "many"}', b"\xff"])
def test_a_damaged_lease_holds_nobody_and_can_be_taken(run, content):
    run.lease.write_bytes(content)
    assert holder_of(run.lease) is None
    assert not is_held(run.lease)
    lease = take_lease(run.lease)
    assert lease is not None
    holder = holder_of(run.lease)
    assert holder is not None
    lease.release()


def test_the_number_of_a_process_that_lives_again_holds_nothing(run):
    """The lease of a dead foreman names a number that another program has now: ours."""
    lease = take_lease(run.lease)
    assert lease is not None
    lease.release()
    holder = holder_of(run.lease)
    assert holder is not None  # the name stays, and its process lives: it is this one
    assert not is_held(run.lease)
    assert read_run(run).state == "finished"


def test_two_windows_see_the_same_run_and_one_of_them_keeps_the_worker_warm(home, run):
    first, second = hold_window_lease(home), hold_window_lease(home)
    assert first is not None
    assert second is None
    assert read_run(run).story.update == read_run(run).story.update == 20
    first.release()
    assert hold_window_lease(home) is not None


def test_commands_of_two_windows_are_heard_in_order(run):
    with Journal(run.commands) as one, Journal(run.commands) as other:
        one.append(Resume())
        other.append(Stop())
        one.append(Resume())
    found = wanted(run)
    assert found is not None
    assert not found.given_up


@pytest.mark.parametrize("now", [0.0, 86_400.0, 4_102_444_800.0], ids=["1970", "a day later", "2100"])
def test_a_clock_that_is_wrong_makes_no_run_vanish(home, now):
    made = [create_run(home, JOB, now=now) for _ in range(3)]
    assert len({run.name for run in made}) == 3
    assert {run.name for run in list_runs(home)} == {run.name for run in made}
    assert all(Queue(home).next() is not None for _ in made)


def test_a_run_folder_that_was_renamed_is_found_by_its_new_name(home, run):
    run.path.rename(run.path.with_name("renamed by hand"))
    assert read_run(find_run(home, "renamed by hand")).story.update == 20


def test_a_run_folder_that_was_deleted_is_told(home, run):
    for file in run.path.iterdir():
        file.unlink()
    run.path.rmdir()
    with pytest.raises(RunProblem, match="There is no run"):
        find_run(home, run.name)


def test_a_home_that_is_a_file_is_told(tmp_path):
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(DiskProblem, match="cannot be used") as told:
        open_home(tmp_path / "home")
    assert "--home" in told.value.hint


@pytest.mark.parametrize("name", ["with spaces", "Zoë 漢字 😀", "quo'te\"s", "$HOME;rm", "‏עברית"])
def test_a_home_may_have_any_name(tmp_path, name):
    home = open_home(tmp_path / name)
    run = create_run(home, JOB)
    with Journal(run.events) as journal:
        journal.append(an_update(1))
    assert read_run(find_run(home, "last")).story.update == 1
