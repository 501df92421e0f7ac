"""What the columns of a dataset mean: which are read, which one is learnt. Detected, or as picked by the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, cast

import msgspec

from studio.data.joined import columns_in
from studio.errors import DatasetProblem
from studio.job import Columns, Task

Kind = Literal[
    "messages",
    "conversations",
    "instruction",
    "prompt-completion",
    "question-answer",
    "columns",
    "chosen-rejected",
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
_NOTHING: tuple[Any, ...] = (None, "", [])
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
    confidence: float = 1.0
    """Share of the sampled rows that hold what this shape needs; less where names of columns only hint at it."""

    @property
    def used_columns(self) -> tuple[str, ...]:
        """Read or learnt, the answer last."""
        names = (self.system, self.tools, self.history, self.turns, *self.prompt, self.answer)
        return tuple(dict.fromkeys(column for name in names for column in columns_in(name)))

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
    for name in _picked(chosen, columns):
        if name not in columns:
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
        shape = _labelled_shape(columns, chosen, file, task)
    elif pack:
        shape = _text_shape(columns, chosen, file)
    elif chosen.prompt or chosen.answer:
        shape = _chosen_shape(samples, columns, chosen, file)
    else:
        shape = _detect(samples, columns)
    if shape is None:
        raise DatasetProblem(
            f"No column of {file or 'the data'} looks like the answers to learn.",
            _columns_hint(columns),
            kind="no-answer-column",
            file=file,
        )
    return msgspec.structs.replace(shape, confidence=_confidence(shape, samples, chosen))


def _picked(chosen: Columns, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that the user picked, also those in the fields of a text."""
    names = tuple(filter(None, (*chosen.prompt, chosen.answer)))
    return tuple(column for name in names for column in ((name,) if name in columns else columns_in(name)))


def _confidence(shape: Shape, samples: Sequence[dict[str, Any]], chosen: Columns) -> float:
    """See `Shape.confidence`. A name found inside a nested column, or a text without a usual name, counts 0.7."""
    learnt = columns_in(shape.turns or shape.answer)
    needed = (learnt, tuple(column for name in shape.prompt for column in columns_in(name)) or learnt)
    whole = sum(all(any(fields.get(name) not in _NOTHING for name in each) for each in needed) for fields in samples)
    usual = (*_TURN_COLUMNS, *_TEXT_COLUMNS, *_ANSWERS, *_LABELS, *_TAGS, "chosen")
    by_name = bool(chosen.answer) or learnt[0].lower() in usual
    return round(whole / max(1, len(samples)) * (1.0 if by_name else 0.7), 2)


def _detect(samples: Sequence[dict[str, Any]], columns: tuple[str, ...]) -> Shape | None:
    better = _named(columns, ("chosen",))
    if better and _named(columns, ("rejected",)):
        return _better_answers(samples, columns, better)
    for name in (*(name for name in columns if name.lower() in _TURN_COLUMNS), *columns):
        first = _first_turn(samples, name)
        if first is not None and (name.lower() in _TURN_COLUMNS or _named(columns, _ANSWERS) is None):
            kind: Kind = "conversations" if "from" in first else "messages"
            return Shape(kind=kind, turns=name, system=_exact(columns, "system"), tools=_tools_column(columns))
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


def _better_answers(samples: Sequence[dict[str, Any]], columns: tuple[str, ...], better: str) -> Shape:
    """Pairs of a better and a worse answer: the better ones are learnt as plain answers."""
    first = _first_turn(samples, better)
    others = tuple(name for name in columns if name not in (better, _named(columns, ("rejected",))))
    prompt = _named(others, _PROMPTS) or next((name for name in others if _first_turn(samples, name)), None)
    system = _exact(columns, "system")
    if first is not None and _is_by_user(first):
        return Shape(kind="chosen-rejected", turns=better, system=system, tools=_tools_column(columns))
    if prompt is None:
        return Shape(kind="text", answer=better)
    return Shape(kind="chosen-rejected", prompt=(prompt,), answer=better, system=system)


def _is_by_user(turn: dict[str, Any]) -> bool:
    """Whether a conversation begins with this turn, rather than ends with it as an answer."""
    return turn.get("role", turn.get("from")) not in ("assistant", "gpt", "model", "bot")


def _tools_column(columns: tuple[str, ...]) -> str:
    return _exact(columns, "tools") or _exact(columns, "functions")


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
    reads = _picked(Columns(prompt=chosen.prompt), columns)
    texts, labels = (_TEXTS, _LABELS) if task == "classify" else (_WORDS, _TAGS)
    answer = chosen.answer or _named(tuple(name for name in columns if name not in reads), labels)
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
    reads, picked = _picked(Columns(prompt=prompt), columns), _picked(chosen, columns)
    system = _exact(columns, "system") if "system" not in picked else ""
    if not answer:
        answer = _named(tuple(name for name in columns if name not in reads), _ANSWERS) or ""
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
            return Shape(kind=kind, turns=answer, system=system, tools=_tools_column(columns))
        others = tuple(name for name in columns if name not in picked)
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
