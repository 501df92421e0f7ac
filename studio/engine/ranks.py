"""What several processes do together: each works on its share of every effective batch, and the sums are the same on
all of them.

Rank 0 alone hears commands, writes and decides; nothing of that has to be agreed. The others follow: they wait for it
in the next sum, however long that takes, or leave with the pipe from it (see `studio.engine.other_ranks`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import psutil
import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.distributed import FileStore, Store  # pyright: ignore[reportPrivateImportUsage] - documented

from studio.engine.parts import is_divided

N = TypeVar("N", int, float)

_BUCKET = 2**23
"""Numbers that are summed at once; a larger gradient is summed where it is."""
_FOREVER = timedelta(days=30)
"""Rank 0 may pause for as long as it likes. That nobody waits for the dead is seen to from outside."""


class Ranks:
    """This process among those that train together. `Ranks()` is one alone, for which every sum is there already."""

    def __init__(
        self, rank: int = 0, world_size: int = 1, explain: Callable[[RuntimeError], Exception] | None = None
    ) -> None:
        """`explain` says why the others can no longer be reached."""
        self.rank, self.world_size = rank, world_size
        self._explain = explain
        self.waiting_since: float | None = None
        """On the monotonic clock, while this process waits for the others."""

    def join(self, store: Store, device: torch.device, interface: str | None = None) -> None:
        """Meet the others, who do the same. Nothing is sent beyond this computer, unless over the network `interface`
        where some are on others; whoever knows better says so in the environment."""
        for name in ("GLOO_SOCKET_IFNAME", "NCCL_SOCKET_IFNAME"):
            if interface is None or name not in os.environ:
                os.environ[name] = interface or _loopback()
        both = device.type == "cuda" and dist.is_nccl_available()
        with self.together():
            dist.init_process_group(
                "cpu:gloo,cuda:nccl" if both else "gloo",
                store=store,
                rank=self.rank,
                world_size=self.world_size,
                timeout=_FOREVER,
            )

    def add_up(self, parameters: Sequence[nn.Parameter], more: Tensor, *numbers: int) -> list[list[int]]:
        """The gradients and `more` become their sums over all ranks; of each of `numbers` its values on all of them.

        One that a rank has not got counts as zero there; one that no rank has got stays away, and one that is divided
        among the ranks is summed already. As many exchanges as the sizes of the parameters say, whatever happened on a
        rank.
        """
        if self.world_size == 1:
            return [[each] for each in numbers]
        parameters = [each for each in parameters if not is_divided(each)]
        known = torch.tensor([parameter.grad is not None for parameter in parameters], dtype=torch.int64)
        table = self._table(numbers)
        of_all = torch.cat([known, table.flatten()])
        self._sum(of_all)  # in main memory: a device must never wait for a rank that did not get this far
        known, table = of_all[: len(known)], of_all[len(known) :].view_as(table)
        for parameter, ranks_that_know in zip(parameters, known.tolist(), strict=True):
            if ranks_that_know and parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
        with torch.no_grad():
            for bucket in _buckets([*(each.grad for each in parameters if each.grad is not None), more]):
                self._sum_bucket(bucket)
        return table.tolist()

    def totals(self, *numbers: N) -> list[N]:
        """The sum of each over all ranks."""
        return [sum(each[1:], each[0]) for each in self._of_all(numbers)]

    def largest(self, *numbers: N) -> list[N]:
        """The largest of each over all ranks."""
        return [max(each) for each in self._of_all(numbers)]

    def as_on_first(self, tensors: Sequence[Tensor]) -> None:
        """The tensors become those of rank 0."""
        if self.world_size == 1:
            return
        self.meet()
        with torch.no_grad(), self.together():
            for tensor in tensors:
                if not is_divided(tensor):
                    dist.broadcast(tensor.detach(), 0)
                    _wait_for_device(tensor)

    def gather(self, part: Tensor) -> Tensor:
        """(world_size · n,): the parts (n,) of all ranks, as a layer of a divided model is put together."""
        whole = part.new_empty(self.world_size * part.numel())
        with self.together():
            dist.all_gather(list(whole.split(part.numel())), part)
            _wait_for_device(whole)
        return whole

    def first_says(self, number: int) -> int:
        """What rank 0 brings along; all ranks ask at once."""
        if self.world_size == 1:
            return number
        said = torch.tensor([int(number) if self.rank == 0 else 0])
        self._sum(said)
        return int(said)

    def anybody(self, yes: bool) -> bool:
        """Whether a rank says so."""
        return bool(sum(self.totals(int(yes))))

    def total(self, tensor: Tensor) -> None:
        """The tensor becomes the sum of all ranks'."""
        if self.world_size > 1:
            self._sum(tensor)

    def meet(self) -> None:
        """Go on when everybody is here."""
        if self.world_size > 1:
            self._sum(torch.zeros(1))

    def _of_all(self, numbers: Sequence[N]) -> list[list[N]]:
        """For each number its values on all ranks, in their order."""
        if self.world_size == 1:
            return [[each] for each in numbers]
        table = self._table(numbers)
        self._sum(table)
        return table.tolist()

    def _table(self, numbers: Sequence[N]) -> Tensor:
        """(numbers, world_size): a column for each rank, in which this one's are."""
        whole = all(isinstance(each, int) for each in numbers)
        table = torch.zeros(len(numbers), self.world_size, dtype=torch.int64 if whole else torch.float64)
        table[:, self.rank] = torch.tensor(numbers, dtype=table.dtype)
        return table

    def _sum_bucket(self, bucket: Sequence[Tensor]) -> None:
        if len(bucket) == 1 and bucket[0].is_contiguous():
            self._sum(bucket[0])
            return
        flat = torch.cat([each.flatten() for each in bucket])
        self._sum(flat)
        for each, summed in zip(bucket, flat.split([each.numel() for each in bucket]), strict=True):
            each.copy_(summed.view_as(each))

    def _sum(self, tensor: Tensor) -> None:
        with self.together():
            dist.all_reduce(tensor)
            _wait_for_device(tensor)

    @contextmanager
    def together(self, own: Callable[[BaseException], bool] = lambda _: False) -> Iterator[None]:
        """Around what needs all ranks: where one is gone it raises what ended it. `own`: whether a problem is this
        rank's and is raised as it is.
        """
        self.waiting_since = time.monotonic()
        try:
            yield
        except RuntimeError as problem:
            if self._explain is None or own(problem):
                raise
            raise self._explain(problem) from problem
        finally:
            self.waiting_since = None


def _wait_for_device(tensor: Tensor) -> None:
    """Waiting for other ranks happens here, where it is seen, and not somewhere later."""
    if tensor.is_cuda:
        torch.cuda.current_stream(tensor.device).synchronize()


def store_in(meeting: Path) -> Store:
    """A file in a private folder through which ranks find each other."""
    return FileStore(str(meeting / "store"))


def _buckets(tensors: Sequence[Tensor]) -> Iterator[list[Tensor]]:
    """The tensors in their order, a few million numbers at a time."""
    bucket: list[Tensor] = []
    size = 0
    for tensor in tensors:
        if bucket and size + tensor.numel() > _BUCKET:
            yield bucket
            bucket, size = [], 0
        bucket.append(tensor)
        size += tensor.numel()
    if bucket:
        yield bucket


def _loopback() -> str:
    """Name of the network interface that ends in this computer."""
    for name, addresses in psutil.net_if_addrs().items():
        if any(each.address == "127.0.0.1" for each in addresses):
            return name
    return "lo"
