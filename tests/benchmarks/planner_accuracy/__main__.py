"""How well formula and dry run predict the memory of real steps on a processor: one JSON object last.

    python -m tests.benchmarks.planner_accuracy
    python -m tests.benchmarks.planner_accuracy --quick
    python -m tests.benchmarks.planner_accuracy --divided
    python -m tests.benchmarks.planner_accuracy --large

Goals: formula within 2 %, dry run within 1 %; of a divided model 5 and 2 %. `--large` takes a dry run of a model with
13 billion weights, on a card.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import torch
import transformers

from tests.benchmarks.planner_accuracy.compare import Compared, compare
from tests.benchmarks.planner_accuracy.configurations import FAMILIES, configurations, prepare, scratch
from tests.benchmarks.planner_accuracy.divided import compare_divided, copied_by_gloo, divided_configurations
from tests.benchmarks.planner_accuracy.large import large
from tests.support.ranks import Crew

GOALS = {"formula": 0.02, "dry run": 0.01}
GOALS_DIVIDED = {"formula": 0.05, "dry run": 0.02}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.planner_accuracy", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="every ninth configuration")
    parser.add_argument("--divided", action="store_true", help="real ranks that divide a model, by gloo")
    parser.add_argument("--large", action="store_true", help="time dry runs of a model with 13 billion weights")
    parser.add_argument("--family", action="append", choices=FAMILIES, help="only this one; may be given again")
    asked = parser.parse_args()
    if asked.large:
        print(json.dumps(large()))
        return 0
    warnings.simplefilter("ignore")
    transformers.logging.disable_progress_bar()
    torch.set_num_threads(1)
    compared: list[Compared] = []
    for last in _divided(asked.quick) if asked.divided else _alone(asked.family or FAMILIES, asked.quick):
        compared.append(last)
        print(
            f"{last.title:76} {last.true / 2**20:8.1f} MiB   formula {last.formula_error:+7.2%}"
            f"   dry run {last.dry_run_error:+7.2%}",
            flush=True,
        )
    summary, goals = summarise(compared), GOALS_DIVIDED if asked.divided else GOALS
    for name, figures in summary.items():
        print(f"{name:30} worst {figures['worst']:.2%}, median {figures['median']:.2%}")
    print(json.dumps({"configurations": msgspec.to_builtins(compared), "summary": summary, "goals": goals}))
    return 0


def _alone(families: Sequence[str], quick: bool) -> Iterator[Compared]:
    chosen = [one for one in configurations() if one.family in families]
    for one in chosen[:: 9 if quick else 1]:
        with scratch() as folder:
            yield compare(one, prepare(one, Path(folder)), Path(folder))


def _divided(quick: bool) -> Iterator[Compared]:
    crew = Crew(3)
    try:
        for name, share in crew.do(copied_by_gloo, 2)[0].items():
            print(f"{name} by gloo holds {share:.2f} times the larger buffer besides")
        for one in [*divided_configurations()][:: 5 if quick else 1]:
            yield compare_divided(one, crew)
    finally:
        crew.end()


def summarise(compared: list[Compared]) -> dict[str, dict[str, float]]:
    """Worst and median error."""
    errors = {
        "formula": [each.formula_error for each in compared],
        "dry run": [each.dry_run_error for each in compared],
        "formula, beside the weights": [each.moving[0] for each in compared],
        "dry run, beside the weights": [each.moving[1] for each in compared],
    }
    return {
        name: {"worst": max(map(abs, of_one)), "median": statistics.median(map(abs, of_one))}
        for name, of_one in errors.items()
    }


if __name__ == "__main__":
    sys.exit(main())
