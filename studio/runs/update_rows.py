"""The rows behind an update and how well the model knew each of them: what made a spike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from studio.data.order import EffectiveBatches
from studio.data.store import ExampleStore
from studio.errors import ModelProblem, RunProblem
from studio.runs.folder import RunFolder
from studio.runs.row_losses import RowLosses
from studio.runs.story import RunStory
from studio.runs.watch import read_run

if TYPE_CHECKING:
    from studio.data.tokenizer import TextTokenizer

_PREVIEW_TOKENS = 200


class RowOfUpdate(msgspec.Struct, frozen=True, kw_only=True):
    """One row of an effective batch, as it was before the weights changed."""

    row: int
    """As the user counts rows."""
    loss: float
    """In nats, summed over its target tokens."""
    targets: int
    """Its target tokens."""
    loss_per_target: float | None
    """None where the row has nothing to learn."""
    text: str
    """How it begins as the model reads it; empty where the model's tokenizer is gone or was not asked."""


def rows_of_update(
    run: RunFolder, update: int, *, story: RunStory | None = None, texts: bool = True
) -> list[RowOfUpdate]:
    """The rows of an update, the least known first; the same for a live, a finished and a crashed run.

    `story` is what the run's events add up to, where that is known already; without `texts` it takes milliseconds,
    since a tokenizer may take a second. Raises RunProblem where that update has not been made or changed nothing,
    DatasetProblem where the rows are gone.
    """
    _refuse_unless_made(run.name, update, story or read_run(run).story)
    job = run.job()
    store = ExampleStore.open(run.data / "train")
    size = job.learning.effective_batch_size
    batch = EffectiveBatches(store, size, job.learning.seed)[update]
    losses = RowLosses(run.row_losses, size).read(update, len(batch.examples))
    if losses is None:
        raise RunProblem(
            f"The losses of the rows of update {update:,} are not known.",
            "It was passed over: none of its rows had anything to learn, or its loss was not a number.",
        )
    tokenizer = _tokenizer(Path(job.model), run.result) if texts else None
    rows: list[RowOfUpdate] = []
    for example, loss in zip(batch.examples.tolist(), losses, strict=True):
        targets = int(store.num_targets[example])
        rows.append(
            RowOfUpdate(
                row=store.row(example),
                loss=loss,
                targets=targets,
                loss_per_target=loss / targets if targets else None,
                text=tokenizer.decode(store.tokens(example)[:_PREVIEW_TOKENS].tolist()) if tokenizer else "",
            )
        )
    return sorted(rows, key=lambda each: -1.0 if each.loss_per_target is None else each.loss_per_target, reverse=True)


def _refuse_unless_made(name: str, update: int, story: RunStory) -> None:
    if not 1 <= update <= story.update:
        raise RunProblem(
            f"{name} has not made update {update:,}." if update > 0 else "Updates are counted from 1.",
            f"It has made {story.update:,} of {story.updates:,}." if story.update else "It has made none so far.",
        )


def _tokenizer(*folders: Path) -> TextTokenizer | None:
    """The first that can be read: the model's, or the one that went with the result."""
    from studio.data.tokenizer import TextTokenizer  # a window has no use for its library

    for folder in folders:
        try:
            return TextTokenizer(folder)
        except ModelProblem:
            continue
    return None
