"""The first thing a training worker does, while its libraries load: the rows, encoded."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from studio.data.prepare import Prepared, is_as_encoded, load_prepared, prepare
from studio.durable import disk_problem, draft_beside, publish_folder, sweep_drafts_of
from studio.errors import DatasetProblem
from studio.events import DataEncoded, StageStarted, Warned, WorkerEvent
from studio.job import TrainJob
from studio.models.local import ModelFacts, read_model
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
    prepared = _prepare(run, job, facts.max_positions, emit, ask)
    emit(_data_encoded(prepared))
    return facts, prepared


def _prepare(
    run: RunFolder,
    job: TrainJob,
    max_positions: int,
    emit: Callable[[WorkerEvent], None],
    ask: Callable[[], None],
) -> Prepared:
    """What was encoded for this run, if that is still what it was; encoded now if it is the first attempt."""

    def encode(folder: Path, cache: Path | None) -> Prepared:
        return prepare(
            job.data,
            Path(job.model),
            folder,
            max_positions=max_positions,
            seed=job.learning.seed,
            task=job.task,
            cache=cache,
            tell=lambda _: ask(),
        )

    sweep_drafts_of(run.data)
    if not (run.data / "prepared.json").exists():
        return encode(run.data, run.home.encoded)
    prepared = load_prepared(run.data)
    if is_as_encoded(prepared):
        return prepared
    draft = draft_beside(run.data)
    try:
        if not _came_out_alike(lambda: encode(draft, None), prepared.report.dataset_hash):
            raise DatasetProblem(
                "The encoded rows of this run were damaged on the disk: they no longer match their fingerprint.",
                "Your file has changed or is gone, so they cannot be made again. Put it back as it was and resume: "
                "everything up to the last checkpoint is kept.",
                kind="damaged-store",
            )
        shutil.rmtree(run.data)
        publish_folder(draft, run.data)
    except OSError as problem:
        raise disk_problem(problem, "The encoded rows could not be made again") from problem
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    emit(
        Warned(
            title="The encoded rows were damaged on the disk and made again from your file",
            hint="They have the fingerprint they had, so the same is learnt. Check the disk.",
        )
    )
    return load_prepared(run.data)


def _came_out_alike(encode: Callable[[], Prepared], dataset_hash: str) -> bool:
    """Whether the user's file still gives what it gave; False too where it cannot be read any more."""
    try:
        return encode().report.dataset_hash == dataset_hash
    except DatasetProblem:
        return False


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
