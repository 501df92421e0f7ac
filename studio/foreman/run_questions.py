"""What a window asks about a run that ended, answered without torch: questions at hand, ways to export, recipes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from studio.export.options import ExportOption, export_options
from studio.judging.to_ask import QuestionToAsk, questions_to_ask
from studio.recipe.write import RecipeKind, write_recipe
from studio.runs.folder import RunFolder


class ToAskWanted(msgspec.Struct, frozen=True, kw_only=True, tag="to-ask"):
    """Held-out rows to ask; the answer is a tuple of QuestionToAsk."""

    run: str
    """Folder of the run."""
    count: int = 60
    """Rows looked at."""


class ExportsWanted(msgspec.Struct, frozen=True, kw_only=True, tag="exports"):
    """What can be exported; the answer is a tuple of ExportOption."""

    run: str
    to: str | None = None
    """Where exports are to lie; None: in the run's folder."""


class RecipeWanted(msgspec.Struct, frozen=True, kw_only=True, tag="recipe"):
    """A recipe to write into a new folder; the answer is what of the run it does not repeat, in words."""

    run: str
    kind: RecipeKind
    to: str


RunQuestion = ToAskWanted | ExportsWanted | RecipeWanted
RUN_ANSWERS: dict[type[Any], Any] = {
    ToAskWanted: tuple[QuestionToAsk, ...],
    ExportsWanted: tuple[ExportOption, ...],
    RecipeWanted: tuple[str, ...],
}
"""The type of each answer."""


def answer_about_run(question: RunQuestion) -> object:
    """Raises StudioError."""
    run = RunFolder(Path(question.run))
    match question:
        case ToAskWanted():
            return questions_to_ask(run, question.count)
        case ExportsWanted():
            return export_options(run, Path(question.to) if question.to else None)
        case RecipeWanted():
            return write_recipe(run, question.kind, Path(question.to))
