"""Ranks that torchrun started: what is written of them, who looks after them, and how they go on after a death."""

import os
import signal
import subprocess
import sys
import time

import pytest

from studio.cluster.torchrun import read_nodes, torchrun_command
from studio.commands import Resume
from studio.engine.touch import Place, interface_of, place_of
from studio.errors import PlanProblem, SpaceProblem
from studio.events import CheckpointSaved, Event, RunEnded, StageStarted, UpdateFinished, WorkerEvent
from studio.foreman import requests
from studio.foreman.queue import wanted
from studio.foreman.requests import send
from studio.job import Data, Full, Learning, TrainJob
from studio.paths import open_home
from studio.runs.book import Book
from studio.runs.endings import TRIES
from studio.runs.exit_codes import LEFT
from studio.runs.folder import create_run, list_runs
from studio.runs.journal import Journal, Tail
from studio.runs.lease import holder_of
from studio.starter import STARTER_MODEL
from tests.support.nightshift import PATIENCE_SECONDS, Nightshift

ENVIRONMENT = {
    "RANK": "5", "LOCAL_RANK": "1", "WORLD_SIZE": "8", "LOCAL_WORLD_SIZE": "4", "GROUP_RANK": "1",
    "MASTER_ADDR": "10.0.0.1", "MASTER_PORT": "29500", "TORCHELASTIC_RUN_ID": "none", "TORCHELASTIC_RESTART_COUNT": "0",
}  # fmt: skip


@pytest.fixture
def run(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(f'{{"question": "{n} and 1?", "answer": "{n + 1}"}}\n' for n in range(100)))
    job = TrainJob(
        name="sums",
        model=str(STARTER_MODEL),
        data=Data(train=str(rows)),
        method=Full(),  # no rank but the first then loads peft
        learning=Learning(effective_batch_size=8, updates=12, evaluate_every=12),
        device="cpu",
        checkpoint_every_seconds=0.0,
    )
    return create_run(open_home(tmp_path / "home"), job, by_torchrun=True)


# Where they meet


def test_what_torchrun_says_of_a_rank_is_understood():
    place = place_of(ENVIRONMENT)
    assert (place.rank, place.local_rank, place.world_size, place.node) == (5, 1, 8, 1)
    assert place.has_other_hosts
    with pytest.raises(KeyError):
        place_of({})


def test_ranks_of_several_computers_never_meet_over_loopback():
    place = Place(
        rank=0, local_rank=0, world_size=2, local_world_size=1, node=0, host="127.0.0.1", port=1, meeting="none/0"
    )
    names = {"lo": ["127.0.0.1"], "eth0": ["10.0.0.5"], "ib0": ["10.1.0.5"]}
    assert interface_of(place, lambda: names) == "eth0"
    alone = Place(
        rank=0, local_rank=0, world_size=2, local_world_size=2, node=0, host="127.0.0.1", port=1, meeting="none/0"
    )
    assert interface_of(alone, lambda: names) is None


def test_an_address_is_taken_with_and_without_a_port_and_a_wrong_call_is_told_in_words():
    nodes = read_nodes(2, 1, "node-1.cluster", 4)
    assert (nodes.host, nodes.port, nodes.processes_per_node) == ("node-1.cluster", 29500, 4)
    told = torchrun_command("python", nodes, "/runs/dates")
    assert told[-3:] == ["-m", "studio.engine.node", "/runs/dates"]
    assert "--node-rank=1" in told
    assert read_nodes(2, 0, "10.0.0.1:1234", None).port == 1234
    for rank, address in ((2, "host:1"), (-1, "host:1"), (0, None), (0, "host port")):
        with pytest.raises(PlanProblem):
            read_nodes(2, rank, address, None)


def test_a_wrong_call_is_told_before_anything_begins(tmp_path):
    nightshift = Nightshift(tmp_path / "home")
    words = ["train", "--model", str(STARTER_MODEL), "--data", "rows.jsonl", "--effective-batch", "8"]
    code, told, _ = nightshift.call(*words, "--nodes", "2")
    assert (code, told["error"]["title"]) == (1, "Several computers need a place to meet.")
    assert not list_runs(nightshift.home)


# What is written of them


def attempt(run, exit_code, update=None):
    """A worker's whole life as the journals tell it; whether the run has ended."""
    book = Book(run)
    book.begin()
    with Journal(run.events) as journal:
        journal.append(StageStarted(stage="importing"))
        if update is not None:
            journal.append(CheckpointSaved(update=update, folder=f"update-{update:06d}", size_bytes=1, seconds=0.1))
    return book.end(exit_code)


def test_a_run_goes_on_as_long_as_it_gets_further(run):
    for update in range(1, 6):
        assert attempt(run, 50, update) is None
    assert Book(run).attempt == 6
    ending = attempt(run, 0)
    assert ending is not None
    assert ending.outcome == "finished"
    assert Book(run).finished


def test_as_many_as_get_no_further_end_it_and_leaving_is_no_failure(run):
    for _ in range(TRIES + 2):
        assert attempt(run, LEFT) is None
    endings = [attempt(run, 50, update=None) for _ in range(TRIES)]
    assert [each is None for each in endings] == [True] * (TRIES - 1) + [False]
    assert endings[-1].outcome == "failed"
    assert attempt(run, 50) is None  # somebody started it once more


def test_the_same_checkpoint_again_is_no_progress(run):
    assert attempt(run, 50, 7) is None
    endings = [attempt(run, SpaceProblem.exit_code, 7) for _ in range(TRIES)]
    assert endings[-1] is not None


def test_the_foreman_leaves_it_alone_until_somebody_resumes_it_here(run, monkeypatch):
    assert wanted(run) is None
    with Journal(run.foreman_events) as journal:
        journal.append(RunEnded(outcome="stopped", commands_to=0))
    monkeypatch.setattr(requests, "ensure_foreman", lambda _home: None)  # else a real one would train
    send(run.home, run, Resume())
    found = wanted(run)
    assert found is not None
    assert found.run == run


# Two of them


@pytest.mark.storm
def test_two_ranks_of_which_one_is_killed_go_on_from_the_last_checkpoint(run):
    """torchrun starts both again; every update is there once, none is left out."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    words = ["--standalone", "--nproc-per-node=2", "--max-restarts=1", "-m", "studio.engine.node", str(run.path)]
    torchrun = subprocess.Popen(
        [sys.executable, "-m", "torch.distributed.run", *words],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        while not any(isinstance(each, CheckpointSaved) for each in told(run)):
            assert torchrun.poll() is None, torchrun.communicate()[0]
            time.sleep(0.05)
        os.kill(holder_of(run.worker_lease).pid, signal.SIGKILL)
        printed = torchrun.communicate(timeout=PATIENCE_SECONDS)[0]
        assert torchrun.returncode == 0, printed
    finally:
        torchrun.kill()
    updates = [each.update for each in told(run) if isinstance(each, UpdateFinished)]
    assert sorted(set(updates)) == list(range(1, 13))
    assert (run.result / "README.md").is_file()
    spawned = [each for each in Tail[Event](run.foreman_events, Event).read() if type(each).__name__ == "WorkerSpawned"]
    assert [each.attempt for each in spawned] == [1, 2]


def told(run):
    return Tail[WorkerEvent](run.events, WorkerEvent).read()
