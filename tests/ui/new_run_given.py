"""What the tests of New run are given: a card, a report on rows, and a planner that is easy to reckon with."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from studio.api import Alternative, Device, Inspection, JobToPlan, Machine, Plan
from studio.data.report import DatasetReport, Preview, TokenCounts
from studio.errors import PlanProblem
from studio.job import Full
from studio.plan import MemoryParts
from studio.planning.arithmetic import slices
from ui.state.new_run import NewRun
from ui.state.new_run_choices import updates_of

GIB = 1024**3


NOW = 1_800_000_000.0


def card(total: float = 23.69, others: float = 3.52) -> Device:
    return Device(
        id="cuda:0",
        name="NVIDIA GeForce RTX 3090",
        kind="cuda",
        total_bytes=int(total * GIB),
        free_bytes=int((total - others) * GIB),
        used_by_others_bytes=int(others * GIB),
    )


def machine(device: Device | None = None) -> Machine:
    cpu = Device(id="cpu", name="CPU, 4 cores", kind="cpu", total_bytes=16 * GIB, free_bytes=8 * GIB)
    return Machine(devices=(device or card(), cpu), gpu_state="ok", words="")


def report(**changes: object) -> DatasetReport:
    values: dict[str, object] = {
        "rows": 12477,
        "train_rows": 12000,
        "held_out_rows": 477,
        "left_out_rows": 0,
        "shape": "question-answer",
        "columns": ("question", "answer", "topic"),
        "used_columns": ("question", "answer"),
        "problems": (),
        "problem_count": 0,
        "tokens": TokenCounts(p50=80, p95=200, max=400, total=1_000_000, targets=400_000),
        "examples": (
            Preview(
                file="a.csv",
                row=1,
                pieces=(
                    ("<|im_start|>user\nIs it in stock?<|im_end|>\n<|im_start|>assistant\n", False),
                    ("Yes.", True),
                ),
            ),
        ),
        "max_seq_len": 2048,
        "file_bytes": 31_400_000,
    }
    return DatasetReport(**{**values, **changes})  # type: ignore[arg-type]


def plan_of(asked: JobToPlan) -> Plan:
    """Stands in for the planner: 2 GiB for each row at a time, 30 for every weight."""
    job, lengths, device = asked.job, asked.lengths, asked.device
    size = job.learning.effective_batch_size
    if size > len(lengths):
        raise PlanProblem("There are fewer rows than that.", "Choose a smaller number.")
    micro = job.micro_batch_size or min(4, size)
    each = int(lengths.max()) * GIB // 200
    base = 30 if isinstance(job.method, Full) else 4
    memory = MemoryParts(others=device.used_by_others_bytes, weights=base * GIB, activations=micro * each)
    made = slices(size, micro)
    alternatives = (
        Alternative(
            name="Roomier",
            micro_batch_size=2,
            gradient_accumulation_steps=len(slices(size, 2)),
            world_size=1,
            gradient_checkpointing="on",
            peak_bytes=GIB,
            seconds_per_update=25.0,
            price="Slower.",
        ),
    )
    return Plan(
        effective_batch_size=size,
        micro_batch_size=micro,
        gradient_accumulation_steps=len(made),
        slices=made,
        token_budget=8192,
        max_seq_len=2048,
        gradient_checkpointing=job.gradient_checkpointing or "off",
        precision="bfloat16",
        memory=memory,
        peak_bytes=memory.ours,
        limit_bytes=device.total_bytes,
        fits=memory.ours + memory.others <= device.total_bytes,
        basis="formula",
        error_bar=0.04,
        seconds_per_update=20.0,
        micro_batches_per_update=float(len(made)),
        updates=updates_of(len(lengths), size, job.learning.epochs),
        rows=len(lengths),
        reasons=("It is the fastest that fits.",),
        alternatives=alternatives,
        device_name=device.name,
    )


def hear(run: NewRun, path: Path, length: int = 400, **changes: object) -> None:
    path.touch()
    run.choose_data(str(path))
    asked = run.question()
    assert asked is not None
    said = report(**changes)
    lengths = np.full(said.rows, length, dtype=np.int64)
    run.hear(asked, Inspection(said, lengths, lengths // 2), None)
