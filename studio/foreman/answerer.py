"""The process that answers a window's questions, without torch: `python -m studio.foreman.answerer HOME`.

Standard input brings one question a line, and its end means that nobody waits for an answer any more: work on a large
file then ends within a moment. A token for the hub comes by this pipe and goes to the keyring, never into a file of a
question.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import msgspec

from studio.errors import DatasetProblem, StudioError
from studio.foreman.computer_questions import ComputerQuestion, answer_about_computer
from studio.foreman.questions import (
    DatasetWanted,
    DataWanted,
    HubDataset,
    HubModel,
    HubPart,
    ModelWanted,
    Question,
    QuestionAnswered,
    QuestionOrder,
    QuestionProgressed,
    QuestionRefused,
    RowShown,
    RowWanted,
    SearchWanted,
    ShownToken,
    Turn,
    UpdateRowsWanted,
)
from studio.foreman.run_questions import ExportsWanted, RecipeWanted, ToAskWanted, answer_about_run
from studio.job import Columns, InspectJob
from studio.models.token import find_token, without_tokens
from studio.orders import Orders
from studio.paths import Home
from studio.runs.journal import Journal


class Forgotten(Exception):
    """Nobody waits for the answer any more."""


class _Questions(Orders[QuestionOrder]):
    def ask(self) -> None:
        """Raises Forgotten where nobody waits."""
        if self.ended():
            raise Forgotten


def main(home: Home) -> int:
    """Answer until there are no more questions."""
    questions = _Questions(QuestionOrder)
    while (order := questions.next()) is not None:
        with Journal(Path(order.folder) / "events.jsonl") as journal:
            try:
                answer = _answer(home, order, questions, journal)
            except Forgotten:
                break
            except DatasetProblem as problem:
                columns = _columns_of(order.question)
                told = QuestionRefused(title=problem.title, hint=problem.hint, kind=problem.kind, columns=columns)
                journal.append(told)
            except StudioError as problem:
                journal.append(QuestionRefused(title=problem.title, hint=problem.hint, remedy=problem.remedy))
            except Exception as problem:  # noqa: BLE001 - the boundary of this process: logged whole, told in words
                sys.stderr.write(without_tokens(traceback.format_exc()))
                title = f"Something unexpected happened while looking ({type(problem).__name__})."
                journal.append(QuestionRefused(title=title, hint="Try it again; the details are in bench.log."))
            else:
                journal.append(QuestionAnswered(answer=msgspec.Raw(msgspec.json.encode(answer))))
    return 0


def _answer(home: Home, order: QuestionOrder, questions: _Questions, journal: Journal) -> object:
    question = order.question
    if isinstance(question, ComputerQuestion):
        return answer_about_computer(home, question, questions.ask)
    match question:
        case DataWanted():
            return _inspect(home, question, Path(order.folder), questions, journal)
        case RowWanted():
            return _show_row(question, questions)
        case UpdateRowsWanted():
            return _rows_of_update(question)
        case SearchWanted():
            return _search(home, question.words)
        case ModelWanted():
            return _look_up(home, question.model)
        case DatasetWanted():
            return _look_up_dataset(home, question.dataset)
        case ToAskWanted() | ExportsWanted() | RecipeWanted() as question:
            return answer_about_run(question)


def _inspect(home: Home, wanted: DataWanted, folder: Path, questions: _Questions, journal: Journal) -> object:
    """The data as it was read, the report and how the first file is written; beside the events lengths and targets,
    as (2, rows)."""
    import numpy as np

    from studio.data.encoded import Progress
    from studio.data.inspect import inspect
    from studio.data.readers.files import find_files, found_writing
    from studio.models.local import read_model

    job = _with_decisions(home, wanted)

    def tell(progress: Progress) -> None:
        questions.ask()
        journal.append(QuestionProgressed(rows=progress.rows, share=progress.share))

    limit = {"max_positions": read_model(job.model, require_weights=False).max_positions} if job.model else {}
    model = Path(job.model) if job.model else None
    report, lengths, targets = inspect(job.data, model, task=job.task, cache=home.encoded, tell=tell, **limit)
    np.save(folder / "lengths.npy", np.stack([lengths, targets]))
    found = found_writing(find_files(job.data.train)[0])
    return job.data, report, Columns(separator=found.separator, encoding=found.encoding)


def _with_decisions(home: Home, wanted: DataWanted) -> InspectJob:
    """The job with what was decided about its files; decisions that are new are kept."""
    from studio.data.remembered import Choices, recall, remember

    data = wanted.job.data
    if wanted.just_chosen:
        known = recall(home.folder, data.train)
        data = msgspec.structs.replace(data, columns=known.columns, skip_rows=known.skip_rows)
        return msgspec.structs.replace(wanted.job, data=data)
    decided = Choices(columns=data.columns, skip_rows=data.skip_rows)
    if decided != recall(home.folder, data.train):
        remember(home.folder, data.train, decided)
    return wanted.job


def _show_row(wanted: RowWanted, questions: _Questions) -> RowShown:
    from studio.data.row_tokens import row_tokens
    from studio.models.local import read_model

    limit = read_model(wanted.model, require_weights=False).max_positions
    file, row, turns = _find_row(wanted, questions)
    tokens = row_tokens(wanted.data, Path(wanted.model), row, file=file, max_positions=limit, task=wanted.task)
    pieces = tuple(msgspec.convert(piece, ShownToken, from_attributes=True) for piece in tokens.pieces)
    return RowShown(file=file, row=row, turns=turns, tokens=pieces)


def _rows_of_update(wanted: UpdateRowsWanted) -> object:
    from studio.runs.folder import RunFolder
    from studio.runs.story import RunStory
    from studio.runs.update_rows import rows_of_update

    return rows_of_update(RunFolder(Path(wanted.run)), wanted.update, story=RunStory(update=wanted.update))


def _find_row(wanted: RowWanted, questions: _Questions) -> tuple[str, int, tuple[Turn, ...]]:
    """File and number of the row that is meant, and what it says. Raises DatasetProblem."""
    from studio.data.dataset import Dataset
    from studio.data.problem import Problems

    dataset, problems = Dataset(wanted.data.train, wanted.data.columns, task=wanted.task), Problems()
    order = {path.name: number for number, path in enumerate(dataset.files)}
    here = (order.get(wanted.file, 0), wanted.row)
    before: tuple[str, int, tuple[Turn, ...]] | None = None
    words = wanted.words.casefold()
    for usable in dataset.rows(problems):
        questions.ask()
        place = (order[usable.row.file], usable.row.number)
        if wanted.go == "previous" and place >= here:
            break
        if (place != here) if wanted.go == "here" else wanted.go == "next" and place <= here:
            continue
        if words and words not in usable.packed.decode("utf-8", "ignore").casefold():
            continue
        found = (usable.row.file, usable.row.number, _turns(usable.content))
        if wanted.go != "previous":
            return found
        before = found
    if before is not None:
        return before
    for problem in problems.kept:
        if wanted.go == "here" and problem.row == wanted.row and wanted.file in ("", problem.file):
            raise DatasetProblem(problem.title, problem.hint, kind=problem.kind, file=problem.file, row=problem.row)
    raise _no_row(wanted)


def _no_row(wanted: RowWanted) -> DatasetProblem:
    name = Path(wanted.data.train).name
    holding = f" that holds “{wanted.words}”" if wanted.words else ""
    where = {"here": f"{wanted.row:,}", "next": f"after {wanted.row:,}", "previous": f"before {wanted.row:,}"}[
        wanted.go
    ]
    return DatasetProblem(f"{name} has no row {where}{holding}.", "", kind="missing-row")


def _turns(content: object) -> tuple[Turn, ...]:
    from studio.data.content import Document
    from studio.data.conversation import Conversation
    from studio.data.labelled import Labelled, Tagged

    match content:
        case Conversation(messages=messages, learnt=learnt):
            return tuple(
                Turn(str(message["role"]), str(message.get("content") or ""), marked)
                for message, marked in zip(messages, learnt, strict=True)
            )
        case Document(text=text):
            return (Turn("text", text, True),)
        case Labelled() | Tagged():
            return (Turn("text", content.text, False),)
        case _:
            return ()


def _columns_of(question: Question) -> tuple[str, ...]:
    """The columns of a file whose shape could not be told, by its first rows; none where it cannot be opened."""
    from studio.data.readers.files import find_files, read_rows
    from studio.data.readers.row import Row
    from studio.data.shapes import column_list

    if not isinstance(question, DataWanted):
        return ()
    data = question.job.data
    written = Columns(separator=data.columns.separator, encoding=data.columns.encoding)
    try:
        rows = read_rows(find_files(data.train), written)
        first = next((each for each in rows if isinstance(each, Row)), None)
    except DatasetProblem:
        return ()
    return column_list([first.fields]) if first else ()


def _search(home: Home, words: str) -> tuple[HubModel, ...]:
    from studio.models.hub import Busy, Hub

    try:
        found = Hub(find_token(home)).search(words)
    except Busy as busy:
        raise busy.problem from busy
    return tuple(HubModel(model=each.model, downloads=each.downloads, gated=bool(each.gated)) for each in found)


def _look_up(home: Home, model: str) -> HubModel:
    from studio.models.files import needed_files
    from studio.models.hub import Busy, Hub
    from studio.models.local import facts_of
    from studio.models.shape import Config, read_shape

    hub = Hub(find_token(home))
    try:
        repository = hub.look_up(model)
        small, weights = needed_files(repository)
        facts = None
        if not repository.gated or hub.has_token:
            with hub.read(repository, next(each for each in small if each.name == "config.json"), 0) as (_, chunks):
                config = msgspec.json.decode(b"".join(chunks), type=Config)
            facts = facts_of(read_shape(config), model.split("/")[-1], model, chat_template=True)
    except Busy as busy:
        raise busy.problem from busy
    size = sum(each.size for each in (*small, *weights))
    return HubModel(model=model, gated=repository.gated, num_bytes=size, facts=facts)


def _look_up_dataset(home: Home, dataset: str) -> HubDataset:
    from studio.models.data_files import parts_of
    from studio.models.hub import Busy, Hub

    try:
        repository = Hub(find_token(home)).look_up(f"datasets/{dataset}")
    except Busy as busy:
        raise busy.problem from busy
    parts = tuple(HubPart(each.name, each.num_bytes) for each in parts_of(repository))
    return HubDataset(name=dataset.partition(":")[0], parts=parts)


if __name__ == "__main__":
    sys.exit(main(Home(Path(sys.argv[1]))))
