"""Every bad file is told in words, with its cause and its place, within seconds."""

from __future__ import annotations

import contextlib
import gzip
import json
import random
from pathlib import Path

import pytest

from studio.data.dataset import Dataset
from studio.data.problem import Problem, Problems
from studio.errors import DatasetProblem
from tests.data.corpus.bad_files import ANSWER, CORPUS, GOOD, PARQUET, USER, Bad, parquet, zstd
from tests.support.pace import Stopwatch

MAX_SECONDS = 5.0


def read_all(path: Path, bad: Bad) -> list[Problem]:
    dataset, problems = Dataset(path, bad.columns), Problems()
    dataset.check_any(len(list(dataset.rows(problems))), problems)
    return problems.kept


def make(folder: Path, bad: Bad) -> Path:
    path = folder / bad.name
    if callable(bad.content):
        bad.content(path)
    else:
        path.write_bytes(bad.content)
    return path


def test_the_corpus_is_large() -> None:
    assert len(CORPUS) >= 120


@pytest.mark.parametrize("bad", CORPUS, ids=[f"{i}-{bad.name}-{bad.kind}" for i, bad in enumerate(CORPUS)])
def test_a_bad_file_is_told_with_its_cause_and_place(tmp_path: Path, bad: Bad) -> None:
    path = make(tmp_path, bad)
    if bad.whole:
        with Stopwatch() as taken, pytest.raises(DatasetProblem) as caught:
            read_all(path, bad)
        found, told = caught.value, (caught.value.kind, caught.value.row, caught.value.column)
    else:
        with Stopwatch() as taken:
            problems = read_all(path, bad)
        found = next((each for each in problems if each.kind == bad.kind), None)
        assert found is not None, problems
        assert found.file.startswith(path.name) or path.is_dir()
        told = (found.kind, found.row, found.column)
        assert len({each.kind for each in problems if each.left_out}) <= 1
    assert taken.seconds < MAX_SECONDS
    assert told == (bad.kind, bad.row, bad.column)
    assert found.title.endswith((".", "…"))
    assert found.hint
    assert not {"Traceback", "Error(", "Exception"} & set(f"{found.title} {found.hint}".split())


WHOLE_FILES = {
    "a.jsonl": f"{GOOD}\n".encode() * 20,
    "a.json": f"[{', '.join([GOOD] * 20)}]".encode(),
    "chat.json": json.dumps([{"messages": [USER, ANSWER], "tools": [{"name": "f"}]}] * 9).encode(),
    "a.csv": b"question,answer\n" + b'"a, ""b""\nc",d\n' * 20,
    "a.parquet": PARQUET,
    "nested.parquet": parquet([{"messages": [USER, ANSWER], "extra": {"answer": "b"}}] * 20),
    "a.jsonl.gz": gzip.compress(f"{GOOD}\n".encode() * 200),
    "a.csv.zst": zstd(b"question,answer\na,b\n" * 200),
}
PIECES = (
    b"null",
    b"{",
    b"[",
    b'"',
    b"\\ud800",
    b"1e999",
    b"\x00",
    b"\xff",
    b",",
    b"{}",
    b"[]",
    b"\n",
    b"9" * 30,
    b"true",
)


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_no_damage_ends_in_anything_but_words(tmp_path: Path, name: str) -> None:
    """Bytes changed, cut out, repeated and put in, 150 times from a seed."""
    chance = random.Random(name)
    for number in range(150):
        content = bytearray(WHOLE_FILES[name])
        for _ in range(chance.choice([1, 1, 2, 5, 20])):
            place, other = chance.randrange(len(content)), chance.randrange(len(content))
            match chance.randrange(4):
                case 0:
                    content[place] = chance.randrange(256)
                case 1:
                    del content[place : min(place + chance.randrange(1, 40), len(content) - 1)]
                case 2:
                    content[place:place] = content[other : other + chance.randrange(60)]
                case _:
                    content[place:place] = chance.choice(PIECES)
        path = tmp_path / f"{number}-{name}"
        path.write_bytes(content)
        with contextlib.suppress(DatasetProblem):
            read_all(path, Bad(name, b"", ""))
