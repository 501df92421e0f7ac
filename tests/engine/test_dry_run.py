"""Dry runs against every byte that torch allocates in the trainer's own loop, and what they say of cards."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import torch

from studio.engine.dry_run import dry_run, dry_step
from studio.engine.set_up import Rows
from studio.engine.stand_in import stand_in
from studio.engine.storages import BLOCK, Storages
from studio.errors import StudioError
from studio.job import Full, Lora, Method
from studio.plan import MemoryParts
from studio.planning.measurement import Measurement, MeasureOrder, Trial
from studio.planning.memory import Work, memory_parts
from tests.benchmarks.planner_accuracy.compare import by_dry_run, traced
from tests.benchmarks.planner_accuracy.configurations import Configuration, Run, prepare
from tests.planning.models import FREE_3090

pytestmark = pytest.mark.filterwarnings("ignore")


LORA = Lora(rank=8)
STORM = pytest.mark.storm


def run_of(folder: Path, method: Method = LORA, optimizer: str = "adamw", family: str = "llama") -> Run:
    """One without weights, of rows of 512 tokens."""
    one = Configuration(family, "LoRA", "off", "bfloat16", 512, 4)
    run = prepare(one, folder, weights=False, hidden_size=512, intermediate_size=1024, num_hidden_layers=2)
    learning = msgspec.structs.replace(run.job.learning, optimizer=optimizer)
    return Run(run.facts, msgspec.structs.replace(run.job, method=method, learning=learning), run.plan, run.store)


def on_a_card(run: Run, rows: int = 1, longest: int = 512, checkpointing: str = "off") -> tuple[MemoryParts, int]:
    device = torch.device("cuda:0")
    trial = Trial(checkpointing=checkpointing, rows=rows, longest=longest, targets=1)
    with dry_step(run.job, run.plan, Rows(run.store), device) as step:
        return step.try_out(trial)


@pytest.mark.parametrize(
    ("family", "method", "checkpointing", "precision", "length", "rows"),
    [
        ("llama", "full", "off", "bfloat16", 128, 4),
        ("llama", "QLoRA nf4", "on", "bfloat16", 256, 2),
        pytest.param("qwen3", "LoRA, dropout", "off", "float32", 512, 1, marks=STORM),
        pytest.param("gemma3", "LoRA", "on", "bfloat16", 256, 2, marks=STORM),
        ("mixtral", "LoRA", "off", "bfloat16", 256, 2),
        pytest.param("falcon", "DoRA", "on", "bfloat16", 512, 1, marks=STORM),
    ],
)
def test_a_dry_run_is_within_one_percent_of_every_byte_that_training_allocates(
    family: str, method: str, checkpointing: str, precision: str, length: int, rows: int, tmp_path: Path
) -> None:
    one = Configuration(family, method, checkpointing, precision, length, rows)
    run = prepare(one, tmp_path)
    stored, true = traced(run, tmp_path)
    assert by_dry_run(one, run) - stored == pytest.approx(true - stored, rel=0.01)


def test_a_layer_that_sees_only_so_far_back_is_counted_as_it_attends(tmp_path: Path) -> None:
    one = Configuration("mistral", "LoRA", "off", "float32", 512, 1)
    run = prepare(one, tmp_path, sliding_window=128)
    stored, true = traced(run, tmp_path)
    assert by_dry_run(one, run) - stored == pytest.approx(true - stored, rel=0.01)


def test_attention_on_a_card_keeps_no_scores(tmp_path: Path) -> None:
    """The same number of tokens takes the same memory, however long the rows are."""
    run = run_of(tmp_path)
    long, short = on_a_card(run, rows=1, longest=512)[0], on_a_card(run, rows=4, longest=128)[0]
    scores = 2 * 4 * 512 * 512 * 2  # of all heads and layers
    assert abs(long.activations - short.activations) < 0.01 * scores


def test_a_card_works_in_the_lower_precision_and_hands_out_blocks(tmp_path: Path) -> None:
    run = run_of(tmp_path)
    low = on_a_card(run)[0]
    plan = msgspec.structs.replace(run.plan, precision="float32")
    exact = on_a_card(Run(run.facts, run.job, plan, run.store))[0]
    assert low.activations < 0.8 * exact.activations
    assert all(size % BLOCK == 0 for size in msgspec.structs.asdict(low).values())


@pytest.mark.parametrize("quantization", [pytest.param("nf4", marks=STORM), "nf4-double", "int8"])
def test_compressed_weights_stand_in_as_they_are_stored(quantization: str, tmp_path: Path) -> None:
    method = Lora(rank=8, quantization=quantization)
    run = run_of(tmp_path, method)
    parts, _ = on_a_card(run)
    formula = memory_parts(run.facts, method, "bfloat16", "off", Work(tokens=512, targets=511), FREE_3090)
    assert parts.weights == pytest.approx(formula.weights, rel=0.01)


def test_gradients_and_states_of_what_learns_are_resident(tmp_path: Path) -> None:
    run = run_of(tmp_path, Full())
    parts, step_bytes = on_a_card(run)
    assert parts.adapters == 0
    assert parts.weights == pytest.approx(4 * run.facts.parameters, rel=0.01)
    assert parts.gradients == pytest.approx(parts.weights, rel=0.01)
    assert parts.optimizer == pytest.approx(2 * parts.weights, rel=0.01)
    assert parts.weights + parts.gradients + parts.optimizer <= step_bytes


def test_an_optimizer_with_less_state_is_seen(tmp_path: Path) -> None:
    assert on_a_card(run_of(tmp_path, Full(), "adafactor"))[0].optimizer < (
        0.2 * on_a_card(run_of(tmp_path, Full()))[0].optimizer
    )


@pytest.mark.parametrize("precision", [pytest.param("float32", marks=STORM), "bfloat16"])
def test_experts_need_no_card_either(precision: str, tmp_path: Path) -> None:
    run = run_of(tmp_path, Full(), family="mixtral")
    plan = msgspec.structs.replace(run.plan, precision=precision)
    parts, _ = on_a_card(Run(run.facts, run.job, plan, run.store))
    assert parts.gradients == pytest.approx(4 * run.facts.parameters, rel=0.01)


def test_checkpointing_is_followed(tmp_path: Path) -> None:
    run = run_of(tmp_path)
    off, on = (on_a_card(run, rows=4, checkpointing=mode)[0] for mode in ("off", "on"))
    assert on.activations < 0.8 * off.activations


def test_a_stand_in_leaves_torch_as_it_was(tmp_path: Path) -> None:
    with stand_in(torch.device("cuda:0")):
        x = torch.ones(2, 2).to("cuda:0")
        assert (x.device.type, x.is_cuda, x.is_cpu) == ("cuda", True, False)
        with torch.autocast("cuda", dtype=torch.bfloat16):
            assert (x @ x).dtype == torch.bfloat16
            assert torch.nn.functional.layer_norm((x @ x), (2,)).dtype == torch.float32
    x = torch.ones(2, 2)
    assert x.device.type == "cpu"
    assert not torch.is_autocast_enabled("cuda")
    assert torch.equal(x @ x, torch.full((2, 2), 2.0))


def test_storages_are_counted_once_in_blocks_and_given_back() -> None:
    with Storages(512) as storages:
        x = torch.empty(100, device="meta")
        views = (x[:50], x.view(10, 10))
        assert (storages.peak_bytes, len(views)) == (512, 2)
        y = x + 1
        del x, views, y
        gc.collect()
        z = torch.empty(300, device="meta")
        storages.belong_to([z], "weights")
        storages.start_over()
    assert storages.peak_bytes == 1536
    assert storages.at_peak["weights"] == 1536


def test_a_storage_that_gives_its_memory_back_and_takes_it_again_is_followed() -> None:
    was = torch.UntypedStorage.resize_
    with Storages(512) as storages:
        x = torch.empty(256, device="meta")
        x.untyped_storage().resize_(0)
        y = torch.empty(128, device="meta")
        assert storages.peak_bytes == 1024
        x.untyped_storage().resize_(1024)
        assert (storages.peak_bytes, len(y)) == (1536, 128)
    assert torch.UntypedStorage.resize_ == was


def test_a_card_of_several_holds_its_part_and_the_layers_that_are_put_together(tmp_path: Path) -> None:
    run = run_of(tmp_path, Full())
    alone, _ = on_a_card(run)
    divided = msgspec.structs.replace(run.plan, divided=True, world_size=2)
    parts, step_bytes = on_a_card(Run(run.facts, run.job, divided, run.store))
    stored = 4 * run.facts.parameters
    assert parts.optimizer == pytest.approx(stored, rel=0.01), "two numbers for each of its half"
    assert alone.weights / 2 < parts.weights < alone.weights
    assert stored / 2 < parts.gradients < stored
    assert step_bytes == pytest.approx(2 * stored, rel=0.02)
    assert not torch.distributed.is_initialized()


def test_the_process_says_what_it_found_and_prints_nothing_else(tmp_path: Path) -> None:
    order = an_order(run_of(tmp_path), tmp_path)
    with subprocess.Popen([sys.executable, "-m", "studio.engine.dry_run"], stdin=-1, stdout=-1, stderr=-3) as process:
        process.stdin.write(msgspec.json.encode(order) + b"\n")  # type: ignore[union-attr]
        process.stdin.flush()  # type: ignore[union-attr]
        lines = process.stdout.read().splitlines()  # type: ignore[union-attr]
        assert process.wait() == 0
    answers = [msgspec.json.decode(line, type=Measurement) for line in lines]
    found = answers[-1].mode("on")
    assert found is not None
    assert [point.tokens for point in found.points] == [512, 2048]
    assert found.points[0].peak_bytes < found.points[1].peak_bytes
    assert answers[-1].trying is None


def test_a_model_that_nobody_knows_is_said_in_words(tmp_path: Path) -> None:
    run = run_of(tmp_path)
    config = tmp_path / "config.json"
    config.write_text(config.read_text().replace('"llama"', '"nobody"'))
    with pytest.raises(StudioError, match="nobody") as problem:
        list(dry_run(an_order(run, tmp_path)))
    assert problem.value.hint


def an_order(run: Run, scratch: Path) -> MeasureOrder:
    trials = tuple(Trial(checkpointing="on", rows=rows, longest=512, targets=511 * rows) for rows in (1, 4))
    return MeasureOrder(job=run.job, plan=run.plan, trials=trials, device="cuda:0", scratch=str(scratch))


def test_rows_of_a_run_are_used(tmp_path: Path) -> None:
    run = run_of(tmp_path)
    with dry_step(run.job, run.plan, Rows(run.store), torch.device("cpu")) as step:
        step.try_out(Trial(checkpointing="off", rows=2, longest=512, targets=1022))
    assert (step.tokens, step.targets) == (1024, 1022)
