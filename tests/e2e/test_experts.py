"""A mixture of experts that is kept in balance, by the real program, alone and by several processes."""

import shutil

import pytest

from studio.events import Sampled, UpdateFinished, WorkerEvent
from studio.runs.journal import Tail
from studio.starter import STARTER_MODEL, starter_files
from tests.engine.fixtures import make_net

TRAIN, HELD_OUT = starter_files("dates")


@pytest.fixture(scope="module")
def mixtral(tmp_path_factory):
    """A mixture of experts that reads what the starter reads."""
    folder = tmp_path_factory.mktemp("mixtral")
    for path in STARTER_MODEL.iterdir():
        if path.suffix in {".json", ".jinja"} and path.name != "config.json":
            shutil.copy(path, folder)
    make_net("mixtral", vocab_size=2560, max_position_embeddings=512).save_pretrained(folder)
    return folder


def train(nightshift, model, *options):
    code, answer, printed = nightshift.call(
        "train", "--model", str(model), "--data", str(TRAIN), "--held-out", str(HELD_OUT), "--effective-batch", "16",
        "--updates", "4", "--device", "cpu", "--sample", "3 March", *options,
    )  # fmt: skip
    assert code == 0, printed
    assert answer["state"] == "finished"
    events = list(Tail(nightshift.watch().run.events, WorkerEvent).read())
    assert any(isinstance(event, Sampled) for event in events)
    return [event for event in events if isinstance(event, UpdateFinished)]


@pytest.mark.storm
def test_two_processes_balance_as_one_does(nightshift, mixtral):
    alone = train(nightshift, mixtral, "--router-balance", "0.5")
    together = train(nightshift, mixtral, "--router-balance", "0.5", "--gpus", "2")
    without = train(nightshift, mixtral)
    assert len(alone) == 4
    assert [each.train_loss for each in together] == pytest.approx([each.train_loss for each in alone], rel=1e-5)
    assert [each.grad_norm for each in together] == pytest.approx([each.grad_norm for each in alone], rel=1e-4)
    assert without[0].train_loss == pytest.approx(alone[0].train_loss, rel=1e-5)  # told is the loss of the targets
    assert without[0].grad_norm != pytest.approx(alone[0].grad_norm, rel=1e-4)
