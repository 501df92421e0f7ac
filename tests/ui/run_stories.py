"""Writes run folders with real events, for the tests and screenshots of the Run page."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from studio.api import Machine, RunWatch
from studio.events import (
    Answer,
    AnswersScored,
    CardMeasured,
    CheckpointSaved,
    DataEncoded,
    Evaluated,
    Event,
    JobFailed,
    ModelLoaded,
    Paused,
    PlanMade,
    RestartPlanned,
    ResultSaved,
    RunEnded,
    SplitChecked,
    StageStarted,
    TrainingFinished,
    TrainingStarted,
    TrainingStopped,
    UpdateFinished,
    Warned,
    WorkerEnded,
    WorkerSpawned,
)
from studio.hardware.device import Device
from studio.job import Data, Learning, TrainJob
from studio.paths import open_home
from studio.plan import MemoryParts, Plan
from studio.runs.folder import RunFolder, create_run
from studio.runs.journal import Journal
from studio.runs.lease import Lease, take_lease

GIB = 1024**3
UPDATES = 1125
CARD = "NVIDIA GeForce RTX 3090"


def plan(**changes: object) -> Plan:
    """32 = 4 × 8 × 1 GPU."""
    memory = MemoryParts(others=int(3.52 * GIB), weights=int(16.16 * GIB))
    values: dict[str, object] = {
        "effective_batch_size": 32,
        "micro_batch_size": 4,
        "gradient_accumulation_steps": 8,
        "slices": (4,) * 8,
        "token_budget": 8192,
        "max_seq_len": 2048,
        "gradient_checkpointing": "on",
        "precision": "bfloat16",
        "memory": memory,
        "peak_bytes": memory.ours,
        "limit_bytes": int(23.69 * GIB),
        "fits": True,
        "basis": "probe",
        "error_bar": 0.04,
        "seconds_per_update": 20.5,
        "micro_batches_per_update": 6.1,
        "updates": UPDATES,
        "rows": 12000,
        "reasons": (),
        "device_name": CARD,
    }
    return Plan(**{**values, **changes})  # type: ignore[arg-type]


def job(name: str = "support-replies") -> TrainJob:
    """32 examples per update, and 200 answers compared."""
    return TrainJob(
        name=name,
        model="models/qwen3-4b",
        data=Data(train="replies.jsonl", score_answers=200),
        learning=Learning(effective_batch_size=32, updates=UPDATES),
    )


def losses(count: int, seed: int = 3) -> np.ndarray:
    """A loss that falls from 2.3 to about 1, with noise and one spike."""
    random = np.random.default_rng(seed)
    at = np.arange(count)
    made = 0.96 + 1.34 * np.exp(-at / 120) + random.normal(0, 0.055, count) * (1 + 0.4 * np.exp(-at / 200))
    made[:3] = 2.29, 2.31, 2.27
    if count > 389:
        made[388] = 1.94
    return made


def preparation(start: float, upto: int = 6) -> list[Event]:
    """From the first sign of life to the answers before learning; `upto` cuts it short."""
    steps: list[list[Event]] = [
        [StageStarted(at=start, stage="importing")],
        [
            StageStarted(at=start + 4, stage="reading data"),
            DataEncoded(
                at=start + 6,
                rows=12000,
                held_out_rows=477,
                left_out_rows=3,
                cut_rows=21,
                num_tokens=8_800_000,
                num_target_tokens=2_733_000,
                max_seq_len=2048,
                dataset_hash="0" * 16,
                shape="messages",
            ),
        ],
        [
            StageStarted(at=start + 6, stage="loading model"),
            ModelLoaded(
                at=start + 21,
                parameters=4_022_000_000,
                trainable_parameters=33_000_000,
                device=CARD,
                precision="bfloat16",
            ),
        ],
        [StageStarted(at=start + 21, stage="planning"), PlanMade(at=start + 40, plan=plan())],
        [
            StageStarted(at=start + 40, stage="checking"),
            SplitChecked(at=start + 70, micro_batches=(8, 32), relative_error=3e-7, agreed=True),
        ],
        [StageStarted(at=start + 70, stage="answering"), answers(start + 130, update=0, right=0)],
    ]
    return [event for step in steps[:upto] for event in step]


def answers(at: float, update: int, right: int) -> AnswersScored:
    """200 held-out rows, four of them shown."""
    shown = [
        ("Can I return a helmet I wore once?", "Yes, within 30 days. Please send it in its box."),
        ("Do you have the red bell again?", "The red one is back on Thursday. Shall I put one aside for you?"),
        ("Where is my parcel?", "It left us yesterday and should arrive on Friday."),
        ("Are you open at Easter?", "We are closed on Good Friday and Easter Monday."),
    ]
    before = (
        "As an AI language model, I do not have access to the return policy of the specific store you bought it from.",
        "I'm sorry, I can't check stock levels. You could visit the website or call the shop.",
        "Parcels are usually delivered within 3 to 5 business days.",
        "Opening hours vary by location.",
    )
    examples = tuple(
        Answer(question=question, expected=expected, written=expected if right else wrong, right=bool(right))
        for (question, expected), wrong in zip(shown, before, strict=True)
    )
    return AnswersScored(at=at, update=update, rows=200, right=right, examples=examples, seconds=55.0)


def update(number: int, loss: float | None, at: float, seconds: float = 20.4) -> UpdateFinished:
    """One update with numbers that belong together."""
    warmup = UPDATES * 0.03
    share = (
        number / warmup if number < warmup else 0.5 * (1 + math.cos(math.pi * (number - warmup) / (UPDATES - warmup)))
    )
    wobble = math.sin(number * 12.9898) * 0.5
    return UpdateFinished(
        at=at,
        update=number,
        train_loss=loss,
        learning_rate=2e-4 * share,
        grad_norm=1.71 if number == 389 else 0.4 + 0.5 * math.exp(-number / 60) + 0.06 * wobble,
        num_tokens=23_470,
        num_target_tokens=7_290,
        num_padded_tokens=25_000,
        micro_batches=6,
        seconds=seconds * (1 + 0.03 * wobble),
        peak_bytes=int((15.9 + 0.03 * wobble) * GIB),
    )


def training(
    start: float, first: int, last: int, values: np.ndarray, attempt: int = 1, world_size: int = 1
) -> list[Event]:
    """Updates `first` to `last` with a check every 75 and a save every 60."""
    told: list[Event] = [
        StageStarted(at=start, stage="training"),
        TrainingStarted(
            at=start,
            from_update=first - 1,
            updates=UPDATES,
            updates_per_epoch=375,
            attempt=attempt,
            world_size=world_size,
        ),
    ]
    if first == 1:
        told.append(evaluated(0, start))
    for number in range(first, last + 1):
        at = start + (number - first + 1) * 20.4
        told.append(update(number, float(values[number - 1]), at))
        if number % 75 == 0:
            told.append(evaluated(number, at))
        if number % 60 == 0:
            told.append(saved(number, at))
    return told


def evaluated(number: int, at: float) -> Evaluated:
    """A check on held-out rows."""
    value = 1.16 + 1.05 * math.exp(-number / 130)
    return Evaluated(at=at, update=number, eval_loss=value, num_target_tokens=100_000, seconds=12.0)


def saved(number: int, at: float) -> CheckpointSaved:
    """A checkpoint."""
    return CheckpointSaved(
        at=at, update=number, folder=f"checkpoints/update-{number:06}", size_bytes=397_000_000, seconds=0.9
    )


class WrittenRun:
    """A run folder with events in it; `alive` holds its lease."""

    def __init__(self, folder: Path, name: str = "support-replies") -> None:
        self.job = job(name)
        self.run: RunFolder = create_run(open_home(folder), self.job)
        self._lease: Lease | None = None

    def write(self, events: list[Event]) -> None:
        """By the worker."""
        with Journal(self.run.events) as journal:
            for event in events:
                journal.append(event)

    def write_foreman(self, events: list[Event]) -> None:
        """By the foreman."""
        with Journal(self.run.foreman_events) as journal:
            for event in events:
                journal.append(event)

    def begin(self, start: float) -> None:
        """The foreman starts a worker and looks after the run."""
        self.write_foreman([WorkerSpawned(at=start, pid=1, attempt=1, commands_from=0)])
        self.alive()

    def alive(self) -> None:
        """Held from now on."""
        if self._lease is None:
            self._lease = take_lease(self.run.lease)

    def dead(self) -> None:
        """Nobody looks after it."""
        if self._lease is not None:
            self._lease.release()
            self._lease = None

    def end(self, at: float, outcome: str, title: str = "", hint: str = "") -> None:
        """The foreman's last word."""
        self.write_foreman(
            [RunEnded(at=at, outcome=outcome, commands_to=0, title=title, hint=hint)]  # type: ignore[arg-type]
        )
        self.dead()

    def watch(self) -> RunWatch:
        """A watch that has read everything."""
        made = RunWatch(self.run)
        made.poll()
        return made


def card(start: float, end: float) -> list[Event]:
    """A point for every two minutes: busy, warm, and what it drew."""
    times = np.arange(start + 120, end, 120).tolist()
    return [
        CardMeasured(
            at=at,
            load=round(0.97 + 0.02 * math.sin(at / 700), 3),
            celsius=round(71 - 18 * math.exp((start - at) / 600), 1),
            watts=318.0,
        )
        for at in times
    ]


def written(folder: Path, kind: str, now: float) -> WrittenRun:
    """A run in one of the states, as if it were `now`."""
    run = WrittenRun(folder)
    values = losses(UPDATES)
    if kind == "queued":
        return run
    if kind == "starting":
        run.begin(now - 45)
        run.write([*preparation(now - 45, 4), StageStarted(at=now - 3, stage="checking")])
        return run
    done = {"finished": UPDATES, "failed": 214, "stopped": 214, "cancelled": 214, "interrupted": 431}.get(kind, 612)
    start = now - (done + (11 if done > 431 else 0)) * 20.4 - 130
    run.begin(start - 135)
    run.write(preparation(start - 135))
    warning = Warned(
        at=start + 214 * 20.4 - 1,
        title="Out of memory at update 214, redone",
        hint="The same rows were learnt from again, now in micro-batches of at most 1,024 tokens; nothing was lost.",
    )
    match kind:
        case "running" | "paused" | "finished" | "running again" | "recovering":
            run.write([*training(start, 1, 213, values), warning])
            run.write(training(start + 213 * 20.4, 214, 431, values)[2:])
            run.write(training(start + 431 * 20.4, 421, done if kind != "recovering" else 437, values, attempt=2))
        case _:
            run.write(training(start, 1, done, values))
    run.write_foreman(card(start, now - 125))
    end = now - 120
    match kind:
        case "paused":
            run.write([saved(612, now - 100), Paused(at=now - 99, update=612)])
        case "finished":
            run.write(
                [
                    TrainingFinished(at=end, update=UPDATES),
                    StageStarted(at=end, stage="answering"),
                    answers(end + 55, UPDATES, 196),
                    ResultSaved(at=end + 60, folder="result", size_bytes=132_000_000, largest_difference=0.0),
                ]
            )
            run.end(now - 58, "finished")
        case "stopped":
            run.write(
                [
                    saved(214, end),
                    TrainingStopped(at=end, update=214, by="stop"),
                    answers(end + 55, 214, 121),
                    ResultSaved(at=end + 60, folder="result", size_bytes=132_000_000, largest_difference=0.0),
                ]
            )
            run.end(now - 58, "stopped")
        case "cancelled":
            run.write([TrainingStopped(at=end, update=214, by="cancel")])
            run.end(end + 1, "cancelled")
        case "failed":
            title, hint = "The disk is full.", "Free 2.1 GB on the disk of the runs, then press Continue."
            run.write([JobFailed(at=end, title=title, hint=hint, kind="DiskProblem")])
            run.write_foreman([WorkerEnded(at=end + 1, exit_code=40, attempt=1)])
            run.end(end + 1, "failed", title, hint)
        case "interrupted":
            run.dead()
        case "recovering":
            run.write_foreman(
                [
                    WorkerEnded(at=now - 12, exit_code=-9, attempt=2),
                    RestartPlanned(at=now - 12, in_seconds=30.0, attempt=3),
                ]
            )
        case _:
            pass
    return run


def regrouped(run: WrittenRun, sizes: tuple[int, ...] = (2,), at: float = 2e9) -> None:
    """It goes on for 100 updates on so many GPUs at a time."""
    for size in sizes:
        first = run.watch().story.update + 1
        first -= (first - 1) % 60  # from the last save
        equation = plan(world_size=size, gradient_accumulation_steps=8 // size, slices=(4,) * 8)
        run.write([PlanMade(at=at, plan=equation)])
        values = losses(UPDATES)
        run.write(training(at, first, first + 100, values, attempt=2, world_size=size))


def machine(cards: int = 1) -> Machine:
    """A computer with so many cards."""
    gpus = tuple(
        Device(
            id=f"cuda:{number}",
            name=CARD,
            kind="cuda",
            total_bytes=int(23.69 * GIB),
            free_bytes=int((4.25 if cards == 1 else 20.5) * GIB),
            utilisation=0.97,
            temperature=71,
        )
        for number in range(cards)
    )
    cpu = Device(id="cpu", name="AMD Ryzen 7, 16 cores", kind="cpu", total_bytes=64 * GIB, free_bytes=40 * GIB)
    return Machine(devices=(*gpus, cpu), gpu_state="ok", words="")
