"""A process of its own that loads an export as its users will and says what it answers.

Reads a `ProofOrder`, a line of standard input, and prints a `ProofAnswer`. Nothing of the training code takes part: an
adapter and a model are loaded by peft and transformers, a GGUF file by llama.cpp where it is installed, else by
transformers.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec
import torch

from studio.engine.answers import Scores, answers_to, model_scores
from studio.engine.labels import Labels, auto_class
from studio.engine.load import load_model
from studio.export.proof import ProofAnswer, ProofOrder, Spelling


def main() -> int:
    """Prove one export."""
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=ProofOrder)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    answers = os.dup(1)
    os.dup2(2, 1)  # what libraries print goes to the log
    os.write(answers, msgspec.json.encode(prove(order)))
    return 0


def _leave_with_parent() -> None:
    """Standard input ends with whoever asked."""
    os.read(0, 1)
    os._exit(1)


def prove(order: ProofOrder) -> ProofAnswer:
    """What the consumer of the export says."""
    if not order.path.endswith(".gguf"):
        return _by_transformers(order)
    return _by_llama(order) if importlib.util.find_spec("llama_cpp") else _gguf_by_transformers(order)


def _by_transformers(order: ProofOrder) -> ProofAnswer:
    from transformers import AutoConfig, AutoTokenizer

    device, labels = torch.device(order.device), None
    if order.task != "write":
        names: Any = AutoConfig.from_pretrained(order.path, local_files_only=True).id2label
        labels = Labels(order.task, tuple(names[number] for number in sorted(names)), 0)
    if order.base is None:
        dtype = getattr(torch, order.precision)
        model: Any = auto_class(labels).from_pretrained(order.path, dtype=dtype, local_files_only=True).to(device)
        consumer = "transformers"
    else:
        from peft import PeftModel

        base: Any = load_model(Path(order.base), order.precision, device, order.quantization, labels)
        model, consumer = PeftModel.from_pretrained(base, order.path), "peft"
    tokenizer = AutoTokenizer.from_pretrained(order.path, local_files_only=True)
    return _answer(order, _named(consumer), model_scores(model.eval(), device, order.precision), tokenizer)


def _gguf_by_transformers(order: ProofOrder) -> ProofAnswer:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    path = Path(order.path)
    model = AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.float32)
    tokenizer = AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name)
    device = torch.device("cpu")
    return _answer(order, _named("transformers"), model_scores(model.eval(), device, "float32"), tokenizer)


def _answer(order: ProofOrder, consumer: str, scores: Scores, tokenizer: Any) -> ProofAnswer:
    chosen, log_probs = answers_to(scores, order.cases)
    spellings = [tokenizer(each.text, add_special_tokens=False)["input_ids"] for each in order.spellings]
    return ProofAnswer(consumer=consumer, chosen=chosen, log_probs=log_probs, spellings=spellings)


def _by_llama(order: ProofOrder) -> ProofAnswer:
    import llama_cpp  # pyright: ignore[reportMissingImports] - used where it is there

    longest = max(len(case.tokens) for case in order.cases)
    model = llama_cpp.Llama(
        order.path,
        n_ctx=longest + 8,
        n_batch=longest + 8,
        n_threads=torch.get_num_threads(),  # its own choice waits busily for threads that a busy processor lets starve
        n_threads_batch=torch.get_num_threads(),
        logits_all=True,
        verbose=False,
    )

    def scores(tokens: Any) -> torch.Tensor:
        model.reset()
        model.eval(list(tokens))
        return torch.tensor(model.scores[: len(tokens)])

    def tokens_of(spelling: Spelling) -> list[int]:
        return model.tokenize(spelling.text.encode(), add_bos=False, special=True)

    chosen, log_probs = answers_to(scores, order.cases)
    return ProofAnswer(
        consumer=_named("llama_cpp_python"),
        chosen=chosen,
        log_probs=log_probs,
        spellings=[tokens_of(each) for each in order.spellings],
    )


def _named(library: str) -> str:
    return f"{library.replace('_', '-')} {importlib.metadata.version(library)}"


if __name__ == "__main__":
    sys.exit(main())
