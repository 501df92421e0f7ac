"""Writes a result in the form that others read, and proves in a fresh process that they read it right."""

from __future__ import annotations

import gc
import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import torch
from safetensors import SafetensorError

from studio.after import Exported, ExportJob, Progressed, Proof, WeightType
from studio.data.pipeline import Reader
from studio.data.template import TemplateFailure
from studio.durable import disk_problem, publish_folder
from studio.engine.answers import greedy_cases
from studio.engine.consumer import ask_consumer
from studio.engine.merge import CannotStream, merge_whole, merged_tensors
from studio.engine.outcome import Outcome, Tell, load_outcome
from studio.engine.result import usage
from studio.engine.shards import Lazy, write_shards
from studio.errors import ProofProblem, RunProblem
from studio.export.card import base_name, model_card
from studio.export.drafts import draft_of_export, sweep_drafts
from studio.export.gguf_tokenizer import gguf_tokenizer
from studio.export.ollama import modelfile, modelfile_template
from studio.export.preflight import check, default_type
from studio.export.proof import Case, ProofOrder, Spelling, compare
from studio.job import Full, Lora, TrainJob
from studio.models.local import ModelFacts, read_json_object, read_model
from studio.models.weights import read_weights
from studio.runs.folder import RunFolder

_GGUF = "model.gguf"
_OF_MODEL = ("model.safetensors", "adapter_model.safetensors", "adapter_config.json", "README.md", "config.json")


def export(job: ExportJob, tell: Tell, look: Callable[[], None]) -> Exported:
    """Write, prove and only then put in place. `look` may raise to end it. Raises StudioError; nothing half-done stays.

    Raises ProofProblem where the consumer does not say what the studio shows.
    """
    began = time.monotonic()
    run = RunFolder(Path(job.run))
    trained = run.job()
    facts = read_model(trained.model, from_scratch=trained.from_scratch)
    weight_type = default_type(facts, job.kind, job.weight_type)
    folder = _place(job, run, weight_type)
    from_scratch = trained.from_scratch
    check(facts, job.kind, job.weight_type, trained.method, trained.task, folder, from_scratch=from_scratch)

    tell(Progressed(stage="asking tuned"))
    outcome = load_outcome(run, job.device, tell, both=False)
    cases = greedy_cases(outcome)
    _let_go(outcome)
    sweep_drafts(folder.parent, folder.name)
    try:
        with draft_of_export(folder) as draft:
            _write(job, outcome, facts, weight_type, draft, tell, look)
            tell(Progressed(stage="proving"))
            proof = _prove(job, trained, outcome, weight_type, draft, cases, look)
            (draft / "proof.json").write_bytes(msgspec.json.format(msgspec.json.encode(proof), indent=2))
            size_bytes = sum(path.stat().st_size for path in draft.iterdir())
            if folder.exists():
                shutil.rmtree(folder)
            publish_folder(draft, folder)
    except (OSError, SafetensorError) as problem:
        raise disk_problem(problem, "The export could not be written") from problem
    seconds = time.monotonic() - began
    return Exported(folder=str(folder), kind=job.kind, size_bytes=size_bytes, proof=proof, seconds=seconds)


def _place(job: ExportJob, run: RunFolder, weight_type: WeightType) -> Path:
    """Where it goes. In the run's folder an earlier one gives way, elsewhere nothing does. Raises RunProblem."""
    if job.to is None:
        name = job.kind if job.kind == "adapter" else f"{job.kind}-{weight_type}"
        return run.path / "exports" / name
    folder = Path(job.to)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RunProblem(f"There is something in {folder} already.", "Name a folder that is not there yet.")
    return folder


def _let_go(outcome: Outcome) -> None:
    """Give the memory of the model back."""
    outcome.tuned = None
    gc.collect()
    if outcome.device.type == "cuda":
        torch.cuda.empty_cache()


def _write(
    job: ExportJob,
    outcome: Outcome,
    facts: ModelFacts,
    weight_type: WeightType,
    draft: Path,
    tell: Tell,
    look: Callable[[], None],
) -> None:
    """All files of the export but its proof."""
    run, trained = outcome.run, outcome.job
    for path in run.result.iterdir():  # the tokenizer and what else is small
        if path.name not in _OF_MODEL and not path.name.startswith("model-") and path.suffix != ".safetensors":
            shutil.copyfile(path, draft / path.name)
    match job.kind:
        case "adapter":
            shutil.copyfile(run.result / "adapter_model.safetensors", draft / "adapter_model.safetensors")
            _write_adapter_config(run.result, draft, Path(trained.model))
            if (run.result / "config.json").is_file():  # the names of labels
                shutil.copyfile(run.result / "config.json", draft / "config.json")
        case "merged":
            _write_merged(trained, run.result, outcome.precision, weight_type, draft, job.shard_bytes, tell, look)
        case "gguf" | "ollama":
            _write_gguf(trained, run.result, outcome, weight_type, draft, tell, look)
            if job.kind == "ollama":
                _write_modelfile(outcome, draft, facts)
    words = _usage(job, trained)
    card = model_card(trained, outcome.story, job.kind, weight_type, words)
    (draft / "README.md").write_text(card, encoding="utf-8")


def _write_adapter_config(result: Path, draft: Path, base: Path) -> None:
    """The adapter's config, which names the base as others know it instead of a folder of this computer."""
    config = json.loads((result / "adapter_config.json").read_text(encoding="utf-8"))
    config["base_model_name_or_path"] = base_name(base)
    (draft / "adapter_config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")


def _write_merged(
    trained: TrainJob,
    result: Path,
    precision: str,
    weight_type: WeightType,
    draft: Path,
    shard_bytes: int,
    tell: Tell,
    look: Callable[[], None],
) -> None:
    dtype = getattr(torch, weight_type)
    try:
        tensors = list(merged_tensors(trained, result, precision))
    except CannotStream:
        tell(Progressed(stage="merging"))
        model: Any = merge_whole(trained, result, "float32")
        model.to(dtype).save_pretrained(draft, max_shard_size=shard_bytes)
        return
    write_shards(draft, tensors, dtype, shard_bytes, _counted(len(tensors), tell, look))
    config_from = Path(trained.model) if isinstance(trained.method, Lora) and not trained.from_scratch else result
    config = dict(read_json_object(config_from / "config.json"))
    config.pop("torch_dtype", None)
    (draft / "config.json").write_text(json.dumps({**config, "dtype": weight_type}, indent=2), encoding="utf-8")
    if (config_from / "generation_config.json").is_file():
        shutil.copyfile(config_from / "generation_config.json", draft / "generation_config.json")


def _write_gguf(
    trained: TrainJob,
    result: Path,
    outcome: Outcome,
    weight_type: WeightType,
    draft: Path,
    tell: Tell,
    look: Callable[[], None],
) -> None:
    from studio.engine.to_gguf import words_of, write_gguf

    source = Path(trained.model) if isinstance(trained.method, Lora) and not trained.from_scratch else result
    weights = read_weights(source)
    assert weights is not None
    shapes = {name: tensor.shape for name, tensor in weights.tensors.items()}
    try:
        tensors: list[Lazy] = list(merged_tensors(trained, result, outcome.precision))
    except CannotStream as problem:
        raise RunProblem(
            f"This adapter cannot be merged piece by piece: {problem}.", "Export it merged, then convert that."
        ) from problem
    tick = _counted(len(tensors), tell, look)
    tokenizer = gguf_tokenizer(Path(trained.model), words_of(shapes), outcome.prepared.end_tokens)
    write_gguf(draft / _GGUF, source, tensors, shapes, tokenizer, weight_type, trained.name, tick)


def _write_modelfile(outcome: Outcome, draft: Path, facts: ModelFacts) -> None:
    turns = modelfile_template(Path(outcome.job.model))
    ends = outcome.tokenizer.convert_ids_to_tokens(list(outcome.prepared.end_tokens))
    text = modelfile(_GGUF, turns, ends, min(facts.max_positions, 8192))
    (draft / "Modelfile").write_text(text, encoding="utf-8")


def _counted(total: int, tell: Tell, look: Callable[[], None]) -> Callable[[str], None]:
    done = 0

    def tick(_name: str) -> None:
        nonlocal done
        look()
        tell(Progressed(stage="writing weights", done=done, total=total))
        done += 1

    return tick


def _prove(
    job: ExportJob,
    trained: TrainJob,
    outcome: Outcome,
    weight_type: WeightType,
    draft: Path,
    cases: list[Case],
    look: Callable[[], None],
) -> Proof:
    """Raises EngineProblem where the consumer cannot load it, or ProofProblem where it says something else."""
    is_adapter, is_gguf = job.kind == "adapter", job.kind in ("gguf", "ollama")
    precision = outcome.precision if is_adapter else "bfloat16" if weight_type == "bfloat16" else "float32"
    method = trained.method
    order = ProofOrder(
        path=str(draft / _GGUF if is_gguf else draft),
        base=trained.model if is_adapter else None,
        task=trained.task,
        precision=precision,
        quantization=method.quantization if is_adapter and isinstance(method, Lora) else None,
        device=str(outcome.device),
        cases=cases,
        spellings=_spellings(outcome),
    )
    precision_of_export = outcome.precision if is_adapter else weight_type
    proof = compare(order, ask_consumer(order, look), precision_of_export, outcome.precision)  # type: ignore[arg-type]
    if not proof.passed:
        raise ProofProblem(
            f"The export does not answer like the tuned model, so it was not kept. {proof.first_difference}",
            "Try another form, such as the adapter, and report this with the run's folder.",
        )
    return proof


def _spellings(outcome: Outcome) -> list[Spelling]:
    """A few texts as the model read them in training: plain ones, and questions with all that the template adds."""
    reader = Reader(Path(outcome.job.model))
    texts = [
        "Hello world, it's 12 345 o'clock.",
        "Grüße — ½ naïve café\n\n  two  spaces",
        "x = [1, 2]; print('日本語')",
    ]
    for question in outcome.prepared.questions[:3]:
        if question.question and not reader.tokenizer.typed_control(question.question):
            try:
                asked = [{"role": "user", "content": question.question}]
                texts.append(reader.template.render(asked, add_generation_prompt=True))
            except TemplateFailure:
                texts.append(question.question)
    encoded = reader.tokenizer.encode(texts, literal=False)
    return [Spelling(text, list(each.ids)) for text, each in zip(texts, encoded, strict=True)]


def _usage(job: ExportJob, trained: TrainJob) -> str:
    match job.kind:
        case "adapter":
            return f"```python\n{usage(trained)}\n```"
        case "merged":
            whole = msgspec.structs.replace(trained, method=Full())
            return f"```python\n{usage(whole)}\n```"
        case "gguf":
            return f"```\nllama-cli -m {_GGUF} -cnv\n```"
        case "ollama":
            return "```\nollama create my-model -f Modelfile\nollama run my-model\n```"
