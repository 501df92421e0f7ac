"""Compares base and tuned model on rows that were never learnt from and on a general text."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray

from studio.after import Judged, JudgeJob, Progressed, Side
from studio.data.encode import encode_document
from studio.data.store import Example, ExampleStore
from studio.data.tokenizer import TextTokenizer
from studio.durable import disk_problem, write_file
from studio.engine.batches import MicroBatch, MicroBatches
from studio.engine.evaluate import write_answers
from studio.engine.gradients import unless_out_of_memory
from studio.engine.head import Head, find_head
from studio.engine.loss import autocast, states_at_targets, sum_token_loss
from studio.engine.outcome import Outcome, Tell, load_outcome
from studio.errors import MemoryProblem
from studio.judging.judgement import Judgement, RowJudged, Scored, judgement_file
from studio.judging.questions import HeldOutQuestion, held_out_questions
from studio.judging.statistics import compare_losses, confusion, normalised
from studio.judging.verdict import Curve, judge_run
from studio.paths import ASSETS
from studio.runs.folder import RunFolder

_GENERAL = ASSETS / "general.txt"
_BLOCK = 128
"""Tokens of the general text in one example."""
_TOKENS_AT_ONCE = 4096
_ROWS_AT_ONCE = 16
_LONGEST_ANSWER = 128
_SHOWN = 8
_SIDES: tuple[Side, Side] = ("base", "tuned")

Losses = dict[Side, NDArray[np.float64]]


def judge(job: JudgeJob, tell: Tell, look: Callable[[], None]) -> Judged:
    """Judge a run and keep the judgement in its folder. `look` may raise to end it. Raises StudioError."""
    began = time.monotonic()
    run = RunFolder(Path(job.run))
    outcome = load_outcome(run, job.device, tell)
    held_out = outcome.prepared.held_out
    writes = outcome.labels is None
    questions = held_out_questions(outcome.prepared, Path(outcome.job.model), job.answers)
    losses: Losses = {}
    general: Losses = {}
    answers: dict[Side, list[str]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        text = _general_text(Path(outcome.job.model), Path(scratch)) if writes else None
        for side in _SIDES:
            tell(Progressed(stage="asking base" if side == "base" else "asking tuned"))
            with outcome.model(side) as model, torch.no_grad():
                head = find_head(model)
                if held_out is not None:
                    losses[side] = row_losses(outcome, model, head, held_out, look)
                if text is not None:
                    general[side] = row_losses(outcome, model, head, text, look)
                if writes:
                    answers[side] = _written(outcome, model, questions, tell, look)
                elif held_out is not None:
                    answers[side] = _labels(outcome, head, held_out, questions, look)
        judgement = _judgement(outcome, losses, general, text, questions, answers, time.monotonic() - began)
    file = judgement_file(run)
    try:
        write_file(file, msgspec.json.encode(judgement))
    except OSError as problem:
        raise disk_problem(problem, "The judgement could not be kept") from problem
    return Judged(file=str(file))


def _judgement(
    outcome: Outcome,
    losses: Losses,
    general: Losses,
    text: ExampleStore | None,
    questions: Sequence[HeldOutQuestion],
    answers: dict[Side, list[str]],
    seconds: float,
) -> Judgement:
    held_out, story = outcome.prepared.held_out, outcome.story
    on_held_out = compare_losses(losses["base"], losses["tuned"], held_out.num_targets) if held_out else None
    on_general = compare_losses(general["base"], general["tuned"], text.num_targets) if text else None
    curve = Curve(
        train_losses=story.curves.train_loss,
        eval_losses=[(each.update, each.eval_loss) for each in story.evaluations],
        updates_per_epoch=story.updates_per_epoch,
    )
    rows = _rows(outcome, losses, questions, answers) if held_out else []
    return Judgement(
        verdict=judge_run(curve, on_held_out, on_general),
        held_out=on_held_out,
        general=on_general,
        base=_scored(outcome, questions, answers.get("base", [])),
        tuned=_scored(outcome, questions, answers.get("tuned", [])),
        best=tuple(sorted(rows, key=lambda each: each.after - each.before)[:_SHOWN]),
        worst=tuple(sorted(rows, key=lambda each: -each.after)[:_SHOWN]),
        samples=tuple(each for each in rows if each.tuned is not None)[:_SHOWN],
        update=(story.result.update if story.result else None) or story.update,
        device=outcome.device_name,
        seconds=seconds,
    )


def row_losses(
    outcome: Outcome, model: Any, head: Head | None, store: ExampleStore, look: Callable[[], None]
) -> NDArray[np.float64]:
    """(rows,) the loss of each example in nats, summed over its targets. Raises MemoryProblem."""
    found = torch.zeros(len(store), dtype=torch.float64)

    def one(micro_batch: MicroBatch) -> None:
        with autocast(outcome.device, outcome.precision):
            losses = sum_token_loss(model, head, micro_batch)[1]
        found.index_add_(0, micro_batch.places.cpu(), losses.double().cpu())

    _each(outcome, store, one, look)
    return found.numpy()


def _each(outcome: Outcome, store: ExampleStore, work: Callable[[MicroBatch], None], look: Callable[[], None]) -> None:
    """Do `work` with micro-batches of all rows, smaller ones where the device runs out of memory."""
    micro_batches = MicroBatches(store, np.arange(len(store)), outcome.pad_token_id, outcome.device)
    budget = _TOKENS_AT_ONCE
    while micro_batch := micro_batches.next(budget):
        look()
        done = unless_out_of_memory(lambda each=micro_batch: (work(each), True), outcome.device)
        if done is None:
            micro_batches.give_back(micro_batch)
            if len(micro_batch.examples) == 1:
                raise MemoryProblem(
                    "Even one row does not fit into the memory.", "Choose --device cpu.", remedy="other device"
                )
            budget = micro_batch.num_padded_tokens // 2


def _written(
    outcome: Outcome, model: Any, questions: Sequence[HeldOutQuestion], tell: Tell, look: Callable[[], None]
) -> list[str]:
    """The greedy answers of a model."""
    asked: Any = SimpleNamespace(  # as much of a Training as answering needs
        model=model, pad_token_id=outcome.pad_token_id, device=outcome.device, precision=outcome.precision
    )
    longest = max((each.expected_tokens for each in questions), default=0)
    written: list[str] = []
    for first in range(0, len(questions), _ROWS_AT_ONCE):
        look()
        tell(Progressed(stage="answering rows", done=first, total=len(questions)))
        some = [each.prompt_tokens for each in questions[first : first + _ROWS_AT_ONCE]]
        written += write_answers(
            asked,
            outcome.tokenizer,
            some,
            outcome.prepared.end_tokens,
            max_new_tokens=min(longest + 4, _LONGEST_ANSWER),
        )
    return [each.strip() for each in written]


def _labels(
    outcome: Outcome,
    head: Head | None,
    store: ExampleStore,
    questions: Sequence[HeldOutQuestion],
    look: Callable[[], None],
) -> list[str]:
    """The labels that a model gives to the rows of the questions, those of words joined by spaces."""
    assert head is not None, "a model that gives labels is refused where its parts are unknown"
    names = outcome.prepared.labels
    given: dict[int, list[str]] = {}

    def one(micro_batch: MicroBatch) -> None:
        with autocast(outcome.device, outcome.precision):
            best = head.finish(head.layer(states_at_targets(head, micro_batch))).argmax(1)
        for place, label in zip(micro_batch.places.tolist(), best.tolist(), strict=True):
            given.setdefault(place, []).append(names[label])

    _each(outcome, store, one, look)
    return [" ".join(given.get(each.example, [])) for each in questions]


def _general_text(model: Path, folder: Path) -> ExampleStore:
    """The general text that comes with the program, in blocks, every token learnt."""
    tokens = encode_document(_GENERAL.read_text(encoding="utf-8"), TextTokenizer(model))
    blocks = [tokens[first : first + _BLOCK] for first in range(0, len(tokens), _BLOCK)]
    return ExampleStore.write(
        folder / "general",
        (Example(block, np.ones(len(block), np.bool_), number + 1) for number, block in enumerate(blocks)),
    )


def _scored(outcome: Outcome, questions: Sequence[HeldOutQuestion], answers: Sequence[str]) -> Scored | None:
    """None where nothing was answered."""
    if not answers or not questions:
        return None
    expected, given = [each.expected for each in questions], list(answers)
    names = outcome.prepared.labels
    if outcome.job.task == "tag":  # each word is an answer
        expected = [word for each in expected for word in each.split(" ")]
        given = [word for each in given for word in each.split(" ")]
    pairs = list(zip(expected, given, strict=True))
    return Scored(
        rows=len(pairs),
        exact=sum(wanted.strip() == found.strip() for wanted, found in pairs),
        normalised=sum(normalised(wanted) == normalised(found) for wanted, found in pairs),
        confusion=confusion(expected, given, names),
    )


def _rows(
    outcome: Outcome, losses: Losses, questions: Sequence[HeldOutQuestion], answers: dict[Side, list[str]]
) -> list[RowJudged]:
    """The held-out rows that were asked about."""
    store = outcome.prepared.held_out
    assert store is not None
    rows: list[RowJudged] = []
    for number, each in enumerate(questions):
        targets = int(store.num_targets[each.example])
        said = {side: found[number] for side, found in answers.items()}
        rows.append(
            RowJudged(
                row=store.row(each.example),
                question=each.question,
                expected=each.expected,
                before=float(losses["base"][each.example]) / targets,
                after=float(losses["tuned"][each.example]) / targets,
                base=said.get("base"),
                tuned=said.get("tuned"),
            )
        )
    return rows
