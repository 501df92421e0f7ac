"""Matrix products of activations with weights, by whichever library multiplies faster on this processor."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from studio.models.local import ModelFacts
from studio.planning.arithmetic import PAD_TO


@cache
def uses_onednn() -> bool:
    """Whether float32 products go to oneDNN rather than to MKL, which torch uses.

    On AMD's processors MKL shares its work badly among threads: rows of 800 by 256 × 704 take 1.5 to 1.9 times as long,
    thin ones up to four times (tests/benchmarks/products.py). A rule and no measurement, so that a resumed run rounds
    as it did before.
    """
    if platform.machine() not in {"x86_64", "AMD64"} or not torch.backends.mkldnn.is_available():
        return False
    if not hasattr(torch.ops.mkldnn, "_linear_pointwise"):
        return False
    try:
        vendor = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        vendor = platform.processor()
    return "AuthenticAMD" in vendor


def by_rows(x: Tensor, weight: Tensor) -> Tensor:
    """x (n, i), weight (o, i) → x · weightᵀ (n, o). Without gradient.

    oneDNN prepares each new n for some milliseconds and keeps what it prepared, so it gets round numbers only.
    """
    if len(x) % PAD_TO == 0 and x.dtype == torch.float32 and x.device.type == "cpu" and uses_onednn():
        product: Any = torch.ops.mkldnn._linear_pointwise  # noqa: SLF001 - what torch.compile calls
        return product(x, weight, None, "none", [], "")
    return x @ weight.t()


def bfloat16_pays(facts: ModelFacts) -> bool:
    """Whether this processor trains a model of these widths faster in bfloat16: tried on one layer's product."""
    x = torch.randn(1024, facts.hidden_size)
    weight = torch.randn(facts.intermediate_size, facts.hidden_size)
    low_x, low_weight = x.bfloat16(), weight.bfloat16()
    return _seconds(lambda: by_rows(x, weight)) > _WORTH * _seconds(lambda: low_x @ low_weight.t())


_WORTH = 1.5
"""Times as fast: about half of an update is products, and casts cost something."""


def _seconds(work: Callable[[], object]) -> float:
    """The shortest of some repetitions, over 30 ms."""
    work()
    best, until = float("inf"), time.perf_counter() + 0.03
    while (began := time.perf_counter()) < until:
        work()
        best = min(best, time.perf_counter() - began)
    return best
