"""Plans for several devices: what they send, which of unequal ones decides, when one more pays, what is divided."""

import msgspec
import numpy as np
import pytest

from studio.errors import PlanProblem
from studio.hardware.cards import find_card
from studio.job import Data, Full, Learning, Lora, TrainJob
from studio.planning.arithmetic import equation
from studio.planning.between_devices import bytes_of_gathering, bytes_of_sum
from studio.planning.exchange import assumed_between
from studio.planning.plan_job import JobToPlan, plan_job
from tests.planning.models import FREE_3090, LLAMA_2_13B, PROCESSOR, RTX_3090, SMALL, facts

BOTH = (FREE_3090, FREE_3090)


def plan(cards, model, length=1024, **changes):
    job = TrainJob(name="a", model="m", data=Data(train=""), world_size=len(cards), **changes)
    lengths = np.full(1000, length)
    tightest = min(cards, key=lambda each: each.free_bytes)
    return plan_job(
        JobToPlan(job=job, facts=model, lengths=lengths, num_targets=lengths, device=tightest, cards=tuple(cards))
    )


def test_two_cards_share_an_update_and_what_that_saves_is_said():
    made = plan(BOTH, facts())
    assert (made.world_size, made.divided, sum(made.slices)) == (2, False, 32)
    alone = plan(BOTH[:1], facts())
    assert made.seconds_per_update < 0.6 * alone.seconds_per_update
    assert made.reasons[-1].startswith("2 GPUs pay: an update takes ")
    assert "(at 10 GB/s, assumed until a run has measured it)" in made.reasons[-1]
    assert equation(plan(BOTH, facts(), micro_batch_size=4)) == "32 = 4 × 4 × 2 GPUs"


def test_slices_that_differ_say_how_many_gpus_share_them_and_make_no_false_product():
    assert equation(plan(BOTH, facts(), micro_batch_size=6)) == "32 = 2 × 6 + 4 × 5, shared by 2 GPUs"
    three = plan(BOTH, facts(), learning=Learning(effective_batch_size=3), micro_batch_size=1)
    assert equation(three) == "3 = 3 × 1, shared by 2 GPUs"


def test_a_second_card_that_waits_for_the_slots_does_not_pay():
    made = plan(BOTH, facts(), length=16, learning=Learning(effective_batch_size=2), method=Lora(rank=256, alpha=512))
    assert made.reasons[-1].startswith("More than one GPU does not pay here: an update takes ")


def test_of_unequal_cards_the_fullest_gives_the_budget_and_the_slowest_the_pace():
    fast = find_card("4090").as_device()
    made = plan((fast, RTX_3090), facts())
    assert made.device_name == RTX_3090.name
    assert made.token_budget == plan((RTX_3090, RTX_3090), facts()).token_budget
    assert made.seconds_per_update == pytest.approx(plan((RTX_3090, RTX_3090), facts()).seconds_per_update)
    (said,) = (each for each in made.reasons if each.startswith("All GPUs get micro-batches"))
    assert "which has 20.17 GiB free and NVIDIA GeForce RTX 4090 23.64 GiB" in said

    slow = msgspec.structs.replace(find_card("3060").as_device(), total_bytes=2**35, free_bytes=2**35)
    made = plan((fast, slow), facts())
    assert made.device_name == fast.name
    assert f"{slow.name} is the slowest of them, and the others wait for it." in made.reasons


def test_a_model_that_does_not_fit_one_card_is_divided_among_two():
    alone = plan(BOTH[:1], LLAMA_2_13B)
    assert not alone.fits
    made = plan(BOTH, LLAMA_2_13B)
    assert made.fits
    assert made.divided
    stored = 2 * LLAMA_2_13B.parameters
    assert stored / 2 < made.memory.weights < 0.6 * stored, "its half, and what is whole for a moment"
    assert made.memory.gradients == alone.memory.gradients, "an adapter is whole on every card"
    assert any(each.startswith("All of it needs") and "keeps a part" in each for each in made.reasons)


def test_compressed_weights_are_divided_too():
    large = facts(model_type="llama", parameters=68_976_648_192, hidden_size=8192, intermediate_size=28_672,
                  num_layers=80, num_attention_heads=64, vocab_size=32_000, tied_embeddings=False)  # fmt: skip
    alone, made = (plan((FREE_3090,) * cards, large, method=Lora(quantization="nf4")) for cards in (1, 4))
    assert not alone.fits
    assert made.fits
    assert made.divided
    stored = alone.memory.weights
    assert stored / 4 < made.memory.weights < 0.35 * stored, "a quarter of it, and what is whole for a moment"


def test_where_all_weights_learn_gradients_and_optimizer_are_divided_too():
    eight = plan((find_card("A100 80GB").as_device(),) * 8, LLAMA_2_13B, method=Full())
    assert eight.fits
    assert eight.divided
    learns = LLAMA_2_13B.parameters
    assert eight.memory.optimizer == 8 * learns // 8
    assert 4 * learns / 8 < eight.memory.gradients < 4 * learns / 8 + 3 * 2**30
    assert not plan((find_card("A100 80GB").as_device(),) * 2, LLAMA_2_13B, method=Full()).fits


@pytest.mark.parametrize(
    ("method", "optimizer", "words"),
    [
        (Full(), "adamw-8bit", "What adamw-8bit keeps depends on where a matrix is cut"),
        (Full(), "adafactor", "What adafactor keeps depends on where a matrix is cut"),
    ],
)
def test_what_cannot_be_divided_is_refused_in_a_sentence_and_never_chosen(method, optimizer, words):
    learning = Learning(optimizer=optimizer)
    with pytest.raises(PlanProblem, match=words) as refused:
        plan(BOTH, facts(), method=method, learning=learning, divided=True)
    assert refused.value.hint
    assert not plan(BOTH, LLAMA_2_13B, method=method, learning=learning).divided


def test_one_device_is_never_divided_and_processes_may_be():
    assert not plan((PROCESSOR,), SMALL, divided=True).divided
    made = plan((PROCESSOR, PROCESSOR), SMALL, divided=True, method=Full())
    assert made.divided
    assert made.reasons[-1].startswith(("2 processes pay", "More than one process does not pay"))


def test_bytes_sent_are_those_of_a_ring():
    adapter = Lora(rank=16)
    assert bytes_of_sum(LLAMA_2_13B, adapter, 2) == pytest.approx(250e6, rel=0.01), "batch planning's figure"
    assert bytes_of_sum(LLAMA_2_13B, adapter, 4) == pytest.approx(1.5 * 250e6, rel=0.01)
    once = 2 * 32000 * 5120  # embeddings and head
    forward_and_backward = 2 * LLAMA_2_13B.parameters - once
    assert bytes_of_gathering(LLAMA_2_13B, adapter, "bfloat16", 2) == 0.5 * 2 * forward_and_backward
    all_learn = bytes_of_gathering(LLAMA_2_13B, Full(), "float32", 2)
    assert all_learn == 0.5 * 4 * (forward_and_backward + LLAMA_2_13B.parameters)
    linked, slots = (assumed_between(find_card(name).as_device()).sums.at(1e9) for name in ("H100", "3090"))
    assert slots > 10 * linked
