"""The parts of a dataset on the hub: each is one table that can be asked for by its name."""

import pytest

from studio.errors import HubProblem
from studio.models.data_files import parts_of, wanted_files
from studio.models.hub import Repository
from studio.models.origin import RemoteFile


def repository(*names: str, model: str = "datasets/night/rows") -> Repository:
    files = tuple(RemoteFile(name=name, size=100 + number, git_id="0" * 40) for number, name in enumerate(names))
    return Repository(model=model, revision="a" * 40, gated=False, files=files)


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        (("train.jsonl",), {"": 100}),
        (("data/train-0.parquet", "data/train-1.parquet", "data/test-0.parquet"), {"": 201}),
        (("main/train.jsonl", "main/test.jsonl", "socratic/train.jsonl"), {"main": 100, "socratic": 102}),
        (("data/de/train.csv", "data/fr/train.csv", "README.md"), {"de": 100, "fr": 101}),
    ],
)
def test_every_part_is_one_table_and_says_its_size(names, parts):
    there = repository(*names)
    assert {each.name: each.num_bytes for each in parts_of(there)} == parts
    for part in filter(None, parts):
        asked = repository(*names, model=f"datasets/night/rows:{part}")
        assert sum(file.size for file in wanted_files(asked)) == parts[part]
        assert [each.name for each in parts_of(asked)] == [part]


def test_where_nothing_can_be_read_it_is_said():
    with pytest.raises(HubProblem, match="no files of rows"):
        parts_of(repository("README.md", "pictures/cat.png"))
