"""How a conversation becomes one text: the model's chat template in a sandbox, or a plain way where it has none."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from studio.data.exchange import Program, Reply, Request
from studio.data.problem import Problem
from studio.data.renderer import Overrun, Renderer
from studio.data.tokenizer import TextTokenizer
from studio.errors import ModelProblem, StudioError
from studio.models.local import read_json_object, tokenizer_files

Message = dict[str, Any]
"""role, content and whatever else a template may read, such as tool_calls."""

PLAIN = (
    "{% for message in messages %}{% if message['role'] == 'assistant' %}{{ message['content'] + eos_token }}"
    "{% else %}{{ message['content'] + '\n\n' }}{% endif %}{% endfor %}"
)
"""For models without a template: each turn, an empty line, the answer, the end token."""

MAX_TEMPLATE_CHARACTERS = 1_000_000
_MAX_OVERRUNS = 2


def request(
    messages: Sequence[Message],
    tools: list[Any] | None = None,
    *,
    add_generation_prompt: bool = False,
    answers: Sequence[int] = (),
) -> Request:
    """A conversation to be written; of the turns `answers` it is told where they stand."""
    given = [{key: value for key, value in message.items() if value is not None} for message in messages]
    return Request(given, tools, add_generation_prompt, tuple(answers))


class TemplateFailure(StudioError):
    """The template refuses this conversation."""


class ChatTemplate:
    """Renders conversations as transformers' `apply_chat_template` does.

    Where a template knows no system or tool turns, they are told to it as part of the user's.
    """

    def __init__(self, folder: Path, tokenizer: TextTokenizer) -> None:
        source = _find_source(folder)
        self.is_plain = source is None
        self.source = source if source is not None else ("{{ bos_token }}" if tokenizer.bos_ids else "") + PLAIN
        """As saved with a result, so that chatting with it looks like training."""
        if len(self.source) > MAX_TEMPLATE_CHARACTERS:
            raise ModelProblem("The chat template of this model is over a million characters long.", _AGAIN)
        self._renderer = Renderer(Program(self.source, tokenizer.named))
        self._overruns = 0
        try:
            damage = self._renderer.check()
        except Overrun as problem:
            raise _endless(problem) from problem
        if damage:
            raise ModelProblem(f"The chat template of this model is damaged: {damage.rstrip('.')}.", _AGAIN)
        self._shows([_HELLO, _HI])  # one that never ends is found before the first row

    def render(
        self, messages: Sequence[Message], *, add_generation_prompt: bool = False, tools: list[Any] | None = None
    ) -> str:
        """The text of a conversation. Raises TemplateFailure where the template does not accept it."""
        return self.write(request(messages, tools, add_generation_prompt=add_generation_prompt)).text

    def write(self, asked: Request) -> Reply:
        """The text of a conversation, and where the words of its answers stand or what stands before them.

        Raises TemplateFailure where the template does not accept it, ModelProblem where it takes too much again.
        """
        reply = self.write_all([asked])[0]
        if isinstance(reply, TemplateFailure):
            raise reply
        return reply

    def write_all(self, asked: list[Request]) -> list[Reply | TemplateFailure]:
        """To each request what `write` returns or raises."""
        try:
            replies = self._renderer.ask(asked)
        except (Overrun, OverflowError) as problem:
            if len(asked) > 1:
                return [reply for each in asked for reply in self.write_all([each])]
            return [self._too_much(problem)]
        return [TemplateFailure(reply.failure) if reply.failure else reply for reply in replies]

    def _too_much(self, problem: Overrun | OverflowError) -> TemplateFailure:
        """Of one conversation. Raises ModelProblem when it is not the first."""
        if isinstance(problem, OverflowError):
            return TemplateFailure("It holds a number of more than 64 bits.")
        self._overruns += 1
        if self._overruns >= _MAX_OVERRUNS:
            raise _endless(problem) from problem
        failure = TemplateFailure(str(problem))
        failure.__cause__ = problem
        return failure

    def adapt(self, messages: Sequence[Message], tools: list[Any] | None) -> tuple[list[Message], list[Any] | None]:
        """The same conversation in the roles this template knows."""
        adapted = [dict(message) for message in messages]
        if tools and not self._knows_tools:
            told = "You can use these tools:\n" + json.dumps(tools, ensure_ascii=False)
            if adapted and adapted[0]["role"] == "system":
                adapted[0]["content"] = f"{adapted[0]['content']}\n\n{told}"
            else:
                adapted.insert(0, {"role": "system", "content": told})
            tools = None
        for message in adapted:
            if message["role"] == "tool" and not self._knows_tool_turns:
                message["role"] = "user"
            if message.get("tool_calls") and not self._knows_tool_calls:
                calls = json.dumps(message.pop("tool_calls"), ensure_ascii=False)
                message["content"] = "\n".join(filter(None, [message.get("content"), calls]))
        first = adapted[0]["role"] if adapted else ""
        if first == "system" and not self._knows_system:
            system = adapted.pop(0)
            if adapted and adapted[0]["role"] == "user":
                adapted[0]["content"] = f"{system['content']}\n\n{adapted[0]['content']}"
            else:
                adapted.insert(0, {"role": "user", "content": system["content"]})
        return adapted, tools

    @functools.cached_property
    def _knows_system(self) -> bool:
        return self._shows([{"role": "system", "content": _PROBE}, _HELLO, _HI])

    @functools.cached_property
    def _knows_tool_turns(self) -> bool:
        call: Message = {"role": "assistant", "content": "", "tool_calls": [_CALL]}
        return not self.is_plain and (
            self._shows([_HELLO, call, {"role": "tool", "content": _PROBE, "name": "f"}])
            or self._shows([_HELLO, _HI, {"role": "tool", "content": _PROBE, "name": "f"}])
        )

    @functools.cached_property
    def _knows_tool_calls(self) -> bool:
        return self._shows([_HELLO, {"role": "assistant", "content": "", "tool_calls": [_CALL]}])

    @functools.cached_property
    def _knows_tools(self) -> bool:
        return self._shows([_HELLO, _HI], tools=[{"type": "function", "function": {"name": _PROBE, "parameters": {}}}])

    @functools.cached_property
    def is_prefix_stable(self) -> bool:
        """Whether a conversation's text begins with that of its first turns, as a chat would have written them.

        Where it does not, earlier answers are learnt in a form that differs from the one they are given in.
        """
        talk = [_HELLO, _HI, {"role": "user", "content": "and then?"}, {"role": "assistant", "content": "then this"}]
        try:
            whole = self.write(request(talk, answers=(1, 3)))
            first = self.render(talk[:2])
            return all(before.is_whole for before in whole.befores) and whole.text.startswith(first.rstrip())
        except TemplateFailure:
            return False

    def _shows(self, messages: Sequence[Message], tools: list[Any] | None = None) -> bool:
        try:
            return _PROBE in self.render(messages, tools=tools)
        except TemplateFailure as problem:
            if isinstance(problem.__cause__, Overrun):
                raise _endless(problem.__cause__) from problem
            return False


_PROBE = "nightshift7probe"
_HELLO: Message = {"role": "user", "content": "hello"}
_HI: Message = {"role": "assistant", "content": "hi"}
_CALL: dict[str, Any] = {"type": "function", "id": "abcdefghi", "function": {"name": _PROBE, "arguments": {}}}
_AGAIN = "Download tokenizer_config.json (and chat_template.jinja, if there is one) again."


def rewrites_turns(file: str) -> Problem:
    """What to tell about conversations where `is_prefix_stable` is false."""
    return Problem(
        file=file,
        kind="template-rewrites-turns",
        title="The model's chat template writes earlier answers of a conversation in another form than its last one.",
        hint="They are learnt as they stand there. Where that matters, give all but the last the weight 0.",
        left_out=False,
    )


def _endless(problem: Overrun) -> ModelProblem:
    return ModelProblem(
        f"The chat template of this model cannot be used. {problem}",
        "Choose the model from its own publisher: no whole template needs that.",
    )


def _find_source(folder: Path) -> str | None:
    """The template in a model's folder: its own file, else in tokenizer_config.json; None where there is none."""
    files = tokenizer_files(folder)
    found: object = None
    if files.chat_template and files.chat_template.suffix == ".jinja":
        try:
            found = files.chat_template.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            raise ModelProblem("chat_template.jinja of this model cannot be read.", _AGAIN) from problem
    elif files.chat_template:
        found = read_json_object(files.chat_template).get("chat_template")
    if not found and files.config:
        found = read_json_object(files.config).get("chat_template")
    if isinstance(found, list):
        named = {str(entry.get("name")): entry.get("template") for entry in cast("list[dict[str, object]]", found)}
        found = named.get("default") or next(iter(named.values()), None)
    return found if isinstance(found, str) and found.strip() else None
