"""Gradient checkpointing for long rows only: the same gradient, and what is not recomputed never exceeds the budget."""

import numpy as np
import pytest
import torch

from studio.engine.gradients import add_gradient, take_less_memory
from studio.engine.load import set_checkpointing
from studio.job import Full, Lora
from tests.engine.fixtures import cuts, go, gradient_of, make_store, make_training
from tests.engine.plain import relative, take_gradient


def with_long_rows(folder, method):
    training = make_training(make_store(folder), method=method, effective_batch_size=16, token_budget=10_000)
    plain = gradient_of(training, 10_000)
    set_checkpointing(training.model, "long")
    training.checkpointing, training.long_rows_only = True, True
    training.token_budget = int(np.median(training.store.lengths))
    return training, plain


def note_recomputing(training):
    """Whether the first layer recomputes, at each of its runs."""
    layer = next(each for name, each in training.model.named_modules() if name.endswith("layers.0"))
    seen = []
    layer.register_forward_hook(lambda *_: seen.append(layer.gradient_checkpointing and layer.training))
    return seen


@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_only_rows_beyond_the_budget_are_recomputed_and_the_gradient_is_the_same(tmp_path, method):
    training, plain = with_long_rows(tmp_path / "s", method)
    seen, batch, kinds = note_recomputing(training), training.batches[1], set()
    training.model.train()
    for micro_batch in cuts(training.store, batch.examples, training.token_budget):
        seen.clear()
        add_gradient(training, micro_batch, batch.num_target_tokens)
        beyond = micro_batch.num_padded_tokens > training.token_budget
        assert seen[0] == beyond
        assert len(micro_batch.examples) == 1 or not beyond
        kinds.add(beyond)
    assert kinds == {True, False}
    assert relative(take_gradient(training), plain) <= 2e-6


def test_the_whole_loop_learns_the_same(tmp_path):
    training, _ = with_long_rows(tmp_path / "s", Lora(rank=4))
    other = make_training(make_store(tmp_path / "o"), method=Lora(rank=4), effective_batch_size=16, token_budget=400)
    hooks = sum(len(module._forward_hooks) for module in training.model.modules())
    go(training, tmp_path / "c")
    go(other, tmp_path / "d")
    for mine, same in zip(training.learns, other.learns, strict=True):
        torch.testing.assert_close(mine, same, rtol=1e-4, atol=1e-6)
    assert sum(len(module._forward_hooks) for module in training.model.modules()) == hooks


def test_a_row_that_was_not_recomputed_and_did_not_fit_is_recomputed_next(tmp_path):
    training, _ = with_long_rows(tmp_path / "s", Lora(rank=4))
    (longest, *_) = cuts(training.store, training.batches[1].examples, 1)
    training.token_budget = longest.num_padded_tokens
    said = take_less_memory(training, longest, 1)
    assert said.token_budget < longest.num_padded_tokens
    add_gradient(training, longest, 1)
    assert training.checkpointing
    assert take_less_memory(training, longest, 1).how == "fewer word scores at once"
