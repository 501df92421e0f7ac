"""Options of `train` and `plan` for every way of learning, by the real program."""

import json
import shutil

import pytest

from studio.job import Full, Lora
from studio.starter import STARTER_MODEL, starter_files
from tests.engine.fixtures import make_net

ROWS = str(starter_files("dates")[0])


@pytest.fixture
def plan(nightshift, tmp_path):
    """Plans for Llama-2-13B by its config.json alone, on a card of 24 GiB."""
    config = make_net().config
    config.update({"vocab_size": 32000, "hidden_size": 5120, "intermediate_size": 13824, "num_hidden_layers": 40,
                   "num_attention_heads": 40, "num_key_value_heads": 40, "head_dim": 128})  # fmt: skip
    (tmp_path / "config.json").write_text(config.to_json_string())

    def call(*options):
        return nightshift.call(
            "plan", "--model", str(tmp_path / "config.json"), "--effective-batch", "8", "--lengths", "256",
            "--memory", "24GiB", *options, home=False,
        )  # fmt: skip

    return call


def test_a_plan_shows_what_every_option_does_to_memory(plan):
    def memory(*options):
        code, answer, printed = plan(*options)
        assert code == 0, printed
        return answer["memory"]

    plain = memory()
    assert memory("--quantization", "nf4-double")["weights"] < 0.3 * plain["weights"]
    assert memory("--target", "attention")["adapters"] < 0.6 * plain["adapters"]
    assert memory("--decomposed")["adapters"] > plain["adapters"]
    assert memory("--optimizer", "adamw-8bit")["optimizer"] < 0.27 * plain["optimizer"]
    full = memory("--method", "full")
    assert full["optimizer"] > 2 * full["weights"] - 1
    assert memory("--method", "full", "--optimizer", "adafactor")["optimizer"] < 0.001 * full["optimizer"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--quantization", "int3"], "is one of nf4, nf4-double, int8"),
        (["--optimizer", "sgd"], "is one of adamw, adamw-8bit, paged-adamw-8bit, adafactor"),
        (["--method", "full", "--quantization", "nf4"], "is for adapters"),
        (["--method", "full", "--target", "q_proj"], "is for adapters"),
        (["--dropout", "2"], "--dropout"),
    ],
)
def test_a_wrong_option_is_a_wrong_call(plan, options, words):
    code, _, printed = plan(*options)
    assert code == 2
    assert words in " ".join(printed.split())


def test_random_weights_and_an_adapter_contradict_each_other(plan):
    code, answer, _ = plan("--from-scratch")
    assert code == 1
    assert "cannot learn from random weights" in answer["error"]["title"]


def train(nightshift, *options, model=STARTER_MODEL):
    code, answer, printed = nightshift.call(
        "train", "--model", str(model), "--data", ROWS, "--effective-batch", "8", "--updates", "3", *options
    )
    assert code == 0, printed
    assert answer["state"] == "finished"
    return nightshift.watch()


def test_a_run_learns_the_way_that_was_asked_for(nightshift):
    watch = train(
        nightshift, "--quantization", "nf4-double", "--target", "attention", "--rank", "4", "--alpha", "4",
        "--dropout", "0.1", "--rank-stabilized", "--decomposed", "--optimizer", "adamw-8bit", "--schedule", "linear",
        "--warmup", "0.5", "--weight-decay", "0.1", "--neftune-alpha", "5",
    )  # fmt: skip
    job = watch.run.job()
    assert job.method == Lora(
        rank=4, alpha=4, dropout=0.1, targets=("attention",), rank_stabilized=True, decomposed=True,
        quantization="nf4-double",
    )  # fmt: skip
    learning = job.learning
    assert (learning.optimizer, learning.schedule, learning.warmup_fraction) == ("adamw-8bit", "linear", 0.5)
    assert (learning.weight_decay, learning.neftune_alpha) == (0.1, 5)
    adapter = json.loads((watch.run.result / "adapter_config.json").read_text())
    assert adapter["use_dora"]
    assert adapter["use_rslora"]
    assert adapter["r"] == 4
    assert not any("mlp" in name for name in adapter["target_modules"])


@pytest.mark.storm
def test_compressed_weights_and_noise_are_there_from_the_first_update_on(nightshift):
    """An adapter adds nothing yet, so the first loss is that of the weights beside it and of what they read."""
    ways = [(), (), ("--quantization", "nf4"), ("--quantization", "int8"), ("--neftune-alpha", "5")]
    plain, again, *changed = (train(nightshift, *options).story.curves.train_loss[0] for options in ways)
    assert plain == again
    assert len({plain, *changed}) == 4


@pytest.mark.storm
def test_a_model_is_trained_from_its_shape_alone(nightshift, tmp_path):
    for path in STARTER_MODEL.iterdir():
        if path.suffix != ".safetensors":
            shutil.copy(path, tmp_path / path.name)
    watch = train(nightshift, "--method", "full", "--from-scratch", "--optimizer", "adafactor", model=tmp_path)
    assert watch.run.job().method == Full()
    losses = watch.story.curves.train_loss
    assert losses[0] > 6  # about ln of 1,024 words: nothing was known
    assert (watch.run.result / "model.safetensors").is_file()


@pytest.mark.storm
def test_a_name_that_is_no_layer_ends_a_run_with_the_names_there_are(nightshift):
    code, answer, _ = nightshift.call(
        "train", "--model", str(STARTER_MODEL), "--data", ROWS, "--effective-batch", "8", "--target", "no_such"
    )
    assert code == 1
    assert "no linear layer “no_such”" in answer["error"]["title"]
    assert "q_proj" in answer["error"]["hint"]
