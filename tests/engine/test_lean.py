"""Layers in fewer passes: the same scores and the same gradient as transformers' and peft's own."""

import pytest
import torch

from studio.engine import products
from studio.engine.lean import make_lean
from studio.engine.load import make_trainable
from studio.job import Full, Lora
from tests.engine.fixtures import KINDS, make_net

IDS = torch.randint(1, 90, (3, 21), generator=torch.Generator().manual_seed(0))


def scores_and_gradient(model, precision=torch.float32):
    """Of transformers' own loss."""
    model.eval()
    with torch.autocast("cpu", dtype=precision, enabled=precision == torch.bfloat16):
        said = model(input_ids=IDS, labels=IDS, use_cache=False)
    said.loss.backward()
    gradient = torch.cat([p.grad.flatten() for p in model.parameters() if p.grad is not None])
    model.zero_grad(set_to_none=True)
    return said.logits.detach().double(), gradient.double()


def made(kind, method, dtype=torch.float32):
    model = make_trainable(make_net(kind).to(dtype), method, seed=0)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            torch.manual_seed(1)
            torch.nn.init.normal_(parameter, std=0.1)
    return model


def relative(a, b):
    return float((a.detach() - b.detach()).norm() / b.detach().norm())


@pytest.mark.parametrize("onednn", [True, False], ids=["oneDNN", "MKL"])
@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_family_says_and_learns_the_same(monkeypatch, kind, method, onednn):
    if onednn and not hasattr(torch.ops.mkldnn, "_linear_pointwise"):
        pytest.skip("this build of torch has no oneDNN")
    monkeypatch.setattr("studio.engine.lean.uses_onednn", lambda: onednn)
    monkeypatch.setattr(products, "uses_onednn", lambda: onednn)
    plain, lean = made(kind, method), made(kind, method)
    replaced = make_lean(lean)
    assert replaced > 0 or kind in {"gpt2", "falcon"}  # their layers have other forms
    for ours, theirs in zip(scores_and_gradient(lean), scores_and_gradient(plain), strict=True):
        assert relative(ours, theirs) < 3e-5  # what rounding does to models as small as these


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("part", ["model.layers.0.mlp", "model.layers.0.self_attn.q_proj", "model.norm"])
def test_each_layer_is_as_near_to_the_exact_one_as_the_original(part, precision):
    """In the output and in every gradient, that of the input too."""

    def outcome(lean, dtype, width):
        model = made("llama", Lora(rank=4), dtype).eval()
        if lean:
            make_lean(model)
        layer = model.get_base_model().get_submodule(part)
        torch.manual_seed(3)
        x = torch.randn(64, width, requires_grad=True, dtype=torch.float64).to(precision).to(dtype).detach()
        weights = torch.randn(64, 32, dtype=torch.float64)
        x.requires_grad_()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=dtype == torch.bfloat16):
            y = layer(x)
        (y.double() * weights).sum().backward()
        return [y, x.grad, *(p.grad for p in layer.parameters() if p.grad is not None)]

    exact, plain, lean = (outcome(*how, 32) for how in ((False, torch.float64), (False, precision), (True, precision)))
    for ours, theirs, right in zip(lean, plain, exact, strict=True):
        assert relative(ours.double(), right) < 1.15 * relative(theirs.double(), right) + 1e-7


def test_a_family_that_rotates_a_part_of_each_head_still_does():
    import transformers

    torch.manual_seed(0)
    config = transformers.GPTNeoXConfig(
        vocab_size=97, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4
    )
    assert config.rope_parameters["partial_rotary_factor"] == 0.25
    model = make_trainable(transformers.AutoModelForCausalLM.from_config(config), Lora(rank=4), seed=0)
    plain = scores_and_gradient(model)
    make_lean(model)
    for ours, theirs in zip(scores_and_gradient(model), plain, strict=True):
        assert relative(ours, theirs) < 3e-5


def test_an_adapter_can_still_be_switched_off_and_merged():
    plain, lean = made("llama", Lora(rank=4)), made("llama", Lora(rank=4))
    make_lean(lean)
    with torch.no_grad(), lean.disable_adapter(), plain.disable_adapter():
        assert relative(lean(input_ids=IDS).logits, plain(input_ids=IDS).logits) < 2e-6
    expected = plain(input_ids=IDS).logits.detach()
    assert relative(lean.merge_and_unload()(input_ids=IDS).logits.detach(), expected) < 2e-6


@pytest.mark.parametrize("method", [Lora(rank=4, dropout=0.1), Lora(rank=4, decomposed=True)], ids=["dropout", "dora"])
def test_adapters_of_other_kinds_are_left_alone(method):
    model = made("llama", method)
    make_lean(model)
    adapters = [each for name, each in model.named_modules() if name.endswith("q_proj")]
    assert adapters
    assert all("forward" not in vars(each) for each in adapters)


def test_a_norm_of_another_form_keeps_its_own(monkeypatch):
    """The trial before the replacement sees a layer that only looks alike."""
    from transformers.models.llama.modeling_llama import LlamaRMSNorm

    original = LlamaRMSNorm.forward
    monkeypatch.setattr(LlamaRMSNorm, "forward", lambda self, x: original(self, x) * 1.001)
    model = make_net("llama")
    make_lean(model)
    assert "forward" not in vars(model.model.norm)
