"""The New run page's state: choices in, words out. No Qt."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from studio.api import Plan, error_bars, plan_here
from studio.job import Full, Lora
from studio.paths import open_home
from studio.planning.calibration import Outcome, note_outcome
from studio.planning.plan_job import peak_learning_rate
from tests.support.screen_data import big_model
from tests.ui.new_run_given import GIB, NOW, card, hear, machine
from ui.state.memory import exactly, memory_view
from ui.state.new_run import NewRun
from ui.state.new_run_choices import updates_of
from ui.state.new_run_page import new_run_view
from ui.state.ways_out import try_a_way_out, ways_out


def test_the_starter_model_is_chosen_and_only_data_is_missing(run: NewRun) -> None:
    view = new_run_view(run, NOW)
    assert view.model.name == "Starter model"
    assert view.headline == "New run: choose what to learn from"
    assert not view.start.can_start
    assert view.start.title == "Choose a file to start"
    assert [tile.number for tile in view.plan.tiles] == ["32", "?", "?", "1"]
    assert len(view.plan.ways_out) == 3


def test_a_question_is_asked_once_and_an_old_answer_is_dropped(run: NewRun, tmp_path: Path) -> None:
    run.choose_data(str(tmp_path / "a.csv"))
    first = run.question()
    assert first is not None
    assert run.question() is None
    run.choose_data(str(tmp_path / "b.csv"))
    second = run.question()
    assert second is not None
    run.hear(first, None, ("Old news.", ""))
    assert run.waiting
    run.hear(second, None, ("b.csv cannot be read.", "Save it as CSV."))
    view = new_run_view(run, NOW)
    assert view.data.problem == ("b.csv cannot be read.", "Save it as CSV.")
    assert "cannot be read" in view.start.line


def test_everything_ready(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "support-replies.csv")
    view = new_run_view(run, NOW)
    assert view.headline == "New run: everything is ready"
    assert view.plan.headline.startswith("It fits, with ")
    assert [tile.number for tile in view.plan.tiles] == ["32", "4", "8", "1"]
    assert view.data.counts == "12,000 rows to learn from, 477 held out to check it."
    assert view.data.preview == ("Row 1", "Is it in stock?", "Yes.")
    assert (view.data.reads, view.data.writes) == (("question",), "answer")
    assert view.start.can_start
    job = run.job()
    assert job.name == "support-replies"
    assert job.learning.effective_batch_size == 32
    assert job.micro_batch_size is None


def test_the_parts_of_the_memory_add_up_as_they_are_written(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    assert isinstance(run.chosen, Plan)
    shown = memory_view(run.chosen, card())
    hundredths = [round(float(part.written) * 100) for part in shown.parts]
    assert sum(hundredths) == round(card().total_bytes / GIB * 100)
    assert "Adapter" not in {part.name for part in shown.parts}  # nothing of it in this plan
    assert shown.limit == "Card: 23.69 GiB usable"
    thirds = exactly(dict.fromkeys("abc", GIB // 3))
    assert sorted(thirds.values()) == ["0.33", "0.33", "0.34"]


def test_a_target_that_is_no_number_has_its_reason_beside_it(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    for typed in ("", "many", "0", "-4", "3.5", "99999999"):
        run.choose_batch(typed)
        view = new_run_view(run, NOW)
        assert view.learning.batch_problem
        assert not view.start.can_start
        assert view.start.title == "Type a number to start"
    run.choose_batch("1,024")
    assert new_run_view(run, NOW).start.can_start
    assert run.batch == 1024


def test_a_target_that_cannot_be_planned_says_why(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    run.choose_batch("20000")
    view = new_run_view(run, NOW)
    assert view.learning.batch_problem.startswith("There are fewer rows than that.")
    assert not view.start.can_start


def test_a_target_that_does_not_divide_is_written_as_it_is(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    run.choose_batch("17")
    plan = new_run_view(run, NOW).plan
    assert [tile.number for tile in plan.tiles] == ["17", "2 × 4", "3 × 3"]
    assert plan.operators == ("=", "+")
    assert plan.tiles[1].first == "2 times"


def test_an_alternative_fixes_the_split_and_keeps_the_target(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    run.choose_alternative("Roomier")
    job = run.job()
    assert (job.micro_batch_size, job.gradient_checkpointing) == (2, "on")
    assert job.learning.effective_batch_size == 32
    view = new_run_view(run, NOW)
    assert [tile.number for tile in view.plan.tiles] == ["32", "2", "16", "1"]
    assert [each.chosen for each in view.plan.alternatives] == [False, True]
    run.choose_batch("64")
    assert run.job().micro_batch_size is None


def test_when_it_does_not_fit_every_way_out_was_tried(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", length=3000)
    run.choose_method(Full())
    view = new_run_view(run, NOW)
    assert view.plan.headline.startswith("It does not fit: ")
    assert view.plan.memory is not None
    assert view.plan.memory.too_much.endswith("too much")
    assert not view.start.can_start
    assert view.model.badge.words == "Too big as it is"
    run.choose_method(run.method_names[0][0])
    assert [way.key for way, _ in ways_out(run)] == ["models"]
    while try_a_way_out(run):
        pass
    ways = ways_out(run)
    assert [way.key for way, _ in ways] == ["shorter", "models"]
    run.take(ways[0][1])
    assert isinstance(run.chosen, Plan)
    assert run.chosen.fits
    assert run.job().data.max_seq_len == 512


def test_a_model_too_large_for_the_card_is_offered_in_four_bits(tmp_path: Path) -> None:
    run = NewRun()
    run.see_machine(machine())
    run.choose_model(str(big_model(tmp_path)))
    hear(run, tmp_path / "rows.csv")
    assert isinstance(run.chosen, Plan)
    assert not run.chosen.fits
    while try_a_way_out(run):
        pass
    ways = ways_out(run)
    assert ways[0][0].button == "Store in 4 bits"
    run.take(ways[0][1])
    assert isinstance(run.chosen, Plan)
    assert run.chosen.fits
    method = run.job().method
    assert isinstance(method, Lora)
    assert method.quantization == "nf4-double"
    assert method in [each for each, _ in run.method_names]


def test_what_is_missing_is_never_less_than_nothing(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    assert isinstance(run.chosen, Plan)
    run.chosen = msgspec.structs.replace(run.chosen, fits=False)
    assert run.chosen.spare_bytes > 0
    assert new_run_view(run, NOW).plan.headline.startswith("Too close to the limit: only ")


def test_a_folder_without_a_model_says_what_is_missing(run: NewRun, tmp_path: Path) -> None:
    run.choose_model(str(tmp_path))
    view = new_run_view(run, NOW)
    assert "config.json" in view.model.note
    assert view.start.title == "Choose a model to start"


def test_the_plan_follows_the_memory_that_others_take_but_not_every_flicker(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    assert not run.see_machine(machine(card(others=3.53)))
    assert run.see_machine(machine(card(others=18.0)))
    assert isinstance(run.chosen, Plan)
    assert not run.chosen.fits


def test_a_run_that_must_wait_says_so(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    run.busy = True
    assert new_run_view(run, NOW).start.title == "Starts when the run before it has ended"


def test_passes_are_said_in_updates(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    learning = new_run_view(run, NOW).learning
    assert dict(learning.passes)[3.0] == "3 passes = 1,125 updates"
    assert learning.rates[0][2] == "suggested"
    assert updates_of(5, 2, 1.0) == 3
    assert msgspec.json.encode(run.job())


def test_plans_rest_on_what_runs_of_this_computer_needed(tmp_path: Path) -> None:
    home = open_home(tmp_path / "home")
    run = NewRun(partial(plan_here, home), partial(error_bars, home))
    run.see_machine(machine())
    hear(run, tmp_path / "rows.csv", length=60)
    before = new_run_view(run, NOW).plan
    assert before.estimate_detail.startswith("Should memory run short")
    for more in (1.02, 1.05, 1.11):
        note_outcome(
            home,
            Outcome(
                device_name=card().name,
                method="lora",
                basis="formula",
                predicted_bytes=GIB,
                measured_bytes=int(more * GIB),
                predicted_seconds=1.0,
                measured_seconds=1.2,
            ),
        )
    run.choose_batch("31")
    plan = new_run_view(run, NOW).plan
    assert plan.estimate.endswith("± 11 %")
    assert plan.estimate_detail == "Never further off than that in your last 3 runs."


def test_the_suggested_learning_rate_is_that_of_the_worker(run: NewRun, tmp_path: Path) -> None:
    big = str(big_model(tmp_path))
    for method in (Lora(), Full()):
        run.choose_model(big)
        run.choose_method(method)
        job = run.job()
        assert job.learning.learning_rate is None
        assert run.suggested_rate == peak_learning_rate(job)
    run.choose_model(run.demo.model)
    assert run.suggested_rate == run.job().learning.learning_rate == run.demo.learning.learning_rate
