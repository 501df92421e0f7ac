"""The foreman itself, with a worker that stands for one on a card: what follows a run that ended."""

import sys

import pytest

from studio.events import CountdownEnded, CountdownStarted, Event, Warned
from studio.foreman import __main__ as foreman_module
from studio.foreman.__main__ import Foreman
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run
from studio.runs.journal import Tail
from studio.runs.watch import read_run
from studio.settings import Settings, write_settings
from tests.support.stand_in import StandIn

JOB = TrainJob(name="dates", model="m", data=Data(train="d"))


@pytest.fixture
def work(tmp_path, monkeypatch):
    """Works through all runs of a home, each by a stand-in with its own exit code; returns what the foreman told."""
    monkeypatch.setattr(foreman_module, "_GRACE_SECONDS", 0.1)
    home = open_home(tmp_path / "home of Zoë")
    asleep = tmp_path / "asleep"
    command = (sys.executable, "-c", f"open({str(asleep)!r}, 'w').close()")

    def go(*exit_codes, **settings):
        write_settings(home, Settings(countdown_seconds=0, after_success_command=command, **settings))
        codes = iter(exit_codes)

        def worker(_):
            code = next(codes)
            return StandIn(5, lambda update: code if code and update == 3 else None)

        monkeypatch.setattr(Foreman, "_worker", worker)
        runs = [create_run(home, JOB, now=1e9) for _ in exit_codes]
        Foreman(home).work()
        return runs, asleep

    return go


def told(run, *kinds):
    return [event for event in Tail(run.foreman_events, Event).read() if isinstance(event, kinds)]


def test_after_the_last_run_finished_well_the_report_is_there_and_the_computer_sleeps(work):
    (first, last), asleep = work(0, 0, after_success="sleep")
    assert "finished" in (first.path / "report.html").read_text()
    assert (last.path / "report.html").exists()
    assert asleep.exists()
    assert not told(first, CountdownStarted)  # another run waited
    started, ended = told(last, CountdownStarted, CountdownEnded)
    assert (started.action, ended.done) == ("sleep", True)


def test_the_computer_stays_on_after_a_failure_and_where_nobody_asked(work):
    (run,), asleep = work(20, after_success="shut down")
    assert read_run(run).state == "failed"
    assert "did not finish" in (run.path / "report.html").read_text()
    assert not asleep.exists()


def test_a_webhook_without_an_address_is_told_in_the_journal_of_the_run(work):
    (run,), asleep = work(0, webhook="slack")
    (warned,) = told(run, Warned)
    assert warned.title == "There is no address for the webhook"
    assert not asleep.exists()
