"""The New run page's state: choices in, words out. No Qt."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec
import numpy as np
import pytest

from studio.api import Alternative, Device, Inspection, JobToPlan, Machine, MemoryParts, Plan, error_bars, plan_here
from studio.data.problem import Problem
from studio.data.report import DatasetReport, Preview, TokenCounts
from studio.errors import PlanProblem
from studio.job import Columns, Full, Lora, RowOfFile
from studio.paths import open_home
from studio.planning.arithmetic import slices
from studio.planning.calibration import Outcome, note_outcome
from studio.planning.plan_job import peak_learning_rate
from tests.support.screen_data import big_model
from ui.state.memory import exactly, memory_view
from ui.state.new_run import NewRun
from ui.state.new_run_choices import updates_of
from ui.state.new_run_page import new_run_view
from ui.state.ways_out import try_a_way_out, ways_out

GIB = 1024**3
NOW = 1_800_000_000.0


def card(total: float = 23.69, others: float = 3.52) -> Device:
    return Device(
        id="cuda:0",
        name="NVIDIA GeForce RTX 3090",
        kind="cuda",
        total_bytes=int(total * GIB),
        free_bytes=int((total - others) * GIB),
        used_by_others_bytes=int(others * GIB),
    )


def machine(device: Device | None = None) -> Machine:
    cpu = Device(id="cpu", name="CPU, 4 cores", kind="cpu", total_bytes=16 * GIB, free_bytes=8 * GIB)
    return Machine(devices=(device or card(), cpu), gpu_state="ok", words="")


def report(**changes: object) -> DatasetReport:
    values: dict[str, object] = {
        "rows": 12477,
        "train_rows": 12000,
        "held_out_rows": 477,
        "left_out_rows": 0,
        "shape": "question-answer",
        "columns": ("question", "answer", "topic"),
        "used_columns": ("question", "answer"),
        "problems": (),
        "problem_count": 0,
        "tokens": TokenCounts(p50=80, p95=200, max=400, total=1_000_000, targets=400_000),
        "examples": (
            Preview(
                file="a.csv",
                row=1,
                pieces=(
                    ("<|im_start|>user\nIs it in stock?<|im_end|>\n<|im_start|>assistant\n", False),
                    ("Yes.", True),
                ),
            ),
        ),
        "max_seq_len": 2048,
        "file_bytes": 31_400_000,
    }
    return DatasetReport(**{**values, **changes})  # type: ignore[arg-type]


def plan_of(asked: JobToPlan) -> Plan:
    """Stands in for the planner: 2 GiB for each row at a time, 30 for every weight."""
    job, lengths, device = asked.job, asked.lengths, asked.device
    size = job.learning.effective_batch_size
    if size > len(lengths):
        raise PlanProblem("There are fewer rows than that.", "Choose a smaller number.")
    micro = job.micro_batch_size or min(4, size)
    each = int(lengths.max()) * GIB // 200
    base = 30 if isinstance(job.method, Full) else 4
    memory = MemoryParts(others=device.used_by_others_bytes, weights=base * GIB, activations=micro * each)
    made = slices(size, micro)
    alternatives = (
        Alternative(
            name="Roomier",
            micro_batch_size=2,
            gradient_accumulation_steps=len(slices(size, 2)),
            world_size=1,
            gradient_checkpointing="on",
            peak_bytes=GIB,
            seconds_per_update=25.0,
            price="Slower.",
        ),
    )
    return Plan(
        effective_batch_size=size,
        micro_batch_size=micro,
        gradient_accumulation_steps=len(made),
        slices=made,
        token_budget=8192,
        max_seq_len=2048,
        gradient_checkpointing=job.gradient_checkpointing or "off",
        precision="bfloat16",
        memory=memory,
        peak_bytes=memory.ours,
        limit_bytes=device.total_bytes,
        fits=memory.ours + memory.others <= device.total_bytes,
        basis="formula",
        error_bar=0.04,
        seconds_per_update=20.0,
        micro_batches_per_update=float(len(made)),
        updates=updates_of(len(lengths), size, job.learning.epochs),
        rows=len(lengths),
        reasons=("It is the fastest that fits.",),
        alternatives=alternatives,
        device_name=device.name,
    )


@pytest.fixture
def run() -> NewRun:
    made = NewRun(plan_of)
    made.see_machine(machine())
    return made


def hear(run: NewRun, path: Path, length: int = 400, **changes: object) -> None:
    path.touch()
    run.choose_data(str(path))
    asked = run.question()
    assert asked is not None
    said = report(**changes)
    lengths = np.full(said.rows, length, dtype=np.int64)
    run.hear(asked, Inspection(said, lengths, lengths // 2), None)


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


def faults() -> tuple[Problem, ...]:
    """Three rows without an answer and a note about the file."""
    rows = tuple(
        Problem(
            file="rows.csv",
            row=row,
            column="answer",
            kind="empty-answer",
            title=f"Row {row} of rows.csv has no answer.",
            hint="Fill it.",
        )
        for row in (214, 907, 1121)
    )
    note = Problem(
        file="rows.csv", kind="separator", title="Cells of rows.csv stand between “;”.", hint="Fine.", left_out=False
    )
    return (note, *rows)


def test_rows_with_faults_are_shown_by_kind_and_the_others_are_fine(run: NewRun, tmp_path: Path) -> None:
    kinds = {"empty-answer": 5, "separator": 1}
    hear(run, tmp_path / "rows.csv", problems=faults(), problem_count=6, problem_kinds=kinds, left_out_rows=5)
    data = new_run_view(run, NOW).data
    assert data.badge.words == "5 rows left out"
    assert data.problems_title == "5 rows cannot be used as they are"
    first, second = data.problems
    assert (first.title, first.skip) == ("5 rows have no answer", "Skip the first 3")
    assert [row.row for row in first.rows] == ["214", "907", "1,121"]
    assert first.rows[0].value == "(empty)"
    assert (second.title, second.skip, second.rows) == ("Cells of rows.csv stand between “;”.", "", ())
    assert data.problems_note == "And 2 more. The other 12,477 rows are fine. Your file is never changed."


def test_rows_left_out_by_hand_are_asked_for_once_and_kept_in_the_job(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", problems=faults(), problem_count=4, left_out_rows=3)
    wanted = new_run_view(run, NOW).data.problems[0].places
    run.skip(wanted)
    run.skip(wanted[:1])
    asked = run.question()
    assert asked is not None
    assert asked.data.skip_rows == wanted
    assert not run.just_chosen
    assert run.job().data.skip_rows == wanted


def test_a_column_that_many_rows_lack_can_be_exchanged(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", rows=5, train_rows=5, held_out_rows=0, left_out_rows=3, problems=faults()[1:],
         problem_count=3)  # fmt: skip
    assert new_run_view(run, NOW).data.problems[0].columns == ("topic",)
    run.choose_data(str(tmp_path / "rows.csv"))
    hear(run, tmp_path / "rows.csv", problems=faults()[1:], problem_count=3, left_out_rows=3)
    assert new_run_view(run, NOW).data.problems[0].columns == ()


def test_what_was_decided_about_a_file_comes_with_the_answer_and_is_not_asked_again(
    run: NewRun, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    path.touch()
    run.choose_data(str(path))
    asked = run.question()
    assert asked is not None
    assert run.just_chosen
    columns, skipped = Columns(prompt=("topic",), answer="answer"), (RowOfFile("rows.csv", 3),)
    data = msgspec.structs.replace(asked.data, columns=columns, skip_rows=skipped)
    lengths = np.full(12477, 40)
    run.hear(asked, Inspection(report(), lengths, lengths, data), None)
    assert run.question() is None
    assert (run.job().data.columns, run.job().data.skip_rows) == (columns, skipped)


def test_the_plan_follows_a_length_at_once_and_its_price_is_that_of_the_cut_rows(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", length=4000)
    assert isinstance(run.chosen, Plan)
    whole = run.chosen.peak_bytes
    cheaper = run.plan_for(run.choices_cut_at(1000))
    assert isinstance(cheaper, Plan)
    run.choose_length(1000)
    assert isinstance(run.chosen, Plan)
    assert whole > cheaper.peak_bytes == run.chosen.peak_bytes
    asked = run.question()
    assert asked is not None
    cut = np.full(12477, 1000)
    run.hear(asked, Inspection(report(max_seq_len=1000), cut, cut), None)
    run.choose_length(4000)
    assert isinstance(run.chosen, Plan)
    assert run.chosen.peak_bytes == whole, "the full lengths are still known"


def test_what_is_missing_is_never_less_than_nothing(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv")
    assert isinstance(run.chosen, Plan)
    run.chosen = msgspec.structs.replace(run.chosen, fits=False)
    assert run.chosen.spare_bytes > 0
    assert new_run_view(run, NOW).plan.headline.startswith("Too close to the limit: only ")


def test_a_file_without_a_usable_row_cannot_be_started(run: NewRun, tmp_path: Path) -> None:
    hear(run, tmp_path / "rows.csv", rows=0, train_rows=0, held_out_rows=0, left_out_rows=3, examples=())
    view = new_run_view(run, NOW)
    assert view.headline == "New run: one thing needs you"
    assert view.start.line == "No row of this one can be used."


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


def test_the_starter_rows_are_called_by_name(run: NewRun) -> None:
    run.choose_data(run.demo.data.train, run.demo.data.held_out)
    assert new_run_view(run, NOW).data.name == "Starter: Dates"
    assert run.name == "starter dates"


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
