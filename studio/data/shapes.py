"""What the columns of a dataset mean: which are read, which one is learnt. Detected, or as picked by the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, cast

import msgspec

from studio.errors import DatasetProblem
from studio.job import Columns

Kind = Literal["messages", "conversations", "instruction", "prompt-completion", "question-answer", "columns", "text"]

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
_CONTEXTS = ("context", "input", "passage", "kontext")


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """How a row becomes a conversation or a text."""

    kind: Kind
    turns: str = ""
    """Column that holds the whole conversation."""
    prompt: tuple[str, ...] = ()
    answer: str = ""
    """For text, the column that holds it."""
    system: str = ""
    history: str = ""
    tools: str = ""

    @property
    def used_columns(self) -> tuple[str, ...]:
        """Read or learnt, the answer last."""
        return tuple(filter(None, (self.system, self.tools, self.history, self.turns, *self.prompt, self.answer)))


def column_list(samples: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """All columns of the rows, in order of appearance."""
    return tuple(dict.fromkeys(name for fields in samples for name in fields))


def find_shape(samples: Sequence[dict[str, Any]], chosen: Columns, file: str = "") -> Shape:
    """The shape of a dataset from some of its rows. Raises DatasetProblem, naming the columns, where it has none."""
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
