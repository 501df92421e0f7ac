"""What no model folder may hold: program code to run, links to elsewhere, files that no model needs so large."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import cast

import msgspec

from studio.errors import ModelProblem

MAX_JSON_BYTES = 16 * 2**20
"""Of a configuration; those of models have some kilobytes, with a chat template some hundred."""
MAX_TOKENIZER_BYTES = 256 * 2**20
_CODE_KEYS = frozenset({"auto_map", "custom_pipelines", "custom_generate", "trust_remote_code", "kernel_config"})
_ATTENTION = re.compile(r"^_?(?:attn|experts)_implementation(?:_internal)?$")
"""Names under which transformers looks for a kernel on the hub where the value holds a slash."""


def refuse_code(content: object, file: str) -> None:
    """Nothing from a model's folder is ever run. Raises ModelProblem, however deep in the content it is asked for."""
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += cast("list[object]", value)
        if not isinstance(value, dict):
            continue
        for key, each in cast("dict[str, object]", value).items():
            if (key in _CODE_KEYS and each) or (_ATTENTION.match(key) and _names_a_kernel(each)):
                raise ModelProblem(
                    f"This model wants to run program code that came with it ({file}).",
                    "Choose a version of the model without code of its own. If its kind is built in, as with Llama, "
                    f"Qwen, Mistral, Gemma and Phi, removing '{key}' from {file} is enough.",
                )
            waiting.append(each)


def _names_a_kernel(value: object) -> bool:
    each = cast("dict[str, object]", value).values() if isinstance(value, dict) else (value,)
    return any(isinstance(name, str) and "/" in name for name in each)


def check_link(path: Path, folder: Path) -> Path:
    """The path itself; a link may lead to the folder or to the hub cache it belongs to. Raises ModelProblem."""
    real, home = path.resolve(), folder.resolve()
    allowed = [home]
    if home.parent.name == "snapshots":
        allowed.append(home.parent.parent / "blobs")
    if not any(real.is_relative_to(place) for place in allowed):
        raise ModelProblem(
            f"{path.name} is a link to a file outside the model's folder.",
            f"Copy the file itself into {folder.name}.",
        )
    return path


class _Added(msgspec.Struct):
    id: int


class _Vocabulary(msgspec.Struct):
    vocab: dict[str, int] | list[object] = msgspec.field(default_factory=dict[str, int])


class _Tokenizer(msgspec.Struct):
    model: _Vocabulary
    added_tokens: list[_Added] = msgspec.field(default_factory=list[_Added])


_SPARE = 64
"""Tokens beyond the model's table that are no sign of another model: families add some for pictures and the like.
Rows in which they occur are refused when they are encoded."""


def check_tokenizer(path: Path, vocab_size: int) -> None:
    """Raises ModelProblem where tokenizer.json cannot be read or is that of a model with far more tokens."""
    status = path.stat()
    if status.st_size > MAX_TOKENIZER_BYTES:
        raise ModelProblem(
            f"{path.name} has {status.st_size:,} bytes, which no tokenizer needs.", f"Download {path.name} again."
        )
    highest = _highest_token(path, status.st_size, status.st_mtime_ns)
    if highest >= vocab_size + _SPARE:
        raise ModelProblem(
            f"The tokenizer knows {highest + 1:,} tokens, the model {vocab_size:,}.",
            "The files belong to different models: download all of them again.",
        )


@lru_cache(maxsize=64)
def _highest_token(path: Path, _size: int, _changed: int) -> int:
    try:
        tokenizer = msgspec.json.decode(path.read_bytes(), type=_Tokenizer)
    except (OSError, msgspec.DecodeError, RecursionError) as problem:
        raise ModelProblem(f"{path.name} of the model is damaged.", f"Download {path.name} again.") from problem
    vocab = tokenizer.model.vocab
    numbers = list(vocab.values()) if isinstance(vocab, dict) else [len(vocab) - 1]
    return max((*numbers, *(token.id for token in tokenizer.added_tokens)), default=0)
