"""Finished runs of small models of real architectures, made in this process."""

from __future__ import annotations

import json
from pathlib import Path

from studio.after import AfterEvent
from studio.durable import write_file
from studio.engine.read_data import read_data
from studio.engine.run import run_training
from studio.job import Data, Learning, Lora, Method, Order, Precision, Task, TrainJob
from studio.paths import open_home
from studio.runs.folder import RunFolder, create_run
from studio.runs.journal import Journal
from studio.starter import STARTER_MODEL, starter_files

WORDS = "red green blue one two three four cat dog bird sun moon".split()


def make_rows(path: Path, rows: int = 40) -> Path:
    """Questions with short answers."""
    lines = [
        {"prompt": f"Say {WORDS[row % 12]} and {WORDS[row % 7]} {row}", "completion": WORDS[row % 3]}
        for row in range(rows)
    ]
    write_file(path, "".join(json.dumps(line) + "\n" for line in lines).encode())
    return path


def finished_run(
    folder: Path,
    model: Path = STARTER_MODEL,
    *,
    method: Method | None = None,
    rows: Path | None = None,
    held_out: Path | None = None,
    task: Task = "write",
    precision: Precision = "float32",
    learning: Learning | None = None,
    score: int = 8,
) -> RunFolder:
    """Train on the processor and save the result, as the worker does. Without `rows`: the starter's dates."""
    train, checked = starter_files("dates")
    job = TrainJob(
        name="small",
        model=str(model),
        data=Data(
            train=str(rows or train), held_out=str(held_out or ("" if rows else checked)) or None, score_answers=score
        ),
        method=method or Lora(rank=4),
        task=task,
        precision=precision,
        device="cpu",
        learning=learning or Learning(effective_batch_size=8, updates=3, learning_rate=1e-2, warmup_fraction=0.0),
    )
    run = create_run(open_home(folder), job)
    with Journal(run.events) as journal:
        facts, prepared = read_data(run, journal.append)
        assert run_training(run, Order(folder=str(run.path)), facts, prepared, journal.append, lambda: False)
    return run


def quiet(_event: AfterEvent) -> None:
    """Nobody listens."""


def go_on() -> None:
    """Nobody asks to end it."""
