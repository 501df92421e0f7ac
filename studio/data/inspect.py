"""What training would make of a dataset, without a run."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

from studio.data.encoded import Tell, quiet
from studio.data.preflight import examine
from studio.data.report import DatasetReport
from studio.job import Data, Task


def inspect(
    data: Data,
    model_folder: Path | None,
    *,
    max_positions: int = 2048,
    seed: int = 0,
    task: Task = "write",
    cache: Path | None = None,
    tell: Tell = quiet,
) -> tuple[DatasetReport, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The report; the tokens (examples,) and the targets (examples,) of the examples to learn from.

    Without a model, tokens are estimated from characters. What is encoded stays in `cache` for the run that follows.
    `tell` hears how far it is and may raise to end it. Raises DatasetProblem, ModelProblem or DiskProblem.
    """
    if cache is None:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return inspect(
                data,
                model_folder,
                max_positions=max_positions,
                seed=seed,
                task=task,
                cache=Path(folder) / "encoded",
                tell=tell,
            )
    examined = examine(data, model_folder, cache, max_positions=max_positions, seed=seed, task=task, tell=tell)
    places = examined.train_places
    return examined.report, places.lengths.astype(np.int64), places.num_targets.astype(np.int64)
