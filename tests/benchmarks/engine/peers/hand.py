"""Loops written by hand: what somebody gets who needs no trainer."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from asked import Asked, load_model, load_tokenizer
from encode import encode, read_lines
from meter import Meter
from torch import Tensor

Encoded = tuple[list[int], int]


def naive(asked: Asked, meter: Meter) -> None:
    """The first idea: encode everything, pad every micro-batch to its longest row, score every position."""
    tokenizer, model = load_tokenizer(asked), load_model(asked)
    rows = [encode(tokenizer, row) for row in read_lines(asked.ordered)]
    learns, optimizer = _optimizer(asked, model)
    meter.count_calls(model)
    model.train()
    meter.begin()
    for batch in _effective_batches(rows, asked):
        num_targets = sum(len(tokens) - prompt for tokens, prompt in batch)
        train_loss = 0.0
        for few in _micro_batches(batch, asked):
            input_ids, labels, mask = _padded(few, tokenizer.pad_token_id)
            logits = model(input_ids=input_ids, attention_mask=mask, use_cache=False).logits
            meter.count(0, int((labels[:, 1:] != -100).sum()), 0)
            loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten(), reduction="sum") / num_targets
            loss.backward()
            train_loss += float(loss.detach())
        _step(learns, optimizer, asked)
        meter.update_done(train_loss)


def sorted_in_update(asked: Asked, meter: Meter) -> None:
    """The second idea: longest first within the update, no mask, and the head only where something is learnt."""
    tokenizer, model = load_tokenizer(asked), load_model(asked)
    rows = read_lines(asked.ordered)
    learns, optimizer = _optimizer(asked, model)
    inner = model.get_base_model() if asked.method == "lora" else model
    model.train()
    meter.begin()
    for raw in _effective_batches(rows, asked):
        batch = sorted((encode(tokenizer, row) for row in raw), key=lambda each: -len(each[0]))
        num_targets = sum(len(tokens) - prompt for tokens, prompt in batch)
        train_loss = 0.0
        for few in _micro_batches(batch, asked):
            input_ids, labels, mask = _padded(few, tokenizer.pad_token_id)
            predicts = F.pad(labels[:, 1:], (0, 1), value=-100)  # position i predicts token i + 1
            learnt = predicts != -100
            meter.count(int(mask.sum()), int(learnt.sum()), input_ids.numel())
            hidden = inner.model(input_ids=input_ids, use_cache=False).last_hidden_state
            loss = F.cross_entropy(inner.lm_head(hidden[learnt]), predicts[learnt], reduction="sum") / num_targets
            loss.backward()
            train_loss += float(loss.detach())
        _step(learns, optimizer, asked)
        meter.update_done(train_loss)


def _optimizer(asked: Asked, model: torch.nn.Module) -> tuple[list[torch.nn.Parameter], torch.optim.Optimizer]:
    learns = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return learns, torch.optim.AdamW(learns, lr=asked.settings["learning_rate"], weight_decay=0.0, fused=True)


def _step(learns: list[torch.nn.Parameter], optimizer: torch.optim.Optimizer, asked: Asked) -> None:
    torch.nn.utils.clip_grad_norm_(learns, asked.settings["max_grad_norm"])
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)


def _effective_batches(rows: list[Any], asked: Asked) -> list[list[Any]]:
    size = asked.settings["effective_batch_size"]
    return [rows[at : at + size] for at in range(0, len(rows), size)][: asked.updates]


def _micro_batches(batch: list[Encoded], asked: Asked) -> list[list[Encoded]]:
    size = asked.settings["micro_batch_size"]
    return [batch[at : at + size] for at in range(0, len(batch), size)]


def _padded(few: list[Encoded], pad: int) -> tuple[Tensor, Tensor, Tensor]:
    """Tokens, labels and mask, each (b, s), padded on the right."""
    longest = max(len(tokens) for tokens, _ in few)
    input_ids = torch.full((len(few), longest), pad)
    labels = torch.full((len(few), longest), -100)
    mask = torch.zeros((len(few), longest), dtype=torch.long)
    for row, (tokens, prompt) in enumerate(few):
        input_ids[row, : len(tokens)] = torch.tensor(tokens)
        labels[row, prompt : len(tokens)] = torch.tensor(tokens[prompt:])
        mask[row, : len(tokens)] = 1
    return input_ids, labels, mask
