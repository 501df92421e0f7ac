"""Datasets of the hub in New run, from a stand-in for the hub: name, parts with sizes, download, rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studio.models.origin import folder_of
from studio.paths import Home
from tests.fakes.hub import FakeHub, Model
from ui.new_run_desk import NewRunDesk
from ui.state.data_hub import HubData, named_dataset, typed_dataset

ROWS = b"".join(b'{"question": "Is rack %d in stock?", "answer": "Yes, %d are left."}\n' % (n, n) for n in range(200))


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeHub]:
    fake = FakeHub()
    fake.models["datasets/night/plain"] = Model({"train.jsonl": ROWS})
    fake.models["datasets/night/parts"] = Model(
        {"main/train.jsonl": ROWS, "main/test.jsonl": ROWS[:90], "short/train.jsonl": ROWS[:3000]}
    )
    monkeypatch.setenv("HF_ENDPOINT", fake.endpoint)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setenv("HF_TOKEN_PATH", str(tmp_path / "nothing"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    yield fake
    fake.close()


def wait(qtbot, desk: NewRunDesk, until: Callable[[], object]) -> None:
    def ready() -> bool:
        desk.tick()
        return bool(until())

    qtbot.waitUntil(ready)


def test_a_dataset_is_looked_up_its_part_is_chosen_fetched_and_read(opened, hub: FakeHub, home: Home, qtbot) -> None:
    _, conductor = opened()
    conductor.go("new run")
    desk = conductor.desk
    line = desk.page.data.hub
    assert not line.isVisible()
    desk.page._pick_data("hub")
    assert line.isVisible()
    assert not line.get.isEnabled()
    QTest.keyClicks(line.name, "nothing")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert "Names have an owner" in line._note.text()
    line.name.selectAll()
    QTest.keyClicks(line.name, "hub:night/missing")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    wait(qtbot, desk, lambda: "night/missing" in line._note.text())
    line.name.selectAll()
    QTest.keyClicks(line.name, "https://huggingface.co/datasets/night/parts")
    QTest.mouseClick(line.get, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.hub_data.state.found)
    assert [each.text for each in line.part._options] == ["main", "short"]
    assert line.get.text().strip() == f"Download {len(ROWS) / 1000:.1f} kB"
    line.part.picked.emit("short")
    assert line.get.text().strip() == "Download 3.0 kB"
    QTest.mouseClick(line.get, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.state.choices.data)
    assert desk.state.choices.data == str(folder_of(home, "datasets/night/parts:short"))
    assert not line.isVisible()
    wait(qtbot, desk, lambda: desk.state.inspection is not None)
    report = desk.state.inspection.report
    assert report.rows + report.left_out_rows > 30
    assert desk.page.data.choice.accessibleDescription().startswith("night/parts:short")
    assert desk.state.job().name == "parts short"


def test_a_dataset_of_one_table_needs_no_part_and_leaving_the_field_keeps_the_rows(opened, hub: FakeHub, qtbot) -> None:
    window, conductor = opened()
    conductor.go("new run")
    desk = conductor.desk
    desk.page._pick_data("hub")
    line = desk.page.data.hub
    QTest.keyClicks(line.name, "night/plain")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    wait(qtbot, desk, lambda: desk.hub_data.state.found)
    assert not line.part.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not line.isVisible()
    desk.page._pick_data("hub")
    QTest.mouseClick(line.get, Qt.MouseButton.LeftButton)
    wait(qtbot, desk, lambda: desk.state.inspection is not None)
    assert desk.state.inspection.report.rows == 200


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("openai/gsm8k", "openai/gsm8k"),
        (" hub:openai/gsm8k:main/train ", "openai/gsm8k:main/train"),
        ("https://huggingface.co/datasets/openai/gsm8k/", "openai/gsm8k"),
        ("gsm8k", ""),
        ("/home/me/rows.csv", ""),
        ("a/b/c", ""),
    ],
)
def test_a_name_is_understood_as_it_is_typed_or_copied(typed: str, name: str) -> None:
    assert typed_dataset(typed) == name


def test_a_folder_is_called_what_the_hub_calls_it(home: Home) -> None:
    for name in ("openai/gsm8k", "openai/gsm8k:main/train"):
        assert named_dataset(str(folder_of(home, f"datasets/{name}"))) == name
    assert named_dataset("/data/owner--name") == ""


def test_another_name_forgets_what_was_found() -> None:
    data = HubData()
    data.type("night/plain")
    assert data.look() == "night/plain"
    data.type("night/other")
    assert (data.looking, data.wanted) == (False, "")
