"""What ranks on several computers know of each other: orders, words, files, and who is silent."""

import json
import threading
import time
from contextlib import suppress

import pytest
from torch.distributed import HashStore, TCPStore

import studio.engine.touch as touch_module
from studio.engine.carry import PIECE_BYTES, files_to_carry, receive, send
from studio.engine.touch import AGAIN, Place, Touch, Words, say_ended
from studio.errors import EngineProblem
from studio.events import JobFailed, UpdateSkipped
from studio.paths import open_home
from tests.support.nightshift import PATIENCE_SECONDS
from tests.support.to_move import small_model, stopped_run


@pytest.fixture
def places():
    """Two ranks on two computers, whose torchrun is this process."""
    store = TCPStore("127.0.0.1", 0, None, True, wait_for_workers=False)
    common = {"local_rank": 0, "world_size": 2, "local_world_size": 1, "host": "127.0.0.1", "port": store.port}
    yield [Place(rank=rank, node=rank, meeting="none/0", **common) for rank in range(2)]
    del store


def wait_until(so):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_rank_that_gives_no_sign_of_life_is_found(places, monkeypatch):
    monkeypatch.setattr(touch_module, "_BEAT_SECONDS", 0.05)
    first, second = Touch(places[0]), Touch(places[1])
    wait_until(lambda: second._beats[0] and first._beats[1])
    assert first.silent() is None
    second.end()
    monkeypatch.setattr(touch_module, "SILENT_SECONDS", 0.2)
    wait_until(lambda: first.silent() == 1)
    first.end()


def test_the_end_of_the_work_reaches_every_rank(places, monkeypatch):
    monkeypatch.setattr(touch_module, "_BEAT_SECONDS", 0.05)
    second = Touch(places[1])
    assert second.ended is None
    say_ended(places[0].store(), AGAIN)
    wait_until(lambda: second.ended == AGAIN)
    second.end()


def test_words_arrive_once_and_in_their_order(places):
    said, heard = Words(places[1].store(), 1), Words(places[0].store(), 1)
    assert heard.read() == []
    told = [UpdateSkipped(update=number, reason="left out") for number in range(3)]
    told.append(JobFailed(title="It broke.", hint="", kind="EngineProblem"))
    arrived = []

    def have_come(count):
        arrived.extend(heard.read())
        return len(arrived) >= count

    for each in told[:2]:
        said.append(each)
    wait_until(lambda: have_come(2))
    for each in told[2:]:
        said.append(each)
    wait_until(lambda: have_come(4))
    assert arrived == told
    assert heard.read() == []


@pytest.fixture
def run(tmp_path):
    found = stopped_run(open_home(tmp_path / "home"), small_model(tmp_path / "model"))
    (found.data / "large.bin").write_bytes(bytes(range(256)) * (PIECE_BYTES // 256) + b"and more")
    (found.data / "empty.bin").touch()
    return found


def test_another_computer_gets_request_rows_and_the_newest_checkpoint(run, tmp_path):
    store = HashStore()
    work = [(send, (store, run, 2, lambda: None)), (receive, (store, tmp_path / "elsewhere"))]
    threads = [threading.Thread(target=what, args=arguments, daemon=True) for what, arguments in work]
    for each in threads:
        each.start()
    arrived = receive(store, tmp_path / "there")
    for each in threads:
        each.join(PATIENCE_SECONDS)
    names = {path.relative_to(run.path) for path in files_to_carry(run)}
    assert {str(name.parts[0]) for name in names} == {"job.json", "data", "checkpoints"}
    assert {path.relative_to(arrived.path) for path in arrived.path.rglob("*") if path.is_file()} == names
    assert all((arrived.path / name).read_bytes() == (run.path / name).read_bytes() for name in names)
    assert [path.name for path in arrived.checkpoints.iterdir()] == ["update-000030"]
    assert not any(store.check([f"piece-{number}"]) for number in range(20))  # nothing fills a memory


def test_a_file_that_was_changed_on_its_way_is_refused(run, tmp_path, monkeypatch):
    monkeypatch.setattr("studio.engine.carry.sha256_of", str)  # the path, which is another one there
    store, refused = HashStore(), threading.Event()

    def look():
        if refused.is_set():
            raise EngineProblem("The other one is gone.")

    def try_to_send():
        with suppress(EngineProblem):
            send(store, run, 1, look)

    sender = threading.Thread(target=try_to_send, daemon=True)
    sender.start()
    with pytest.raises(EngineProblem, match="did not arrive"):
        receive(store, tmp_path / "there")
    refused.set()
    sender.join(PATIENCE_SECONDS)
    assert not sender.is_alive()


@pytest.mark.parametrize("path", ["../outside", "/etc/outside", "data/../../outside", "here.json", ""])
def test_what_leads_out_of_the_folder_is_refused(tmp_path, path):
    store = HashStore()
    store.set("piece-0", json.dumps([{"path": path, "size": 1, "sha256": ""}]))
    store.set("piece-1", "x")
    with pytest.raises(EngineProblem, match="no file that ranks need"):
        receive(store, tmp_path / "run" / "there")
    assert list(tmp_path.iterdir()) == []
