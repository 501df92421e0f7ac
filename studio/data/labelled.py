"""From a row to a text with its label, or to words with theirs; and which labels a dataset has."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from studio.data.cell import Unusable, as_text, optional_text, required_text
from studio.data.readers.row import Row, as_list, as_object, kind_of
from studio.data.shapes import Shape
from studio.errors import DatasetProblem

_MOST_LABELS = 10_000


class Labelled(msgspec.Struct, frozen=True):
    """A text and what it is."""

    text: str
    label: str


class Tagged(msgspec.Struct, frozen=True):
    """Words and what each of them is."""

    words: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words as the model reads them."""
        return " ".join(self.words)


def read_labelled(row: Row, shape: Shape) -> Labelled:
    """A text from one column or several, joined by a line break, and the label. Raises Unusable."""
    text = "\n".join(filter(None, (optional_text(row, column) for column in shape.prompt)))
    if not text:
        raise Unusable(
            "empty-prompt",
            f"Row {row.number} of {row.file} has no text.",
            f"Fill the column '{shape.prompt[0]}' or choose another column to read.",
            shape.prompt[0],
        )
    value = row.fields.get(shape.answer)
    if as_list(value) is not None or as_object(value) is not None:
        raise Unusable(
            "wrong-type",
            f"The label in row {row.number} of {row.file} is {kind_of(value)}, not one label.",
            "Write one label in each row, or choose another column.",
            shape.answer,
            value,
        )
    return Labelled(text, _name(required_text(row, shape.answer, "the label")))


def read_tagged(row: Row, shape: Shape) -> Tagged:
    """Words and as many labels. Raises Unusable."""
    words, tags = (_entries(row, column) for column in (shape.prompt[0], shape.answer))
    if len(words) != len(tags):
        raise Unusable(
            "wrong-type",
            f"Row {row.number} of {row.file} has {len(words)} words and {len(tags)} labels.",
            "Give each word one label, or leave the row out.",
            shape.answer,
        )
    return Tagged(words, tuple(map(_name, tags)))


def _entries(row: Row, column: str) -> tuple[str, ...]:
    value = row.fields.get(column)
    entries = as_list(value)
    if entries is None:
        raise Unusable(
            "wrong-type",
            f"In row {row.number} of {row.file}, '{column}' is {kind_of(value)}, not a list.",
            'Write the words as ["Ada", "lives", "here"] and their labels as ["PERSON", "O", "O"].',
            column,
            value,
        )
    texts = tuple(as_text(row, column, entry, f"an entry of '{column}'").strip() for entry in entries)
    if not texts or not all(texts):
        raise Unusable(
            "empty-prompt",
            f"In row {row.number} of {row.file}, '{column}' {'has an empty entry' if texts else 'is empty'}.",
            "Fill it, or leave the row out.",
            column,
        )
    return texts


def _name(label: str) -> str:
    """One name for a label: without spaces around it, and whole numbers as such (tables write 3 as 3.0)."""
    name = label.strip()
    whole = name.removesuffix(".0")
    return whole if whole != name and whole.lstrip("-").isdecimal() else name


def label_names(contents: Iterable[Labelled | Tagged], file: str) -> tuple[str, ...]:
    """All labels in an order that depends on them alone: numbers by size, other names by the alphabet.

    Raises DatasetProblem where they are no set of labels.
    """
    names: set[str] = set()
    rows, entries = 0, 0
    for content in contents:
        found = (content.label,) if isinstance(content, Labelled) else content.tags
        names.update(found)
        rows += 1
        entries += len(found)
    if rows and len(names) < 2:
        raise DatasetProblem(
            f"All rows of {file} have the same label, “{next(iter(names))}”: there is nothing to tell apart.",
            "Add rows with other labels, or choose another column for labels.",
            kind="one-label",
            file=file,
        )
    if len(names) > _MOST_LABELS or (len(names) > 20 and 2 * len(names) > entries):
        raise DatasetProblem(
            f"{file} has {len(names):,} different labels in {rows:,} rows, too many to learn them.",
            "Choose the column that holds labels; to learn texts, let the model write answers instead.",
            kind="too-many-labels",
            file=file,
        )
    numbers = all(name.lstrip("-").isdecimal() for name in names)
    return tuple(sorted(names, key=lambda name: (int(name) if numbers else 0, name)))
