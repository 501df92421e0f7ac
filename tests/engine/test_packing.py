"""Packed rows give what padded ones give, wherever they are used; elsewhere rows are padded."""

import numpy as np
import pytest
import torch
import transformers

from studio.data.store import Example, ExampleStore
from studio.engine.head import find_head
from studio.engine.packing import packs_rows
from studio.job import Full, Lora
from studio.planning.packing import PACKED_FAMILIES
from tests.engine.fixtures import KINDS, VOCABULARY, cuts, gradient_of, make_store, make_training

SMALL = dict(vocab_size=97, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4,
             num_key_value_heads=2, max_position_embeddings=64, pad_token_id=0)  # fmt: skip


def relative(a, b):
    return float((a - b).norm() / b.norm())


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
@pytest.mark.parametrize("kind", KINDS)
def test_packed_rows_have_the_gradient_of_padded_ones(tmp_path, kind, method):
    store = make_store(tmp_path / "s", longest=16)
    packed = make_training(store, kind=kind, method=method, token_budget=60)
    assert packed.packed == (kind != "falcon")  # which has an attention of its own
    padded = make_training(store, kind=kind, method=method, token_budget=60, packed=False)
    assert relative(gradient_of(packed, 60), gradient_of(padded, 60)) <= 5e-6


def test_a_row_that_saw_its_neighbour_would_be_seen(tmp_path):
    store = make_store(tmp_path / "s")
    training = make_training(store)
    right = gradient_of(training, 1000)
    for each in training.model.modules():
        if hasattr(each, "is_causal"):
            each.register_forward_pre_hook(forget_rows, with_kwargs=True)
    assert relative(gradient_of(training, 1000), right) > 0.1


def forget_rows(_module, positional, named):
    return positional, {**named, "rows": None, "attention_mask": None}


@pytest.mark.parametrize("family", sorted(PACKED_FAMILIES))
def test_every_family_that_plans_count_on_packs(family):
    more = {"head_dim": 8} if "gemma" in family else {"bos_token_id": 1, "eos_token_id": 2}
    config = transformers.AutoConfig.for_model(family, **SMALL, **more)
    model = transformers.AutoModelForCausalLM.from_config(config)
    assert packs_rows(model, find_head(model), 16)


@pytest.mark.parametrize("family", ["mamba", "falcon", "bloom", "gemma2", "falcon_h1"])
def test_where_more_than_attention_mixes_positions_rows_are_padded(family):
    model = transformers.AutoModelForCausalLM.from_config(transformers.AutoConfig.for_model(family, **SMALL))
    assert not packs_rows(model, find_head(model), 16)


def test_a_packed_micro_batch_holds_its_rows_end_to_end_and_little_else(tmp_path):
    lengths = (40, 30, 20, 9)
    rows = [
        Example(np.arange(1, length + 1, dtype=np.uint32) % VOCABULARY, np.ones(length, bool), row)
        for row, length in enumerate(lengths)
    ]
    store = ExampleStore.write(tmp_path / "s", rows)
    first, second = cuts(store, np.array([3, 1, 0, 2]), 80, packed=True)
    assert [first.num_tokens, first.num_padded_tokens] == [70, 80]
    assert first.rows is not None
    assert first.rows.lengths == (40, 30, 10)
    assert first.position_ids is not None
    assert first.position_ids[0, [0, 39, 40, 69, 70, 79]].tolist() == [0, 39, 0, 29, 0, 0]
    assert first.places.tolist() == [2] * 39 + [1] * 29
    assert torch.equal(first.input_ids[0, first.positions + 1], first.targets)
    assert second.num_padded_tokens == 32
    assert second.longest == 20
