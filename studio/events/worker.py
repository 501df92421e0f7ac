"""What a worker reports: lines of `events.jsonl`."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.errors import StudioError
from studio.events.said import Said
from studio.plan import Plan

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


class StageStarted(Said, frozen=True, kw_only=True, tag="stage-started"):
    """The worker began something that takes a while."""

    stage: Stage


class DataEncoded(Said, frozen=True, kw_only=True, tag="data-encoded"):
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


class ModelLoaded(Said, frozen=True, kw_only=True, tag="model-loaded"):
    """The model is on its device, with whatever trains beside it."""

    parameters: int
    trainable_parameters: int
    device: str
    """For people: "NVIDIA GeForce RTX 3090" or "CPU, 4 cores"."""
    precision: str


class PlanMade(Said, frozen=True, kw_only=True, tag="plan-made"):
    """How the effective batch will be split."""

    plan: Plan


class SplitChecked(Said, frozen=True, kw_only=True, tag="split-checked"):
    """The first update's gradient was worked out by two different splits and compared."""

    micro_batches: tuple[int, int]
    """Micro-batches in the one split and in the other."""
    relative_error: float
    """Norm of the difference of the two gradients over the norm of the first."""
    agreed: bool


class TrainingStarted(Said, frozen=True, kw_only=True, tag="training-started"):
    """Updates after `from_update` follow; those of an earlier attempt beyond it are superseded."""

    from_update: int
    updates: int
    """Updates in the whole run."""
    updates_per_epoch: int
    attempt: int = 1
    world_size: int = 1
    """Training processes that share the work."""


class UpdateFinished(Said, frozen=True, kw_only=True, tag="update"):
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


class NoiseMeasured(Said, frozen=True, kw_only=True, tag="noise"):
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


class UpdateSkipped(Said, frozen=True, kw_only=True, tag="update-skipped"):
    """The weights stayed as they were."""

    update: int
    reason: Literal["nothing to learn", "not a number", "left out"] = "nothing to learn"
    """No row has a target; loss or gradient was not a finite number; or it was not, before going back."""
    rows: tuple[int, ...] = ()
    """The rows of a loss that was not a number, as the user counts them."""


class WentBack(Said, frozen=True, kw_only=True, tag="went-back"):
    """After an update that was not a number the last checkpoint was loaded; updates after it follow anew."""

    update: int
    """The update that is left out from now on."""
    to_update: int


class MemoryRecovered(Said, frozen=True, kw_only=True, tag="memory-recovered"):
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


class Evaluated(Said, frozen=True, kw_only=True, tag="evaluated"):
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


class AnswersScored(Said, frozen=True, kw_only=True, tag="answers-scored"):
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


class Sampled(Said, frozen=True, kw_only=True, tag="sampled"):
    """The model answered a prompt greedily, after `update` updates."""

    update: int
    prompt: str
    text: str
    seconds: float


class CheckpointSaved(Said, frozen=True, kw_only=True, tag="checkpoint-saved"):
    """Everything that resuming needs is on the disk, complete."""

    update: int
    folder: str
    size_bytes: int
    seconds: float


class CheckpointSetAside(Said, frozen=True, kw_only=True, tag="checkpoint-set-aside"):
    """A checkpoint did not match its fingerprints; the one before it is used."""

    folder: str
    reason: str


class Paused(Said, frozen=True, kw_only=True, tag="paused"):
    """Waiting for `resume`, after `update` updates."""

    update: int


class Resumed(Said, frozen=True, kw_only=True, tag="resumed"):
    """Going on after a pause."""

    update: int


class Warned(Said, frozen=True, kw_only=True, tag="warned"):
    """Worth a look; nothing stopped."""

    title: str
    hint: str = ""


class ResultSaved(Said, frozen=True, kw_only=True, tag="result-saved"):
    """The result is on the disk, and was loaded again and compared with the model that was trained."""

    folder: str
    size_bytes: int
    largest_difference: float
    """Largest difference of a score between the trained and the reloaded model."""
    update: int | None = None
    """The update after which its weights were taken."""


class TrainingFinished(Said, frozen=True, kw_only=True, tag="training-finished"):
    """Every planned update ran, or the held-out loss no longer fell."""

    update: int
    early: bool = False


class TrainingStopped(Said, frozen=True, kw_only=True, tag="training-stopped"):
    """Ended before the planned end because someone asked."""

    update: int
    by: Literal["stop", "cancel"]


class JobFailed(Said, frozen=True, kw_only=True, tag="job-failed"):
    """Ended by a problem, in words."""

    title: str
    hint: str
    kind: str
    """Name of the class of the problem."""

    @classmethod
    def by(cls, problem: StudioError) -> JobFailed:
        """Ended by this one."""
        return cls(title=problem.title, hint=problem.hint, kind=type(problem).__name__)


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
