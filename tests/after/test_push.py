"""An export goes to the hub whole, once, privately, and nothing else goes with it; trouble on the way is told."""

from __future__ import annotations

import json
import time
from pathlib import Path

import huggingface_hub.utils._http as hub_http
import pytest
from huggingface_hub import constants

from studio.after import AfterEvent, AfterFailed, Noted, Progressed, Pushed, PushJob
from studio.errors import HubProblem, RunProblem
from studio.export import push as push_module
from studio.export.push import push
from studio.foreman.ask import Assistant
from studio.models.token import keep_token
from studio.paths import Home
from tests.fakes.hub import TOKEN, FakeHub, Fault, Model

NAME = "night/dates"
pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")  # huggingface_hub sends so
WEIGHTS = "adapter_model.safetensors"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr(hub_http.time, "sleep", lambda _seconds: None)
    fake = FakeHub()
    yield fake
    fake.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As an export is found."""
    folder = tmp_path / "adapter"
    folder.mkdir()
    (folder / WEIGHTS).write_bytes(b"weights" * 1000)
    for name in ("README.md", "proof.json", "adapter_config.json", "tokenizer.json"):
        (folder / name).write_text("{}")
    return folder


def send(fake: FakeHub, folder: Path, *, told: list[AfterEvent] | None = None, private: bool = True) -> Pushed:
    tell = (told if told is not None else []).append
    job = PushJob(folder=str(folder), name=NAME, private=private)
    return push(job, TOKEN, tell, endpoint=fake.endpoint, pauses=(0.0, 0.0))


def test_an_export_arrives_whole_and_private_and_its_rows_do_not(hub: FakeHub, folder: Path) -> None:
    (folder / "train.jsonl").write_text('{"prompt": "secret"}')
    (folder / "rows.csv").write_text("secret")
    told: list[AfterEvent] = []
    pushed = send(hub, folder, told=told)
    model = hub.models[NAME]
    assert model.private
    assert pushed.private
    assert set(model.files) == {path.name for path in folder.iterdir()} - {"train.jsonl", "rows.csv"} | {
        ".gitattributes"
    }
    assert model.files[WEIGHTS] == (folder / WEIGHTS).read_bytes()
    assert (pushed.address, pushed.revision) == (f"{hub.endpoint}/{NAME}", model.revision)
    sizes = [event.done for event in told if isinstance(event, Progressed)]
    assert sizes == sorted(sizes)
    assert sizes[-1] == pushed.size_bytes
    assert hub.storage_saw_tokens == [], "the token goes to the hub alone"


def test_it_may_be_public_where_that_is_asked(hub: FakeHub, folder: Path) -> None:
    send(hub, folder, private=False)
    assert not hub.models[NAME].private
    with pytest.raises(HubProblem, match="everybody can see it"):
        send(hub, folder)


def test_after_a_cut_it_goes_on_and_before_the_commit_nothing_is_to_be_seen(hub: FakeHub, folder: Path) -> None:
    (folder / "model.gguf").write_bytes(b"more" * 5000)
    hub.faults = [Fault("/commit/", times=1, status=503)]
    told: list[AfterEvent] = []
    send(hub, folder, told=told)
    assert [event.title for event in told if isinstance(event, Noted)] == [
        "The hub has trouble of its own (answer 503)."
    ]
    assert len(hub.sent) == len(set(hub.sent)) == 2, "no file is sent twice"


def test_a_second_attempt_after_the_end_of_the_process_sends_only_what_is_missing(hub: FakeHub, folder: Path) -> None:
    (folder / "model.gguf").write_bytes(b"more" * 5000)
    hub.faults = [Fault("/commit/", times=9, status=503)]
    with pytest.raises(HubProblem, match="trouble of its own"):
        send(hub, folder)
    assert set(hub.models[NAME].files) == {".gitattributes"}
    hub.faults = []
    before = len(hub.sent)
    send(hub, folder)
    assert len(hub.sent) == before == 2


def test_a_large_file_that_the_storage_refuses_for_now_is_sent_again(hub: FakeHub, folder: Path) -> None:
    hub.faults = [Fault("PUT", times=8, status=503)]
    told: list[AfterEvent] = []
    send(hub, folder, told=told)
    assert any(isinstance(event, Noted) for event in told)
    assert hub.models[NAME].files[WEIGHTS] == (folder / WEIGHTS).read_bytes()


def test_pushing_again_replaces_what_was_ours_and_never_what_is_not(hub: FakeHub, folder: Path) -> None:
    send(hub, folder)
    (folder / "adapter_config.json").unlink()
    (folder / "config.json").write_text("{}")
    send(hub, folder)
    assert "adapter_config.json" not in hub.models[NAME].files
    assert "config.json" in hub.models[NAME].files
    hub.models[NAME] = Model({"README.md": b"mine", "pytorch_model.bin": b"mine"}, private=True)
    with pytest.raises(HubProblem, match="holds something else"):
        send(hub, folder)
    assert hub.models[NAME].files["README.md"] == b"mine"


def test_what_the_hub_holds_otherwise_is_never_called_done(
    hub: FakeHub, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(content: bytes) -> bytes:
        return content[:-1] + b"x"

    keep = Model.siblings
    monkeypatch.setattr(
        Model, "siblings", lambda model: keep(Model({name: damaged(each) for name, each in model.files.items()}))
    )
    with pytest.raises(HubProblem, match="otherwise than it was sent"):
        send(hub, folder)


@pytest.mark.parametrize(
    ("make", "token", "title"),
    [
        (lambda hub: None, None, "without your token"),
        (lambda hub: None, "hf_" + "Other" * 5, "does not accept your token"),
        (lambda hub: setattr(hub, "may_write", False), TOKEN, "may not write to night/dates"),
        (lambda hub: hub.close(), TOKEN, "cannot be reached"),
        (lambda hub: hub.faults.append(Fault("/repos/create", status=400)), TOKEN, "did not take"),
    ],
    ids=["no token", "unknown token", "may only read", "no connection", "refused"],
)
def test_every_refusal_is_a_sentence_with_a_hint(
    hub: FakeHub, folder: Path, make, token: str | None, title: str
) -> None:
    make(hub)
    with pytest.raises(HubProblem, match=title) as caught:
        push(PushJob(folder=str(folder), name=NAME), token, lambda _: None, endpoint=hub.endpoint, pauses=())
    assert caught.value.hint


def test_only_what_is_proved_goes(hub: FakeHub, folder: Path) -> None:
    (folder / "proof.json").unlink()
    with pytest.raises(RunProblem, match="no proved export"):
        send(hub, folder)
    assert hub.asked == []


def test_a_process_of_its_own_sends_it_and_may_be_cancelled(
    hub: FakeHub, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setenv("HF_HUB_DISABLE_XET", "1")
    home = Home(tmp_path / "home")
    keep_token(home, TOKEN)
    with Assistant(home) as assistant:
        asking = assistant.ask(PushJob(folder=str(folder), name=NAME))
        events: list[AfterEvent] = []
        while not asking.done:
            events += asking.poll()
            time.sleep(0.02)
        assert isinstance(events[-1], Pushed)
        log = asking.log.read_text()
        assert TOKEN not in log + json.dumps([str(path.read_text()) for path in home.jobs.rglob("*.json*")])
        hub.faults = [Fault("/api/models", times=99, status=503)]
        asking = assistant.ask(PushJob(folder=str(folder), name=NAME))
        asking.cancel()
        events = []
        while not asking.done:
            events += asking.poll()
            time.sleep(0.02)
        assert isinstance(events[-1], AfterFailed)
        assert events[-1].was_cancelled


def test_names_of_an_export_are_known(folder: Path) -> None:
    names = [path.name for path in push_module.files_to_push(folder)]
    assert names[-1] == WEIGHTS
    assert set(names) == {path.name for path in folder.iterdir()}
