"""What a window asks that takes longer than a moment, and what it is told until there is an answer."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.errors import Remedy
from studio.foreman.run_questions import RunQuestion
from studio.job import Data, InspectJob, Task, TrainJob
from studio.models.local import ModelFacts
from studio.plan import Plan


class DataWanted(msgspec.Struct, frozen=True, kw_only=True, tag="data"):
    """What is in the rows; the answer is an Inspection."""

    job: InspectJob
    just_chosen: bool
    """True: what was decided about these files before counts. False: what the job says counts, and is remembered."""


class RowWanted(msgspec.Struct, frozen=True, kw_only=True, tag="row"):
    """A row as the model will see it; the answer is a RowShown."""

    data: Data
    model: str
    """Folder whose tokenizer and chat template are used."""
    task: Task = "write"
    file: str = ""
    """Name of the file; empty: the first."""
    row: int = 0
    """As the user counts."""
    go: Literal["here", "next", "previous"] = "here"
    """This row, or the nearest usable one after or before it."""
    words: str = ""
    """Only rows that hold these; empty: any."""


class UpdateRowsWanted(msgspec.Struct, frozen=True, kw_only=True, tag="update-rows"):
    """The rows of an update that a run has made, with how they begin; the answer is a list of RowOfUpdate."""

    run: str
    """Folder of the run."""
    update: int


class SearchWanted(msgspec.Struct, frozen=True, kw_only=True, tag="search"):
    """Models of the hub; the answer is a tuple of HubModel."""

    words: str


class ModelWanted(msgspec.Struct, frozen=True, kw_only=True, tag="model"):
    """One model of the hub; the answer is a HubModel with everything."""

    model: str


class ModelsHereWanted(msgspec.Struct, frozen=True, kw_only=True, tag="models-here"):
    """Every model on this computer, also those that other programs fetched; the answer is a tuple of ModelHere."""


class DatasetWanted(msgspec.Struct, frozen=True, kw_only=True, tag="dataset"):
    """A dataset of the hub and its parts; the answer is a HubDataset."""

    dataset: str
    """Owner and name, and behind a colon the part where one is wanted."""


class MeasureWanted(msgspec.Struct, frozen=True, kw_only=True, tag="measure"):
    """What a run would need on this computer, tried for real within two minutes; the answer is a Measured."""

    job: TrainJob


class NightWanted(msgspec.Struct, frozen=True, kw_only=True, tag="night"):
    """What could spoil the night; the answer is a tuple of Check."""

    plan: Plan | None = None
    """Of the run that is to be started, where it is known."""


class TokenWanted(msgspec.Struct, frozen=True, kw_only=True, tag="token"):
    """Whether there is a token for the hub; the answer is yes or no."""


class TokenGiven(msgspec.Struct, frozen=True, kw_only=True, tag="token-given"):
    """A token to keep; the answer says where it is kept. It goes through a pipe and is written nowhere else."""

    token: str

    def __repr__(self) -> str:
        return "TokenGiven(…)"


class WebhookWanted(msgspec.Struct, frozen=True, kw_only=True, tag="webhook"):
    """Whether an address for notes is kept; the answer is yes or no."""


class WebhookGiven(msgspec.Struct, frozen=True, kw_only=True, tag="webhook-given"):
    """The address of a webhook to keep, which is a secret too; the answer says where it is kept."""

    address: str

    def __repr__(self) -> str:
        return "WebhookGiven(…)"


Question = (
    DataWanted
    | RowWanted
    | UpdateRowsWanted
    | SearchWanted
    | ModelWanted
    | ModelsHereWanted
    | DatasetWanted
    | MeasureWanted
    | NightWanted
    | TokenWanted
    | TokenGiven
    | WebhookWanted
    | WebhookGiven
    | RunQuestion
)


class QuestionOrder(msgspec.Struct, frozen=True):
    """One line on the answering process's standard input."""

    folder: str
    """Where to tell."""
    question: Question


class Turn(msgspec.Struct, frozen=True):
    """What one side says in a row."""

    role: str
    """"system", "user", "assistant" or "tool"; "text" where the row is no conversation."""
    text: str
    learnt: bool


class ShownToken(msgspec.Struct, frozen=True):
    """See `studio.data.row_tokens.TokenPiece`, which needs a tokenizer's library to be told."""

    text: str
    learnt: bool
    label: str = ""
    cut: bool = False


class RowShown(msgspec.Struct, frozen=True, kw_only=True):
    """A row in words and in tokens."""

    file: str
    row: int
    turns: tuple[Turn, ...]
    tokens: tuple[ShownToken, ...]


class HubModel(msgspec.Struct, frozen=True, kw_only=True):
    """A model on the hub. What a search does not tell is empty."""

    model: str
    """Owner and name."""
    downloads: int = 0
    """In the last thirty days."""
    gated: bool = False
    num_bytes: int = 0
    """Of the files that are needed."""
    facts: ModelFacts | None = None


class HubPart(msgspec.Struct, frozen=True):
    """A table of a dataset on the hub."""

    name: str
    """To be written behind the dataset's name and a colon; empty: nothing has to be."""
    num_bytes: int


class HubDataset(msgspec.Struct, frozen=True, kw_only=True):
    """A dataset on the hub."""

    name: str
    """Owner and name."""
    parts: tuple[HubPart, ...]
    """Of which one is to be chosen."""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """How a measurement went; what it found is kept and stands behind every later plan of such a run."""

    tried: bool
    """False: even one row is far too much."""
    ended_early: str = ""
    """Why not everything was measured, in a sentence; empty: everything was."""


class QuestionProgressed(msgspec.Struct, frozen=True, kw_only=True, tag="progressed"):
    """How far reading the rows has come; several times a second."""

    rows: int
    share: float | None
    """0 to 1; None where it is not known."""


class QuestionAnswered(msgspec.Struct, frozen=True, kw_only=True, tag="answered"):
    """The answer, of the type that the question names."""

    answer: msgspec.Raw


class QuestionRefused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """There is no answer, in words."""

    title: str
    hint: str
    kind: str = ""
    """Of a dataset's problem."""
    columns: tuple[str, ...] = ()
    """Those of the file, where it could be opened and its shape could not be told."""
    remedy: Remedy = ""


Told = QuestionProgressed | QuestionAnswered | QuestionRefused
