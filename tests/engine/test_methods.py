"""Every way of learning on every family: it learns, and plain transformers and peft load its result."""

import sys
from pathlib import Path

import numpy as np
import pytest
import torch
import transformers
from peft import PeftModel

from studio.engine.gradients import add_gradient
from studio.engine.load import count_parameters, find_targets, load_model, make_trainable, model_for, random_model
from studio.engine.noise import add_noise, row_lengths
from studio.engine.result import save_result
from studio.errors import ModelProblem
from studio.events import UpdateFinished
from studio.job import Data, Full, Learning, Lora, TrainJob
from tests.engine.fixtures import KINDS, cuts, go, make_net, make_store, make_training

CPU = torch.device("cpu")


def learn(training, folder):
    """The real loop, without checks and checkpoints. The losses of its updates."""
    _, events = go(training, folder)
    return [event.train_loss for event in events if isinstance(event, UpdateFinished)]


def saved_base(folder, kind):
    make_net(kind).save_pretrained(folder)
    return folder


def train_on_disk(tmp_path, kind, method, updates=3):
    """Train a model from its folder for some updates. The training, its job and its losses."""
    base = saved_base(tmp_path / "base", kind)
    job = TrainJob(name="t", model=str(base), data=Data(train="rows"), method=method)
    store = make_store(tmp_path / "store", rows=8)
    model = model_for(job, "float32", CPU)
    training = make_training(store, method=method, model=model, updates=updates, effective_batch_size=8)
    return training, job, learn(training, tmp_path)


def logits(model, store):
    model.eval()
    row = torch.from_numpy(store.tokens(1).astype(np.int64)).unsqueeze(0)
    with torch.no_grad():
        return model(input_ids=row, use_cache=False).logits


class NoTokenizer:
    """These models have none to save."""

    def save_pretrained(self, folder: Path) -> None:
        assert folder.is_dir()


def check_result(training, job, tmp_path, tolerance=1e-4):
    """Save the result by the studio and load it by plain transformers and peft."""
    saved = save_result(training, NoTokenizer(), job, tmp_path / "result", "card")
    assert saved.largest_difference < 1e-4
    if isinstance(job.method, Full):
        plain = transformers.AutoModelForCausalLM.from_pretrained(tmp_path / "result")
    else:
        plain = PeftModel.from_pretrained(
            transformers.AutoModelForCausalLM.from_pretrained(job.model), tmp_path / "result"
        )
    difference = (logits(plain, training.store) - logits(training.model, training.store)).abs().max()
    assert difference < tolerance


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_family_learns_and_its_result_loads_by_plain_libraries(tmp_path, kind, method):
    training, job, losses = train_on_disk(tmp_path, kind, method)
    assert losses[-1] < losses[0]
    check_result(training, job, tmp_path)


VARIANTS = {
    "rank-stabilized": Lora(rank=4, rank_stabilized=True),
    "decomposed": Lora(rank=4, decomposed=True),
    "decomposed with dropout": Lora(rank=4, decomposed=True, dropout=0.1),
    "attention": Lora(rank=4, targets=("attention",)),
    "one layer": Lora(rank=4, alpha=4, targets=("mlp.down_proj",)),
}


@pytest.mark.parametrize("method", VARIANTS.values(), ids=VARIANTS)
def test_every_kind_of_adapter_learns_and_loads_by_plain_peft(tmp_path, method):
    training, job, losses = train_on_disk(tmp_path, "llama", method)
    assert losses[-1] < losses[0]
    check_result(training, job, tmp_path)


@pytest.mark.parametrize("quantization", ["nf4", "nf4-double", "int8"])
@pytest.mark.parametrize("kind", ["llama", "gpt2", "gemma3"])
def test_an_adapter_on_compressed_weights_learns_and_loads_on_the_whole_ones(tmp_path, kind, quantization):
    training, job, losses = train_on_disk(tmp_path, kind, Lora(rank=4, quantization=quantization))
    assert losses[-1] < losses[0]
    check_result(training, job, tmp_path, tolerance=0.5)  # the whole weights differ from the rounded ones
    assert all(parameter.dtype == torch.float32 for parameter in training.learns)
    rounded = [p for p in training.model.parameters() if p.dtype in {torch.uint8, torch.int8}]
    assert len(rounded) == {"llama": 14, "gemma3": 14, "gpt2": 8}[kind]
    whole, _ = count_parameters(load_model(Path(job.model), "float32", CPU))
    assert count_parameters(training.model)[0] == whole + count_parameters(training.model)[1]


def first_gradient(training, token_budget=10**6):
    """(all that learns,) the gradient of the first update."""
    batch = training.batches[1]
    for micro_batch in cuts(training.store, batch.examples, token_budget):
        assert add_gradient(training, micro_batch, batch.num_target_tokens) is not None
    gradient = torch.cat([parameter.grad.flatten().clone() for parameter in training.learns])
    training.optimizer.zero_grad(set_to_none=True)
    return gradient


@pytest.mark.parametrize("quantization", ["nf4-double", "int8"])
def test_compressed_weights_give_one_gradient_whatever_the_split_and_after_evaluating(tmp_path, quantization):
    method = Lora(rank=4, quantization=quantization)
    model = load_model(saved_base(tmp_path / "base", "llama"), "float32", CPU, quantization)
    training = make_training(make_store(tmp_path / "s"), method=method, model=model, effective_batch_size=16)
    whole = first_gradient(training)
    logits(training.model, training.store)
    training.model.train()
    for token_budget in (1, 90, 10**6):
        assert (first_gradient(training, token_budget) - whole).norm() < 1e-5 * whole.norm()


@pytest.mark.parametrize("quantization", ["nf4", "nf4-double", "int8"])
def test_compressed_weights_are_close_to_the_whole_ones_and_norms_are_untouched(tmp_path, quantization):
    base = saved_base(tmp_path / "base", "llama")
    store = make_store(tmp_path / "s")
    whole, rounded = load_model(base, "bfloat16", CPU), load_model(base, "bfloat16", CPU, quantization)
    a, b = logits(whole, store), logits(rounded, store)
    assert 0 < float((a - b).norm() / a.norm()) < (0.02 if quantization == "int8" else 0.2)
    assert {p.dtype for name, p in rounded.named_parameters() if "norm" in name} == {torch.bfloat16}
    assert rounded.lm_head.weight.dtype == torch.bfloat16


def test_without_the_library_compressing_is_refused_with_the_command_that_installs_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)  # what Python does where a module is not to be found
    base = saved_base(tmp_path / "base", "llama")
    with pytest.raises(ModelProblem, match="4 bits need the library bitsandbytes, which is not installed") as problem:
        load_model(base, "float32", CPU, "nf4")
    assert f'"{sys.executable}" -m pip install bitsandbytes' in problem.value.hint


def adapted(model):
    return {name.split(".lora_A")[0].split("layers.")[-1] for name, _ in model.named_parameters() if ".lora_A" in name}


def test_an_adapter_sits_where_it_was_asked_for_and_never_on_embeddings_or_head():
    assert adapted(make_trainable(make_net(), Lora(targets=("q_proj", "1.mlp.up_proj")), 0)) == {
        "0.self_attn.q_proj",
        "1.self_attn.q_proj",
        "1.mlp.up_proj",
    }
    everything = adapted(make_trainable(make_net(), Lora(), 0))
    assert len(everything) == 2 * 7
    assert not any("lm_head" in name or "embed" in name for name in everything)
    assert adapted(make_trainable(make_net("gpt2"), Lora(targets=("attention",)), 0)) == {
        f"base_model.model.transformer.h.{layer}.attn.{name}" for layer in (0, 1) for name in ("c_attn", "c_proj")
    }


def test_experts_get_an_adapter_of_their_own_each_and_so_does_their_router():
    sizes = {
        name.split("layers.0.")[-1]: tuple(parameter.shape)
        for name, parameter in make_trainable(make_net("mixtral"), Lora(rank=4), 0).named_parameters()
        if parameter.requires_grad and "layers.0.mlp" in name
    }
    assert sizes == {
        "mlp.gate.lora_A.default.weight": (4, 32),
        "mlp.gate.lora_B.default.weight": (4, 4),
        "mlp.experts.base_layer.lora_A.default.weight": (4 * 8, 32),  # gate and up are one matrix: twice the rank
        "mlp.experts.base_layer.lora_B.default.weight": (96, 4 * 8),
        "mlp.experts.lora_A.default.weight": (4 * 4, 48),
        "mlp.experts.lora_B.default.weight": (32, 4 * 4),
    }


@pytest.mark.parametrize("wrong", ["q_porj", "lm_head", "embed_tokens", "mlp"])
def test_a_target_that_is_no_layer_is_refused_with_the_names_there_are(wrong):
    with pytest.raises(ModelProblem, match=f"no linear layer “{wrong}”") as problem:
        make_trainable(make_net(), Lora(targets=("q_proj", wrong)), 0)
    assert "down_proj, gate_proj, k_proj, o_proj, q_proj, up_proj, v_proj" in problem.value.hint
    assert "lm_head" not in problem.value.hint


@pytest.mark.parametrize("kind", KINDS)
def test_every_family_has_an_attention_by_that_name(kind):
    assert find_targets(make_net(kind), ["attention"])


def test_rank_stabilized_and_plain_adapters_differ_by_the_root_of_the_rank():
    plain, stabilized = (
        make_trainable(make_net(), Lora(rank=16, alpha=32, rank_stabilized=stable), 0) for stable in (False, True)
    )
    scales = [model.base_model.model.model.layers[0].mlp.up_proj.scaling["default"] for model in (plain, stabilized)]
    assert scales == [2.0, 8.0]


def test_from_scratch_needs_no_weights_and_depends_on_the_seed_alone(tmp_path):
    make_net().config.save_pretrained(tmp_path / "m")
    one, same, other = (random_model(tmp_path / "m", seed) for seed in (3, 3, 4))
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), same.parameters(), strict=True))
    assert not torch.equal(one.lm_head.weight, other.lm_head.weight)
    data, learning = Data(train=""), Learning(seed=3)
    job = TrainJob(name="t", model=str(tmp_path / "m"), data=data, method=Full(), learning=learning, from_scratch=True)
    training = make_training(
        make_store(tmp_path / "s", rows=8), method=Full(), model=model_for(job, "bfloat16", CPU), effective_batch_size=8
    )
    assert torch.equal(training.model.lm_head.weight, one.lm_head.weight)
    losses = learn(training, tmp_path)
    assert losses[-1] < losses[0] - 0.1
    check_result(training, job, tmp_path)


def test_a_shape_that_cannot_be_is_refused(tmp_path):
    tmp_path.joinpath("config.json").write_text('{"model_type": "no-such-kind"}')
    with pytest.raises(ModelProblem, match="No model can be made"):
        random_model(tmp_path, 0)


def test_noise_is_as_long_as_the_paper_says_for_each_row_and_off_outside_training():
    model = make_net()
    width = model.config.hidden_size
    input_ids = torch.randint(1, 90, (2, 400))
    input_ids[1, 100:] = 0
    embedding = model.get_input_embeddings()
    clean = embedding(input_ids).detach()
    handle = add_noise(model, 5.0, pad_token_id=0)
    torch.manual_seed(1)
    noise = embedding(input_ids).detach() - clean
    for row, length in ((0, 400), (1, 100)):
        reach = 5.0 / (length * width) ** 0.5
        assert noise[row].abs().max() == pytest.approx(reach, rel=0.01)
        assert noise[row].std() == pytest.approx(reach / 3**0.5, rel=0.02)  # of a uniform distribution
    torch.manual_seed(1)
    assert torch.equal(embedding(input_ids) - clean, noise)
    model.eval()
    assert torch.equal(embedding(input_ids), clean)
    handle.remove()
    model.train()
    assert torch.equal(embedding(input_ids), clean)


def test_noise_of_a_whole_row_is_that_of_transformers():
    """Same seed, same numbers, where nothing is padded."""
    from transformers.integrations.neftune import neftune_post_forward_hook

    model, input_ids = make_net(), torch.randint(1, 90, (3, 17))
    embedding = model.get_input_embeddings()
    embedding.neftune_noise_alpha = 7.0
    theirs = embedding.register_forward_hook(neftune_post_forward_hook)
    torch.manual_seed(0)
    expected = embedding(input_ids)
    theirs.remove()
    add_noise(model, 7.0, pad_token_id=0)
    torch.manual_seed(0)
    assert torch.allclose(embedding(input_ids), expected, atol=1e-6)


def test_rows_are_as_long_as_up_to_their_last_real_token():
    rows = torch.tensor([[5, 0, 7, 0, 0], [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]])
    assert row_lengths(rows, 0).tolist() == [3, 5, 1]


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_noise_changes_what_is_learnt_and_two_runs_learn_the_same(tmp_path, method):
    store = make_store(tmp_path / "s", rows=8)
    losses = []
    for alpha in (0.0, 10.0, 10.0):
        training = make_training(store, method=method, effective_batch_size=8, updates=3)
        if alpha:
            add_noise(training.model, alpha, training.pad_token_id)
        losses.append(learn(training, tmp_path))
    assert losses[1] == losses[2] != losses[0]
