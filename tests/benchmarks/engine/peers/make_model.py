"""Makes a model with random weights and its tokenizer, and keeps the rows that everybody can read whole.

    make_model.py FOLDER

Reads asked.json and candidates.jsonl in the folder; writes model/, train.jsonl and, last, lengths.json.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch
from encode import encode, read_lines
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM, LlamaTokenizer, PreTrainedTokenizerFast


def main(folder: Path) -> None:
    """Make all of it."""
    asked = json.loads((folder / "asked.json").read_text(encoding="utf-8"))
    rows = read_lines(folder / "candidates.jsonl")
    shape = asked["shape"]
    if asked["tokenizer_folder"]:
        tokenizer: Any = LlamaTokenizer.from_pretrained(asked["tokenizer_folder"])
        tokenizer.pad_token = tokenizer.unk_token
    else:
        tokenizer = _byte_pairs(rows, shape["config"]["vocab_size"])
    tokenizer.chat_template = asked["chat_template"]
    tokenizer.save_pretrained(folder / "model")

    special = {name: getattr(tokenizer, name) for name in ("bos_token_id", "eos_token_id", "pad_token_id")}
    torch.manual_seed(asked["seed"])
    model = LlamaForCausalLM(LlamaConfig(**shape["config"], **special))
    for name, value in special.items():
        setattr(model.generation_config, name, value)
    model.save_pretrained(folder / "model")

    tokenizer = AutoTokenizer.from_pretrained(folder / "model")
    lengths: list[int] = []
    with (folder / "train.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            length = _length(tokenizer, row)
            if length is not None and length <= asked["max_length"]:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                lengths.append(length)
    (folder / "lengths.json").write_text(json.dumps(lengths), encoding="utf-8")


def _length(tokenizer: Any, row: dict[str, str]) -> int | None:
    try:
        return len(encode(tokenizer, row)[0])
    except ValueError:
        return None


def _byte_pairs(rows: list[dict[str, str]], size: int) -> PreTrainedTokenizerFast:
    """Byte-level BPE learnt from the rows."""
    tokenizer: Any = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=["<|im_start|>", "<|im_end|>", "<|pad|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator((f"{row['question']}\n{row['answer']}" for row in rows), trainer)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<|im_end|>", pad_token="<|pad|>")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
