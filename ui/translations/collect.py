"""Finds what is to be translated beside `tr` in the window: sentences of the studio, and what is counted."""

from __future__ import annotations

import ast
import copy
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_STARTERS = _ROOT / "assets" / "starter"
_SPEAKS = re.compile(
    r"studio/(?!cli/|recipe/(?!write)|hardware/cards|report/(page|picture|words)|installation/checkout|api\.py|__main__)"
)
_VARIANTS = 8
_SENTENCE = re.compile(r"(?=.*[a-z]{2})(?:[A-Z“{\d`].* .*|[a-z].* .*[.?!…]|[A-Z][a-z]+(?: [a-z]+)+)", re.DOTALL)
_PHRASES = re.compile(
    r"studio/(planning|runs/(warned|endings)|foreman/(night|trouble|vigil)|hardware/(threats|gauges)|engine/doctor)"
)
_NAMED = re.compile(r"(?:the|an?) [\w {}]*\w}?")
"""What a value is called, such as "the answer", before it is put into a sentence."""
_HEADING = re.compile("[A-Z][a-z]+")
_PHRASE = re.compile(r"[a-z“{][\w',“”{} -]* [\w',“”{} -]*[\w}]", re.DOTALL)
_NOT_SAID = re.compile(
    r"[\n<>\\]|(?<!β₂ )=|\S\|\S| \| |--[a-z]+$|\{\{|, $"
    r"|^(?:PARAMETER|Bearer|Hello|Default|Long Path|and then|lora |probe of|empty cache|nightshift-studio"
    r"|(?:first|last|back in) \w+$)"
)
"""Code, patterns, and what only other programs read."""
_QUIET = {"compile", "sub", "split", "findall", "match", "search", "fullmatch", "startswith", "removeprefix"} | {
    *("lookup", "getenv", "Meta", "Struct", "debug", "info", "warning", "error", "exception")
}


def studio_templates() -> list[str]:
    """The sentences that the studio makes, with {names} where values stand, in the order of the source."""
    found: dict[str, None] = {}
    for path in sorted((_ROOT / "studio").rglob("*.py")):
        name = path.relative_to(_ROOT).as_posix()
        if _SPEAKS.match(name):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= dict.fromkeys([*_states(tree), *templates_of(tree, name)])
    return list(found)


def counted_things() -> list[str]:
    """What the window counts: "row", "thing worth a look"."""
    found: dict[str, None] = {}
    for path in sorted((_ROOT / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _name(call.func) in ("counted", "counted_word") and len(call.args) > 1:
                thing = call.args[1]
                if isinstance(thing, ast.Constant) and isinstance(thing.value, str):
                    found[thing.value] = None
    return list(found)


def starter_words() -> list[str]:
    """What the starters are called and what they teach."""
    abouts = (json.loads(each.read_text(encoding="utf-8")) for each in sorted(_STARTERS.glob("*/about.json")))
    return [about[key] for about in abouts for key in ("title", "sentence")]


def _states(module: ast.Module) -> Iterator[str]:
    """The words for how a run is: "running"."""
    for node in module.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="RunState")], value=ast.Subscript(slice=ast.Tuple(elts=states))):
                yield from (ast.literal_eval(state) for state in states)
            case _:
                pass


def templates_of(tree: ast.AST, path: str) -> Iterator[str]:
    """Those of one parsed file, `path` being its name from the root."""
    for node in _spoken(_Pieces(path).visit(tree)):
        yield from (text for text in _variants(node) if _said(text, path))


def _said(text: str, path: str) -> bool:
    bare = re.sub(r"\{\w*\}", "", text)
    said = _SENTENCE.fullmatch(text) or (_PHRASES.match(path) and _PHRASE.fullmatch(text))
    said = said or _NAMED.fullmatch(text) or (path == "studio/foreman/night.py" and _HEADING.fullmatch(text))
    return bool(said and re.search("[a-z]{3}", bare) and not _NOT_SAID.search(bare))


class _Pieces(ast.NodeTransformer):
    """Puts the texts that a variable stands for in its place in a sentence, so that the sentence is translated whole.

    Left where they are: variables that may hold something else, and texts that are sentences of their own.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._texts: dict[str, list[ast.expr]] = {}

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        outside, self._texts = self._texts, copy.deepcopy(_texts_by_name(node))
        made = self.generic_visit(node)
        self._texts = outside
        return made

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.AST:
        texts = self._texts.get(node.value.id, []) if isinstance(node.value, ast.Name) else []
        if all(_said(variant, self._path) for text in texts for variant in _variants(text)):
            return node
        chosen = texts[0]
        for text in texts[1:]:
            chosen = ast.IfExp(test=ast.Constant(value=True), body=chosen, orelse=text)
        return ast.FormattedValue(value=chosen, conversion=-1)


def _texts_by_name(function: ast.FunctionDef) -> dict[str, list[ast.expr]]:
    """The variables of a function that hold nothing but texts."""
    assigned: dict[str, list[ast.expr]] = {}
    stored = Counter(node.id for node in ast.walk(function) if isinstance(node, ast.Name) and _is_stored(node))
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for name, value in _pairs(node.targets[0], node.value):
                assigned.setdefault(name, []).append(value)
    every = {name: [_texts(value) for value in values] for name, values in assigned.items()}
    return {
        name: [text for texts in each for text in texts]
        for name, each in every.items()
        if all(each) and stored[name] == len(each)
    }


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match target, value:
        case ast.Name(id=name), _:
            yield name, value
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for one, its in zip(targets, values, strict=True):
                yield from _pairs(one, its)
        case _:
            pass


def _texts(node: ast.expr) -> list[ast.expr]:
    """The texts among which an expression chooses; none where it may be something else."""
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return [node]
        case ast.IfExp(body=one, orelse=other):
            every = [_texts(one), _texts(other)]
        case ast.Subscript(value=ast.Dict(values=values)):
            every = [_texts(value) for value in values]
        case _:
            return []
    return [text for texts in every for text in texts] if all(every) else []


def _spoken(node: ast.AST) -> Iterator[ast.AST]:
    """Texts outside docstrings, types, logs, assertions and patterns, in the order of the source."""
    if isinstance(node, ast.BinOp) and _all_texts(node):
        yield node
        return
    if isinstance(node, (ast.Constant, ast.JoinedStr)):
        if isinstance(node, ast.JoinedStr) or isinstance(node.value, str):
            yield node
        if isinstance(node, ast.JoinedStr):
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _spoken(value.value)
        return
    if _is_quiet(node):
        return
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns", "slice", "decorator_list", "bases", "keys"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _spoken(child)


def _is_quiet(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert():
            return True
        case ast.Call(func=func):
            return _name(func) in _QUIET
        case _:
            return False


def _variants(node: ast.AST) -> list[str]:
    """The texts that an expression can be, with {names} for what is not known."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return [*_variants(one), *_variants(other)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a, b in itertools.product(_variants(left), _variants(right))][:_VARIANTS]
        case ast.JoinedStr(values=values):
            return _joined(values)
        case _:
            return [f"{{{_identifier(node)}}}"]


def _joined(values: list[ast.expr]) -> list[str]:
    parts: list[list[str]] = []
    for value in values:
        if isinstance(value, ast.FormattedValue):
            parts.append(_variants(value.value) if _all_texts(value.value) else [f"{{{_identifier(value.value)}}}"])
        else:
            parts.append(_variants(value))
    return [_numbered(made) for made in itertools.islice(itertools.product(*parts), _VARIANTS)]


def _all_texts(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _all_texts(node.body) and _all_texts(node.orelse)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and _all_texts(node.left) and _all_texts(node.right)
    return isinstance(node, (ast.Constant, ast.JoinedStr))


def _numbered(parts: tuple[str, ...]) -> str:
    """Joined; a name that stands twice for different values gets a number."""
    seen: dict[str, int] = {}

    def renamed(field: re.Match[str]) -> str:
        seen[field[1]] = seen.get(field[1], 0) + 1
        return f"{{{field[1]}{seen[field[1]] if seen[field[1]] > 1 else ''}}}"

    return re.sub(r"\{(\w+)\}", renamed, "".join(parts))


def _identifier(node: ast.AST) -> str:
    """The last name in an expression: "peak_bytes" of gib(plan.peak_bytes)."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_") or "value"
        case ast.Call(args=[first, *_]) if not isinstance(first, (ast.Constant, ast.GeneratorExp)):
            return _identifier(first)
        case ast.Call(func=func):
            return _identifier(func)
        case ast.Subscript(value=value) | ast.Starred(value=value):
            return _identifier(value)
        case ast.BinOp(left=left):
            return _identifier(left)
        case ast.BoolOp(values=[first, *_]):
            return _identifier(first)
        case ast.UnaryOp(operand=operand):
            return _identifier(operand)
        case _:
            return "value"


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
