"""A Modelfile for Ollama: the model's chat template in Ollama's words, found by asking it, and its stop tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from studio.data.pipeline import Reader
from studio.data.template import ChatTemplate, Message, TemplateFailure
from studio.errors import ModelProblem

_SYSTEM, _ASKED, _ANSWERED, _AGAIN = "\ue0a1s", "\ue0a1u", "\ue0a1a", "\ue0a1v"
_NO_TEMPLATE = "Export it as gguf: llama.cpp reads the model's own template."


class Turns(msgspec.Struct, frozen=True, kw_only=True):
    """What a template writes around each turn."""

    begin: str
    """Before everything where no system text is given, without the token that begins a text: llama.cpp adds that."""
    before_system: str
    """With the beginning of the text."""
    after_system: str
    knows_system: bool
    """Otherwise a system text is told as the beginning of the first question."""
    before_user: str
    before_answer: str
    """All between a question and the answer that was given."""
    after_answer: str
    ask: str
    """All between the last question and the answer to come."""

    def write(self, messages: Sequence[Message]) -> str:
        """A conversation that ends with a question, as Ollama will write it."""
        around = {
            "system": (self.before_system, self.after_system),
            "user": (self.before_user, ""),
            "assistant": (self.before_answer, self.after_answer),
        }
        parts = [f"{before}{each['content']}{after}" for each in messages for before, after in [around[each["role"]]]]
        begin = "" if messages[0]["role"] == "system" else self.begin
        return begin + "".join(parts) + self.ask


def find_turns(template: ChatTemplate, bos: str) -> Turns:
    """Ask the template what it writes around turns, and check that this is all it does. Raises ModelProblem."""

    def text(*turns: tuple[str, str]) -> str:
        messages: list[Message] = [{"role": role, "content": content} for role, content in turns]
        return template.render(messages, add_generation_prompt=True).removeprefix(bos)

    asked = ("user", _ASKED)
    try:
        begin_user, rest = text(asked, ("assistant", _ANSWERED), ("user", _AGAIN)).split(_ASKED)
        before_answer, rest = rest.split(_ANSWERED)
        next_user, ask = rest.split(_AGAIN)
    except (TemplateFailure, ValueError) as problem:
        raise _not_expressible() from problem
    before_user = _common_end(begin_user, next_user)
    before_system = after_system = ""
    try:
        before_system, rest = text(("system", _SYSTEM), asked).split(_SYSTEM)
        after_system = rest[: rest.index(before_user + _ASKED)]
        knows_system = True
    except (TemplateFailure, ValueError):
        knows_system = False
    turns = Turns(
        begin=begin_user[: len(begin_user) - len(before_user)],
        before_system=before_system,
        after_system=after_system,
        knows_system=knows_system,
        before_user=before_user,
        before_answer=before_answer,
        after_answer=next_user[: len(next_user) - len(before_user)],
        ask=ask,
    )
    _check(turns, text)
    return turns


def _check(turns: Turns, text: Callable[..., str]) -> None:
    talks: list[list[tuple[str, str]]] = [
        [("user", "one")],
        [("user", "one"), ("assistant", "two"), ("user", "three")],
        [("user", "1"), ("assistant", "2"), ("user", "3"), ("assistant", "4"), ("user", "5")],
    ]
    if turns.knows_system:
        talks.append([("system", "zero"), *talks[1]])
    for talk in talks:
        if turns.write([{"role": role, "content": content} for role, content in talk]) != text(*talk):
            raise _not_expressible()


def modelfile_template(folder: Path) -> Turns:
    """The turns of the model in a folder. Raises ModelProblem where they cannot be told to Ollama."""
    reader = Reader(folder)
    return find_turns(reader.template, reader.tokenizer.named.get("bos_token", ""))


def modelfile(weights: str, turns: Turns, stops: Sequence[str], context: int) -> str:
    """The text of a Modelfile beside the file `weights`. `stops`: texts of the tokens that end an answer."""
    system, first_question = "", '{{ if and $.System (le $at 1) }}{{ $.System }}{{ "\\n\\n" }}{{ end }}'
    if turns.knows_system:
        system, first_question = f"{_go(turns.before_system)}{{{{ .Content }}}}{_go(turns.after_system)}", ""
    begin = f"{{{{ if not .System }}}}{_go(turns.begin)}{{{{ end }}}}" if turns.begin else ""
    template = (
        f"{begin}{{{{- range $at, $_ := .Messages }}}}"
        f'{{{{- if eq .Role "system" }}}}{system}'
        f'{{{{- else if eq .Role "user" }}}}{_go(turns.before_user)}{first_question}{{{{ .Content }}}}'
        f'{{{{- else if eq .Role "assistant" }}}}{_go(turns.before_answer)}{{{{ .Content }}}}{_go(turns.after_answer)}'
        f"{{{{- end }}}}{{{{- end }}}}{_go(turns.ask)}"
    )
    lines = [f"FROM ./{weights}", f'TEMPLATE """{template}"""']
    lines += [f"PARAMETER stop {_quoted(each)}" for each in stops]
    return "\n".join([*lines, f"PARAMETER num_ctx {context}", ""])


def _go(text: str) -> str:
    """Text as an action of a Go template, so that `{{-` of the next one trims nothing of it."""
    return f"{{{{ {_quoted(text)} }}}}" if text else ""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _common_end(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return one[len(one) - length :]


def _not_expressible() -> ModelProblem:
    return ModelProblem("Ollama cannot write conversations the way this model's chat template does.", _NO_TEMPLATE)
