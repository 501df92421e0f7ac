"""Carries out a train job, from the request to the result; resumes where there is a checkpoint."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import psutil
import torch

from studio import __version__
from studio.data.prepare import Prepared
from studio.data.prompts import Prompt, held_out_prompts, typed_prompts
from studio.engine.after_update import AfterUpdate
from studio.engine.before_and_after import BeforeAndAfter
from studio.engine.checkpoint import Checkpoints, Origin
from studio.engine.checks import Checks, load_or_refuse
from studio.engine.control import Cancelled, Control
from studio.engine.evaluate import updates_between_checks
from studio.engine.exchange import measure_exchange
from studio.engine.gradients import OutOfStep
from studio.engine.load import count_parameters, load_tokenizer
from studio.engine.numbers import AfterBadNumbers
from studio.engine.other_ranks import OtherRanks, RankLost
from studio.engine.planner import Emit, Planner, stage
from studio.engine.ranks import Ranks
from studio.engine.result import model_card, save_result
from studio.engine.samples import LONGEST, Samples
from studio.engine.set_up import divide_model, find_ways, make_training
from studio.engine.split_check import check_split
from studio.engine.streamed import can_stream
from studio.engine.train import train
from studio.engine.training import Training
from studio.engine.watching import Watching
from studio.errors import MemoryProblem, NumbersProblem
from studio.events import (
    ModelLoaded,
    PlanMade,
    TrainingFinished,
    TrainingStarted,
    TrainingStopped,
)
from studio.job import Full, Order, TrainJob
from studio.models.fingerprint import fingerprint_of
from studio.models.local import ModelFacts, read_model
from studio.plan import Plan
from studio.planning.calibration import note_run
from studio.runs.folder import RunFolder
from studio.runs.pulse import Pulse
from studio.runs.resumed import job_as_resumed
from studio.runs.row_losses import RowLosses
from studio.runs.story import RunStory
from studio.runs.watch import read_run

StartRanks = Callable[[RunFolder, int, Emit], OtherRanks]
"""For that many ranks in all; where there are other ones already, they stay."""


def run_training(
    run: RunFolder,
    order: Order,
    facts: ModelFacts,
    prepared: Prepared,
    emit: Emit,
    foreman_gone: Callable[[], bool],
    start_ranks: StartRanks = OtherRanks,
) -> bool:
    """Train as `job.json` of the run asks. True when finished, False where someone asked to stop before.

    Raises StudioError, Cancelled and ForemanGone.
    """
    job = job_as_resumed(run)
    with start_ranks(run, job.world_size or 1, emit) as others:
        job = msgspec.structs.replace(job, world_size=others.ranks.world_size)
        try:
            return _train_with(others, run, job, order, facts, prepared, emit, foreman_gone)
        except OutOfStep as problem:
            emit(problem.recovered)
            raise


def _train_with(
    others: OtherRanks,
    run: RunFolder,
    job: TrainJob,
    order: Order,
    facts: ModelFacts,
    prepared: Prepared,
    emit: Emit,
    foreman_gone: Callable[[], bool],
) -> bool:
    history = read_run(run)
    world_size = None if run.torchrun_file.exists() else others.ranks.world_size
    control = Control(run.commands, order.commands_from, foreman_gone, others.look, Pulse(run), world_size)
    belongs_to = Origin(
        job_hash=hashlib.sha256(run.job_file.read_bytes()).hexdigest(),
        dataset_hash=prepared.report.dataset_hash,
        model_hash=fingerprint_of(Path(job.model)),
    )
    planner = Planner(run, job, facts, prepared, history.story.plan, control, emit)
    training, plan = _set_up(others, job, facts, prepared, planner, order.attempt, belongs_to, emit)
    tokenizer = _tokenizer(job, prepared)
    checkpoints = Checkpoints(run.checkpoints, belongs_to, order.attempt)
    anew = _meet(others, training, plan, planner, checkpoints, control, emit, had_one=history.story.has_checkpoint)
    samples = _samples(job, prepared, training, tokenizer, facts.max_positions, control, emit)
    every = job.checkpoint_every_seconds
    checks = Checks(training, prepared.held_out, samples, checkpoints, control, emit, every)
    emit(
        TrainingStarted(
            from_update=training.update,
            updates=training.updates,
            updates_per_epoch=training.batches.per_epoch,
            attempt=order.attempt,
            world_size=training.ranks.world_size,
        )
    )
    answers = _answers(training, tokenizer, prepared, history.story, emit)
    answers.before_learning()
    if anew:
        checks.evaluate()
        if job.learning.after_bad_numbers == "go back":
            checks.save()
    stage(emit, "training")
    begins_at, watching = training.update, Watching(training, plan, emit)
    try:
        finished = train(
            training,
            emit=emit,
            control=control,
            evaluate=checks.evaluate,
            evaluate_every=updates_between_checks(training, prepared.held_out),
            sample=checks.sample,
            save=checks.save,
            save_every_seconds=every,
            after_update=AfterUpdate(RowLosses(run.row_losses, job.learning.effective_batch_size), watching, emit),
            after_bad_numbers=AfterBadNumbers(training, checks.go_back, emit),
        )
    except (NumbersProblem, MemoryProblem, RankLost):
        if training.divided is None:  # else the others would be needed
            checks.save()
        raise
    except Cancelled as cancelled:
        cancelled.update = training.update
        raise
    together = training.update == training.updates and answers.by_all_ranks
    if not together:
        others.dismiss()
    stage(emit, "saving")
    if training.divided is None:
        checks.save()
    else:
        training, answers = _in_one_piece(job, prepared, plan, tokenizer, history.story, checkpoints, emit)
    last = training.update
    if job.keep == "best":
        checkpoints.load_best(training)
    history.poll()
    note_run(run.home, history.story, job.method, from_update=begins_at, outside_bytes=watching.outside_bytes)
    emit(save_result(training, tokenizer, job, run.result, _card(job, prepared, training, history.story)))
    answers.after_learning(together=together)
    others.dismiss()
    early = last < training.updates
    emit(TrainingFinished(update=last, early=early) if finished else TrainingStopped(update=last, by="stop"))
    return finished


def _meet(
    others: OtherRanks,
    training: Training,
    plan: Plan,
    planner: Planner,
    checkpoints: Checkpoints,
    control: Control,
    emit: Emit,
    *,
    had_one: bool,
) -> bool:
    """All ranks have what the newest checkpoint has. True where there never was one and the first update was checked.

    Raises CheckpointProblem where the run `had_one` and none can be read.
    """
    others.join(training.device, control.ask)
    if plan.divided:
        divide_model(training)
    resumed_from = load_or_refuse(checkpoints, training, emit, had_one=had_one)
    training.ranks.as_on_first(training.learns)
    if training.ranks.world_size > 1:
        planner.note_exchange(measure_exchange(training.ranks, training.device))
    if resumed_from is None:
        _check(training, control, emit)
    return resumed_from is None


def _set_up(
    others: OtherRanks,
    job: TrainJob,
    facts: ModelFacts,
    prepared: Prepared,
    planner: Planner,
    attempt: int,
    belongs_to: Origin,
    emit: Emit,
) -> tuple[Training, Plan]:
    """Model and optimizer as planned, on the device that trains; the other ranks begin to do the same."""
    stage(emit, "loading model")
    devices, cards = others.choose_devices(job, facts)
    described = min(cards, key=lambda each: each.free_bytes)
    plan = planner.plan_for(cards, others.hosts)
    if not plan.fits and described.is_gpu:
        emit(PlanMade(plan=plan))
        what, *ways_out = plan.reasons
        raise MemoryProblem(f"It does not fit on {described.name}. {what}", " ".join(ways_out))
    others.give(attempt, devices, plan, belongs_to)
    training = make_training(job, prepared, plan, devices[0], others.ranks)
    parameters, trainable = count_parameters(training.model)
    emit(
        ModelLoaded(
            parameters=parameters if trainable == parameters else parameters - trainable,
            trainable_parameters=trainable,
            device=described.name,
            precision=plan.precision,
        )
    )
    stage(emit, "planning")
    emit(PlanMade(plan=plan))
    return training, plan


def _in_one_piece(
    job: TrainJob,
    prepared: Prepared,
    plan: Plan,
    tokenizer: Any,
    earlier: RunStory,
    checkpoints: Checkpoints,
    emit: Emit,
) -> tuple[Training, BeforeAndAfter]:
    """A model that was divided among ranks, which have left, as the newest checkpoint has it.

    All weights that learn stay in its file. What the model answered before is asked where it fits into main memory.
    """
    whole, cpu = msgspec.structs.replace(plan, divided=False), torch.device("cpu")
    in_files = isinstance(job.method, Full) and can_stream(job)
    if in_files and prepared.questions and earlier.before is None and _fits_main_memory(job):
        base = make_training(job, prepared, whole, cpu, Ranks())
        _answers(base, tokenizer, prepared, earlier, emit).before_learning()
        del base
    training = make_training(job, prepared, whole, cpu, Ranks(), in_files=in_files)
    answers = _answers(training, tokenizer, prepared, earlier, emit)
    if not in_files:
        answers.before_learning()
    load_or_refuse(checkpoints, training, emit, had_one=True)
    if in_files:
        find_ways(training)
    return training, answers


def _fits_main_memory(job: TrainJob) -> bool:
    """Whether all of its weights do at once, in float32."""
    return 4 * read_model(job.model).parameters < psutil.virtual_memory().available


def _answers(training: Training, tokenizer: Any, prepared: Prepared, earlier: RunStory, emit: Emit) -> BeforeAndAfter:
    return BeforeAndAfter(training, tokenizer, prepared, asked_before=earlier.before is not None, emit=emit)


def _tokenizer(job: TrainJob, prepared: Prepared) -> Any:
    """The one that goes with the result, which is then asked the way it was taught."""
    tokenizer = load_tokenizer(Path(job.model))
    if prepared.plain_template:
        tokenizer.chat_template = prepared.plain_template
    return tokenizer


def _check(training: Training, control: Control, emit: Emit) -> None:
    """Refuse to start where two splits of the first update disagree."""
    stage(emit, "checking")
    check = check_split(training, control, emit)
    if check is None:
        return
    emit(check)
    if not check.agreed:
        raise NumbersProblem(
            f"Two ways of splitting the first update disagree by {check.relative_error:.1%}.",
            "Training would not be the experiment you asked for, so it was not started. Report this model.",
        )


def _samples(
    job: TrainJob,
    prepared: Prepared,
    training: Training,
    tokenizer: Any,
    max_positions: int,
    control: Control,
    emit: Emit,
) -> Samples:
    """The run's own prompts; where it has none and someone asks, the first two held-out questions."""
    folder = Path(job.model)
    is_text = prepared.report.shape == "text"

    def short(prompts: Sequence[Prompt]) -> list[Prompt]:
        return [Prompt(each.text, each.tokens[-max(1, max_positions - LONGEST) :]) for each in prompts]

    def from_held_out() -> list[Prompt]:
        if prepared.held_out is None or prepared.labels:
            return []
        questions = [Prompt(each.question, each.prompt_tokens) for each in prepared.questions[:2]]
        return short(questions or held_out_prompts(prepared.held_out, 2, folder))

    typed = short(typed_prompts(job.sample_prompts, folder, is_text=is_text)) if job.sample_prompts else []
    return Samples(training, tokenizer, typed, from_held_out, prepared.end_tokens, control, emit)


def _card(job: TrainJob, prepared: Prepared, training: Training, story: RunStory) -> str:
    import peft
    import transformers

    losses = (
        f"Held-out loss {story.evaluations[0].eval_loss:.3f} before, {story.evaluations[-1].eval_loss:.3f} after"
        if story.evaluations
        else "No rows were held out"
    )
    versions = (
        f"Nightshift Studio {__version__}, torch {torch.__version__}, "
        f"transformers {transformers.__version__}, peft {peft.__version__}"
    )
    return model_card(
        job, prepared.report.dataset_hash, len(prepared.train), training.update, losses, versions, prepared.labels
    )
