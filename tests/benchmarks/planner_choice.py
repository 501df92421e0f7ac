"""How close the planner's choice comes to the fastest of all that fit: every micro-batch size and checkpointing is run.

    python -m tests.benchmarks.planner_choice --data FILE [--model FOLDER] [--effective-batch 32] [--method full]

The same updates of real rows, through the engine's own steps, each choice in turn so that a busy moment hits all alike;
of its rounds the fastest counts for each update. The last line is one JSON object: `ratio_formula` and `ratio_probe`,
the throughput of the plan's choice over that of the best, which is to be 0.97 at least.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

import msgspec
import torch
from torch import nn

from studio.data.prepare import Prepared, prepare
from studio.engine.batches import MicroBatches
from studio.engine.device import set_up_processor
from studio.engine.gradients import GradientSum, add_gradient
from studio.engine.load import set_checkpointing
from studio.engine.ranks import Ranks
from studio.engine.set_up import make_training
from studio.engine.training import Training
from studio.foreman.start import process_environment
from studio.hardware.detect import detect
from studio.job import Checkpointing, Data, Full, Learning, Lora, TrainJob
from studio.models.local import read_model
from studio.paths import open_home
from studio.plan import Plan
from studio.planning.arithmetic import useful_sizes
from studio.planning.choose import plan_batch
from studio.planning.measure import measure
from studio.planning.plan_job import JobToPlan, plan_request
from studio.planning.request import PlanRequest
from studio.starter import STARTER_MODEL

GOAL = 0.97
Choice = tuple[int, Checkpointing]


def admissible(request: PlanRequest) -> dict[Choice, Plan]:
    """A plan for each micro-batch size and checkpointing that fits."""
    found: dict[Choice, Plan] = {}
    modes: tuple[Checkpointing, ...] = ("off", "on")
    for mode in modes:
        for size in useful_sizes(request.learning.effective_batch_size):
            wanted = PlanRequest(**{**vars(request), "micro_batch_size": size, "gradient_checkpointing": mode})
            if (plan := plan_batch(wanted)).fits:
                found[size, mode] = plan
    return found


def seconds_of(training: Training, update: int, plan: Plan) -> float:
    """One update split as planned, with a step of length zero: the work is the same and the weights stay."""
    set_checkpointing(training.model, plan.gradient_checkpointing)
    training.model.train()
    began = time.perf_counter()
    batch = training.batches[update]
    gradients = GradientSum(training.learns, isolated=training.isolates)
    micro_batches = MicroBatches(
        training.store, batch.examples, training.pad_token_id, training.device, packed=training.packed
    )
    while micro_batch := micro_batches.next(plan.token_budget):
        add_gradient(training, micro_batch, batch.num_target_tokens)
        gradients.add()
    gradients.install()
    nn.utils.clip_grad_norm_(training.learns, training.learning.max_grad_norm)
    training.optimizer.step()
    training.optimizer.zero_grad(set_to_none=True)
    return time.perf_counter() - began


def sweep(training: Training, plans: dict[Choice, Plan], updates: int, rounds: int) -> dict[Choice, float]:
    """Seconds of all updates for each choice."""
    fastest = dict.fromkeys(((choice, update) for choice in plans for update in range(1, updates + 1)), float("inf"))
    for _ in range(1 + rounds):  # the first prepares what later ones find
        for choice, plan in plans.items():
            for update in range(1, updates + 1):
                taken = seconds_of(training, update, plan)
                fastest[choice, update] = min(fastest[choice, update], taken)
    return {choice: sum(fastest[choice, update] for update in range(1, updates + 1)) for choice in plans}


def main() -> None:
    """Print a table and its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--model", default=str(STARTER_MODEL))
    parser.add_argument("--effective-batch", type=int, default=32)
    parser.add_argument("--method", choices=("lora", "full"), default="lora")
    parser.add_argument("--precision", choices=("float32", "bfloat16"), default="float32")
    parser.add_argument("--max-seq-len", type=int)
    parser.add_argument("--updates", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    job = TrainJob(
        name="choice",
        model=str(Path(asked.model).resolve()),
        data=Data(train=str(Path(asked.data).resolve()), max_seq_len=asked.max_seq_len),
        method=Lora() if asked.method == "lora" else Full(),
        precision=asked.precision,
        learning=Learning(effective_batch_size=asked.effective_batch),
    )
    with tempfile.TemporaryDirectory() as folder:
        facts = read_model(job.model)
        data = Path(folder) / "data"
        prepared = prepare(job.data, Path(job.model), data, max_positions=facts.max_positions, seed=0)
        device = detect().devices[-1]
        rows = prepared.train
        request = plan_request(
            JobToPlan(job=job, facts=facts, lengths=rows.lengths, num_targets=rows.num_targets, device=device)
        )
        began = time.perf_counter()
        measurement = measure(job, request, "probe", open_home(folder), data=data, environment=process_environment())
        probe_seconds = time.perf_counter() - began
        by_probe = PlanRequest(**{**vars(request), "measurement": measurement})
        set_up_processor(facts)
        figures = compare(job, prepared, request, by_probe, asked.updates, asked.rounds)
    print(json.dumps({**figures, "probe_seconds": round(probe_seconds, 1), "goal": GOAL}))


def compare(
    job: TrainJob, prepared: Prepared, by_formula: PlanRequest, by_probe: PlanRequest, updates: int, rounds: int
) -> dict[str, object]:
    """Run everything and put the two choices in relation to the best."""
    plans = admissible(by_formula)
    chosen = {"formula": plan_batch(by_formula), "probe": plan_batch(by_probe)}
    training = make_training(job, prepared, chosen["formula"], torch.device("cpu"), Ranks())
    taken = sweep(training, plans, updates, rounds)
    best = min(taken, key=lambda choice: taken[choice])
    predicted = admissible(by_probe)
    print(f"{'at a time':>9} {'checkpointing':>13} {'s/update':>9} {'of best':>8} {'formula':>8} {'probe':>8}")
    for (size, mode), seconds in sorted(taken.items(), key=lambda each: each[1]):
        told = predicted.get((size, mode))
        print(
            f"{size:>9} {mode:>13} {seconds / updates:>9.3f} {taken[best] / seconds:>8.3f} "
            f"{plans[size, mode].seconds_per_update:>8.3f} {told.seconds_per_update if told else float('nan'):>8.3f}"
        )
    figures: dict[str, object] = {"choices": len(taken), "best": best, "seconds_per_update": taken[best] / updates}
    for name, plan in chosen.items():
        choice: Choice = (plan.micro_batch_size, plan.gradient_checkpointing)
        figures |= {f"chosen_{name}": choice, f"ratio_{name}": round(taken[best] / taken[choice], 4)}
    return msgspec.to_builtins(figures)


if __name__ == "__main__":
    main()
