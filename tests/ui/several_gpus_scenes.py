"""Pictures of a computer with several cards: the plan, the models that fit, and a run that changes their number."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from studio.data.prepare import prepare
from studio.job import Data, write_job
from tests.support.screen_data import big_model, good_rows, model_of_four_billion
from tests.ui.run_stories import regrouped, written

if TYPE_CHECKING:
    from tests.screens import Screen
    from ui.new_run_desk import NewRunDesk
    from ui.pages.run import RunPage

_DESKTOP = {"pid": 4101, "name": "/usr/lib/xorg/Xorg", "used_gib": 1.6, "kind": "graphics"}
_BLENDER = {"pid": 900, "name": "/opt/blender/blender", "used_gib": 9.1, "kind": "compute"}


def _card(name: str = "RTX 3090", total: float = 24.0, *programs: dict[str, Any]) -> dict[str, Any]:
    used = round(sum(each["used_gib"] for each in programs) + 0.02, 2)
    return {
        "name": f"NVIDIA GeForce {name}", "uuid": f"GPU-{name}-{len(programs)}", "total_gib": total,
        "reserved_gib": 0.31, "used_gib": used, "compute_capability": [8, 9] if "40" in name else [8, 6],
        "temperature": 41, "power_watts": 30.0, "utilisation": 0.0, "processes": list(programs),
    }  # fmt: skip


def _put_in(screen: Screen, *cards: dict[str, Any]) -> None:
    """From now until the end these cards are in the computer."""
    before = os.environ["FAKE_NVML_SCENARIO"]
    gpus = [{**card, "uuid": f"GPU-{place}"} for place, card in enumerate(cards)]
    file = screen.folder / "cards.json"
    file.write_text(json.dumps({"driver": "580.95.05", "gpus": gpus}))
    os.environ["FAKE_NVML_SCENARIO"] = str(file)
    screen.at_end.append(lambda: os.environ.__setitem__("FAKE_NVML_SCENARIO", before))


def _plan(
    model: Callable[[Path], Path], gpus: int, *cards: dict[str, Any], batch: str = "32", name: str = ""
) -> Callable[[Screen], None]:
    def draw(screen: Screen) -> None:
        _put_in(screen, *cards)
        desk = _new_run(screen, model, len(cards))
        desk.page.learning.batch_typed.emit(batch)
        desk.page.plan.gpus_picked.emit(gpus)
        while desk._plan_ahead():
            pass
        desk.render()

    draw.__name__ = f"gpus_{name}"
    return draw


def _new_run(screen: Screen, model: Callable[[Path], Path], cards: int) -> NewRunDesk:
    screen.open()
    screen.conductor.go("new run")
    desk = screen.conductor.desk
    desk.take_paths([model(screen.folder), good_rows(screen.folder)])
    screen.wait(lambda: not desk.state.waiting and len(desk.state.cards) == cards)
    return desk


def gpus_models(screen: Screen) -> None:
    _put_in(screen, _card(), _card())
    desk = _new_run(screen, model_of_four_billion, 2)
    desk.page.model.browse.click()
    desk.models.select("mistralai/Mistral-Nemo-Instruct-2407")
    screen.wait(lambda: desk.models.state.is_ready)
    desk.models.render()


def _run(screen: Screen, kind: str, *cards: dict[str, Any]) -> RunPage:
    """A run in this state, with rows and a model by which the planner can tell its time."""
    _put_in(screen, *cards)
    run = written(screen.home.folder, kind, time.time())
    screen.held.append(run)
    model, data = model_of_four_billion(screen.folder), Data(train=str(good_rows(screen.folder)))
    run.job = msgspec.structs.replace(run.job, model=str(model), data=data)
    run.run.job_file.write_bytes(write_job(run.job))
    prepare(data, model, run.run.data, max_positions=2048, seed=0)
    if screen.name.startswith("gpus_run_changed"):
        regrouped(run, at=time.time() - 2200)
    screen.open()
    screen.conductor.open_run(run.run.name)
    page = screen.conductor.run_page
    assert page is not None
    screen.wait(lambda: page.loss.plot is not None and len(page.loss.plot.smoothed) > 0)
    return page


def _rest(kind: str, count: int, name: str) -> Callable[[Screen], None]:
    def draw(screen: Screen) -> None:
        page = _run(screen, kind, *[_card()] * count)
        screen.wait(lambda: page.regroup.isVisible() and page.rest_to_tell is None)

    draw.__name__ = f"gpus_run_{name}"
    return draw


def gpus_run_changed(screen: Screen) -> None:
    _run(screen, "running", _card(), _card())


SCENES = (
    _plan(model_of_four_billion, 2, _card(), _card(), name="two"),
    _plan(model_of_four_billion, 2, _card("RTX 4090", 24, _DESKTOP), _card("RTX 3090", 24, _BLENDER), name="unequal"),
    _plan(model_of_four_billion, 2, _card(), _card("RTX 3060", 12.0, _DESKTOP), batch="2", name="does_not_pay"),
    _plan(big_model, 1, *[_card()] * 3, name="too_large_for_one"),
    _plan(big_model, 3, _card(), _card(), _card("RTX 3090", 24.0, _DESKTOP), name="divided"),
    _plan(model_of_four_billion, 3, *[_card()] * 3, name="three"),
    _plan(model_of_four_billion, 4, *[_card()] * 4, name="four"),
    gpus_models,
    _rest("paused", 2, "paused"),
    _rest("stopped", 4, "stopped"),
    _rest("failed", 2, "failed"),
    gpus_run_changed,
)
