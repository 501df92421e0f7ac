"""How fast this processor multiplies activations with weights: MKL, oneDNN and bfloat16, at the widths of small models.

    python -m tests.benchmarks.products [--threads N]

The last line is one JSON object: for each product the microseconds of each way, medians of a quarter of a second.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from typing import Any

import torch

ROWS = (320, 800, 2000)
WIDTHS = {"up": (256, 704), "down": (704, 256), "adapter": (256, 16), "head": (256, 8192)}


def microseconds(work: Callable[[], object]) -> float:
    """The median of as many calls as fit into a quarter of a second."""
    work()
    taken: list[float] = []
    until = time.perf_counter() + 0.25
    while (began := time.perf_counter()) < until:
        work()
        taken.append(time.perf_counter() - began)
    return 1e6 * statistics.median(taken)


def main() -> None:
    """Print a table and its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    torch.set_num_threads(parser.parse_args().threads)
    onednn: Any = torch.ops.mkldnn._linear_pointwise
    found: dict[str, dict[str, float]] = {}
    print(f"{'product':>16} {'MKL':>9} {'oneDNN':>9} {'bfloat16':>9}   microseconds, {torch.get_num_threads()} threads")
    for rows in ROWS:
        for name, (inputs, outputs) in WIDTHS.items():
            x, weight = torch.randn(rows, inputs), torch.randn(outputs, inputs)
            low_x, low_weight = x.bfloat16(), weight.bfloat16()
            ways: dict[str, Callable[[], object]] = {
                "mkl": lambda x=x, weight=weight: x @ weight.t(),
                "onednn": lambda x=x, weight=weight: onednn(x, weight, None, "none", [], ""),
                "bfloat16": lambda x=low_x, weight=low_weight: x @ weight.t(),
            }
            found[f"{rows} {name}"] = taken = {way: microseconds(work) for way, work in ways.items()}
            print(f"{rows:>8} {name:>7} " + " ".join(f"{each:>9.0f}" for each in taken.values()))
    print(json.dumps({"threads": torch.get_num_threads(), "microseconds": found}))


if __name__ == "__main__":
    main()
