"""What training would make of a dataset, without writing anything."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from studio.data.dataset import Dataset
from studio.data.pipeline import Reader, Tally, find_labels, length_limit, make_examples
from studio.data.prepare import make_report
from studio.data.report import DatasetReport
from studio.data.split import choose_held_out
from studio.job import Data, Task


def inspect(
    data: Data, model_folder: Path | None, *, max_positions: int = 2048, seed: int = 0, task: Task = "write"
) -> tuple[DatasetReport, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The report; the tokens (examples,) and the targets (examples,) of the examples to learn from.

    Without a model, tokens are estimated from characters. Raises DatasetProblem or ModelProblem.
    """
    reader = Reader(model_folder) if model_folder is not None else None
    dataset = Dataset(data.train, data.columns, task=task, pack=data.pack is True)
    held_out_dataset = Dataset(data.held_out, data.columns, dataset.shape) if data.held_out else None
    labels, pack = find_labels(dataset), data.pack is not False
    tally, held_out_tally = Tally(labels), Tally()
    limit = length_limit(dataset, data.max_seq_len, max_positions, tally.problems)
    for _ in make_examples(dataset, reader, limit, tally, labels, pack=pack):
        pass
    dataset.check_any(len(tally.lengths), tally.problems)
    if held_out_dataset is not None:
        for _ in make_examples(held_out_dataset, reader, limit, held_out_tally, labels, pack=pack):
            pass
        held_out_dataset.check_any(len(held_out_tally.lengths), held_out_tally.problems)
        chosen, held_out_rows = np.zeros(0, np.int64), len(held_out_tally.lengths)
    else:
        # estimated examples all look alike; how many are held out does not depend on which
        alike = reader is None
        fingerprints = range(len(tally.lengths)) if alike else tally.fingerprints
        chosen = choose_held_out(fingerprints, seed, is_text=dataset.shape.kind == "text")
        held_out_rows = len(chosen)
    report = make_report(
        dataset,
        tally,
        held_out_dataset,
        held_out_tally,
        held_out_rows=held_out_rows,
        max_seq_len=max([*tally.lengths, *held_out_tally.lengths]) if data.max_seq_len is None else limit,
        reader=reader,
    )
    lengths = np.delete(np.array(tally.lengths, np.int64), chosen)
    num_targets = np.delete(np.array(tally.num_targets, np.int64), chosen)
    return report, lengths, num_targets
