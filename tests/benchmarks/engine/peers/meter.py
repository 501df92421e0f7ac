"""Clocks the updates of a trainer and counts their tokens, from outside the trainer."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import torch


class Meter:
    """One run. An update lasts from the end of the one before it to its own end, reading rows included."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.losses: list[float] = []
        """One per update, in order, where the trainer tells them later."""
        self._counts = [0, 0, 0]
        self._began = 0.0

    def begin(self) -> None:
        """The training loop starts now."""
        self._began = time.perf_counter()

    def count(self, tokens: int, targets: int, padded: int) -> None:
        """One more micro-batch."""
        self._counts = [so_far + more for so_far, more in zip(self._counts, (tokens, targets, padded), strict=True)]

    def count_calls(self, model: torch.nn.Module) -> None:
        """Count whatever the model is called with."""

        def look(_model: torch.nn.Module, _positional: tuple[Any, ...], named: dict[str, Any]) -> None:
            if not torch.is_grad_enabled():
                return
            tokens, mask, labels = named["input_ids"], named.get("attention_mask"), named.get("labels")
            padded = tokens.numel()
            real = int(mask.sum()) if mask is not None and mask.dim() == 2 else padded
            targets = int((labels[..., 1:] != -100).sum()) if labels is not None else 0
            self.count(real, targets, padded)

        model.register_forward_pre_hook(look, with_kwargs=True)

    def update_done(self, loss: float | None = None) -> None:
        """The weights changed."""
        now = time.perf_counter()
        tokens, targets, padded = self._counts
        self.updates.append(
            {
                "update": len(self.updates) + 1,
                "at": time.time(),
                "seconds": now - self._began,
                "tokens": tokens,
                "targets": targets,
                "padded": padded,
                "loss": loss,
            }
        )
        self._counts = [0, 0, 0]
        self._began = time.perf_counter()

    def write(self, path: Path) -> None:
        """All updates, as JSON."""
        if len(self.losses) == len(self.updates):
            for update, loss in zip(self.updates, self.losses, strict=True):
                update["loss"] = loss
        path.write_text(json.dumps(self.updates), encoding="utf-8")
