"""Layers that look back only so far: what transformers says with masks, without masks, padded and packed."""

import pytest
import torch
import transformers

from studio.engine.attention import Rows, attend, reach, take_over_attention
from studio.engine.blocks import QUERIES, blocks_of
from studio.engine.head import find_head
from studio.engine.packing import packs_rows, states_of
from tests.engine.fixtures import VOCABULARY, gradient_of, make_net, make_store, make_training
from tests.planning.test_memory import byte_counter

WINDOW = 16
LENGTHS = (9, WINDOW, WINDOW + 1, 2 * QUERIES + 30)
SMALL = dict(vocab_size=VOCABULARY, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4,
             num_key_value_heads=2, max_position_embeddings=512, pad_token_id=0, bos_token_id=1, eos_token_id=2,
             sliding_window=WINDOW)  # fmt: skip
ONE_OF_TWO = {"layer_types": ["sliding_attention", "full_attention"]}
FAMILIES = {
    "mistral": {},
    "gemma3_text": {**ONE_OF_TWO, "head_dim": 16},
    "phi3": {},
    "qwen2": {**ONE_OF_TWO, "use_sliding_window": True},
    "starcoder2": {},
    "mixtral": {"num_local_experts": 2},
    "cohere2": ONE_OF_TWO,
    "olmo3": ONE_OF_TWO,
}


def net_of(family, **more):
    torch.manual_seed(0)
    config = transformers.AutoConfig.for_model(family, **{**SMALL, **FAMILIES.get(family, {}), **more})
    return transformers.AutoModelForCausalLM.from_config(config).eval()


def relative(a, b):
    return float((a - b).norm() / b.norm())


def outcome(model, states):
    """What the body says, and the gradient of a sum of it."""
    weights = torch.randn(states.shape, generator=torch.Generator().manual_seed(1))
    (states * weights).sum().backward()
    gradient = torch.cat([each.grad.flatten() for each in model.parameters() if each.grad is not None])
    model.zero_grad()
    return states.detach(), gradient


@pytest.mark.parametrize("family", FAMILIES)
def test_without_masks_every_family_says_and_learns_what_it_does_with_them(family):
    model = net_of(family)
    rows = [
        torch.randint(3, VOCABULARY, (length,), generator=torch.Generator().manual_seed(length)) for length in LENGTHS
    ]
    square = torch.stack([rows[-1], rows[-1].flip(0)])
    alone = torch.cat([model.model(row.unsqueeze(0), use_cache=False).last_hidden_state for row in rows], dim=1)
    packed = outcome(model, alone)
    padded = outcome(model, model.model(square, use_cache=False).last_hidden_state)

    assert take_over_attention(model)
    assert reach(model.config) == float("inf")
    head = find_head(model)
    for right, states in ((packed, packed_states(head, rows)), (padded, states_of(head, square, None, None))):
        for ours, theirs in zip(outcome(model, states), right, strict=True):
            assert relative(ours, theirs) <= 1e-6


def packed_states(head, rows):
    lengths = tuple(map(len, rows))
    starts = torch.tensor([0, *lengths], dtype=torch.int32).cumsum(0).int()
    places = torch.cat([torch.arange(length) for length in lengths]).unsqueeze(0)
    return states_of(head, torch.cat(rows).unsqueeze(0), Rows(lengths, starts), places)


@pytest.mark.parametrize("how", ["dropout", "heads of two widths", "bfloat16"])
def test_other_ways_to_attend_keep_to_the_window_too(how):
    """A token's answer changes with the values that it sees, and with no other."""
    tokens, token = 2 * QUERIES, 200
    torch.manual_seed(0)
    query, key = torch.randn(1, 4, tokens, 8), torch.randn(1, 2, tokens, 8)
    value = torch.randn(1, 2, tokens, 4 if how == "heads of two widths" else 8, requires_grad=True)
    dtype = torch.bfloat16 if how == "bfloat16" else torch.float32
    options = {"dropout": 0.1} if how == "dropout" else {}
    said, _ = attend(
        torch.nn.Identity(), query.to(dtype), key.to(dtype), value.to(dtype), None, sliding_window=WINDOW, **options
    )
    said[0, token].sum().backward()
    seen = value.grad[0].abs().sum((0, 2)).nonzero().flatten().tolist()
    assert seen == list(range(token - WINDOW + 1, token + 1))


def test_memory_grows_with_tokens_and_not_with_their_square():
    def peak(tokens):
        query, key, value = torch.randn(3, 1, 4, tokens, 16, requires_grad=True).unbind()
        counter = byte_counter()
        with counter:
            attend(torch.nn.Identity(), query, key, value, None, sliding_window=64)[0].sum().backward()
        return counter.peak

    one, four = peak(1024), peak(4096)
    assert four < 4.2 * one
    assert four < 4096**2  # bytes: a mask of all pairs would take that and more


def test_every_token_of_a_row_is_asked_once_and_sees_the_last_few():
    for block in blocks_of((40, 300), window=32):
        assert block.end - block.queries_from <= max(QUERIES, 32)
    asked = [place for block in blocks_of((40, 300), window=32) for place in range(block.queries_from, block.end)]
    assert asked == list(range(340))
    assert all(block.keys_from >= 40 for block in blocks_of((40, 300), window=32) if block.end > 40)


def test_rows_longer_than_a_window_are_packed_and_have_the_gradient_of_padded_ones(tmp_path):
    store = make_store(tmp_path / "s")  # of up to 40 tokens, where this family sees 16 back
    packed, padded = (make_training(store, kind="gemma3", token_budget=90, packed=each) for each in (True, False))
    assert packed.packed
    assert relative(gradient_of(packed, 90), gradient_of(padded, 90)) <= 5e-6


def test_a_model_that_runs_whole_attends_in_windows_too(tmp_path):
    store = make_store(tmp_path / "s")
    training = make_training(store, kind="mistral", packed=False)
    right = gradient_of(training, 90)
    training.head = None
    asked = []
    training.model.register_forward_pre_hook(lambda *_: asked.append(training.model.config._attn_implementation))
    assert relative(gradient_of(training, 90), right) <= 5e-6
    assert set(asked) == {"nightshift"}


@pytest.mark.parametrize("family", ["mistral", "gemma3_text"])
def test_answers_longer_than_a_window_are_written_as_before(family):
    """With prompts padded on the left, and kept keys and values."""
    model = net_of(family)
    ids = torch.randint(3, VOCABULARY, (2, 30), generator=torch.Generator().manual_seed(0))
    seen = torch.ones_like(ids)
    seen[0, :9] = 0

    def written():
        return model.generate(input_ids=ids, attention_mask=seen, max_new_tokens=30, do_sample=False, eos_token_id=None)

    right = written()
    assert take_over_attention(model)
    assert torch.equal(written(), right)


def test_a_layer_that_does_not_tell_its_window_keeps_its_mask():
    model = net_of("gemma3_text")
    model.model.layers[0].self_attn.sliding_window = None
    take_over_attention(model)
    assert reach(model.config) == WINDOW
    head = find_head(model)
    assert not packs_rows(model, head, WINDOW + 1)
    assert packs_rows(model, head, WINDOW)


def test_layers_that_see_a_chunk_are_padded_where_rows_are_longer():
    model = net_of("llama4_text", sliding_window=None, attention_chunk_size=WINDOW, head_dim=8)
    assert reach(model.config) == WINDOW
    assert not packs_rows(model, find_head(model), WINDOW + 1)


def test_what_is_saved_does_not_name_our_attention(tmp_path):
    model = make_net("mistral")
    take_over_attention(model)
    model.config.save_pretrained(tmp_path)
    assert "nightshift" not in (tmp_path / "config.json").read_text()
