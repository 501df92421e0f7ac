"""Real rows to learn from, as questions and answers."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

from tests.benchmarks.engine.problem import BenchmarkProblem

Row = dict[str, str]
"""question, answer"""

MIXES = ("gsm8k", "long-tail")


def read_rows(data: Path, mix: str) -> list[Row]:
    """The rows of a mix, always the same ones in the same order. Raises BenchmarkProblem where a file is missing."""
    if mix == "gsm8k":
        return _gsm8k(data, "train")
    rows = [*_banking(data), *_gsm8k(data, "train")[:3000], *_alpaca(data), *_scenes(data)]
    random.Random(1).shuffle(rows)
    return rows


def read_held_out(data: Path) -> list[Row]:
    """One short row that nobody learns from: the engine wants something to check itself on."""
    return [min(_gsm8k(data, "test"), key=lambda row: len(row["question"]) + len(row["answer"]))]


def _gsm8k(data: Path, split: str) -> list[Row]:
    lines = filter(None, _text(data / "gsm8k" / f"{split}.jsonl").split("\n"))
    return [_row(row["question"], row["answer"]) for row in map(json.loads, lines)]


def _banking(data: Path) -> list[Row]:
    """Short: a customer's sentence and what it is about."""
    table = csv.DictReader(io.StringIO(_text(data / "csv" / "banking77_test.csv"), newline=""))
    return [_row(row["text"], row["category"]) for row in table]


def _alpaca(data: Path) -> list[Row]:
    rows = json.loads(_text(data / "alpaca" / "alpaca_en_demo.json"))
    found = [_row("\n".join(filter(None, [row["instruction"], row["input"]])), row["output"]) for row in rows]
    return [row for row in found if row["question"] and row["answer"]]


def _scenes(data: Path) -> list[Row]:
    """Long: how a scene goes on."""
    text = _text(data / "text" / "tinyshakespeare.txt")
    draw = random.Random(2)
    found: list[Row] = []
    at = 0
    while at < len(text) - 3500:
        length = draw.randint(1200, 3400)
        opening = text.index("\n", at + 200)
        found.append(_row("How does this scene go on?\n" + text[at:opening].strip(), text[opening : at + length]))
        at += length
    return found


def _row(question: str, answer: str) -> Row:
    return {"question": question.strip(), "answer": answer.strip()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise BenchmarkProblem(
            f"There is no {path.name} in {path.parent}: say with --data where the real datasets are."
        ) from problem
