"""The work that all peers do: a model with random weights, rows, and the order in which they are learnt from."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import msgspec

from studio.data.order import epoch_order
from tests.benchmarks.engine.problem import BenchmarkProblem
from tests.benchmarks.engine.rows import read_held_out, read_rows

_MAKE_MODEL = Path(__file__).resolve().parent / "peers" / "make_model.py"
_VERSION = 1
"""Counted up when anything here changes what is made."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How everybody learns."""

    effective_batch_size: int = 32
    micro_batch_size: int = 4
    """Of the peers; ours chooses its own."""
    learning_rate: float = 2e-4
    max_length: int = 1024
    max_grad_norm: float = 1.0
    seed: int = 0
    lora_rank: int = 16
    lora_alpha: int = 32
    threads: int = 4
    """Of the peers; ours chooses its own."""


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A Llama and how conversations are written for it."""

    config: dict[str, Any]
    tokenizer: str
    """Folder beneath the tokenizers of the data; empty: byte pairs learnt from the rows."""
    user: str
    """A question as the model reads it, up to where the answer begins. `{{content}}` stands for the question."""
    answer: str
    """An answer, up to the token that ends it."""
    bos: bool
    """Whether a start token comes first."""

    @property
    def chat_template(self) -> str:
        """The same as a template, for one question and one answer."""
        before, after = self.user.split("{{content}}")
        start = "bos_token + " if self.bos else ""
        lead = self.answer.split("{{content}}")[0]
        return (
            "{% for m in messages %}{% if m['role'] == 'user' %}"
            f"{{{{ {start}{before!r} + m['content'] + {after!r} }}}}"
            f"{{% else %}}{{{{ {lead!r} + m['content'] + eos_token }}}}{{% endif %}}{{% endfor %}}"
        )


def _llama(hidden: int, inner: int, layers: int, heads: int, vocabulary: int) -> dict[str, Any]:
    return {
        "hidden_size": hidden,
        "intermediate_size": inner,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "num_key_value_heads": heads,
        "vocab_size": vocabulary,
        "max_position_embeddings": 4096,
        "tie_word_embeddings": True,
    }


SHAPES = {
    "s": Shape(
        config=_llama(256, 704, 4, 4, 8192),
        tokenizer="",
        user="<|im_start|>user\n{{content}}<|im_end|>\n<|im_start|>assistant\n",
        answer="{{content}}",
        bos=False,
    ),
    "m": Shape(
        config=_llama(384, 1024, 10, 6, 32768),
        tokenizer="mistral-v3",
        user="[INST] {{content}} [/INST]",
        answer=" {{content}}",
        bos=True,
    ),
}


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison: what is learnt, by which model, how."""

    shape: str
    mix: str
    method: str
    """"lora" or "full"."""
    folder: Path
    expected_tokens: tuple[int, ...]
    """Real tokens of update 1, 2, …, through one pass over the rows."""

    @property
    def title(self) -> str:
        """For people."""
        methods = {"lora": "LoRA on all linear layers", "full": "full fine-tuning"}
        return f"shape {self.shape}, {methods[self.method]}, {self.mix}"

    @property
    def model(self) -> Path:
        """The model's folder."""
        return self.folder / "model"

    @property
    def train(self) -> Path:
        """The rows as a user has them."""
        return self.folder / "train.jsonl"

    @property
    def ordered(self) -> Path:
        """The same rows in the order in which ours learns from them."""
        return self.folder / "ordered.jsonl"

    @property
    def held_out(self) -> Path:
        """One row that nobody learns from."""
        return self.folder / "held_out.jsonl"


def prepare(shape: str, mix: str, method: str, *, data: Path, cache: Path, python: Path, settings: Settings) -> Work:
    """The work, made once and kept in `cache`. `python` has the libraries for it. Raises BenchmarkProblem."""
    if not data.is_dir():
        raise BenchmarkProblem(f"There is no folder {data}: say with --data where the real datasets are.")
    rows = read_rows(data, mix)
    asked = {
        "shape": msgspec.to_builtins(SHAPES[shape]),
        "chat_template": SHAPES[shape].chat_template,
        "tokenizer_folder": str(data / "tokenizers" / SHAPES[shape].tokenizer) if SHAPES[shape].tokenizer else "",
        "seed": settings.seed,
        "max_length": settings.max_length,
    }
    key = hashlib.sha256(json.dumps([_VERSION, asked, rows]).encode()).hexdigest()[:10]
    folder = cache / f"{shape}-{mix}-{key}"
    if not (folder / "lengths.json").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "candidates.jsonl", rows)
        _write(folder / "held_out.jsonl", read_held_out(data))
        (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
        done = subprocess.run([python, _MAKE_MODEL, folder], capture_output=True, text=True)
        if done.returncode:
            raise BenchmarkProblem(f"The model of shape {shape} could not be made: {done.stderr.strip()[-500:]}")
    lengths: list[int] = json.loads((folder / "lengths.json").read_text(encoding="utf-8"))
    order = epoch_order(len(lengths), settings.seed, 0)
    kept = (folder / "train.jsonl").read_text(encoding="utf-8").split("\n")  # texts may hold other line ends
    _write(folder / "ordered.jsonl", [json.loads(kept[number]) for number in order])
    columns = {"file_name": "ordered.jsonl", "columns": {"prompt": "question", "response": "answer"}}
    (folder / "dataset_info.json").write_text(json.dumps({"rows": columns}), encoding="utf-8")
    size = settings.effective_batch_size
    expected = [sum(lengths[number] for number in order[at : at + size]) for at in range(0, len(order), size)]
    return Work(shape=shape, mix=mix, method=method, folder=folder, expected_tokens=tuple(expected))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
