"""What `push` refuses before it makes an export."""

import pytest

from studio.cli.push import push
from studio.errors import HubProblem
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run


def test_without_a_token_no_export_is_made_first(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hub"))
    monkeypatch.delenv("HF_TOKEN", raising=False)
    home = open_home(tmp_path / "home")
    run = create_run(home, TrainJob(name="dates", model="model", data=Data(train="rows.csv")))
    with pytest.raises(HubProblem, match="without your token"):
        push(run.name, "me/dates", home=home.folder)
    assert not list(home.jobs.iterdir()), "nothing was asked of the engine"
