"""Encodes the data of a run once, into the run's own folder: later changes to the user's files cannot matter."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np

from studio.data.conversation import Conversation
from studio.data.dataset import Dataset, all_names
from studio.data.encode import encode_prompt, render
from studio.data.labelled import Labelled, Tagged
from studio.data.pipeline import Made, Reader, Tally, find_labels, length_limit, make_examples
from studio.data.problem import Problem
from studio.data.report import DatasetReport, count_tokens
from studio.data.split import choose_held_out
from studio.data.store import Example, ExampleStore
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
    data: Data, model_folder: Path, folder: Path, *, max_positions: int, seed: int, task: Task = "write"
) -> Prepared:
    """Read, check and encode the data into `folder`.

    Raises DatasetProblem, ModelProblem or DiskProblem. What is wrong with single rows is in the report.
    """
    reader = Reader(model_folder)
    dataset = Dataset(data.train, data.columns, task=task, pack=data.pack is True)
    held_out_dataset = Dataset(data.held_out, data.columns, dataset.shape) if data.held_out else None
    _make_folder(folder)
    labels, pack = find_labels(dataset), data.pack is not False
    tally, held_out_tally = Tally(labels), Tally()
    limit = length_limit(dataset, data.max_seq_len, max_positions, tally.problems)

    everything = ExampleStore.write(
        folder / "all", _examples(make_examples(dataset, reader, limit, tally, labels, pack=pack))
    )
    dataset.check_any(len(everything), tally.problems)
    _check_known(everything, model_folder)
    number_asked = _SHOWN if labels else data.score_answers
    if held_out_dataset is None:
        chosen = choose_held_out(tally.fingerprints, seed, is_text=dataset.shape.kind == "text")
        kept = np.setdiff1d(np.arange(len(everything)), chosen)
        train = ExampleStore.write(folder / "train", everything.examples(kept))
        held_out = ExampleStore.write(folder / "held_out", everything.examples(chosen)) if len(chosen) else None
        asked = set(chosen[:number_asked].tolist())
        questions = _questions(dataset, reader, limit, asked, labels)
    else:
        train = ExampleStore.write(folder / "train", everything.examples())
        held_out = ExampleStore.write(
            folder / "held_out",
            _examples(make_examples(held_out_dataset, reader, limit, held_out_tally, labels, pack=pack)),
        )
        held_out_dataset.check_any(len(held_out), held_out_tally.problems)
        questions = _questions(held_out_dataset, reader, limit, set(range(min(number_asked, len(held_out)))), labels)
    del everything
    shutil.rmtree(folder / "all", ignore_errors=True)

    longest = max([*tally.lengths, *held_out_tally.lengths])
    report = make_report(
        dataset,
        tally,
        held_out_dataset,
        held_out_tally,
        held_out_rows=len(held_out) if held_out else 0,
        max_seq_len=longest if data.max_seq_len is None else limit,
        reader=reader,
        dataset_hash=_fingerprint(train, held_out, labels),
    )
    saved = _Saved(
        report=report,
        questions=questions,
        end_tokens=reader.end_tokens,
        plain_template=reader.template.source if reader.template.is_plain and dataset.shape.is_conversation else "",
        labels=labels,
    )
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


def make_report(
    dataset: Dataset,
    tally: Tally,
    held_out_dataset: Dataset | None,
    held_out_tally: Tally,
    *,
    held_out_rows: int,
    max_seq_len: int,
    reader: Reader | None,
    dataset_hash: str = "",
) -> DatasetReport:
    """The report of a dataset of which all examples have been made."""
    problems = [*tally.problems.kept, *held_out_tally.problems.kept]
    problem_count = tally.problems.count + held_out_tally.problems.count
    if shared := len(set(tally.fingerprints) & set(held_out_tally.fingerprints)):
        problem_count += 1
        problems.append(_overlap(held_out_dataset.name if held_out_dataset else "", shared))
    lengths = np.array([*tally.lengths, *held_out_tally.lengths], np.int64)
    way = (
        "" if not dataset.shape.is_conversation or reader is None else "plain" if reader.template.is_plain else "model"
    )
    return DatasetReport(
        rows=len(lengths),
        train_rows=len(lengths) - held_out_rows,
        held_out_rows=held_out_rows,
        left_out_rows=tally.problems.left_out_rows + held_out_tally.problems.left_out_rows,
        shape=dataset.shape.kind,
        columns=_writable(all_names(dataset.columns, held_out_dataset.columns if held_out_dataset else ())),
        used_columns=_writable(dataset.shape.used_columns),
        problems=tuple(problems[:1000]),
        problem_count=problem_count,
        tokens=count_tokens(
            lengths,
            tally.targets + held_out_tally.targets,
            longest=max(tally.longest, held_out_tally.longest),
            cut=tally.cut + held_out_tally.cut,
            nothing_to_learn=tally.nothing_to_learn + held_out_tally.nothing_to_learn,
        ),
        tokens_estimated=reader is None,
        chat_template=way,
        labels=tally.labels,
        examples=tuple(tally.previews),
        max_seq_len=max_seq_len,
        dataset_hash=dataset_hash,
        file_bytes=dataset.file_bytes + (held_out_dataset.file_bytes if held_out_dataset else 0),
    )


def _writable(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of columns that can be written down, whatever stands in the file."""
    return tuple(name.encode("utf-8", "replace").decode() for name in names)


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


def _examples(made: Iterator[Made]) -> Iterator[Example]:
    return (each.example for each in made)


def _questions(
    dataset: Dataset, reader: Reader, limit: int, numbers: set[int], labels: tuple[str, ...]
) -> tuple[Question, ...]:
    """The examples with these numbers as questions; the rows are read again, as far as needed."""
    questions: list[Question] = []
    if not numbers or dataset.shape.kind == "text":
        return ()
    for number, made in enumerate(make_examples(dataset, reader, limit, Tally(), labels)):
        if number in numbers:
            match made.source:
                case Conversation():
                    questions.append(_question(made.source, reader))
                case Labelled() | Tagged():
                    assert made.example.labels is not None
                    expected = " ".join(labels[int(each)] for each in made.example.labels if each >= 0)
                    questions.append(Question(prompt_tokens=(), question=made.source.text, expected=expected))
                case None:
                    pass
        if number == max(numbers):
            break
    return tuple(questions)


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


def _check_known(store: ExampleStore, model_folder: Path) -> None:
    """The model has a place for every token of its tokenizer that occurs."""
    known = read_model(model_folder / "config.json").vocab_size
    if store.highest_token >= known:
        raise ModelProblem(
            f"The tokenizer wrote token {store.highest_token:,}, the model knows {known:,} tokens.",
            "The tokenizer belongs to another model: download tokenizer.json of this model again.",
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "prepared.json").unlink(missing_ok=True)
    except OSError as problem:
        raise disk_problem(problem, "The encoded rows could not be written") from problem


def _overlap(file: str, shared: int) -> Problem:
    return Problem(
        file=file,
        kind="overlap",
        title=f"{shared:,} held-out {'row is' if shared == 1 else 'rows are'} also trained on.",
        hint="The check on held-out rows will look better than it is. Delete them from one of the files.",
        value=str(shared),
        left_out=False,
    )
