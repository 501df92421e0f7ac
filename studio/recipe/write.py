"""Writes a run as a folder that others run: the encoded rows, and a script or the configuration of another trainer."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from studio.data.store import ExampleStore
from studio.durable import disk_problem, draft_beside, publish_folder
from studio.errors import RunProblem
from studio.job import Lora, TrainJob
from studio.paths import ASSETS
from studio.plan import Plan
from studio.planning.plan_job import peak_learning_rate
from studio.recipe.trainers import axolotl, llama_factory, trl
from studio.runs.folder import RunFolder
from studio.runs.watch import read_run

if TYPE_CHECKING:
    from studio.data.prepare import Prepared

RecipeKind = Literal["python", "trl", "axolotl", "llama-factory"]
_SCRIPT = ASSETS / "recipe" / "train.py"
_NOT_LEARNT = -100


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a recipe is made of."""

    job: TrainJob
    plan: Plan
    targets: list[str] | str
    """Layers that get an adapter, as peft wants them told."""
    transposed: bool
    """Whether matrices are stored the other way round."""
    max_seq_len: int

    @property
    def rows_at_once(self) -> int:
        """The largest micro-batch up to the plan's that divides the effective batch."""
        size = self.job.learning.effective_batch_size
        return max(each for each in range(1, min(self.plan.micro_batch_size, size) + 1) if size % each == 0)

    @property
    def settings(self) -> dict[str, Any]:
        """The values that all recipes need, under the names of the script."""
        job, learning = self.job, self.job.learning
        method = job.method
        lora = None
        if isinstance(method, Lora):
            lora = {
                "r": method.rank,
                "lora_alpha": method.alpha,
                "lora_dropout": method.dropout,
                "use_rslora": method.rank_stabilized,
                "use_dora": method.decomposed,
                "target_modules": self.targets,
                "fan_in_fan_out": self.transposed,
            }
        return {
            "MODEL": job.model,
            "FROM_SCRATCH": job.from_scratch,
            "LORA": lora,
            "QUANTIZATION": method.quantization if isinstance(method, Lora) else None,
            "PRECISION": self.plan.precision,
            "EFFECTIVE_BATCH_SIZE": learning.effective_batch_size,
            "ROWS_AT_ONCE": self.rows_at_once,
            "UPDATES": self.plan.updates,
            "LEARNING_RATE": peak_learning_rate(job),
            "SCHEDULE": learning.schedule,
            "WARMUP_FRACTION": learning.warmup_fraction,
            "WEIGHT_DECAY": learning.weight_decay,
            "OPTIMIZER": learning.optimizer,
            "MAX_GRAD_NORM": learning.max_grad_norm,
            "LABEL_SMOOTHING": learning.label_smoothing,
            "SEED": learning.seed,
        }


def write_recipe(run: RunFolder, kind: RecipeKind, folder: Path) -> tuple[str, ...]:
    """Write the recipe of `run` into a new folder. Returns what of the run it does not repeat exactly, in words.

    Raises RunProblem where it cannot be told to others, DatasetProblem where its rows are gone, and DiskProblem.
    """
    facts, prepared = _facts(run)
    if folder.exists():
        raise RunProblem(f"There is something in {folder} already.", "Name a folder that is not there yet.")
    draft = draft_beside(folder)
    try:
        (draft / "data").mkdir(parents=True)
        settings = facts.settings
        if kind == "llama-factory":
            _write_texts(draft / "data" / "train.json", prepared.train, Path(facts.job.model))
            files = llama_factory(settings, facts.max_seq_len)
        else:
            for name, store in (("train", prepared.train), ("test", prepared.held_out)):
                if store is not None:
                    lines = (json.dumps(row) + "\n" for row in encoded_rows(store))
                    with (draft / "data" / f"{name}.jsonl").open("w", encoding="utf-8") as file:
                        file.writelines(lines)
            if kind == "python":
                files = {"train.py": script(settings)}
            else:
                files = (trl if kind == "trl" else axolotl)(settings, facts.max_seq_len)
        for name, text in files.items():
            (draft / name).write_text(text, encoding="utf-8")
        left_out = differences(facts.job, kind)
        (draft / "README.md").write_text(_readme(facts.job, kind, left_out), encoding="utf-8")
        folder.parent.mkdir(parents=True, exist_ok=True)
        publish_folder(draft, folder)
    except OSError as problem:
        raise disk_problem(problem, "The recipe could not be written") from problem
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return left_out


def _facts(run: RunFolder) -> tuple[Facts, Prepared]:
    job = run.job()
    plan = read_run(run).story.plan
    if plan is None or not (run.data / "prepared.json").is_file():
        raise RunProblem(f"{run.name} has not been planned yet.", "Start it first: its recipe is what it then does.")
    if job.task != "write":
        raise RunProblem("Recipes are for models that write; this one gives labels.", "Run its own job.json again.")
    from studio.data.prepare import load_prepared  # a window has no use for its libraries

    prepared = load_prepared(run.data)
    adapter: dict[str, Any] = {}
    if (run.result / "adapter_config.json").is_file():
        adapter = json.loads((run.result / "adapter_config.json").read_text(encoding="utf-8"))
    found: list[str] | str = adapter.get("target_modules") or "all-linear"
    targets = sorted(found) if isinstance(found, list) else found
    facts = Facts(
        job=job,
        plan=plan,
        targets=targets,
        transposed=bool(adapter.get("fan_in_fan_out")),
        max_seq_len=prepared.report.max_seq_len,
    )
    return facts, prepared


def script(settings: dict[str, Any]) -> str:
    """The script with the run's own values in place of its examples."""
    text = _SCRIPT.read_text(encoding="utf-8")
    for name, value in settings.items():
        line = f"{name} = {value!r}"
        text, count = re.subn(rf"^{name} = .*$", lambda _, line=line: line, text, count=1, flags=re.MULTILINE)
        assert count == 1, name
    return text


def encoded_rows(store: ExampleStore) -> Iterator[dict[str, Any]]:
    """Each example as trainers read encoded rows; a token that is not learnt has the label -100."""
    for number in range(len(store)):
        tokens, targets = store.tokens(number).tolist(), store.targets(number).tolist()
        yield {
            "row": store.row(number),
            "input_ids": tokens,
            "attention_mask": [1] * len(tokens),
            "labels": [token if learnt else _NOT_LEARNT for token, learnt in zip(tokens, targets, strict=True)],
            "completion_mask": [int(learnt) for learnt in targets],
        }


def _write_texts(path: Path, store: ExampleStore, model: Path) -> None:
    """Rows as text before and after the beginning of their last answer, with all control tokens."""
    from studio.data.tokenizer import TextTokenizer

    tokenizer = TextTokenizer(model)
    rows: list[dict[str, str]] = []
    for number in range(len(store)):
        tokens, targets = store.tokens(number).tolist(), store.targets(number).tolist()
        start = len(tokens)
        while start and targets[start - 1] == targets[-1]:
            start -= 1
        if targets and not targets[-1]:  # what a template writes after the answer
            while start and targets[start - 1]:
                start -= 1
        rows.append(
            {"instruction": tokenizer.decode(tokens[:start]), "input": "", "output": tokenizer.decode(tokens[start:])}
        )
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=0), encoding="utf-8")


def differences(job: TrainJob, kind: RecipeKind) -> tuple[str, ...]:
    """What a recipe does not repeat exactly."""
    method, learning = job.method, job.learning
    found: list[str] = []
    if kind != "python":
        found.append("The order of the rows and the first values of the adapter are this trainer's own.")
    if isinstance(method, Lora) and method.dropout:
        found.append("Dropout falls on other numbers.")
    if isinstance(method, Lora) and method.quantization == "int8":
        found.append("The products of 8-bit weights are bitsandbytes' own, which round inputs too.")
    if learning.neftune_alpha:
        found.append(f"The noise on the embeddings (NEFTune, {learning.neftune_alpha}) is left out.")
    if learning.router_balance:
        found.append("The loss that keeps experts balanced is left out.")
    if job.keep == "best" or learning.stop_after_worse:
        found.append("It goes on to the last update and keeps those weights.")
    if kind == "llama-factory":
        found.append("Rows are told as texts and encoded anew; of several answers in a row the last is learnt.")
    return tuple(found)


_RUN = {
    "python": "python train.py",
    "trl": "trl sft --config trl.yaml",
    "axolotl": "axolotl train axolotl.yaml",
    "llama-factory": "llamafactory-cli train llama_factory.yaml",
}


def _readme(job: TrainJob, kind: RecipeKind, left_out: tuple[str, ...]) -> str:
    lines = [f"# {job.name}, to be run again", "", f"```\n{_RUN[kind]}\n```", ""]
    if left_out:
        lines += ["Unlike the run itself:", "", *(f"- {each}" for each in left_out), ""]
    return "\n".join(lines)
