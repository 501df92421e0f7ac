"""What commands print: words for people, and with --json one object as the last line."""

from __future__ import annotations

import json
import math
import sys
from typing import Any, NoReturn, cast

import msgspec
from rich.console import Console
from rich.text import Text

from studio.errors import StudioError

_CONSOLE = Console(highlight=False)
_ERRORS = Console(stderr=True, highlight=False)


def say(words: str) -> None:
    """One line for people."""
    _CONSOLE.print(words, markup=False, soft_wrap=True)


def say_text(text: Text) -> None:
    """Text with colours, where the terminal has some."""
    _CONSOLE.print(text, soft_wrap=True)


def say_json(content: object) -> None:
    """One JSON object on one line. Numbers that JSON has no word for become null."""
    sys.stdout.write(json.dumps(_plain(msgspec.to_builtins(content)), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in cast("list[Any]", value)]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def fail(problem: StudioError, *, as_json: bool) -> NoReturn:
    """End with exit code 1: what happened and what to do, in words."""
    if as_json:
        say_json({"error": {"title": problem.title, "hint": problem.hint}})
    else:
        _ERRORS.print(problem.title, markup=False, soft_wrap=True)
        if problem.hint:
            _ERRORS.print(problem.hint, markup=False, soft_wrap=True)
    raise SystemExit(1)


def duration(seconds: float) -> str:
    """Seconds in the two largest units that matter."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


def percent(share: float) -> str:
    """A share of 0 to 1 in whole per cent."""
    return f"{share * 100:.0f} %"
