"""Predicts the memory of a training step by taking it with tensors that have none: no weights and no device needed.

Started as `python -m studio.engine.dry_run`: one `MeasureOrder` as a JSON line on standard input, `Measurement`s on
standard output, each with all that is known by then; the last one counts.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import Tensor, nn

from studio.data.prepare import Prepared
from studio.engine.attention import take_over_attention
from studio.engine.gradients import GradientSum, add_gradient, clip_gradients
from studio.engine.head import Head
from studio.engine.labels import LABEL_LAYERS, Labels, find_label_layer
from studio.engine.load import random_model, set_checkpointing
from studio.engine.packing import reach
from studio.engine.probe import answer, longest_rows, rows_to_try
from studio.engine.quantize import quantize_stand_in
from studio.engine.ranks import Ranks
from studio.engine.set_up import Rows, divide_model, make_training
from studio.engine.stand_in import others_stand_in, stand_in
from studio.engine.storages import BLOCK, Holds, Storages
from studio.engine.tried import whole_model
from studio.job import Full, Lora, TrainJob
from studio.models.local import read_model, with_labels
from studio.plan import MemoryParts, Plan
from studio.planning.measured import versions
from studio.planning.measurement import Measurement, MeasureOrder, Point, Trial
from studio.planning.memory import CONTEXT_BYTES, PROCESS_BYTES
from studio.planning.packing import PACKED_FAMILIES


def main() -> int:
    """Predict what standard input asks for."""
    return answer("dry-run", dry_run)


def dry_run(order: MeasureOrder) -> Iterator[Measurement]:
    """What is known, before each trial and at the end. Raises StudioError where the model cannot be set up."""
    began = time.monotonic()
    device = torch.device(order.device)
    context_bytes = PROCESS_BYTES if device.type == "cpu" else CONTEXT_BYTES
    facts = read_model(order.job.model, require_weights=False, from_scratch=order.job.from_scratch)
    found = Measurement(
        basis="dry-run", context_bytes=context_bytes, device_name=order.plan.device_name, versions=versions()
    )
    yield found
    rows = rows_to_try(order, facts.vocab_size)
    with dry_step(order.job, order.plan, rows, device) as step:
        for trial in order.trials:
            yield msgspec.structs.replace(found, trying=trial)
            parts, step_bytes = step.try_out(trial)
            point = Point(tokens=step.tokens, targets=step.targets, peak_bytes=parts.ours + context_bytes)
            found = msgspec.structs.replace(
                found.with_point(trial.checkpointing, point),
                step_bytes=max(found.step_bytes, step_bytes + context_bytes),
            )
    yield msgspec.structs.replace(found, seconds=time.monotonic() - began)


@contextlib.contextmanager
def dry_step(job: TrainJob, plan: Plan, rows: Prepared | Rows, device: torch.device) -> Iterator[DryStep]:
    """A step on `device`, which need not be there; where the plan divides the model, that of the first of the ranks,
    whose part is the largest. Raises ModelProblem as setting up does."""
    with (
        others_stand_in(plan.world_size) if plan.divided else contextlib.nullcontext(Ranks()) as ranks,
        stand_in(device),
    ):
        yield DryStep(job, plan, rows, device, ranks)


class DryStep:
    """A model set up as for training, without memory, and what steps with it would take. See `dry_step`."""

    def __init__(self, job: TrainJob, plan: Plan, rows: Prepared | Rows, device: torch.device, ranks: Ranks) -> None:
        facts = read_model(job.model, require_weights=False, from_scratch=job.from_scratch)
        facts = with_labels(facts, len(rows.labels))
        self._num_scores, self._hidden = facts.num_scores, facts.hidden_size
        self._storages = Storages(1 if device.type == "cpu" else BLOCK, self._holds)

        def packs(model: nn.Module, head: Head | None, longest: int) -> bool:
            """Not tried: values that are not there say nothing."""
            whole = whole_model(model)
            known = head is not None and facts.model_type in PACKED_FAMILIES and reach(whole.config) >= longest
            return known and take_over_attention(whole)

        with self._storages:
            self._training = make_training(job, rows, plan, device, ranks, build=_without_weights, packs=packs)
            if plan.divided:
                self._divide()
            self._storages.all_belong_to("weights")
            if not isinstance(job.method, Full):
                self._storages.belong_to(self._training.learns, "adapters")
            self._gradients = GradientSum(self._training.learns, isolated=self._training.isolates)
            self._fill()
        for parameter in self._training.learns:
            parameter.register_post_accumulate_grad_hook(self._is_gradient)
        self.tokens = self.targets = 0
        """Of the last micro-batch, padding included."""

    def try_out(self, trial: Trial) -> tuple[MemoryParts, int]:
        """Bytes by component at the peak of a micro-batch, with gradients of those before and states of the optimizer
        resident; and all bytes at the peak of the optimizer's step."""
        training = self._training
        set_checkpointing(training.model, trial.checkpointing)
        training.long_rows_only = False
        training.model.train()
        on_processor = dataclasses.replace(training, device=torch.device("cpu"))
        rows = longest_rows(on_processor, trial)
        self.tokens, self.targets = rows.num_padded_tokens, len(rows.targets)
        with self._storages:
            self._storages.start_over()
            add_gradient(training, _without_memory(rows), self.targets)
            self._gradients.add()
            parts = MemoryParts(**self._storages.at_peak)
            self._storages.start_over()
            self._update()
        return parts, self._storages.peak_bytes

    def _divide(self) -> None:
        """Leave the part of this rank, and count what is put together and summed as weights and gradients."""
        from torch.distributed.fsdp import FSDPModule

        for layer in self._training.model.modules():
            if getattr(getattr(layer, "state", None), "CB", None) is not None:
                layer.state.CB = None  # type: ignore[union-attr] # of 8 bits, which trying the whole model leaves behind
        divide_model(self._training)
        gc.collect()  # the whole weights, which refer to each other
        copied = self._training.device.type == "cpu"
        gathers, sums = (_Exchange(self._storages, holds, copied=copied) for holds in _EXCHANGED)
        for each in self._training.divided.modules():  # type: ignore[union-attr]
            if isinstance(each, FSDPModule):
                each.set_custom_all_gather(gathers)  # type: ignore[arg-type]
                each.set_custom_reduce_scatter(sums)  # type: ignore[arg-type]

    def _fill(self) -> None:
        """Gradients and states, as after the first update."""
        for parameter in self._training.learns:
            parameter.grad = torch.zeros_like(parameter)
            self._is_gradient(parameter)
        self._gradients.add()
        self._update()
        states = [value for state in self._training.optimizer.state.values() for value in state.values()]
        self._storages.belong_to((each for each in states if isinstance(each, Tensor)), "optimizer")

    def _update(self) -> None:
        """All but forgetting the gradients, which then stand for those of the micro-batches to come."""
        training = self._training
        self._gradients.install()
        clip_gradients(training, training.learns)
        training.optimizer.step()
        self._gradients.add()

    def _is_gradient(self, parameter: Tensor) -> None:
        if parameter.grad is not None:
            self._storages.belong_to([parameter.grad], "gradients")

    def _holds(self, tensor: Tensor) -> Holds:
        is_scores = tensor.ndim == 2 and tensor.shape[-1] == self._num_scores != self._hidden
        return "logits" if is_scores else "activations"


_EXCHANGED: tuple[Holds, Holds] = ("weights", "gradients")


class _Exchange:
    """What ranks exchange in a divided model: the buffer that FSDP2 would fill, and nothing is sent.

    `copied`: whether all of it is copied meanwhile, as by gloo; what NCCL needs is no memory of torch's.
    """

    def __init__(self, storages: Storages, holds: Holds, *, copied: bool) -> None:
        self._storages = storages
        self._holds: Holds = holds
        self._copied = copied

    def allocate(self, size: Sequence[int], *, dtype: torch.dtype, device: torch.device) -> Tensor:
        buffer = torch.empty(*size, dtype=dtype, device=device)
        self._storages.belong_to([buffer], self._holds)
        return buffer

    def __call__(self, output_tensor: Tensor, input_tensor: Tensor, *_: Any, **__: Any) -> None:
        """All have it now."""
        if self._copied:
            copy = torch.empty_like(max(output_tensor, input_tensor, key=torch.numel))
            self._storages.belong_to([copy], self._holds)


def _without_weights(job: TrainJob, precision: str, device: torch.device, labels: Labels | None) -> nn.Module:
    """In place of the model in its folder, one of the same shape without memory. Raises ModelProblem."""
    folder = Path(job.model)
    folder = folder.parent if folder.name == "config.json" else folder
    dtype = torch.float32 if job.from_scratch else getattr(torch, precision)
    with torch.device("meta"):
        model = random_model(folder, job.learning.seed, labels, dtype)
    if isinstance(job.method, Lora) and job.method.quantization is not None and not job.from_scratch:
        heads = None if labels is None else LABEL_LAYERS
        quantize_stand_in(model, job.method.quantization, precision, device, heads)
    if labels is not None and (layer := find_label_layer(model)) is not None:
        layer.float()
    return model


def _without_memory(value: Any) -> Any:
    """A dataclass with tensors of the same form that hold nothing."""
    if isinstance(value, Tensor):
        return value.to("meta")
    if not dataclasses.is_dataclass(value):
        return value
    fields = {field.name: _without_memory(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return dataclasses.replace(value, **fields)  # type: ignore[type-var]


if __name__ == "__main__":
    sys.exit(main())
