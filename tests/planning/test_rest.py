"""How long the rest of a run takes on another number of devices, by its own rows and what its updates took."""

from __future__ import annotations

import msgspec
import pytest

from studio.data.prepare import prepare
from studio.events import TrainingStarted
from studio.hardware.device import GIB, Machine
from studio.job import Data, Learning, TrainJob
from studio.paths import open_home
from studio.planning.rest import rest_of
from studio.runs.folder import RunFolder, create_run
from studio.runs.story import RunStory
from tests.planning.models import FREE_3090, PROCESSOR
from tests.support.screen_data import good_rows, model_of_four_billion
from tests.ui.run_stories import update


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> RunFolder:
    """Of a model of four billion weights, with its rows encoded."""
    folder = tmp_path_factory.mktemp("rest of Zoë")
    model, rows = model_of_four_billion(folder), Data(train=str(good_rows(folder, rows=60)))
    learning = Learning(effective_batch_size=32)
    made = create_run(open_home(folder), TrainJob(name="r", model=str(model), data=rows, learning=learning))
    prepare(rows, model, made.data, max_positions=2048, seed=0)
    return made


def cards(count: int, free: float = 23.0) -> Machine:
    used = FREE_3090.total_bytes - int(free * GIB)
    card = msgspec.structs.replace(FREE_3090, free_bytes=int(free * GIB), used_by_others_bytes=used)
    return Machine(devices=(*(card,) * count, PROCESSOR), gpu_state="ok", words="")


def story(seconds: float, world_size: int = 1, made: int = 10) -> RunStory:
    told = RunStory()
    told.apply(TrainingStarted(from_update=0, updates=110, updates_per_epoch=110, attempt=1, world_size=world_size))
    for number in range(1, made + 1):
        told.apply(update(number, 2.0, float(number), seconds))
    return told


def test_on_the_present_number_it_takes_what_it_took(run):
    assert rest_of(run, story(3.0), cards(2), 1).seconds == pytest.approx(300, rel=0.05)


def test_on_two_it_takes_less_by_as_much_as_the_planner_expects_and_back_again(run):
    two = rest_of(run, story(3.0), cards(2), 2).seconds
    assert two is not None
    assert 150 < two < 300
    back = rest_of(run, story(two / 100, world_size=2), cards(2), 1).seconds
    assert back == pytest.approx(300, rel=0.05)


def test_before_the_first_updates_the_planner_alone_tells(run):
    assert rest_of(run, story(3.0, made=0), cards(1), 1).seconds > 0


def test_what_does_not_fit_is_said_and_what_is_divided_too(run):
    assert not rest_of(run, story(3.0), cards(1, free=3), 1).fits
    divided = rest_of(run, story(3.0), cards(2, free=9.5), 2)
    assert divided.fits
    assert divided.divided


def test_where_its_rows_are_gone_only_what_was_measured_is_told(run, tmp_path):
    other = create_run(open_home(tmp_path), run.job())
    assert rest_of(other, story(3.0), cards(2), 1).seconds == pytest.approx(300, rel=0.05)
    assert rest_of(other, story(3.0), cards(2), 2).seconds is None
