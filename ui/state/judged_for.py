"""For which rows, target, method and devices models are judged: those of the new run, as far as it has come."""

from __future__ import annotations

import numpy as np

from ui.state.model_list import ASSUMED_TOKENS, JudgedFor
from ui.state.new_run import NewRun
from ui.state.new_run_job import job_of


def judged_for(run: NewRun) -> JudgedFor | None:
    """None where the device or the target is not known."""
    if run.device is None or run.batch is None:
        return None
    job = job_of(run.choices, run.demo, None)
    heard = run.inspection
    if heard is None or not heard.report.train_rows:
        assumed = np.full(max(1000, run.batch), run.choices.max_seq_len or ASSUMED_TOKENS, dtype=np.int64)
        return JudgedFor(job, assumed, assumed, run.device, run.cards, is_assumed=True)
    lengths, targets = (rows.copy() for rows in run.rows_at(None))
    longest = int(np.argmax(lengths))
    shown = int(lengths[longest])
    whole = max(shown, heard.report.tokens.max)  # this model may read less of it than others do
    lengths[longest], targets[longest] = whole, min(whole, int(targets[longest]) + whole - shown)
    return JudgedFor(job, lengths, targets, run.device, run.cards, is_assumed=False)
