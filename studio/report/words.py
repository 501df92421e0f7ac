"""What a report advises, and how it says what was done for a paper; pure functions."""

from __future__ import annotations

from pathlib import Path

from studio.events import DataEncoded, ModelLoaded
from studio.job import Lora, TrainJob
from studio.plan import Plan
from studio.planning.arithmetic import equation
from studio.planning.measured import versions
from studio.planning.plan_job import peak_learning_rate
from studio.runs.story import RunState, RunStory


def next_steps(name: str, state: RunState, story: RunStory, job: TrainJob) -> tuple[str, ...]:
    """What to do with the run now, the most useful first."""
    if state in ("failed", "stopped", "interrupted"):
        steps = [f"Go on from update {story.checkpoint.update:,}: nightshift resume {name}"] if story.checkpoint else []
        if state == "failed" and story.ended and story.ended.hint:
            steps.insert(0, story.ended.hint)
        return tuple(steps or ["Nothing was learnt yet; start it again when what stopped it is mended."])
    if state != "finished":
        return (f"Look again later: nightshift report {name}",)
    steps = [f"The result is in {story.result.folder}."] if story.result else []
    best, first, last = story.best, *(story.evaluations[index] if story.evaluations else None for index in (0, -1))
    if best is None or first is None or last is None:
        return (
            *steps,
            "No rows were held out, so nobody can tell whether it learned or memorised. Of 100 rows or more some are "
            "held out by themselves; for fewer, --held-out names a file of rows to check with.",
        )
    if best.update == 0:
        steps.append(
            "The held-out loss never fell below that of the model before: a lower learning rate is worth a try."
        )
    elif best.update < last.update and last.eval_loss > best.eval_loss * 1.02:
        kept = " The result holds the best weights." if job.keep == "best" else " The result holds the last weights."
        steps.append(f"After update {best.update:,} the held-out loss rose again: fewer updates would do.{kept}")
    elif best.update == last.update and first.eval_loss - best.eval_loss > 0:
        steps.append("The held-out loss was still falling at the end: more updates may help.")
    return tuple(steps)


def methods(job: TrainJob, story: RunStory) -> str:
    """For a paper: everything that another would need to do the same."""
    learning = job.learning
    method = (
        f"low-rank adapters (rank {job.method.rank}, alpha {job.method.alpha:g}"
        f"{', decomposed' if job.method.decomposed else ''}"
        f"{f', frozen weights in {job.method.quantization}' if job.method.quantization else ''})"
        if isinstance(job.method, Lora)
        else "all weights"
    )
    size = f"{learning.effective_batch_size} {'example' if learning.effective_batch_size == 1 else 'examples'}"
    name, how = Path(job.model).name, "trained from random weights" if job.from_scratch else "fine-tuned"
    sentences = [
        f"{name} was {how} with {method}{_on_rows(story.data)}.",
        f"Each of {story.update:,} updates ({story.updates:,} planned) learnt from exactly {size}; the loss was the "
        "cross-entropy summed over target tokens and divided once by their number.",
        f"Optimizer {learning.optimizer}, {_rate(job)}, weight decay {learning.weight_decay:g}, gradient norm clipped "
        f"at {learning.max_grad_norm:g}, seed {learning.seed}.",
        _machine(story.model, story.plan),
        f"Software: {', '.join(versions())}.",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _on_rows(data: DataEncoded | None) -> str:
    if data is None:
        return ""
    return (
        f" on {data.rows:,} rows ({data.num_target_tokens:,} target tokens an epoch, at most {data.max_seq_len:,} "
        f"tokens a row; {data.held_out_rows:,} rows held out; dataset SHA-256 {data.dataset_hash})"
    )


def _rate(job: TrainJob) -> str:

    learning = job.learning
    return (
        f"peak learning rate {peak_learning_rate(job):g} ({learning.schedule}, warm-up {learning.warmup_fraction:.0%})"
    )


def _machine(model: ModelLoaded | None, plan: Plan | None) -> str:
    if model is None:
        return ""
    split = f", each update {equation(plan)}" if plan else ""
    share = f"{model.trainable_parameters:,} of {model.parameters:,} parameters learnt"
    return f"{share} on {model.device} in {model.precision}{split}."
