"""New run on a computer with several cards: what is chosen, what fits only divided, and when fewer are sooner."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from studio.api import Machine, Plan
from studio.job import Lora
from tests.support.screen_data import big_model, model_of_four_billion
from tests.ui.new_run_given import NOW, card, hear, machine
from ui.new_run_desk import NewRunDesk
from ui.state.devices import short_names
from ui.state.new_run import NewRun
from ui.state.new_run_page import new_run_view
from ui.state.other_gpus import choices_of_gpus, sooner_on, try_another_number
from ui.state.rail import device_card
from ui.state.ways_out import try_a_way_out, ways_out

GIB = 1024**3


def cards(*free: float, total: float = 23.69, names: tuple[str, ...] = ()) -> Machine:
    """So many GiB are free on each."""
    made = [msgspec.structs.replace(card(total, total - each), id=f"cuda:{place}") for place, each in enumerate(free)]
    for place, name in enumerate(names):
        made[place] = msgspec.structs.replace(made[place], name=f"NVIDIA GeForce {name}")
    return Machine(devices=(*made, machine().devices[-1]), gpu_state="ok", words="")


def new_run(there: Machine, model: Path, rows: Path, batch: str = "32") -> NewRun:
    run = NewRun()
    run.see_machine(there)
    run.choose_model(str(model))
    run.choose_batch(batch)
    hear(run, rows, 200)
    return run


def plan_ahead(run: NewRun) -> None:
    while try_a_way_out(run) or try_another_number(run):
        pass


def test_a_number_is_chosen_among_the_cards_that_there_are(tmp_path: Path) -> None:
    run = NewRun()
    run.see_machine(cards(20))
    assert choices_of_gpus(run) == ()
    run.see_machine(cards(20, 20, 20, 20))
    assert choices_of_gpus(run) == (("1", "1"), ("2", "2"), ("3", "3"), ("4", "4 GPUs"))
    run.see_machine(cards(*[20] * 6))
    assert [key for key, _ in choices_of_gpus(run)] == ["1", "2", "4", "6"]


def test_where_two_are_much_sooner_that_stands_among_the_alternatives(tmp_path: Path) -> None:
    run = new_run(cards(23, 23), model_of_four_billion(tmp_path), tmp_path / "a.csv")
    assert sooner_on(run) is None, "not planned yet"
    plan_ahead(run)
    found = sooner_on(run)
    assert found is not None
    assert found[0] == 2
    view = new_run_view(run, NOW).plan
    offered = view.alternatives[1]
    assert (offered.name, offered.title) == ("gpus 2", "On 2 GPUs")
    assert offered.price.endswith("% of the time; same rows, same order, same gradient.")
    assert not view.doubts_first_reason
    run.choose_gpus(2)
    plan_ahead(run)
    assert sooner_on(run) is None
    assert [each.name for each in new_run_view(run, NOW).plan.alternatives if each.name.startswith("gpus")] == []


def test_where_a_second_card_only_slows_it_down_one_is_offered(tmp_path: Path) -> None:
    there = cards(23, 14, names=("RTX 3090", "RTX 3060"))
    run = new_run(there, model_of_four_billion(tmp_path), tmp_path / "a.csv", batch="2")
    run.choose_gpus(2)
    plan_ahead(run)
    view = new_run_view(run, NOW).plan
    assert view.doubts_first_reason
    assert view.reasons[0].startswith("More than one GPU does not pay here")
    assert view.alternatives[1].title == "On 1 GPU"
    assert len(view.reasons) == 2


def test_a_model_that_is_too_large_for_one_is_offered_divided_first(tmp_path: Path) -> None:
    run = new_run(cards(30, 30, total=32), big_model(tmp_path), tmp_path / "a.csv")
    assert isinstance(run.chosen, Plan)
    assert not run.chosen.fits
    plan_ahead(run)
    way, choices = ways_out(run)[0]
    assert (way.title, way.button) == ("Divide it between 2 GPUs", "Use 2 GPUs")
    assert way.needs.startswith("Each needs ")
    run.take(choices)
    assert isinstance(run.chosen, Plan)
    assert run.chosen.fits
    assert run.chosen.divided
    assert run.job().world_size == 2
    assert run.job().method == Lora(), "what was asked for stays"
    view = new_run_view(run, NOW).plan
    assert any("keeps a part of every matrix" in reason for reason in view.reasons)
    assert view.memory is not None
    assert view.memory.note == "In GiB, of the fullest GPU (RTX 3090). Each keeps a part of the model."


def test_a_second_card_that_is_full_can_be_left_out(tmp_path: Path) -> None:
    run = new_run(cards(23, 2), model_of_four_billion(tmp_path), tmp_path / "a.csv")
    run.choose_gpus(2)
    plan_ahead(run)
    assert ways_out(run)[0][0].button == "Use 1 GPU"


def test_pieces_are_those_of_one_card(tmp_path: Path) -> None:
    run = new_run(cards(23, 23), model_of_four_billion(tmp_path), tmp_path / "a.csv")
    run.choose_gpus(2)
    assert isinstance(run.chosen, Plan)
    assert run.chosen.micro_batches_per_update == pytest.approx(len(run.chosen.slices) / 2)
    assert "pieces on average" not in new_run_view(run, NOW).plan.finish_detail


def test_the_rail_names_all_cards_and_adds_their_memory() -> None:
    two = device_card(cards(23, 20), [])
    assert (two.name, two.total) == ("2 × RTX 3090", "48 GB")
    assert two.in_use == "4.38 of 47.38 GiB in use"
    assert two.details.count("\n") == 1
    assert short_names(cards(23, 20, 20, names=("RTX 4090",)).gpus) == "RTX 4090 + 2 × RTX 3090"


def test_a_press_on_the_alternative_takes_that_number(opened) -> None:
    _, conductor = opened()
    conductor.go("new run")
    desk: NewRunDesk = conductor.desk
    desk.see_machine(cards(20, 20))
    desk.page.plan.alternative_picked.emit("gpus 2")
    assert desk.state.choices.gpus == 2
    assert desk.page.plan.gpus.segments is not None
    assert desk.page.plan.gpus.segments.buttons["2"].isChecked()


def two_cards() -> Machine:
    second = msgspec.structs.replace(card(others=0.5), id="cuda:1", name="NVIDIA GeForce RTX 4090")
    return Machine(devices=(card(), second, machine().devices[-1]), gpu_state="ok", words="")


def test_cards_that_share_the_work_can_be_chosen_where_there_are_several(tmp_path: Path) -> None:
    run = NewRun()
    run.see_machine(machine())
    run.choose_data(str(tmp_path / "faq.csv"))
    hear(run, tmp_path / "faq.csv", 120)
    assert not new_run_view(run, NOW).plan.gpus, "one card: nothing to choose"

    assert run.see_machine(two_cards())
    assert not run.see_machine(two_cards()), "nothing changed"
    view = new_run_view(run, NOW).plan
    assert view.gpus == (("1", "1 GPU"), ("2", "2 GPUs"))
    assert (view.gpus_chosen, run.job().world_size) == ("1", None)

    run.choose_gpus(2)
    assert run.job().world_size == 2
    view = new_run_view(run, NOW).plan
    assert isinstance(run.chosen, Plan)
    assert (view.gpus_chosen, run.chosen.world_size, sum(run.chosen.slices)) == ("2", 2, 32)
    assert run.chosen.device_name == "NVIDIA GeForce RTX 3090", "which has less free memory"
    assert "pay" in view.reasons[0]
    assert view.memory is not None
    assert view.memory.note == "In GiB, of the fullest GPU (RTX 3090)."
    assert view.tiles[-1].second in ("of 2 kinds", "share them")

    assert run.see_machine(machine())
    assert run.job().world_size is None, "the second card is gone"
    assert not new_run_view(run, NOW).plan.gpus
