"""What the events of a run add up to: how far it is, how it goes, and the state it is in."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, TypeGuard

from studio.errors import CheckpointProblem
from studio.events import (
    AnswersScored,
    CardMeasured,
    CheckpointSaved,
    CheckpointSetAside,
    ClockChanged,
    CountdownEnded,
    CountdownStarted,
    DataEncoded,
    Evaluated,
    Event,
    JobFailed,
    KeptAwake,
    MemoryRecovered,
    ModelLoaded,
    NoiseMeasured,
    Paused,
    PlanMade,
    PowerMeasured,
    RestartPlanned,
    ResultSaved,
    Resumed,
    RunEnded,
    Sampled,
    Slept,
    SplitChecked,
    Stage,
    StageStarted,
    TrainingFinished,
    TrainingStarted,
    TrainingStopped,
    UpdateFinished,
    UpdateSkipped,
    WaitEnded,
    WaitStarted,
    Warned,
    WentBack,
    WorkerEnded,
    WorkerSpawned,
)
from studio.plan import Plan
from studio.runs import warned
from studio.runs.curves import Curves, follow_each_other
from studio.runs.exit_codes import HUNG

RunState = Literal[
    "queued", "starting", "running", "paused", "recovering", "finished", "stopped", "failed", "interrupted"
]
_BEFORE_TRAINING: frozenset[Stage] = frozenset({"importing", "reading data", "loading model", "planning", "checking"})
ACTIVE: frozenset[RunState] = frozenset({"starting", "running", "paused", "recovering"})


def _are_updates(events: list[Event], kind: type[Event]) -> TypeGuard[list[UpdateFinished]]:
    return bool(events) and kind is UpdateFinished


@dataclass
class RunStory:
    """Folds the events of one run, in the order in which they were written; pure, no clock and no files."""

    update: int = 0
    updates: int = 0
    updates_per_epoch: int = 0
    stage: Stage | None = None
    data: DataEncoded | None = None
    model: ModelLoaded | None = None
    plan: Plan | None = None
    check: SplitChecked | None = None
    curves: Curves = field(default_factory=Curves)
    noise: NoiseMeasured | None = None
    evaluations: list[Evaluated] = field(default_factory=list)
    before: AnswersScored | None = None
    after: AnswersScored | None = None
    samples: list[Sampled] = field(default_factory=list)
    """The newest answers to the run's prompts."""
    sampled: list[Sampled] = field(default_factory=list)
    """All of them, in the order of their updates."""
    checkpoint: CheckpointSaved | None = None
    saves: list[int] = field(default_factory=list)
    """The updates after which a checkpoint was saved."""
    attempt: int = 0
    """Of the newest worker that began to train."""
    set_aside_before: int = 0
    """The attempt before which all checkpoints were set aside, because someone asked to begin again."""
    result: ResultSaved | None = None
    problem: JobFailed | None = None
    bad_numbers: list[int] = field(default_factory=list)
    """Updates whose loss or gradient was not a number; they were left out."""
    warnings: list[Warned] = field(default_factory=list)
    restarts: list[TrainingStarted] = field(default_factory=list)
    """Every start of training but the first."""
    world_size: int = 0
    """Training processes that share the work; 0 before the first start."""
    began_on: int = 0
    """Those of the first start."""
    resized: list[TrainingStarted] = field(default_factory=list)
    """Those of the restarts that go on with another number of them."""
    paused: bool = False
    training: bool = False
    """Whether updates are being made by the present worker."""
    spawned: WorkerSpawned | None = None
    restart: RestartPlanned | None = None
    ended: RunEnded | None = None
    slept: list[Slept] = field(default_factory=list)
    waiting: WaitStarted | None = None
    """What the run waits for now."""
    waits: list[WaitEnded] = field(default_factory=list)
    joules: float | None = None
    """What the card drew, where that is measured."""
    cards: list[CardMeasured] = field(default_factory=list)
    """How its cards did, in the order of time."""
    kept_awake: bool | None = None
    """Whether the system agreed not to go to sleep; None where nobody asked."""
    countdown: CountdownStarted | None = None
    first_at: float | None = None
    last_at: float | None = None
    resumed_after_end: bool = False

    @property
    def has_checkpoint(self) -> bool:
        """Whether there should be one with something learnt: it was saved, and nobody asked to begin again since."""
        return any(self.saves) and self.attempt >= self.set_aside_before

    @property
    def has_lost_checkpoints(self) -> bool:
        """Whether it ended because none could be read: only then a person is asked whether it begins again."""
        return self.problem is not None and self.problem.kind == CheckpointProblem.__name__

    @property
    def train_loss(self) -> float | None:
        """Of the newest update; None before the first and where it was not a number."""
        losses = self.curves.train_loss
        return losses[-1] if losses and math.isfinite(losses[-1]) else None

    @property
    def eval_loss(self) -> float | None:
        """The newest on held-out rows."""
        return self.evaluations[-1].eval_loss if self.evaluations else None

    @property
    def best(self) -> Evaluated | None:
        """The check on held-out rows with the lowest loss."""
        return min(self.evaluations, key=lambda each: each.eval_loss, default=None)

    @property
    def seconds(self) -> float:
        """Wall-clock seconds from the first event to the last, without those in which the computer slept.

        Of a run that ended to its end, whichever journal's events were taken in last.
        """
        last_at = self.ended.at if self.ended else self.last_at
        passed = (last_at - self.first_at) if self.first_at and last_at else 0.0
        return max(passed - sum(each.seconds for each in self.slept), 0.0)

    def apply_all(self, events: Iterable[Event]) -> None:
        """Take events in, updates that follow each other at once."""
        for kind, alike in groupby(events, type):
            group = list(alike)
            if _are_updates(group, kind) and follow_each_other(group):
                self.apply(group[0])
                if len(group) > 1:
                    self.curves.add(group[1:])
                self.update, self.last_at = group[-1].update, group[-1].at
                continue
            for event in group:
                self.apply(event)

    def apply(self, event: Event) -> None:  # noqa: C901, PLR0912, PLR0915 - one arm for every kind of event
        """Take one event in."""
        self.first_at = self.first_at or event.at
        if not isinstance(event, CountdownStarted | CountdownEnded):  # they follow the run
            self.last_at = event.at
        match event:
            case StageStarted():
                self.stage = event.stage
                if event.stage in _BEFORE_TRAINING:
                    self.training, self.paused = False, False
            case DataEncoded():
                self.data = event
            case ModelLoaded():
                self.model = event
            case PlanMade():
                self.plan, self.updates = event.plan, self.updates or event.plan.updates
            case SplitChecked():
                self.check = event
            case TrainingStarted():
                if self.curves.train_loss:
                    self.restarts.append(event)
                if self.world_size not in {0, event.world_size}:
                    self.resized.append(event)
                self.world_size, self.attempt = event.world_size, event.attempt
                self.began_on = self.began_on or event.world_size
                self._go_back_to(event.from_update)
                self.checkpoint = self.checkpoint if event.from_update else None
                self.updates, self.updates_per_epoch = event.updates, event.updates_per_epoch
                self.training, self.paused, self.problem = True, False, None
            case UpdateFinished():
                self.update = event.update
                self.curves.add([event])
            case NoiseMeasured():
                self.noise = event
            case UpdateSkipped():
                self.update = event.update
                if event.reason == "not a number":
                    self.bad_numbers.append(event.update)
                    self.warnings.append(warned.not_a_number(event))
            case WentBack():
                self._go_back_to(event.to_update)
                self.warnings.append(
                    Warned(
                        at=event.at, title=f"Went back to update {event.to_update:,}, without update {event.update:,}"
                    )
                )
            case MemoryRecovered():
                self.warnings.append(warned.recovered(event))
            case Evaluated():
                self.evaluations.append(event)
            case AnswersScored():
                if event.update == 0:
                    self.before = event
                else:
                    self.after = event
            case Sampled():
                of_now = [each for each in self.samples if each.update == event.update and each.prompt != event.prompt]
                self.samples = [*of_now, event]
                self.sampled.append(event)
            case CheckpointSaved():
                self.checkpoint = event
                self.saves.append(event.update)
            case ResultSaved():
                self.result = event
            case Paused():
                self.paused = True
            case Resumed():
                self.paused = False
            case Warned():
                self.warnings.append(event)
            case TrainingFinished() | TrainingStopped():
                self.training, self.paused = False, False
            case JobFailed():
                self.problem, self.training = event, False
            case CheckpointSetAside():
                self.warnings.append(
                    Warned(at=event.at, title=f"A checkpoint was damaged and set aside: {event.reason}")
                )
            case WorkerSpawned():
                self.spawned, self.restart, self.ended, self.training, self.paused = event, None, None, False, False
                self.resumed_after_end = False
                self.set_aside_before = event.attempt if event.from_start else self.set_aside_before
            case WorkerEnded():
                self.training, self.paused = False, False
                if event.exit_code == HUNG:
                    self.warnings.append(warned.hung(event))
            case RestartPlanned():
                self.restart = event
            case RunEnded():
                self.ended, self.restart = event, None
                self.waiting = None
            case WaitStarted():
                self.waiting = event
                self.warnings.append(Warned(at=event.at, title=event.title, hint=event.hint))
            case WaitEnded():
                self.waiting = None
                self.waits.append(event)
            case Slept():
                self.slept.append(event)
                self.warnings.append(warned.slept(event))
            case ClockChanged():
                self.warnings.append(warned.clock_changed(event))
            case PowerMeasured():
                self.joules = (self.joules or 0.0) + event.joules
            case CardMeasured():
                self.cards.append(event)
            case KeptAwake():
                self.kept_awake = event.held
            case CountdownStarted():
                self.countdown = event
            case CountdownEnded():
                self.countdown = None

    def _go_back_to(self, update: int) -> None:
        self.update = update
        self.curves.cut(update)
        self.evaluations = [each for each in self.evaluations if each.update <= update]
        self.sampled = [each for each in self.sampled if each.update <= update]
        self.saves = [each for each in self.saves if each <= update]

    def state(self, *, looked_after: bool) -> RunState:
        """The state, given whether the run's lease is held."""
        if looked_after:
            if self.restart is not None or (self.waiting is not None and not self.waiting.paused):
                return "recovering"
            if self.paused:
                return "paused"
            return "running" if self.training else "starting"
        if self.ended is not None:
            if self.resumed_after_end:
                return "queued"
            return {"finished": "finished", "stopped": "stopped", "cancelled": "stopped", "failed": "failed"}[
                self.ended.outcome
            ]  # type: ignore[return-value]
        return "queued" if self.spawned is None else "interrupted"
