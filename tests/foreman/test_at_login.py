"""A computer that loses power in the night: what was going is found at the next login, taken up, and told."""

import subprocess
import sys

import msgspec
import pytest

from studio.commands import Stop
from studio.events import RunEnded, TrainingStarted, Warned, WorkerSpawned
from studio.foreman import __main__ as foreman_module
from studio.foreman.__main__ import Foreman
from studio.foreman.at_login import AtLogin
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs import lease as lease_module
from studio.runs.folder import create_run
from studio.runs.journal import Journal
from studio.runs.lease import Holder, holder_of, is_held, take_lease
from studio.runs.watch import RunWatch, read_run
from tests.support.nightshift import PATIENCE_SECONDS
from tests.support.stand_in import StandIn

JOB = TrainJob(name="dates", model="m", data=Data(train="d"))
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nothing is entered on other systems")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(foreman_module, "_GRACE_SECONDS", 0.1)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return open_home(tmp_path / 'a home "of" $Zoë 50 % \\ `漢字`')


@pytest.fixture
def run(home):
    return create_run(home, JOB)


def cut_the_power(run):
    """A worker was at update 12 of 20 when the computer went off; its foreman's number lives again."""
    with Journal(run.foreman_events) as journal:
        journal.append(WorkerSpawned(pid=1, attempt=1, commands_from=0))
    with Journal(run.events) as journal:
        journal.append(TrainingStarted(from_update=0, updates=20, updates_per_epoch=20))
    (run.checkpoints / "update-000010").mkdir(parents=True)
    lease = take_lease(run.lease)
    lease.release()
    dead = msgspec.structs.replace(holder_of(run.lease), boot_id="5d8f6a1e-before-the-power-cut")
    run.lease.write_bytes(msgspec.json.encode(dead))


def told(run, *kinds):
    watch = RunWatch(run)
    return [event for event in watch.poll() if isinstance(event, kinds)]


def work(home, monkeypatch, scene=lambda _: None):
    monkeypatch.setattr(Foreman, "_worker", lambda _: StandIn(20, scene, device="CPU"))
    Foreman(home).work()


def entries(tmp_path):
    config = tmp_path / "config"
    return sorted(str(each.relative_to(config)) for each in config.rglob("*") if not each.is_dir())


def test_a_run_that_was_going_at_a_power_cut_is_taken_up_and_that_is_told(home, run, monkeypatch):
    cut_the_power(run)
    watch = read_run(run)
    assert watch.state == "interrupted"
    work(home, monkeypatch)
    assert [each.title for each in told(run, Warned)] == [
        "The computer was switched off or restarted while the run was going"
    ]
    assert [each.from_update for each in told(run, TrainingStarted)] == [0, 10]
    assert told(run, RunEnded)[0].outcome == "finished"


def test_a_foreman_that_died_while_the_computer_stayed_on_is_no_power_cut(home, run, monkeypatch):
    cut_the_power(run)
    lease = take_lease(run.lease)
    lease.release()
    work(home, monkeypatch)
    assert not told(run, Warned)
    assert told(run, RunEnded)[0].outcome == "finished"


def test_a_system_that_does_not_tell_its_start_is_never_said_to_have_been_off(home, run, monkeypatch, tmp_path):
    cut_the_power(run)
    monkeypatch.setattr(lease_module, "BOOT_ID", tmp_path / "not there")
    take_lease(run.lease).release()
    assert msgspec.json.decode(run.lease.read_bytes(), type=Holder).boot_id == ""
    work(home, monkeypatch)
    assert not told(run, Warned)


@pytest.mark.parametrize("systemd", [False, True], ids=["autostart", "systemd"])
def test_an_entry_is_there_exactly_while_a_run_is_going(home, run, monkeypatch, tmp_path, systemd):
    monkeypatch.setattr(
        "studio.foreman.__main__.AtLogin", lambda home: AtLogin(home, tmp_path if systemd else tmp_path / "no systemd")
    )
    seen = []
    work(home, monkeypatch, lambda update: seen.append(entries(tmp_path)) if update == 5 else None)
    name = AtLogin(home).places()[0].stem
    unit = f"systemd/user/{name}.service"
    link = f"systemd/user/default.target.wants/{name}.service"
    assert seen == [sorted([unit, link]) if systemd else [f"autostart/{name}.desktop"]]
    assert entries(tmp_path) == []


def test_a_foreman_that_is_ended_at_logout_leaves_its_entry(home, run, monkeypatch, tmp_path):
    foreman = Foreman(home)
    monkeypatch.setattr(
        Foreman, "_worker", lambda _: StandIn(20, lambda update: foreman.leave() if update == 5 else None, device="CPU")
    )
    foreman.work()
    assert not told(run, RunEnded)
    assert len(entries(tmp_path)) > 0


def test_what_is_entered_starts_a_foreman_in_a_home_of_any_name(home, run, tmp_path):
    """Quoted as a desktop reads it: first the string, then the command."""
    cut_the_power(run)
    with Journal(run.commands) as commands:
        commands.append(Stop())  # the quickest way for a run to end
    entry = AtLogin(home, tmp_path / "no systemd")
    entry.enter()
    lines = entry.places()[0].read_text("utf-8").splitlines()
    (command,) = (line.removeprefix("Exec=") for line in lines if line.startswith("Exec="))
    command = command.replace("\\\\", "\\").replace("%%", "%")
    done = subprocess.run(["/bin/sh", "-c", command], cwd="/", capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert told(run, RunEnded)[0].outcome == "cancelled"
    assert not is_held(home.foreman_lease)
    assert entries(tmp_path) == []


def test_a_unit_quotes_its_command(home, tmp_path):
    entry = AtLogin(home, tmp_path)
    entry.enter()
    content = entry.places()[0].read_text("utf-8")
    (line,) = (line for line in content.splitlines() if line.startswith("ExecStart="))
    assert line.endswith(
        ' "-m" "studio.foreman.at_login" "' + str(tmp_path) + '/a home \\"of\\" $$Zoë 50 %% \\\\ `漢字`"'
    )
    assert entry.places()[1].resolve() == entry.places()[0].resolve()
    entry.leave()
    assert not entry.places()[1].is_symlink()
