"""Makes the updates of one run again, with transformers and peft alone: the same rows, order, loss and learning rate.

Needs torch, transformers, peft and numpy: python train.py. It trains to the last update and keeps those weights.
"""

import json
import math
from pathlib import Path

import numpy as np
import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoConfig, AutoModelForCausalLM, BitsAndBytesConfig

MODEL = ""
FROM_SCRATCH = False
LORA = {"r": 16, "lora_alpha": 32, "target_modules": "all-linear"}
QUANTIZATION = None
PRECISION = "float32"
EFFECTIVE_BATCH_SIZE = 32
ROWS_AT_ONCE = 8
UPDATES = 100
LEARNING_RATE = 2e-4
SCHEDULE = "cosine"
WARMUP_FRACTION = 0.03
WEIGHT_DECAY = 0.0
OPTIMIZER = "adamw"
MAX_GRAD_NORM = 1.0
LABEL_SMOOTHING = 0.0
SEED = 0

HERE = Path(__file__).parent
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def read_rows(name):
    """Each row has `input_ids` and `labels`: the same tokens, and -100 where there is nothing to learn."""
    path = HERE / "data" / name
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def load_model():
    """The base model, with a fresh adapter whose first values depend on the seed alone."""
    dtype = getattr(torch, PRECISION)
    if FROM_SCRATCH:
        torch.manual_seed(SEED)
        model = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(MODEL), dtype=torch.float32)
    else:
        few_bits = None
        if QUANTIZATION:
            few_bits = BitsAndBytesConfig(
                load_in_8bit=QUANTIZATION == "int8",
                load_in_4bit=QUANTIZATION != "int8",
                bnb_4bit_quant_type="nf4",
                bnb_4bit_use_double_quant=QUANTIZATION == "nf4-double",
                bnb_4bit_compute_dtype=dtype,
            )
        model = AutoModelForCausalLM.from_pretrained(MODEL, dtype=dtype, quantization_config=few_bits)
    if LORA is None:
        model = model.float()
    else:
        torch.manual_seed(SEED)
        model = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", **LORA))
    return model.to(DEVICE)


def make_optimizer(model):
    """Matrices decay, biases and the scales of norms do not."""
    learns = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    decays = [weight for name, weight in learns if weight.ndim >= 2 and not name.endswith("bias")]
    stays = [weight for name, weight in learns if weight.ndim < 2 or name.endswith("bias")]
    groups = [{"params": decays, "weight_decay": WEIGHT_DECAY}, {"params": stays, "weight_decay": 0.0}]
    groups = [group for group in groups if group["params"]]
    if OPTIMIZER == "adafactor":
        return torch.optim.Adafactor(groups, lr=0.0, eps=(None, 1.0))
    if OPTIMIZER == "adamw":
        return torch.optim.AdamW(groups, lr=0.0)
    import bitsandbytes

    kinds = {"adamw-8bit": bitsandbytes.optim.AdamW8bit, "paged-adamw-8bit": bitsandbytes.optim.PagedAdamW8bit}
    return kinds[OPTIMIZER](groups, lr=0.0)


def epoch_order(rows, epoch):
    """A permutation of the rows that depends on seed and epoch alone."""
    keys = np.random.Philox(key=np.array([SEED, epoch], dtype=np.uint64)).random_raw(rows)
    return np.argsort(keys, kind="stable")


def rows_of_update(update, rows):
    """The rows behind an update, counted from 1. The last of an epoch may have fewer."""
    per_epoch = math.ceil(len(rows) / EFFECTIVE_BATCH_SIZE)
    epoch, place = divmod(update - 1, per_epoch)
    chosen = epoch_order(len(rows), epoch)[place * EFFECTIVE_BATCH_SIZE : (place + 1) * EFFECTIVE_BATCH_SIZE]
    return sorted((rows[number] for number in chosen), key=lambda row: -len(row["input_ids"]))


def learning_rate_at(update):
    """Linear warm-up, then the schedule down to zero."""
    warmup = round(WARMUP_FRACTION * UPDATES)
    if update <= warmup:
        return LEARNING_RATE * update / warmup
    through = (update - warmup - 1) / max(1, UPDATES - warmup)
    shapes = {"constant": 1.0, "linear": 1 - through, "cosine": 0.5 * (1 + math.cos(math.pi * through))}
    return LEARNING_RATE * shapes[SCHEDULE]


def sum_loss(model, rows, label_smoothing=0.0):
    """Cross-entropy in nats, summed over all targets. Rows are padded on the right."""
    longest = max(len(row["input_ids"]) for row in rows)
    input_ids = torch.tensor([row["input_ids"] + [0] * (longest - len(row["input_ids"])) for row in rows])
    labels = torch.tensor([row["labels"] + [-100] * (longest - len(row["labels"])) for row in rows])
    mask = torch.tensor([[1] * len(row["input_ids"]) + [0] * (longest - len(row["input_ids"])) for row in rows])
    with torch.autocast(DEVICE, dtype=getattr(torch, PRECISION), enabled=PRECISION != "float32"):
        scores = model(input_ids=input_ids.to(DEVICE), attention_mask=mask.to(DEVICE), use_cache=False).logits
    scores, targets = scores[:, :-1].flatten(0, 1).float(), labels[:, 1:].flatten().to(DEVICE)
    return torch.nn.functional.cross_entropy(
        scores, targets, ignore_index=-100, reduction="sum", label_smoothing=label_smoothing
    )


def num_targets(rows):
    """Tokens that something predicts."""
    return sum(label != -100 for row in rows for label in row["labels"][1:])


def main():
    """Every update: the loss of the whole effective batch, divided once by its number of targets."""
    rows, held_out = read_rows("train.jsonl"), read_rows("test.jsonl")
    model = load_model()
    optimizer = make_optimizer(model)
    learns = [weight for weight in model.parameters() if weight.requires_grad]
    model.train()
    for update in range(1, UPDATES + 1):
        batch = rows_of_update(update, rows)
        targets = num_targets(batch)
        if not targets:
            continue
        loss = 0.0
        for first in range(0, len(batch), ROWS_AT_ONCE):
            part = sum_loss(model, batch[first : first + ROWS_AT_ONCE], LABEL_SMOOTHING) / targets
            part.backward()
            loss += part.item()
        torch.nn.utils.clip_grad_norm_(learns, MAX_GRAD_NORM)
        for group in optimizer.param_groups:
            group["lr"] = learning_rate_at(update)
        optimizer.step()
        optimizer.zero_grad()
        print(json.dumps({"update": update, "train_loss": loss}), flush=True)
    if held_out:
        model.eval()
        with torch.no_grad():
            parts = [held_out[first : first + ROWS_AT_ONCE] for first in range(0, len(held_out), ROWS_AT_ONCE)]
            loss = sum(sum_loss(model, part).item() for part in parts) / num_targets(held_out)
        print(json.dumps({"update": UPDATES, "eval_loss": loss}))
    model.save_pretrained(HERE / "result")


if __name__ == "__main__":
    main()
