"""The promise in one line: how the examples of one update are made up, and how many devices share them."""

from __future__ import annotations

from itertools import groupby

from studio.api import Plan
from ui.state.tongue import left_to_right, tr
from ui.state.words import count, counted


def short_equation(plan: Plan, *, on_gpu: bool) -> str:
    """ "32 = 4 × 4 × 2 GPUs": rows at a time, times added up, devices. Where that is no whole product, number × rows of
    the slices: "32 = 2 × 6 + 4 × 5 on 2 GPUs".
    """
    where = counted(plan.world_size, "GPU" if on_gpu else "processor")
    if plan.times is not None:
        product = f"{count(plan.slices[0])} × {count(plan.times)} × {where}"
        return left_to_right(f"{count(plan.effective_batch_size)} = {product}")
    groups = (f"{count(len(list(group)))} × {count(rows)}" for rows, group in groupby(plan.slices))
    target, slices = count(plan.effective_batch_size), " + ".join(groups)
    return left_to_right(tr("{target} = {slices} on {where}", target=target, slices=slices, where=where))
