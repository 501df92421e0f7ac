"""The other ranks as rank 0 sees them: what they say, how they end, and which card each of them gets."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest
import torch

import studio.engine.other_ranks as other_ranks_module
from studio.engine.other_ranks import OtherRanks, journal_of, share_devices
from studio.errors import MemoryProblem, ModelProblem
from studio.events import JobFailed, MemoryRecovered, WorkerEvent
from studio.hardware.detect import Device, Machine
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal, Tail
from tests.support.nightshift import PATIENCE_SECONDS


def other_ranks(monkeypatch, folder, code):
    """Rank 0's view of one other rank that runs this code, and what rank 0 passes on."""
    monkeypatch.setattr(
        other_ranks_module,
        "_start",
        lambda: subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE),
    )
    told = []
    return OtherRanks(RunFolder(folder), 2, told.append), told


def test_rank_0_passes_on_what_another_said_and_raises_what_ended_it(monkeypatch, tmp_path):
    others, told = other_ranks(monkeypatch, tmp_path, "import sys; sys.stdin.read(); sys.exit(30)")
    with others:
        recovered = MemoryRecovered(update=3, rows=4, longest=9, token_budget=18, how="smaller micro-batches")
        with Journal(journal_of(others._meeting, 1)) as journal:
            journal.append(recovered)
            others.look()
            assert told == [recovered]
            journal.append(JobFailed(title="Even one row does not fit.", hint="Cut it.", kind="MemoryProblem"))
        others._processes[0].stdin.close()
        others._processes[0].wait()
        with pytest.raises(MemoryProblem, match="Even one row does not fit") as raised:
            others.look()
        assert raised.value.hint == "Cut it."
    others.look()  # once they are dismissed nobody misses them
    assert not list(tmp_path.glob(".ranks-*"))


def test_a_rank_that_ignores_the_end_of_its_pipe_is_ended(monkeypatch, tmp_path):
    monkeypatch.setattr(other_ranks_module, "_GRACE_SECONDS", 0.5)
    others, _ = other_ranks(monkeypatch, tmp_path, "import time; time.sleep(100)")
    others.dismiss()
    assert others._processes[0].poll() is not None


def test_a_rank_leaves_with_its_pipe_whatever_it_does(tmp_path):
    code = "import signal, sys, time; from studio.engine.rank import _listen; import queue, threading;" \
           "threading.Thread(target=_listen, args=(queue.Queue(),), daemon=True).start(); time.sleep(100)"  # fmt: skip
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(PATIENCE_SECONDS) == 0


def test_every_rank_gets_a_card_of_its_own_those_with_the_most_free_memory_first(monkeypatch):
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 3)
    gpus = [card(0, 20), card(1, 8), card(2, 16)]
    machine = Machine(devices=(*gpus, card(0, 4, kind="cpu")), gpu_state="ok", words="")
    first = torch.device("cuda:0")
    assert share_devices(first, gpus[0], machine, 1, None) == ([first], (gpus[0],))
    devices, cards = share_devices(first, gpus[0], machine, 2, None)
    assert [str(each) for each in devices] == ["cuda:0", "cuda:2"]
    assert [each.free_bytes for each in cards] == [20, 16]
    assert [each.free_bytes for each in share_devices(first, gpus[0], machine, 3, "cuda:0")[1]] == [20, 16, 8]
    with pytest.raises(ModelProblem, match="only 3 GPUs for 4"):
        share_devices(first, gpus[0], machine, 4, None)
    processor = torch.device("cpu")
    assert share_devices(processor, machine.devices[-1], machine, 4, "cpu")[0] == [processor] * 4
    with pytest.raises(ModelProblem, match="no GPU for 2"):
        share_devices(processor, machine.devices[-1], machine, 2, None)


def card(index, free, kind="cuda"):
    return Device(id=f"{kind}:{index}", name=f"Card {index}", kind=kind, index=index, total_bytes=24, free_bytes=free)


WATCHED = """
import os, subprocess, sys, time
from pathlib import Path
import studio.engine.other_ranks as others
from studio.runs.folder import RunFolder
from studio.runs.journal import Journal
from studio.events import WorkerEvent

case, folder = sys.argv[1:]
others._GRACE_SECONDS = 1.0
if case == "is silent":
    others.PATIENCE_SECONDS = 3.0
others._start = lambda: subprocess.Popen(
    [sys.executable, "-c", "import os; os._exit(7)" if case == "dies" else "import sys; sys.stdin.read()"],
    stdin=subprocess.PIPE,
)
rank_0 = others.OtherRanks(RunFolder(Path(folder)), 2, Journal(Path(folder) / "events.jsonl").append)
rank_0.ranks.waiting_since = time.monotonic()  # as in an exchange between cards, which never fails by itself
time.sleep(600)
"""


@pytest.mark.parametrize(("case", "words"), [("dies", "exit code 7"), ("is silent", "has not answered")])
def test_rank_0_ends_in_words_where_it_would_wait_for_the_dead(tmp_path, case, words):
    done = psutil.Popen([sys.executable, "-c", WATCHED, case, str(tmp_path)], cwd=Path(__file__).parents[2])
    assert done.wait(PATIENCE_SECONDS) == 50, "the foreman then starts another worker"
    (told,) = Tail(tmp_path / "events.jsonl", WorkerEvent).read()
    assert isinstance(told, JobFailed)
    assert words in told.title
