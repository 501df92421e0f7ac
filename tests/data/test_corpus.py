"""Every bad file is told in words, with its cause and its place, within seconds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from studio.data.dataset import Dataset
from studio.data.problem import Problem, Problems
from studio.errors import DatasetProblem
from tests.data.corpus.bad_files import CORPUS, Bad

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
    began = time.process_time()
    if bad.whole:
        with pytest.raises(DatasetProblem) as caught:
            read_all(path, bad)
        found, told = caught.value, (caught.value.kind, caught.value.row, caught.value.column)
    else:
        problems = read_all(path, bad)
        found = next((each for each in problems if each.kind == bad.kind), None)
        assert found is not None, problems
        assert found.file.startswith(path.name) or path.is_dir()
        told = (found.kind, found.row, found.column)
        assert len({each.kind for each in problems if each.left_out}) <= 1
    assert time.process_time() - began < MAX_SECONDS
    assert told == (bad.kind, bad.row, bad.column)
    assert found.title.endswith((".", "…"))
    assert found.hint
    assert not {"Traceback", "Error(", "Exception"} & set(f"{found.title} {found.hint}".split())
