"""The result: what using the outcome needs, loaded again by plain transformers and peft before it counts as saved."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from torch import Tensor, nn

from studio.durable import disk_problem, draft_beside, publish_folder, sweep_drafts_of
from studio.engine.load import load_model
from studio.engine.loss import autocast
from studio.engine.split_check import without_dropout
from studio.engine.training import Training
from studio.errors import EngineProblem
from studio.events import ResultSaved
from studio.job import Full, Lora, TrainJob

_LARGEST_DIFFERENCE = {"float32": 1e-3, "bfloat16": 0.5, "float16": 0.1}
"""Of a score between the trained and the reloaded model: rounding only, at scores of some ten."""


def save_result(training: Training, tokenizer: Any, job: TrainJob, folder: Path, card: str) -> ResultSaved:
    """Write adapter or model, tokenizer and model card to `folder`, load them again and compare the scores.

    Raises DiskProblem, and EngineProblem where the reloaded model does not say the same.
    """
    sweep_drafts_of(folder)
    draft = draft_beside(folder)
    model: Any = training.model
    try:
        model.save_pretrained(draft, safe_serialization=True)
        if training.labels is not None:
            model.config.save_pretrained(draft)  # the names of labels, also beside an adapter
        tokenizer.save_pretrained(draft)
        (draft / "README.md").write_text(card, encoding="utf-8")
        difference = _compare(training, job, draft)
        if folder.exists():  # of an earlier stop
            shutil.rmtree(folder)
        publish_folder(draft, folder)
    except (OSError, SafetensorError) as problem:
        shutil.rmtree(draft, ignore_errors=True)
        raise disk_problem(problem, "The result could not be saved") from problem
    if difference > _LARGEST_DIFFERENCE[training.precision]:
        raise EngineProblem(
            f"The saved result does not score like the trained model (difference {difference:.3g}).",
            "The last checkpoint is kept. Report this with the run's folder.",
        )
    size_bytes = sum(path.stat().st_size for path in folder.iterdir())
    return ResultSaved(folder=str(folder), size_bytes=size_bytes, largest_difference=difference, update=training.update)


def _compare(training: Training, job: TrainJob, folder: Path) -> float:
    """Largest difference of a score on the first rows between the trained model and the saved one."""
    match job.method:
        case Lora(quantization=quantization):
            from peft import PeftModel

            base: Any = load_model(Path(job.model), training.precision, training.device, quantization, training.labels)
            reloaded: nn.Module = PeftModel.from_pretrained(base, folder)
        case Full():
            stored = "float32" if training.device.type == "cpu" else training.precision  # which then stay in their file
            reloaded = load_model(folder, stored, training.device, labels=training.labels)
    without_dropout(training.model)
    reloaded.eval()
    rows = [torch.from_numpy(training.store.tokens(i).astype(np.int64)) for i in range(min(4, len(training.store)))]
    return max(
        float((_scores(training, training.model, row) - _scores(training, reloaded, row)).abs().max()) for row in rows
    )


@torch.no_grad()
def _scores(training: Training, model: nn.Module, row: Tensor) -> Tensor:
    with autocast(training.device, training.precision):
        scores: Tensor = model(input_ids=row[:256].unsqueeze(0).to(training.device), use_cache=False).logits
    return scores.float().cpu()


def model_card(
    job: TrainJob, dataset_hash: str, rows: int, update: int, losses: str, versions: str, names: tuple[str, ...] = ()
) -> str:
    """A page about the result, for whoever finds the folder. `names`: of the labels it gives."""
    base = Path(job.model).name
    how = f"LoRA adapter, rank {job.method.rank}" if isinstance(job.method, Lora) else "all weights"
    return f"""# {job.name}

Fine-tuned from **{base}** with Nightshift Studio ({how}).

- Data: {rows:,} rows of `{Path(job.data.train).name}` (fingerprint `{dataset_hash[:16]}`)
- {update:,} updates of {job.learning.effective_batch_size} examples each, seed {job.learning.seed}
- {losses}
- {versions}{_labels(job, names)}

```python
{usage(job)}
```
"""


def _labels(job: TrainJob, names: tuple[str, ...]) -> str:
    if not names:
        return ""
    what = "the whole text" if job.task == "classify" else "each word, at its first token"
    return f"\n- One of {len(names):,} labels for {what}: {', '.join(f'`{name}`' for name in names)}"


def usage(job: TrainJob) -> str:
    """Python that loads the result from its own folder and uses it, with transformers and peft alone."""
    kind = {
        "write": "AutoModelForCausalLM",
        "classify": "AutoModelForSequenceClassification",
        "tag": "AutoModelForTokenClassification",
    }[job.task]
    if isinstance(job.method, Full):
        lines = [f"from transformers import {kind}, AutoTokenizer", "", f'model = {kind}.from_pretrained(".")']
    else:
        config = ', config=AutoConfig.from_pretrained(".")' if job.task != "write" else ""
        lines = [
            "from peft import PeftModel",
            f"from transformers import {'AutoConfig, ' if config else ''}{kind}, AutoTokenizer",
            "",
            f'base = {kind}.from_pretrained("{Path(job.model).name}"{config})',
            'model = PeftModel.from_pretrained(base, ".")',
        ]
    return "\n".join([*lines, 'tokenizer = AutoTokenizer.from_pretrained(".")', *_USES[job.task]])


_USES = {
    "write": (),
    "classify": (
        "",
        'scores = model.eval()(**tokenizer("A text", return_tensors="pt")).logits[0]',
        "print(model.config.id2label[int(scores.argmax())])",
    ),
    "tag": (
        "",
        'words = ["Words", "of", "a", "text"]',
        'tokens = tokenizer(" ".join(words), return_tensors="pt")',
        "labels = model.eval()(**tokens).logits[0].argmax(-1)",
        "for number, word in enumerate(words):",
        '    first = tokens.char_to_token(len(" ".join(words[:number])) + (number > 0))',
        "    print(word, model.config.id2label[int(labels[first])])",
    ),
}
