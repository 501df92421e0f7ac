"""How a model reads a dataset: its tokenizer and template, the longest example, the labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from studio.data.encode import end_ids
from studio.data.labelled import Labelled, Tagged, label_names
from studio.data.problem import Problem, Problems
from studio.data.template import ChatTemplate, TemplateFailure
from studio.data.tokenizer import TextTokenizer

if TYPE_CHECKING:
    from studio.data.dataset import Dataset

LONGEST_BY_DEFAULT = 2048
BLOCK_BY_DEFAULT = 512


class Reader:
    """How a model reads text: its tokenizer and its template. Raises ModelProblem."""

    def __init__(self, model_folder: Path) -> None:
        self.tokenizer = TextTokenizer(model_folder)
        self.template = ChatTemplate(model_folder, self.tokenizer)

    @property
    def end_tokens(self) -> tuple[int, ...]:
        """After any of these an answer is over."""
        try:
            return end_ids(self.template, self.tokenizer)
        except TemplateFailure:
            return tuple(sorted(self.tokenizer.end_ids))


def length_limit(dataset: Dataset, asked: int | None, max_positions: int, problems: Problems) -> int:
    """The most tokens an example may have."""
    if asked is None:
        return min(max_positions, BLOCK_BY_DEFAULT if dataset.shape.kind == "text" else LONGEST_BY_DEFAULT)
    if asked > max_positions:
        problems.add(
            Problem(
                file=dataset.name,
                kind="longer-than-model",
                title=f"The model reads {max_positions:,} tokens at most, so rows are cut there and not at {asked:,}.",
                left_out=False,
            )
        )
    return max(2, min(asked, max_positions))


def find_labels(dataset: Dataset) -> tuple[str, ...]:
    """The labels that rows to learn from have, read once for them alone; none where the model learns to write.

    Raises DatasetProblem.
    """
    if dataset.shape.kind not in ("labels", "tags"):
        return ()
    rows = (cast("Labelled | Tagged", usable.content) for usable in dataset.rows(Problems()))
    return label_names(rows, dataset.name)
