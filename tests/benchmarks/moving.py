"""Packing and unpacking a run of so many megabytes, and the memory it takes: `python -m tests.benchmarks.moving`."""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from studio.moving.pack import pack_run
from studio.moving.unpack import unpack_run
from studio.paths import open_home
from tests.support.to_move import stopped_run

T = TypeVar("T")


def main(megabytes: int) -> None:
    """Print one JSON object."""
    with tempfile.TemporaryDirectory(prefix="nightshift-moving-") as folder:
        here, there = open_home(Path(folder) / "here"), open_home(Path(folder) / "there")
        run = stopped_run(here)
        run.result.mkdir()
        piece = os.urandom(1 << 20)
        with (run.result / "adapter_model.safetensors").open("wb") as file:
            for _ in range(megabytes):
                file.write(piece)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        file, packing = _timed(lambda: pack_run(run, Path(folder)))
        size = file.stat().st_size
        _, unpacking = _timed(lambda: unpack_run(there, file))
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    told = {
        "megabytes": round(size / 1e6),
        "pack_seconds": round(packing[0], 2),
        "pack_cpu_seconds": round(packing[1], 2),
        "unpack_seconds": round(unpacking[0], 2),
        "unpack_cpu_seconds": round(unpacking[1], 2),
        "memory_grown_mib": round(grown / 1024, 1),
    }
    sys.stdout.write(json.dumps(told) + "\n")


def _timed(do: Callable[[], T]) -> tuple[T, tuple[float, float]]:
    """What it gives, seconds by the clock and of the processor."""
    began, used = time.perf_counter(), time.process_time()
    made = do()
    return made, (time.perf_counter() - began, time.process_time() - used)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=1000)
    main(parser.parse_args().megabytes)
