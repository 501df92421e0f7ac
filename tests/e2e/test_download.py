"""`nightshift download` and its neighbours as a user meets them, against a stand-in for the hub on this computer."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import psutil
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from studio.events import JobFailed
from studio.foreman.downloading import Download
from studio.job import DownloadJob
from studio.models.download_events import (
    DownloadFinished,
    DownloadPaused,
    DownloadProgressed,
    DownloadResumed,
    DownloadStarted,
    DownloadStopped,
)
from studio.models.origin import draft_of, folder_of
from studio.models.token import keep_token
from studio.paths import Home
from studio.starter import STARTER_MODEL
from tests.fakes.hub import TOKEN, FakeHub, Fault, Model
from tests.support.nightshift import PATIENCE_SECONDS, ROOT, Nightshift

NAME, WEIGHTS = "night/starter", "model.safetensors"
SLOW = Fault("storage", times=99, bytes_per_second=3e5)  # to its end it would take twenty seconds


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeHub]:
    fake = FakeHub()
    files = {path.name: path.read_bytes() for path in STARTER_MODEL.iterdir() if path.is_file()}
    fake.models[NAME] = Model(files)
    monkeypatch.setenv("HF_ENDPOINT", fake.endpoint)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setenv("HF_TOKEN_PATH", str(tmp_path / "nothing"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield fake
    keyring.set_keyring(before)
    fake.close()


@pytest.fixture
def nightshift(tmp_path: Path) -> Nightshift:
    return Nightshift(tmp_path / "home")


def until(download: Download, so: Callable[[list[Any]], bool]) -> list[Any]:
    """All that it told until something is so."""
    told: list[Any] = []
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not so(told):
        assert time.monotonic() < deadline, told
        told += download.poll()
        time.sleep(0.02)
    return told


def started(home: Home, name: str = NAME) -> Download:
    return Download(home, DownloadJob(model=name))


def in_the_weights(told: list[Any]) -> bool:
    return any(isinstance(event, DownloadProgressed) and event.file == WEIGHTS for event in told)


def has_paused(told: list[Any]) -> bool:
    return any(isinstance(event, DownloadPaused) for event in told)


def holders(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]


def test_a_model_is_downloaded_and_can_be_planned(hub: FakeHub, nightshift: Nightshift) -> None:
    code, answer, said = nightshift.call("download", NAME)
    assert code == 0, said
    assert (answer["model"], answer["revision"]) == (NAME, "a" * 40)
    folder = answer["folder"]
    code, plan, said = nightshift.call("plan", "--model", folder, "--lengths", "64", "--effective-batch", "8")
    assert code == 0, said
    assert plan["fits"]
    again = nightshift.call("download", NAME)[1]
    assert {**again, "at": 0} == {**answer, "at": 0}


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        (("night/nothing",), "There is no model night/nothing on the hub"),
        (("Qwen3-9B",), "There is no model “Qwen3-9B” in the catalog."),
        (("../../etc",), "is no name of a model."),
        ((NAME, "--revision", "v9"), "has no version “v9”."),
    ],
)
def test_what_cannot_be_downloaded_is_said_in_words(
    hub: FakeHub, nightshift: Nightshift, arguments: tuple[str, ...], title: str
) -> None:
    code, answer, said = nightshift.call("download", *arguments)
    assert code == 1
    assert title in answer["error"]["title"]
    assert answer["error"]["hint"]
    assert "Traceback" not in said


def test_a_pause_a_kill_and_an_interruption_lose_nothing(hub: FakeHub, nightshift: Nightshift) -> None:
    hub.faults, home = [SLOW], nightshift.home
    first = started(home)
    until(first, in_the_weights)
    first.pause()
    until(first, has_paused)
    part = draft_of(home, NAME) / f"{WEIGHTS}.part"
    size = part.stat().st_size
    time.sleep(0.3)
    assert part.stat().st_size == size, "nothing arrives in a pause"
    first.resume()
    told = until(first, in_the_weights)
    assert any(isinstance(event, DownloadResumed) for event in told)
    os.kill(first._process.pid, signal.SIGKILL)
    until(first, lambda _: first.ended is not None)
    assert isinstance(first.ended, JobFailed)
    assert "kept" in first.ended.hint
    first.close()

    second = started(home)
    begun = next(event for event in until(second, in_the_weights) if isinstance(event, DownloadStarted))
    assert begun.have_bytes >= size
    second.close()
    until(second, lambda _: second.ended is not None)
    assert second.ended == DownloadStopped(kept=True, at=second.ended.at)

    hub.faults = []
    third = started(home)
    until(third, lambda _: third.ended is not None)
    third.close()
    assert isinstance(third.ended, DownloadFinished)
    assert (folder_of(home, NAME) / WEIGHTS).read_bytes() == (STARTER_MODEL / WEIGHTS).read_bytes()
    begins = [int(span.removeprefix("bytes=").rstrip("-") or 0) for span in hub.downloads_of(WEIGHTS)]
    assert begins == sorted(begins)
    assert begins[0] == 0 < begins[1] < begins[-1], "no byte of the weights was asked for twice but what a kill took"


def test_cancelling_removes_what_is_here(hub: FakeHub, nightshift: Nightshift) -> None:
    hub.faults = [SLOW]
    download = started(nightshift.home)
    until(download, in_the_weights)
    download.cancel()
    until(download, lambda _: download.ended is not None)
    download.close()
    assert download.ended == DownloadStopped(kept=False, at=download.ended.at)
    assert not draft_of(nightshift.home, NAME).exists()


def test_two_downloads_of_one_model_do_not_meet(hub: FakeHub, nightshift: Nightshift) -> None:
    hub.faults = [SLOW]
    first = started(nightshift.home)
    until(first, in_the_weights)
    first.pause()
    second = started(nightshift.home)
    until(second, lambda _: second.ended is not None)
    assert isinstance(second.ended, JobFailed)
    assert "being downloaded already" in second.ended.title
    hub.faults = []
    first.resume()
    until(first, lambda _: first.ended is not None)
    assert isinstance(first.ended, DownloadFinished)
    first.close()
    second.close()


def test_ctrl_c_keeps_what_is_here(hub: FakeHub, nightshift: Nightshift) -> None:
    hub.faults = [SLOW]
    command = [sys.executable, "-m", "studio", "download", NAME, "--home", str(nightshift.home.folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    part = draft_of(nightshift.home, NAME) / f"{WEIGHTS}.part"
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not part.exists() or part.stat().st_size < 500_000:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert part.stat().st_size >= 500_000
    hub.faults = []
    assert nightshift.call("download", NAME)[0] == 0
    assert hub.downloads_of(WEIGHTS)[-1] != ""


def test_a_gated_model_from_its_refusal_to_its_download(hub: FakeHub, nightshift: Nightshift) -> None:
    hub.models[NAME].gated = True
    code, answer, _ = nightshift.call("download", NAME)
    assert code == 1
    assert "agree to its licence" in answer["error"]["title"]
    assert "`nightshift token`" in answer["error"]["hint"]
    keep = [sys.executable, "-m", "studio", "token", "--home", str(nightshift.home.folder)]
    told = subprocess.run(keep, cwd=ROOT, input=f"{TOKEN}\n", capture_output=True, text=True, check=True)
    assert "only you can read" in told.stdout
    code, answer, said = nightshift.call("download", NAME)
    assert code == 0, said
    assert TOKEN not in told.stdout + told.stderr + said


def test_the_token_is_nowhere_but_where_it_is_kept(hub: FakeHub, nightshift: Nightshift) -> None:
    """Not in logs, events, requests, arguments or environments, after success and after every kind of failure."""
    home = nightshift.home
    keep_token(home, TOKEN)
    hub.models[NAME].gated = True
    hub.faults = [Fault("config.json", status=403)]
    assert nightshift.call("download", NAME)[0] == 1
    hub.faults = [SLOW]
    download = started(home)
    until(download, in_the_weights)
    process = psutil.Process(download._process.pid)
    assert not any(TOKEN in each for each in process.cmdline())
    assert TOKEN not in json.dumps(process.environ())
    download.pause()
    until(download, has_paused)
    hub.faults = []
    download.resume()
    until(download, lambda _: download.ended is not None)
    download.close()
    assert isinstance(download.ended, DownloadFinished)
    assert holders(home.folder) == [str(home.folder / "hub-token")]


def test_an_unexpected_failure_is_logged_without_the_token(hub: FakeHub, nightshift: Nightshift) -> None:
    keep_token(nightshift.home, TOKEN)
    (nightshift.home.folder / "models").mkdir()
    (nightshift.home.folder / "models" / ".unfinished").write_text("a file where a folder should be")
    code, answer, said = nightshift.call("download", NAME)
    assert code == 1
    assert answer["error"]["hint"]
    assert "Traceback" not in said
    assert holders(nightshift.home.folder) == [str(nightshift.home.folder / "hub-token")]


def test_the_process_is_free_of_torch(hub: FakeHub, nightshift: Nightshift) -> None:
    code = "import studio.foreman.downloader, sys; print({'torch', 'transformers', 'peft'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert found.strip() == "set()"


def test_models_are_searched_and_judged(hub: FakeHub, nightshift: Nightshift, tmp_path: Path) -> None:
    hub.models["someone/qwen3-tuned"] = Model({})
    options = ("--gpu", "RTX 3090", "--lengths", "512", "--effective-batch", "32")
    code, answer, said = nightshift.call("models", "--search", "qwen3", *options)
    assert code == 0, said
    fits = {each["id"]: each["fit"] for each in answer["models"]}
    assert (fits["Qwen/Qwen3-0.6B"], fits["Qwen/Qwen3-14B"]) == ("with room", "in 4 bits")
    assert [each["id"] for each in answer["hub"]] == ["someone/qwen3-tuned"]
    said = nightshift.say("models", "--search", "qwen3-14b", "--no-hub", *options, "--gpus", "2")
    assert "fits when divided between 2 GPUs: each needs at least" in said
    assert said.rstrip().endswith("The result is the same; an update takes longer.")
    rows = io.StringIO()
    for number in range(40):
        print(json.dumps({"prompt": f"Question {number}?", "completion": "word " * 20_000}), file=rows)
    (tmp_path / "long.jsonl").write_text(rows.getvalue())
    given = ("--gpu", "3090", "--data", str(tmp_path / "long.jsonl"), "--max-seq-len", "30000")
    longer = nightshift.call("models", "--search", "qwen3-4b", *given)[1]
    assert [each["fit"] for each in longer["models"]] == ["with checkpointing"] * 2
    hub.close()
    said = nightshift.say("models", "--search", "qwen3-14b", *options)
    assert "fits in 4 bits: needs at least" in said
    assert "cannot be searched now" in said
