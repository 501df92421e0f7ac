"""The fault list names tests that are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTED = re.findall(
    r"^\| .* \| `(tests/[^`]+)` \|$", (Path(__file__).parent / "README.md").read_text("utf-8"), re.MULTILINE
)


def test_the_list_holds_at_least_forty_faults() -> None:
    assert len(set(LISTED)) >= 40
    assert len(set(LISTED)) == len(LISTED)


@pytest.mark.parametrize("listed", LISTED)
def test_a_listed_test_is_there(listed: str) -> None:
    file, _, name = listed.partition("::")
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert not name or name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}
