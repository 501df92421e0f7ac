"""A target in tokens, for plain text that is joined into blocks: how many blocks that is, exactly or not at all."""

from __future__ import annotations

import msgspec

from studio.data.pipeline import BLOCK_BY_DEFAULT
from studio.errors import PlanProblem
from studio.job import TrainJob


def blocks_in(tokens: int, block: int) -> int:
    """How many blocks of so many tokens make the target. Raises PlanProblem where that is no whole number."""
    blocks, rest = divmod(tokens, block)
    if tokens > 0 and not rest:
        return blocks
    above = (max(blocks, 0) + 1) * block
    nearest = f"{blocks * block:,} or {above:,}" if blocks > 0 else f"{above:,}"
    raise PlanProblem(
        f"A target of {tokens:,} tokens is no whole number of blocks of {block:,} tokens.",
        f"Choose {nearest} tokens, or another length of the blocks (max_seq_len).",
    )


def in_blocks(job: TrainJob, max_positions: int) -> TrainJob:
    """The job with its target in tokens written out in blocks, whose length is fixed then; others as they are.

    Raises PlanProblem where the target is no whole number of blocks, or the job joins no texts.
    """
    tokens = job.learning.effective_batch_tokens
    if tokens is None:
        return job
    if job.data.pack is False or job.task != "write":
        raise PlanProblem(
            "A target in tokens needs plain text that is joined into blocks, and this job joins none.",
            "Give the target in examples, or join the texts.",
        )
    block = max(2, min(max_positions, job.data.max_seq_len or BLOCK_BY_DEFAULT))
    learning = msgspec.structs.replace(job.learning, effective_batch_size=blocks_in(tokens, block))
    return msgspec.structs.replace(job, learning=learning, data=msgspec.structs.replace(job.data, max_seq_len=block))


def check_blocks(job: TrainJob, shape: str, block: int) -> None:
    """Raises PlanProblem where a target in tokens is not what `effective_batch_size` examples of these data hold.

    `shape`: of the data, as a report has it; `block`: tokens of its longest example.
    """
    tokens = job.learning.effective_batch_tokens
    if tokens is None:
        return
    if shape != "text":
        raise PlanProblem(
            "The target is in tokens, and these rows are not joined into blocks: each is an example of its own length.",
            "Give the target in examples, or choose plain text.",
        )
    length = job.data.max_seq_len or block
    if tokens != job.learning.effective_batch_size * length:
        blocks_in(tokens, length)
        raise PlanProblem(
            f"{job.learning.effective_batch_size:,} blocks of {length:,} are not the target of {tokens:,} tokens.",
            f"Set the effective batch to {tokens // length:,} blocks, or leave the target in tokens out.",
        )
