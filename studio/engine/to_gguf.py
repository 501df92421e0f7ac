"""Writes a model as one GGUF file for llama.cpp, tensor by tensor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.after import WeightType
from studio.errors import ModelProblem
from studio.export.gguf_family import Family, family_of, llama3_factors, write_facts
from studio.export.gguf_tokenizer import GgufTokenizer

_TYPES = {
    "float32": (gguf.GGMLQuantizationType.F32, gguf.LlamaFileType.ALL_F32),
    "float16": (gguf.GGMLQuantizationType.F16, gguf.LlamaFileType.MOSTLY_F16),
    "bfloat16": (gguf.GGMLQuantizationType.BF16, gguf.LlamaFileType.MOSTLY_BF16),
    "q8_0": (gguf.GGMLQuantizationType.Q8_0, gguf.LlamaFileType.MOSTLY_Q8_0),
}


def write_gguf(
    path: Path,
    model: Path,
    tensors: Sequence[tuple[str, Callable[[], Tensor]]],
    shapes: dict[str, tuple[int, ...]],
    tokenizer: GgufTokenizer,
    weight_type: WeightType,
    name: str,
    tell: Callable[[str], None],
) -> None:
    """The model of `tensors` with the config of the folder `model`. Matrices in `weight_type`, the rest in float32.

    Raises ModelProblem where llama.cpp would not run it as it is, and OSError.
    """
    from transformers import AutoConfig

    config: dict[str, Any] = AutoConfig.from_pretrained(model, trust_remote_code=False, local_files_only=True).to_dict()
    family = family_of(config)
    architecture = getattr(gguf.MODEL_ARCH, family.architecture)
    writer = gguf.GGUFWriter(path, gguf.MODEL_ARCH_NAMES[architecture])
    try:
        write_facts(writer, config, name)
        writer.add_file_type(_TYPES[weight_type][1])
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
        write_tokenizer(writer, tokenizer)
        names = gguf.get_tensor_name_map(architecture, config["num_hidden_layers"])
        written: list[tuple[Callable[[], Tensor], str, gguf.GGMLQuantizationType]] = []
        if factors := llama3_factors(config):
            turning = torch.tensor(factors)
            shapes = {**shapes, "rope_freqs.weight": tuple(turning.shape)}
            tensors = [*tensors, ("rope_freqs.weight", lambda: turning)]
        for stored, read in tensors:
            target = stored if stored == "rope_freqs.weight" else names.get_name(stored, (".weight", ".bias"))
            if target is None:
                if stored.endswith((".rotary_emb.inv_freq", ".attn.masked_bias")):
                    continue
                raise ModelProblem(f"GGUF has no name for {stored}.", "Export it merged: transformers reads that.")
            shape = shapes[stored]
            kind = _type_of(shape, weight_type)
            _announce(writer, target, shape, kind)
            written.append((read, stored, kind))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_ti_data_to_file()
        for read, stored, kind in written:
            tell(stored)
            values = _values(read().float(), stored, family, config)
            writer.write_tensor_data(gguf.quants.quantize(values, kind))
    finally:
        writer.close()


def words_of(shapes: dict[str, tuple[int, ...]]) -> int:
    """Word vectors that the model has."""
    return next(shape[0] for name, shape in shapes.items() if name.endswith("embed_tokens.weight"))


def _type_of(shape: tuple[int, ...], wanted: WeightType) -> gguf.GGMLQuantizationType:
    """Vectors stay in float32; matrices whose rows are no multiple of a block become float16."""
    if len(shape) < 2:
        return gguf.GGMLQuantizationType.F32
    kind = _TYPES[wanted][0]
    block, _ = gguf.GGML_QUANT_SIZES[kind]
    return gguf.GGMLQuantizationType.F16 if shape[-1] % block else kind


def _announce(writer: Any, name: str, shape: tuple[int, ...], kind: gguf.GGMLQuantizationType) -> None:
    block, size = gguf.GGML_QUANT_SIZES[kind]
    num_bytes = int(np.prod(shape)) // block * size
    as_stored = (*shape[:-1], shape[-1] // block * size)
    if kind in (gguf.GGMLQuantizationType.F32, gguf.GGMLQuantizationType.F16):
        dtype = np.dtype(np.float32 if kind == gguf.GGMLQuantizationType.F32 else np.float16)
        writer.add_tensor_info(name, shape, dtype, num_bytes)
    else:
        writer.add_tensor_info(name, as_stored, np.dtype(np.uint8), num_bytes, raw_dtype=kind)


def _values(tensor: Tensor, stored: str, family: Family, config: dict[str, Any]) -> NDArray[np.float32]:
    """The numbers as llama.cpp wants them."""
    if family.norms_from_zero and stored.endswith("norm.weight"):
        tensor = tensor + 1
    if family.interleaved and ".self_attn." in stored and ("q_proj" in stored or "k_proj" in stored):
        heads = config["num_attention_heads"] if "q_proj" in stored else config["num_key_value_heads"]
        tensor = interleave(tensor, heads)
    return tensor.contiguous().numpy()


def interleave(tensor: Tensor, heads: int) -> Tensor:
    """Rows (heads · 2 · n, …) of each head in the order 0, n, 1, n + 1, …: transformers turns halves, llama.cpp
    neighbours (convert_hf_to_gguf.py, `LlamaModel.permute`)."""
    return (
        tensor.reshape(heads, 2, tensor.shape[0] // heads // 2, *tensor.shape[1:]).swapaxes(1, 2).reshape(tensor.shape)
    )


def write_tokenizer(writer: Any, tokenizer: GgufTokenizer) -> None:
    """The `tokenizer.*` entries."""
    writer.add_tokenizer_model(tokenizer.model)
    writer.add_tokenizer_pre(tokenizer.pre)
    writer.add_token_list(tokenizer.tokens)
    writer.add_token_types(tokenizer.types)
    if tokenizer.scores is not None:
        writer.add_token_scores(tokenizer.scores)
    if tokenizer.merges is not None:
        writer.add_token_merges(tokenizer.merges)
    for number, add in (
        (tokenizer.bos, writer.add_bos_token_id),
        (tokenizer.eos, writer.add_eos_token_id),
        (tokenizer.end_of_turn, writer.add_eot_token_id),
        (tokenizer.unknown, writer.add_unk_token_id),
        (tokenizer.pad, writer.add_pad_token_id),
    ):
        if number is not None:
            add(number)
    writer.add_add_bos_token(tokenizer.add_bos)
    writer.add_add_space_prefix(tokenizer.add_space_prefix)
    if tokenizer.chat_template:
        writer.add_chat_template(tokenizer.chat_template)
