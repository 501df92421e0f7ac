"""`nightshift settings` and `nightshift webhook`: what holds for all runs."""

from __future__ import annotations

import sys
from typing import Annotated, Any, get_args

import msgspec
import typer

from studio.cli.options import HomeOption, JsonOption
from studio.cli.say import say, say_json
from studio.errors import StudioError
from studio.foreman.webhook import find_address, forget_address, keep_address
from studio.paths import open_home
from studio.settings import Settings, read_settings, write_settings


def settings(
    changes: Annotated[list[str] | None, typer.Argument(help="Like keep_awake=false or after_success=sleep.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """What holds for all runs: keeping awake, telling, what follows success. --json: all of it by name."""
    where = open_home(home)
    chosen = read_settings(where)
    for change in changes or []:
        chosen = _changed(chosen, change)
    if changes:
        write_settings(where, chosen)
    fields = msgspec.to_builtins(chosen)
    if json:
        say_json({**fields, "webhook_address": find_address(where) is not None})
        return
    for name, value in fields.items():
        say(f"{name} = {value}")


def _changed(chosen: Settings, change: str) -> Settings:
    """Raises StudioError."""
    name, equals, text = change.partition("=")
    field = next((each for each in msgspec.structs.fields(Settings) if each.name == name), None)
    if field is None or not equals:
        names = ", ".join(each.name for each in msgspec.structs.fields(Settings))
        raise StudioError(f"“{change}” is no setting.", f"Write it like keep_awake=false. There are: {names}.")
    value: Any = text.split() if field.type == tuple[str, ...] else text
    try:
        value = msgspec.convert(value, field.type, strict=False)
    except msgspec.ValidationError as problem:
        raise StudioError(f"“{text}” is no value for {name}.", f"It is {_kind(field.type)}.") from problem
    return msgspec.structs.replace(chosen, **{name: value})


def _kind(expected: Any) -> str:
    words = {bool: "true or false", int: "a whole number", float: "a number"}
    return words.get(expected) or f"one of {', '.join(get_args(expected))}"


def webhook(
    forget: Annotated[bool, typer.Option("--forget", help="Remove the address.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Keep the address to which notes are sent; it is asked for, so that it stands in no history. --json: `kept`."""
    where = open_home(home)
    if forget:
        forget_address(where)
        kept = ""
    else:
        asks = "Address of the webhook"
        given = typer.prompt(asks, hide_input=True) if sys.stdin.isatty() else sys.stdin.readline()
        kept = keep_address(where, given)
    if json:
        say_json({"kept": kept or None})
    else:
        say(f"The address is kept {kept}. Its shape: nightshift settings webhook=slack" if kept else "It is forgotten.")
