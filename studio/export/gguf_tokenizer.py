"""A model's tokenizer.json in the words of a GGUF file, or in words why llama.cpp would read text otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, cast

import msgspec

from studio.data.template import ChatTemplate
from studio.data.tokenizer import TextTokenizer
from studio.errors import ModelProblem
from studio.models.local import read_json_object, tokenizer_files

_NORMAL, _UNKNOWN, _CONTROL, _USER_DEFINED, _UNUSED, _BYTE = 1, 2, 3, 4, 5, 6
"""Types of tokens, as llama.cpp numbers them."""

_CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)"
_REST = r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
_CASED = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|"
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|"
)
_SPLITS = {
    _CONTRACTIONS + r"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}" + _REST: "qwen2",
    _CONTRACTIONS + r"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}" + _REST: "llama-bpe",
    _CASED + r"\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+": "tekken",
}
"""How text is cut before it is merged, and what llama.cpp calls that way (src/llama-vocab.cpp)."""


class GgufTokenizer(msgspec.Struct, frozen=True, kw_only=True):
    """The `tokenizer.*` entries of a GGUF file."""

    model: Literal["gpt2", "llama"]
    """Pairs of bytes, or SentencePiece's pairs with bytes for what is unknown."""
    pre: str
    tokens: list[str]
    types: list[int]
    scores: list[float] | None
    """In which order pieces are merged, where `model` is "llama": the highest first."""
    merges: list[str] | None
    bos: int | None
    eos: int
    end_of_turn: int | None
    """Where an answer ends with another token than a text."""
    unknown: int | None
    pad: int | None
    add_bos: bool
    add_space_prefix: bool
    chat_template: str


def gguf_tokenizer(folder: Path, vocab_size: int, end_tokens: Sequence[int] = ()) -> GgufTokenizer:
    """Read the tokenizer of a model with so many word vectors. Raises ModelProblem.

    `end_tokens`: after any of these an answer is over.
    """
    table: Any = read_json_object(tokenizer_files(folder).tokenizer)
    text = TextTokenizer(folder)
    model = table["model"]
    if model["type"] != "BPE":
        raise _refused(f"its tokenizer is of the kind {model['type']}")
    bytewise = bool(model.get("byte_fallback"))
    tokens = _tokens(table, vocab_size)
    merges = [each if isinstance(each, str) else " ".join(each) for each in model["merges"]]
    number = text.tokenizer.token_to_id
    named = {name: number(word) for name, word in text.named.items()}
    return GgufTokenizer(
        model="llama" if bytewise else "gpt2",
        pre="default" if bytewise else _pre(table),
        tokens=[token for token, _ in tokens],
        types=[kind for _, kind in tokens],
        scores=_scores([token for token, _ in tokens], merges) if bytewise else None,
        merges=None if bytewise else merges,
        bos=named.get("bos_token"),
        eos=text.eos_id,
        end_of_turn=next((each for each in end_tokens if each != text.eos_id), None),
        unknown=named.get("unk_token"),
        pad=text.pad_id,
        add_bos=bool(text.bos_ids),
        add_space_prefix=bytewise and _prepends_space(table),
        chat_template=ChatTemplate(folder, text).source,
    )


def _tokens(table: dict[str, Any], vocab_size: int) -> list[tuple[str, int]]:
    """Text and type of every token; numbers that no token has stand for nothing."""
    model = table["model"]
    tokens = [(f"[PAD{number}]", _UNUSED) for number in range(vocab_size)]
    for token, number in cast("dict[str, int]", model["vocab"]).items():
        is_byte = model.get("byte_fallback") and len(token) == 6 and token.startswith("<0x")
        kind = _BYTE if is_byte else _UNKNOWN if token == model.get("unk_token") else _NORMAL
        tokens[number] = (token, kind)
    for added in table.get("added_tokens") or ():
        kind = _CONTROL if added["special"] else _USER_DEFINED
        if tokens[added["id"]][1] != _UNKNOWN:
            tokens[added["id"]] = (added["content"], kind)
    return tokens


def _scores(tokens: list[str], merges: list[str]) -> list[float]:
    """SentencePiece merges the piece with the highest score first, tokenizer.json the pair that is listed first."""
    rank: dict[str, int] = {}
    for number, merge in enumerate(merges):
        rank.setdefault(merge.replace(" ", "", 1), number)
    return [float(-rank.get(token, 0)) for token in tokens]


def _pre(table: dict[str, Any]) -> str:
    """What llama.cpp calls the way in which this tokenizer cuts text before merging."""
    if table.get("normalizer") not in (None, {"type": "NFC"}):
        raise _refused("its tokenizer changes text in a way that llama.cpp does not know")
    steps = _steps(table, "pre_tokenizer", "pretokenizers")
    kinds = [step.get("type") for step in steps]
    if kinds == ["ByteLevel"] and steps[0].get("use_regex", True):
        return "gpt-2"
    if kinds == ["Digits", "ByteLevel"] and steps[0]["individual_digits"] and steps[1].get("use_regex", True):
        return "smollm"
    if kinds == ["Split", "ByteLevel"]:
        found = _SPLITS.get(steps[0]["pattern"].get("Regex", ""))
        if found == "llama-bpe" and not table["model"].get("ignore_merges"):
            return "dbrx"
        if found:
            return found
    raise _refused("its tokenizer cuts text in a way that llama.cpp has no name for")


def _prepends_space(table: dict[str, Any]) -> bool:
    """Whether a text begins with the sign for a space."""
    before = _steps(table, "pre_tokenizer", "pretokenizers")
    return any(
        step.get("type") == "Prepend"
        or (step.get("type") == "Metaspace" and step.get("prepend_scheme", "always") != "never")
        for step in [*before, *_steps(table, "normalizer", "normalizers")]
    )


def _steps(table: dict[str, Any], part: str, several: str) -> list[dict[str, Any]]:
    """What a part of a tokenizer does, one after the other."""
    found: dict[str, Any] = table.get(part) or {}
    return found.get(several) or [found]


def _refused(why: str) -> ModelProblem:
    return ModelProblem(
        f"This model cannot become a GGUF file: {why}.", "Export it merged: transformers and vLLM read that."
    )
