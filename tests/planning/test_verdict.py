"""Whether a model fits: the planner's answer for these rows, this target and this method."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from studio.errors import PlanProblem
from studio.hardware.cards import find_card
from studio.hardware.device import GIB, Device
from studio.job import Data, Full, Learning, Lora, Method, TrainJob
from studio.models.catalog import find_listed, read_catalog
from studio.planning.plan_job import plan_job
from studio.planning.verdict import Verdict, verdict
from tests.planning.models import FREE_3090, RTX_3090, to_plan
from tests.support.pace import Stopwatch


def job(method: Method | None = None, target: int = 32) -> TrainJob:
    learning = Learning(effective_batch_size=target)
    return TrainJob(name="fits?", model="", data=Data(train=""), method=method or Lora(), learning=learning)


def rows(tokens: int, count: int = 1000) -> np.ndarray:
    return np.full(count, tokens, dtype=np.int64)


def fit(
    name: str,
    tokens: int = 512,
    method: Method | None = None,
    target: int = 32,
    device: Device = FREE_3090,
    cards: tuple[Device, ...] = (),
) -> Verdict:
    asked = to_plan(job(method, target), find_listed(name).facts, rows(tokens), device)
    return verdict(replace(asked, cards=cards))


def test_the_four_answers_for_one_card() -> None:
    assert fit("Qwen3-1.7B").fit == "with room"
    assert fit("Qwen3-8B", 4096).fit == "with checkpointing"
    assert fit("Qwen3-14B").fit == "in 4 bits"
    assert fit("Llama-3.3-70B-Instruct").fit == "not"
    assert not fit("Llama-3.3-70B-Instruct").fits


def test_the_answer_depends_on_rows_method_and_device_and_never_on_the_target() -> None:
    assert fit("Qwen3-4B").fit == "with room"
    assert fit("Qwen3-4B", 16_384).fit == "with checkpointing"
    assert fit("Qwen3-4B", method=Full()).fit == "not"
    assert fit("Qwen3-4B", device=find_card("RTX 4060").as_device()).fit == "in 4 bits"
    assert fit("Qwen3-4B", target=1) == fit("Qwen3-4B", target=1024)
    assert fit("Qwen3-8B", device=RTX_3090).room_bytes < fit("Qwen3-8B").room_bytes - 3 * GIB


def test_rows_are_cut_at_what_the_model_can_read() -> None:
    assert fit("gemma-2-2b-it", 8192) == fit("gemma-2-2b-it", 100_000)


@pytest.mark.parametrize("name", ["Qwen3-1.7B", "Qwen3-8B", "Qwen3-14B", "Qwen3-32B", "Llama-3.3-70B-Instruct"])
@pytest.mark.parametrize("tokens", [128, 2048, 8192])
def test_the_planner_agrees(name: str, tokens: int) -> None:
    """What fits is planned, as it is or in 4 bits; what does not fit is not, whatever is tried."""
    answer, facts, lengths = fit(name, tokens), find_listed(name).facts, rows(tokens)
    nf4 = job(Lora(quantization="nf4-double"))
    as_asked = plan_job(to_plan(job(), facts, lengths, FREE_3090))
    assert as_asked.fits == (answer.fit in ("with room", "with checkpointing"))
    assert plan_job(to_plan(nf4, facts, lengths, FREE_3090)).fits == answer.fits
    if answer.fit == "with checkpointing":
        off = msgspec.structs.replace(job(), gradient_checkpointing="off", micro_batch_size=1)
        assert not plan_job(to_plan(off, facts, lengths, FREE_3090)).fits


def test_experts_are_not_promised_in_4_bits() -> None:
    assert fit("Qwen3-30B-A3B").fit == "not"


def test_the_number_stands_in_the_sentence() -> None:
    answer = fit("Qwen3-14B")
    assert (
        answer.words
        == f"fits in 4 bits: needs at least {answer.least_bytes / GIB:.2f} GiB of {answer.room_bytes / GIB:.2f} GiB"
    )
    assert answer.least_bytes < answer.room_bytes
    assert fit("Llama-3.3-70B-Instruct").least_bytes > answer.room_bytes


def test_what_is_too_large_for_one_card_is_divided_between_as_few_as_suffice() -> None:
    two, four = (FREE_3090,) * 2, (FREE_3090,) * 4
    answer = fit("Qwen3-14B", cards=two)
    assert (answer.fit, answer.gpus) == ("divided", 2)
    assert answer.words.startswith("fits when divided between 2 GPUs: each needs at least ")
    assert answer.why.startswith("It is too large for one GPU, so 2 share it: each keeps a part")
    assert fit("Qwen3-14B", cards=four) == answer
    assert fit("Qwen3-8B", 4096, cards=two).why == ""
    assert fit("Qwen3-8B", 4096, cards=two).fit == "with checkpointing", "one card is enough"
    assert fit("Qwen3-32B", cards=two).fit == "in 4 bits"
    assert fit("Qwen3-32B", cards=four * 2).fit == "divided"


def test_divided_is_what_the_fullest_card_has_room_for_and_the_planner_agrees() -> None:
    full = msgspec.structs.replace(FREE_3090, id="cuda:1", free_bytes=8 * GIB, used_by_others_bytes=15 * GIB)
    assert fit("Qwen3-14B", cards=(FREE_3090, full)).fit == "in 4 bits"
    assert fit("Qwen3-14B", cards=(FREE_3090, FREE_3090, full)).gpus == 2
    method, facts = Full(), find_listed("Qwen3-1.7B").facts
    whole = fit("Qwen3-1.7B", method=method, cards=(FREE_3090,) * 8)
    assert whole.fit == "divided"
    for gpus in (whole.gpus - 1, whole.gpus):
        asked = to_plan(msgspec.structs.replace(job(method), world_size=gpus), facts, rows(512), FREE_3090)
        assert plan_job(replace(asked, cards=(FREE_3090,) * gpus)).fits == (gpus == whole.gpus)


def test_more_cards_than_rows_of_an_update_do_not_help() -> None:
    assert fit("Qwen3-14B", target=1, cards=(FREE_3090,) * 3).fit == "in 4 bits"


def test_an_impossible_target_is_refused() -> None:
    with pytest.raises(PlanProblem):
        fit("Qwen3-4B", target=0)


def test_each_takes_milliseconds() -> None:
    facts, lengths, asked = [model.facts for model in read_catalog().models], rows(512), job()
    verdict(to_plan(asked, facts[0], lengths, FREE_3090))
    with Stopwatch() as taken:
        for each in facts:
            verdict(to_plan(asked, each, lengths, FREE_3090))
    assert taken.seconds / len(facts) < 0.005
