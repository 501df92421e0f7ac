"""A run on another computer is followed byte by byte, does what it is asked, and heals after a cut."""

import json
import shlex
import subprocess
import sys
import time

import pytest

from studio.cli.elsewhere import watch
from studio.cli.runs import pause, runs
from studio.commands import Command, Pause, SaveNow
from studio.errors import RunProblem
from studio.events import Paused
from studio.remote.address import looks_remote, read_address, read_followed, read_host
from studio.remote.ssh import explain, ssh_command
from studio.remote.watching import remote_runs
from studio.remote.wire import JOURNALS
from studio.runs.folder import list_runs
from studio.runs.journal import Tail
from tests.support.nightshift import PATIENCE_SECONDS, ROOT
from tests.ui.run_stories import losses, preparation, training, update

NOW = 1_800_000_000.0


def begin(elsewhere, updates=200):
    elsewhere.written.begin(NOW)
    elsewhere.written.write([*preparation(NOW), *training(NOW, 1, updates, losses(1125))])


def same_bytes(elsewhere, there):
    names = (*JOURNALS, "job.json")
    return all(
        (there.folder.path / name).read_bytes() == (elsewhere.run.path / name).read_bytes()
        for name in names
        if (elsewhere.run.path / name).exists()
    )


def live_at(there, number):
    return lambda watch: there.link.state == "live" and watch.story.update >= number


def test_it_looks_here_as_it_looks_there_and_follows_every_word(elsewhere):
    begin(elsewhere)
    there = elsewhere.open()
    watch = elsewhere.wait(there, live_at(there, 200))
    assert (watch.state, watch.story.updates) == ("running", 1125)
    assert there.folder.job() == elsewhere.run.job()
    with elsewhere.run.events.open("ab") as events:
        events.write(b'{"event":"paus')
        events.flush()
        time.sleep(0.2)
        events.write(b'ed","update":200}\n')
    assert elsewhere.wait(there, lambda watch: watch.state == "paused").story.paused
    elsewhere.written.end(NOW + 9, "stopped")
    states = []
    elsewhere.wait(there, lambda watch: states.append(watch.state) or watch.state == "stopped")
    assert set(states) <= {"paused", "stopped"}  # at no instant a run that nobody looks after
    assert same_bytes(elsewhere, there)


def test_what_is_asked_here_is_heard_there(elsewhere):
    begin(elsewhere, 10)
    there = elsewhere.open()
    elsewhere.wait(there, live_at(there, 10))
    there.send(Pause())
    there.send(SaveNow())
    commands = Tail(elsewhere.run.commands, Command)
    heard = []
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(heard) < 2 and time.monotonic() < deadline:
        heard += commands.read()
        time.sleep(0.02)
    assert [type(command) for command in heard] == [Pause, SaveNow]


def test_a_cut_keeps_what_was_there_tells_its_age_and_heals_where_it_left_off(elsewhere):
    begin(elsewhere, 50)
    there = elsewhere.open()
    elsewhere.wait(there, live_at(there, 50))
    elsewhere.network.cut()
    watch = elsewhere.wait(there, lambda _: "cannot be reached" in there.link.title)
    assert there.link.state == "cut"
    assert there.link.next_at > there.link.heard_at
    assert (watch.state, watch.story.update) == ("running", 50)
    assert 0 < time.time() - there.link.heard_at < 60
    with pytest.raises(RunProblem, match="cannot be reached now, so it was not asked"):
        there.send(Pause())
    elsewhere.written.write([update(51, 1.0, NOW + 60)])
    elsewhere.network.mend()
    assert elsewhere.wait(there, live_at(there, 51)).state == "running"
    assert same_bytes(elsewhere, there)
    assert not elsewhere.run.commands.exists()


def test_it_is_shown_as_last_heard_before_there_is_a_connection(elsewhere):
    begin(elsewhere, 30)
    there = elsewhere.open()
    elsewhere.wait(there, live_at(there, 30))
    there.close()
    elsewhere.network.cut()
    [again] = remote_runs(elsewhere.home)
    assert again.known
    again.connect()
    try:
        watch = elsewhere.wait(again, lambda watch: again.link.state == "cut" and watch.state == "running")
        assert watch.story.update == 30
    finally:
        again.close()


def test_another_run_of_that_name_is_read_anew(elsewhere):
    begin(elsewhere, 30)
    there = elsewhere.open(elsewhere.run.name)
    elsewhere.wait(there, live_at(there, 30))
    elsewhere.network.cut()
    elsewhere.run.events.unlink()
    elsewhere.written.write([*preparation(NOW + 1), *training(NOW + 1, 1, 40, losses(1125, seed=9))])
    elsewhere.network.mend()
    elsewhere.wait(there, lambda watch: there.link.generation == 1 and watch.story.update == 40)
    assert same_bytes(elsewhere, there)


@pytest.mark.parametrize(
    ("run", "command", "said"),
    [
        ("absent", (), "There is no run “absent”"),
        ("last", ("no-studio-here",), "There is no studio on zoe@workstation"),
        ("last", (sys.executable, "-c", "print('x'); raise SystemExit(2)"), "too old"),
    ],
)
def test_what_cannot_heal_is_said_and_not_tried_again(elsewhere, run, command, said):
    there = elsewhere.open(run, command)
    elsewhere.wait(there, lambda _: there.link.state == "refused")
    assert there.link.hint
    assert there.link.next_at == 0
    assert said in there.link.title
    with pytest.raises(RunProblem, match="was not asked"):
        there.send(Pause())


NEWER = """
import sys
request = b'{"type": "train", "method": {"type": "of the future"}}'
print('{"here":"begins","nightshift":1,"run":"dates","host":"attic"}', flush=True)
print('{"here":"replaced","file":"job.json","size":%d}' % len(request), flush=True)
sys.stdout.buffer.write(request)
sys.stdout.flush()
sys.stdin.read()
"""


def test_a_run_that_asks_for_what_is_not_known_here_is_refused_in_words(elsewhere):
    there = elsewhere.open("last", (sys.executable, "-c", NEWER))
    elsewhere.wait(there, lambda _: there.link.state == "refused")
    told = ("The studio on zoe@workstation is of another version.", "Update both to the same one.")
    assert (there.link.title, there.link.hint) == told


def test_trying_again_helps_once_somebody_did_something(elsewhere):
    begin(elsewhere, 5)
    elsewhere.network.cut("Permission denied (publickey,password).\n")
    there = elsewhere.open()
    elsewhere.wait(there, lambda _: there.link.state == "refused")
    elsewhere.network.mend()
    there.connect()
    elsewhere.wait(there, live_at(there, 5))


@pytest.mark.parametrize(
    ("said", "title", "passing"),
    [
        ("@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.", "another key", False),
        ("No ED25519 host key is known for h and you have requested strict checking.\nHost key verification failed.",
         "not known yet", False),
        ("zoe@h: Permission denied (publickey,password).", "asks for a password", False),
        ("ssh: Could not resolve hostname h: Name or service not known", "No computer called", True),
        ("ssh: connect to host h port 22: Connection refused", "cannot be reached", True),
        ("ssh: connect to host h port 22: No route to host", "cannot be reached", True),
        ("client_loop: send disconnect: Broken pipe", "connection to zoe@h ended", True),
    ],
)  # fmt: skip
def test_every_way_to_fail_has_its_sentence(said, title, passing):
    problem = explain("zoe@h", 255, said)
    assert title in problem.title
    assert problem.hint
    assert problem.passing == passing


@pytest.mark.parametrize(("exit_code", "title"), [(126, "no studio"), (127, "no studio"), (2, "too old")])
def test_what_the_command_over_there_says_is_not_taken_for_words_of_ssh(exit_code, title):
    assert title in explain("zoe@h", exit_code, "env: nightshift: Permission denied").title


def test_a_server_needs_no_window_no_torch_and_little_time():
    code = "import sys, studio.remote.serve; print(*{'PySide6', 'torch', 'numpy', 'pyarrow', 'typer'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "\n"


@pytest.mark.parametrize(
    "text",
    [
        "-oProxyCommand=touch x:run", "-oProxyCommand=x@host:run", "zoe@-host:run", "host:-run", "host:../run", "host:",
        ":run", "host", "ho st:run", "host;x:run", "host:run;x", "host:$(x)", "host\n:run", "a@b@c:run",
        "`x`:run", "host:a/b", "zoe@[::1;]:run", "",
    ],
)  # fmt: skip
def test_a_name_that_is_none_is_refused(text):
    with pytest.raises(RunProblem):
        read_address(text)


@pytest.mark.parametrize("text", ["zoe@host:last", "alias:2026-11-21-1432-dates", "z@10.0.0.1:x", "z@[fe80::1]:x"])
def test_a_name_is_read_and_written_alike(text):
    assert str(read_address(text)) == text
    assert looks_remote(text)


def test_how_the_studio_is_started_there_may_stand_behind_the_address():
    assert read_followed(" zoe@host:last ") == (read_address("zoe@host:last"), ())
    assert read_followed("host:x '/opt/a b/nightshift' -v")[1] == ("/opt/a b/nightshift", "-v")
    with pytest.raises(RunProblem, match="quotation marks"):
        read_followed("host:x '/opt")


def test_ssh_is_the_users_own_and_checks_keys_as_the_user_does(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    words = ssh_command(read_host("zoe@host"), ["nightshift", "a b", "$HOME", "'", "-x"])
    options, there = words[: words.index("--")], words[words.index("--") + 1 :]
    assert not [word for word in options if "HostKey" in word or "KnownHosts" in word or word in ("-i", "-F", "-A")]
    assert "BatchMode=yes" in options
    assert there[0] == "zoe@host"
    script = there[1].replace("nightshift", r"printf %s\\n")
    arrived = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True).stdout.splitlines()
    assert arrived == ["a b", "$HOME", "'", "-x"]


def test_from_a_terminal_it_is_watched_to_its_end_and_asked_by_its_address(elsewhere, capsys, monkeypatch):
    begin(elsewhere, 20)
    elsewhere.written.write([Paused(update=20)])
    elsewhere.written.end(NOW + 900, "stopped")
    command, home = shlex.join(elsewhere.command), elsewhere.home.folder

    def answer():
        return json.loads(capsys.readouterr().out.splitlines()[-1])

    watch("zoe@workstation:last", command, home, json=True)
    assert [(said := answer())["state"], said["update"], said["run"]] == ["stopped", 20, elsewhere.run.name]
    runs("zoe@workstation", command, home, json=True)
    assert [run["run"] for run in answer()["runs"]] == [elsewhere.run.name]
    monkeypatch.setenv("NIGHTSHIFT_THERE", command)
    with pytest.raises(RunProblem, match="is stopped, so there is nothing to pause"):
        pause("zoe@workstation:last", home)
    assert not list_runs(elsewhere.home)
    assert not remote_runs(elsewhere.home)
    assert not list(elsewhere.home.jobs.glob("*/*"))


def test_a_follower_that_is_killed_is_followed_by_another(elsewhere):
    begin(elsewhere, 20)
    there = elsewhere.open()
    elsewhere.wait(there, live_at(there, 20))
    there._process.kill()
    elsewhere.wait(there, lambda _: there.link.state == "cut")
    with pytest.raises(RunProblem, match="was not asked"):
        there.send(Pause())
    elsewhere.written.write([update(21, 1.0, NOW + 60)])
    elsewhere.wait(there, live_at(there, 21))
    assert same_bytes(elsewhere, there)
