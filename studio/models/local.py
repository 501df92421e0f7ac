"""What a model folder on this computer holds, and in words why it cannot be trained."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import msgspec

from studio.errors import ModelProblem
from studio.models.safety import MAX_JSON_BYTES, check_link, check_tokenizer, refuse_code
from studio.models.shape import Shape, read_shape, tied
from studio.models.weights import EMBEDDING, HEAD, Weights, read_weights
from studio.models.whole import check_whole

_LANGUAGE_MODEL = "Choose the folder of a language model: it holds config.json, tokenizer.json and *.safetensors files."
_LAYER = re.compile(r"(?:^|\.)(?:layers|h|blocks)\.(\d+)\.")


class ModelFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What planning and training need to know about a model before it is loaded."""

    name: str
    folder: str
    model_type: str
    architecture: str
    parameters: int
    weight_bytes: int
    """On the disk; without weights, what they would take in `weights_dtype`."""
    weights_dtype: str
    hidden_size: int
    intermediate_size: int
    """Width of the feed-forward part; of one expert where there are experts."""
    num_layers: int
    num_attention_heads: int
    num_key_value_heads: int
    head_dim: int
    vocab_size: int
    tied_embeddings: bool
    max_positions: int
    """Tokens the model can read at once."""
    num_experts: int = 0
    experts_per_token: int = 0
    gated_mlp: bool
    has_weights: bool
    chat_template: bool
    num_labels: int = 0
    """Labels that it tells apart in place of words; 0: it writes."""

    @property
    def num_scores(self) -> int:
        """At each position that is learnt: of words, or of labels."""
        return self.num_labels or self.vocab_size


class TokenizerFiles(msgspec.Struct, frozen=True, kw_only=True):
    """Where the pieces of a tokenizer are; None for those that are not there."""

    tokenizer: Path
    config: Path | None
    special_tokens: Path | None
    chat_template: Path | None
    """chat_template.jinja or chat_template.json; else the template may stand in `config`."""


def read_model(folder: str | Path, *, require_weights: bool = True, from_scratch: bool = False) -> ModelFacts:
    """The facts about the model in a folder, or in a bare config.json, which has no weights.

    `from_scratch`: its weights need not be there and do not count, but its tokenizer must be there.
    Raises ModelProblem with what is wrong and what to do.
    """
    path = Path(folder).expanduser()
    if path.name == "config.json" and path.is_file():
        return _facts(path.parent, _read_config(path), None)
    _check_is_folder(path)
    config = _read_config(path / "config.json")
    weights = None if from_scratch else read_weights(path)
    if weights is None and require_weights and not from_scratch:
        raise _no_weights(path)
    facts = _facts(path, config, weights)
    if require_weights or from_scratch:
        check_tokenizer(tokenizer_files(path).tokenizer, facts.vocab_size)
    return facts


def with_labels(facts: ModelFacts, number: int) -> ModelFacts:
    """The same model with an output layer for this many labels in place of words; 0: as it is."""
    if not number:
        return facts
    head = 0 if facts.tied_embeddings else facts.vocab_size * facts.hidden_size
    return msgspec.structs.replace(
        facts,
        num_labels=number,
        parameters=facts.parameters - head + number * facts.hidden_size,
        tied_embeddings=True,  # one table of words is left
    )


def tokenizer_files(folder: Path) -> TokenizerFiles:
    """Where the tokenizer of a model folder is. Raises ModelProblem where it has none that can be used."""
    path = folder / "tokenizer.json"
    if not path.is_file():
        if (folder / "tokenizer.model").is_file() or (folder / "vocab.json").is_file():
            raise ModelProblem(
                f"The tokenizer of {folder.name} is in an old format: tokenizer.json is missing.",
                "Download tokenizer.json of this model too, or choose a version of the model that has it.",
            )
        raise ModelProblem(
            f"{folder.name} has no tokenizer: tokenizer.json is missing.", "Download tokenizer.json of this model too."
        )
    return TokenizerFiles(
        tokenizer=check_link(path, folder),
        config=_if_file(folder / "tokenizer_config.json"),
        special_tokens=_if_file(folder / "special_tokens_map.json"),
        chat_template=_if_file(folder / "chat_template.jinja") or _if_file(folder / "chat_template.json"),
    )


def has_chat_template(folder: Path) -> bool:
    """Whether the model comes with a way to write conversations."""
    if (folder / "chat_template.jinja").is_file() or (folder / "chat_template.json").is_file():
        return True
    config = folder / "tokenizer_config.json"
    return config.is_file() and bool(read_json_object(config).get("chat_template"))


def read_json_object(path: Path) -> dict[str, object]:
    """A JSON file of a model. Raises ModelProblem where it is none."""
    check_link(path, path.parent)
    try:
        if (size := path.stat().st_size) > MAX_JSON_BYTES:
            raise ModelProblem(f"{path.name} has {size:,} bytes, which no model needs.", f"Download {path.name} again.")
        return msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    except OSError as problem:
        raise ModelProblem(
            f"{path.name} of the model cannot be read: {problem.strerror or problem}.", "Check its permissions."
        ) from problem
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise ModelProblem(f"{path.name} of the model is damaged.", f"Download {path.name} again.") from problem


def _facts(folder: Path, config: dict[str, object], weights: Weights | None) -> ModelFacts:
    refuse_code(config, "config.json")
    for name in ("tokenizer_config.json", "generation_config.json"):
        if (folder / name).is_file():
            refuse_code(read_json_object(folder / name), name)
    _refuse_quantized(config, folder)
    shape = read_shape(config)
    if weights is not None:
        _check_agreement(shape, weights)
        check_whole(shape, weights)
    real = folder.resolve()
    return facts_of(shape, real.name, str(real), weights, chat_template=has_chat_template(folder))


def facts_of(
    shape: Shape, name: str, folder: str, weights: Weights | None = None, *, chat_template: bool
) -> ModelFacts:
    """The facts about a model of this shape; without weights, as many as the formula counts."""
    head_stored = any(HEAD.search(name) for name in weights.tensors) if weights else None
    is_tied = tied(shape, output_head_stored=head_stored)
    parameters = shape.parameters
    if weights is not None:
        parameters = weights.parameters
        if is_tied and head_stored:  # stored twice, in the model once
            parameters -= sum(tensor.size for name, tensor in weights.tensors.items() if HEAD.search(name))
    dtype = weights.dtype if weights else shape.dtype or "bfloat16"
    return ModelFacts(
        name=name,
        folder=folder,
        model_type=shape.model_type,
        architecture=shape.architecture,
        parameters=parameters,
        weight_bytes=weights.size_bytes if weights else parameters * (4 if dtype == "float32" else 2),
        weights_dtype=dtype,
        hidden_size=shape.hidden_size,
        intermediate_size=shape.intermediate_size,
        num_layers=shape.num_layers,
        num_attention_heads=shape.num_attention_heads,
        num_key_value_heads=shape.num_key_value_heads,
        head_dim=shape.head_dim,
        vocab_size=shape.vocab_size,
        tied_embeddings=is_tied,
        max_positions=shape.max_positions,
        num_experts=shape.num_experts,
        experts_per_token=shape.experts_per_token,
        gated_mlp=shape.gated_mlp,
        has_weights=weights is not None,
        chat_template=chat_template,
    )


def _check_is_folder(path: Path) -> None:
    if not path.exists():
        raise ModelProblem(f"There is no folder {path}.", "Check the name, or choose the model's folder again.")
    if path.suffix.lower() == ".gguf" or (path.is_file() and _starts_with(path, b"GGUF")):
        raise ModelProblem(
            f"{path.name} is a GGUF file: made for running a model, not for training it.",
            "Choose the folder of the original model, the one with *.safetensors files.",
        )
    if not path.is_dir():
        raise ModelProblem(f"{path.name} is a file, not the folder of a model.", _LANGUAGE_MODEL)
    is_adapter = (path / "adapter_config.json").exists()  # beside a model it would be put into it unasked
    if (path / "config.json").is_file() and not is_adapter:
        return
    if is_adapter:
        base = read_json_object(path / "adapter_config.json").get("base_model_name_or_path")
        raise ModelProblem(
            f"{path.name} holds an adapter, not a whole model.",
            f"Choose the model it was made for{f': {base}' if base else ''}.",
        )
    if any(path.glob("*.gguf")):
        raise ModelProblem(
            f"{path.name} holds GGUF files: made for running a model, not for training it.",
            "Choose the folder of the original model, the one with *.safetensors files.",
        )
    raise ModelProblem(f"{path.name} is not the folder of a model: config.json is missing.", _LANGUAGE_MODEL)


def _read_config(path: Path) -> dict[str, object]:
    config = read_json_object(path)
    if "model_type" not in config and "architectures" not in config:
        raise ModelProblem("config.json does not say what kind of model this is.", _LANGUAGE_MODEL)
    return config


def _no_weights(path: Path) -> ModelProblem:
    if any(path.glob("*.bin")) or any(path.glob("*.pt")) or any(path.glob("*.pth")):
        return ModelProblem(
            f"The weights of {path.name} are in an old format that can run programs when it is opened.",
            "Convert them to safetensors, or choose a version of the model that has *.safetensors files.",
        )
    if any(path.glob("*.gguf")):
        return ModelProblem(
            f"{path.name} holds GGUF files: made for running a model, not for training it.",
            "Choose the folder of the original model, the one with *.safetensors files.",
        )
    return ModelProblem(
        f"{path.name} has no weights: model.safetensors is missing.", "Download the *.safetensors files of this model."
    )


def _refuse_quantized(config: dict[str, object], folder: Path) -> None:
    quantization = config.get("quantization_config")
    if isinstance(quantization, dict):
        method = cast("dict[str, object]", quantization).get("quant_method", "quantized")
        raise ModelProblem(
            f"The weights of {folder.name} are already compressed ({method}) and cannot be trained as they are.",
            "Choose the original model; the studio makes it smaller itself where that helps.",
        )


def _check_agreement(shape: Shape, weights: Weights) -> None:
    """The words and layers in the weights are those of config.json."""
    for name, tensor in weights.tensors.items():
        if EMBEDDING.search(name) and "vision" not in name and tensor.shape[:1] != (shape.vocab_size,):
            words = tensor.shape[0] if tensor.shape else 0
            raise ModelProblem(
                f"The weights know {words:,} tokens, config.json says {shape.vocab_size:,}.",
                "The files belong to different models: download all of them again.",
            )
    language = [name for name in weights.tensors if "vision" not in name]
    layers = {int(match.group(1)) for name in language if (match := _LAYER.search(name))}
    if layers and layers != set(range(shape.num_layers)):
        raise ModelProblem(
            f"The weights hold {len(layers)} layers, config.json says {shape.num_layers}.",
            "The files belong to different models: download all of them again.",
        )


def _starts_with(path: Path, magic: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(magic)) == magic


def _if_file(path: Path) -> Path | None:
    return check_link(path, path.parent) if path.is_file() else None
