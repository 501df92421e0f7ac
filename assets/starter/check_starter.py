"""Fine-tunes the starter on one of its datasets by a plain loop and prints what changed, as one JSON line.

A reference that shares nothing with the studio's engine: `python assets/starter/check_starter.py --seed 1`.
"""

import argparse
import csv
import json
import math
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from torch import Tensor
from torch.nn.functional import cross_entropy
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase

HERE = Path(__file__).parent
RECIPE = json.loads((HERE / "recipe.json").read_text(encoding="utf-8"))

Pair = tuple[str, str]


def read_dates(name: str) -> list[Pair]:
    lines = (HERE / "dates" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["question"], row["answer"]) for row in map(json.loads, lines)]


def read_topics(name: str) -> list[Pair]:
    with (HERE / "topics" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["label"]) for row in csv.DictReader(file)]


def read_polite(name: str) -> list[Pair]:
    rows = json.loads((HERE / "polite" / f"{name}.json").read_text(encoding="utf-8"))
    return [(f"{row['instruction']}\n\n{row['input']}", row["output"]) for row in rows]


READERS: dict[str, Callable[[str], list[Pair]]] = {"dates": read_dates, "topics": read_topics, "polite": read_polite}


def prompt_ids(tokenizer: PreTrainedTokenizerBase, question: str) -> list[int]:
    """What the model reads before it answers."""
    text = tokenizer.apply_chat_template(
        [{"role": "user", "content": question}], tokenize=False, add_generation_prompt=True
    )
    return tokenizer(text, add_special_tokens=False)["input_ids"]


def answer_ids(tokenizer: PreTrainedTokenizerBase, answer: str) -> list[int]:
    """What it must write, with the token that ends it."""
    return [*tokenizer(answer, add_special_tokens=False)["input_ids"], tokenizer.eos_token_id]


@torch.no_grad()
def answers(
    model: PreTrainedModel | PeftModel, tokenizer: PreTrainedTokenizerBase, questions: list[str], most_tokens: int = 64
) -> list[list[int]]:
    """Greedy answers as token ids, cut after the end token (kept, so an answer without one never ends)."""
    model.eval()
    prompts = [prompt_ids(tokenizer, question) for question in questions]
    by_length: dict[int, list[int]] = {}
    for n, prompt in enumerate(prompts):
        by_length.setdefault(len(prompt), []).append(n)
    written: dict[int, list[int]] = {}
    for group in by_length.values():
        ids = torch.tensor([prompts[n] for n in group])  # (b, s), no padding: prompts of one length
        out = model.generate(
            input_ids=ids, attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=most_tokens
        )
        for n, row in zip(group, out[:, ids.shape[1] :].tolist(), strict=True):
            ends = row.index(tokenizer.eos_token_id) + 1 if tokenizer.eos_token_id in row else len(row)
            written[n] = row[:ends]
    return [written[n] for n in range(len(questions))]


def share_right(model: PreTrainedModel | PeftModel, tokenizer: PreTrainedTokenizerBase, pairs: list[Pair]) -> float:
    """Share of the pairs whose answer is exactly right."""
    wanted = [answer_ids(tokenizer, answer) for _, answer in pairs]
    most_tokens = max(len(ids) for ids in wanted) + 2
    written = answers(model, tokenizer, [question for question, _ in pairs], most_tokens)
    return sum(w == g for w, g in zip(wanted, written, strict=True)) / len(pairs)


def batches(tokenizer: PreTrainedTokenizerBase, pairs: list[Pair], seed: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Effective batches in a random order, epoch after epoch. Shapes: token ids (b, s), labels (b, s)."""
    size = RECIPE["effective_batch_size"]
    rows = [(prompt_ids(tokenizer, question), answer_ids(tokenizer, answer)) for question, answer in pairs]
    rng = random.Random(seed)
    while True:
        rng.shuffle(rows)
        for start in range(0, len(rows) - size + 1, size):
            batch = rows[start : start + size]
            longest = max(len(read) + len(written) for read, written in batch)
            ids = torch.full((size, longest), tokenizer.pad_token_id)
            labels = torch.full((size, longest), -100)
            for n, (read, written) in enumerate(batch):
                ids[n, : len(read) + len(written)] = torch.tensor(read + written)
                labels[n, len(read) : len(read) + len(written)] = torch.tensor(written)
            yield ids, labels


def learning_rate_factor(update: int, updates: int) -> float:
    """Linear warm-up, then a cosine to zero."""
    warmup = max(1, round(RECIPE["warmup_fraction"] * updates))
    if update <= warmup:
        return update / warmup
    return 0.5 * (1 + math.cos(math.pi * (update - warmup) / (updates - warmup)))


def train(model: PeftModel, source: Iterator[tuple[Tensor, Tensor]], updates: int, learning_rate: float) -> list[float]:
    """The train loss of every update, in nats per target token."""
    model.train()
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=learning_rate, weight_decay=RECIPE["weight_decay"])
    losses = []
    for update in range(1, updates + 1):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate * learning_rate_factor(update, updates)
        ids, labels = next(source)
        logits = model(input_ids=ids).logits  # (b, s, v)
        loss = cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
    return losses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dataset", choices=list(READERS), default="dates")
    parser.add_argument("--model", type=Path, default=HERE / "model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--updates", type=int, default=RECIPE["updates"])
    parser.add_argument("--learning-rate", type=float, default=RECIPE["learning_rate"])
    wanted = parser.parse_args()
    torch.set_num_threads(wanted.threads)
    torch.manual_seed(wanted.seed)
    read = READERS[wanted.dataset]
    held_out = read("held_out")
    tokenizer = AutoTokenizer.from_pretrained(wanted.model)
    base = AutoModelForCausalLM.from_pretrained(wanted.model, dtype=torch.float32)
    before = share_right(base, tokenizer, held_out)

    lora = LoraConfig(r=RECIPE["rank"], lora_alpha=RECIPE["alpha"], target_modules="all-linear", task_type="CAUSAL_LM")
    model = get_peft_model(base, lora)
    source = batches(tokenizer, read("train"), wanted.seed)
    began = time.monotonic()
    losses = train(model, source, wanted.updates, wanted.learning_rate)
    seconds = time.monotonic() - began
    figures = {
        "dataset": wanted.dataset,
        "before": before,
        "after": share_right(model, tokenizer, held_out),
        "seconds": round(seconds, 1),
        "threads": wanted.threads,
        "updates": wanted.updates,
        "learning_rate": wanted.learning_rate,
        "seed": wanted.seed,
        "first_train_loss": round(losses[0], 4),
        "last_train_loss": round(sum(losses[-10:]) / 10, 4),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
