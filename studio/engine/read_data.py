"""The first thing a training worker does, while its libraries load: the rows, encoded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studio.data.prepare import Prepared, load_prepared, prepare
from studio.events import DataEncoded, StageStarted, WorkerEvent
from studio.job import TrainJob
from studio.models.local import ModelFacts, read_model
from studio.paths import Home
from studio.runs.folder import RunFolder


def read_data(
    run: RunFolder, emit: Callable[[WorkerEvent], None], ask: Callable[[], None] = lambda: None
) -> tuple[ModelFacts, Prepared]:
    """The facts of the run's model and its encoded rows. Needs no torch. Raises StudioError.

    `ask` is called several times a second and may raise to end it; what is encoded by then is kept.
    """
    job = run.job()
    emit(StageStarted(stage="reading data"))
    facts = read_model(job.model, from_scratch=job.from_scratch)
    prepared = _prepare(run, job, facts.max_positions, ask)
    emit(_data_encoded(prepared))
    return facts, prepared


def _prepare(run: RunFolder, job: TrainJob, max_positions: int, ask: Callable[[], None]) -> Prepared:
    """What was encoded for this run; encoded now if it is the first attempt."""
    if (run.data / "prepared.json").exists():
        return load_prepared(run.data)
    return prepare(
        job.data,
        Path(job.model),
        run.data,
        max_positions=max_positions,
        seed=job.learning.seed,
        task=job.task,
        cache=Home(run.path.parent.parent).encoded,
        tell=lambda _: ask(),
    )


def _data_encoded(prepared: Prepared) -> DataEncoded:
    report = prepared.report
    return DataEncoded(
        rows=report.train_rows,
        held_out_rows=report.held_out_rows,
        left_out_rows=report.left_out_rows,
        cut_rows=report.tokens.cut,
        num_tokens=int(prepared.train.lengths.sum()),
        num_target_tokens=int(prepared.train.num_targets.sum()),
        max_seq_len=report.max_seq_len,
        dataset_hash=report.dataset_hash,
        shape=report.shape,
    )
