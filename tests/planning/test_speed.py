"""How long a micro-batch takes: sums of arithmetic, the same at every look."""

from __future__ import annotations

import msgspec
import pytest

from studio.job import Full, Lora
from studio.planning import speed
from studio.planning.speed import busy_threads, device_flops, flops_per_token, seconds_of_pass
from tests.planning.models import FREE_3090, LLAMA_2_13B, PROCESSOR, SMALL


@pytest.mark.parametrize(("method", "off", "on"), [(Lora(), 4, 6), (Full(), 6, 8)])
def test_recomputing_costs_an_adapter_half_and_all_weights_a_third_more(method: Lora | Full, off: int, on: int) -> None:
    linear = LLAMA_2_13B.parameters - 2 * 32_000 * 5120
    without, head = flops_per_token(LLAMA_2_13B, method, "off", 1.0)
    recomputed, same_head = flops_per_token(LLAMA_2_13B, method, "on", 1.0)
    assert without == pytest.approx(off * linear, rel=0.001)
    assert recomputed == pytest.approx(on * linear, rel=0.001)
    assert head == same_head == off * 32_000 * 5120


def test_longer_rows_cost_more_for_their_attention() -> None:
    assert flops_per_token(LLAMA_2_13B, Lora(), "off", 4096)[0] > flops_per_token(LLAMA_2_13B, Lora(), "off", 128)[0]


def test_an_unknown_card_is_guessed_by_its_memory() -> None:
    known = device_flops(LLAMA_2_13B, FREE_3090, "bfloat16")
    unknown = device_flops(LLAMA_2_13B, msgspec.structs.replace(FREE_3090, name="Some New Card"), "bfloat16")
    assert unknown == pytest.approx(known, rel=0.5)
    assert device_flops(LLAMA_2_13B, FREE_3090, "float32") < known


def test_the_processor_is_measured_once_and_alike_at_every_look() -> None:
    first = device_flops(SMALL, PROCESSOR, "float32")
    assert first == device_flops(SMALL, PROCESSOR, "float32")
    speed._core_flops.cache_clear()
    assert device_flops(SMALL, PROCESSOR, "float32") == pytest.approx(first, rel=0.4)
    assert 1e8 < first < 1e13


def test_small_models_keep_one_thread_busy_and_large_ones_every_core_but_one() -> None:
    starter = msgspec.structs.replace(SMALL, hidden_size=160, intermediate_size=432)
    assert busy_threads(starter, 16) == 1
    assert busy_threads(SMALL, 16) == 2
    assert busy_threads(LLAMA_2_13B, 16) == 15


def test_a_pass_has_a_price_of_its_own() -> None:
    assert 0 < seconds_of_pass(SMALL, Full(), "off", PROCESSOR) < seconds_of_pass(SMALL, Full(), "on", PROCESSOR)


def test_compressed_weights_make_a_pass_dearer_by_reading_and_writing_them() -> None:
    """The share it takes of a pass of 2048 and of 512 tokens without checkpointing: about 5 % and 20 %."""
    plain = seconds_of_pass(LLAMA_2_13B, Lora(), "off", FREE_3090)
    extra = seconds_of_pass(LLAMA_2_13B, Lora(quantization="nf4"), "off", FREE_3090) - plain
    assert extra == pytest.approx(2 * 4.5 * 12.69e9 / 936e9, rel=0.01)
    of_a_token = flops_per_token(LLAMA_2_13B, Lora(), "off", 512)[0] / (71e12 * 0.6)
    assert extra / (2048 * of_a_token) == pytest.approx(0.05, abs=0.01)
    assert extra / (512 * of_a_token) == pytest.approx(0.20, abs=0.03)
    recomputed = seconds_of_pass(LLAMA_2_13B, Lora(quantization="nf4"), "on", FREE_3090)
    assert recomputed - seconds_of_pass(LLAMA_2_13B, Lora(), "on", FREE_3090) == pytest.approx(1.5 * extra)
    assert seconds_of_pass(SMALL, Lora(quantization="nf4"), "off", PROCESSOR) == seconds_of_pass(
        SMALL, Lora(), "off", PROCESSOR
    )
