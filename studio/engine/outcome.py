"""The two models of a run that ended, as it was before and as it has learnt, on a device that no run needs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from studio.after import AfterEvent, Noted, Side
from studio.data.prepare import Prepared, load_prepared
from studio.engine.device import choose_device, set_up_processor
from studio.engine.labels import Labels, labels_of
from studio.engine.load import load_model, load_tokenizer, model_for, pad_token_id
from studio.errors import MemoryProblem, RunProblem
from studio.hardware.detect import Device, Machine, detect
from studio.hardware.device import gib
from studio.job import Lora, TrainJob
from studio.models.local import ModelFacts, read_model
from studio.runs.folder import RunFolder
from studio.runs.in_use import runs_in_use
from studio.runs.story import RunStory
from studio.runs.watch import read_run

Tell = Callable[[AfterEvent], None]
_BYTES = {"float32": 4, "bfloat16": 2, "float16": 2}
_ROOM_TO_WORK = 1.3
"""Times the weights: what answering needs beside them."""


@dataclass
class Outcome:
    """Both models of a run. An adapter is switched off for the base; where every weight learnt there are two models."""

    run: RunFolder
    job: TrainJob
    story: RunStory
    prepared: Prepared
    labels: Labels | None
    precision: str
    device: torch.device
    device_name: str
    tokenizer: Any
    tuned: Any
    _base: Any = None

    @property
    def pad_token_id(self) -> int:
        """What fills rows up."""
        return pad_token_id(self.tuned)

    @property
    def has_adapter(self) -> bool:
        """Whether base and tuned are one model."""
        return isinstance(self.job.method, Lora) and not self.job.from_scratch

    @contextmanager
    def model(self, side: Side) -> Iterator[Any]:
        """The model of that side, ready to answer. The second one is loaded when it is first asked for."""
        if side == "tuned":
            yield self.tuned
        elif self.has_adapter:
            with self.tuned.disable_adapter():
                yield self.tuned
        else:
            if self._base is None:
                self._base = model_for(self.job, self.precision, self.device, self.labels).eval()
            yield self._base


def load_outcome(run: RunFolder, wanted: str | None, tell: Tell, *, both: bool = True) -> Outcome:
    """The models of `run`, on the device `wanted`; None: the best one that no run uses.

    `both`: whether the base model is needed as well. Raises StudioError, in words that say why it cannot be now.
    """
    job, story = run.job(), read_run(run).story
    if not (run.result / "README.md").is_file():
        raise RunProblem(
            f"{run.name} has no result yet.", "Wait until it ends, or stop it: then it saves what it has learnt."
        )
    facts = read_model(job.model, from_scratch=job.from_scratch)
    prepared = load_prepared(run.data)
    precision = story.plan.precision if story.plan else "float32"
    device, described = free_device(run, job, facts, precision, wanted, tell, both=both)
    if device.type == "cpu":
        set_up_processor(facts)
    labels = labels_of(job, prepared.labels)
    return Outcome(
        run=run,
        job=job,
        story=story,
        prepared=prepared,
        labels=labels,
        precision=precision,
        device=device,
        device_name=described.name,
        tokenizer=load_tokenizer(run.result),
        tuned=load_tuned(run, job, precision, device, labels).eval(),
    )


def load_tuned(run: RunFolder, job: TrainJob, precision: str, device: torch.device, labels: Labels | None) -> Any:
    """The model as the run left it. Raises ModelProblem."""
    if isinstance(job.method, Lora) and not job.from_scratch:
        from peft import PeftModel

        base: Any = load_model(Path(job.model), precision, device, job.method.quantization, labels)
        return PeftModel.from_pretrained(base, run.result)
    return load_model(run.result, precision, device, labels=labels)


def free_device(
    run: RunFolder,
    job: TrainJob,
    facts: ModelFacts,
    precision: str,
    wanted: str | None,
    tell: Tell,
    *,
    both: bool,
) -> tuple[torch.device, Device]:
    """A device with room for the models that no run needs. Raises MemoryProblem and RunProblem, in words."""
    machine = detect(own_pids=frozenset({os.getpid()}))
    busy = [each.name for each in runs_in_use(run.home)]
    if busy and wanted is not None and wanted != "cpu":
        raise RunProblem(f"{busy[0]} is using {wanted}.", "Wait until it ends, or choose the processor: --device cpu.")
    device, described = choose_device("cpu" if busy else wanted, machine)
    copies = 2 if both and not isinstance(job.method, Lora) else 1
    needed = int(facts.parameters * _BYTES[precision] * copies * _ROOM_TO_WORK)
    if wanted is None and described.is_gpu and described.free_bytes < needed:
        device, described = choose_device("cpu", machine)
    if described.free_bytes < needed:
        raise MemoryProblem(
            f"This needs {gib(needed)} of memory, and {gib(described.free_bytes)} are free on {described.name}"
            + (f" while {busy[0]} is using the devices." if busy else "."),
            "Wait until the run ends, then try again." if busy else "Close other programs, then try again.",
        )
    if busy and _has_gpu(machine):
        tell(
            Noted(
                title=f"{busy[0]} is using the GPU, so this is done on the processor.",
                hint="It is slower; the answers are those of the same model.",
            )
        )
    return device, described


def _has_gpu(machine: Machine) -> bool:
    return any(device.is_gpu for device in machine.devices)
