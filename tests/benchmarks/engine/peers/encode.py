"""A question and its answer as tokens, as a script of one's own would do it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_lines(path: str | Path) -> list[dict[str, str]]:
    """The rows of a file with one JSON object per line."""
    with Path(path).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def encode(tokenizer: Any, row: dict[str, str]) -> tuple[list[int], int]:
    """All tokens of a row, and how many of them are the prompt, which is not learnt."""
    asked = [{"role": "user", "content": row["question"]}]
    whole = [*asked, {"role": "assistant", "content": row["answer"]}]
    prompt = tokenizer.apply_chat_template(asked, add_generation_prompt=True, tokenize=True, return_dict=False)
    tokens = tokenizer.apply_chat_template(whole, tokenize=True, return_dict=False)
    if tokens[: len(prompt)] != prompt:
        raise ValueError("the prompt reads differently with an answer behind it")
    return tokens, len(prompt)
