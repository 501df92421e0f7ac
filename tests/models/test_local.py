"""What a model folder holds, and in words why it cannot be trained."""

from __future__ import annotations

import json
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import transformers

from studio.errors import ModelProblem
from studio.models.local import read_model
from tests.support.models import Kind, make_model

KINDS: list[Kind] = ["llama", "mistral", "qwen3", "gemma3", "gpt2", "mixtral", "phi3", "gpt_neox"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_facts_are_those_of_the_loaded_model(tmp_path: Path, kind: Kind) -> None:
    folder = make_model(tmp_path / "tiny", kind)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder)
    facts = read_model(folder)
    assert facts.parameters == sum(parameter.numel() for parameter in model.parameters())
    assert (facts.name, facts.model_type) == ("tiny", model.config.model_type)
    assert facts.architecture == type(model).__name__
    assert facts.hidden_size == 64
    assert facts.num_layers == 2
    assert facts.vocab_size == model.get_input_embeddings().weight.shape[0]
    assert facts.tied_embeddings == (model.get_input_embeddings().weight is model.get_output_embeddings().weight)
    assert facts.max_positions == 512
    assert facts.weights_dtype == "float32"
    assert facts.weight_bytes == (folder / "model.safetensors").stat().st_size
    assert facts.gated_mlp == (kind not in ("gpt2", "gpt_neox"))
    assert facts.chat_template == (kind != "gpt2")
    assert (facts.num_experts, facts.experts_per_token) == ((4, 2) if kind == "mixtral" else (0, 0))


@pytest.mark.parametrize("kind", KINDS)
def test_a_bare_config_gives_the_same_parameters(tmp_path: Path, kind: Kind) -> None:
    folder = make_model(tmp_path / "tiny", kind)
    whole, bare = read_model(folder), read_model(folder / "config.json")
    assert bare.parameters == whole.parameters
    assert bare.tied_embeddings == whole.tied_embeddings
    assert not bare.has_weights
    assert bare.weight_bytes == 4 * bare.parameters


@pytest.mark.parametrize(
    ("config", "parameters"),
    [
        # published sizes of models, from the numbers in their config.json
        (
            {"model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32,
             "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 128256},
            8_030_261_248,
        ),
        (
            {"model_type": "llama", "hidden_size": 5120, "intermediate_size": 13824, "num_hidden_layers": 40,
             "num_attention_heads": 40, "vocab_size": 32000},
            13_015_864_320,
        ),
        (
            {"model_type": "qwen2", "hidden_size": 896, "intermediate_size": 4864, "num_hidden_layers": 24,
             "num_attention_heads": 14, "num_key_value_heads": 2, "vocab_size": 151936, "tie_word_embeddings": True},
            494_032_768,
        ),
        (
            {"model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32,
             "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 32000, "num_local_experts": 8,
             "num_experts_per_tok": 2},
            46_702_792_704,
        ),
        ({"model_type": "gpt2", "n_embd": 768, "n_layer": 12, "n_head": 12, "n_positions": 1024, "vocab_size": 50257},
         124_439_808),
        (
            {"model_type": "falcon", "hidden_size": 4544, "num_hidden_layers": 32, "num_attention_heads": 71,
             "multi_query": True, "vocab_size": 65024, "parallel_attn": True},
            6_921_720_704,
        ),
        (
            {"model_type": "phi", "hidden_size": 2560, "intermediate_size": 10240, "num_hidden_layers": 32,
             "num_attention_heads": 32, "vocab_size": 51200},
            2_779_683_840,
        ),
    ],
    ids=["Llama-3-8B", "Llama-2-13B", "Qwen2.5-0.5B", "Mixtral-8x7B", "GPT-2", "Falcon-7B", "phi-2"],
)  # fmt: skip
def test_published_sizes_follow_from_config_alone(tmp_path: Path, config: dict[str, object], parameters: int) -> None:
    (tmp_path / "config.json").write_text(json.dumps(config))
    assert read_model(tmp_path / "config.json").parameters == parameters


def test_a_nested_text_config_is_read(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "tiny", "gemma3", weights=False)
    config = json.loads((folder / "config.json").read_text())
    nested = {"model_type": "gemma3", "architectures": ["Gemma3ForConditionalGeneration"], "text_config": config}
    (folder / "nested").mkdir()
    (folder / "nested" / "config.json").write_text(json.dumps(nested))
    facts = read_model(folder / "nested" / "config.json")
    assert (facts.hidden_size, facts.num_layers) == (64, 2)
    assert facts.parameters == read_model(folder / "config.json").parameters


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "whole", "llama")


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "tiny"))


def _config(folder: Path, **changes: object) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **changes}))


def _index(folder: Path, shard: str) -> None:
    (folder / "model.safetensors").rename(folder / "model-00001-of-00001.safetensors")
    names = list(_header(folder / "model-00001-of-00001.safetensors"))
    placed = dict.fromkeys(names, "model-00001-of-00001.safetensors") | {"lm_head.weight": shard}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": placed}))


def _header(path: Path) -> dict[str, object]:
    data = path.read_bytes()
    header = json.loads(data[8 : 8 + struct.unpack("<Q", data[:8])[0]])
    header.pop("__metadata__", None)
    return header


def _cut(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-1000])


def _bomb(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", 2**40) + b"{}" * 100)


def _overlapping(folder: Path) -> None:
    header = {name: {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]} for name in ("a", "b")}
    text = json.dumps(header).encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + bytes(32))


def _outside_link(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder.parent / "elsewhere.safetensors")
    (folder / "model.safetensors").symlink_to(folder.parent / "elsewhere.safetensors")


def _only(folder: Path, name: str, content: bytes = b"{}") -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / name).write_bytes(content)


def _pickle_only(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


Fault = tuple[str, Callable[[Path], object], str, str]
SECOND_SHARD = "model-00002-of-00002.safetensors"
ADAPTER = b'{"base_model_name_or_path": "org/base"}'
FAULTS: list[Fault] = [
    ("no such folder", shutil.rmtree, "There is no folder", "choose"),
    ("no model", lambda f: _only(f, "notes.txt"), "config.json is missing", "Choose the folder of a language model"),
    ("broken config", lambda f: (f / "config.json").write_text("{"), "config.json of the model is damaged", "again"),
    ("no kind", lambda f: (f / "config.json").write_text("{}"), "does not say what kind", "Choose"),
    ("odd number", lambda f: _config(f, hidden_size="big"), "'big' for hidden_size", "Download"),
    ("no weights", lambda f: (f / "model.safetensors").unlink(), "has no weights", "Download"),
    ("pickle only", _pickle_only, "old format that can run programs", "Convert them to safetensors"),
    ("adapter", lambda f: _only(f, "adapter_config.json", ADAPTER), "adapter", "org/base"),
    ("gguf", lambda f: _only(f, "model.gguf", b"GGUF"), "GGUF", "original model"),
    ("cut off", _cut, "model.safetensors is cut off", "Download model.safetensors again"),
    ("header bomb", _bomb, "cut off or no safetensors", "Download"),
    ("overlap", _overlapping, "in the same place", "Download"),
    ("missing shard", lambda f: _index(f, SECOND_SHARD), f"{SECOND_SHARD} is missing", "Download"),
    ("index outside", lambda f: _index(f, "../evil.safetensors"), "outside its folder", "Do not use"),
    ("index absolute", lambda f: _index(f, "/etc/passwd"), "outside its folder", "Do not use"),
    ("link outside", _outside_link, "link to a file outside", "Copy"),
    ("no tokenizer", lambda f: (f / "tokenizer.json").unlink(), "tokenizer.json is missing", "Download"),
    ("sentencepiece only", lambda f: (f / "tokenizer.json").rename(f / "tokenizer.model"), "old format", "Download"),
    ("remote code", lambda f: _config(f, auto_map={"AutoModel": "m.M"}), "program code", "without code"),
    ("kernel", lambda f: _config(f, _attn_implementation_internal="a/b"), "program code", "without code"),
    ("compressed", lambda f: _config(f, quantization_config={"quant_method": "gptq"}), "(gptq)", "original"),
    ("other vocabulary", lambda f: _config(f, vocab_size=5), "config.json says 5", "different models"),
    ("other layers", lambda f: _config(f, num_hidden_layers=3), "hold 2 layers, config.json says 3", "different"),
]  # fmt: skip


@pytest.mark.parametrize(("fault", "title", "hint"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_folder_that_cannot_be_trained_is_refused_in_words(
    folder: Path, fault: Callable[[Path], object], title: str, hint: str
) -> None:
    read_model(folder)
    fault(folder)
    with pytest.raises(ModelProblem) as caught:
        read_model(folder)
    assert title in caught.value.title
    assert hint in caught.value.hint


def test_a_gguf_file_and_another_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.gguf").write_bytes(b"GGUF....")
    (tmp_path / "b.txt").write_text("hello")
    with pytest.raises(ModelProblem, match="GGUF"):
        read_model(tmp_path / "a.gguf")
    with pytest.raises(ModelProblem, match="a file, not the folder"):
        read_model(tmp_path / "b.txt")


def test_weights_are_not_needed_for_planning(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    facts = read_model(folder, require_weights=False)
    assert not facts.has_weights
    assert facts.parameters > 4_000_000


def test_from_scratch_a_tokenizer_is_needed_and_weights_do_not_count(folder: Path) -> None:
    with_weights = read_model(folder, from_scratch=True)
    (folder / "model.safetensors").unlink()
    assert read_model(folder, from_scratch=True) == with_weights
    assert not with_weights.has_weights
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelProblem, match="no tokenizer"):
        read_model(folder, from_scratch=True)


def test_links_of_the_hub_cache_are_followed(whole: Path, tmp_path: Path) -> None:
    snapshot = tmp_path / "models--a--b" / "snapshots" / "abc"
    shutil.copytree(whole, snapshot)
    (tmp_path / "models--a--b" / "blobs").mkdir()
    blob = tmp_path / "models--a--b" / "blobs" / "123"
    (snapshot / "model.safetensors").rename(blob)
    (snapshot / "model.safetensors").symlink_to("../../blobs/123")
    assert read_model(snapshot).has_weights


def test_a_sharded_model_counts_like_a_whole_one(whole: Path, tmp_path: Path) -> None:
    transformers.AutoModelForCausalLM.from_pretrained(whole).save_pretrained(tmp_path / "shards", max_shard_size="5MB")
    shutil.copy(whole / "tokenizer.json", tmp_path / "shards")
    assert (tmp_path / "shards" / "model.safetensors.index.json").exists()
    assert read_model(tmp_path / "shards").parameters == read_model(whole).parameters
