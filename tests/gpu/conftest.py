"""Tests that need a card, or two of them, are left out where there is none."""

import pytest

from studio.hardware.detect import detect
from tests.support.nightshift import Nightshift


def pytest_collection_modifyitems(config, items):
    wanting = [item for item in items if item.get_closest_marker("gpu")]
    cards = sum(device.kind == "cuda" for device in detect().devices) if wanting else 0
    left_out = [item for item in wanting if cards < (2 if "two_cards" in item.fixturenames else 1)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def card():
    import torch

    return torch.device("cuda:0")


@pytest.fixture
def two_cards():
    """The names of two, as the command line knows them."""
    return ("--device", "cuda:0", "--gpus", "2")


@pytest.fixture
def nightshift(tmp_path):
    program = Nightshift(tmp_path / "home")
    yield program
    program.end()
