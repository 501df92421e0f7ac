"""How fast the engine learns beside other trainers, on the same work, on a processor: one JSON object last.

    python -m tests.benchmarks.engine --quick
    python -m tests.benchmarks.engine --shape s,m --method lora,full
    python -m tests.benchmarks.engine --mix long-tail
    python -m tests.benchmarks.engine --same-trajectory

Peers take turns, each time in a fresh process. Every one learns from the same rows in the same order, except where
the table says so. Updates during which other programs were busy do not count, whoever made them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
import psutil

from tests.benchmarks.engine import environments
from tests.benchmarks.engine.figures import Figures, Run, ratio, summarise
from tests.benchmarks.engine.goals import goals
from tests.benchmarks.engine.machine import wait_until_quiet
from tests.benchmarks.engine.other import OTHER_ROWS, OTHERS, run_other
from tests.benchmarks.engine.ours import PRECISIONS, run_ours
from tests.benchmarks.engine.problem import BenchmarkProblem
from tests.benchmarks.engine.report import figures_table, goals_table, trajectory_table
from tests.benchmarks.engine.rows import MIXES
from tests.benchmarks.engine.trajectory import compare
from tests.benchmarks.engine.work import SHAPES, Settings, Work, prepare

_ROOT = Path(__file__).resolve().parents[3]


class Bench:
    """One call of the benchmark: what was asked, and where things lie."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self.asked = asked
        self.cache: Path = asked.work.resolve()
        self.settings = Settings(threads=asked.threads, seed=asked.seed)
        self._pythons: dict[str, Path | BenchmarkProblem] = {}

    def work(self, shape: str, method: str) -> Work:
        """The work of one comparison."""
        work = prepare(
            shape,
            self.asked.mix,
            method,
            data=self.asked.data.resolve(),
            cache=self.cache / "work",
            python=self._python(environments.PEERS),
            settings=self.settings,
        )
        full_updates = len(work.expected_tokens) - 1
        if self.asked.updates > full_updates:
            raise BenchmarkProblem(f"One pass over the rows makes {full_updates} updates: ask for fewer.")
        return work

    def measure(self, work: Work) -> dict[str, list[Run]]:
        """All runs of all peers, taking turns."""
        runs: dict[str, list[Run]] = {peer: [] for peer in self.asked.peers}
        for number in range(1, self.asked.rounds + 1):
            for peer, so_far in runs.items():
                if so_far and so_far[-1].problem:
                    continue  # it will not go better the next time
                began = time.monotonic()
                run = self._run(peer, number, work)
                so_far.append(run)
                middle = sorted(each.seconds for each in run.updates)[len(run.updates) // 2] if run.updates else 0.0
                said = run.problem or f"{middle:.2f} s an update"
                _tell(f"  round {number}, {peer}: {said} (took {time.monotonic() - began:.0f} s)")
        return runs

    def _run(self, peer: str, number: int, work: Work) -> Run:
        wait_until_quiet(self.asked.foreign_cores, self.asked.patience)
        scratch = Path(tempfile.mkdtemp(prefix="run-", dir=self.cache))
        common: dict[str, Any] = {
            "settings": self.settings,
            "updates": self.asked.updates,
            "scratch": scratch,
            "patience": self.asked.run_timeout,
        }
        try:
            if peer in PRECISIONS:
                return run_ours(peer, number, work, **common)
            needs = environments.FACTORY if peer == "lf" else environments.PEERS
            return run_other(peer, number, work, python=self._python(needs), **common)
        except BenchmarkProblem as problem:
            return Run(peer=peer, round=number, problem=str(problem))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _python(self, environment: environments.Environment) -> Path:
        found = self._pythons.get(environment.name)
        if found is None:
            try:
                found = environments.python_of(environment, self.cache)
            except BenchmarkProblem as problem:
                found = problem
            self._pythons[environment.name] = found
        if isinstance(found, BenchmarkProblem):
            raise found
        return found


def main() -> int:
    """Measure and print. Exit code 1 where nothing could be measured."""
    asked = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the process being watched is ended too
    asked.work.mkdir(parents=True, exist_ok=True)
    bench = Bench(asked)
    results: list[dict[str, Any]] = []
    try:
        for shape in asked.shape:
            for method in asked.method:
                work = bench.work(shape, method)
                _tell(f"{work.title}: {asked.updates} updates, {asked.rounds} round(s)")
                walk = _same_trajectory if asked.same_trajectory else _compare
                results.append({"work": work.title, **walk(bench, work)})
    except BenchmarkProblem as problem:
        _tell(str(problem))
        return 1
    machine = {"threads": asked.threads, "cores": psutil.cpu_count(), "updates": asked.updates, "rounds": asked.rounds}
    print(json.dumps({"machine": machine, "results": results}))
    return 0


def _compare(bench: Bench, work: Work) -> dict[str, Any]:
    """Speed, memory and start of every peer."""
    asked = bench.asked
    runs = bench.measure(work)
    limits = {"warm_up": asked.warm_up, "foreign_limit": asked.foreign_cores}
    figures: list[Figures] = []
    for peer, of_peer in runs.items():
        found = summarise(of_peer, work.expected_tokens, **limits)
        if not found.problem and "ours" in runs:
            times = ratio(runs["ours"], of_peer, same_rows=peer not in OTHER_ROWS, **limits)
            found = msgspec.structs.replace(found, ratio=times)
        figures.append(found)
    promises = goals(figures)
    print(f"\n{work.title}\n\n{figures_table(figures)}\n\n{goals_table(promises)}\n")
    return {"figures": msgspec.to_builtins(figures), "goals": msgspec.to_builtins(promises)}


def _same_trajectory(bench: Bench, work: Work) -> dict[str, Any]:
    """The losses of ours beside those of the Trainer."""
    runs = bench.measure(work)
    theirs = runs["hf"][0]
    found: dict[str, Any] = {}
    for peer in (peer for peer in runs if peer in PRECISIONS):
        ours = runs[peer][0]
        if ours.problem or theirs.problem:
            raise BenchmarkProblem(ours.problem or theirs.problem)
        trajectory = compare(ours.updates, theirs.updates)
        print(f"\n{work.title}: {peer}\n\n{trajectory_table(peer, trajectory)}\n")
        found[peer] = {**msgspec.to_builtins(trajectory), "reached": trajectory.reached}
    return {"trajectories": found}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.engine", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    everybody = [*PRECISIONS, *OTHERS]
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data", help="the real datasets")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(platformdirs.user_cache_dir("nightshift-studio", False)) / "benchmark",
        help="where environments and models are kept",
    )
    parser.add_argument("--shape", type=_several(SHAPES), default=["s"], help="s, m or both: s,m")
    parser.add_argument("--method", type=_several(("lora", "full")), default=["lora"], help="lora, full or both")
    parser.add_argument("--mix", choices=MIXES, default="gsm8k", help="which rows")
    parser.add_argument("--peers", type=_several(everybody), default=None, help=f"some of: {', '.join(everybody)}")
    parser.add_argument("--updates", type=int, default=None, help="of each run, the warm-up included")
    parser.add_argument("--warm-up", type=int, default=3, help="updates that do not count")
    parser.add_argument("--rounds", type=int, default=None, help="runs of each peer")
    parser.add_argument("--threads", type=int, default=4, help="of the peers; ours chooses its own")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--foreign-cores", type=float, default=0.3, help="what other programs may use")
    parser.add_argument("--patience", type=float, default=None, help="seconds to wait for a quiet machine before a run")
    parser.add_argument("--run-timeout", type=float, default=3600.0, help="seconds a run may take")
    parser.add_argument("--quick", action="store_true", help="ours, hf and hand_sorted, few updates")
    parser.add_argument("--same-trajectory", action="store_true", help="compare losses over 200 updates with hf's")
    asked = parser.parse_args()
    peers, updates, rounds, patience = everybody, 25, 3, 120.0
    if asked.same_trajectory:
        peers, updates, rounds, patience = ["ours", "hf"], 200, 1, 0.0
    elif asked.quick:
        peers, updates, rounds, patience = ["ours", "hf", "hand_sorted"], 10, 1, 5.0
    given = vars(asked)
    for name, value in {"peers": peers, "updates": updates, "rounds": rounds, "patience": patience}.items():
        given[name] = value if given[name] is None else given[name]
    if asked.same_trajectory and "hf" not in asked.peers:
        asked.peers.append("hf")
    return asked


def _several(known: Any) -> Any:
    def names(text: str) -> list[str]:
        found = text.split(",")
        for name in found:
            if name not in known:
                raise argparse.ArgumentTypeError(f"“{name}” is none of {', '.join(known)}")
        return found

    return names


def _tell(text: str) -> None:
    """What goes on, beside the result."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
