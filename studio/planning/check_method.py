"""Refuses ways of learning that contradict each other or the model."""

from __future__ import annotations

from studio.errors import PlanProblem
from studio.job import Lora, TrainJob
from studio.models.local import ModelFacts


def check_method(job: TrainJob, facts: ModelFacts) -> None:
    """Raises PlanProblem where the method cannot work with this model."""
    method = job.method
    if job.learning.router_balance and not facts.num_experts:
        raise PlanProblem(
            f"{facts.name} has no experts to keep in balance.",
            "Leave the balance of experts out, or choose a mixture of experts.",
        )
    if job.sample_prompts and job.task != "write":
        raise PlanProblem(
            "A model that learns labels writes no answers to prompts.",
            "Leave the prompts out; the labels of held-out rows are shown at the end.",
        )
    if not isinstance(method, Lora):
        return
    if job.from_scratch:
        raise PlanProblem(
            "A small adapter cannot learn from random weights beside it.",
            "Choose the method that trains every weight, or a model that has learnt already.",
        )
    if facts.num_experts and method.quantization is not None:
        raise PlanProblem(
            f"The experts of {facts.name} cannot be compressed, and they are most of its weights.",
            "Train it without compression, or choose a model without experts.",
        )
    if facts.num_experts and not method.targets and (method.dropout or method.decomposed):
        raise PlanProblem(
            f"An adapter on the experts of {facts.name} works without dropout and without learning lengths apart only.",
            "Turn both off, or put the adapter on the attention alone.",
        )
