"""Gives written runs what stands beside the curve: real rows with their losses, answers on the way, a sleep, a NaN."""

from __future__ import annotations

import shutil

import numpy as np

from studio.data.order import EffectiveBatches
from studio.data.store import Example, ExampleStore
from studio.data.tokenizer import TextTokenizer
from studio.events import Event, NoiseMeasured, Sampled, Slept, UpdateSkipped
from studio.runs.row_losses import RowLosses
from studio.starter import starter_demo
from tests.ui.run_stories import WrittenRun

ROWS = 320
BAD_ROW = 187
_QUESTIONS = (
    "Refund for a broken saddle",
    "Where is my parcel?",
    "Change of address",
    "Opening hours at Easter",
    "A long list of part numbers",
    "Bell does not fit the bar",
    "Thanks, it arrived",
)


def give_rows(run: WrittenRun, hard_update: int | None = None) -> None:
    """320 rows, and the losses of every update's rows: they add up to the update's; in `hard_update` one row stands
    out."""
    files = shutil.ignore_patterns("*.safetensors")
    shutil.copytree(starter_demo().model, run.run.result, dirs_exist_ok=True, ignore=files)
    tokenizer = TextTokenizer(run.run.result)
    examples = [_example(tokenizer, number) for number in range(ROWS)]
    store = ExampleStore.write(run.run.data / "train", examples)
    size = run.job.learning.effective_batch_size
    batches = EffectiveBatches(store, size, run.job.learning.seed)
    kept = RowLosses(run.run.row_losses, size)
    random = np.random.default_rng(5)
    for number, value in enumerate(run.watch().story.curves.train_loss, start=1):
        chosen = batches[number].examples
        targets = store.num_targets[chosen]
        share = targets * random.uniform(0.6, 1.4, len(chosen))
        if number == hard_update:
            share[0] = 2 * share.sum()
        kept.write(number, (share / share.sum() * value * targets.sum()).tolist())


def _example(tokenizer: TextTokenizer, number: int) -> Example:
    text = f"{_QUESTIONS[number % len(_QUESTIONS)]}, number {number}."
    tokens = np.array(tokenizer.encode([text])[0].ids, np.uint32)
    return Example(tokens, np.arange(len(tokens)) >= len(tokens) // 2, number + 1)


def slept(run: WrittenRun, update: int, seconds: float = 1920.0) -> None:
    """The computer slept between this update and the next."""
    at = run.watch().story.curves.at[update - 1]
    run.write_foreman([Slept(at=at + 1, seconds=seconds)])


def answered_on_the_way(run: WrittenRun) -> None:
    """Two prompts, answered at three checks."""
    answers = {
        "Can I return a helmet I wore once?": (
            "As an AI language model, I do not have access to return policies.",
            "Yes, you can return it.",
            "Yes, within 30 days. Please send it in its box.",
        ),
        "Are you open at Easter?": ("Opening hours vary by location.",) * 2
        + ("We are closed on Good Friday and Easter Monday.",),
    }
    story = run.watch().story
    told: list[Event] = [
        Sampled(at=story.last_at or 0.0, update=update, prompt=prompt, text=texts[number], seconds=0.4)
        for number, update in enumerate((75, 225, 375))
        for prompt, texts in answers.items()
    ]
    run.write(told)


def not_a_number(run: WrittenRun, update: int, at: float) -> None:
    """The loss of the next update is none."""
    run.write([UpdateSkipped(at=at, update=update, reason="not a number", rows=(17, 204, 311))])


def noise(run: WrittenRun, at: float, examples: float = 160.0) -> None:
    """What the gradients tell about the target."""
    highest = examples * 1.3
    run.write(
        [NoiseMeasured(at=at, update=600, examples=examples, lowest=examples * 0.75, highest=highest, updates=400)]
    )
