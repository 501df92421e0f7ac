"""What one of several ranks needs of a divided model: real ranks over gloo against formula and dry run."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import psutil
import torch
import torch.distributed as dist
import transformers

from studio.engine.device import peak_bytes, reset_peak
from studio.engine.ranks import Ranks
from tests.benchmarks.planner_accuracy.compare import Compared, by_dry_run, by_formula, traced
from tests.benchmarks.planner_accuracy.configurations import Configuration, Run, prepare, scratch
from tests.support.ranks import Crew

CPU = torch.device("cpu")


def divided_configurations() -> Iterator[Configuration]:
    """Separate and tied embeddings, all methods, both kinds of checkpointing, both precisions, 2 and 3 ranks."""
    shapes = ((128, 8), (512, 2), (256, 4))
    number = 0
    for family in ("llama", "qwen2", "qwen3"):
        for method in ("full", "LoRA", "QLoRA nf4", "QLoRA int8") if family == "llama" else ("full", "LoRA"):
            for checkpointing in ("off", "on"):
                for precision in ("float32", "bfloat16"):
                    length, rows = shapes[number % 3]
                    yield Configuration(family, method, checkpointing, precision, length, rows, 2 + number % 2)
                    number += 1


def compare_divided(one: Configuration, crew: Crew) -> Compared:
    """The rank that needs the most."""
    with scratch() as folder:
        run = prepare(one, Path(folder))
        stored, true = max(crew.do(on_a_rank, one.world_size, run, Path(folder)), key=lambda each: each[1])
        return Compared(
            title=one.title, stored=stored, true=true, formula=by_formula(one, run), dry_run=by_dry_run(one, run)
        )


def copied_by_gloo(ranks: Ranks, size: int = 3 * 2**24) -> dict[str, float]:
    """Resident bytes at the peak of an exchange beyond those before it, as a share of its larger buffer."""
    whole, part = torch.ones(size // 4), torch.ones(size // 4 // ranks.world_size)
    exchanges = {
        "gathering": lambda: dist.all_gather_single(whole, part),
        "scattering": lambda: dist.reduce_scatter_single(part, whole),
    }
    found: dict[str, float] = {}
    for _ in range(2):  # what connections need is there the second time
        for name, exchange in exchanges.items():
            reset_peak(CPU)
            before = psutil.Process().memory_info().rss
            exchange()
            found[name] = (peak_bytes(CPU) - before) / size
    return found


def on_a_rank(ranks: Ranks, run: Run, folder: Path) -> tuple[int, int]:
    """See `traced`."""
    warnings.simplefilter("ignore")
    transformers.logging.disable_progress_bar()
    return traced(run, folder, ranks)
