"""What happened, in the past tense: lines of `events.jsonl` (a worker's) and `foreman.jsonl` (the foreman's)."""

from __future__ import annotations

import time
from typing import Literal

import msgspec

from studio.plan import Plan


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", omit_defaults=True):
    at: float = msgspec.field(default_factory=time.time)
    """Seconds since 1970 by the wall clock, which may jump; for people, never for logic."""


Stage = Literal[
    "importing",
    "reading data",
    "loading model",
    "measuring",
    "planning",
    "checking",
    "answering",
    "training",
    "saving",
]


class StageStarted(_Event, frozen=True, kw_only=True, tag="stage-started"):
    """The worker began something that takes a while."""

    stage: Stage


class DataEncoded(_Event, frozen=True, kw_only=True, tag="data-encoded"):
    """The rows are tokens now."""

    rows: int
    """Rows to learn from."""
    held_out_rows: int
    left_out_rows: int
    """Rows that cannot be used as they are."""
    cut_rows: int
    """Rows longer than `max_seq_len`, which were cut."""
    num_tokens: int
    """Tokens in one pass over the rows to learn from."""
    num_target_tokens: int
    max_seq_len: int
    dataset_hash: str
    shape: str


class ModelLoaded(_Event, frozen=True, kw_only=True, tag="model-loaded"):
    """The model is on its device, with whatever trains beside it."""

    parameters: int
    trainable_parameters: int
    device: str
    """For people: "NVIDIA GeForce RTX 3090" or "CPU, 4 cores"."""
    precision: str


class PlanMade(_Event, frozen=True, kw_only=True, tag="plan-made"):
    """How the effective batch will be split."""

    plan: Plan


class SplitChecked(_Event, frozen=True, kw_only=True, tag="split-checked"):
    """The first update's gradient was worked out by two different splits and compared."""

    micro_batches: tuple[int, int]
    """Micro-batches in the one split and in the other."""
    relative_error: float
    """Norm of the difference of the two gradients over the norm of the first."""
    agreed: bool


class TrainingStarted(_Event, frozen=True, kw_only=True, tag="training-started"):
    """Updates after `from_update` follow; those of an earlier attempt beyond it are superseded."""

    from_update: int
    updates: int
    """Updates in the whole run."""
    updates_per_epoch: int
    attempt: int = 1


class UpdateFinished(_Event, frozen=True, kw_only=True, tag="update"):
    """The weights changed once."""

    update: int
    train_loss: float | None
    """Nats per target token over the whole effective batch; None where it was not a finite number."""
    learning_rate: float
    grad_norm: float | None
    """Before clipping."""
    num_tokens: int
    num_target_tokens: int
    num_padded_tokens: int
    """Tokens the devices worked on, padding included."""
    micro_batches: int
    """Of the device that made most: `gradient_accumulation_steps` is per device too."""
    seconds: float
    """Of the whole update; what data and optimizer leave is forward and backward."""
    data_seconds: float = 0.0
    """Putting micro-batches together."""
    optimizer_seconds: float = 0.0
    """Clipping and changing the weights; on a card, which is not waited for, those of the update before."""
    peak_bytes: int
    """On the device that needed most."""


class NoiseMeasured(_Event, frozen=True, kw_only=True, tag="noise"):
    """The gradient noise scale (McCandlish et al. 2018), estimated from the micro-batches of many updates."""

    update: int
    examples: float
    """An update of as many makes half of the progress that one without noise would."""
    lowest: float
    """With `highest` the interval in which it lies with 95 %."""
    highest: float | None
    """None: no limit can be told yet."""
    updates: int
    """Behind the estimate."""


class UpdateSkipped(_Event, frozen=True, kw_only=True, tag="update-skipped"):
    """The weights stayed as they were."""

    update: int
    reason: Literal["nothing to learn", "not a number", "left out"] = "nothing to learn"
    """No row has a target; loss or gradient was not a finite number; or it was not, before going back."""
    rows: tuple[int, ...] = ()
    """The rows of a loss that was not a number, as the user counts them."""


class WentBack(_Event, frozen=True, kw_only=True, tag="went-back"):
    """After an update that was not a number the last checkpoint was loaded; updates after it follow anew."""

    update: int
    """The update that is left out from now on."""
    to_update: int


class MemoryRecovered(_Event, frozen=True, kw_only=True, tag="memory-recovered"):
    """The device ran out of memory; the same rows were learnt from again, with less, and nothing was lost."""

    update: int
    rows: int
    """Rows of the micro-batch that did not fit."""
    longest: int
    """Tokens of the longest of them."""
    token_budget: int
    """From now on."""
    how: Literal["smaller micro-batches", "gradient checkpointing", "fewer word scores at once"]
    """What is different from now on."""


class Evaluated(_Event, frozen=True, kw_only=True, tag="evaluated"):
    """The loss on held-out rows after `update` updates (0: before the first)."""

    update: int
    eval_loss: float
    num_target_tokens: int
    seconds: float
    best: bool = False


class Answer(msgspec.Struct, frozen=True):
    """One held-out row as answered by the model."""

    question: str
    expected: str
    written: str
    right: bool


class MixUp(msgspec.Struct, frozen=True):
    """A label that the model took for another."""

    expected: str
    given: str
    times: int


class AnswersScored(_Event, frozen=True, kw_only=True, tag="answers-scored"):
    """Held-out rows were answered greedily and compared word for word with the right answers, or labelled and compared
    with the right labels."""

    update: int
    rows: int
    """Answers compared; where words are labelled, words."""
    right: int
    examples: tuple[Answer, ...]
    """The first few, the same rows every time."""
    mix_ups: tuple[MixUp, ...] = ()
    """The most frequent ones; none where the model writes."""
    seconds: float

    @property
    def exact_match(self) -> float:
        """Share of right answers, 0 to 1."""
        return self.right / self.rows if self.rows else 0.0


class Sampled(_Event, frozen=True, kw_only=True, tag="sampled"):
    """The model answered a prompt greedily, after `update` updates."""

    update: int
    prompt: str
    text: str
    seconds: float


class CheckpointSaved(_Event, frozen=True, kw_only=True, tag="checkpoint-saved"):
    """Everything that resuming needs is on the disk, complete."""

    update: int
    folder: str
    size_bytes: int
    seconds: float


class CheckpointSetAside(_Event, frozen=True, kw_only=True, tag="checkpoint-set-aside"):
    """A checkpoint did not match its fingerprints; the one before it is used."""

    folder: str
    reason: str


class Paused(_Event, frozen=True, kw_only=True, tag="paused"):
    """Waiting for `resume`, after `update` updates."""

    update: int


class Resumed(_Event, frozen=True, kw_only=True, tag="resumed"):
    """Going on after a pause."""

    update: int


class Warned(_Event, frozen=True, kw_only=True, tag="warned"):
    """Worth a look; nothing stopped."""

    title: str
    hint: str = ""


class ResultSaved(_Event, frozen=True, kw_only=True, tag="result-saved"):
    """The result is on the disk, and was loaded again and compared with the model that was trained."""

    folder: str
    size_bytes: int
    largest_difference: float
    """Largest difference of a score between the trained and the reloaded model."""
    update: int | None = None
    """The update after which its weights were taken."""


class TrainingFinished(_Event, frozen=True, kw_only=True, tag="training-finished"):
    """Every planned update ran, or the held-out loss no longer fell."""

    update: int
    early: bool = False


class TrainingStopped(_Event, frozen=True, kw_only=True, tag="training-stopped"):
    """Ended before the planned end because someone asked."""

    update: int
    by: Literal["stop", "cancel"]


class JobFailed(_Event, frozen=True, kw_only=True, tag="job-failed"):
    """Ended by a problem, in words."""

    title: str
    hint: str
    kind: str
    """Name of the class of the problem."""


WorkerEvent = (
    StageStarted
    | DataEncoded
    | ModelLoaded
    | PlanMade
    | SplitChecked
    | TrainingStarted
    | UpdateFinished
    | NoiseMeasured
    | UpdateSkipped
    | WentBack
    | MemoryRecovered
    | Evaluated
    | AnswersScored
    | Sampled
    | CheckpointSaved
    | CheckpointSetAside
    | Paused
    | Resumed
    | Warned
    | ResultSaved
    | TrainingFinished
    | TrainingStopped
    | JobFailed
)


class WorkerSpawned(_Event, frozen=True, kw_only=True, tag="worker-spawned"):
    """The foreman started a worker for this run."""

    pid: int
    attempt: int
    commands_from: int
    """Offset in `commands.jsonl` after which commands count for this attempt."""


class WorkerEnded(_Event, frozen=True, kw_only=True, tag="worker-ended"):
    """The worker's process is gone. Negative exit codes are signals."""

    exit_code: int
    attempt: int


class RestartPlanned(_Event, frozen=True, kw_only=True, tag="restart-planned"):
    """The worker died and will be started again from the last checkpoint."""

    in_seconds: float
    attempt: int


class RunEnded(_Event, frozen=True, kw_only=True, tag="run-ended"):
    """The foreman no longer looks after this run."""

    outcome: Literal["finished", "stopped", "cancelled", "failed"]
    commands_to: int
    """Offset in `commands.jsonl` up to which commands were heard; a `resume` after it queues the run again."""
    title: str = ""
    hint: str = ""


WaitReason = Literal["disk", "hot card", "lost card"]


class WaitStarted(_Event, frozen=True, kw_only=True, tag="wait-started"):
    """The run waits for something and goes on by itself; its worker is paused or gone until then."""

    reason: WaitReason
    title: str
    hint: str
    paused: bool = False
    """Whether the foreman paused the worker for it and will let it go on."""


class WaitEnded(_Event, frozen=True, kw_only=True, tag="wait-ended"):
    """What was waited for is there, or nobody waits any more."""

    seconds: float


class Slept(_Event, frozen=True, kw_only=True, tag="slept"):
    """The computer slept until `at` although a run was active."""

    seconds: float


class ClockChanged(_Event, frozen=True, kw_only=True, tag="clock-changed"):
    """The wall clock was set by something else than time; `at` of earlier events is off by as much."""

    seconds: float
    """Positive: it was put forward."""


class PowerMeasured(_Event, frozen=True, kw_only=True, tag="power-measured"):
    """What the card drew while the run was active, since the last such event."""

    joules: float
    seconds: float
    """Time over which power was known."""
    peak_celsius: int | None = None


class KeptAwake(_Event, frozen=True, kw_only=True, tag="kept-awake"):
    """Whether the computer is kept from going to sleep while the run is active."""

    held: bool


class CountdownStarted(_Event, frozen=True, kw_only=True, tag="countdown-started"):
    """Every run finished well; after this many seconds the computer goes to sleep or shuts down, unless someone says
    `stay-on`."""

    action: Literal["sleep", "shut down"]
    seconds: float


class CountdownEnded(_Event, frozen=True, kw_only=True, tag="countdown-ended"):
    """Done, or called off."""

    done: bool


ForemanEvent = (
    WorkerSpawned
    | WorkerEnded
    | RestartPlanned
    | RunEnded
    | WaitStarted
    | WaitEnded
    | Slept
    | ClockChanged
    | PowerMeasured
    | KeptAwake
    | CountdownStarted
    | CountdownEnded
)
Event = WorkerEvent | ForemanEvent
