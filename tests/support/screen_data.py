"""Models and rows for pictures and tests of the window: big models whose weights are holes, and rows with faults."""

from __future__ import annotations

import csv
import json
import math
import shutil
import struct
from pathlib import Path

from studio.starter import STARTER_MODEL


def _model(folder: Path, name: str, *, layers: int, hidden: int, middle: int, heads: int, vocab: int) -> Path:
    """A folder that looks like a model to everything that does not read its weights."""
    made = folder / name
    made.mkdir(parents=True)
    for file in STARTER_MODEL.iterdir():
        if file.suffix in (".json", ".jinja") and file.name not in ("config.json", "model.safetensors"):
            shutil.copy(file, made)
    config = {
        "model_type": "qwen3",
        "architectures": ["Qwen3ForCausalLM"],
        "vocab_size": vocab,
        "hidden_size": hidden,
        "intermediate_size": middle,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "num_key_value_heads": 8,
        "head_dim": 128,
        "max_position_embeddings": 40960,
        "tie_word_embeddings": False,
        "torch_dtype": "bfloat16",
    }
    (made / "config.json").write_text(json.dumps(config))
    header: dict[str, object] = {}
    offset = 0

    def tensor(key: str, *shape: int) -> None:
        nonlocal offset
        size = 2 * math.prod(shape)
        header[key] = {"dtype": "BF16", "shape": list(shape), "data_offsets": [offset, offset + size]}
        offset += size

    tensor("model.embed_tokens.weight", vocab, hidden)
    tensor("lm_head.weight", vocab, hidden)
    tensor("model.norm.weight", hidden)
    for layer in range(layers):
        stem = f"model.layers.{layer}"
        tensor(f"{stem}.self_attn.q_proj.weight", heads * 128, hidden)
        tensor(f"{stem}.self_attn.k_proj.weight", 1024, hidden)
        tensor(f"{stem}.self_attn.v_proj.weight", 1024, hidden)
        tensor(f"{stem}.self_attn.o_proj.weight", hidden, heads * 128)
        tensor(f"{stem}.mlp.gate_proj.weight", middle, hidden)
        tensor(f"{stem}.mlp.up_proj.weight", middle, hidden)
        tensor(f"{stem}.mlp.down_proj.weight", hidden, middle)
        for norm, width in (
            ("input_layernorm", hidden),
            ("post_attention_layernorm", hidden),
            ("self_attn.q_norm", 128),
            ("self_attn.k_norm", 128),
        ):
            tensor(f"{stem}.{norm}.weight", width)
    text = json.dumps(header).encode()
    with (made / "model.safetensors").open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + offset)
    return made


def model_of_four_billion(folder: Path) -> Path:
    """The shape of Qwen3-4B."""
    return _model(folder, "Qwen3-4B", layers=36, hidden=2560, middle=9728, heads=32, vocab=151936)


def big_model(folder: Path) -> Path:
    """The shape of Qwen3-14B, which no card of 24 GB holds."""
    return _model(folder, "Qwen3-14B", layers=40, hidden=5120, middle=17408, heads=40, vocab=151936)


def good_rows(folder: Path, rows: int = 2400) -> Path:
    """Questions and answers without a fault."""
    return _rows(folder, rows, {})


def broken_rows(folder: Path, rows: int = 2400) -> Path:
    """The same with an empty answer, a formula that failed, and nothing at all."""
    return _rows(
        folder,
        rows,
        {
            213: ("Where is my parcel?", ""),
            906: ("Is the red rack in stock?", "#REF!"),
            1120: ("", "Yes, five are left."),
        },
    )


def _rows(folder: Path, rows: int, faults: dict[int, tuple[str, str]]) -> Path:
    path = folder / "support-replies.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["question", "answer"])
        for number in range(rows):
            colour = ("blue", "red", "green", "black")[number % 4]
            good = (
                f"Is the {colour} rack number {number} in stock?",
                f"Yes, {number % 7 + 2} are left. Shall I put one aside for you? " * (1 + number % 5),
            )
            writer.writerow(faults.get(number, good))
    return path


def other_columns(folder: Path) -> Path:
    """A table whose columns have names that say nothing."""
    path = folder / "export.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["ticket", "subject_line", "written_back"])
        writer.writerows(
            [number, f"Is rack {number} in stock?", f"Yes, {number % 5} are left."] for number in range(200)
        )
    return path


def rows_with_twins(folder: Path, rows: int = 1200) -> Path:
    """Questions and answers of very different lengths, some of them twice."""
    path = folder / "support-replies.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["question", "answer"])
        for number in range(rows):
            same = number if number % 100 else 0
            long = 1 + int(12 * math.exp(-((number * 37 % 101) / 20)))
            answer = "I have asked the carrier to check. If it is not found by Friday, we send a new one at no cost. "
            writer.writerow([f"My order {48213 + same} says delivered but nothing came. What now?", answer * long])
    return path
