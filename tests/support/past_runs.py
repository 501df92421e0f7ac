"""Run folders of runs that are over, with few events and settings of one's choice, for lists and comparisons."""

from __future__ import annotations

import math
import zlib
from pathlib import Path

import numpy as np

from studio.events import (
    CheckpointSaved,
    DataEncoded,
    Evaluated,
    Event,
    RunEnded,
    TrainingFinished,
    TrainingStarted,
    UpdateFinished,
    WorkerSpawned,
)
from studio.job import Data, Learning, Lora, TrainJob
from studio.paths import open_home
from studio.runs.folder import RunFolder, create_run
from studio.runs.journal import Journal


def past_run(
    folder: Path,
    name: str,
    ended: float,
    *,
    outcome: str = "finished",
    model: str = "models/Qwen3-4B",
    rank: int = 16,
    rate: float = 2e-4,
    batch: int = 32,
    seed: int = 0,
    updates: int = 120,
    lowest: float = 1.16,
    hours: float = 7.0,
    checks: int = 16,
) -> RunFolder:
    """A run that fell from 2.2 to `lowest` on held-out rows and ended at `ended`."""
    job = TrainJob(
        name=name,
        model=model,
        data=Data(train="rows/support-replies.csv"),
        method=Lora(rank=rank, alpha=2.0 * rank),
        learning=Learning(effective_batch_size=batch, learning_rate=rate, seed=seed, updates=updates),
    )
    began = ended - hours * 3600
    run = create_run(open_home(folder), job, now=began)
    random = np.random.default_rng(zlib.crc32(f"{name} {seed}".encode()))
    with Journal(run.events) as journal:
        for event in _told(began, ended, updates, lowest, checks, random):
            journal.append(event)
    with Journal(run.foreman_events) as journal:
        journal.append(WorkerSpawned(at=began, pid=1, attempt=1, commands_from=0))
        journal.append(RunEnded(at=ended, outcome=outcome, commands_to=0))  # type: ignore[arg-type]
    return run


def _told(
    began: float, ended: float, updates: int, lowest: float, checks: int, random: np.random.Generator
) -> list[Event]:
    seconds = (ended - began) / updates
    told: list[Event] = [
        DataEncoded(
            at=began,
            rows=12000,
            held_out_rows=477,
            left_out_rows=3,
            cut_rows=0,
            num_tokens=8_800_000,
            num_target_tokens=2_733_000,
            max_seq_len=2048,
            dataset_hash="a" * 16,
            shape="messages",
        ),
        TrainingStarted(at=began, from_update=0, updates=updates, updates_per_epoch=max(1, updates // 3), attempt=1),
    ]
    every = max(1, updates // checks) if checks else updates + 1
    for update in range(updates + 1):
        at, share = began + update * seconds, update / updates
        falling = lowest + (2.2 - lowest) * math.exp(-6 * share)
        if update:
            told.append(
                UpdateFinished(
                    at=at,
                    update=update,
                    train_loss=falling - 0.03 + float(random.normal(0, 0.05)),
                    learning_rate=2e-4,
                    grad_norm=0.5,
                    num_tokens=23_470,
                    num_target_tokens=7_290,
                    num_padded_tokens=25_000,
                    micro_batches=6,
                    seconds=seconds,
                    peak_bytes=16 * 1024**3,
                )
            )
        if update % every == 0:
            noise = 0.0 if update in (0, updates) else float(random.normal(0, 0.003))
            told.append(
                Evaluated(at=at, update=update, eval_loss=falling + noise, num_target_tokens=100_000, seconds=9.0)
            )
    told.append(CheckpointSaved(at=ended, update=updates, folder="checkpoints/u", size_bytes=4 * 10**8, seconds=1.0))
    told.append(TrainingFinished(at=ended, update=updates))
    return told
