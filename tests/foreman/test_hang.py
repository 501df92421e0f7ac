"""A worker that gives no sign any more is ended and the run goes on; one that is only slow never is."""

import sys

import pytest

from studio.events import WorkerEnded, WorkerSpawned
from studio.foreman import guard
from studio.report.facts import gather
from studio.runs.exit_codes import HUNG
from studio.runs.pulse import FLOOR_SECONDS, Pulse
from tests.support.night import Night
from tests.support.stand_in import HANGS


@pytest.fixture
def night(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "_BACKOFF_SECONDS", (0.0, 0.0, 0.0))
    yield Night(tmp_path, monkeypatch)
    sys.modules.pop("pynvml", None)


def test_a_worker_that_hangs_is_ended_told_and_followed_by_another(night):
    began = night.now

    def first(update):
        return HANGS if update == 30 else None

    ending = night.spend(None, workers=[first, lambda _: None], save_every=10, device="CPU")
    assert ending.outcome == "finished"
    assert [each.exit_code for each in night.told(WorkerEnded)] == [HUNG, 0]
    assert FLOOR_SECONDS < night.now.awake - began.awake < 2 * FLOOR_SECONDS + 60 * 6
    story = night.story()
    assert story.update == 60
    assert [each.title for each in story.warnings] == ["The training program stopped answering"]
    (incident,) = gather(night.run).incidents
    assert incident.title == "The training program stopped answering"
    assert "no update is lost" in incident.detail
    assert incident.cost_seconds is not None


def test_one_that_hangs_again_and_again_is_given_up_in_words(night):
    ending = night.spend(lambda update: HANGS if update == 30 else None, save_every=10, device="CPU")
    assert ending.outcome == "failed"
    assert ending.title == "The training program stopped answering 3 times."
    assert "Everything up to the last checkpoint is kept" in ending.hint
    assert "worker.log" in ending.hint


def pass_time(night, seconds):
    """The foreman looks once a minute, no less often than it matters."""
    until = night.now.awake + seconds
    while night.now.awake < until:
        night.later(55)
        night.vigil.look()
        assert not night.vigil.worker_hangs


@pytest.mark.parametrize(
    "slow", ["a slow update", "micro-batches of a slow update", "a checkpoint", "pauses that grow"]
)
def test_a_slow_but_living_worker_is_never_taken_for_one_that_hangs(night, slow):
    def scene(update):
        if update < 20:
            return
        if slow == "a slow update" and update == 20:
            pass_time(night, 0.7 * FLOOR_SECONDS)
        if slow == "micro-batches of a slow update" and update == 20:
            pulse = Pulse(night.run)
            for _ in range(10):
                pulse._at = -10.0  # a second or more has passed
                pulse.beat()
                pass_time(night, 0.7 * FLOOR_SECONDS)
        if slow == "a checkpoint" and update == 20:
            Pulse(night.run).beat("saving")
            pass_time(night, 3000)
        if slow == "pauses that grow" and update % 10 == 0:
            pass_time(night, 10 ** (update // 10) / 4)  # 25 s, 250 s, 2,500 s, 25,000 s

    assert night.spend(scene, device="CPU").outcome == "finished"
    assert len(night.told(WorkerSpawned)) == 1


def test_a_sleep_of_the_computer_is_no_silence(night):
    def scene(update):
        if update == 20:
            night.sleep(8 * 3600)

    assert night.spend(scene, device="CPU").outcome == "finished"
    assert len(night.told(WorkerSpawned)) == 1


def test_a_wait_without_a_worker_is_no_silence_of_the_next_one(night):
    """Two hours without the card, then a worker that needs a while to begin."""

    def gone(update):
        if update == 20:
            night.card(error="GpuIsLost")
            night.nap = night.card

    assert night.spend(None, workers=[gone, lambda _: None], save_every=10).outcome == "finished"
    assert HUNG not in [each.exit_code for each in night.told(WorkerEnded)]
