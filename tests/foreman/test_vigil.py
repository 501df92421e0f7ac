"""A run waits rather than fails, and goes on by itself; the card is a scenario file, the clocks are wound by hand."""

import sys

import msgspec
import pytest

from studio.commands import Pause, Resume, Stop
from studio.events import CardMeasured, PowerMeasured, Resumed, Slept, WaitEnded, WaitStarted, Warned, WorkerSpawned
from studio.foreman import vigil as vigil_module
from studio.runs.journal import Journal
from studio.settings import Settings, write_settings
from tests.support.night import Night


@pytest.fixture
def night(tmp_path, monkeypatch):
    yield Night(tmp_path, monkeypatch)
    sys.modules.pop("pynvml", None)


def test_a_hot_card_pauses_the_run_until_it_is_cool(night):
    seen = []

    def scene(update):
        waiting = bool(night.told(WaitStarted)) and not night.told(WaitEnded)
        seen.append((update, waiting))
        if update == 10:
            night.card(temperature=94)
        if waiting and len([each for each in seen if each[1]]) > 5:
            night.card(temperature=60)
        return

    ending = night.spend(scene)
    assert ending.outcome == "finished"
    (started,) = night.told(WaitStarted)
    assert (started.reason, started.title) == ("hot card", "The NVIDIA GeForce RTX 3090 is 94 °C hot")
    assert len({update for update, waiting in seen if waiting}) < 8  # it stood still
    story = night.story()
    assert (story.update, story.waiting, story.kept_awake) == (60, None, True)
    assert len(story.curves.train_loss) == 60


@pytest.mark.parametrize("error", ["GpuIsLost", "ResetRequired"], ids=["Xid 79", "Xid 95 and 119"])
def test_a_lost_card_ends_the_worker_and_the_run_goes_on_when_it_is_back(night, error):
    """What the driver says after errors that only a reset ends."""

    def gone(update):
        if update == 10:
            night.card(error=error)
        return

    def back(_):
        return None

    looks = []

    def nap():
        looks.append(1)
        if len(looks) == 3:
            night.card()

    night.nap = nap
    ending = night.spend(back, workers=[gone])
    assert ending.outcome == "finished"
    (started,), spawned = night.told(WaitStarted), night.told(WorkerSpawned)
    assert started.reason == "lost card"
    assert (len(spawned), len(night.told(WaitEnded))) == (2, 1)
    assert night.story().update == 60


def test_a_card_that_stays_away_ends_the_run_in_words(night):
    def gone(update):
        if update == 10:
            night.card(error="GpuIsLost")
        return

    ending = night.spend(gone)
    assert ending.outcome == "failed"
    assert ending.title == "The NVIDIA GeForce RTX 3090 does not answer."
    assert ending.hint == "Restart the computer, then resume the run. Everything up to the last checkpoint is kept."


def test_a_disk_that_runs_out_pauses_the_run_until_there_is_room(night, monkeypatch):
    free = [50 * 10**9]
    monkeypatch.setattr(vigil_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": free[0]}))

    def scene(update):
        if update == 20:
            free[0] = 10**8
        if night.told(WaitStarted):
            free[0] = 50 * 10**9
        return

    ending = night.spend(scene, checkpoint=10**9)
    assert ending.outcome == "finished"
    (started,) = night.told(WaitStarted)
    assert started.title == "The disk is nearly full: 0.10 GB free, 1.25 GB needed"
    assert len(night.told(Resumed)) == 1


def test_a_checkpoint_that_found_the_disk_full_is_written_by_the_next_worker(night):
    ending = night.spend(lambda _: None, workers=[lambda update: 42 if update == 15 else None])
    assert ending.outcome == "finished"
    (started,) = night.told(WaitStarted)
    assert (started.reason, started.title) == ("disk", "The checkpoint could not be saved: the disk is full")
    assert len(night.told(WorkerSpawned)) == 2
    (ended,) = night.told(WaitEnded)
    assert ended.seconds >= 30  # a quota is not on the disk's account: no hasty tries


def test_a_worker_that_ends_of_the_full_disk_while_it_waits_is_followed_by_none_until_there_is_room(night, monkeypatch):
    """A pause saves; where even that finds no room, workers would come and go all night."""
    free, at_start = [50 * 10**9], []
    monkeypatch.setattr(vigil_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": free[0]}))

    def first(update):
        free[0] = 10**8 if update >= 20 else free[0]
        return 42 if night.told(WaitStarted) else None

    def second(_):
        at_start.append(free[0])
        free[0] = 50 * 10**9

    def room_comes():
        free[0] = 50 * 10**9

    night.nap = room_comes
    assert night.spend(None, workers=[first, second], checkpoint=10**9, save_every=10).outcome == "finished"
    assert at_start[0] == 50 * 10**9
    assert len(night.told(WorkerSpawned)) == 2
    assert [each.paused for each in night.told(WaitStarted)] == [True, False]
    assert len(night.told(WaitEnded)) == 2


def test_a_run_that_waits_can_be_given_up(night, monkeypatch):
    monkeypatch.setattr(vigil_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 0}))
    with Journal(night.run.commands) as commands:
        night.nap = lambda: commands.append(Stop())
        ending = night.spend(lambda _: None)
    assert ending.outcome == "cancelled"
    assert not night.told(WorkerSpawned)


def test_checkpoints_that_will_not_fit_are_told_after_the_first_one(night, monkeypatch):
    monkeypatch.setattr(vigil_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 3 * 10**9}))
    assert night.spend(lambda _: None, checkpoint=10**9).outcome == "finished"
    (warned,) = night.told(Warned)
    assert warned.title == "All checkpoints of this run need 4.00 GB more, and 3.00 GB are free"


def test_a_sleep_is_told_and_left_out_of_the_time(night):
    ending = night.spend(lambda update: night.sleep(3600) if update == 30 else None)
    assert ending.outcome == "finished"
    (slept,) = night.told(Slept)
    assert slept.seconds == pytest.approx(3600, abs=0.2)
    assert "The computer slept for 60 min" in [each.title for each in night.story().warnings]
    story = night.story()
    assert story.first_at is not None
    assert story.ended is not None
    story.ended = msgspec.structs.replace(story.ended, at=story.first_at + 7200)
    assert story.seconds == pytest.approx(3600, abs=1)


def test_energy_is_what_the_card_drew_over_the_time(night):
    night.card(power_watts=200, temperature=70)
    night.spend(lambda _: None)
    (power,) = night.told(PowerMeasured)
    assert power.joules == pytest.approx(200 * power.seconds)
    assert power.peak_celsius == 70


def test_how_the_card_did_is_kept_for_the_plot_of_a_run_that_ended(night):
    """Every look of a short run; of a long one as many as a plot needs."""
    night.card(power_watts=100, temperature=50, utilisation=0.3)

    def scene(update):
        if update == 300:
            night.card(power_watts=200, temperature=60, utilisation=0.9)

    night.spend(scene, updates=600)
    points = night.story().cards
    assert points == night.told(CardMeasured)
    assert len(points) == 240 + 240 / 2 + 120 / 3, "of 600 looks: each, then two at a time, then three"
    first, last = points[0], points[-1]
    assert (first.load, first.celsius, first.watts) == (0.3, 50, 100)
    assert (last.load, last.celsius, last.watts) == (0.9, 60, 200)


def test_a_run_paused_by_hand_is_left_alone(night):
    """The card gets hot and cool while the run is paused: that neither makes it wait nor lets it go on."""
    looks = []

    def scene(update):
        if update < 10:
            return
        looks.append(update)
        with Journal(night.run.commands) as commands:
            match len(looks):
                case 1:
                    commands.append(Pause(at=1.0))
                case 5:
                    night.card(temperature=99)
                case 20:
                    night.card(temperature=40)
                case 30:
                    assert update <= 12
                    commands.append(Resume(at=2.0))
                case _:
                    pass

    assert night.spend(scene).outcome == "finished"
    assert (len(night.told(Resumed)), night.told(WaitStarted)) == (1, [])


def test_a_foreman_that_can_hold_nothing_says_so_once(night, monkeypatch):
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert night.spend(lambda _: None).outcome == "finished"
    assert night.story().kept_awake is False


def test_nobody_is_asked_to_stay_awake_where_the_user_does_not_want_it(night):
    write_settings(night.home, Settings(keep_awake=False))
    night.spend(lambda _: None)
    assert night.story().kept_awake is None
