"""Puts the data of a run into the run's own folder: later changes to the user's files cannot matter."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import msgspec

from studio.data.content import Document
from studio.data.conversation import Conversation
from studio.data.encode import encode_prompt, render
from studio.data.encoded import Tell, quiet
from studio.data.labelled import Labelled, Tagged
from studio.data.pipeline import Reader
from studio.data.preflight import Examined, examine
from studio.data.problem import Problems
from studio.data.report import DatasetReport
from studio.data.store import ExampleStore
from studio.durable import disk_problem, write_file
from studio.errors import DatasetProblem, ModelProblem
from studio.job import Data, Task
from studio.models.local import read_model

_SHOWN = 12
"""Held-out rows shown with the labels that the model gives them."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A held-out row to be answered and compared with the right answer."""

    prompt_tokens: tuple[int, ...]
    """Everything before the answer, as the model saw it in training; empty where labels are learnt."""
    question: str
    expected: str


class _Saved(msgspec.Struct, frozen=True, kw_only=True):
    """prepared.json: what is not in the stores."""

    report: DatasetReport
    questions: tuple[Question, ...]
    end_tokens: tuple[int, ...]
    plain_template: str
    labels: tuple[str, ...] = ()


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """Data ready to train on."""

    train: ExampleStore
    held_out: ExampleStore | None
    report: DatasetReport
    questions: tuple[Question, ...]
    """As many as asked for, the first ones in file order; none for plain text; a few where labels are learnt."""
    end_tokens: tuple[int, ...]
    """Tokens after any of which an answer is over."""
    plain_template: str
    """The way of writing conversations that was used because the model has none, to be saved with the result; else
    empty."""
    labels: tuple[str, ...] = ()
    """Names of the labels by number; empty where the model learns to write."""


def prepare(
    data: Data,
    model_folder: Path,
    folder: Path,
    *,
    max_positions: int,
    seed: int,
    task: Task = "write",
    cache: Path | None = None,
    tell: Tell = quiet,
) -> Prepared:
    """Read, check and encode the data into `folder`; what is in `cache` is shared with it instead of encoded again.

    `tell` hears how far it is and may raise to end it. Raises DatasetProblem, ModelProblem or DiskProblem. What is
    wrong with single rows is in the report.
    """
    _make_folder(folder)
    encoded = cache or folder / "encoded"
    examined = examine(data, model_folder, encoded, max_positions=max_positions, seed=seed, task=task, tell=tell)
    _check_known(examined, model_folder)
    report = examined.report
    train = ExampleStore.select(folder / "train", examined.train.encoded.folder, examined.train_places)
    held_out = None
    if len(examined.chosen):
        source = examined.held_out.encoded.folder
        held_out = ExampleStore.select(folder / "held_out", source, examined.held_out_places)
    reader = Reader(model_folder)
    saved = _Saved(
        report=msgspec.structs.replace(report, dataset_hash=_fingerprint(train, held_out, report.labels)),
        questions=_questions(examined, held_out, reader, _SHOWN if report.labels else data.score_answers),
        end_tokens=reader.end_tokens,
        plain_template=reader.template.source if report.chat_template == "plain" else "",
        labels=report.labels,
    )
    if cache is None:
        shutil.rmtree(encoded, ignore_errors=True)
    try:
        write_file(folder / "prepared.json", msgspec.json.encode(saved))
    except OSError as problem:
        raise disk_problem(problem, "The encoded rows could not be written") from problem
    return _prepared(saved, train, held_out)


def load_prepared(folder: Path) -> Prepared:
    """What `prepare` left in `folder`; the user's files are not needed. Raises DatasetProblem where some is gone."""
    try:
        saved = msgspec.json.decode((folder / "prepared.json").read_bytes(), type=_Saved)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as problem:
        raise DatasetProblem(
            f"The encoded rows in {folder} are incomplete.", "Start a new run from your file.", kind="damaged-store"
        ) from problem
    train = ExampleStore.open(folder / "train")
    held_out = ExampleStore.open(folder / "held_out") if saved.report.held_out_rows else None
    return _prepared(saved, train, held_out)


def is_as_encoded(prepared: Prepared) -> bool:
    """Whether all tokens, targets, offsets and labels on the disk still have the fingerprint they had."""
    try:
        return _fingerprint(prepared.train, prepared.held_out, prepared.labels) == prepared.report.dataset_hash
    except DatasetProblem:  # places that lead out of the files
        return False


def _prepared(saved: _Saved, train: ExampleStore, held_out: ExampleStore | None) -> Prepared:
    return Prepared(
        train=train,
        held_out=held_out,
        report=saved.report,
        questions=saved.questions,
        end_tokens=saved.end_tokens,
        plain_template=saved.plain_template,
        labels=saved.labels,
    )


def _questions(examined: Examined, held_out: ExampleStore | None, reader: Reader, number: int) -> tuple[Question, ...]:
    """The first held-out rows as questions; their file is read again, as far as needed."""
    side = examined.held_out
    if held_out is None or not number or side.dataset.shape.kind == "text":
        return ()
    sources = side.cut.sources[examined.chosen[:number]].tolist()
    wanted = {side.place(row): example for example, row in enumerate(sources)}
    questions: dict[int, Question] = {}
    for usable in side.dataset.rows(Problems()):
        example = wanted.get((usable.row.file, usable.row.number))
        if example is None:
            continue
        match usable.content:
            case Conversation():
                questions[example] = _question(usable.content, reader)
            case Labelled() | Tagged():
                labels = held_out.labels(example)
                assert labels is not None
                expected = " ".join(examined.report.labels[int(each)] for each in labels if each >= 0)
                questions[example] = Question(prompt_tokens=(), question=usable.content.text, expected=expected)
            case Document():
                pass
        if len(questions) == len(wanted):
            break
    return tuple(questions[example] for example in sorted(questions))


def _question(conversation: Conversation, reader: Reader) -> Question:
    last = max(number for number, learnt in enumerate(conversation.learnt) if learnt)
    asked = [message for message in conversation.messages[:last] if message["role"] == "user"]
    return Question(
        prompt_tokens=encode_prompt(
            render(conversation, reader.template, reader.tokenizer, prompt_only=True), reader.tokenizer
        ),
        question=str(asked[-1].get("content") or "") if asked else "",
        expected=str(conversation.messages[last].get("content") or "").strip(),
    )


def _fingerprint(train: ExampleStore, held_out: ExampleStore | None, labels: tuple[str, ...]) -> str:
    """sha256 over the tokens, targets, offsets and labels of both."""
    both = train.fingerprint() + (held_out.fingerprint() if held_out else "") + "\0".join(labels)
    return hashlib.sha256(both.encode()).hexdigest()


def _check_known(examined: Examined, model_folder: Path) -> None:
    """The model has a place for every token of its tokenizer that occurs."""
    known = read_model(model_folder / "config.json").vocab_size
    highest = max(side.encoded.found.highest_token for side in (examined.train, examined.held_out))
    if highest >= known:
        raise ModelProblem(
            f"The tokenizer wrote token {highest:,}, the model knows {known:,} tokens.",
            "The tokenizer belongs to another model: download tokenizer.json of this model again.",
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "prepared.json").unlink(missing_ok=True)
    except OSError as problem:
        raise disk_problem(problem, "The encoded rows could not be written") from problem
