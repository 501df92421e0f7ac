"""What a plan is made for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.hardware.device import Device
from studio.job import Checkpointing, Learning, Method, Precision
from studio.models.local import ModelFacts
from studio.planning.exchange import Exchange, assumed_between
from studio.planning.measurement import Measurement
from studio.planning.memory import usable_bytes
from studio.planning.speed import device_flops


@dataclass(frozen=True, kw_only=True)
class PlanRequest:
    """What a plan is made for."""

    facts: ModelFacts
    method: Method
    learning: Learning
    lengths: NDArray[np.int64]
    """(rows,) tokens of each row, after cutting."""
    num_targets: NDArray[np.int64]
    """(rows,) target tokens of each row."""
    device: Device
    precision: Precision
    world_size: int = 1
    cards: tuple[Device, ...] = ()
    """Those that share the work, where there are several; `device` is the one with the least free memory."""
    divided: bool = False
    """Whether each keeps a part of the model only."""
    gradient_checkpointing: Checkpointing | None = None
    """None: free."""
    micro_batch_size: int | None = None
    """None: free."""
    measurement: Measurement | None = None
    """Takes the place of the formula where it has the gradient checkpointing in question."""
    measured_exchange: Exchange | None = None
    """Between the devices. None: it was not measured."""

    @property
    def slowest(self) -> Device:
        """All wait for it, since each has as many tokens of an update as the others."""
        return min(self.cards or (self.device,), key=lambda each: device_flops(self.facts, each, self.precision))

    @property
    def exchange(self) -> Exchange:
        """Between the devices, as measured or as assumed."""
        return self.measured_exchange or assumed_between(self.device)

    @property
    def sharers(self) -> int:
        """Processes on the slowest device: cards have one each."""
        return 1 if self.device.is_gpu else self.world_size

    @property
    def room(self) -> int:
        """Bytes that programs other than ours leave."""
        return usable_bytes(self.device) - self.device.used_by_others_bytes
