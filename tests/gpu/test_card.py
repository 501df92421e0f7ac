"""What only a card can show: its own kernels, memory that really runs out, time by events, and two of them together."""

import math

import numpy as np
import pytest
import torch

from studio.data.store import Example, ExampleStore
from studio.engine.attention import Rows, attend
from studio.engine.control import Control
from studio.engine.device import Stopwatch
from studio.engine.ranks import Ranks
from studio.engine.set_up import Rows as Stores
from studio.engine.set_up import make_training
from studio.engine.split_check import check_split
from studio.events import MemoryRecovered, UpdateFinished
from tests.benchmarks.planner_accuracy.configurations import WORDS, Configuration, prepare
from tests.e2e.test_runs import ended, start
from tests.engine.fixtures import go, gradient_of

pytestmark = [pytest.mark.gpu, pytest.mark.filterwarnings("ignore")]

LENGTHS = (700, 33, 64, 65, 1)


def relative(a, b):
    return float((a.double().cpu() - b.double().cpu()).norm() / b.double().norm().cpu())


def training_on(device, folder, family="llama", method="LoRA", precision="bfloat16", **sizes):
    """As a run sets it up, on rows of very different lengths."""
    one = Configuration(family, method, "off", precision, 300, 4)
    run = prepare(one, folder, **sizes)
    draw = np.random.default_rng(0)
    rows = [
        Example(draw.integers(3, WORDS, length).astype(np.uint32), np.ones(length, bool), row)
        for row, length in enumerate((300, 280, 160, 150, 90, 40, 12, 5), start=1)
    ]
    store = ExampleStore.write(folder / "more rows", rows)
    training = make_training(run.job, Stores(store), run.plan, device, Ranks())
    training.token_budget = 600
    return training


def masked(query, key, value, seen):
    """Attention in float64 by a mask of all pairs. Shapes: (b, heads, s, d), seen (s, s) → (b, s, heads, d)."""
    shared = query.shape[1] // key.shape[1]
    key, value = (each.double().repeat_interleave(shared, 1) for each in (key, value))
    scores = query.double() @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])
    said = scores.masked_fill(~seen, float("-inf")).softmax(-1) @ value
    return said.transpose(1, 2)


def with_gradients(attention, *inputs):
    inputs = [each.detach().clone().requires_grad_() for each in inputs]
    said = attention(*inputs)
    weights = torch.randn(said.shape, generator=torch.Generator().manual_seed(1)).to(said)
    (said * weights).sum().backward()
    return [said.detach(), *(each.grad for each in inputs)]


@pytest.mark.parametrize(
    ("packed", "window"), [(True, None), (True, 64), (False, 64)], ids=["packed", "packed in windows", "padded"]
)
def test_attention_without_masks_is_that_with_them(card, packed, window):
    """Packed through the card's kernel for rows of different lengths, in 16 bits; padded in float32."""
    torch.manual_seed(0)
    dtype, batch = (torch.bfloat16, 1) if packed else (torch.float32, 2)
    tokens = sum(LENGTHS)
    query, key, value = (torch.randn(batch, heads, tokens, 64, device=card, dtype=dtype) for heads in (8, 2, 2))
    starts = torch.tensor([0, *LENGTHS], dtype=torch.int32, device=card).cumsum(0).int()
    rows = Rows(LENGTHS, starts) if packed else None

    place = torch.arange(tokens, device=card)
    back = place.unsqueeze(1) - place
    row = torch.bucketize(place, starts, right=True) if packed else torch.zeros_like(place)
    seen = (back >= 0) & (back < (window or tokens)) & (row.unsqueeze(1) == row)

    def without_masks(q, k, v):
        return attend(torch.nn.Identity(), q, k, v, None, rows=rows, sliding_window=window)[0]

    ours = with_gradients(without_masks, query, key, value)
    right = with_gradients(lambda q, k, v: masked(q, k, v, seen), query, key, value)
    for one, other in zip(ours, right, strict=True):
        assert relative(one, other) < (2e-2 if packed else 1e-5)


@pytest.mark.parametrize(
    ("family", "sizes"),
    [("llama", {}), ("mistral", {"sliding_window": 64}), ("gemma3", {"sliding_window": 64}), ("qwen3", {})],
)
def test_rows_are_packed_and_have_the_gradient_of_padded_ones(card, tmp_path, family, sizes):
    packed = training_on(card, tmp_path, family, **sizes)
    assert packed.packed
    gradient = gradient_of(packed, 600)
    packed.packed = False
    assert relative(gradient, gradient_of(packed, 600)) < 3e-2


@pytest.mark.parametrize("method", ["LoRA", "full", "DoRA", "QLoRA nf4", "QLoRA int8"])
def test_every_method_agrees_on_two_splits_and_learns(card, tmp_path, method):
    training = training_on(card, tmp_path, method=method)
    control = Control(tmp_path / "commands.jsonl", 0, lambda: False)
    check = check_split(training, control, lambda _event: None)
    assert check is not None
    assert check.agreed, check.relative_error
    training.updates, training.peak_learning_rate = 8, 1e-3
    finished, events = go(training, tmp_path / "checkpoints")
    assert finished
    losses = [event.train_loss for event in events if isinstance(event, UpdateFinished)]
    assert losses[-1] < losses[0]


def test_four_bit_weights_take_a_third_of_sixteen_bit_ones(card, tmp_path):
    def stored(method):
        torch.cuda.empty_cache()
        before = torch.cuda.memory_allocated(card)
        training = training_on(
            card, tmp_path / method, method=method, hidden_size=512, intermediate_size=2048, head_dim=128
        )
        frozen = [each for each in training.model.parameters() if each.ndim == 2 and not each.requires_grad]
        assert all(each.device == card for each in frozen)
        return torch.cuda.memory_allocated(card) - before

    whole, compressed = stored("LoRA"), stored("QLoRA nf4")
    words = 2 * 2 * WORDS * 512  # bytes of embeddings and head, which stay
    assert compressed - words < (whole - words) / 2


def test_memory_that_really_runs_out_costs_nothing_but_time(card, tmp_path):
    """The limit stands between what large and small micro-batches need."""
    sizes = {"hidden_size": 512, "intermediate_size": 2048, "head_dim": 128}

    def run(name, budget, limit=None):
        torch.cuda.empty_cache()
        training = training_on(card, tmp_path / name, precision="float32", **sizes)
        training.token_budget = budget
        if limit is not None:
            torch.cuda.set_per_process_memory_fraction(limit / torch.cuda.get_device_properties(card).total_memory)
        torch.cuda.reset_peak_memory_stats(card)
        try:
            _, events = go(training, tmp_path / f"{name} checkpoints")
        finally:
            torch.cuda.set_per_process_memory_fraction(1.0)
        weights = torch.cat([each.detach().flatten() for each in training.learns])
        return weights, events, torch.cuda.max_memory_reserved(card)

    _, _, small = run("small", 300)
    calm, _, large = run("large", 2400)
    assert large > 1.2 * small
    recovered, events, _ = run("limited", 2400, limit=(small + large) / 2)
    assert any(isinstance(event, MemoryRecovered) for event in events)
    assert relative(recovered, calm) < 1e-5


def test_time_is_taken_by_events_and_told_one_update_later(card, tmp_path):
    training = training_on(card, tmp_path)
    training.updates = 5
    _, events = go(training, tmp_path / "checkpoints")
    told = [event for event in events if isinstance(event, UpdateFinished)]
    assert all(0 < event.optimizer_seconds < event.seconds for event in told[1:])

    watch = Stopwatch(card)
    watch.start()
    torch.cuda._sleep(500_000_000)  # about a quarter of a second
    assert watch.stop() == 0  # it does not wait
    torch.cuda.synchronize(card)
    watch.start()
    assert watch.stop() > 0.1


def test_a_run_measures_its_card_before_it_starts(nightshift):
    start(nightshift, 20, "--device", "cuda:0")
    watch = nightshift.wait(ended)
    assert watch.state == "finished"
    assert watch.story.plan is not None
    assert watch.story.plan.basis == "probe"


def test_two_cards_learn_what_one_does(nightshift, two_cards):
    def losses(name, *more):
        start(nightshift, 20, "--name", name, *more)
        return np.array(nightshift.wait(ended, name).story.curves.train_loss)

    alone, together = losses("alone", "--device", "cuda:0"), losses("together", *two_cards)
    assert len(alone) == 20
    assert np.allclose(together, alone, rtol=2e-2)
