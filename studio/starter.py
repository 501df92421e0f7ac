"""The starter: a small model and three datasets that come with the program, so the first run needs no download."""

from __future__ import annotations

from pathlib import Path

import msgspec

from studio.job import Data, Learning, Lora, Schedule, TrainJob
from studio.paths import ASSETS

STARTER_MODEL = ASSETS / "starter" / "model"
DEMO = "dates"


class Starter(msgspec.Struct, frozen=True, kw_only=True):
    """One starter dataset, as `about.json` beside it says."""

    title: str
    sentence: str
    """What the model learns, in one sentence."""
    model_reads: str
    model_writes: str
    rows: int
    held_out_rows: int
    examples: tuple[tuple[str, str], ...]
    """What the model reads and, after training, writes."""


class _Recipe(msgspec.Struct, frozen=True, kw_only=True):
    effective_batch_size: int
    updates: int
    learning_rate: float
    rank: int
    alpha: float
    warmup_fraction: float
    schedule: Schedule
    weight_decay: float = 0.0


def starters() -> dict[str, Starter]:
    """The starter datasets by the name of their folder, the demo first."""
    folders = sorted(path.parent for path in (ASSETS / "starter").glob("*/about.json"))
    folders.sort(key=lambda folder: folder.name != DEMO)
    return {folder.name: msgspec.json.decode((folder / "about.json").read_bytes(), type=Starter) for folder in folders}


def starter_files(name: str) -> tuple[Path, Path]:
    """The rows to learn from and the held-out rows of a starter dataset."""
    folder = ASSETS / "starter" / name
    return next(folder.glob("train.*")), next(folder.glob("held_out.*"))


def starter_demo(seed: int = 0) -> TrainJob:
    """The main job on what comes with the program: teach the starter model to write any date as year-month-day."""
    recipe = msgspec.json.decode((ASSETS / "starter" / "recipe.json").read_bytes(), type=_Recipe)
    train, held_out = starter_files(DEMO)
    return TrainJob(
        name="starter dates",
        model=str(STARTER_MODEL),
        data=Data(train=str(train), held_out=str(held_out), score_answers=200),
        method=Lora(rank=recipe.rank, alpha=recipe.alpha),
        learning=Learning(
            effective_batch_size=recipe.effective_batch_size,
            updates=recipe.updates,
            learning_rate=recipe.learning_rate,
            warmup_fraction=recipe.warmup_fraction,
            weight_decay=recipe.weight_decay,
            schedule=recipe.schedule,
            seed=seed,
        ),
        checkpoint_every_seconds=60.0,
    )
