"""Several ranks: how far the last, smaller update of an epoch is from the one big batch, ours beside transformers'
Trainer under DDP; how fast ranks add up; what a rank holds of a divided model beside what the formula says, and while
it reads that model.

python -m tests.benchmarks.ranks gradient|sums|memory|loading
"""

from __future__ import annotations

import argparse
import ctypes
import functools
import gc
import json
import os
import socket
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Self

import numpy as np
import psutil
import torch
from torch import nn

from studio.engine.device import peak_bytes, reset_peak
from studio.engine.gradients import GradientSum, add_gradient
from studio.engine.load import model_for
from studio.engine.ranks import Ranks
from studio.engine.set_up import divide_model
from studio.job import Full, Learning
from studio.models.local import read_model
from studio.planning.memory import Work, memory_parts
from tests.engine.fixtures import go, make_net, make_store, make_training
from tests.engine.plain import one_big_batch, plain_loss, relative, take_gradient
from tests.engine.test_streamed import read
from tests.support.ranks import Crew

MICRO, TIMES, RANKS = 4, 4, 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["gradient", "sums", "memory", "loading"])
    what = parser.parse_args().what
    with tempfile.TemporaryDirectory() as folder:
        found = {"gradient": gradients, "sums": sums, "memory": memory, "loading": loading}[what](Path(folder))
    print(json.dumps(found))


# The last update of an epoch


def gradients(folder: Path) -> dict[str, Any]:
    """Relative error of its gradient against the one big batch, for epochs that leave 12, 13 and 15 rows over."""
    crew = Crew(max(RANKS, 4), 600)
    found: dict[str, Any] = {}
    try:
        for rows in (44, 45, 47):
            training = _training(folder, rows)
            training.model.eval()
            plain_loss(training, update=2).backward()
            whole = take_gradient(training)
            for world_size in (1, 2, 3, 4):
                (ours, *_) = crew.do(_ours, world_size, folder, rows)
                found[f"{rows - 32} rows, ours, {world_size} ranks"] = relative(torch.from_numpy(ours), whole)
            port = _free_port()
            ((first, last), *_) = crew.do(_trainer, RANKS, folder, rows, port)
            found[f"{rows - 32} rows, Trainer, {RANKS} ranks"] = relative(torch.from_numpy(last), whole)
            plain_loss(training, update=1).backward()
            found[f"32 rows before them, Trainer, {RANKS} ranks"] = relative(
                torch.from_numpy(first), take_gradient(training)
            )
    finally:
        crew.end()
    for name, error in found.items():
        print(f"{name}: {error:.1e}")
    return found


def _training(folder: Path, rows: int, **more: Any) -> Any:
    store = make_store(folder / f"store-{os.getpid()}-{time.monotonic_ns()}", rows=rows)
    return make_training(store, method=Full(), effective_batch_size=MICRO * TIMES * RANKS, updates=2, **more)


def _ours(ranks: Ranks, folder: Path, rows: int) -> np.ndarray:
    training = _training(folder, rows)
    training.ranks = ranks
    training.model.eval()
    batch = training.batches[2]
    waiting = training.micro_batches(training.store, batch.examples)
    total = GradientSum(training.learns, isolated=False)
    while micro_batch := waiting.next(training.token_budget):
        add_gradient(training, micro_batch, batch.num_target_tokens)
        total.add()
    total.install()
    ranks.add_up(training.learns, torch.zeros(1))
    return take_gradient(training).numpy()


def _trainer(ranks: Ranks, folder: Path, rows: int, port: int) -> list[np.ndarray]:
    """What transformers' Trainer has in `.grad` when it makes the two updates of the same rows in the same order."""
    from transformers import Trainer, TrainerCallback, TrainingArguments

    torch.distributed.destroy_process_group()  # the Trainer makes its own
    os.environ |= {"RANK": str(ranks.rank), "LOCAL_RANK": str(ranks.rank), "WORLD_SIZE": str(ranks.world_size)}
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    training = _training(folder, rows)
    order = np.concatenate([training.batches[update].examples for update in (1, 2)])
    ids, mask, labels = one_big_batch(training.store, order)
    data = [{"input_ids": ids[i], "attention_mask": mask[i], "labels": labels[i]} for i in range(len(order))]
    seen: list[torch.Tensor] = []

    class Look(TrainerCallback):
        def on_pre_optimizer_step(self, *_: Any, **__: Any) -> None:
            seen.append(torch.cat([each.grad.flatten().clone() for each in training.learns]))

    class InOrder(Trainer):
        def _get_train_sampler(self, *_: Any) -> Any:
            return torch.utils.data.SequentialSampler(data)  # type: ignore[arg-type]

    arguments = TrainingArguments(
        output_dir=str(folder / f"trainer-{ranks.rank}"),
        per_device_train_batch_size=MICRO,
        gradient_accumulation_steps=TIMES,
        num_train_epochs=1,
        learning_rate=0.0,
        max_grad_norm=0.0,
        use_cpu=True,
        report_to=[],
        save_strategy="no",
        disable_tqdm=True,
        ddp_backend="gloo",
    )
    InOrder(training.model.eval(), arguments, train_dataset=data, callbacks=[Look()]).train()  # type: ignore[arg-type]
    for name in ("RANK", "LOCAL_RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"):
        del os.environ[name]
    return [each.numpy() for each in seen]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


# Adding up


def sums(_folder: Path) -> dict[str, Any]:
    """What a rank sends and receives a second while gradients of 64 MiB are summed, by number of ranks."""
    crew = Crew(4, 600)
    try:
        found = {f"{n} ranks": crew.do(_sum_again_and_again, n)[0] for n in (2, 3, 4)}
    finally:
        crew.end()
    for name, rate in found.items():
        print(f"{name}: {rate / 1e9:.2f} GB/s")
    return found


def _sum_again_and_again(ranks: Ranks) -> float:
    parameter = nn.Parameter(torch.zeros(2**24))
    seconds = []
    for _ in range(12):
        parameter.grad = torch.ones(2**24)
        ranks.meet()
        began = time.perf_counter()
        ranks.add_up([parameter], torch.zeros(1))
        seconds.append(time.perf_counter() - began)
    return 2 * (ranks.world_size - 1) / ranks.world_size * 4 * 2**24 / statistics.median(seconds)


# A divided model


def memory(folder: Path) -> dict[str, Any]:
    """Resident bytes of a rank at the peak of an update beyond those before the model was there, and the formula's."""
    crew = Crew(RANKS, 600)
    found: dict[str, Any] = {}
    try:
        make_net(**_SHAPE).save_pretrained(folder / "model")  # type: ignore[attr-defined, arg-type]
        for divided in (False, True):
            measured = max(crew.do(_peak, RANKS, folder, divided=divided))
            told = _formula(folder, divided=divided)
            name = "divided" if divided else "whole"
            found[name] = {"measured": measured, "formula": told, "error": told / measured - 1}
            print(f"{name}: measured {measured / 2**20:,.0f} MiB, formula {told / 2**20:,.0f} MiB")
    finally:
        crew.end()
    return found


_SHAPE = {
    "kind": "llama", "hidden_size": 512, "intermediate_size": 1376, "num_hidden_layers": 12, "vocab_size": 4096,
    "num_attention_heads": 8, "num_key_value_heads": 8,
}  # fmt: skip
_TOKENS = 128


def _peak(ranks: Ranks, folder: Path, *, divided: bool) -> int:
    from transformers import AutoModelForCausalLM

    ctypes.CDLL(None).mallopt(-3, 2**16)  # what is freed goes back to the system
    before = psutil.Process().memory_info().rss
    store = make_store(folder / f"store-{ranks.rank}-{time.monotonic_ns()}", rows=16, longest=40)
    model = AutoModelForCausalLM.from_pretrained(folder / "model", dtype=torch.float32)
    learning = Learning(effective_batch_size=8, updates=2)
    training = make_training(
        store, model=model, method=Full(), token_budget=_TOKENS, effective_batch_size=8, updates=2, learning=learning
    )
    training.ranks = ranks
    if divided:
        divide_model(training)
    peaks: list[int] = []
    reset_peak(training.device)
    go(training, folder / f"run-{ranks.rank}", save=lambda: None,
       after_update=lambda _: peaks.append(peak_bytes(training.device)))  # fmt: skip
    ranks.meet()
    return peaks[-1] - before  # the first step begins with a copy of the weights


def _formula(folder: Path, *, divided: bool) -> int:
    from studio.hardware.detect import detect

    facts = read_model(str(folder / "model"), require_weights=False)
    device = detect().devices[-1]
    work = Work(tokens=_TOKENS, targets=_TOKENS, longest=39, packed=True)
    among = RANKS if divided else 1
    parts = memory_parts(facts, Full(), "float32", "off", work, device, divided_among=among)
    return parts.ours - parts.workspace


# Reading a model that is to be divided


def loading(folder: Path) -> dict[str, Any]:
    """Private bytes of a rank of four at the peak, while it reads the model and until that is divided and tried: cut as
    it is read, and read whole; beside the bytes of the model and of its embeddings and head as training stores them."""
    net: Any = make_net(**{**_SHAPE, "hidden_size": 1024, "intermediate_size": 2752, "num_hidden_layers": 6})
    net.bfloat16().save_pretrained(folder / "base")
    weights, ends = sum(each.numel() for each in net.parameters()), 2 * 4096 * 1024
    del net
    found: dict[str, Any] = {}
    for method, stored, at_ends in (("full", 4, 4), ("lora", 2, 2), ("nf4-double", 0.516, 2)):
        found[method] = {
            "model": round(stored * (weights - ends) + at_ends * ends),
            "embeddings and head": at_ends * ends,
        }
        for how in ("cut as read", "read whole"):
            crew = Crew(4, 600)
            crew.do(_read, 4, folder, method, cut=True)  # what is loaded once
            peaks = crew.do(_read, 4, folder, method, cut=how == "cut as read")
            crew.end()
            found[method][how], found[method][f"{how}, divided"] = map(max, zip(*peaks, strict=True))
        print(f"{method}: {', '.join(f'{name} {each / 2**20:.0f} MiB' for name, each in found[method].items())}")
    return found


def _read(ranks: Ranks, folder: Path, method: str, *, cut: bool) -> tuple[int, int]:
    ctypes.CDLL(None).mallopt(-3, 2**16)  # what is freed goes back to the system
    more: Any = {} if cut else {"build": functools.partial(model_for)}  # what is no plain `model_for` is read whole
    gc.collect()
    with PeakPrivate() as until_divided:
        with PeakPrivate() as while_read:
            training = read(ranks, folder, method, divided=True, precision="bfloat16", **more)
        divide_model(training)
        ranks.meet()
    return while_read.peak_bytes, until_divided.peak_bytes


class PeakPrivate:
    """Most bytes that this process had to itself beyond what it had before, looked at every few milliseconds."""

    def __enter__(self) -> Self:
        self.peak_bytes, self._before, self._done = 0, _private_bytes(), threading.Event()
        self._watching = threading.Thread(target=self._watch)
        self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watching.join()

    def _watch(self) -> None:
        while not self._done.wait(0.005):
            self.peak_bytes = max(self.peak_bytes, _private_bytes() - self._before)


def _private_bytes() -> int:
    """Pages that this process alone has changed; those of a mapped file it only reads are the system's."""
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return 1024 * int(next(line.split()[1] for line in rollup.splitlines() if line.startswith("Private_Dirty")))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
