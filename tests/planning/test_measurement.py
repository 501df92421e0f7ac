"""What was measured goes before formulas, is kept for the next run, and is worth no more than it is."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import PlanProblem
from studio.hardware.device import GIB, Program
from studio.job import Data, Full, Learning, Lora, TrainJob
from studio.models.local import read_model
from studio.paths import open_home
from studio.plan import MemoryParts
from studio.planning.choose import plan_batch, trials_for
from studio.planning.measure import measure
from studio.planning.measured import keep, measured_for, recall
from studio.planning.measurement import Measurement, Point, Trial, as_measured, fit_line
from studio.planning.memory import Work, memory_parts, usable_bytes
from studio.planning.plan_job import plan_job, plan_request
from studio.planning.request import PlanRequest
from studio.planning.speed import flops_per_token
from studio.planning.way_out import Smallest, what_would_fit
from studio.starter import STARTER_MODEL
from tests.planning.models import FREE_3090, LLAMA_2_13B, PROCESSOR, RTX_3090, facts, to_plan
from tests.support.pace import Stopwatch

QWEN_4B = facts()
DRAWN = np.clip(np.random.default_rng(3).lognormal(5.6, 0.7, 4000).astype(np.int64), 8, 2048)
DRAWN[0] = 2048
CONTEXT = round(0.5 * GIB)


def request(device=FREE_3090, model=QWEN_4B, lengths=DRAWN, target=32, **more):
    return PlanRequest(
        facts=model, method=more.pop("method", Lora()), learning=Learning(effective_batch_size=target),
        lengths=lengths, num_targets=lengths // 2, device=device, precision="bfloat16", **more,
    )  # fmt: skip


def measured(mode_bytes, mode_seconds, tokens=(2048, 6144), **more):
    """Exactly these lines, (fixed, per token), by mode."""
    found = Measurement(basis="probe", context_bytes=CONTEXT, **more)
    for mode, (fixed, per_token) in mode_bytes.items():
        for count in tokens:
            seconds = mode_seconds[mode][0] + mode_seconds[mode][1] * count if mode in mode_seconds else None
            peak = round(fixed + per_token * count)
            point = Point(tokens=count, targets=count // 2, peak_bytes=peak, seconds=seconds)
            found = found.with_point(mode, point)
    return found


@given(
    fixed=st.floats(0, 1e11), per_token=st.floats(1, 1e7),
    tokens=st.lists(st.integers(1, 10**6), min_size=2, max_size=6, unique=True),
)  # fmt: skip
def test_a_line_is_found_again_from_points_on_it(fixed, per_token, tokens):
    line = fit_line([(count, fixed + per_token * count) for count in tokens])
    for count in tokens:
        assert line.at(count) == pytest.approx(fixed + per_token * count, rel=1e-6)


@given(st.lists(st.tuples(st.integers(1, 10**5), st.floats(1, 1e10)), min_size=1, max_size=6))
def test_no_line_falls_or_begins_below_zero(points):
    line = fit_line(points)
    assert line.slope >= 0
    assert line.fixed >= -1e-6 * max(value for _, value in points)


def test_no_measured_peak_lies_above_its_line():
    found = Measurement(basis="probe")
    for tokens, peak in ((100, 500), (200, 900), (300, 1000)):
        found = found.with_point("on", Point(tokens=tokens, targets=1, peak_bytes=peak))
    mode = found.mode("on")
    assert all(mode.peak_line.at(point.tokens) >= point.peak_bytes for point in mode.points)
    assert mode.peak_line.slope == pytest.approx(1)  # as between the two largest
    assert found.mode("off") is None
    assert found.mode("long") is None  # its micro-batches without checkpointing were not measured


@given(st.integers(0, 10**12), st.integers(0, 10**10))
def test_parts_add_up_to_the_measured_peak(peak, context):
    parts = MemoryParts(others=7, weights=10**9, gradients=10**8, optimizer=10**8, activations=10**9, workspace=10**8)
    brought = as_measured(parts, peak, context)
    assert brought.others == 7
    assert min(msgspec.structs.asdict(brought).values()) >= 0 or peak < 3 * 10**8
    assert brought.ours == peak


def test_what_was_measured_takes_the_place_of_the_formula():
    by_formula = plan_batch(request())
    found = measured({"off": (9 * GIB, 300_000), "on": (9 * GIB, 100_000)}, {"off": (0.1, 1e-4), "on": (0.1, 1.4e-4)})
    plan = plan_batch(request(measurement=found))
    assert (by_formula.basis, plan.basis) == ("formula", "probe")
    assert plan.error_bar == 0.03 < by_formula.error_bar
    assert plan.peak_bytes == pytest.approx(9 * GIB + 300_000 * plan.token_budget, rel=1e-6)
    assert plan.memory.workspace == CONTEXT
    assert plan.memory.weights == by_formula.memory.weights
    assert any(reason.startswith("Measured: ") for reason in plan.reasons)
    assert len(plan.reasons) <= 5


def test_an_update_takes_what_its_micro_batches_were_timed_at_and_the_step():
    found = measured({"off": (9 * GIB, 1000)}, {"off": (0.5, 1e-3)}, step_seconds=0.25)
    alike = np.full(640, 512)
    plan = plan_batch(request(lengths=alike, micro_batch_size=8, gradient_checkpointing="off", measurement=found))
    assert plan.seconds_per_update == pytest.approx(4 * 0.5 + 32 * 512 * 1e-3 + 0.25)


def test_what_attention_costs_in_a_long_row_is_not_taken_for_the_price_of_every_token():
    def seconds(tokens, row_length):
        layers, head = flops_per_token(QWEN_4B, Lora(), "off", row_length)
        return 1e-13 * (layers * tokens + head * tokens / 2)

    found = Measurement(basis="probe", context_bytes=CONTEXT)
    for length in (512, 16_384):
        took = 0.5 + seconds(length, length)
        point = Point(tokens=length, targets=length // 2, row_length=length, peak_bytes=9 * GIB, seconds=took)
        found = found.with_point("off", point)
    alike = np.full(640, 512)
    plan = plan_batch(request(lengths=alike, micro_batch_size=8, gradient_checkpointing="off", measurement=found))
    assert plan.seconds_per_update == pytest.approx(4 * 0.5 + seconds(32 * 512, 512))


def test_the_faster_checkpointing_is_the_one_that_was_timed_faster():
    fast_with = {"off": (0.1, 5e-4), "on": (0.1, 2e-4)}
    line = {"off": (9 * GIB, 1000), "on": (9 * GIB, 900)}
    assert plan_batch(request(measurement=measured(line, fast_with))).gradient_checkpointing == "on"
    fast_without = {"off": (0.1, 2e-4), "on": (0.1, 5e-4)}
    assert plan_batch(request(measurement=measured(line, fast_without))).gradient_checkpointing == "off"


def test_a_slow_device_is_slow_in_both_modes_though_one_was_timed():
    """Else the one that was not timed would look fast by formula."""
    slow = {"off": (2.0, 5e-2)}
    plan = plan_batch(request(measurement=measured({"off": (9 * GIB, 1000)}, slow)))
    assert plan.gradient_checkpointing == "off"


def test_what_did_not_fit_is_not_planned_again_unless_there_is_more_room():
    room = usable_bytes(FREE_3090)
    line, seconds = {"off": (9 * GIB, 1000)}, {"off": (0.5, 1e-5)}
    found = measured(line, seconds, room_bytes=room).without_room_for("off", 4 * 2048)
    tried = plan_batch(request(gradient_checkpointing="off", measurement=found))
    assert tried.token_budget < 4 * 2048
    smaller_then = msgspec.structs.replace(found, room_bytes=room // 2)
    assert plan_batch(request(gradient_checkpointing="off", measurement=smaller_then)).token_budget >= 4 * 2048


def test_a_step_that_needs_more_than_its_micro_batches_counts():
    found = measured({"off": (9 * GIB, 10)}, {"off": (0.1, 1e-4)}, step_bytes=15 * GIB)
    assert plan_batch(request(measurement=found)).peak_bytes == 15 * GIB


def test_a_single_size_grows_as_the_formula_does():
    found = measured({"off": (9 * GIB, 100)}, {"off": (0.1, 1e-4)}, tokens=(2048,))
    two, four = (
        plan_batch(request(measurement=found, micro_batch_size=rows, gradient_checkpointing="off")).peak_bytes
        for rows in (2, 4)
    )
    by_formula = [
        memory_parts(QWEN_4B, Lora(), "bfloat16", "off", Work(tokens=rows * 2048, targets=rows * 1024), FREE_3090).ours
        for rows in (2, 4)
    ]
    assert four - two == pytest.approx(by_formula[1] - by_formula[0], rel=0.2)


def test_a_dry_run_knows_nothing_of_the_driver():
    found = msgspec.structs.replace(
        measured({"off": (9 * GIB, 1000)}, {}), basis="dry-run", context_bytes=0
    )  # fmt: skip
    plan = plan_batch(request(measurement=found, micro_batch_size=2, gradient_checkpointing="off"))
    assert plan.basis == "dry-run"
    assert plan.error_bar == 0.06
    assert plan.peak_bytes == pytest.approx(9 * GIB + 1000 * 4096 + plan.memory.workspace, rel=1e-6)
    assert plan.memory.workspace > 0.5 * GIB
    assert (
        plan.seconds_per_update
        == plan_batch(request(micro_batch_size=2, gradient_checkpointing="off")).seconds_per_update
    )


@pytest.mark.parametrize("target", [1, 4, 32])
@pytest.mark.parametrize("gib", [12, 16, 24, 80])
def test_trials_are_few_have_several_sizes_a_mode_and_the_longest_row(target, gib):
    device = msgspec.structs.replace(FREE_3090, total_bytes=gib * GIB, free_bytes=gib * GIB)
    trials = trials_for(request(device=device, target=target))
    assert 1 <= len(trials) <= 6
    for mode in {trial.checkpointing for trial in trials}:
        sizes = [trial.token_budget for trial in trials if trial.checkpointing == mode]
        assert len(set(sizes)) == len(sizes) == 3
        assert 2048 in sizes
        assert min(sizes) <= np.median(DRAWN) < 2048
    assert list(trials) == sorted(trials, key=lambda trial: trial.token_budget)
    assert all(0 < trial.targets <= trial.token_budget for trial in trials)


def test_nothing_is_tried_that_is_far_too_much():
    assert trials_for(request(model=LLAMA_2_13B, method=Full())) == ()
    small = msgspec.structs.replace(FREE_3090, total_bytes=12 * GIB, free_bytes=12 * GIB)
    only_on = trials_for(request(device=small, lengths=np.full(100, 8192)))
    assert {trial.checkpointing for trial in only_on} == {"on"}


def test_the_user_s_checkpointing_is_the_only_one_tried():
    trials = trials_for(request(gradient_checkpointing="on"))
    assert {trial.checkpointing for trial in trials} == {"on"}


JOB = TrainJob(name="a", model=str(STARTER_MODEL), data=Data(train=""))
LENGTHS = np.full(200, 64)


def asked(job=JOB, device=PROCESSOR, lengths=LENGTHS):
    return measured_for(job, plan_request(to_plan(job, read_model(job.model), lengths, device)), "probe")


def test_a_measurement_is_there_again_for_exactly_the_same(tmp_path):
    home = open_home(tmp_path)
    found = measured({"off": (9, 8)}, {"off": (1, 2)})
    assert recall(home, asked()) is None
    keep(home, asked(), found)
    assert recall(home, asked()) == found


def changed_job(**changes):
    return asked(msgspec.structs.replace(JOB, **changes))


@pytest.mark.parametrize(
    "other",
    [
        lambda: changed_job(method=Lora(rank=8)),
        lambda: changed_job(method=Full()),
        lambda: changed_job(precision="bfloat16"),
        lambda: changed_job(learning=Learning(optimizer="adafactor")),
        lambda: changed_job(gradient_checkpointing="on"),
        lambda: asked(lengths=np.full(200, 65)),
        lambda: msgspec.structs.replace(asked(), num_labels=4),
        lambda: asked(device=msgspec.structs.replace(PROCESSOR, name="another")),
        lambda: asked(device=msgspec.structs.replace(PROCESSOR, driver="2")),
        lambda: msgspec.structs.replace(asked(), versions=("torch 3",)),
        lambda: msgspec.structs.replace(asked(), basis="dry-run"),
    ],
)
def test_what_was_measured_for_something_else_is_not_used(tmp_path, other):
    home = open_home(tmp_path)
    keep(home, asked(), measured({"off": (9, 8)}, {}))
    assert recall(home, other()) is None


@pytest.mark.parametrize(
    "change",
    [
        dict(learning=Learning(learning_rate=1.0, effective_batch_size=7, seed=3, epochs=9)),
        dict(name="b", keep="last"),
    ],
)
def test_what_changes_neither_memory_nor_time_does_not_matter(tmp_path, change):
    home = open_home(tmp_path)
    keep(home, asked(), measured({"off": (9, 8)}, {}))
    assert recall(home, changed_job(**change)) is not None


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"measured_for": 3}', None])
def test_a_torn_or_foreign_file_is_nothing(tmp_path, content):
    home = open_home(tmp_path)
    keep(home, asked(), measured({"off": (9, 8)}, {}))
    (file,) = home.measurements.iterdir()
    if content is None:  # a whole one, of another run
        keep(home, changed_job(method=Full()), measured({"on": (1, 1)}, {}))
        (other,) = set(home.measurements.iterdir()) - {file}
        content = other.read_bytes()
    file.write_bytes(content)
    assert recall(home, asked()) is None


def test_where_nothing_can_be_written_a_measurement_is_only_forgotten(tmp_path):
    home = open_home(tmp_path)
    home.measurements.write_text("in the way")
    keep(home, asked(), measured({"off": (9, 8)}, {}))
    assert recall(home, asked()) is None


def test_a_cached_plan_is_there_at_once(tmp_path):
    home = open_home(tmp_path)
    keep(home, asked(), measured({"off": (9, 8)}, {"off": (1e-3, 1e-5)}))

    def plan():
        found = recall(home, asked())
        return plan_job(to_plan(JOB, read_model(JOB.model), LENGTHS, PROCESSOR, measurement=found))

    assert plan().basis == "probe"
    assert median_seconds(plan, 5) <= 0.1


def test_the_formula_follows_every_move_of_a_slider():
    work = Work(tokens=4096, targets=2048, longest=2048)
    assert median_seconds(lambda: memory_parts(LLAMA_2_13B, Lora(), "bfloat16", "off", work, FREE_3090), 21) <= 0.005


def median_seconds(work, times):
    taken = [Stopwatch() for _ in range(times)]
    for each in taken:
        with each:
            work()
    return float(np.median([each.seconds for each in taken]))


@pytest.mark.parametrize(
    ("model", "task", "words"), [("config.json", "write", "no weights"), ("", "classify", "cannot be made up")]
)
def test_what_cannot_be_probed_is_said(tmp_path, model, task, words):
    job = msgspec.structs.replace(JOB, model=str(Path(JOB.model) / model), task=task)
    ask = plan_request(to_plan(job, read_model(job.model, require_weights=False), LENGTHS, PROCESSOR))
    with pytest.raises(PlanProblem, match=words) as caught:
        measure(job, ask, "probe", open_home(tmp_path))
    assert caught.value.hint


def smallest(**changes):
    of_13b = dict(
        facts=LLAMA_2_13B, method=Lora(), precision="bfloat16", optimizer="adamw", checkpointing="on",
        device=FREE_3090, rows=1, longest=2048, most_targets=2048,
    )  # fmt: skip
    return Smallest(**{**of_13b, **changes})


def test_every_way_out_really_fits_when_it_is_taken():
    room = usable_bytes(FREE_3090)
    plan = plan_batch(request(model=LLAMA_2_13B, lengths=np.full(100, 2048)))
    assert not plan.fits
    assert any("nf4-double" in reason for reason in plan.reasons)
    compressed = request(model=LLAMA_2_13B, lengths=np.full(100, 2048), method=Lora(quantization="nf4-double"))
    assert plan_batch(compressed).fits
    assert smallest().need > room


def test_shorter_rows_are_named_where_they_fit_and_only_there():
    room = usable_bytes(RTX_3090) - RTX_3090.used_by_others_bytes
    tight = smallest(facts=QWEN_4B, method=Lora(), longest=200_000, most_targets=200_000)
    assert tight.need > room
    (words,) = [each for each in what_would_fit(tight, room) if "rows cut at" in each]
    length = int(words.split("rows cut at ")[1].split(" ")[0].replace(",", ""))
    assert smallest(facts=QWEN_4B, longest=length, most_targets=length).need <= room
    assert smallest(facts=QWEN_4B, longest=length + 64, most_targets=length + 64).need > room
    assert not any("rows cut at" in each for each in what_would_fit(smallest(), room))  # its weights are too much


def test_another_program_is_named_where_closing_it_is_enough():
    room = usable_bytes(FREE_3090) - 12 * GIB
    game = Program(name="A game", used_bytes=12 * GIB, pid=1)
    busy = msgspec.structs.replace(FREE_3090, used_by_others_bytes=12 * GIB, others=(game,))
    assert what_would_fit(smallest(facts=QWEN_4B, longest=16384, device=busy), room)[0].startswith(
        "It fits once A game"
    )
    assert not any("A game" in each for each in what_would_fit(smallest(device=busy), room))


@given(st.sampled_from(["off", "on"]), st.sampled_from([Lora(), Full(), Lora(quantization="int8")]), st.integers(1, 9))
def test_there_is_always_a_last_resort_with_numbers(checkpointing, method, gib):
    words = what_would_fit(smallest(checkpointing=checkpointing, method=method), gib * GIB)
    assert "GiB more memory" in words[-1]
    assert all(each.endswith(".") for each in words)


def test_a_smaller_model_that_is_named_fits():
    room = usable_bytes(FREE_3090)
    last = what_would_fit(smallest(method=Full()), room)[-1]
    billions = float(last.split("at most ")[1].split(" ")[0])
    assert 0.5 < billions < 13
    assert billions * 16e9 < room < (billions + 1) * 18e9  # sixteen bytes a weight and some activations


def test_a_trial_says_how_many_tokens_it_may_hold():
    assert Trial(checkpointing="on", rows=3, longest=7, targets=5).token_budget == 21
