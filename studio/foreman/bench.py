"""Puts a window's questions to a process of their own and hears the answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from studio.data.report import DatasetReport
from studio.foreman.night import Check
from studio.foreman.questions import (
    DatasetWanted,
    DataWanted,
    HubDataset,
    HubModel,
    Measured,
    MeasureWanted,
    ModelsHereWanted,
    ModelWanted,
    NightWanted,
    Question,
    QuestionAnswered,
    QuestionOrder,
    QuestionProgressed,
    QuestionRefused,
    RowShown,
    RowWanted,
    SearchWanted,
    TokenWanted,
    Told,
    UpdateRowsWanted,
    WebhookWanted,
)
from studio.foreman.run_questions import RUN_ANSWERS
from studio.foreman.start import on_the_network, start_process
from studio.installation.environments import engine_python
from studio.job import Columns, Data
from studio.models.on_disk import ModelHere
from studio.paths import Home
from studio.runs.journal import Tail
from studio.runs.update_rows import RowOfUpdate

_PATIENCE_SECONDS = 2.0


class Inspection(msgspec.Struct, frozen=True):
    """The answer to a DataWanted."""

    report: DatasetReport
    lengths: NDArray[np.int64]
    """(rows,) tokens of every row to learn from."""
    num_targets: NDArray[np.int64]
    """(rows,) target tokens of every row to learn from."""
    data: Data | None = None
    """As it was read, with what was decided about it before."""
    written: Columns = Columns()
    """Separator and encoding that were found in the first file."""


class Asked:
    """A question that was put; `poll` until there is an answer or a problem."""

    def __init__(self, folder: Path, question: Question, process: subprocess.Popen[bytes]) -> None:
        self.question = question
        self.progress: QuestionProgressed | None = None
        self.problem: QuestionRefused | None = None
        self.answer: Any = None
        """Of the type that the question names."""
        self._folder, self._process = folder, process
        self._tail: Tail[Told] = Tail(folder / "events.jsonl", Told)

    @property
    def done(self) -> bool:
        """Whether there is an answer or a problem."""
        return self.problem is not None or self.answer is not None

    def poll(self) -> bool:
        """Look once; True as soon as there is an answer or a problem."""
        if self.done:
            return True
        ended = self._process.poll()  # before reading: what it told before it ended is then there
        for told in self._tail.read():
            match told:
                case QuestionProgressed():
                    self.progress = told
                case QuestionRefused():
                    self.problem = told
                case QuestionAnswered():
                    self.answer = _read(self.question, told.answer, self._folder)
        if ended is not None and not self.done:
            self.problem = QuestionRefused(title="The answer never came: its process ended.", hint="Try it again.")
        if self.done:
            shutil.rmtree(self._folder, ignore_errors=True)
        return self.done


def _read(question: Question, answer: msgspec.Raw, folder: Path) -> object:
    match question:
        case DataWanted():
            tables = np.load(folder / "lengths.npy")
            data, report, written = msgspec.json.decode(answer, type=tuple[Data, DatasetReport, Columns])
            return Inspection(report, tables[0], tables[1], data, written)
        case RowWanted():
            return msgspec.json.decode(answer, type=RowShown)
        case UpdateRowsWanted():
            return msgspec.json.decode(answer, type=list[RowOfUpdate])
        case SearchWanted():
            return msgspec.json.decode(answer, type=tuple[HubModel, ...])
        case ModelWanted():
            return msgspec.json.decode(answer, type=HubModel)
        case ModelsHereWanted():
            return msgspec.json.decode(answer, type=tuple[ModelHere, ...])
        case DatasetWanted():
            return msgspec.json.decode(answer, type=HubDataset)
        case MeasureWanted():
            return msgspec.json.decode(answer, type=Measured)
        case NightWanted():
            return msgspec.json.decode(answer, type=tuple[Check, ...])
        case TokenWanted() | WebhookWanted():
            return msgspec.json.decode(answer, type=bool)
        case _:
            return msgspec.json.decode(answer, type=RUN_ANSWERS.get(type(question), str))


class Bench:
    """One process that answers one question after the other, and ends with whoever made it."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._process: subprocess.Popen[bytes] | None = None
        self._leaving: list[subprocess.Popen[bytes]] = []
        self._count = 0

    def start(self) -> None:
        """Start the process; it gets ready by itself. Raises OSError."""
        folder = self._home.folder
        command = [engine_python(self._home), "-m", "studio.foreman.answerer", str(folder)]
        self._process = start_process(command, folder / "bench.log", folder, variables=on_the_network())

    def ask(self, question: Question) -> Asked:
        """Put a question. A process that died is started again. Raises OSError."""
        self._leaving = [process for process in self._leaving if process.poll() is None]
        if self._process is None or self._process.poll() is not None:
            self.start()
        self._count += 1
        folder = self._home.jobs / f"{os.getpid()}-{time.time_ns()}-{self._count}"
        folder.mkdir(mode=0o700, parents=True)
        process = self._process
        assert process is not None
        assert process.stdin is not None
        process.stdin.write(msgspec.json.encode(QuestionOrder(str(folder), question)) + b"\n")
        process.stdin.flush()
        return Asked(folder, question, process)

    def drop(self) -> None:
        """Wait for no answer any more: what is being worked out ends, and a fresh process answers the next question."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._leaving.append(self._process)
        self._process = None

    def close(self) -> None:
        """End the process."""
        self.drop()
        deadline = time.monotonic() + _PATIENCE_SECONDS
        for process in self._leaving:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._leaving = []
