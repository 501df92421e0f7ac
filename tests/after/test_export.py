"""An export holds what the studio showed, read by those who will read it."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import gguf
import msgspec
import numpy as np
import pytest
import torch
import transformers
from peft import PeftModel

from studio.after import ExportJob, ExportKind, WeightType
from studio.engine.answers import greedy_cases
from studio.engine.consumer import ask_consumer
from studio.engine.export import _spellings, export
from studio.engine.load import load_model
from studio.engine.merge import as_quantized, merged_tensors, stored_tensors
from studio.engine.outcome import load_outcome, load_tuned
from studio.engine.proof import prove
from studio.engine.shards import write_shards
from studio.engine.to_gguf import write_gguf
from studio.errors import RunProblem, StudioError
from studio.export.gguf_tokenizer import gguf_tokenizer
from studio.export.proof import ProofOrder, Spelling, compare
from studio.job import Full, Lora, Quantization
from studio.models.weights import read_weights
from studio.runs.folder import RunFolder
from studio.starter import STARTER_MODEL
from tests.after.finished import finished_run, go_on, make_rows, quiet

SIZES = dict(vocab_size=2560, hidden_size=64, intermediate_size=96, num_hidden_layers=2, num_attention_heads=4,
             num_key_value_heads=2, max_position_embeddings=256, bos_token_id=None, eos_token_id=2,
             pad_token_id=0)  # fmt: skip
CONFIGS = {
    "llama": lambda: transformers.LlamaConfig(**SIZES),
    "qwen3": lambda: transformers.Qwen3Config(**SIZES, head_dim=128, tie_word_embeddings=True),
    "gemma3": lambda: transformers.Gemma3TextConfig(
        **SIZES, head_dim=256, query_pre_attn_scalar=256, sliding_window=64, tie_word_embeddings=True
    ),
}


def random_model(folder: Path, kind: str) -> Path:
    """A random model of that kind with the starter's tokenizer, its norms not all alike."""
    torch.manual_seed(0)
    model = transformers.AutoModelForCausalLM.from_config(CONFIGS[kind]())
    with torch.no_grad():
        for weight in model.parameters():
            weight.copy_(weight * 4 if weight.ndim > 1 else weight + 0.3 * torch.randn_like(weight))
    model.save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / name).write_bytes((STARTER_MODEL / name).read_bytes())
    return folder


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RunFolder]:
    """A finished run of each kind."""
    folder = tmp_path_factory.mktemp("runs")
    rows = make_rows(folder / "rows.jsonl")
    return {kind: finished_run(folder / kind, random_model(folder / f"m {kind}", kind), rows=rows) for kind in CONFIGS}


@pytest.mark.parametrize("kind", CONFIGS)
def test_a_merged_model_scores_like_base_and_adapter(runs: dict[str, RunFolder], kind: str, tmp_path: Path) -> None:
    run = runs[kind]
    job = run.job()
    write_shards(tmp_path, merged_tensors(job, run.result, "float32"), torch.float32, 100_000, lambda _: None)
    config = Path(job.model) / "config.json"
    (tmp_path / "config.json").write_bytes(config.read_bytes())
    merged = transformers.AutoModelForCausalLM.from_pretrained(tmp_path, dtype=torch.float32)
    base = transformers.AutoModelForCausalLM.from_pretrained(job.model, dtype=torch.float32)
    tokens = torch.arange(3, 60).unsqueeze(0)
    with torch.no_grad():
        before = base(tokens).logits
        together = PeftModel.from_pretrained(base, run.result).eval()(tokens).logits
        assert (merged(tokens).logits - together).abs().max() / together.abs().max() < 1e-5
    assert (together - before).abs().max() > 1e-3
    assert len(list(tmp_path.glob("model-*.safetensors"))) > 1
    assert (merged.lm_head.weight is merged.model.embed_tokens.weight) == bool(merged.config.tie_word_embeddings)


@pytest.mark.parametrize(
    "method",
    [
        Lora(rank=4, decomposed=True, rank_stabilized=True),
        pytest.param(Lora(rank=4, rank_stabilized=True), marks=pytest.mark.storm),
        pytest.param(Full(), marks=pytest.mark.storm),
    ],
)
def test_every_way_of_learning_can_be_merged(method: Lora | Full, tmp_path: Path) -> None:
    run = finished_run(tmp_path, method=method, rows=make_rows(tmp_path / "rows.jsonl"), score=0)
    job = run.job()
    folder = tmp_path / "merged"
    folder.mkdir()
    write_shards(folder, merged_tensors(job, run.result, "float32"), torch.float32, 10**9, lambda _: None)
    (folder / "config.json").write_bytes((STARTER_MODEL / "config.json").read_bytes())
    tokens = torch.arange(3, 40).unsqueeze(0)
    with torch.no_grad():
        found = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)(tokens).logits
        wanted = load_tuned(run, job, "float32", torch.device("cpu"), None).eval()(tokens).logits
    assert (found - wanted).abs().max() / wanted.abs().max() < 1e-5


@pytest.mark.parametrize("quantization", ["nf4", "nf4-double", "int8"])
def test_a_base_in_few_bits_is_merged_as_it_was_beside_the_adapter(quantization: Quantization) -> None:
    torch.manual_seed(0)
    weight = torch.randn(64, 128)
    model = load_model(STARTER_MODEL, "float32", torch.device("cpu"), quantization)
    layer = model.model.layers[0].mlp.up_proj
    stored = dict(stored_tensors(STARTER_MODEL))["model.layers.0.mlp.up_proj.weight"]()
    tokens = torch.eye(stored.shape[1])
    with torch.no_grad():
        used = layer(tokens).T  # what the layer multiplies by
    assert (as_quantized(stored, quantization) - used).abs().max() < 1e-5
    assert (as_quantized(weight, quantization) - weight).abs().max() > 1e-3


@pytest.mark.parametrize("kind", CONFIGS)
def test_a_gguf_file_holds_the_tuned_model(runs: dict[str, RunFolder], kind: str, tmp_path: Path) -> None:
    run = runs[kind]
    job = run.job()
    model = Path(job.model)
    tensors = list(merged_tensors(job, run.result, "float32"))
    weights = read_weights(model)
    assert weights is not None
    shapes = {name: tensor.shape for name, tensor in weights.tensors.items()}
    tokenizer = gguf_tokenizer(model, 2560, (2,))
    write_gguf(tmp_path / "f32.gguf", model, tensors, shapes, tokenizer, "float32", "small", lambda _: None)
    read = transformers.AutoModelForCausalLM.from_pretrained(tmp_path, gguf_file="f32.gguf", dtype=torch.float32)
    tokens = torch.arange(3, 60).unsqueeze(0)
    with torch.no_grad():
        wanted = load_tuned(run, job, "float32", torch.device("cpu"), None).eval()(tokens).logits
        assert (read(tokens).logits - wanted).abs().max() / wanted.abs().max() < 1e-5


def test_eight_bits_are_near_and_vectors_stay_whole(runs: dict[str, RunFolder], tmp_path: Path) -> None:
    run = runs["llama"]
    model = Path(run.job().model)
    tensors = list(merged_tensors(run.job(), run.result, "float32"))
    shapes = {name: tuple(read().shape) for name, read in tensors}
    tokenizer = gguf_tokenizer(model, 2560, (2,))
    write_gguf(tmp_path / "q8.gguf", model, tensors, shapes, tokenizer, "q8_0", "small", lambda _: None)
    read = {each.name: each for each in gguf.GGUFReader(tmp_path / "q8.gguf").tensors}
    values = dict(tensors)
    assert read["output_norm.weight"].tensor_type == gguf.GGMLQuantizationType.F32
    assert np.array_equal(read["output_norm.weight"].data, values["model.norm.weight"]().numpy())
    up = values["model.layers.1.mlp.up_proj.weight"]().numpy()
    assert read["blk.1.ffn_up.weight"].tensor_type == gguf.GGMLQuantizationType.Q8_0
    found = gguf.quants.dequantize(read["blk.1.ffn_up.weight"].data, gguf.GGMLQuantizationType.Q8_0)
    assert 0 < np.abs(found - up).max() < np.abs(up).max() / 127


def test_an_export_is_proved_in_a_process_of_its_own_and_knows_its_base(runs: dict[str, RunFolder]) -> None:
    run = runs["llama"]
    found = export(ExportJob(run=str(run.path), kind="ollama", device="cpu"), quiet, go_on)
    folder = Path(found.folder)
    assert found.proof.tokens >= 6
    assert found.proof.different == 0
    assert not list(folder.parent.glob(".draft*"))
    card = (folder / "README.md").read_text()
    hash_of_data = json.loads((run.data / "prepared.json").read_bytes())["report"]["dataset_hash"]
    assert hash_of_data in card
    assert "Fine-tuned from **m llama**" in card
    assert "base_model:" not in card, "hubs refuse a base that they do not know"
    assert "| 3 |" in card
    text = (folder / "Modelfile").read_text()
    assert 'PARAMETER stop "<|im_end|>"' in text
    assert '{{ "<|im_start|>user\\n" }}{{ .Content }}' in text


def test_an_export_that_answers_otherwise_is_not_kept(runs: dict[str, RunFolder], tmp_path: Path) -> None:
    """The proof is seen to fail: a weight is changed between writing and proving."""
    run = runs["llama"]
    outcome = load_outcome(run, "cpu", quiet, both=False)
    order = ProofOrder(
        path=str(run.result),
        base=run.job().model,
        task="write",
        precision="float32",
        quantization=None,
        device="cpu",
        cases=greedy_cases(outcome),
        spellings=[Spelling("one two", [1, 2])],
    )
    answer = prove(order)
    read_otherwise = compare(order, answer, "float32", "float32")
    assert not read_otherwise.passed
    assert "as other tokens" in read_otherwise.first_difference
    whole = msgspec.structs.replace(order, spellings=[Spelling("one two", answer.spellings[0])])
    assert compare(whole, answer, "float32", "float32").passed
    other = msgspec.structs.replace(answer, chosen=[[0] * len(each) for each in answer.chosen])
    told = compare(whole, other, "float32", "float32")
    assert not told.passed
    assert "takes token 0" in told.first_difference


def test_an_export_never_overwrites_what_is_elsewhere(runs: dict[str, RunFolder], tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    job = ExportJob(run=str(runs["llama"].path), kind="merged", to=str(tmp_path))
    with pytest.raises(RunProblem, match="There is something"):
        export(job, quiet, go_on)
    with pytest.raises(StudioError, match="q8_0 is a type of GGUF"):
        export(msgspec.structs.replace(job, to=str(tmp_path / "new"), weight_type="q8_0"), quiet, go_on)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.storm
@pytest.mark.parametrize(
    ("kind", "weight_type"),
    [("adapter", None), ("merged", None), ("gguf", "float16"), ("gguf", "q8_0"), ("ollama", "float16")],
)
@pytest.mark.parametrize("model", CONFIGS)
def test_every_form_of_every_family_passes_its_proof(
    runs: dict[str, RunFolder], model: str, kind: ExportKind, weight_type: WeightType | None
) -> None:
    job = ExportJob(run=str(runs[model].path), kind=kind, weight_type=weight_type, device="cpu")
    found = export(job, quiet, go_on)
    assert found.proof.passed
    assert found.proof.different == 0
    if kind in ("gguf", "ollama") and importlib.util.find_spec("llama_cpp"):
        assert found.proof.consumer.startswith("llama-cpp-python")


@pytest.mark.storm
@pytest.mark.parametrize("model", CONFIGS)
def test_llama_cpp_scores_a_file_in_full_precision_as_the_tuned_model_does(
    runs: dict[str, RunFolder], model: str, tmp_path: Path
) -> None:
    """Numbers and cutting of text of each family, with the rounding of files out of the way."""
    pytest.importorskip("llama_cpp", reason="needs llama.cpp: pip install llama-cpp-python, and a C++ compiler for it")
    run = runs[model]
    tensors = list(merged_tensors(run.job(), run.result, "float32"))
    shapes = {name: tuple(read().shape) for name, read in tensors}
    base = Path(run.job().model)
    file = tmp_path / "f32.gguf"
    write_gguf(file, base, tensors, shapes, gguf_tokenizer(base, 2560, (2,)), "float32", "small", lambda _: None)
    outcome = load_outcome(run, "cpu", quiet, both=False)
    order = ProofOrder(
        path=str(file),
        base=None,
        task="write",
        precision="float32",
        quantization=None,
        device="cpu",
        cases=greedy_cases(outcome),
        spellings=_spellings(outcome),
    )
    answer = ask_consumer(order, go_on)
    assert answer.consumer.startswith("llama-cpp-python")
    proof = compare(order, answer, "float32", "float32")
    assert proof.passed, proof
    assert proof.largest_difference is not None
    assert proof.largest_difference < 1e-3, "llama.cpp rounds what attention keeps to 16 bits"
