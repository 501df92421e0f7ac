"""Dry runs of a model with 13 billion weights on a card, as the window asks for them: in a process of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import psutil

from studio.job import Data, Lora, TrainJob
from studio.models.local import read_model
from studio.planning.choose import plan_batch
from studio.planning.measurement import Measurement, MeasureOrder, Trial
from studio.planning.request import PlanRequest
from tests.benchmarks.planner_accuracy.configurations import scratch
from tests.planning.models import FREE_3090

LLAMA_2_13B: dict[str, Any] = {
    "architectures": ["LlamaForCausalLM"],
    "model_type": "llama",
    "hidden_size": 5120,
    "intermediate_size": 13824,
    "num_hidden_layers": 40,
    "num_attention_heads": 40,
    "num_key_value_heads": 40,
    "vocab_size": 32000,
    "max_position_embeddings": 4096,
    "rms_norm_eps": 1e-5,
    "torch_dtype": "bfloat16",
    "tie_word_embeddings": False,
}
LENGTH = 2048


def large() -> list[dict[str, Any]]:
    """Seconds from the start of a process to its first figure and to the last of four, with GiB at the peak."""
    found: list[dict[str, Any]] = []
    for title, method in (("LoRA", Lora(rank=16)), ("QLoRA nf4-double", Lora(rank=16, quantization="nf4-double"))):
        with scratch() as folder:
            (Path(folder) / "config.json").write_text(json.dumps(LLAMA_2_13B))
            found.append({"method": title, **_time(_order(Path(folder), method))})
        print(found[-1])
    return found


def _order(folder: Path, method: Lora) -> MeasureOrder:
    job = TrainJob(name="large", model=str(folder), data=Data(train=""), method=method)
    lengths = np.full(32, LENGTH)
    plan = plan_batch(
        PlanRequest(
            facts=read_model(folder, require_weights=False),
            method=method,
            learning=job.learning,
            lengths=lengths,
            num_targets=lengths - 1,
            device=FREE_3090,
            precision="bfloat16",
        )
    )
    trials = tuple(
        Trial(checkpointing=mode, rows=rows, longest=LENGTH, targets=rows * (LENGTH - 1))
        for mode in ("off", "on")
        for rows in (1, 4)
    )
    return MeasureOrder(job=job, plan=plan, trials=trials, device="cuda:0", scratch=str(folder))


def _time(order: MeasureOrder) -> dict[str, Any]:
    began, first, processor, found = time.monotonic(), 0.0, 0.0, Measurement(basis="dry-run")
    command = [sys.executable, "-m", "studio.engine.dry_run"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(msgspec.json.encode(order) + b"\n")
        process.stdin.flush()
        for line in process.stdout:
            found = msgspec.json.decode(line, type=Measurement)
            if found.modes and not first:
                first = time.monotonic() - began
                processor = sum(psutil.Process(process.pid).cpu_times()[:2])
            if found.trying is None and found.modes:
                break
        last = time.monotonic() - began
        process.kill()
    peaks = {
        f"{mode.checkpointing}, {point.tokens} tokens": round(point.peak_bytes / 2**30, 2)
        for mode in found.modes
        for point in mode.points
    }
    return {
        "seconds_to_first": round(first, 1),
        "of_them_on_the_processor": round(processor, 1),
        "seconds_to_last": round(last, 1),
        "gib": peaks,
    }
