"""Which files of a model on the hub are needed to train it, and in words why a model has none that may be used."""

from __future__ import annotations

import re

from studio.errors import ModelProblem
from studio.models.hub import Repository
from studio.models.origin import RemoteFile
from studio.models.safety import MAX_JSON_BYTES, MAX_TOKENIZER_BYTES
from studio.models.weights import INDEX, MAX_HEADER_BYTES, SINGLE

_SHARD = re.compile(r"model-\d{5}-of-\d{5}\.safetensors")
_LIMITS = {
    "config.json": MAX_JSON_BYTES,
    "generation_config.json": MAX_JSON_BYTES,
    "tokenizer.json": MAX_TOKENIZER_BYTES,
    "tokenizer_config.json": MAX_JSON_BYTES,
    "special_tokens_map.json": MAX_JSON_BYTES,
    "chat_template.jinja": MAX_JSON_BYTES,
    "chat_template.json": MAX_JSON_BYTES,
    "LICENSE": MAX_JSON_BYTES,
    "LICENSE.txt": MAX_JSON_BYTES,
    "LICENSE.md": MAX_JSON_BYTES,
    INDEX: MAX_HEADER_BYTES,
}
"""Bytes that such a file may have. Nothing but these and weights is fetched: no programs, no pickles."""


def needed_files(repository: Repository) -> tuple[tuple[RemoteFile, ...], tuple[RemoteFile, ...]]:
    """The small files, which tell whether the model can be trained, and then its weights.

    Raises ModelProblem where the model has no weights in a format that is safe to open, or no tokenizer.
    """
    there = {file.name: file for file in repository.files}
    weights = [file for name, file in sorted(there.items()) if _SHARD.fullmatch(name)]
    if INDEX in there and weights:
        weights.insert(0, there[INDEX])
    elif SINGLE in there:
        weights = [there[SINGLE]]
    else:
        raise _no_weights(repository, list(there))
    name = repository.model
    for required in ("config.json", "tokenizer.json"):
        if required not in there:
            raise ModelProblem(
                f"{name} cannot be trained here: it has no {required}.",
                "Choose a newer version of the model, or another one.",
            )
    small = tuple(file for file_name, file in sorted(there.items()) if file_name in _LIMITS and file_name != INDEX)
    for file in (*small, *weights):
        if file.size > _LIMITS.get(file.name, file.size):
            raise ModelProblem(
                f"{file.name} of {name} has {file.size:,} bytes, which no model needs.", "Do not use this model."
            )
        if not (file.sha256 or file.git_id):
            raise ModelProblem(f"The hub tells no hash of {file.name} of {name}.", "Choose another model.")
    return small, tuple(weights)


def _no_weights(repository: Repository, names: list[str]) -> ModelProblem:
    if any(name.startswith("adapter_") for name in names):
        return ModelProblem(
            f"{repository.model} is an adapter, not a whole model.", "Download the model it was made for."
        )
    if any(name.endswith(".gguf") for name in names):
        return ModelProblem(
            f"{repository.model} holds GGUF files: made for running a model, not for training it.",
            "Download the original model; its page on the hub names it.",
        )
    if any(name.endswith((".bin", ".pt", ".pth", ".ckpt", ".pkl")) for name in names):
        return ModelProblem(
            f"The weights of {repository.model} are in an old format that can run programs when it is opened.",
            "Choose a version of the model that has *.safetensors files.",
        )
    return ModelProblem(
        f"{repository.model} has no weights that can be trained.", "Choose a model with *.safetensors files."
    )
