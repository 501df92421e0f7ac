"""A home of its own for each test, and nobody left behind in it."""

import pytest

from tests.support.nightshift import Nightshift


@pytest.fixture
def nightshift(tmp_path):
    program = Nightshift(tmp_path / "home of Zoë")
    yield program
    program.end()
