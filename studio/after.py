"""What can be asked of a run that ended (export, try, judge, push), and what is told while that is done."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.errors import Remedy, StudioError

ExportKind = Literal["adapter", "merged", "gguf", "ollama"]
WeightType = Literal["float32", "bfloat16", "float16", "q8_0"]
Side = Literal["base", "tuned"]


class _AfterJob(msgspec.Struct, frozen=True, kw_only=True):
    run: str
    """Folder of the run."""
    device: str | None = None
    """For example "cpu" or "cuda:0". None: the best one that no run uses."""


class ExportJob(_AfterJob, frozen=True, kw_only=True, tag="export"):
    """Write the result in a form that others read, and prove that they read it right."""

    kind: ExportKind
    to: str | None = None
    """A folder that is not there yet. None: in the run's folder."""
    weight_type: WeightType | None = None
    """None: that of the base model; in a GGUF file float16. "q8_0" is for GGUF files only."""
    shard_bytes: int = 5_000_000_000
    """Of weights in one file, at most, except where one tensor is larger."""


class TryJob(_AfterJob, frozen=True, kw_only=True, tag="try"):
    """Answer a prompt with the base model and with the tuned one, one after the other from the same seed."""

    prompt: str
    conversation: str = ""
    """Name of the conversation that the prompt goes on with, kept in the run's folder; empty: none is kept."""
    sides: tuple[Side, ...] = ("base", "tuned")
    temperature: float = 0.0
    """0: always the likeliest word."""
    top_p: float = 1.0
    """Words are drawn from the likeliest ones that together have this probability."""
    max_new_tokens: int = 256
    seed: int = 0


class JudgeJob(_AfterJob, frozen=True, kw_only=True, tag="judge"):
    """Compare base and tuned model on held-out rows and on a general text."""

    answers: int = 100
    """Held-out rows answered with each model, at most."""


AfterJob = ExportJob | TryJob | JudgeJob


class PushJob(msgspec.Struct, frozen=True, kw_only=True, tag="push"):
    """Send a proved export to the hub; `studio.foreman.pusher` does it, without torch."""

    folder: str
    """Of the export."""
    name: str
    """Owner and name that it gets on the hub."""
    private: bool = True
    """Only for those whom the owner lets see it."""


class _AfterEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", omit_defaults=True):
    pass


AfterStage = Literal[
    "loading libraries",
    "loading models",
    "asking base",
    "asking tuned",
    "answering rows",
    "merging",
    "writing weights",
    "proving",
    "sending files",
]
_STAGE_WORDS: dict[AfterStage, str] = {
    "loading libraries": "Loading libraries",
    "loading models": "Loading the models",
    "asking base": "Asking the base model",
    "asking tuned": "Asking the tuned model",
    "answering rows": "Answering held-out rows",
    "merging": "Merging the whole model",
    "writing weights": "Writing weights",
    "proving": "Loading it as others will",
    "sending files": "Sending files",
}


class Progressed(_AfterEvent, frozen=True, kw_only=True, tag="progressed"):
    """How far it is; `total` 0: not known."""

    stage: AfterStage
    done: int = 0
    total: int = 0

    @property
    def what(self) -> str:
        """In words."""
        return _STAGE_WORDS[self.stage]


class TextWritten(_AfterEvent, frozen=True, kw_only=True, tag="text-written"):
    """A model wrote on."""

    side: Side
    text: str
    """What is new since the last one."""


class AnswerEnded(_AfterEvent, frozen=True, kw_only=True, tag="answer-ended"):
    """A model ended its answer."""

    side: Side
    text: str
    """The whole answer."""
    num_tokens: int
    seconds: float
    reason: Literal["end", "length", "stop"]
    """It was over; it reached `max_new_tokens`; someone asked to stop."""


class TryEnded(_AfterEvent, frozen=True, kw_only=True, tag="try-ended"):
    """All answers are there."""

    device: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What the consumer of an export answered, in a process of its own, beside what the studio shows."""

    consumer: str
    """Name and version of the library that read it."""
    answers: int
    """Greedy answers compared."""
    tokens: int
    """Tokens compared, each with the same tokens before it."""
    different: int
    """Tokens that are others, although they were no near tie."""
    near_ties: int
    """Tokens that are others where the two likeliest words were so near that rounding decides."""
    largest_difference: float | None = None
    """Of a score, in nats of log-probability, at the compared places; None: the consumer tells no scores."""
    first_difference: str = ""
    """In words; empty: none."""

    @property
    def passed(self) -> bool:
        """Whether the consumer says what the studio showed."""
        return self.tokens > 0 and self.different == 0


class Exported(_AfterEvent, frozen=True, kw_only=True, tag="exported"):
    """The export is whole, in place and proved."""

    folder: str
    kind: ExportKind
    size_bytes: int
    proof: Proof
    seconds: float


class Judged(_AfterEvent, frozen=True, kw_only=True, tag="judged"):
    """The judgement is in this file, a `studio.judging.judgement.Judgement` as JSON."""

    file: str


class Pushed(_AfterEvent, frozen=True, kw_only=True, tag="pushed"):
    """The hub holds every file of the export, each with the hash that it has here."""

    name: str
    address: str
    """Of its page."""
    revision: str
    """Hash of the commit."""
    files: int
    size_bytes: int
    private: bool


class Noted(_AfterEvent, frozen=True, kw_only=True, tag="noted"):
    """Worth a look; nothing stopped."""

    title: str
    hint: str = ""


class AfterFailed(_AfterEvent, frozen=True, kw_only=True, tag="after-failed"):
    """Ended by a problem, in words; the run is untouched."""

    title: str
    hint: str
    kind: str
    """Name of the class of the problem."""
    remedy: Remedy = ""

    @classmethod
    def by(cls, problem: StudioError) -> AfterFailed:
        """Ended by this one."""
        return cls(title=problem.title, hint=problem.hint, kind=type(problem).__name__, remedy=problem.remedy)

    @classmethod
    def cancelled(cls) -> AfterFailed:
        """Ended because someone asked."""
        return cls(title="It was stopped.", hint="", kind=_CANCELLED)

    @property
    def was_cancelled(self) -> bool:
        """Whether someone asked for it."""
        return self.kind == _CANCELLED


_CANCELLED = "Cancelled"


AfterEvent = Progressed | TextWritten | AnswerEnded | TryEnded | Exported | Judged | Pushed | Noted | AfterFailed


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a conversation and its answers: a line of `conversations/NAME.jsonl` in the run's folder."""

    prompt: str
    answers: dict[Side, str]
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    at: float = 0.0
    """Seconds since 1970 by the wall clock, for people."""
