"""Cuts examples into micro-batches and puts each together for the device."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.data.store import ExampleStore
from studio.engine.attention import Rows
from studio.planning.arithmetic import PAD_TO, Layout, shares


@dataclass(frozen=True)
class MicroBatch:
    """Rows of one forward and backward pass: padded on the right to one length, or packed, one after the other."""

    input_ids: Tensor
    """(b, s) int64; packed (1, n)."""
    positions: Tensor
    """(t,) int64: indices into `input_ids`, flattened, of the positions that predict a target token or have a label."""
    targets: Tensor
    """(t,) int64: the target tokens, or labels, in the order of `positions`."""
    places: Tensor
    """(t,) int64: for each target the place of its row in the effective batch."""
    examples: NDArray[np.int64]
    """(b,) the rows, longest first."""
    num_tokens: int
    """Real tokens, without padding."""
    rows: Rows | None = None
    """Where packed rows are."""
    position_ids: Tensor | None = None
    """(1, n) int64: the place of each packed token in its row."""

    @property
    def num_padded_tokens(self) -> int:
        """Tokens the device works on, padding included."""
        return self.input_ids.numel()

    @property
    def first(self) -> int:
        """Its first row; 0 where it has none."""
        return int(self.examples[0]) if len(self.examples) else 0

    @property
    def longest(self) -> int:
        """Tokens that its longest row takes."""
        return self.input_ids.shape[1] if self.rows is None else self.rows.lengths[0]

    def to(self, device: torch.device) -> MicroBatch:
        """The same on another device, without waiting for the copy."""
        if device.type == "cpu":
            return self

        def moved(tensor: Tensor) -> Tensor:
            if device.type == "cuda":  # only pinned memory is copied while the device goes on working
                tensor = tensor.pin_memory()
            return tensor.to(device, non_blocking=True)

        return replace(
            self,
            input_ids=moved(self.input_ids),
            positions=moved(self.positions),
            targets=moved(self.targets),
            places=moved(self.places),
            rows=self.rows and replace(self.rows, starts=moved(self.rows.starts)),
            position_ids=None if self.position_ids is None else moved(self.position_ids),
        )


def collate(
    store: ExampleStore,
    examples: NDArray[np.int64],
    places: NDArray[np.int64],
    pad_token_id: int,
    num_padded_tokens: int,
    *,
    packed: bool,
) -> MicroBatch:
    """The examples as one micro-batch of so many tokens, padding included.

    Position i predicts token i + 1, so a target at position 0 is never counted; a label stands at its own position.
    """
    tokens = [store.tokens(int(i)) for i in examples]
    lengths = [len(row) for row in tokens]
    width = num_padded_tokens // len(tokens)
    starts = np.array([0, *accumulate(lengths)] if packed else range(0, num_padded_tokens + 1, width))
    input_ids = np.full(num_padded_tokens, pad_token_id, dtype=np.int64)
    is_target = np.zeros(num_padded_tokens, dtype=bool)
    labels = np.full(num_padded_tokens, -1, dtype=np.int64)
    for start, example, ids in zip(starts.tolist(), examples, tokens, strict=False):
        row = slice(start, start + len(ids))
        input_ids[row] = ids
        if (of_row := store.labels(int(example))) is None:
            is_target[start + 1 : row.stop] = store.targets(int(example))[1:]
        else:
            labels[row] = of_row
    at = np.flatnonzero(labels >= 0 if store.has_labels else is_target)
    micro_batch = MicroBatch(
        torch.from_numpy(input_ids.reshape(1 if packed else len(tokens), -1)),
        torch.from_numpy(at if store.has_labels else at - 1),  # never crosses a row: its first token is no target
        torch.from_numpy((labels if store.has_labels else input_ids)[at]),
        torch.from_numpy(places[np.searchsorted(starts, at, side="right") - 1]),
        examples,
        sum(lengths),
    )
    return replace(micro_batch, **_packed(lengths, num_padded_tokens)) if packed else micro_batch


def _packed(lengths: list[int], num_padded_tokens: int) -> dict[str, Any]:
    """What tells packed rows apart; what fills up the end is a row of its own."""
    filler = num_padded_tokens - sum(lengths)
    of_rows = (*lengths, filler) if filler else tuple(lengths)
    starts = torch.tensor([0, *accumulate(of_rows)], dtype=torch.int32)
    return {
        "rows": Rows(of_rows, starts),
        "position_ids": torch.cat([*map(torch.arange, lengths), torch.zeros(filler, dtype=torch.int64)]).unsqueeze(0),
    }


class MicroBatches:
    """The micro-batches of some examples, cut one by one: longest first, each of at most as many tokens, padding
    included, as the budget of the moment allows. A single row longer than the budget goes alone.

    Rows without a target are left out: they add nothing to the sum. Of the others a rank takes its share.
    """

    def __init__(
        self,
        store: ExampleStore,
        examples: NDArray[np.int64],
        pad_token_id: int,
        device: torch.device,
        *,
        packed: bool = False,
        rank: int = 0,
        world_size: int = 1,
        anybody: Callable[[bool], bool] = bool,
    ) -> None:
        """`anybody`: whether any rank still has rows, where all must work at once: one without has an empty pass."""
        self._anybody = anybody
        self._store, self._pad_token_id, self._device = store, pad_token_id, device
        places = np.flatnonzero(store.num_targets[examples] > 0)
        share = shares(store.lengths[examples[places]], world_size)[rank]  # longest first
        self._places: NDArray[np.int64] = places[share]
        self._examples = examples[self._places]
        self._lengths: list[int] = store.lengths[self._examples].tolist()
        self._layout = Layout(packed, longest=int(store.lengths.max(initial=0)))
        self.start_over()

    def start_over(self) -> None:
        """All rows wait again."""
        self._taken = 0
        self.count = 0
        self.num_tokens = 0
        self.num_padded_tokens = 0
        self.seconds = 0.0
        """Spent on putting micro-batches together."""

    def next(self, token_budget: int) -> MicroBatch | None:
        """The next micro-batch; None when no row is left."""
        rows_wait = self._taken < len(self._lengths)
        if not self._anybody(rows_wait):
            return None
        if not rows_wait:
            return self._empty().to(self._device)
        began = time.perf_counter()
        rows = self._layout.rows_that_fit(self._lengths, token_budget, self._taken)
        some = slice(self._taken, self._taken + rows)
        micro_batch = collate(
            self._store,
            self._examples[some],
            self._places[some],
            self._pad_token_id,
            self._layout.tokens(self._lengths[some], token_budget),
            packed=self._layout.packed,
        )
        self._count(micro_batch, 1)
        self.seconds += time.perf_counter() - began
        return micro_batch.to(self._device)

    def _empty(self) -> MicroBatch:
        """A row of padding from which nothing is learnt."""
        width = self._layout.width(PAD_TO)
        none = torch.empty(0, dtype=torch.int64)
        row = torch.full((1, width), self._pad_token_id)
        empty = MicroBatch(row, none, none, none, np.empty(0, np.int64), 0)
        return replace(empty, **_packed([], width)) if self._layout.packed else empty

    def give_back(self, micro_batch: MicroBatch) -> None:
        """These rows, the last that were taken, wait again."""
        self._count(micro_batch, -1)

    def _count(self, micro_batch: MicroBatch, sign: int) -> None:
        self._taken += sign * len(micro_batch.examples)
        self.count += sign
        self.num_tokens += sign * micro_batch.num_tokens
        self.num_padded_tokens += sign * micro_batch.num_padded_tokens
