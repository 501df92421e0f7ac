"""How a conversation becomes one text: the model's chat template in a sandbox, or a plain way where it has none."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, cast

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

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
        self._named = tokenizer.named
        try:
            self._template = environment().from_string(self.source)
        except jinja2.TemplateError as problem:
            raise ModelProblem(f"The chat template of this model is damaged: {problem}.", _AGAIN) from problem

    def render(
        self, messages: Sequence[Message], *, add_generation_prompt: bool = False, tools: list[Any] | None = None
    ) -> str:
        """The text of a conversation. Raises TemplateFailure where the template does not accept it."""
        messages = [{key: value for key, value in message.items() if value is not None} for message in messages]
        try:
            return self._template.render(
                messages=messages,
                tools=tools,
                documents=None,
                add_generation_prompt=add_generation_prompt,
                **self._named,
            )
        except (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError, ArithmeticError) as problem:
            raise TemplateFailure(str(problem)) from problem
        except (RecursionError, MemoryError) as problem:
            raise TemplateFailure("It takes too much memory.") from problem

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

    def _shows(self, messages: Sequence[Message], tools: list[Any] | None = None) -> bool:
        try:
            return _PROBE in self.render(messages, tools=tools)
        except TemplateFailure:
            return False


_PROBE = "nightshift7probe"
_HELLO: Message = {"role": "user", "content": "hello"}
_HI: Message = {"role": "assistant", "content": "hi"}
_CALL: dict[str, Any] = {"type": "function", "id": "abcdefghi", "function": {"name": _PROBE, "arguments": {}}}
_AGAIN = "Download tokenizer_config.json (and chat_template.jinja, if there is one) again."


class _Generation(jinja2.ext.Extension):
    """`{% generation %}` … `{% endgeneration %}` mark what the model writes; here they pass their text through."""

    tags = {"generation"}  # noqa: RUF012  (jinja2's own spelling)

    def parse(self, parser: jinja2.parser.Parser) -> jinja2.nodes.Node:
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endgeneration",), drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_pass"), [], [], body).set_lineno(line)

    def _pass(self, caller: Callable[[], str]) -> str:
        return caller()


@functools.cache
def environment() -> ImmutableSandboxedEnvironment:
    """The names and settings a chat template may count on; the same as in transformers."""
    made = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[_Generation, jinja2.ext.loopcontrols]
    )
    cast("dict[str, Any]", made.filters)["tojson"] = _to_json
    cast("dict[str, Any]", made.globals).update(raise_exception=_raise, strftime_now=_now)
    return made


def _to_json(
    value: object,
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def _raise(message: str) -> NoReturn:
    raise jinja2.TemplateError(message)


def _now(layout: str) -> str:
    return datetime.datetime.now().strftime(layout)  # noqa: DTZ005  (the user's own clock, as in transformers)


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
