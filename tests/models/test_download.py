"""Downloads from a stand-in for the hub: cuts, refusals, damage and little room, each with what the user reads."""

from __future__ import annotations

import json
import shutil
import ssl
from pathlib import Path

import pytest
from huggingface_hub import constants
from huggingface_hub.utils import httpx

from studio.errors import DiskProblem, HubProblem, ModelProblem, StudioError
from studio.job import DownloadJob
from studio.models import hub as hub_module
from studio.models.download import Downloading, Interrupted, download
from studio.models.download_events import (
    DownloadDelayed,
    DownloadEvent,
    DownloadFinished,
    DownloadProgressed,
    DownloadStarted,
    FileFetchedAgain,
)
from studio.models.hub import Busy, Hub
from studio.models.local import read_model
from studio.models.origin import draft_of, folder_of, read_origin
from studio.paths import Home
from studio.starter import STARTER_MODEL
from tests.fakes.hub import TOKEN, FakeHub, Fault, Model

NAME = "night/starter"
WEIGHTS = "model.safetensors"
NEVER_FETCHED = {
    "modeling.py": b"raise SystemExit('run')",
    "pytorch_model.bin": b"\x80\x04.",
    "README.md": b"#",
    "original/consolidated.safetensors": b"",
    "../evil.json": b"{}",
}


def starter_files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in STARTER_MODEL.iterdir() if path.is_file()}


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    fake = FakeHub()
    fake.models[NAME] = Model({**starter_files(), **NEVER_FETCHED})
    yield fake
    fake.close()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


class Fetch:
    """Downloads in this process, without patience, and what it told."""

    def __init__(self, home: Home, fake: FakeHub, token: str | None = None, silence: float = 5.0) -> None:
        self.home, self.events = home, list[DownloadEvent]()
        self.hub = Hub(token, endpoint=fake.endpoint, silence_seconds=silence)

    def __call__(self, name: str = NAME, revision: str | None = None, attend=lambda: None) -> Path:
        job = DownloadJob(model=name, revision=revision)
        return download(self.home, job, Downloading(self.hub, self.events.append, attend, pauses=(0.0,) * 3))

    def told(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]


def refused(fetch: Fetch, kind: type[StudioError] = HubProblem, **how) -> StudioError:
    with pytest.raises(kind) as caught:
        fetch(**how)
    assert caught.value.title.endswith((".", "!"))
    assert caught.value.hint
    return caught.value


def test_a_model_arrives_whole_with_its_version_and_nothing_that_is_not_needed(hub: FakeHub, home: Home) -> None:
    fetch = Fetch(home, hub)
    folder = fetch()
    assert folder == home.models / "night--starter"
    assert (folder / WEIGHTS).read_bytes() == (STARTER_MODEL / WEIGHTS).read_bytes()
    assert read_model(folder).parameters == read_model(STARTER_MODEL).parameters
    origin = read_origin(folder)
    assert origin is not None
    assert (origin.model, origin.revision) == (NAME, "a" * 40)
    assert {path.name for path in folder.iterdir()} == {"origin.json", *(file.name for file in origin.files)}
    assert {path.name for path in folder.iterdir()}.isdisjoint(NEVER_FETCHED)
    assert not (home.folder / "evil.json").exists()
    assert not draft_of(home, NAME).exists()
    (started,), (finished,) = fetch.told(DownloadStarted), fetch.told(DownloadFinished)
    assert (started.have_bytes, started.revision) == (0, "a" * 40)
    assert (finished.folder, finished.total_bytes) == (str(folder), started.total_bytes)
    last = fetch.told(DownloadProgressed)[-1]
    assert last.have_bytes == last.total_bytes == started.total_bytes
    assert last.bytes_per_second > 0


def test_what_is_here_is_not_fetched_again(hub: FakeHub, home: Home) -> None:
    Fetch(home, hub)()
    before = len(hub.asked)
    again = Fetch(home, hub)
    again()
    assert len(hub.asked) == before
    assert again.told(DownloadFinished)
    hub.models[NAME].revision = "b" * 40
    assert "Another version" in refused(again, revision="b" * 40).title


@pytest.mark.parametrize(
    "fault",
    [
        Fault("storage", cut_after=300_000),
        Fault("storage", times=3, cut_after=100_000),
        Fault("storage", status=503),
        Fault("storage", status=429, headers={"Retry_After": "0"}),
        Fault("storage", silent_after=200_000),
        Fault("config.json", status=500),
        Fault("/api/models", status=502),
        Fault("tokenizer.json", cut_after=10),
    ],
    ids=["cut", "cut three times", "503", "429", "silence", "500 of a small file", "502 at first", "small file cut"],
)
def test_it_goes_on_by_itself_after_trouble(hub: FakeHub, home: Home, fault: Fault) -> None:
    hub.faults = [fault]
    fetch = Fetch(home, hub, silence=0.5)
    folder = fetch()
    assert (folder / WEIGHTS).read_bytes() == (STARTER_MODEL / WEIGHTS).read_bytes()
    assert fetch.told(DownloadDelayed)
    if fault.cut_after and fault.where == "storage":
        spans = hub.downloads_of(WEIGHTS)
        assert spans[1] == f"bytes={fault.cut_after}-", "what had arrived is not fetched again"


def test_after_the_end_of_the_process_it_goes_on_where_it_was(hub: FakeHub, home: Home) -> None:
    class Ended(Exception):
        pass

    def end_in_the_weights() -> None:
        part = draft_of(home, NAME) / f"{WEIGHTS}.part"
        if part.exists() and part.stat().st_size > 500_000:
            raise Ended

    with pytest.raises(Ended):
        Fetch(home, hub)(attend=end_in_the_weights)
    kept = (draft_of(home, NAME) / f"{WEIGHTS}.part").stat().st_size
    small = len(hub.downloads_of("tokenizer.json"))
    fetch = Fetch(home, hub)
    fetch()
    assert fetch.told(DownloadStarted)[0].have_bytes > kept
    assert hub.downloads_of(WEIGHTS)[1:] == [f"bytes={kept}-"]
    assert len(hub.downloads_of("tokenizer.json")) == small


def test_the_version_stays_that_of_the_first_attempt(hub: FakeHub, home: Home) -> None:
    hub.faults = [Fault("storage", times=9, cut_after=1000)]
    short = Fetch(home, hub)
    hub.faults.append(Fault("storage", times=9, status=503))
    with pytest.raises(HubProblem):
        short()
    hub.faults = []
    asked_before = len(hub.asked)
    Fetch(home, hub)()
    assert hub.asked[asked_before][0].endswith(f"/revision/{'a' * 40}")


def test_another_version_begins_anew(hub: FakeHub, home: Home) -> None:
    hub.faults = [Fault("storage", times=9, status=503)]
    refused(Fetch(home, hub))
    hub.faults, hub.models[NAME].revision = [], "b" * 40
    folder = Fetch(home, hub)(revision="b" * 40)
    origin = read_origin(folder)
    assert origin is not None
    assert origin.revision == "b" * 40
    assert read_model(folder).has_weights


def test_a_hub_that_cannot_begin_in_the_middle_begins_anew(hub: FakeHub, home: Home) -> None:
    hub.faults = [Fault("storage", cut_after=300_000), Fault("storage", ignore_range=True)]
    fetch = Fetch(home, hub)
    assert read_model(fetch()).has_weights
    assert fetch.told(DownloadProgressed)[-1].have_bytes == fetch.told(DownloadStarted)[0].total_bytes


def test_a_damaged_file_is_fetched_once_more(hub: FakeHub, home: Home) -> None:
    hub.faults = [Fault("storage", flip=True)]
    fetch = Fetch(home, hub)
    assert (fetch() / WEIGHTS).read_bytes() == (STARTER_MODEL / WEIGHTS).read_bytes()
    assert [event.file for event in fetch.told(FileFetchedAgain)] == [WEIGHTS]


@pytest.mark.parametrize("name", ["storage", "config.json"])
def test_a_file_that_stays_damaged_is_not_used(hub: FakeHub, home: Home, name: str) -> None:
    hub.faults = [Fault(name, times=9, flip=True)]
    problem = refused(Fetch(home, hub))
    assert "damaged twice" in problem.title
    assert not folder_of(home, NAME).exists()


def test_a_pause_closes_the_connection_and_loses_nothing(hub: FakeHub, home: Home) -> None:
    hub.faults = [Fault("storage", bytes_per_second=4e6)]
    pauses, paused = [], []

    def attend() -> None:
        part = draft_of(home, NAME) / f"{WEIGHTS}.part"
        if not pauses and part.exists() and part.stat().st_size > 300_000:
            pauses.append(part.stat().st_size)
            raise Interrupted

    fetch = Fetch(home, hub)
    job = DownloadJob(model=NAME)
    folder = download(home, job, Downloading(fetch.hub, fetch.events.append, attend, lambda: paused.append(1)))
    assert (folder / WEIGHTS).read_bytes() == (STARTER_MODEL / WEIGHTS).read_bytes()
    assert paused == [1]
    assert len(hub.downloads_of(WEIGHTS)) == 2
    assert hub.downloads_of(WEIGHTS)[1] != ""
    assert not fetch.told(DownloadDelayed)


@pytest.mark.parametrize(
    ("fault", "title", "hint"),
    [
        (Fault("storage", 99, status=429, headers={"Retry_After": "0"}), "asks to wait", "Wait an hour"),
        (Fault("storage", 99, status=503), "trouble of its own (answer 503)", "kept"),
        (Fault("storage", 99, cut_after=0), "cannot be reached", "Check the connection"),
        (Fault("/api/models", 99, status=504), "trouble of its own (answer 504)", "later"),
        (Fault("config.json", 99, status=403), "does not let you have night/starter", "“Read”"),
        (Fault("config.json", 99, status=404, headers={}), "no model night/starter", "spelt"),
        (Fault("storage", 99, status=418), "refused (answer 418)", "later"),
    ],
    ids=["429", "503", "cuts", "504", "403", "404", "418"],
)
def test_trouble_that_lasts_is_said_in_words_and_keeps_what_is_here(
    hub: FakeHub, home: Home, fault: Fault, title: str, hint: str
) -> None:
    hub.faults = [fault]
    problem = refused(Fetch(home, hub, silence=0.5))
    assert title in problem.title
    assert hint in problem.hint
    hub.faults = []
    assert read_model(Fetch(home, hub)()).has_weights


def test_names_that_are_none_and_models_that_are_not_there(hub: FakeHub, home: Home) -> None:
    assert "no model night/nothing" in refused(Fetch(home, hub), name="night/nothing").title
    assert "no model night/nothing" in refused(Fetch(home, hub, TOKEN), name="night/nothing").title
    assert "no version “v9”" in refused(Fetch(home, hub), revision="v9").title
    for name in ("gpt2", "../../etc", "a/b/c", "a/..", "night/star ter", "/etc/passwd", "night/--x"):
        assert "is no name of a model" in refused(Fetch(home, hub), name=name).title
    assert not home.models.exists() or not any(home.models.glob("[!.]*"))


def test_a_gated_model_is_explained_step_by_step(hub: FakeHub, home: Home) -> None:
    hub.models[NAME].gated = True
    problem = refused(Fetch(home, hub))
    assert "agree to its licence" in problem.title
    for step in ("1. Open https://huggingface.co/night/starter", "2. Create a token", "3. Keep it", "4. Download"):
        assert step in problem.hint
    assert not any("/resolve/" in path for path, _, _ in hub.asked)
    hub.models[NAME].hidden = True  # agreed to by nobody yet
    problem = refused(Fetch(home, hub, TOKEN))
    assert "your token belongs to that account" in problem.hint
    assert "Create a token" not in problem.hint
    hub.models[NAME].hidden = False
    assert read_model(Fetch(home, hub, TOKEN)()).has_weights


def test_a_token_goes_to_the_hub_and_not_to_its_storage(hub: FakeHub, home: Home) -> None:
    hub.models[NAME].gated = True
    Fetch(home, hub, TOKEN)()
    assert {authorization for _, _, authorization in hub.asked} == {f"Bearer {TOKEN}"}
    assert hub.storage_saw_tokens == []


def test_a_token_that_is_not_accepted(hub: FakeHub, home: Home) -> None:
    problem = refused(Fetch(home, hub, "hf_" + "Wrong" * 5))
    assert "does not accept your token" in problem.title
    assert "hf_Wrong" not in str(problem)


def test_room_is_looked_at_before_anything_is_fetched(hub: FakeHub, home: Home, monkeypatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10**12, 10**12, 2**30 + 10**6))
    problem = refused(Fetch(home, hub), DiskProblem)
    assert "too little room" in problem.title
    assert problem.hint.endswith(" MB, or choose another home folder with --home.")
    assert not any("/resolve/" in path for path, _, _ in hub.asked)


@pytest.mark.parametrize(
    ("files", "title"),
    [
        ({WEIGHTS: None, "pytorch_model.bin": b"\x80"}, "old format that can run programs"),
        ({WEIGHTS: None, "pytorch_model.bin": None, "model.gguf": b"GGUF"}, "GGUF"),
        ({WEIGHTS: None, "adapter_config.json": b"{}"}, "an adapter"),
        ({WEIGHTS: None, "pytorch_model.bin": None}, "no weights that can be trained"),
        ({"tokenizer.json": None}, "no tokenizer.json"),
        ({"config.json": None}, "no config.json"),
        ({"config.json": b'{"model_type": "x", "auto_map": {"AutoModel": "modeling.M"}}'}, "program code"),
        ({"config.json": b'{"model_type": "x", "quantization_config": {"quant_method": "awq"}}'}, "already compressed"),
        ({"config.json": b"{"}, "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_trained_is_refused_before_its_weights_are_fetched(
    hub: FakeHub, home: Home, files: dict[str, bytes | None], title: str
) -> None:
    changed = {**hub.models[NAME].files, **files}
    hub.models[NAME].files = {name: content for name, content in changed.items() if content is not None}
    assert title in refused(Fetch(home, hub), ModelProblem).title
    assert not hub.downloads_of(WEIGHTS)
    assert not folder_of(home, NAME).exists()


def test_an_absurd_size_is_refused(hub: FakeHub, home: Home) -> None:
    hub.models[NAME].sizes["config.json"] = 10**12
    assert "no model needs" in refused(Fetch(home, hub), ModelProblem).title


def test_weights_that_are_not_whole_are_never_taken_for_a_model(hub: FakeHub, home: Home) -> None:
    files = hub.models[NAME].files
    header = int.from_bytes(files[WEIGHTS][:8], "little")
    table = json.loads(files[WEIGHTS][8 : 8 + header])
    name = next(each for each in table if each.endswith("layers.0.mlp.up_proj.weight"))
    renamed = files[WEIGHTS].replace(name.encode(), name.replace("up_proj", "uq_proj").encode())
    hub.models[NAME].files = {**files, WEIGHTS: renamed}
    assert "missing" in refused(Fetch(home, hub), ModelProblem).title
    assert not folder_of(home, NAME).exists()


def test_search_finds_models_by_words(hub: FakeHub) -> None:
    hub.models["other/model"] = Model({}, gated=True)
    found = Hub(None, endpoint=hub.endpoint).search("model")
    assert [(each.model, each.downloads, each.gated) for each in found] == [("other/model", 7, "manual")]
    assert Hub(None, endpoint=hub.endpoint).search("nothing at all") == ()


def test_no_network_is_said_in_words(home: Home, hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch = Fetch(home, hub)
    fetch.hub = Hub(None, endpoint="http://127.0.0.1:9")
    assert "cannot be reached" in refused(fetch).title
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    assert "HF_HUB_OFFLINE" in refused(fetch).title


def test_a_wrong_clock_or_a_foreign_certificate_is_named() -> None:
    problem = httpx.ConnectError("certificate verify failed")
    problem.__cause__ = ssl.SSLCertVerificationError("certificate is not yet valid")
    told = hub_module.unreachable(problem, "https://huggingface.co")
    assert isinstance(told, Busy)
    assert "date" in told.problem.hint
