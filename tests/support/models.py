"""Makes small models with a real tokenizer, so that tests run on the folders users have."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import transformers

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
DATA = SHARED / "data"
TOKENIZERS = DATA / "tokenizers"

Kind = Literal["llama", "qwen3", "gemma3", "gpt2", "mixtral", "mistral", "phi3", "gpt_neox"]

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)


def make_model(
    folder: Path, kind: Kind = "llama", *, tokenizer: str | None = None, weights: bool = True, seed: int = 0
) -> Path:
    """A model of two layers in `folder` with that tokenizer: by default phi-2's for GPT-2, else phi-3-mini's."""
    import torch
    import transformers

    name = tokenizer or ("phi-2" if kind == "gpt2" else "phi-3-mini")
    config = _config(kind, vocab_size(name))
    folder.mkdir(parents=True, exist_ok=True)
    if weights:
        torch.manual_seed(seed)
        model = transformers.AutoModelForCausalLM.from_config(config)
        model.save_pretrained(folder)
    else:
        config.save_pretrained(folder)
    copy_tokenizer(folder, name)
    return folder


def copy_tokenizer(folder: Path, name: str) -> None:
    """The tokenizer files of that name, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in (TOKENIZERS / name).iterdir():
        shutil.copyfile(path, folder / path.name)


def set_template(folder: Path, template: str | None, **tokens: str) -> None:
    """Give the tokenizer in `folder` another chat template (None: none at all) and other special tokens."""
    path = folder / "tokenizer_config.json"
    config = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    config.pop("chat_template", None)
    if template is not None:
        config["chat_template"] = template
    path.write_text(json.dumps({**config, **tokens}), encoding="utf-8")


def vocab_size(tokenizer: str) -> int:
    """Token numbers a model needs for that tokenizer."""
    table = json.loads((TOKENIZERS / tokenizer / "tokenizer.json").read_text(encoding="utf-8"))
    ids = [*table["model"]["vocab"].values(), *(token["id"] for token in table["added_tokens"])]
    return max(ids) + 1


def _config(kind: Kind, words: int) -> transformers.PretrainedConfig:
    import transformers

    usual = {
        "vocab_size": words,
        "hidden_size": 64,
        "intermediate_size": 160,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": 512,
        "bos_token_id": 1,
        "eos_token_id": 32000 if words > 32000 else 2,
        "pad_token_id": 32000 if words > 32000 else 0,
    }
    match kind:
        case "llama":
            return transformers.LlamaConfig(**usual)
        case "mistral":
            return transformers.MistralConfig(**usual, sliding_window=None)
        case "phi3":
            return transformers.Phi3Config(**usual)
        case "qwen3":
            return transformers.Qwen3Config(**usual, head_dim=16, tie_word_embeddings=True)
        case "gemma3":
            return transformers.Gemma3TextConfig(**usual, head_dim=16)
        case "mixtral":
            return transformers.MixtralConfig(**usual, num_local_experts=4, num_experts_per_tok=2, sliding_window=None)
        case "gpt_neox":
            del usual["num_key_value_heads"]
            return transformers.GPTNeoXConfig(**usual)
        case "gpt2":
            return transformers.GPT2Config(
                vocab_size=words, n_embd=64, n_layer=2, n_head=4, n_positions=512, eos_token_id=50256
            )
