"""What `resume --gpus` refuses before a run that waits would fail of it."""

import pytest

from studio.cli.runs import resume
from studio.errors import RunProblem
from studio.job import Data, Learning, TrainJob
from studio.paths import open_home
from studio.runs.folder import create_run


def test_more_gpus_than_are_here_are_refused_and_the_run_stays_as_it_is(tmp_path):
    data, learning = Data(train="rows.csv"), Learning(effective_batch_size=512)
    run = create_run(open_home(tmp_path), TrainJob(name="night", model="model", data=data, learning=learning))
    with pytest.raises(RunProblem, match=r"has .* GPUs?, and 300 were asked for") as told:
        resume(run.name, gpus=300, home=tmp_path)
    assert "the run stays as it is" in told.value.hint
    assert not run.commands.exists() or "300" not in run.commands.read_text()
