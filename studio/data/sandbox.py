"""Renders chat templates in a process of its own, with little memory and time: a template is a stranger's program.

Started by `studio.data.renderer` as `python -m studio.data.sandbox`; it ends with its standard input. Empty `Replies`
say that it is there. The first message is a `Program`, each following one a `Batch`, and each is answered by `Replies`:
length in four bytes, then msgpack.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import gc
import json
import re
import secrets
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn, cast

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.parser
import msgspec
from jinja2.sandbox import ImmutableSandboxedEnvironment

from studio.data.exchange import (
    MAX_BYTES,
    MAX_SECONDS,
    TOO_MUCH_MEMORY,
    Batch,
    Before,
    Program,
    Replies,
    Reply,
    Request,
    receive,
    send,
)

MAX_CHARACTERS = 100_000_000
"""That a template may write."""

_OPEN, _CLOSE = (f"\ue0f4{secrets.token_hex(4)}{sign}" for sign in "<>")
_MARK = re.compile(f"{_OPEN}|{_CLOSE}")


class _Generation(jinja2.ext.Extension):
    """`{% generation %}` … `{% endgeneration %}` stand around what the model writes; they are marked in the text."""

    tags = {"generation"}  # noqa: RUF012  (jinja2's own spelling)

    def parse(self, parser: jinja2.parser.Parser) -> jinja2.nodes.Node:
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endgeneration",), drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_mark"), [], [], body).set_lineno(line)

    def _mark(self, caller: Callable[[], str]) -> str:
        return f"{_OPEN}{caller()}{_CLOSE}"


def _environment() -> ImmutableSandboxedEnvironment:
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


class _Template:
    def __init__(self, program: Program) -> None:
        self._template = _environment().from_string(program.source)
        # jinja2 looks its chain of maps through for each text, which takes as long as writing it
        self._template.globals = dict(self._template.globals)
        self._named = program.named

    def answer(self, request: Request) -> Reply:
        text, marks = _take_marks(self._write(request, request.messages, request.add_generation_prompt))
        if spans := _marked_spans(request, marks):
            return Reply(text, spans)
        befores: list[Before] = []
        for place in request.answers:
            before, _ = _take_marks(self._write(request, request.messages[:place], add_generation_prompt=True))
            is_whole = text.startswith(before)
            befores.append(Before(len(before) if is_whole else _common_prefix(text, before), is_whole))
        return Reply(text, (), tuple(befores))

    def _write(self, request: Request, messages: list[Any], add_generation_prompt: bool) -> str:
        text = self._template.render(
            messages=messages,
            tools=request.tools,
            documents=None,
            add_generation_prompt=add_generation_prompt,
            **self._named,
        )
        if len(text) > MAX_CHARACTERS:
            raise MemoryError
        return text


def _marked_spans(request: Request, marks: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """See `Reply.spans`."""
    turns = [place for place, message in enumerate(request.messages) if message["role"] == "assistant"]
    if len(turns) != len(marks):
        return ()
    return tuple(
        mark for place, mark in zip(turns, marks, strict=True) if place in request.answers and mark[1] > mark[0]
    )


def _take_marks(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without the marks of generation, and the characters they stood around."""
    if _OPEN not in text:
        return text, ()
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    removed = 0
    for mark in _MARK.finditer(text):
        place = mark.start() - removed
        removed += len(mark.group())
        if mark.group() == _OPEN:
            opened.append(place)
        elif opened:
            spans.append((opened.pop(), place))
    return _MARK.sub("", text), tuple(spans)


def _common_prefix(one: str, other: str) -> int:
    """How many first characters are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _guarded(work: Callable[[], Reply]) -> Reply:
    try:
        return work()
    except (MemoryError, RecursionError, OverflowError):
        return Reply(failure=TOO_MUCH_MEMORY)
    except Exception as problem:  # noqa: BLE001  (whatever a template does wrong)
        return Reply(failure=str(problem)[:1000] or type(problem).__name__)


def _limit_memory() -> None:
    """On systems that can; elsewhere the parent looks how much is used."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))


def _limit_time() -> None:
    """The system ends this process once it has used a little more: also where the parent is gone."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + MAX_SECONDS) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    send(outgoing, Replies([]))
    program = msgspec.msgpack.decode(receive(incoming), type=Program)
    template: list[_Template] = []

    def compile_source() -> Reply:
        template.append(_Template(program))
        return Reply()

    _limit_memory()
    _limit_time()
    send(outgoing, Replies([_guarded(compile_source)]))
    while template:
        batch = msgspec.msgpack.decode(receive(incoming), type=Batch)
        _limit_time()
        send(outgoing, Replies([_guarded(functools.partial(template[0].answer, each)) for each in batch.requests]))


if __name__ == "__main__":
    gc.set_threshold(100_000)  # see studio.data.crew
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        _serve(sys.stdin.buffer, sys.stdout.buffer)
