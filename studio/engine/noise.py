"""Noise on the embeddings while a model learns (NEFTune, Jain et al. 2023): answers become less of an echo."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle


def add_noise(model: nn.Module, alpha: float, pad_token_id: int) -> RemovableHandle:
    """From now on add noise to the embeddings of `model` in training mode; `remove()` of what is returned ends it.

    Uniform in ± alpha / √(L · d), with d numbers in an embedding and L tokens in the row up to its last one that is not
    padding, so that its size does not depend on the rows beside it (transformers takes the padded length). Drawn from
    torch's generator, which the loop seeds for each micro-batch.
    """
    source: Any = model
    embedding: nn.Module = source.get_input_embeddings()

    def noisy(layer: nn.Module, inputs: tuple[Tensor, ...], embedded: Tensor) -> Tensor:
        """Shapes: inputs (b, s) token ids, embedded (b, s, d)."""
        if not layer.training:
            return embedded
        reach = alpha / (row_lengths(inputs[0], pad_token_id) * embedded.shape[-1]).sqrt()  # (b,)
        return embedded + torch.empty_like(embedded).uniform_(-1, 1) * reach[:, None, None].to(embedded.dtype)

    return embedding.register_forward_hook(noisy)


def row_lengths(input_ids: Tensor, pad_token_id: int) -> Tensor:
    """(b,) tokens of each row of (b, s) up to its last one that is not padding; at least 1."""
    places = torch.arange(1, input_ids.shape[1] + 1, device=input_ids.device)
    return ((input_ids != pad_token_id) * places).amax(dim=1).clamp(min=1)
