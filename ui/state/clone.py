"""A run's request as choices on the New run page, to be changed and started again."""

from __future__ import annotations

from dataclasses import replace

from studio.job import TrainJob
from ui.state.new_run_choices import Choices
from ui.state.settings_of_run import differing


def choices_of(job: TrainJob, before: Choices) -> Choices:
    """What the page offers, filled in from `job`; the rest as `before`."""
    return replace(
        before,
        model=job.model,
        data=job.data.train,
        held_out=job.data.held_out,
        columns=job.data.columns,
        max_seq_len=job.data.max_seq_len,
        batch=str(job.learning.effective_batch_size),
        method=job.method,
        epochs=job.learning.epochs,
        learning_rate=job.learning.learning_rate,
        stop_early=job.learning.stop_after_worse is not None,
    )


def left_behind(job: TrainJob, made: TrainJob) -> list[str]:
    """Names of the settings of `job` that the page cannot take over."""
    return list(differing([job, made]))
