"""Pictures of New run in its states: choosing and fetching a model, rows with faults, rows as tokens."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from studio.events import CountdownStarted
from studio.runs.journal import Journal
from studio.starter import STARTER_MODEL
from tests.fakes.hub import FakeHub, Fault, Model
from tests.support.screen_data import broken_rows, good_rows, model_of_four_billion, other_columns, rows_with_twins
from tests.ui.run_stories import written
from ui.language import install, uninstall

if TYPE_CHECKING:
    from tests.screens import Screen
    from ui.new_run_desk import NewRunDesk


def model_chooser(screen: Screen) -> None:
    desk = _opened(screen, good_rows(screen.folder))
    _browse(screen, desk, "Qwen/Qwen3-14B")


def model_gated(screen: Screen) -> None:
    desk = _opened(screen, good_rows(screen.folder))
    os.environ["HF_TOKEN_PATH"] = str(screen.folder / "nothing")
    _browse(screen, desk, "meta-llama/Llama-3.1-8B-Instruct")
    screen.wait(lambda: desk.models._has_token is not None)


def model_downloading(screen: Screen) -> None:
    hub = FakeHub()
    screen.held.append(hub)
    os.environ["HF_ENDPOINT"], os.environ["HF_HUB_OFFLINE"] = hub.endpoint, "0"
    hub.models["Qwen/Qwen3-0.6B"] = Model({path.name: path.read_bytes() for path in STARTER_MODEL.iterdir()})
    hub.faults = [Fault("storage", times=99, bytes_per_second=1.2e6)]
    desk = _opened(screen, good_rows(screen.folder))
    _browse(screen, desk, "Qwen/Qwen3-0.6B")
    desk.models.page.panel.action.click()
    screen.wait(lambda: desk.models.download is not None and desk.models.download.share > 0.3)


def data_empty(screen: Screen) -> None:
    path = screen.folder / "support-replies.csv"
    path.write_text("question,answer\n")
    _opened(screen, path)


def data_bad_rows(screen: Screen) -> None:
    _opened(screen, broken_rows(screen.folder))


def data_wrong_column(screen: Screen) -> None:
    _opened(screen, other_columns(screen.folder))


def data_joined_columns(screen: Screen) -> None:
    desk = _opened(screen, good_rows(screen.folder))
    card = desk.page.data
    card.change.click()
    card.reads.lineEdit().setText("Answer politely: {question}")  # type: ignore[union-attr]
    card.reads.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    screen.wait(lambda: not desk.state.waiting and desk._question is None)


def data_tokens(screen: Screen) -> None:
    desk = _opened(screen, rows_with_twins(screen.folder))
    desk.page.data.look.click()
    screen.wait(lambda: desk.tokens._shown is not None)
    desk.tokens.page.length_chosen.emit(256)
    screen.wait(lambda: desk._question is None and desk.tokens._asked is None)


def model_found_on_hub(screen: Screen) -> None:
    desk = _opened(screen, good_rows(screen.folder))
    _browse(screen, desk, "Qwen/Qwen3-4B")
    desk.models.page.search.setText("qwen3")
    desk.models.page.fitting.setChecked(True)
    screen.wait(lambda: desk.models.state.is_ready)


def before_the_night(screen: Screen) -> None:
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    desk = _opened(screen, good_rows(screen.folder))
    desk.page.night.click()
    screen.wait(lambda: bool(desk.night.state.checks) and not desk.night._asked)
    desk.night._settle(desk.night.state.checks[0].name, True)


def before_the_night_chinese(screen: Screen) -> None:
    _in_chinese(screen)
    before_the_night(screen)


def new_run_chinese(screen: Screen) -> None:
    _in_chinese(screen)
    _opened(screen, broken_rows(screen.folder))


def plan_measuring(screen: Screen) -> None:
    desk = _opened(screen, good_rows(screen.folder))
    desk.page.plan.measure.click()
    screen.at_end.append(desk.measure.stop)
    screen.wait(lambda: desk.measure.state.view(desk.state, time.time()).share > 0.15)


def data_hub_parts(screen: Screen) -> None:
    hub = FakeHub()
    screen.held.append(hub)
    os.environ["HF_ENDPOINT"], os.environ["HF_HUB_OFFLINE"] = hub.endpoint, "0"
    rows = b'{"question": "Is it in stock?", "answer": "Yes."}\n' * 90_000
    hub.models["datasets/openai/gsm8k"] = Model({"main/train.jsonl": rows, "socratic/train.jsonl": rows[: 2**20]})
    desk = _opened(screen, good_rows(screen.folder))
    desk.page.hub_data_asked.emit()
    line = desk.page.data.hub
    line.typed.emit("openai/gsm8k")
    line.get.click()
    screen.wait(lambda: desk.hub_data.state.found is not None)


def night_countdown(screen: Screen) -> None:
    run = written(screen.home.folder, "finished", time.time())
    with Journal(run.run.foreman_events) as journal:
        journal.append(CountdownStarted(action="sleep", seconds=120, at=time.time() - 20))
    screen.open()


def _in_chinese(screen: Screen) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install(app, "zh_CN")
    screen.at_end.append(lambda: uninstall(app))


def _opened(screen: Screen, data: Path) -> NewRunDesk:
    screen.open()
    screen.conductor.go("new run")
    desk = screen.conductor.desk
    desk.take_paths([model_of_four_billion(screen.folder), data])
    screen.wait(lambda: not desk.state.waiting)
    return desk


def _browse(screen: Screen, desk: NewRunDesk, model: str) -> None:
    desk.page.model.browse.click()
    desk.models.select(model)
    screen.wait(lambda: desk.models.state.is_ready)
    desk.models.render()


SCENES = (
    model_chooser,
    model_gated,
    model_downloading,
    model_found_on_hub,
    data_empty,
    data_bad_rows,
    data_wrong_column,
    data_joined_columns,
    data_tokens,
    before_the_night,
    before_the_night_chinese,
    new_run_chinese,
    plan_measuring,
    data_hub_parts,
    night_countdown,
)
