"""Cards that are not here: found by the names people use, with the memory a driver leaves to programs."""

from __future__ import annotations

import pytest

from studio.errors import PlanProblem
from studio.hardware.cards import CARDS, Card, find_card, known_card
from studio.hardware.device import GIB
from studio.planning.speed import device_flops
from tests.planning.models import LLAMA_2_13B, RTX_3090


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("RTX 3090", "NVIDIA GeForce RTX 3090, 24 GB"),
        ("3090", "NVIDIA GeForce RTX 3090, 24 GB"),
        ("rtx3090ti", "NVIDIA GeForce RTX 3090 Ti, 24 GB"),
        ("4070 ti SUPER", "NVIDIA GeForce RTX 4070 Ti SUPER, 16 GB"),
        ("RTX 4060 Ti 16GB", "NVIDIA GeForce RTX 4060 Ti, 16 GB"),
        ("a100 40 GB", "NVIDIA A100, 40 GB"),
        ("NVIDIA A100-SXM4-80GB", "NVIDIA A100, 80 GB"),
        ("NVIDIA H100 80GB HBM3", "NVIDIA H100, 80 GB"),
        ("L4", "NVIDIA L4, 24 GB"),
        ("pro 6000", "NVIDIA RTX PRO 6000 Blackwell, 96 GB"),
        ("RX 7900 XTX", "AMD Radeon RX 7900 XTX, 24 GB"),
        ("M4 Max", "Apple M4 Max, 128 GB"),
    ],
)
def test_a_card_is_found_by_the_name_people_use(asked: str, found: str) -> None:
    assert find_card(asked).name == found


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_every_card_is_found_by_its_own_name_and_behind_its_drivers(card: Card) -> None:
    assert find_card(card.name) is card
    known = known_card(card.model)
    assert known is not None
    assert known.model == card.model
    assert 0.88 * card.nominal_gb < card.usable_gib < card.nominal_gb or card.kind == "mps"
    assert card.single_tflops <= card.low_tflops


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("RTX 4090 Laptop GPU", "RTX 4090"),
        ("GTX 1080 Ti", "RTX 2080 Ti"),
        ("RTX 3095", "RTX 3090"),
        ("RTX 3090 48GB", "RTX 3090"),
        ("RTX", "RTX 5090"),
        ("", "RTX"),
        ("💥", "RTX"),
    ],
)
def test_an_unknown_card_is_refused_in_a_sentence_that_names_the_nearest(asked: str, nearest: str) -> None:
    with pytest.raises(PlanProblem) as problem:
        find_card(asked)
    assert problem.value.title == f"No card called “{asked}” is known here."
    assert nearest in problem.value.hint
    assert "--memory" in problem.value.hint


def test_a_name_of_several_cards_is_not_guessed() -> None:
    with pytest.raises(PlanProblem) as problem:
        find_card("A100")
    assert problem.value.title == "“A100” is more than one card."
    assert problem.value.hint == "Say which: NVIDIA A100, 80 GB or NVIDIA A100, 40 GB."


def test_a_card_that_is_not_here_is_empty_and_has_the_memory_its_driver_reports() -> None:
    device = find_card("3090").as_device()
    assert device.total_bytes == device.free_bytes == RTX_3090.total_bytes
    assert (device.name, device.kind, device.compute_capability) == (RTX_3090.name, "cuda", (8, 6))
    assert device.used_by_others_bytes == 0


def test_another_amount_of_memory_leaves_the_speed_of_the_card() -> None:
    card = find_card("3090")
    half = card.as_device(12 * GIB)
    assert half.total_bytes == 12 * GIB
    assert device_flops(LLAMA_2_13B, half, "bfloat16") == device_flops(LLAMA_2_13B, card.as_device(), "bfloat16")
