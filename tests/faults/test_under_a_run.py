"""What happens to files, clocks and programs while a run is going: what is kept, and the sentence that is said."""

import os
import random
import shutil
import sys

import pytest

from studio.engine.read_data import read_data
from studio.engine.worker import own_mistake
from studio.errors import DatasetProblem, ModelProblem
from studio.events import ClockChanged, RestartPlanned, WaitStarted, Warned, WorkerEnded, WorkerSpawned
from studio.foreman import __main__ as foreman_module
from studio.foreman import guard
from studio.foreman.__main__ import Foreman
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.report.facts import gather
from studio.report.incidents import find_incidents
from studio.runs.endings import in_words
from studio.runs.exit_codes import REGROUPED
from studio.runs.folder import create_run, find_run
from studio.runs.lease import is_held, take_lease
from studio.runs.watch import read_run
from studio.starter import STARTER_MODEL, starter_files
from tests.support.night import Night
from tests.support.stand_in import StandIn

JOB = TrainJob(name="dates", model="m", data=Data(train="d"))


@pytest.fixture
def night(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "_BACKOFF_SECONDS", (0.0, 0.0, 0.0))
    yield Night(tmp_path, monkeypatch)
    sys.modules.pop("pynvml", None)


@pytest.fixture
def foreman(tmp_path, monkeypatch):
    """A foreman over two runs; `scene` is played in the first."""
    monkeypatch.setattr(foreman_module, "_GRACE_SECONDS", 0.1)
    monkeypatch.setattr(guard, "_BACKOFF_SECONDS", (0.0, 0.0, 0.0))
    home = open_home(tmp_path / "home of Zoë")
    runs = [create_run(home, JOB, now=1e9) for _ in range(2)]

    def work(scene):
        scenes = iter([lambda update: scene(runs[0]) if update == 3 else None])
        calm = [lambda _: None] * 9
        monkeypatch.setattr(
            Foreman, "_worker", lambda _: StandIn(5, next(scenes, None) or calm.pop(), device="CPU", save_every=1)
        )
        Foreman(home).work()
        return home, runs

    return work


def test_a_run_folder_that_is_deleted_meanwhile_takes_no_other_run_with_it(foreman):
    _, (gone, other) = foreman(lambda run: shutil.rmtree(run.path) or 50)
    assert not gone.path.exists()
    assert read_run(other).state == "finished"


def test_a_run_folder_that_is_renamed_meanwhile_keeps_what_was_learnt(foreman):
    home, (_, other) = foreman(lambda run: run.path.rename(run.path.with_name("renamed by hand")) and None)
    renamed = read_run(find_run(home, "renamed by hand"))
    assert renamed.story.update >= 3
    assert read_run(other).state == "finished"


def test_settings_that_are_damaged_meanwhile_stop_nothing(foreman):
    _, (run, other) = foreman(lambda run: (run.home.folder / "settings.json").write_bytes(b"{\xff") and None)
    assert [read_run(each).state for each in (run, other)] == ["finished", "finished"]


def test_a_lease_that_is_overwritten_meanwhile_stays_held(foreman):
    seen = []

    def scene(run):
        run.lease.write_bytes(b"\x00 garbage")
        seen.extend([is_held(run.lease), take_lease(run.lease)])

    _, (run, _) = foreman(scene)
    assert seen == [True, None], "nobody else can take it"
    assert read_run(run).state == "finished"


def test_commands_that_make_no_sense_are_passed_over(foreman):
    _, (run, _) = foreman(lambda run: run.commands.write_bytes(b'{"command":"dance"}\n\xff\xfe\n[1]\n') and None)
    assert read_run(run).state == "finished"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (-11, "signal SIGSEGV"),
        (-7, "signal SIGBUS"),
        (-6, "signal SIGABRT"),
        (-9, "memory ran out"),
        (3, "exit code 3"),
    ],
)
def test_a_worker_that_falls_in_any_way_is_followed_by_another_and_told_when_it_never_stops(night, code, words):
    once = iter([code])
    assert night.spend(lambda update: next(once, None) if update == 30 else None, save_every=10).outcome == "finished"
    assert [each.exit_code for each in night.told(WorkerEnded)] == [code, 0]
    assert night.story().update == 60
    ending = in_words(night.run, code)
    assert words in ending.title
    assert ending.hint.startswith("Everything up to the last checkpoint is kept.")


def test_a_worker_that_leaves_for_another_number_of_ranks_is_followed_at_once_however_often(night):
    codes = iter([REGROUPED] * 5)
    assert night.spend(lambda update: next(codes, None) if update == 30 else None, save_every=10).outcome == "finished"
    assert len(night.told(WorkerEnded)) == 6
    assert not night.told(RestartPlanned)
    assert find_incidents(night.told(WorkerEnded)) == ()


def test_a_clock_put_forward_and_back_by_years_changes_nothing_but_what_is_told(night):
    jumps = iter([365 * 86400.0, -2 * 365 * 86400.0, 365 * 86400.0, -8e8])

    def scene(update):
        if update % 10 == 5:
            night.set_clock(next(jumps, 0.0))

    assert night.spend(scene, save_every=7).outcome == "finished"
    assert len(night.told(ClockChanged)) == 4
    assert not night.told(WaitStarted, RestartPlanned)
    assert len(night.told(WorkerSpawned)) == 1
    assert night.story().warnings[0].title == "The computer's clock was put forward by 365 days"
    assert gather(night.run).state == "finished"


@pytest.fixture
def own_rows(tmp_path):
    rows = tmp_path / "my rows.jsonl"
    lines = starter_files("dates")[0].read_text("utf-8").splitlines(keepends=True)
    rows.write_text("".join(lines[:80]), "utf-8")
    return rows


def tokens_of(prepared):
    return [prepared.train.tokens(example).tolist() for example in range(len(prepared.train))]


@pytest.mark.parametrize("harm", ["deleted", "edited", "cut"])
def test_rows_that_change_meanwhile_are_not_missed_by_a_run_that_goes_on(tmp_path, own_rows, harm):
    model = shutil.copytree(STARTER_MODEL, tmp_path / "model")
    run = create_run(open_home(tmp_path / "home"), TrainJob(name="d", model=str(model), data=Data(train=str(own_rows))))
    _, before = read_data(run, lambda _: None)
    first = tokens_of(before)
    match harm:
        case "deleted":
            own_rows.unlink()
        case "edited":
            own_rows.write_text(own_rows.read_text("utf-8").replace("20", "19"), "utf-8")
        case "cut":
            os.truncate(own_rows, 100)
    _, after = read_data(run, lambda _: None)
    assert tokens_of(after) == first
    assert after.report.dataset_hash == before.report.dataset_hash


def flip(file, share):
    content = bytearray(file.read_bytes())
    content[int(len(content) * share)] ^= 4
    file.write_bytes(content)


@pytest.mark.parametrize("file", ["train/tokens.bin", "train/targets.bin", "train/lengths.bin", "train/starts.bin"])
def test_one_byte_of_the_encoded_rows_that_changes_is_found_and_they_are_made_again(tmp_path, own_rows, file):
    data = Data(train=str(own_rows))
    run = create_run(open_home(tmp_path / "home"), TrainJob(name="d", model=str(STARTER_MODEL), data=data))
    _, before = read_data(run, lambda _: None)
    first, told = tokens_of(before), []
    flip(run.data / file, 0.5)
    _, after = read_data(run, told.append)
    assert tokens_of(after) == first
    assert after.report.dataset_hash == before.report.dataset_hash
    assert [each.title for each in told if isinstance(each, Warned)] == [
        "The encoded rows were damaged on the disk and made again from your file"
    ]
    told.clear()
    read_data(run, told.append)
    assert not [each for each in told if isinstance(each, Warned)]
    own_rows.write_text(own_rows.read_text("utf-8").replace("20", "19"), "utf-8")
    flip(run.data / file, 0.5)
    with pytest.raises(DatasetProblem, match="no longer match their fingerprint") as refused:
        read_data(run, told.append)
    assert "Put it back as it was and resume" in refused.value.hint
    assert (run.data / file).exists()


def test_a_model_folder_that_is_deleted_meanwhile_is_told_in_words(tmp_path, own_rows):
    model = shutil.copytree(STARTER_MODEL, tmp_path / "model")
    run = create_run(open_home(tmp_path / "home"), TrainJob(name="d", model=str(model), data=Data(train=str(own_rows))))
    read_data(run, lambda _: None)
    shutil.rmtree(model)
    with pytest.raises(ModelProblem) as told:
        read_data(run, lambda _: None)
    assert told.value.title.startswith("There is no")
    assert told.value.hint


def test_times_of_files_decide_nothing(foreman):
    """After a clock was put back by years, the newest checkpoint has the oldest time."""
    dice = random.Random(1)

    def scene(run):
        for path in run.checkpoints.rglob("*"):
            os.utime(path, (dice.uniform(0, 4e9),) * 2)
        return 50

    _, (run, _) = foreman(scene)
    watch = read_run(run)
    assert watch.state == "finished"
    assert [each.from_update for each in watch.story.restarts] == [3]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "CUDA error: an illegal memory access was encountered\nCUDA kernel errors might be …",
            "an illegal memory access",
        ),
        ("CUDA error: uncorrectable ECC error encountered", "uncorrectable ECC error"),
        ("CUDA error: unspecified launch failure", "unspecified launch failure"),
    ],
    ids=["Xid 31", "Xid 48", "Xid 13"],
)
def test_a_card_that_breaks_off_a_program_is_told_as_the_card_and_another_worker_goes_on(night, said, words):
    problem = own_mistake(RuntimeError(said))
    assert problem.title.startswith(f"The graphics card broke off its work: {words}")
    assert "\n" not in problem.title
    assert "last checkpoint is kept" in problem.hint
    once = iter([problem.exit_code])
    assert night.spend(lambda update: next(once, None) if update == 30 else None, save_every=10).outcome == "finished"
    assert night.story().update == 60
    assert own_mistake(KeyError("x")).title.endswith("(KeyError).")
