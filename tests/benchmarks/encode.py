"""Encoding a file from cold against datasets.map with AutoTokenizer on every core, in one run on the same files.

python -m tests.benchmarks.encode [--rows 10000 100000] [--work FOLDER]
python -m tests.benchmarks.encode --memory

Each way is a process of its own, timed from its start to its end, imports included. The other way only makes tokens;
ours also finds targets, problems, duplicates and the held-out rows. Memory is what the processes of each way hold at
once at most (the sum of their resident memory). The rows are GSM8K's over and over, each made different by a number.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.engine.environments import Environment, python_of
from tests.support.models import DATA, TOKENIZERS

PEER = Environment(
    name="datasets", requirements=("datasets==5.2.0", "transformers==5.23.0", "jinja2", "numpy"), constrained=False
)
ROOT = Path(__file__).resolve().parents[2]

OURS = """
    import sys, json
    from pathlib import Path
    from studio.data.inspect import inspect
    from studio.job import Data
    source, model, cache = sys.argv[1:]
    report, _, _ = inspect(Data(train=source), Path(model), max_positions=4096, cache=Path(cache))
    print(json.dumps({"rows": report.rows, "tokens": report.tokens.total}))
"""
THEIRS = """
    import sys, json, os
    from datasets import load_dataset
    from transformers import AutoTokenizer
    source, model, cache = sys.argv[1:]
    tokenizer = AutoTokenizer.from_pretrained(model)
    def encode(rows):
        turns = [
            [{"role": "user", "content": q}, {"role": "assistant", "content": a}]
            for q, a in zip(rows["question"], rows["answer"])
        ]
        texts = tokenizer.apply_chat_template(turns, tokenize=False)
        return {"input_ids": tokenizer(texts, add_special_tokens=False)["input_ids"]}
    if __name__ == "__main__":
        rows = load_dataset("json", data_files=source, split="train", cache_dir=cache)
        made = rows.map(encode, batched=True, num_proc=os.cpu_count(), remove_columns=rows.column_names)
        lengths = made.map(lambda some: {"n": [len(each) for each in some["input_ids"]]}, batched=True,
                           remove_columns=["input_ids"])
        print(json.dumps({"rows": len(made), "tokens": sum(lengths["n"])}))
"""


def write_rows(path: Path, number: int) -> Path:
    """So many rows in the shape of GSM8K, no two alike."""
    lines = (DATA / "gsm8k" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    with path.open("w", encoding="utf-8") as file:
        for place in range(number):
            row = rows[place % len(rows)]
            file.write(json.dumps({**row, "question": f"{place}. {row['question']}"}) + "\n")
    return path


def measure(python: Path | str, program: Path, source: Path, model: Path, work: Path) -> dict[str, Any]:
    """Seconds, most bytes resident at once, and what the program said, in a cache of its own."""
    cache = Path(tempfile.mkdtemp(dir=work))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1", "HF_HOME": str(cache)}
    started = time.monotonic()
    with (work / "output.txt").open("w+") as output:
        process = subprocess.Popen(
            [str(python), str(program), str(source), str(model), str(cache)], stdout=output, env=environment
        )
        peak, used = 0, dict[int, float]()
        while process.poll() is None:
            peak = max(peak, _look(process.pid, used))
            time.sleep(0.05)
        seconds = time.monotonic() - started
        output.seek(0)
        said = output.read().strip().splitlines()
    shutil.rmtree(cache)
    if process.returncode:
        raise SystemExit(f"{program.name} ended with {process.returncode}")
    return {"seconds": seconds, "cpu_seconds": sum(used.values()), "peak_bytes": peak, **json.loads(said[-1])}


def _look(pid: int, used: dict[int, float]) -> int:
    """Bytes resident now in a process and its descendants; processor seconds of each so far go to `used`."""
    resident = 0
    with contextlib.suppress(psutil.Error):
        for each in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
            with contextlib.suppress(psutil.Error), each.oneshot():
                resident += each.memory_info().rss
                used[each.pid] = sum(each.cpu_times()[:2])
    return resident


def main() -> None:
    """Print a line for each file and way, then all figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", help="10 000 and 100 000; with --memory also a million.")
    parser.add_argument("--memory", action="store_true", help="Whether memory stays flat; without the other way.")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "nightshift-encode")
    options = parser.parse_args()
    rows = options.rows or [10_000, 100_000, *([1_000_000] if options.memory else [])]
    options.work.mkdir(parents=True, exist_ok=True)
    model = ROOT / "assets" / "starter" / "model" if not TOKENIZERS.exists() else _model(options.work)
    ways = {"ours": Path(sys.executable)}
    if not options.memory:
        ways["datasets"] = python_of(PEER, options.work)
    figures: list[dict[str, Any]] = []
    for number in rows:
        source = write_rows(options.work / f"rows-{number}.jsonl", number)
        size = source.stat().st_size
        entry: dict[str, Any] = {"rows": number, "bytes": size}
        for name, text in (("ours", OURS), ("datasets", THEIRS)):
            if name not in ways:
                continue
            program = options.work / f"{name}_way.py"
            program.write_text(textwrap.dedent(text))
            entry[name] = found = measure(ways[name], program, source, model, options.work)
            print(
                f"{name:>8}: {number:,} rows in {found['seconds']:.1f} s, {number / found['seconds']:,.0f} rows/s, "
                f"{size / found['seconds'] / 1e6:.1f} MB/s, {found['cpu_seconds']:.1f} s of processors, "
                f"{found['peak_bytes'] / 2**20:,.0f} MiB at most"
            )
        if len(ways) > 1:
            entry["ratio"] = entry["datasets"]["seconds"] / entry["ours"]["seconds"]
            entry["cpu_ratio"] = entry["datasets"]["cpu_seconds"] / entry["ours"]["cpu_seconds"]
            entry["same_tokens"] = entry["datasets"]["tokens"] == entry["ours"]["tokens"]
            print(
                f"          {entry['ratio']:.2f} times as fast, {entry['cpu_ratio']:.2f} times as little "
                f"work, same tokens: {entry['same_tokens']}"
            )
        source.unlink()
        figures.append(entry)
    print(json.dumps({"load": os.getloadavg()[0], "cores": os.cpu_count(), "files": figures}))


def _model(work: Path) -> Path:
    """A folder with the tokenizer of phi-3-mini and its chat template."""
    folder = work / "model"
    shutil.copytree(TOKENIZERS / "phi-3-mini", folder, dirs_exist_ok=True)
    return folder


if __name__ == "__main__":
    main()
