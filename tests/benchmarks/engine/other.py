"""The others' side of the comparison: a trainer in its own environment and process, with the same rows."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec

from tests.benchmarks.engine.figures import Run, Update
from tests.benchmarks.engine.process import Process, last_words, run_watched
from tests.benchmarks.engine.work import SHAPES, Settings, Work

_RUN = Path(__file__).resolve().parent / "peers" / "run.py"

OTHERS = {
    "hf": "Trainer of transformers, defaults",
    "hf_group": "Trainer, group_by_length",
    "hf_rebalance": "Trainer, batch_rebalance",
    "trl": "SFTTrainer of TRL, float32",
    "trl_asis": "SFTTrainer, its own defaults",
    "trl_padfree": "SFTTrainer, padding-free",
    "trl_packing": "SFTTrainer, packed rows",
    "lf": "LLaMA-Factory",
    "hand": "loop by hand, naive",
    "hand_sorted": "loop by hand, sorted in the update, head on targets only",
}
OTHER_ROWS = frozenset({"hf_group", "trl_packing"})
"""Cannot learn from the same rows in the same updates."""


def run_other(
    peer: str,
    number: int,
    work: Work,
    *,
    python: Path,
    settings: Settings,
    updates: int,
    scratch: Path,
    patience: float,
) -> Run:
    """One run of a peer in a process of its own, with nothing cached from an earlier one."""
    shape = SHAPES[work.shape]
    asked = {
        "peer": peer,
        "model": str(work.model),
        "ordered": str(work.ordered),
        "method": work.method,
        "updates": updates,
        "scratch": str(scratch / "out"),
        "packed_rows": packed_rows(work, settings),
        "user": shape.user,
        "bos": shape.bos,
        "settings": msgspec.to_builtins(settings),
    }
    request, result, log = scratch / "request.json", scratch / "updates.json", scratch / "log.txt"
    request.write_text(json.dumps(asked), encoding="utf-8")
    watched = run_watched(
        Process(
            command=[str(python), str(_RUN), str(request), str(result)],
            cwd=scratch,
            environment=_environment(scratch, settings.threads),
            log=log,
        ),
        patience,
    )
    if not result.exists():
        ended = "It took too long." if watched.exit_code is None else last_words(log)
        return Run(peer=peer, round=number, problem=ended)
    done = msgspec.json.decode(result.read_bytes(), type=list[Update])
    return watched.run(peer, number, done)


def packed_rows(work: Work, settings: Settings) -> int:
    """Rows of full length that hold about as many tokens as an effective batch."""
    full_batches = work.expected_tokens[:-1] or work.expected_tokens
    return max(1, round(sum(full_batches) / len(full_batches) / settings.max_length))


def _environment(scratch: Path, threads: int) -> dict[str, str]:
    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    return {
        **{name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")},
        **dict.fromkeys(names, str(threads)),
        "CUDA_VISIBLE_DEVICES": "",
        "HF_HOME": str(scratch / "hf"),
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "WANDB_DISABLED": "true",
    }
