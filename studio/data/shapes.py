"""What the columns of a dataset mean: which are read, which one is learnt. Detected, or as picked by the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, cast

import msgspec

from studio.errors import DatasetProblem
from studio.job import Columns, Task

Kind = Literal[
    "messages",
    "conversations",
    "instruction",
    "prompt-completion",
    "question-answer",
    "columns",
    "text",
    "labels",
    "tags",
]

_TURN_COLUMNS = ("messages", "conversations", "conversation", "dialogue", "dialog", "turns", "chat")
_TEXT_COLUMNS = ("text", "content", "document", "body", "markdown")
_PROMPTS = (
    "question", "prompt", "instruction", "query", "input", "user", "problem", "request", "source", "sentence", "text",
    "message", "review", "frage", "aufgabe", "anweisung", "eingabe", "pregunta", "entrada", "domanda", "pergunta",
    "问题", "質問", "вопрос",
)  # fmt: skip
_ANSWERS = (
    "answer", "answers", "output", "completion", "response", "reply", "assistant", "target", "solution", "label",
    "category", "class", "intent", "sentiment", "summary", "translation", "sql", "antwort", "ausgabe", "kategorie",
    "réponse", "reponse", "respuesta", "risposta", "resposta", "答案", "回答", "ответ",
)  # fmt: skip
_TEXTS = ("text", "sentence", "review", "comment", "message", "tweet", "utterance", "document", *_PROMPTS)
_LABELS = (
    "label", "labels", "category", "class", "intent", "sentiment", "topic", "kategorie", "klasse", *_ANSWERS, "tag",
)  # fmt: skip
_WORDS = ("tokens", "words")
_TAGS = ("tags", "ner_tags", "labels", "ner", "pos_tags", "pos", "chunk_tags")
_CONTEXTS = ("context", "input", "passage", "kontext")


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """How a row becomes a conversation, a text, or a text with a label."""

    kind: Kind
    turns: str = ""
    """Column that holds the whole conversation."""
    prompt: tuple[str, ...] = ()
    answer: str = ""
    """For text, the column that holds it; for labels and tags, the column of those."""
    system: str = ""
    history: str = ""
    tools: str = ""

    @property
    def used_columns(self) -> tuple[str, ...]:
        """Read or learnt, the answer last."""
        return tuple(filter(None, (self.system, self.tools, self.history, self.turns, *self.prompt, self.answer)))

    @property
    def is_conversation(self) -> bool:
        """Whether a chat template writes the row."""
        return self.kind not in ("text", "labels", "tags")


def column_list(samples: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """All columns of the rows, in order of appearance."""
    return tuple(dict.fromkeys(name for fields in samples for name in fields))


def find_shape(
    samples: Sequence[dict[str, Any]], chosen: Columns, file: str = "", *, task: Task = "write", pack: bool = False
) -> Shape:
    """The shape of a dataset from some of its rows. Raises DatasetProblem, naming the columns, where it has none.

    `pack`: it must be plain text.
    """
    columns = column_list(samples)
    for name in (*chosen.prompt, chosen.answer):
        if name and name not in columns:
            raise DatasetProblem(
                f"There is no column {name!r} in {file or 'the data'}.",
                _columns_hint(columns),
                kind="missing-column",
                file=file,
                column=name,
            )
    if task != "write" and pack:
        raise DatasetProblem(
            "Only plain text can be joined into blocks, not rows with labels.",
            "Leave the packing out, or let the model learn the texts alone.",
            kind="labels-packed",
            file=file,
        )
    if task != "write":
        return _labelled_shape(columns, chosen, file, task)
    if pack:
        return _text_shape(columns, chosen, file)
    if chosen.prompt or chosen.answer:
        return _chosen_shape(samples, columns, chosen, file)
    if _named(columns, ("chosen",)) and _named(columns, ("rejected",)):
        raise DatasetProblem(
            "Learning from pairs of a better and a worse answer is not supported yet.",
            "To learn only the better answers, choose the column 'chosen' for answers. " + _columns_hint(columns),
            kind="preference-data",
            file=file,
        )
    shape = _detect(samples, columns)
    if shape is None:
        raise DatasetProblem(
            f"No column of {file or 'the data'} looks like the answers to learn.",
            _columns_hint(columns),
            kind="no-answer-column",
            file=file,
        )
    return shape


def _detect(samples: Sequence[dict[str, Any]], columns: tuple[str, ...]) -> Shape | None:
    for name in (*(name for name in columns if name.lower() in _TURN_COLUMNS), *columns):
        first = _first_turn(samples, name)
        if first is not None and (name.lower() in _TURN_COLUMNS or _named(columns, _ANSWERS) is None):
            kind: Kind = "conversations" if "from" in first else "messages"
            return Shape(kind=kind, turns=name, system=_exact(columns, "system"), tools=_exact(columns, "tools"))
    prompt = _named(columns, _PROMPTS)
    answer = _named(tuple(name for name in columns if name != prompt), _ANSWERS)
    if prompt and answer:
        return _pair(columns, prompt, answer)
    text = _named(columns, _TEXT_COLUMNS) or (columns[0] if len(columns) == 1 else None)
    if text and len(columns) == 1:
        return Shape(kind="text", answer=text)
    others = [name for name in columns if name != text]
    if text and not any(_is_text(samples, name) for name in others):  # beside ids, numbers and the like
        return Shape(kind="text", answer=text)
    return None


def _pair(columns: tuple[str, ...], prompt: str, answer: str) -> Shape:
    context = next(
        (name for name in columns if name.lower() in _CONTEXTS and name not in (prompt, answer)),
        None,
    )
    reads: tuple[str, ...] = (prompt,)
    if context:
        reads = (prompt, context) if context.lower() in ("input", "eingabe") else (context, prompt)
    kinds: dict[str, Kind] = {"instruction": "instruction", "prompt": "prompt-completion"}
    history = _exact(columns, "history")
    return Shape(
        kind=kinds.get(prompt.lower(), "question-answer"),
        prompt=reads,
        answer=answer,
        system=_exact(columns, "system"),
        history=history,
    )


def _labelled_shape(columns: tuple[str, ...], chosen: Columns, file: str, task: Task) -> Shape:
    """A column to read and one of labels: names for both tasks, and what is left where there are two columns."""
    texts, labels = (_TEXTS, _LABELS) if task == "classify" else (_WORDS, _TAGS)
    answer = chosen.answer or _named(tuple(name for name in columns if name not in chosen.prompt), labels)
    others = tuple(name for name in columns if name != answer)
    prompt = chosen.prompt or tuple(filter(None, (_named(others, texts) or (others[0] if len(others) == 1 else ""),)))
    if not answer and len(columns) == 2 and prompt:
        answer = next(name for name in columns if name not in prompt)
    if not answer or not prompt:
        what = "labels" if not answer else "texts" if task == "classify" else "words"
        raise DatasetProblem(
            f"No column of {file or 'the data'} looks like the {what}.",
            f"Choose the column to read and the column of labels. There are: {', '.join(columns)}.",
            kind="no-label-column",
            file=file,
        )
    return Shape(kind="labels" if task == "classify" else "tags", prompt=prompt, answer=answer)


def _text_shape(columns: tuple[str, ...], chosen: Columns, file: str) -> Shape:
    text = chosen.answer or _named(columns, _TEXT_COLUMNS) or (columns[0] if len(columns) == 1 else "")
    if chosen.prompt or not text:
        raise DatasetProblem(
            f"Only plain text can be joined into blocks, and {file or 'the data'} has questions to answer."
            if chosen.prompt
            else f"Only plain text can be joined into blocks, and no column of {file or 'the data'} looks like one.",
            f"Choose the one column that holds the text. There are: {', '.join(columns)}.",
            kind="no-text-column",
            file=file,
        )
    return Shape(kind="text", answer=text)


def _chosen_shape(samples: Sequence[dict[str, Any]], columns: tuple[str, ...], chosen: Columns, file: str) -> Shape:
    prompt, answer = chosen.prompt, chosen.answer
    system = _exact(columns, "system") if "system" not in (*prompt, answer) else ""
    if not answer:
        answer = _named(tuple(name for name in columns if name not in prompt), _ANSWERS) or ""
        if not answer:
            raise DatasetProblem(
                f"No column of {file or 'the data'} is chosen for the answers.",
                _columns_hint(columns),
                kind="no-answer-column",
                file=file,
            )
    if not prompt:
        first = _first_turn(samples, answer)
        if first is not None and answer != "chosen":
            kind: Kind = "conversations" if "from" in first else "messages"
            return Shape(kind=kind, turns=answer, system=system, tools=_exact(columns, "tools"))
        others = tuple(name for name in columns if name != answer)
        found = _named(others, _PROMPTS) or next((name for name in others if _first_turn(samples, name)), None)
        if found is None:
            return Shape(kind="text", answer=answer)
        prompt = (found,)
    return Shape(kind="columns", prompt=prompt, answer=answer, system=system)


def _named(columns: Sequence[str], names: Sequence[str]) -> str | None:
    """The column with the first of these names; a whole name before the last part of a nested one."""
    for parts in (False, True):
        by_name: dict[str, str] = {}
        for column in columns:
            plain = column.lower().strip()
            by_name.setdefault(plain.rsplit(".", 1)[-1] if parts else plain, column)
        for name in names:
            if name in by_name:
                return by_name[name]
    return None


def _exact(columns: Sequence[str], name: str) -> str:
    return name if name in columns else ""


def _first_turn(samples: Sequence[dict[str, Any]], column: str) -> dict[str, Any] | None:
    """The first turn of a column that holds conversations."""
    for fields in samples:
        value = fields.get(column)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            turn = cast("dict[str, Any]", value[0])
            return turn if "role" in turn or "from" in turn else None
    return None


def _is_text(samples: Sequence[dict[str, Any]], column: str) -> bool:
    """Whether a column holds words rather than numbers and marks."""
    values = [fields[column] for fields in samples if isinstance(fields.get(column), str)]
    return any(" " in value.strip() for value in values)


def _columns_hint(columns: Sequence[str]) -> str:
    if not columns:
        return "Choose a file with named columns."
    return f"Choose which columns are read and which one is learnt. There are: {', '.join(columns)}."
