"""Measures the engine's own step on the device that will train: bytes and seconds of a few micro-batches.

Started as `python -m studio.engine.probe`: one `MeasureOrder` as a JSON line on standard input, `Measurement`s on
standard output, each with all that is known by then; the last one counts. Nothing on the disk is changed but the
order's scratch folder.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import shutil
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import numpy as np
import torch
from torch import nn

from studio.data.prepare import Prepared, load_prepared
from studio.data.store import Example, ExampleStore
from studio.engine.batches import MicroBatch, MicroBatches
from studio.engine.checkpoint import Checkpoints, Origin
from studio.engine.control import Control
from studio.engine.device import choose_device, peak_bytes, reset_peak, set_up_processor
from studio.engine.evaluate import held_out_loss
from studio.engine.gradients import GradientSum, add_gradient, unless_out_of_memory
from studio.engine.load import set_checkpointing
from studio.engine.ranks import Ranks
from studio.engine.set_up import Rows, make_training
from studio.engine.training import Training
from studio.errors import DiskProblem, MemoryProblem, StudioError
from studio.hardware.detect import Device, detect
from studio.models.local import read_model
from studio.planning.measured import versions
from studio.planning.measurement import Measurement, MeasureOrder, Point, Trial

_FEWEST_PASSES = 2
_LARGEST_SAVED = 2**31
"""Bytes; a larger checkpoint would take longer to write than everything else together."""


def main() -> int:
    """Measure what standard input asks for."""
    return answer("probe", probe)


def answer(basis: Literal["dry-run", "probe"], measure: Callable[[MeasureOrder], Iterator[Measurement]]) -> int:
    """Do what standard input asks. Problems and mistakes become words in the last `Measurement`."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what libraries print is no answer
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=MeasureOrder)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    so_far = Measurement(basis=basis)
    try:
        for so_far in measure(order):
            out.write(msgspec.json.encode(so_far) + b"\n")
    except StudioError as problem:
        out.write(_ended(so_far, str(problem)))
    except Exception as problem:  # noqa: BLE001 - the boundary of this process: logged whole, told in words
        traceback.print_exc()
        out.write(_ended(so_far, f"Something unexpected happened while measuring ({type(problem).__name__})."))
    return 0


def _ended(so_far: Measurement, why: str) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(so_far, trying=None, ended_early=why)) + b"\n"


def _leave_with_parent() -> None:
    """Standard input ends with whoever asked."""
    os.read(0, 1)
    os._exit(1)


def probe(order: MeasureOrder) -> Iterator[Measurement]:
    """What is known, before each trial and at the end. Raises StudioError where the model cannot be set up."""
    began = time.monotonic()
    device, described = choose_device(order.device, detect(own_pids=frozenset({os.getpid()})))
    facts = read_model(order.job.model, from_scratch=order.job.from_scratch)
    if device.type == "cpu":
        set_up_processor(facts, order.plan.world_size)
    meter = _Meter(device, described)
    training = make_training(order.job, rows_to_try(order, facts.vocab_size), order.plan, device, Ranks())
    if device.type == "cpu":  # a worker has these in the same memory
        for name in ("studio.engine.run", "transformers.generation", "pyarrow"):
            __import__(name)
    context_bytes = meter.context_bytes(training.model)
    found = Measurement(basis="probe", context_bytes=context_bytes, device_name=described.name, versions=versions())
    waiting = deque(order.trials)
    while waiting:
        trial = waiting.popleft()
        if not found.may_fit(trial.checkpointing, trial.token_budget, found.room_bytes):
            continue
        if time.monotonic() - began > order.limit_seconds:
            found = msgspec.structs.replace(found, ended_early=f"There were {order.limit_seconds:.0f} s for it.")
            break
        yield msgspec.structs.replace(found, trying=trial)
        measured = _try(training, trial, meter, found, order.seconds_each)
        if measured is None:
            found = found.without_room_for(trial.checkpointing, trial.token_budget)
            if trial.rows > 3:
                half = msgspec.structs.replace(trial, rows=trial.rows // 2, targets=trial.targets // 2)
                waiting.appendleft(half)
        else:
            found = measured
    yield found
    largest = max((point.tokens for mode in found.modes for point in mode.points), default=0)
    if largest:
        found = _beside(training, Path(order.scratch), largest, meter, found)
    yield msgspec.structs.replace(found, seconds=time.monotonic() - began)


def rows_to_try(order: MeasureOrder, vocab_size: int) -> Prepared | Rows:
    """The run's own rows; where it has none, random ones of the lengths that are tried."""
    if order.data:
        return load_prepared(Path(order.data))
    draw = np.random.default_rng(0)
    lengths = sorted({trial.longest for trial in order.trials}, reverse=True)
    examples = (
        Example(draw.integers(0, vocab_size, length).astype(np.uint32), np.ones(length, bool), row)
        for row, length in enumerate(lengths, start=1)
    )
    return Rows(ExampleStore.write(Path(order.scratch) / "rows", examples))


class _Meter:
    """Peaks of this process on the device, the driver's context included."""

    def __init__(self, device: torch.device, described: Device) -> None:
        self._device, self._on_card = device, 0
        if device.type == "cuda":
            torch.zeros(1, device=device)
            free, _ = torch.cuda.mem_get_info(device)
            self._on_card = max(0, described.free_bytes - free - torch.cuda.memory_reserved(device))

    def context_bytes(self, model: nn.Module) -> int:
        """What there is beside the model: the driver's, or this process with its libraries."""
        if self._on_card:
            return self._on_card
        self.reset()
        stored = {each.untyped_storage().data_ptr(): each.untyped_storage().nbytes() for each in _tensors_of(model)}
        return max(0, self.peak() - sum(stored.values()))

    def reset(self) -> None:
        """Forget what was, and give back what is kept for later."""
        if self._device.type == "cuda":
            torch.cuda.empty_cache()
        elif hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
            libc.malloc_trim(0)
        reset_peak(self._device)

    def peak(self) -> int:
        """Bytes since `reset`."""
        return self._on_card + peak_bytes(self._device)


def _tensors_of(model: nn.Module) -> Iterator[torch.Tensor]:
    yield from model.parameters()
    yield from model.buffers()


def _try(training: Training, trial: Trial, meter: _Meter, found: Measurement, seconds: float) -> Measurement | None:
    """One update with micro-batches of this size, gradients and states resident. None: it does not fit."""
    gc.collect()
    set_checkpointing(training.model, trial.checkpointing)
    training.checkpointing, training.long_rows_only = trial.checkpointing != "off", False
    training.model.train()
    micro_batch = unless_out_of_memory(lambda: longest_rows(training, trial), training.device)
    if micro_batch is None:
        return None
    if not training.optimizer.state and _update(training, micro_batch, meter, seconds=0.0) is None:
        return None
    update = _update(training, micro_batch, meter, seconds=seconds)
    if update is None:
        return None
    point = Point(
        tokens=micro_batch.num_padded_tokens,
        targets=len(micro_batch.targets),
        row_length=micro_batch.num_tokens / len(micro_batch.examples),
        peak_bytes=update.peak_bytes,
        seconds=update.seconds,
    )
    return msgspec.structs.replace(
        found.with_point(trial.checkpointing, point),
        step_bytes=max(found.step_bytes, update.step_bytes),
        step_seconds=update.step_seconds,
    )


def longest_rows(training: Training, trial: Trial) -> MicroBatch:
    """The longest rows that a trial allows, cut as training cuts them; where there are few, several times."""
    store = training.store
    allowed = np.flatnonzero((store.lengths <= trial.longest) & (store.num_targets > 0))
    longest_first = allowed[np.argsort(-store.lengths[allowed], kind="stable")]
    examples = np.resize(longest_first[: 4 * trial.rows], 4 * trial.rows)  # more than it holds: rows may be shorter
    waiting = MicroBatches(store, examples, training.pad_token_id, training.device, packed=training.packed)
    micro_batch = waiting.next(trial.token_budget)
    assert micro_batch is not None, "plans are made for rows with targets"
    return micro_batch


class _Update(NamedTuple):
    peak_bytes: int
    """While micro-batches run."""
    seconds: float
    """Of one of them, the fastest: what else the computer does only adds."""
    step_bytes: int
    step_seconds: float


def _update(training: Training, micro_batch: MicroBatch, meter: _Meter, seconds: float) -> _Update | None:
    """The same micro-batch again and again for so long, then a step of length zero. None: it does not fit."""
    gradients = GradientSum(training.learns, isolated=training.isolates)

    def once() -> float | None:
        began = time.perf_counter()
        losses = add_gradient(training, micro_batch, len(micro_batch.targets))
        if losses is None:
            return None
        gradients.add()
        losses.sum().item()  # waits for the device
        return time.perf_counter() - began

    def step() -> float:
        began = time.perf_counter()
        gradients.install()
        nn.utils.clip_grad_norm_(training.learns, training.learning.max_grad_norm).item()
        training.optimizer.step()
        if training.device.type == "cuda":
            torch.cuda.synchronize(training.device)
        return time.perf_counter() - began

    passes = [once()]  # makes the gradients, and whatever is prepared at first
    meter.reset()
    until = time.monotonic() + seconds
    while passes[-1] is not None and (len(passes) < 1 + _FEWEST_PASSES or time.monotonic() < until):
        passes.append(once())
    peak = meter.peak()
    meter.reset()
    stepped = unless_out_of_memory(step, training.device) if passes[-1] is not None else None
    step_peak = meter.peak()
    gradients.drop_last()
    training.optimizer.zero_grad(set_to_none=True)
    if stepped is None:
        return None
    return _Update(peak, min(each for each in passes[1:] if each is not None), step_peak, stepped)


def _beside(training: Training, scratch: Path, tokens: int, meter: _Meter, found: Measurement) -> Measurement:
    """What a check on held-out rows and a checkpoint take."""
    meter.reset()
    training.token_budget = tokens
    longest_first = np.argsort(-training.store.lengths, kind="stable")
    rows = longest_first[: max(1, tokens // int(training.store.lengths.max()))]
    held_out = ExampleStore.write(scratch / "held_out", training.store.examples(rows.tolist()))
    with contextlib.suppress(MemoryProblem):
        held_out_loss(training, held_out, Control(scratch / "commands.jsonl", 0, lambda: False), lambda _event: None)
    evaluation_bytes = meter.peak()
    meter.reset()
    _save(training, scratch)
    return msgspec.structs.replace(found, evaluation_bytes=evaluation_bytes, save_bytes=meter.peak())


def _save(training: Training, scratch: Path) -> None:
    """A checkpoint, unless it is large or the disk is full: then it is left to the run."""
    size = 3 * 4 * sum(parameter.numel() for parameter in training.learns)
    if size < min(_LARGEST_SAVED, shutil.disk_usage(scratch).free // 2):
        with contextlib.suppress(DiskProblem):
            Checkpoints(scratch / "checkpoints", Origin(job_hash="", dataset_hash="", model_hash=""), 1).save(training)


if __name__ == "__main__":
    sys.exit(main())
