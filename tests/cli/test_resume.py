"""What `resume --gpus` refuses before a run that waits would fail of it."""

import pytest

from studio.cli.runs import _shared_by, resume
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


@pytest.mark.parametrize(
    ("device", "words"), [("cpu", "with 2 processes"), (None, "on 1 GPU"), ("cuda:0", "on 3 GPUs")]
)
def test_what_shares_a_run_is_called_what_it_is(device, words):
    job = TrainJob(name="night", model="model", data=Data(train="rows.csv"), device=device)
    assert _shared_by(job, int(words.split()[1])) == words
