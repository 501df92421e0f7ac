"""Cuts the weights of a model that is to be divided as they are read: of each matrix a rank keeps its part alone.

transformers reads, renames, joins and quantizes one weight after the other and puts each into its layer. There it is
cut, and what stands in for the whole one has its form and no memory, until `studio.engine.sharded` divides the model.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import torch
from torch import Tensor, nn
from torch.nn.modules.module import register_module_parameter_registration_hook

from studio.engine.labels import Labels
from studio.engine.optim import is_matrix
from studio.engine.parts import is_cut, leave
from studio.engine.quantize import leave_scales
from studio.job import Full, Lora, TrainJob


def can_stream(job: TrainJob) -> bool:
    """Whether the weights of its model can be cut before the model is whole.

    Not random ones, which come out of one stream of numbers, and not where an adapter begins with the lengths of the
    columns that it stands beside.
    """
    return not job.from_scratch and not (isinstance(job.method, Lora) and job.method.decomposed)


@contextmanager
def cut_as_read(
    job: TrainJob, labels: Labels | None, rank: int, world_size: int, device: torch.device
) -> Iterator[None]:
    """Within this block a matrix that transformers loads is this rank's part of it, on `device`.

    The layer for labels stays whole, since it learns whole where an adapter does.
    """
    learns_in = torch.float32 if isinstance(job.method, Full) else None

    def part(whole: Tensor) -> Tensor:
        chunks = whole.chunk(world_size)
        mine = chunks[rank] if rank < len(chunks) else whole[:0]
        return mine.to(device, learns_in, copy=True)

    def cut(module: nn.Module, name: str, parameter: Any) -> None:
        if _is_loaded(parameter) and is_matrix(name, parameter) and not _gives(module, labels):
            leave(parameter, part)
            leave_scales(module, parameter, part)

    with _cutting(cut):
        yield


@contextmanager
def left_in_files() -> Iterator[None]:
    """Within this block a matrix that transformers loads stays in its file: others take its place later."""

    def leave_out(_: nn.Module, name: str, parameter: Any) -> None:
        if _is_loaded(parameter) and is_matrix(name, parameter):
            leave(parameter, lambda whole: whole.new_empty(0, dtype=torch.float32))

    with _cutting(leave_out):
        yield


@contextmanager
def _cutting(hook: Callable[[nn.Module, str, Any], None]) -> Iterator[None]:
    """`hook` sees every parameter that a module gets; weights are read one at a time, and no room is made for all."""
    from transformers import modeling_utils

    registered = register_module_parameter_registration_hook(hook)
    one_at_a_time = patch.dict(os.environ, {"HF_DEACTIVATE_ASYNC_LOAD": "1"})
    try:
        with one_at_a_time, patch.object(modeling_utils, "caching_allocator_warmup", lambda *_: None):
            yield
    finally:
        registered.remove()


def _is_loaded(parameter: Any) -> bool:
    """Whether it comes out of a file and is whole."""
    return getattr(parameter, "_is_hf_initialized", False) and not parameter.is_meta and not is_cut(parameter)


def _gives(module: nn.Module, labels: Labels | None) -> bool:
    return labels is not None and getattr(module, "out_features", None) == len(labels.names)
