"""The watch over memory: what it does about trouble, and that it never touches the experiment."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from studio.hardware.device import GIB
from studio.job import Learning, Lora
from studio.plan import Plan
from studio.planning.choose import plan_batch
from studio.planning.request import PlanRequest
from studio.planning.watch import CALM_UPDATES, Action, Reading, Watch
from tests.planning.models import FREE_3090, LLAMA_2_13B

MIB = 2**20
LENGTHS = np.full(2000, 2048, np.int64)
PLAN: Plan = plan_batch(
    PlanRequest(
        facts=LLAMA_2_13B,
        method=Lora(quantization="nf4-double"),
        learning=Learning(effective_batch_size=32),
        lengths=LENGTHS,
        num_targets=LENGTHS,
        device=FREE_3090,
        precision="bfloat16",
        gradient_checkpointing="on",
        micro_batch_size=6,
    )
)
SLOPE = (PLAN.memory.activations + PLAN.memory.logits) / PLAN.token_budget
FIXED = PLAN.peak_bytes - PLAN.memory.workspace - round(SLOPE * PLAN.token_budget)


def reading(**changes: Any) -> Reading:
    """An update as planned on a card with nobody else."""
    told = {
        "token_budget": PLAN.token_budget,
        "seconds": 10.0,
        "num_padded_tokens": 32 * 2048,
        "peak_bytes": PLAN.peak_bytes - PLAN.memory.workspace,
        "reserved_bytes": PLAN.peak_bytes - PLAN.memory.workspace + GIB // 8,
        "beside_bytes": PLAN.memory.workspace,
        "usable_bytes": PLAN.limit_bytes,
    }
    return Reading(**{**told, **changes})


@dataclass
class Engine:
    """Does as the engine does: holds a budget, runs out of memory by halves, applies actions."""

    watch: Watch
    budget: int = PLAN.token_budget
    held: int = 0
    retries: int = 0
    ran_out: int = 0
    total: int = FREE_3090.total_bytes

    def need(self) -> int:
        return FIXED + round(SLOPE * self.budget)

    def update(self, beside: int, *, retries: int = 0, slow: float = 1.0, spills: bool = False) -> Action:
        while not spills and self.need() + beside > self.total and self.budget > PLAN.max_seq_len:
            self.budget = max(PLAN.max_seq_len, self.budget // 2)
            self.held = 0
            self.ran_out += 1
        self.held = max(self.held, self.need())
        self.retries += retries
        action = self.watch.after_update(
            reading(
                token_budget=self.budget,
                seconds=10.0 * slow,
                peak_bytes=self.need(),
                reserved_bytes=self.held,
                beside_bytes=beside,
                retries=self.retries,
                spills=spills,
            )
        )
        if action.kind in {"empty cache", "smaller"}:
            self.held = 0
        self.budget = action.token_budget
        return action


def kinds(actions: list[Action]) -> list[str]:
    return [each.kind for each in actions if each.kind != "nothing"]


def test_a_run_that_goes_as_planned_is_left_alone() -> None:
    engine = Engine(Watch(PLAN))
    draw = np.random.default_rng(0)
    actions = [engine.update(PLAN.memory.workspace, slow=draw.uniform(0.8, 1.3)) for _ in range(3000)]
    assert kinds(actions) == []
    assert engine.budget == PLAN.token_budget


def test_one_update_with_retries_is_nothing_two_in_a_row_empty_the_cache_and_the_next_two_cut_the_budget() -> None:
    engine = Engine(Watch(PLAN))
    actions = [engine.update(PLAN.memory.workspace, retries=count) for count in (0, 3, 0, 0, 2, 1, 4, 1, 0)]
    assert [each.kind for each in actions] == [*["nothing"] * 5, "empty cache", "nothing", "smaller", "nothing"]
    assert engine.budget == int(0.85 * PLAN.token_budget)
    assert "small pieces" in actions[7].sentence
    assert f"{engine.budget:,} tokens; what is learnt stays the same." in actions[7].sentence


def test_memory_taken_by_others_is_first_met_with_what_was_only_kept() -> None:
    watch = Watch(PLAN)
    peak = PLAN.peak_bytes - PLAN.memory.workspace
    hog = PLAN.limit_bytes - peak - GIB // 4
    action = watch.after_update(reading(reserved_bytes=peak + GIB, beside_bytes=hog))
    assert (action.kind, action.token_budget) == ("empty cache", PLAN.token_budget)
    assert action.sentence.startswith("Other programs now use ")


def test_where_that_is_not_enough_the_budget_is_the_one_that_fits() -> None:
    engine = Engine(Watch(PLAN))
    engine.update(PLAN.memory.workspace)
    hog = PLAN.limit_bytes - engine.need() + 2 * GIB
    engine.total = 2**60  # the driver still gives it, beyond what is usable
    action = engine.update(hog)
    assert action.kind == "smaller"
    assert engine.need() <= PLAN.limit_bytes - hog
    assert engine.need() >= 0.9 * (PLAN.limit_bytes - hog)
    assert kinds([engine.update(hog) for _ in range(200)]) == []


def test_when_the_others_leave_the_budget_comes_back_to_the_plan_and_never_exceeds_it() -> None:
    engine = Engine(Watch(PLAN), total=2**60)
    engine.update(PLAN.limit_bytes - engine.need() + 2 * GIB)
    assert engine.budget < PLAN.token_budget
    actions = [engine.update(PLAN.memory.workspace) for _ in range(20 * CALM_UPDATES)]
    assert set(kinds(actions)) == {"larger"}
    assert engine.budget == PLAN.token_budget
    assert [each.sentence for each in actions if each.sentence] == [
        "There is room again: micro-batches are as large as before."
    ]


def test_a_full_card_that_spills_is_noticed_by_its_pace() -> None:
    engine = Engine(Watch(PLAN), total=2**60)
    near = PLAN.limit_bytes - engine.need()
    calm = [engine.update(near, slow=1.2, spills=True) for _ in range(20)]
    action = engine.update(near, slow=2.4, spills=True)
    assert kinds(calm) == []
    assert (action.kind, action.token_budget) == ("smaller", int(0.75 * PLAN.token_budget))
    assert "as long as usual" in action.sentence


@pytest.mark.parametrize(("beside", "spills"), [(PLAN.memory.workspace, True), (None, False)])
def test_a_slow_update_alone_is_no_spill(beside: int | None, spills: bool) -> None:
    """Another program computes; or the card would have refused."""
    engine = Engine(Watch(PLAN), total=2**60)
    beside = PLAN.limit_bytes - engine.need() if beside is None else beside
    slow = [engine.update(beside, slow=5.0 if update > 20 else 1.0, spills=spills) for update in range(60)]
    assert kinds(slow) == []


def test_a_budget_that_never_fitted_stays_forbidden() -> None:
    watch = Watch(PLAN)
    watch.after_update(reading())
    half = PLAN.token_budget // 2
    small = {"token_budget": half, "peak_bytes": FIXED, "reserved_bytes": FIXED}
    actions = [watch.after_update(reading(**small)) for _ in range(2000)]
    assert kinds(actions) == []
    assert actions[-1].token_budget == half


def test_a_budget_that_failed_beside_another_program_comes_back() -> None:
    engine = Engine(Watch(PLAN))
    engine.update(PLAN.memory.workspace)
    engine.update(engine.total - engine.need() + GIB)
    assert engine.ran_out == 1
    for _ in range(30 * CALM_UPDATES):
        engine.update(PLAN.memory.workspace)
    assert engine.budget == PLAN.token_budget


def test_growing_that_brings_trouble_waits_twice_as_long_the_next_time() -> None:
    engine = Engine(Watch(PLAN))
    for _ in range(4):
        engine.update(PLAN.memory.workspace, retries=1)
    changes: list[int] = []
    for update in range(2000):
        fragments = engine.budget > 0.9 * PLAN.token_budget
        if engine.update(PLAN.memory.workspace, retries=fragments).kind == "larger":
            changes.append(update)
    waits = np.diff(changes)
    assert len(changes) < 10
    assert (waits[2:] >= 1.9 * waits[:-2]).all(), "two steps up for one down"


def test_trouble_now_and_then_is_no_calm() -> None:
    engine = Engine(Watch(PLAN))
    for _ in range(60):
        engine.update(PLAN.memory.workspace, retries=1)
    assert engine.budget == PLAN.max_seq_len
    actions = [engine.update(PLAN.memory.workspace, retries=update % 40 < 2) for update in range(2000)]
    assert "larger" not in kinds(actions)


def test_one_row_at_a_time_is_the_least() -> None:
    engine = Engine(Watch(PLAN), total=2**60)
    actions = [engine.update(PLAN.limit_bytes, retries=1) for _ in range(500)]
    assert engine.budget == PLAN.max_seq_len
    assert len(kinds(actions)) < 5
    assert "0.00 GiB are left" in next(each.sentence for each in actions if each.kind == "smaller")


def recorded(budget: int, usable_mib: int, hog_mib: Callable[[int], int] = lambda _update: 0) -> list[Action]:
    """What the watch says to 400 updates of a small model, read on a processor that four programs shared.

    A line holds padded tokens, seconds, MiB of the process, MiB of everything else.
    """
    watch = Watch(msgspec.structs.replace(PLAN, token_budget=budget, max_seq_len=60))
    lines = (Path(__file__).parent / "recorded" / "busy-processor.jsonl").read_text().splitlines()
    actions: list[Action] = []
    for update, (tokens, seconds, held, beside) in enumerate(map(json.loads, lines)):
        told = Reading(
            token_budget=actions[-1].token_budget if actions else budget,
            seconds=seconds,
            num_padded_tokens=tokens,
            peak_bytes=held * MIB,
            reserved_bytes=held * MIB,
            beside_bytes=(beside + hog_mib(update)) * MIB,
            usable_bytes=usable_mib * MIB,
            spills=True,
        )
        actions.append(watch.after_update(told))
    return actions


def test_a_recorded_run_on_a_busy_processor_is_left_alone() -> None:
    """Its updates take up to twice as long as usual."""
    assert kinds(recorded(200, usable_mib=16_384)) == []


def test_a_program_put_into_the_recording_is_noticed_at_once_and_its_end_too() -> None:
    actions = recorded(200, usable_mib=8_192, hog_mib=lambda update: 5_000 if 100 <= update < 120 else 0)
    assert kinds(actions[:100]) == []
    assert actions[100].kind == "smaller"
    assert {each.kind for each in actions[120:]} == {"nothing", "larger"}


@pytest.mark.parametrize("seed", range(12))
def test_a_storm_of_thousands_of_updates_keeps_to_the_bounds_and_then_all_is_as_planned(seed: int) -> None:
    """Programs come and go, memory falls to pieces, updates are slow."""
    draw = np.random.default_rng(seed)
    spills = bool(seed % 2)
    engine = Engine(Watch(PLAN))
    actions: list[Action] = []
    hog = 0
    for _ in range(4000):
        if draw.random() < 0.01:
            hog = round(draw.uniform(0, 10) * GIB) if draw.random() < 0.5 else 0
        action = engine.update(
            PLAN.memory.workspace + hog,
            retries=int(draw.random() < 0.05),
            slow=3.0 if draw.random() < 0.02 else 1.0,
            spills=spills,
        )
        assert PLAN.max_seq_len <= engine.budget <= PLAN.token_budget
        assert bool(action.sentence) == (action.kind in {"empty cache", "smaller"}) or action.kind == "larger"
        actions.append(action)
    assert 0 < len(kinds(actions)) < 400
    for _ in range(16 * 20 * CALM_UPDATES):
        engine.update(PLAN.memory.workspace)
    assert engine.budget == PLAN.token_budget


def test_the_watch_is_quick_enough_for_every_update() -> None:
    import timeit

    watch, told = Watch(PLAN), reading()
    assert min(timeit.repeat(lambda: watch.after_update(told), number=1000, repeat=3)) < 0.1
