"""Which rows made the loss of an update: of runs that go on, have ended, or died."""

import json
import shutil
from collections.abc import Iterator

import msgspec
import pytest

from studio.api import rows_of_update
from studio.errors import RunProblem
from studio.events import UpdateFinished, WorkerEvent
from studio.runs.folder import find_run
from studio.runs.journal import Tail
from studio.starter import STARTER_MODEL, starter_files
from tests.support.nightshift import Nightshift

TRAIN, HELD_OUT = starter_files("dates")


def train(nightshift, *options, model=STARTER_MODEL, updates=4):
    return nightshift.call(
        "train", "--model", str(model), "--data", str(TRAIN), "--held-out", str(HELD_OUT), "--effective-batch", "32",
        "--updates", str(updates), *options,
    )  # fmt: skip


def told(run):
    return {event.update: event for event in Tail(run.events, WorkerEvent).read() if isinstance(event, UpdateFinished)}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nightshift]:
    """A home with one run of four updates."""
    program = Nightshift(tmp_path_factory.mktemp("home"))
    code, _, printed = train(program)
    assert code == 0, printed
    yield program
    program.end()


def test_the_losses_of_the_rows_add_up_to_the_loss_of_the_update(trained):
    run = trained.run()
    lines = TRAIN.read_text(encoding="utf-8").splitlines()
    for update, event in told(run).items():
        rows = rows_of_update(run, update)
        assert len({row.row for row in rows}) == 32
        assert sum(row.targets for row in rows) == event.num_target_tokens
        assert sum(row.loss for row in rows) / event.num_target_tokens == pytest.approx(event.train_loss, rel=1e-5)
        known = [row.loss_per_target for row in rows]
        assert known == sorted(known, reverse=True)
        for row in rows:
            asked, answer = json.loads(lines[row.row - 1]).values()
            assert asked in row.text
            assert answer in row.text
    assert rows_of_update(run, 1) != rows_of_update(run, 2)


def test_they_are_shown_as_a_table_and_as_json_and_other_updates_are_refused_in_words(trained):
    code, answer, printed = trained.call("show", "last", "--update", "2")
    assert code == 0, printed
    run = trained.run()
    event = told(run)[2]
    assert answer["run"] == run.name
    assert answer["update"] == 2
    assert answer["train_loss"] == pytest.approx(event.train_loss)
    assert answer["rows"] == json.loads(msgspec.json.encode(rows_of_update(run, 2)))
    table = trained.say("show", "last", "--update", "2").splitlines()
    assert f"loss {event.train_loss:.3f} over {event.num_target_tokens:,} target tokens of 32 rows" in table[0]
    assert len(table) == 2 + 32
    first = answer["rows"][0]
    assert table[2].split()[:3] == [f"{first['row']:,}", f"{first['loss_per_target']:.3f}", str(first["targets"])]
    for update, words in ((5, "has not made update 5"), (0, "counted from 1"), (-1, "counted from 1")):
        with pytest.raises(RunProblem, match=words) as problem:
            rows_of_update(run, update)
        assert problem.value.hint
    code, answer, _ = trained.call("show", "last", "--update", "5")
    assert code == 1
    assert answer["error"]["hint"] == "It has made 4 of 4."


@pytest.mark.storm
def test_a_live_and_a_killed_run_tell_the_same_and_the_folder_of_the_model_is_not_needed(nightshift, tmp_path):
    model = tmp_path / "model"
    shutil.copytree(STARTER_MODEL, model)
    code, answer, printed = train(nightshift, "--queue", model=model, updates=400)
    assert code == 0, printed
    nightshift.wait(lambda watch: watch.story.update >= 3)
    run = find_run(nightshift.home, answer["run"])
    live = rows_of_update(run, 2)
    assert sum(row.loss for row in live) > 0
    nightshift.end()
    assert rows_of_update(run, 2) == live
    shutil.rmtree(model)
    without = rows_of_update(run, 2)
    assert [row.text for row in without] == [""] * 32
    assert [row.loss for row in without] == [row.loss for row in live]
