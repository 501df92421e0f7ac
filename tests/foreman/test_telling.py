"""Telling what became of a run: every shape of a webhook, on a server that is well, slow, broken or gone; never a word
of the address."""

import contextlib
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from studio.commands import Resume, StayOn
from studio.errors import StudioError
from studio.events import CountdownEnded, CountdownStarted, Event, RunEnded
from studio.foreman.afterwards import Afterwards
from studio.foreman.countdown import Countdown
from studio.foreman.teller import note_of, tell
from studio.foreman.webhook import Note, find_address, forget_address, keep_address, send
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run
from studio.runs.journal import Journal, Tail
from studio.runs.watch import read_run
from studio.settings import Settings, write_settings
from tests.support.nightshift import PATIENCE_SECONDS
from tests.support.stand_in import an_update

NOTE = Note(run="r", state="finished", title="“r” has finished", text="40 of 40 updates.")
SECRET = "/hooks/T0/very-secret"


class Server:
    """Answers each request by the next of `answers`: a status, "never", or "cut"."""

    def __init__(self, *answers):
        self.got, self._answers = [], list(answers)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                content = self.rfile.read(int(self.headers["Content-Length"]))
                outer.got.append((self.path, self.headers["Content-Type"], content))
                answer = outer._answers.pop(0) if outer._answers else 200
                if answer == "cut":
                    self.connection.close()
                    return
                if answer == "never":
                    self.connection.recv(1)  # returns when the other side has given up
                    return
                self.send_response(answer)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

            def finish(self):
                with contextlib.suppress(OSError, ValueError):
                    super().finish()

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request, client_address):
                pass

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}{SECRET}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server():
    made = []

    def start(*answers):
        made.append(Server(*answers))
        return made[-1]

    yield start
    for each in made:
        each.close()


@pytest.fixture
def run(tmp_path):
    return create_run(open_home(tmp_path / "home of Zoë"), TrainJob(name="dates", model="m", data=Data(train="d")))


@pytest.mark.parametrize(
    ("shape", "content"),
    [
        ("json", {"run": "r", "state": "finished", "title": "“r” has finished", "text": "40 of 40 updates."}),
        ("slack", {"text": "“r” has finished\n40 of 40 updates."}),
        ("discord", {"content": "“r” has finished\n40 of 40 updates."}),
        ("ntfy", None),
    ],
)
def test_each_service_gets_the_shape_that_it_understands(server, shape, content):
    there = server()
    assert send(there.address, shape, NOTE) is None
    ((path, kind, body),) = there.got
    assert path == SECRET
    if content is None:
        assert (kind, body.decode()) == ("text/plain; charset=utf-8", NOTE.words)
    else:
        assert (kind, json.loads(body)) == ("application/json", content)


@pytest.mark.parametrize(
    ("answers", "patience", "problem"),
    [
        ((500, "cut", 200), 60, None),
        ((500, 502, 503), 60, "The webhook refused the note (it answered 503)."),
        ((404,), 60, "The webhook refused the note (it answered 404)."),
        (("cut", "cut", "cut"), 60, "The webhook broke off the connection."),
        (("never", "never", "never"), 0.2, "The webhook did not answer within 0.2 s."),
        (("never", 200), 3, None),
    ],
)
def test_a_server_in_trouble_is_tried_again_where_that_can_help(server, answers, patience, problem):
    there, pauses = server(*answers), []
    assert send(there.address, "json", NOTE, patience=patience, sleep=pauses.append) == problem
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(there.got) < len(answers) and time.monotonic() < deadline:
        time.sleep(0.01)  # one that was given up may still be on its way
    assert len(there.got) == len(answers)
    assert pauses == [1.0, 5.0][: len(answers) - 1]


def test_a_server_that_is_gone_is_no_error():
    said = send("http://127.0.0.1:9/very-secret", "json", NOTE, sleep=lambda _: None)
    assert said == "The webhook cannot be reached."


def test_the_address_is_kept_as_a_secret_and_forgotten(run):
    where = keep_address(run.home, " https://ntfy.sh/zoë ")
    assert where
    assert find_address(run.home) == "https://ntfy.sh/zoë"
    forget_address(run.home)
    assert find_address(run.home) is None


@pytest.mark.parametrize("address", ["", "ntfy.sh/x", "file:///etc/passwd", "https://"])
def test_what_is_no_address_is_not_kept(run, address):
    with pytest.raises(StudioError, match=r"^That is no address of a webhook\."):
        keep_address(run.home, address)
    assert find_address(run.home) is None


def test_a_run_is_told_with_what_matters(run):
    with Journal(run.events) as journal:
        journal.append(an_update(40))
    with Journal(run.foreman_events) as journal:
        journal.append(RunEnded(outcome="failed", commands_to=0, title="The disk is read-only.", hint="Mend it."))
    watch = read_run(run)
    note = note_of(run.name, watch.story, watch.state)
    assert (note.title, note.text) == (f"{run.name} did not finish", "The disk is read-only. Mend it.")


def test_the_process_writes_the_report_and_tells_without_the_address_anywhere(run, server):
    there = server(404)
    write_settings(run.home, Settings(webhook="slack"))
    keep_address(run.home, there.address)
    with Journal(run.events) as journal:
        journal.append(an_update(1))
    with Journal(run.foreman_events) as journal:
        journal.append(RunEnded(outcome="finished", commands_to=0))
    process = Afterwards(run, "ended")
    while (problems := process.poll()) is None:
        time.sleep(0.02)
    assert problems == ("The webhook refused the note (it answered 404).",)
    assert "finished" in (run.path / "report.html").read_text()
    assert len(there.got) == 1
    for file in run.home.folder.rglob("*"):
        if file.is_file() and file.name != "webhook-address":
            assert b"very-secret" not in file.read_bytes(), file


def test_a_webhook_without_an_address_is_told(run):
    write_settings(run.home, Settings(webhook="json", notify=False))
    assert tell(run.home, NOTE) == ["There is no address for the webhook."]


def stand_in(tmp_path):
    return (sys.executable, "-c", f"open({str(tmp_path / 'asleep')!r}, 'w').close()")


def told(run):
    return [
        each for each in Tail(run.foreman_events, Event).read() if isinstance(each, CountdownStarted | CountdownEnded)
    ]


def test_the_countdown_ends_in_the_command_unless_someone_says_no(run, tmp_path):
    settings = Settings(countdown_seconds=0, after_success_command=stand_in(tmp_path))
    countdown = Countdown(run, "sleep", settings)
    assert countdown.look(something_to_do=False)
    assert countdown.act() is None
    assert (tmp_path / "asleep").exists()
    started, ended = told(run)
    assert (started.action, started.seconds, ended.done) == ("sleep", 0, True)


@pytest.mark.parametrize("no", ["said", "something to do"])
def test_the_countdown_is_called_off(run, tmp_path, no):
    countdown = Countdown(run, "shut down", Settings(countdown_seconds=0, after_success_command=stand_in(tmp_path)))
    if no == "said":
        with Journal(run.commands) as commands:
            commands.append(StayOn())
    assert not countdown.look(something_to_do=no == "something to do")
    assert countdown.ended
    assert [getattr(each, "done", None) for each in told(run)] == [None, False]
    assert not (tmp_path / "asleep").exists()


def test_an_old_no_is_none(run, tmp_path):
    with Journal(run.commands) as commands:
        commands.append(StayOn())
        commands.append(Resume())
    assert Countdown(run, "sleep", Settings(countdown_seconds=0)).look(something_to_do=False)


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        (("nightshift-no-such-program",), "The computer could not be sent to sleep or shut down."),
        ((sys.executable, "-c", "raise SystemExit(1)"), "The system refused to go to sleep or to shut down."),
    ],
)
def test_a_system_that_refuses_is_told(run, command, problem):
    assert Countdown(run, "sleep", Settings(after_success_command=command)).act() == problem
