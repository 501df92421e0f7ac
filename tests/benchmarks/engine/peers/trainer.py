"""transformers' Trainer and TRL's SFTTrainer, by default and as somebody tunes them."""

from __future__ import annotations

from typing import Any

from asked import Asked, load_model, load_tokenizer
from encode import encode, read_lines
from meter import Meter
from transformers import TrainerCallback


class Metering(TrainerCallback):
    """Tells the meter what the trainer does."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter

    def on_train_begin(self, args: Any, state: Any, control: Any, **named: Any) -> None:
        self._meter.count_calls(named["model"])
        self._meter.begin()

    def on_step_end(self, args: Any, state: Any, control: Any, **named: Any) -> None:
        self._meter.update_done()

    def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **named: Any) -> None:
        if logs and "loss" in logs:
            self._meter.losses.append(float(logs["loss"]))


def arguments(asked: Asked) -> dict[str, Any]:
    """What every trainer of this family is told; all else is its own default."""
    return {
        "output_dir": asked.scratch,
        "per_device_train_batch_size": asked.settings["micro_batch_size"],
        "gradient_accumulation_steps": asked.accumulation,
        "max_steps": asked.updates,
        "learning_rate": asked.settings["learning_rate"],
        "lr_scheduler_type": "constant",
        "weight_decay": 0.0,
        "max_grad_norm": asked.settings["max_grad_norm"],
        "seed": asked.settings["seed"],
        "logging_steps": 1,
        "save_strategy": "no",
        "report_to": "none",
        "use_cpu": True,
        "disable_tqdm": True,
        "bf16": False,
        "gradient_checkpointing": False,
    }


def hugging_face(asked: Asked, meter: Meter) -> None:
    """Trainer with padding to the longest row of each micro-batch."""
    from datasets import Dataset  # pyright: ignore[reportMissingImports]
    from transformers import DataCollatorForSeq2Seq, Trainer, TrainingArguments

    tokenizer = load_tokenizer(asked)

    def tokens_of(row: dict[str, str]) -> dict[str, Any]:
        tokens, prompt = encode(tokenizer, row)
        return {
            "input_ids": tokens,
            "attention_mask": [1] * len(tokens),
            "labels": [-100] * prompt + tokens[prompt:],
            "length": len(tokens),
        }

    class InOrder(Trainer):
        """The rebalancing sampler shuffles; here the rows come in their order already."""

        def _get_train_sampler(self, train_dataset: Any = None) -> Any:
            sampler: Any = super()._get_train_sampler(train_dataset)
            if hasattr(sampler, "shuffle"):
                sampler.shuffle = False
            return sampler

    rows = Dataset.from_list(read_lines(asked.ordered))
    rows = rows.map(tokens_of, remove_columns=rows.column_names)
    sampling = {"hf_group": "group_by_length", "hf_rebalance": "batch_rebalance"}.get(asked.peer, "sequential")
    trainer = InOrder(
        model=load_model(asked),
        args=TrainingArguments(**arguments(asked), train_sampling_strategy=sampling),
        train_dataset=rows,
        data_collator=DataCollatorForSeq2Seq(tokenizer, label_pad_token_id=-100),
        callbacks=[Metering(meter)],
    )
    trainer.train()


def trl(asked: Asked, meter: Meter) -> None:
    """SFTTrainer on prompts and completions."""
    from datasets import Dataset  # pyright: ignore[reportMissingImports]
    from trl import SFTConfig, SFTTrainer  # pyright: ignore[reportMissingImports]

    rows = [
        {
            "prompt": [{"role": "user", "content": row["question"]}],
            "completion": [{"role": "assistant", "content": row["answer"]}],
        }
        for row in read_lines(asked.ordered)
    ]
    options = arguments(asked) | {"train_sampling_strategy": "sequential", "max_length": asked.settings["max_length"]}
    if asked.peer == "trl_asis":
        del options["bf16"], options["gradient_checkpointing"]
    elif asked.peer == "trl_padfree":
        options |= {"padding_free": True, "max_length": None}  # nothing is longer
    elif asked.peer == "trl_packing":
        packed = {"per_device_train_batch_size": 1, "gradient_accumulation_steps": asked.packed_rows}
        options |= {"packing": True, **packed}
    trainer = SFTTrainer(
        model=load_model(asked),
        args=SFTConfig(**options),
        train_dataset=Dataset.from_list(rows),
        processing_class=load_tokenizer(asked),
        callbacks=[Metering(meter)],
    )
    trainer.train()
