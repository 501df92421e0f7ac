"""The catalog of well-known models: its facts follow from their shapes, and it is searched by words."""

from __future__ import annotations

import re
from datetime import date

import pytest
import transformers

from studio.errors import ModelProblem
from studio.models.catalog import Listed, find_listed, read_catalog, search_catalog

MODELS = read_catalog().models
ONE_OF_EACH_FAMILY = list({model.config["model_type"]: model for model in reversed(MODELS)}.values())


def transformers_counts(model: Listed) -> int:
    """Weights of the model as transformers builds it, without memory for them; those that are shared count once."""
    import torch

    config = transformers.AutoConfig.for_model(**model.config)
    config.tie_word_embeddings = model.config["tie_word_embeddings"]
    with torch.device("meta"):
        built = transformers.AutoModelForCausalLM.from_config(config)
    built.tie_weights()
    return sum(parameter.numel() for parameter in built.parameters())


def test_there_are_many_of_all_sizes_with_a_date() -> None:
    assert len(MODELS) >= 40
    assert date.fromisoformat(read_catalog().date) <= date.today()  # noqa: DTZ011 - a day, wherever it is
    sizes = [model.parameters for model in MODELS]
    assert sizes == sorted(sizes)
    assert sizes[0] < 0.2e9
    assert 65e9 < sizes[-1] < 75e9
    assert len({model.id for model in MODELS}) == len(MODELS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_the_shape_of_each_gives_its_published_size(model: Listed) -> None:
    facts = model.facts
    assert facts.parameters == pytest.approx(model.parameters, rel=0.01)
    assert facts.hidden_size % facts.num_attention_heads == 0 or "head_dim" in model.config
    assert facts.num_attention_heads % facts.num_key_value_heads == 0
    assert facts.weight_bytes == 2 * facts.parameters
    assert facts.chat_template == model.chat
    assert not facts.has_weights
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", model.id)
    assert model.licence
    assert model.languages
    assert all(re.fullmatch(r"[a-z]{2}|code", language) for language in model.languages)


@pytest.mark.parametrize("model", ONE_OF_EACH_FAMILY, ids=lambda model: model.config["model_type"])
def test_transformers_builds_a_model_of_that_size(model: Listed) -> None:
    assert transformers_counts(model) == model.parameters


@pytest.mark.storm
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_transformers_builds_every_model_of_that_size(model: Listed) -> None:
    assert transformers_counts(model) == model.parameters


def test_words_search_names_licences_and_languages() -> None:
    assert {model.name for model in search_catalog("smollm2")} == {
        "SmolLM2-135M-Instruct",
        "SmolLM2-360M-Instruct",
        "SmolLM2-1.7B-Instruct",
    }
    assert all(model.licence == "MIT" for model in search_catalog("mit deepseek"))
    assert search_catalog("mit deepseek")
    assert search_catalog("") == MODELS
    assert search_catalog("no such model") == ()


def test_a_model_is_found_with_and_without_its_owner() -> None:
    assert find_listed("qwen3-8b") is find_listed("Qwen/Qwen3-8B")
    with pytest.raises(ModelProblem, match="no model “Qwen3-9B”") as caught:
        find_listed("Qwen3-9B")
    assert "Qwen/Qwen3-8B" in caught.value.hint
