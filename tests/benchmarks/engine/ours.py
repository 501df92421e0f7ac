"""Our side of the comparison: the real worker process with a real run folder, metered by its own events."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec

from studio.events import JobFailed, PlanMade, UpdateFinished, WorkerEvent
from studio.foreman.start import process_environment
from studio.job import Columns, Data, Full, Learning, Lora, Order, Precision, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run
from studio.runs.journal import Tail
from tests.benchmarks.engine.figures import Run, Update
from tests.benchmarks.engine.process import Process, last_words, run_watched
from tests.benchmarks.engine.work import Settings, Work

PRECISIONS: dict[str, Precision | None] = {"ours": "float32", "ours_default": None}
"""Our variants, and the precision that the job asks for."""


def run_ours(
    peer: str, number: int, work: Work, *, settings: Settings, updates: int, scratch: Path, patience: float
) -> Run:
    """One run of ours in a process of its own, as the foreman starts it."""
    home = open_home(scratch / "home")
    run = create_run(home, train_job(work, settings, updates, PRECISIONS[peer]))
    watched = run_watched(
        Process(
            command=[sys.executable, "-m", "studio.engine.worker", "--once"],
            cwd=home.folder,
            environment=process_environment(),
            log=home.foreman_log,
            first_line=msgspec.json.encode(Order(folder=str(run.path))) + b"\n",
        ),
        patience,
    )
    events: list[Any] = Tail[Any](run.events, WorkerEvent).read()
    for event in events:
        if isinstance(event, JobFailed):
            return Run(peer=peer, round=number, problem=f"{event.title} {event.hint}")
    done = [_update(event) for event in events if isinstance(event, UpdateFinished)]
    if watched.exit_code != 0 or not done:
        said = last_words(run.log if run.log.exists() else home.foreman_log)
        return Run(peer=peer, round=number, problem=f"It ended with exit code {watched.exit_code}: {said}")
    plans = [event.plan for event in events if isinstance(event, PlanMade)]
    return watched.run(peer, number, done, notes=plans[-1].precision if plans else "")


def train_job(work: Work, settings: Settings, updates: int, precision: Precision | None) -> TrainJob:
    """The same work as a job. Held-out rows cannot be none, so there is one, looked at before and after."""
    method = Lora(rank=settings.lora_rank, alpha=settings.lora_alpha) if work.method == "lora" else Full()
    return TrainJob(
        name="benchmark",
        model=str(work.model),
        data=Data(
            train=str(work.train),
            held_out=str(work.held_out),
            columns=Columns(prompt=("question",), answer="answer"),
            max_seq_len=settings.max_length,
        ),
        method=method,
        learning=Learning(
            effective_batch_size=settings.effective_batch_size,
            updates=updates,
            learning_rate=settings.learning_rate,
            schedule="constant",
            warmup_fraction=0.0,
            weight_decay=0.0,
            max_grad_norm=settings.max_grad_norm,
            seed=settings.seed,
            evaluate_every=updates,
        ),
        precision=precision,
        device="cpu",
        checkpoint_every_seconds=1e9,
    )


def _update(event: UpdateFinished) -> Update:
    return Update(
        update=event.update,
        at=event.at,
        seconds=event.seconds,
        tokens=event.num_tokens,
        targets=event.num_target_tokens,
        padded=event.num_padded_tokens,
        loss=event.train_loss,
    )
