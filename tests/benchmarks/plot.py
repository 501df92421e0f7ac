"""How long the loss plot takes to draw, offscreen: one JSON line last.

    python tests/benchmarks/plot.py [--points 1000000] [--frames 60]

A frame appends updates (a few, as a running job does four times a second), sets the data and repaints everything.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtWidgets import QApplication

_WIDTH, _HEIGHT = 740, 540
_PER_FRAME = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--frames", type=int, default=60)
    asked = parser.parse_args()
    app = QApplication([])
    began = time.perf_counter()
    from ui.state.flags import Flag
    from ui.widgets.plot import LossPlot

    imported = time.perf_counter() - began
    figures: dict[str, float] = {"import_ms": _ms(imported)}
    for points in sorted({1_000, 10_000, 100_000, asked.points}):
        count = points + asked.frames * _PER_FRAME
        random = np.random.default_rng(0)
        losses = 0.9 + 1.4 * np.exp(-np.arange(count) / (count / 8)) + random.normal(0, 0.06, count)
        losses[points // 2] = 7.0
        held_out = [(update, 1.2) for update in range(0, points, max(points // 16, 1))]
        flags = [Flag(points * share, "rotate-ccw", "Restarted", "info") for share in (0.2, 0.21, 0.6)]
        plot = LossPlot()
        plot.resize(_WIDTH, _HEIGHT)
        plot.show()
        app.processEvents()
        began = time.perf_counter()
        plot.set_data(losses[:points].copy(), held_out, 2 * points, flags)
        plot.viewport().repaint()
        figures[f"first_{points}_ms"] = _ms(time.perf_counter() - began)
        figures.update(_append(plot, losses, points, asked.frames, held_out, flags))
        figures.update(_hover(plot, points, asked.frames))
        plot.close()
    print(json.dumps(figures))


def _append(plot, losses, points, frames, held_out, flags) -> dict[str, float]:
    taken: list[float] = []
    for frame in range(1, frames + 1):
        new = losses[: points + frame * _PER_FRAME].copy()  # as the page copies them out of the story
        began = time.perf_counter()
        plot.set_data(new, held_out, 2 * points, flags)
        plot.viewport().repaint()
        taken.append(time.perf_counter() - began)
    return {
        f"append_{points}_p50_ms": _ms(float(np.percentile(taken, 50))),
        f"append_{points}_p95_ms": _ms(float(np.percentile(taken, 95))),
    }


def _hover(plot, points, frames) -> dict[str, float]:
    taken: list[float] = []
    for frame in range(frames):
        began = time.perf_counter()
        plot.point_at(plot.hover_at(100 + frame * 4, 300))
        plot.viewport().repaint()
        taken.append(time.perf_counter() - began)
    return {f"hover_{points}_p95_ms": _ms(float(np.percentile(taken, 95)))}


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


if __name__ == "__main__":
    main()
