"""A run on another computer, with a stand-in for the network."""

import pytest

from tests.support.elsewhere import Elsewhere, Network


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    network = Network(tmp_path / "net work")
    monkeypatch.setenv("NIGHTSHIFT_SSH", str(network.ssh))
    made = Elsewhere(tmp_path, network)
    yield made
    made.close()
