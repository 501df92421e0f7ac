"""Whole models are taken for whole, and no weight can be missing without a word: for every family of the catalog."""

from __future__ import annotations

import msgspec
import pytest

from studio.errors import ModelProblem
from studio.models.catalog import read_catalog
from studio.models.shape import Shape, read_shape
from studio.models.weights import Tensor, Weights
from studio.models.whole import check_whole

FAMILIES = {model.config["model_type"]: model.config for model in read_catalog().models}


def two_layers(family: str) -> tuple[Shape, dict[str, Tensor]]:
    """A model of that family with two layers as transformers names its weights, without memory for them."""
    import torch
    import transformers

    config = {**FAMILIES[family], "num_hidden_layers": 2}
    if "num_experts" in config:
        config |= {"num_experts": 4, "num_experts_per_tok": 2}
    settings = transformers.AutoConfig.for_model(**config, bos_token_id=1, eos_token_id=2)
    settings.tie_word_embeddings = config["tie_word_embeddings"]
    with torch.device("meta"):
        model = transformers.AutoModelForCausalLM.from_config(settings)
    model.tie_weights()
    named = {name: Tensor("BF16", tuple(each.shape)) for name, each in model.named_parameters()}
    return read_shape({**config, "architectures": [type(model).__name__]}), named


@pytest.mark.parametrize("family", FAMILIES)
def test_a_whole_model_is_whole_and_any_weight_of_its_last_layer_is_missed(family: str) -> None:
    shape, named = two_layers(family)
    check_whole(shape, Weights(named, 0))
    of_last = [name for name in named if ".1." in name]
    assert len(of_last) > 5
    for name in of_last:
        rest = {other: tensor for other, tensor in named.items() if other != name}
        with pytest.raises(ModelProblem, match="1 weights of this model are missing"):
            check_whole(shape, Weights(rest, 0))


@pytest.mark.parametrize(
    "family", [family for family, config in FAMILIES.items() if "num_experts_per_tok" not in config]
)
def test_a_matrix_of_another_shape_is_found(family: str) -> None:
    shape, named = two_layers(family)
    name = next(name for name, tensor in named.items() if ".1." in name and len(tensor.shape) == 2)
    other = msgspec.structs.replace(named[name], shape=(named[name].shape[0] + 1, named[name].shape[1]))
    with pytest.raises(ModelProblem, match="of layer 1 is"):
        check_whole(shape, Weights({**named, name: other}, 0))
