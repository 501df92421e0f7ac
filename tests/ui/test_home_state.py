"""What Home says, from stories alone. No Qt."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from msgspec import structs

from studio.api import Device, Link, Machine, RunNotes, brief_of
from studio.commands import Pause, Resume
from tests.ui.run_stories import job, machine, written
from ui.state.device_facts import device_facts
from ui.state.home import HomeState, HomeView
from ui.state.known import KnownRun, free_name
from ui.state.rail import device_card
from ui.state.remote import RemoteRow, remote_row
from ui.state.run_table import SortKey, arranged

GIB = 1024**3
NOW = time.time()


def known(folder: Path, kind: str) -> KnownRun:
    run = written(folder, kind, NOW)
    watch = run.watch()
    made = KnownRun(run.run.name, run.job, brief_of(watch.story, watch.state), watch.story)
    run.dead()
    return made


def view(*runs: KnownRun) -> HomeView:
    return HomeState().view(list(runs), machine(), NOW)


def test_nothing_yet() -> None:
    shown = view()
    assert shown.empty
    assert shown.headline == "Your graphics card is ready to train"
    assert "needs no model, no data and no internet" in shown.line


def test_one_run_is_learning(tmp_path: Path) -> None:
    shown = view(known(tmp_path, "running"))
    assert shown.headline == "One run is learning"
    assert shown.line.startswith("It should be done by ")
    assert shown.active is not None
    assert (shown.active.percent, shown.active.progress) == ("54 %", "Update 612 of 1,125")
    assert shown.active.finish.startswith("Finishes between ")
    assert shown.active.loss_was == "was 2.210"
    assert len(shown.active.curve) == 60
    assert isinstance(shown.active.command, Pause)


def there(**link: object) -> RemoteRow:
    row = remote_row(
        Link(host="zoe@workstation", run="r", **{"state": "live", "heard_at": NOW, **link}), None, None, NOW
    )
    return replace(row, state="running")


def test_runs_that_learn_elsewhere_are_counted_as_long_as_they_are_heard(tmp_path: Path) -> None:
    shown = HomeState().view([], machine(), NOW, [there()])
    assert shown.headline == "One run is learning elsewhere"
    assert shown.line == "On zoe@workstation. Nothing is running on this computer."
    here = HomeState().view([known(tmp_path, "running")], machine(), NOW, [there(), there()])
    assert here.headline == "One run is learning, two runs are learning elsewhere"
    assert here.line.startswith("It should be done by ")
    for unheard in (there(state="cut"), there(heard_at=NOW - 60), replace(there(), state="finished")):
        assert HomeState().view([], machine(), NOW, [unheard]).headline == "Your graphics card is ready to train"


def test_a_paused_run_can_go_on(tmp_path: Path) -> None:
    shown = view(known(tmp_path, "paused"))
    assert shown.headline == "One run is paused"
    assert shown.active is not None
    assert isinstance(shown.active.command, Resume)


def test_what_ended_in_the_night_is_the_headline(tmp_path: Path) -> None:
    shown = view(known(tmp_path, "finished"))
    assert shown.headline.endswith("support-replies is finished, and it learned")
    assert shown.earlier[0].button == "Open"
    assert shown.earlier[0].best == "1.160"


def test_an_interrupted_run_is_named_and_can_be_continued(tmp_path: Path) -> None:
    shown = view(known(tmp_path, "interrupted"))
    assert shown.headline == "One run was interrupted"
    assert shown.earlier[0].button == "Continue"
    assert isinstance(shown.earlier[0].command, Resume)


def test_every_state_of_a_run_has_words(tmp_path: Path) -> None:
    kinds = ("queued", "starting", "running", "paused", "recovering", "finished", "stopped", "cancelled", "failed")
    for number, kind in enumerate(kinds):
        shown = view(known(tmp_path / str(number), kind))
        assert shown.headline
        assert shown.line
        assert not shown.headline.endswith(".")


def test_runs_are_found_by_name_model_data_tag_and_note(tmp_path: Path) -> None:
    run = known(tmp_path, "finished")
    noted = replace(run, notes=RunNotes(tags=("night", "keep"), note="Helga liked it"))
    rows = view(noted).earlier
    for text in ("support QWEN", "replies.jsonl", "#keep", "helga", "#nig"):
        assert arranged(rows, text, "ended", backwards=False) == rows
    for text in ("invoice", "#helga"):
        assert arranged(rows, text, "ended", backwards=False) == ()


def test_runs_are_sorted_by_a_column_and_those_without_a_number_come_last(tmp_path: Path) -> None:
    first, second, none = (
        replace(known(tmp_path / kind, kind), name=kind, job=job(title))
        for kind, title in (("finished", "b"), ("stopped", "a"), ("queued", "c"))
    )
    none = replace(none, brief=structs.replace(none.brief, state="failed"))
    rows = view(first, second, none).earlier

    def titles(key: SortKey, *, backwards: bool = False) -> list[str]:
        return [row.title for row in arranged(rows, "", key, backwards=backwards)]

    assert titles("title") == ["a", "b", "c"]
    assert titles("title", backwards=True) == ["c", "b", "a"]
    assert titles("best") == ["b", "a", "c"]
    assert titles("took", backwards=True)[0] == "b"


def test_a_run_at_rest_is_told_without_its_story(tmp_path: Path) -> None:
    run = known(tmp_path, "finished")
    assert view(replace(run, story=None)).headline == "support-replies is finished"
    assert view(replace(run, story=None)).earlier == view(run).earlier


def test_the_processor_is_named_where_there_is_no_card() -> None:
    cpu = Device(id="cpu", name="AMD EPYC, 4 cores", kind="cpu", total_bytes=16 * GIB, free_bytes=12 * GIB)
    none = Machine(devices=(cpu,), gpu_state="none", words="No NVIDIA card was found.")
    facts = device_facts(none)
    assert facts.title == "Training on the processor"
    assert facts.facts[1] == ("Memory", "16.00 GiB, 4.00 GiB in use")
    card = device_card(none, [])
    assert (card.name, card.in_use, card.doing) == ("Processor", "4.00 of 16.00 GiB in use", "Nothing is running")
    broken = device_facts(Machine(devices=(cpu,), gpu_state="failed", words="The NVIDIA driver does not answer."))
    assert broken.chip_tone == "warn"
    assert broken.facts[2][1] == "The NVIDIA driver does not answer."


def test_the_rail_says_what_the_studio_does(tmp_path: Path) -> None:
    card = device_card(machine(), [known(tmp_path, "running")])
    assert (card.name, card.total) == ("RTX 3090", "24 GB")
    assert card.doing == "Training support-replies"


def test_two_runs_are_never_called_alike() -> None:
    assert free_name("starter dates", set()) == "starter dates"
    assert free_name("starter dates", {"starter dates", "starter dates 2"}) == "starter dates 3"
