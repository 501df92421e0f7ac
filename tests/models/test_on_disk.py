"""Models that are here already, by the studio or by other programs through the hub's own cache."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from studio.models.on_disk import hub_cache, models_on_disk
from studio.models.origin import ORIGIN, Origin
from studio.paths import Home
from studio.starter import STARTER_MODEL

COMMIT, OLD = "c" * 40, "b" * 40


def cached(cache: Path, name: str, revision: str = COMMIT, without: str = "") -> Path:
    """The starter model as huggingface_hub lays a model out: blobs, and links to them from the snapshot."""
    folder = cache / f"models--{name.replace('/', '--')}"
    snapshot = folder / "snapshots" / revision
    snapshot.mkdir(parents=True)
    (folder / "blobs").mkdir(exist_ok=True)
    for number, path in enumerate(path for path in STARTER_MODEL.iterdir() if path.is_file() and path.name != without):
        blob = folder / "blobs" / f"{number:040x}"
        shutil.copyfile(path, blob)
        (snapshot / path.name).symlink_to(Path("../..") / "blobs" / blob.name)
    (folder / "refs").mkdir(exist_ok=True)
    (folder / "refs" / "main").write_text(COMMIT)
    return snapshot


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    return tmp_path / "hf" / "hub"


def test_whole_models_of_the_cache_are_listed_with_their_version_and_nothing_is_written(
    cache: Path, tmp_path: Path
) -> None:
    snapshot = cached(cache, "night/starter")
    cached(cache, "night/starter", OLD)
    cached(cache, "night/half", without="model.safetensors")
    (cache / "datasets--night--rows" / "snapshots" / COMMIT).mkdir(parents=True)
    (cache / "models--broken").mkdir()
    before = sorted(cache.rglob("*"))
    (found,) = models_on_disk(Home(tmp_path / "home"))
    assert (found.id, found.revision, found.folder) == ("night/starter", COMMIT, str(snapshot))
    assert found.source == "hub cache"
    assert found.parameters > 0
    assert sorted(cache.rglob("*")) == before
    assert not (tmp_path / "home").exists()


def test_what_the_studio_fetched_goes_before_the_same_in_the_cache(cache: Path, tmp_path: Path) -> None:
    cached(cache, "night/starter")
    folder = tmp_path / "home" / "models" / "night--starter"
    shutil.copytree(STARTER_MODEL, folder)
    origin = Origin(model="night/starter", revision=OLD, files=())
    (folder / ORIGIN).write_bytes(msgspec.json.encode(origin))
    (found,) = models_on_disk(Home(tmp_path / "home"))
    assert (found.source, found.revision, found.folder) == ("studio", OLD, str(folder))


def test_the_cache_is_where_huggingface_hub_looks() -> None:
    assert hub_cache({"HF_HUB_CACHE": "/a", "HF_HOME": "/b"}) == Path("/a")
    assert hub_cache({"HF_HOME": "/b"}) == Path("/b/hub")
    assert hub_cache({"XDG_CACHE_HOME": "/c"}) == Path("/c/huggingface/hub")
    assert hub_cache({}) == Path.home() / ".cache/huggingface/hub"
