"""What TRL, Axolotl and LLaMA-Factory read in recipes written for them: `python -m tests.after.check_trainers`.

Their own parsers read the files; nothing is trained. They need not fit this environment: install them with
`pip install --no-deps --target FOLDER trl datasets axolotl llamafactory …` and name FOLDER by PYTHONPATH. Prints a JSON
object: for each of them its version and what differs from the run, or the sentence that says why it could not be asked.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["DISABLE_VERSION_CHECK"] = "1"  # LLaMA-Factory's, of libraries that its parser does not use
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import yaml

from studio.job import Learning, Lora
from studio.recipe.write import _facts, write_recipe
from studio.runs.folder import RunFolder
from tests.after.finished import finished_run, make_rows

Parsed = dict[str, Any]


def trl(folder: Path) -> Parsed:
    """By the parser of `trl sft`."""
    from trl import ModelConfig, ScriptArguments, SFTConfig, TrlParser

    parser = TrlParser((ScriptArguments, SFTConfig, ModelConfig))
    script, training, model = parser.parse_args_and_config(["--config", str(folder / "trl.yaml")])
    import datasets

    rows = datasets.load_dataset("json", data_files=str(folder / "data/train.jsonl"), split="train")
    return {
        "model": model.model_name_or_path,
        "rows_at_once": training.per_device_train_batch_size,
        "accumulation": training.gradient_accumulation_steps,
        "updates": training.max_steps,
        "learning_rate": training.learning_rate,
        "schedule": training.lr_scheduler_type,
        "weight_decay": training.weight_decay,
        "seed": training.seed,
        "rank": model.lora_r,
        "targets": sorted(model.lora_target_modules),
        "max_seq_len": training.max_length,
        "rows": len(rows) if script.dataset_name == "data" else -1,
        "learnt": sum(sum(mask[1:]) for mask in rows["completion_mask"]) if training.completion_only_loss else -1,
    }


def axolotl(folder: Path) -> Parsed:
    """By its schema, which refuses what it does not know."""
    from axolotl.utils.schemas.config import AxolotlInputConfig

    given = yaml.safe_load((folder / "axolotl.yaml").read_text())
    found = AxolotlInputConfig(**given)
    unknown = set(given) - set(AxolotlInputConfig.model_fields)
    assert not unknown, f"Axolotl has no {sorted(unknown)}"
    rows = [json.loads(line) for line in (folder / found.datasets[0].path).read_text().splitlines()]
    return {
        "model": found.base_model,
        "rows_at_once": found.micro_batch_size,
        "accumulation": found.gradient_accumulation_steps,
        "updates": found.max_steps,
        "learning_rate": float(found.learning_rate),
        "schedule": found.lr_scheduler,
        "weight_decay": found.weight_decay,
        "seed": found.seed,
        "rank": found.lora_r,
        "targets": sorted(found.lora_target_modules),
        "max_seq_len": found.sequence_len,
        "rows": len(rows),
        "learnt": sum(label >= 0 for row in rows for label in row["labels"][1:]),
    }


def llama_factory(folder: Path) -> Parsed:
    """By the parser of `llamafactory-cli train`."""
    from llamafactory.hparams.parser import _TRAIN_ARGS
    from transformers import HfArgumentParser

    given = yaml.safe_load((folder / "llama_factory.yaml").read_text())
    model, data, training, method, _ = HfArgumentParser(_TRAIN_ARGS).parse_dict(given)
    info = json.loads((folder / data.dataset_dir / "dataset_info.json").read_text())
    file = folder / data.dataset_dir / info[data.dataset[0]]["file_name"]
    return {
        "model": model.model_name_or_path,
        "rows_at_once": training.per_device_train_batch_size,
        "accumulation": training.gradient_accumulation_steps,
        "updates": training.max_steps,
        "learning_rate": training.learning_rate,
        "schedule": training.lr_scheduler_type,
        "weight_decay": training.weight_decay,
        "seed": training.seed,
        "rank": method.lora_rank,
        "targets": sorted(method.lora_target),
        "max_seq_len": data.cutoff_len,
        "rows": len(json.loads(file.read_text())),
    }


TRAINERS: dict[str, tuple[str, Callable[[Path], Parsed]]] = {
    "trl": ("trl", trl),
    "axolotl": ("axolotl", axolotl),
    "llama-factory": ("llamafactory", llama_factory),
}


def wanted(run: RunFolder) -> Parsed:
    """What the run did."""
    facts, prepared = _facts(run)
    settings = facts.settings
    return {
        "model": settings["MODEL"],
        "rows_at_once": settings["ROWS_AT_ONCE"],
        "accumulation": settings["EFFECTIVE_BATCH_SIZE"] // settings["ROWS_AT_ONCE"],
        "updates": settings["UPDATES"],
        "learning_rate": settings["LEARNING_RATE"],
        "schedule": settings["SCHEDULE"],
        "weight_decay": settings["WEIGHT_DECAY"],
        "seed": settings["SEED"],
        "rank": settings["LORA"]["r"],
        "targets": sorted(settings["LORA"]["target_modules"]),
        "max_seq_len": facts.max_seq_len,
        "rows": len(prepared.train),
        "learnt": int(prepared.train.num_targets.sum()),
    }


def main() -> int:
    """Ask each of them; the exit code is 1 where one reads something else."""
    told: dict[str, object] = {}
    differs = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        learning = Learning(effective_batch_size=12, updates=3, learning_rate=1e-2, weight_decay=0.1, seed=3)
        method = Lora(rank=4, targets=("attention",))
        run = finished_run(folder, rows=make_rows(folder / "rows.jsonl"), learning=learning, method=method, score=0)
        right = wanted(run)
        for kind, (package, read) in TRAINERS.items():
            write_recipe(run, kind, folder / kind)  # type: ignore[arg-type]
            try:
                found = read(folder / kind)
            except ImportError as problem:
                told[kind] = f"{package} could not be asked: {' '.join(str(problem).split())}"
                continue
            except (ValueError, TypeError, AssertionError) as problem:
                differs, told[kind] = True, f"it refuses: {' '.join(str(problem).split())[:600]}"
                continue
            other = {key: [right[key], value] for key, value in found.items() if _plain(value) != _plain(right[key])}
            differs = differs or bool(other)
            told[kind] = {"version": importlib.metadata.version(package), "agrees_on": len(found), "differs": other}
    sys.stdout.write(json.dumps(told) + "\n")
    return int(differs)


def _plain(value: object) -> object:
    return getattr(value, "value", value)


if __name__ == "__main__":
    sys.exit(main())
