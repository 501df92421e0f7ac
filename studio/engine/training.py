"""What the training loop works on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from studio.data.order import EffectiveBatch, EffectiveBatches
from studio.data.store import ExampleStore
from studio.engine.batches import MicroBatches
from studio.engine.head import Head
from studio.engine.labels import Labels
from studio.engine.ranks import Ranks
from studio.events import UpdateFinished
from studio.job import CHECKPOINT_EVERY_SECONDS, Full, Learning, Method

if TYPE_CHECKING:  # loads what only a divided model needs
    from studio.engine.sharded import Divided

T = TypeVar("T")


SHARE_OF_TIME = 0.01
"""What checkpoints may take that nobody asked for at their moment."""


class UpdateMade(NamedTuple):
    """What an update tells besides its event."""

    event: UpdateFinished
    row_losses: list[float]
    """In nats, summed over the targets of each row, in the order of the effective batch."""
    squared_norms: list[float]
    """Of what each micro-batch of this rank added to the gradient; none where that is not known."""
    num_targets: list[int]
    """In each micro-batch of this rank."""


@dataclass
class Training:
    """A model with everything that training it needs; `update` is how far it is."""

    model: nn.Module
    optimizer: torch.optim.Optimizer
    store: ExampleStore
    batches: EffectiveBatches
    method: Method
    learning: Learning
    peak_learning_rate: float
    updates: int
    """In the whole run."""
    token_budget: int
    precision: str
    device: torch.device
    pad_token_id: int
    head: Head | None = None
    """None: the model's output cannot be taken apart, so it runs whole."""
    packed: bool = False
    """Whether the rows of a micro-batch stand one after the other, instead of each being padded."""
    longest: int = 0
    """Tokens of the longest row."""
    labels: Labels | None = None
    """What the model tells apart; None: it writes."""
    checkpointing: bool = False
    """Whether activations are recomputed."""
    long_rows_only: bool = False
    """Whether that changes from one micro-batch to the next: only rows that alone exceed the token budget are."""
    scores_bytes: int | None = None
    """Word scores held at once; None: what suits the device."""
    ranks: Ranks = field(default_factory=Ranks)
    """The processes that share the work."""
    divided: Divided | None = None
    """Around a model whose parts lie on all ranks, see `studio.engine.sharded`; None: each rank has all of it."""
    in_files: bool = False
    """Whether all that learns stays in the file of its checkpoint, as nothing changes it any more."""
    update: int = 0
    """Updates made so far."""
    saved_at: float = field(default_factory=time.monotonic)
    """When the last checkpoint was written, for whatever reason, on the monotonic clock."""
    save_seconds: float = 0.0
    """What that took."""
    left_out: set[int] = field(default_factory=set)
    """Updates that are passed over, since their loss was not a number."""

    def seconds_between_saves(self, asked: float) -> float:
        """What is asked for; where that is the default, as many as make saving take no more than its share of time."""
        return max(asked, self.save_seconds / SHARE_OF_TIME) if asked == CHECKPOINT_EVERY_SECONDS else asked

    @property
    def learns(self) -> list[nn.Parameter]:
        """The weights that learn."""
        return [parameter for parameter in self.model.parameters() if parameter.requires_grad]

    def do(self, work: Callable[[], T]) -> T:
        """What `work` returns, which runs the model."""
        return work() if self.divided is None else self.divided.do(work)

    def agreed(self, number: int) -> int:
        """The number itself; where ranks must work in step, that of the first."""
        return number if self.divided is None else self.ranks.first_says(number)

    def is_last_in_step(self, go_on: bool) -> bool:
        """Whether ranks that must work in step part after this update, so that what they hold is saved while they do
        not."""
        return self.divided is not None and (not go_on or self.update == self.updates)

    def micro_batches(self, store: ExampleStore, examples: NDArray[np.int64]) -> MicroBatches:
        """This rank's share of some rows of a store."""
        return MicroBatches(
            store,
            examples,
            self.pad_token_id,
            self.device,
            packed=self.packed,
            rank=self.ranks.rank,
            world_size=self.ranks.world_size,
            anybody=bool if self.divided is None else self.ranks.anybody,
        )

    def rows_of(self, batch: EffectiveBatch) -> tuple[int, ...]:
        """The rows behind an update, as the user counts them."""
        return tuple(self.store.row(int(example)) for example in batch.examples)

    @property
    def isolates(self) -> bool:
        """Whether each micro-batch's gradient is kept apart until it is whole; one more copy of a small adapter."""
        return not isinstance(self.method, Full)
