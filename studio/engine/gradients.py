"""Adds up the gradients of an effective batch, and gets over an out-of-memory without losing or doubling any."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from typing import TypeVar

import torch
from torch import Tensor, nn

from studio.engine.batches import MicroBatch
from studio.engine.experts import Balance, watch_routers
from studio.engine.load import set_checkpointing
from studio.engine.loss import autocast, sum_token_loss
from studio.engine.parts import is_divided, part_of
from studio.engine.ranks import Ranks
from studio.engine.training import Training
from studio.errors import EngineProblem, MemoryProblem
from studio.events import MemoryRecovered

T = TypeVar("T")


class GradientSum:
    """The gradients of the micro-batches so far.

    Isolated: each micro-batch's gradient joins the sum when it is whole, so that one that failed half-way is dropped
    and everything before it is kept. Otherwise the sum is in `.grad` itself, where a failure spoils it.
    """

    def __init__(self, parameters: Sequence[nn.Parameter], *, isolated: bool) -> None:
        self._parameters, self._isolated = parameters, isolated
        self._sums: list[Tensor | None] = [None] * len(parameters)
        self._squared_norms: list[Tensor] = []

    def add(self) -> None:
        """Take the gradient of a micro-batch that is whole."""
        if not self._isolated:
            return
        fresh_norm = nn.utils.get_total_norm([each.grad for each in self._parameters if each.grad is not None])
        self._squared_norms.append(fresh_norm.square().reshape(1))
        sums: list[Tensor] = []
        fresh: list[Tensor] = []
        for place, parameter in enumerate(self._parameters):
            if parameter.grad is None:
                continue
            known = self._sums[place]
            if known is None:
                self._sums[place] = parameter.grad
            else:
                sums.append(known)
                fresh.append(parameter.grad)
            parameter.grad = None
        if sums:
            torch._foreach_add_(sums, fresh)  # pyright: ignore - what torch's own optimizers call

    def drop_last(self) -> bool:
        """Forget the gradient of a micro-batch that failed. False where the whole sum went with it."""
        for parameter in self._parameters:
            parameter.grad = None
        return self._isolated

    def install(self) -> Tensor:
        """Put the sum where the optimizer looks for it; (micro-batches,) squared norms of what was added up.

        Those are not known where the sum was in `.grad` from the first.
        """
        found, self._squared_norms = self._squared_norms, []
        if self._isolated:
            for place, parameter in enumerate(self._parameters):
                parameter.grad = self._sums[place]
                self._sums[place] = None
        return torch.cat(found) if found else torch.empty(0, device=self._parameters[0].device)


def add_gradient(
    training: Training, micro_batch: MicroBatch, num_target_tokens: int, balance: Balance | None = None
) -> Tensor | None:
    """Add the gradient of a micro-batch's share of the loss; (n,) the losses of its targets in nats.

    With `balance` its part of that loss is added too, which the losses do not show. None where the device ran out of
    memory: the gradients are then half-written.
    """

    if training.long_rows_only:
        recompute(training, wanted=micro_batch.num_padded_tokens > training.token_budget)

    def forward_and_backward() -> Tensor:
        with (
            autocast(training.device, training.precision),
            watch_routers(training.model, wanted=balance is not None) as routed,
        ):
            loss_sum, losses = training.do(
                lambda: sum_token_loss(
                    training.model,
                    training.head,
                    micro_batch,
                    label_smoothing=training.learning.label_smoothing,
                    scores_bytes=training.scores_bytes,
                )
            )
        loss = loss_sum / num_target_tokens
        if balance is not None:
            loss = loss + balance.part(routed, real_tokens(training, micro_batch))
        loss.backward()
        return losses

    return in_step(training, forward_and_backward)


def in_step(training: Training, work: Callable[[], T]) -> T | None:
    """What `work` returns, which runs the model; None where the device ran out of memory. Raises what ended another
    rank, where all must work at once."""
    if training.divided is None:
        return unless_out_of_memory(work, training.device)

    def together() -> T:
        with training.ranks.together(own=is_out_of_memory):
            return work()

    return unless_out_of_memory(together, training.device)


def clip_gradients(training: Training, learns: Sequence[nn.Parameter]) -> Tensor:
    """() the norm of the whole gradient of the weights that learn; it is then as long as it may be at most."""
    most = training.learning.max_grad_norm
    if training.divided is None:
        return nn.utils.clip_grad_norm_(learns, most)
    parts = [part_of(each.grad) for each in learns if each.grad is not None and is_divided(each)]
    alike = [each.grad for each in learns if each.grad is not None and not is_divided(each)]
    (of_parts,) = training.ranks.totals(float(nn.utils.get_total_norm(parts)) ** 2)
    norm = torch.tensor((of_parts + float(nn.utils.get_total_norm(alike)) ** 2) ** 0.5, device=training.device)
    scale = torch.clamp(most / (norm + 1e-6), max=1.0)  # as torch's own
    torch._foreach_mul_([*parts, *alike], scale)  # pyright: ignore - what torch's own clipping calls
    return norm


def real_tokens(training: Training, micro_batch: MicroBatch) -> Tensor:
    """(b · s,) which positions of a micro-batch hold a token and no padding."""
    if micro_batch.rows is not None:
        return torch.arange(micro_batch.num_padded_tokens, device=training.device) < micro_batch.num_tokens
    longest = micro_batch.input_ids.shape[1]
    lengths = torch.from_numpy(training.store.lengths[micro_batch.examples])
    return (torch.arange(longest) < lengths[:, None]).flatten().to(training.device)


def unless_out_of_memory(work: Callable[[], T], device: torch.device) -> T | None:
    """What `work` returns; None where the device ran out of memory, with everything freed that `work` held."""
    try:
        return work()
    except (RuntimeError, MemoryError) as problem:
        if not is_out_of_memory(problem):
            raise
    gc.collect()  # not in there: as long as the exception lives, its frames keep their tensors
    if device.type in {"cuda", "xpu", "mps"}:
        getattr(torch, device.type).empty_cache()
    return None


_WORDS = (
    "out of memory",
    "CUBLAS_STATUS_ALLOC_FAILED",
    "CUDNN_STATUS_ALLOC_FAILED",
    "DefaultCPUAllocator: can't allocate memory",
    "DefaultCPUAllocator: not enough memory",
    "could not create a primitive\n",  # oneDNN's: what it cannot do at all it names in further words
)


def is_out_of_memory(problem: BaseException) -> bool:
    """Whether this is a device's way of saying so; other errors of a device never go away by trying again."""
    if isinstance(problem, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(problem, RuntimeError) and any(word in f"{problem}\n" for word in _WORDS)


def take_less_memory(training: Training, micro_batch: MicroBatch, update: int) -> MemoryRecovered:
    """Make micro-batches smaller from now on; where one row is too much already, recompute activations, then hold fewer
    word scores at once.

    Raises MemoryProblem where nothing is left to save, and OutOfStep where ranks have parts of one model.
    """
    rows, longest = len(micro_batch.examples), micro_batch.longest
    if rows > 1 or (training.long_rows_only and micro_batch.num_padded_tokens <= training.token_budget):
        training.token_budget = micro_batch.num_padded_tokens // 2
        how = "smaller micro-batches"
    elif not training.checkpointing:
        set_checkpointing(training.model, "on")
        training.checkpointing = True
        how = "gradient checkpointing"
    elif training.divided is None and _may_hold_fewer_scores(training):
        training.scores_bytes = 1
        how = "fewer word scores at once"
    else:
        raise MemoryProblem(
            f"Even one row of {longest:,} tokens does not fit into the memory at update {update}.",
            "Everything up to the update before is kept. Close other programs and continue, or cut rows shorter.",
        )
    recovered = MemoryRecovered(update=update, token_budget=training.token_budget, rows=rows, longest=longest, how=how)
    if training.divided is not None:
        raise OutOfStep(training.ranks, recovered)
    return recovered


def _may_hold_fewer_scores(training: Training) -> bool:
    return training.head is not None and training.head.in_pieces and training.scores_bytes != 1


class OutOfStep(EngineProblem):
    """A rank ran out of memory while all put a layer together: the update cannot go on, and another worker goes on from
    the last checkpoint with what was `recovered`."""

    def __init__(self, ranks: Ranks, recovered: MemoryRecovered) -> None:
        super().__init__(
            f"GPU {ranks.rank + 1} of {ranks.world_size} ran out of memory at update {recovered.update}, and no other "
            "can go on without it.",
            "Everything up to the last checkpoint is kept. Close other programs that use the graphics card.",
        )
        self.recovered = recovered


def recompute(training: Training, *, wanted: bool) -> None:
    """Whether the layers of a model that was set up for checkpointing recompute their activations from now on."""
    if wanted != training.checkpointing:
        for layer in training.model.modules():
            if hasattr(layer, "gradient_checkpointing"):
                layer.gradient_checkpointing = wanted  # type: ignore[assignment]
        training.checkpointing = wanted


def set_seed(device: torch.device, seed: int) -> None:
    """Of what is drawn in main memory and on `device`; `torch.manual_seed` takes a millisecond for all others."""
    torch.default_generator.manual_seed(seed)
    if device.type == "mps":
        torch.mps.manual_seed(seed)
    elif device.type != "cpu":
        getattr(torch, device.type).manual_seed_all(seed)


def derived_seed(seed: int, update: int, example: int) -> int:
    """A seed for one micro-batch that depends on nothing that ran before (SplitMix64's finalizer)."""
    mixed = (seed * 0x9E3779B97F4A7C15 + update * 0xBF58476D1CE4E5B9 + example * 0x94D049BB133111EB) % 2**64
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = ((mixed ^ (mixed >> shift)) * factor) % 2**64
    return (mixed ^ (mixed >> 31)) % 2**63
