"""A dataset of the hub by its name: the right files of one version, fetched once, then a folder like any other."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from huggingface_hub import constants

from studio.cli.hub_data import as_files
from studio.data.inspect import inspect
from studio.errors import HubProblem
from studio.job import Data, DownloadJob
from studio.models.download import Downloading, download
from studio.models.hub import Hub
from studio.models.origin import read_origin
from studio.paths import Home, open_home
from tests.fakes.hub import FakeHub, Fault, Model


def rows(number: int, first: int = 0) -> bytes:
    return b"".join(
        json.dumps({"question": f"What comes after {at}?", "answer": f"{at + 1}"}).encode() + b"\n"
        for at in range(first, first + number)
    )


REPOSITORIES: dict[str, dict[str, bytes]] = {
    "night/flat": {"train.jsonl": rows(30), "test.jsonl": rows(5, 100), "README.md": b"#", "dataset_infos.json": b"{}"},
    "night/shards": {
        "data/train-00000-of-00002.jsonl": rows(20),
        "data/train-00001-of-00002.jsonl.gz": gzip.compress(rows(10, 20)),
        "data/validation-00000-of-00001.jsonl": rows(4, 100),
        "data/train.csv": b"question,answer\n1,2\n",
        "load.py": b"raise SystemExit('run')",
        "../evil.jsonl": rows(3),
        ".hidden/train.jsonl": rows(3),
    },
    "night/parts": {
        "main/train.jsonl": rows(9), "main/test.jsonl": rows(3, 50), "other/train.jsonl": rows(7, 200),
    },
    "night/pictures": {"one.png": b"png", "config.json": b"{}"},
}  # fmt: skip


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    fake = FakeHub()
    fake.models = {f"datasets/{name}": Model(files) for name, files in REPOSITORIES.items()}
    yield fake
    fake.close()


def fetch(home: Home, fake: FakeHub, name: str) -> Path:
    with_ = Downloading(Hub(None, endpoint=fake.endpoint), lambda event: None, pauses=(0.0,) * 3)
    return download(home, DownloadJob(model=f"datasets/{name}"), with_)


def found(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"origin.json"}


@pytest.mark.parametrize(
    ("name", "files", "number"),
    [
        ("night/flat", {"train.jsonl"}, 30),
        ("night/flat:test", {"test.jsonl"}, 5),
        ("night/shards", {"data/train-00000-of-00002.jsonl", "data/train-00001-of-00002.jsonl.gz"}, 30),
        ("night/shards:validation", {"data/validation-00000-of-00001.jsonl"}, 4),
        ("night/parts:main", {"main/train.jsonl"}, 9),
        ("night/parts:main/test", {"main/test.jsonl"}, 3),
        ("night/parts:other", {"other/train.jsonl"}, 7),
    ],
)
def test_the_files_of_the_part_arrive_and_nothing_else(
    hub: FakeHub, tmp_path: Path, name: str, files: set[str], number: int
) -> None:
    folder = fetch(Home(tmp_path / "home"), hub, name)
    assert found(folder) == files
    report, _, _ = inspect(Data(train=str(folder)), None, cache=tmp_path / "cache")
    assert (report.rows, report.shape, report.problem_count) == (number, "question-answer", 0)
    origin = read_origin(folder)
    assert origin is not None
    assert (origin.model, origin.revision) == (f"datasets/{name}", "a" * 40)
    assert not (tmp_path / "evil.jsonl").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("night/parts", "several parts: main, other"),
        ("night/flat:nothing", "no part “nothing”"),
        ("night/pictures", "no files of rows"),
        ("night/missing", "no dataset night/missing"),
        ("night", "no name of a dataset"),
        ("night/flat:../../x", "no name of a dataset"),
    ],
)
def test_what_cannot_be_fetched_is_said_in_words(hub: FakeHub, tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(HubProblem, match=words) as caught:
        fetch(Home(tmp_path / "home"), hub, name)
    assert caught.value.hint
    assert caught.value.title.endswith(".")


def test_cuts_and_damage_are_mended_by_the_mechanism_for_models(hub: FakeHub, tmp_path: Path) -> None:
    hub.faults = [Fault("/resolve/", cut_after=100), Fault("/resolve/", flip=True)]
    folder = fetch(Home(tmp_path / "home"), hub, "night/flat")
    assert (folder / "train.jsonl").read_bytes() == REPOSITORIES["night/flat"]["train.jsonl"]


def test_a_name_in_place_of_a_file_is_fetched_by_its_own_process_once(
    hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.chdir(tmp_path)
    home = open_home(tmp_path / "home")
    folder = as_files(home, "hub:night/flat")
    assert found(Path(folder)) == {"train.jsonl"}
    asked = len(hub.asked)
    assert as_files(home, "night/flat") == folder
    assert len(hub.asked) == asked
    (tmp_path / "night").mkdir()
    for source in ("night/flat", "rows.jsonl", "some/rows.jsonl", str(tmp_path)):  # files, here or missing
        assert as_files(home, source) == source
