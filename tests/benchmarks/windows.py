"""What layers that look back only so far cost without masks of all pairs: seconds in turns, and bytes at the peak.

python -m tests.benchmarks.windows [tokens] [window]
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.engine.attention import attend
from tests.planning.test_memory import byte_counter

HEADS, WIDTH, ROUNDS = 8, 64, 5


def main(tokens: int, window: int) -> None:
    """Print both as one JSON object."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    ways: dict[str, Callable[[Tensor, Tensor, Tensor], Tensor]] = {"masked": masked(window), "blocks": blocks(window)}
    query, key, value = (torch.randn(1, HEADS, tokens, WIDTH, requires_grad=True) for _ in range(3))

    def seconds(attention: Callable[[Tensor, Tensor, Tensor], Tensor]) -> float:
        began = time.perf_counter()
        attention(query, key, value).sum().backward()
        return time.perf_counter() - began

    taken = [[seconds(each) for each in ways.values()] for _ in range(ROUNDS + 1)][1:]
    told: dict[str, float] = {"tokens": tokens, "window": window}
    for name, each in zip(ways, zip(*taken, strict=True), strict=True):
        told[f"{name}_seconds"] = round(sorted(each)[ROUNDS // 2], 4)
    for name, attention in ways.items():
        counter = byte_counter()
        with counter:
            seconds(attention)
        told[f"{name}_peak_bytes"] = counter.peak
    sys.stdout.write(json.dumps(told) + "\n")


def masked(window: int) -> Callable[[Tensor, Tensor, Tensor], Tensor]:
    """As transformers does it: one mask of all pairs, made for every micro-batch."""

    def attention(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        tokens = query.shape[2]
        place = torch.arange(tokens)
        back = place.unsqueeze(1) - place
        return F.scaled_dot_product_attention(query, key, value, (back >= 0) & (back < window))

    return attention


def blocks(window: int) -> Callable[[Tensor, Tensor, Tensor], Tensor]:
    """As the engine does it."""
    nobody = torch.nn.Identity()
    return lambda query, key, value: attend(nobody, query, key, value, None, sliding_window=window)[0]


if __name__ == "__main__":
    main(*(int(given) for given in (*sys.argv[1:], "4096", "512")[:2]))
