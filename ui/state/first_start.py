"""Setting the engine up, in words: what it will take, how far it is, how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import (
    EngineWanted,
    EnvironmentMade,
    EnvironmentsMoved,
    EnvironmentsRemoved,
    ProofMade,
    SettingUpEvent,
    SettingUpFailed,
    SettingUpStopped,
    StepFinished,
    StepProgressed,
    StepStarted,
    WayNoted,
)
from ui.state import words
from ui.state.tongue import QT_TR_NOOP, said_of, tr, tr_studio

Phase = Literal["looking", "ready", "working", "failed", "done", "waiting"]
StepState = Literal["to do", "now", "done", "failed"]
Errand = Literal["make", "move", "remove"]
_STEPS: dict[Errand, tuple[str, ...]] = {
    "make": ("room", "python", "torch", "packages", "proof", "list"),
    "move": ("move",),
    "remove": ("remove",),
}
_TITLES = {
    "room": QT_TR_NOOP("Room on the disk"),
    "python": QT_TR_NOOP("A Python of its own"),
    "torch": QT_TR_NOOP("PyTorch, which does the computing"),
    "packages": QT_TR_NOOP("Everything else the engine needs"),
    "proof": QT_TR_NOOP("A proof that training works here"),
    "list": QT_TR_NOOP("A list of what is in it"),
    "move": QT_TR_NOOP("Copied to the other folder"),
    "remove": QT_TR_NOOP("Removed from the disk"),
}
_WHY = {
    "room": QT_TR_NOOP("Looked at before anything is fetched."),
    "python": QT_TR_NOOP("Nothing on this computer is changed, and nothing on it can change the engine."),
    "torch": QT_TR_NOOP("The build that fits this card."),
    "packages": QT_TR_NOOP("Pinned versions; every file is checked before it counts."),
    "proof": QT_TR_NOOP("The card is used, a model learns twice, is saved and read again."),
    "list": QT_TR_NOOP("Only now the engine counts as set up: it is there whole or not at all."),
    "move": QT_TR_NOOP("The engine is used from there once all of it has arrived."),
    "remove": QT_TR_NOOP("Runs, models and settings stay."),
}
_BUILDS = {
    "cuda": QT_TR_NOOP("NVIDIA cards"),
    "cu126": QT_TR_NOOP("older NVIDIA cards or drivers (CUDA 12.6)"),
    "rocm": QT_TR_NOOP("AMD cards (ROCm)"),
    "cpu": QT_TR_NOOP("the processor"),
}


@dataclass(frozen=True)
class StepLine:
    """One step."""

    title: str
    sentence: str
    beside: str
    state: StepState


@dataclass(frozen=True)
class Trouble:
    """What went wrong, what to do, and details for someone who can help."""

    title: str
    hint: str
    details: str


@dataclass(frozen=True)
class FirstStartView:
    """The whole page."""

    headline: str
    line: str
    steps: tuple[StepLine, ...]
    share: float | None
    """Of what is fetched at the moment; None: nothing is."""
    about: str
    """Title of the facts."""
    facts: tuple[tuple[str, str], ...]
    trouble: Trouble | None
    strip_icon: str
    strip_title: str
    strip_line: str
    primary: tuple[str, str]
    """Icon and word of the filled button; empty: there is none."""
    secondary: str
    """On the other one; empty: there is none."""


@dataclass
class _Step:
    state: StepState = "to do"
    began: float = 0.0
    seconds: float = 0.0
    sentence: str = ""


class FirstStart:
    """Folds what the process that sets the engine up tells. No clock, no Qt."""

    def __init__(self) -> None:
        self.phase: Phase = "looking"
        self.wanted: EngineWanted | None = None
        self.has_former = False
        """Whether there is an engine already, and this is about a newer one or a repair."""
        self._errand: Errand = "make"
        self._steps: dict[str, _Step] = {name: _Step() for name in _STEPS["make"]}
        self._progress: StepProgressed | None = None
        self._fetched = 0
        self._began = 0.0
        self._seconds = 0.0
        self._trouble: Trouble | None = None
        self._why_waiting = ""
        self._was_stopped = False
        self._proofs: dict[str, str] = {}

    def see(self, wanted: EngineWanted, *, has_former: bool) -> None:
        """This is what would be made."""
        self.wanted, self.has_former = wanted, has_former
        if self.phase == "looking":
            self.phase = "ready"

    def begin(self, errand: Errand, now: float) -> None:
        """It begins."""
        self.phase, self._errand, self._began = "working", errand, now
        self._steps = {name: _Step() for name in _STEPS[errand]}
        self._progress, self._trouble, self._fetched, self._was_stopped = None, None, 0, False
        self._proofs = {}

    def hear(self, event: SettingUpEvent) -> None:
        """What happened."""
        match event:
            case StepStarted():
                self._step(event.step).state, self._step(event.step).began = "now", event.at
                self._progress = None
            case StepProgressed():
                self._progress = event
                self._fetched = max(self._fetched, event.fetched_bytes)
            case ProofMade():
                self._step("proof").sentence = said_of(tr_studio(event.name), tr_studio(event.told))
                self._proofs[_capital(tr_studio(event.name))] = _capital(tr_studio(event.told))
            case WayNoted():
                self._current.sentence = tr_studio(event.words)
            case StepFinished():
                step = self._step(event.step)
                step.state, step.seconds = "done", event.seconds
                self._progress = None
            case SettingUpFailed():
                self.fail(event.title, event.hint, event.details)
            case SettingUpStopped():
                self.phase, self._was_stopped = "ready", True
                self._steps = {name: _Step() for name in _STEPS["make"]}
            case EnvironmentMade() | EnvironmentsMoved() | EnvironmentsRemoved():
                self._seconds = event.at - self._began

    def fail(self, title: str, hint: str, details: str = "") -> None:
        """It ended with a problem."""
        self.phase, self._trouble = "failed", Trouble(tr_studio(title), tr_studio(hint), details)
        self._current.state = "failed"

    def succeed(self) -> None:
        """It is there and used."""
        self.phase = "done"

    def wait(self, why: str) -> None:
        """It is there, and is used as soon as nothing is in its way."""
        self.phase, self._why_waiting = "waiting", tr_studio(why)

    @property
    def _is_proved(self) -> bool:
        return self.phase in ("done", "waiting") and bool(self._proofs)

    def _step(self, name: str) -> _Step:
        return self._steps.setdefault(name, _Step())

    @property
    def _current(self) -> _Step:
        running = (each for each in self._steps.values() if each.state == "now")
        return next(running, next(iter(self._steps.values())))

    def view(self, now: float) -> FirstStartView:
        """The page at this moment."""
        headline, line = self._headline(now)
        icon, strip, below = self._strip()
        return FirstStartView(
            headline=headline,
            line=line,
            steps=tuple(self._line(name, step, now) for name, step in self._steps.items()),
            share=self._share,
            about=tr("The proof") if self._is_proved else tr("This computer"),
            facts=tuple(self._proofs.items()) if self._is_proved else self._facts(),
            trouble=self._trouble if self.phase == "failed" else None,
            strip_icon=icon,
            strip_title=strip,
            strip_line=below,
            primary={
                "ready": ("download", tr("Set up the engine")),
                "failed": ("rotate-cw", tr("Try again")),
                "done": ("home", tr("Go to Home")),
                "waiting": ("check", tr("Use it now")),
            }.get(self.phase, ("", "")),
            secondary=tr("Cancel") if self.phase == "working" else "",
        )

    @property
    def _share(self) -> float | None:
        if self.phase != "working" or self._progress is None or not self._progress.total_bytes:
            return None
        return self._progress.done_bytes / self._progress.total_bytes

    def _headline(self, now: float) -> tuple[str, str]:
        match self.phase:
            case "looking":
                return tr("Looking at this computer"), tr("Which card it has, and how much room is on its disk.")
            case "ready" if self._was_stopped:
                return tr("Called off: nothing half is left"), tr("You can set the engine up whenever you like.")
            case "ready" if self.has_former:
                return tr("A newer engine can be set up"), tr(
                    "It is made beside the one that you have, which stays as the way back. Runs are not touched."
                )
            case "ready":
                return tr("One thing is left before the first run: the engine"), tr(
                    "It is set up once, in your own folder. About {size} are fetched.", size=self._download
                )
            case "working":
                return self._working(now)
            case "failed":
                return tr("The engine could not be set up, and nothing half is left"), tr(
                    "What was fetched is kept, so trying again goes on from there."
                )
            case "waiting":
                return tr("The new engine is ready, and waits for a run"), self._why_waiting
            case "done":
                return self._ended()

    def _working(self, now: float) -> tuple[str, str]:
        title = {
            "make": tr("Setting up the engine"),
            "move": tr("Moving the engine"),
            "remove": tr("Removing the engine"),
        }[self._errand]
        so_far = words.duration(float(round(max(0.0, now - self._began))))
        if self._fetched:
            fetched = words.file_size(self._fetched)
            return title, tr(
                "{time} so far, {size} fetched. You can do other things meanwhile.", time=so_far, size=fetched
            )
        return title, tr("{time} so far. You can do other things meanwhile.", time=so_far)

    def _ended(self) -> tuple[str, str]:
        if self._errand == "move":
            return tr("The engine is in its new folder"), tr("It works from there, and the old folder is empty.")
        if self._errand == "remove":
            return tr("The engine is removed"), tr("Runs and models are where they were.")
        device = self.wanted.device if self.wanted else ""
        took = words.duration(self._seconds)
        if device:
            return tr("The engine is ready"), tr("It was proved on {device}, after {time}.", device=device, time=took)
        return tr("The engine is ready"), tr("It was proved on the processor, after {time}.", time=took)

    def _line(self, name: str, step: _Step, now: float) -> StepLine:
        beside = {"done": words.duration(step.seconds), "failed": tr("failed")}.get(step.state, "")
        if step.state == "now":
            beside = words.duration(float(round(max(0.0, now - step.began))))
        return StepLine(tr(_TITLES[name]), self._sentence(name, step), beside, step.state)

    def _sentence(self, name: str, step: _Step) -> str:
        moving = self._progress if step.state == "now" else None
        if moving is not None and moving.total_bytes:
            done, total = words.file_size(moving.done_bytes), words.file_size(moving.total_bytes)
            return tr("{what}: {done} of {total}", what=_package(moving.what), done=done, total=total)
        if moving is not None and moving.placing:
            return tr("{number} packages are put in their place.", number=moving.placing)
        if moving is not None and moving.what:
            return tr("{what} is next.", what=_package(moving.what))
        if step.sentence:
            return step.sentence
        if name == "torch" and self.wanted is not None:
            return tr("The build for {what}.", what=self._build)
        return tr(_WHY[name])

    def _facts(self) -> tuple[tuple[str, str], ...]:
        wanted = self.wanted
        if wanted is None:
            return ((tr("Card"), tr("being looked for")),)
        return (
            (tr("Card"), wanted.device or tr("none; the processor is used")),
            (tr("PyTorch for"), self._build),
            (tr("To fetch"), tr("about {size}", size=self._download)),
            (tr("Room needed"), tr("{size} while it is made", size=words.file_size(wanted.room_bytes))),
            (tr("Room free"), words.file_size(wanted.free_bytes)),
            (tr("Folder"), wanted.folder),
        )

    @property
    def _build(self) -> str:
        build = self.wanted.build if self.wanted else "cpu"
        return tr(_BUILDS[build]) if build in _BUILDS else build

    @property
    def _download(self) -> str:
        return words.file_size(self.wanted.download_bytes) if self.wanted else ""

    def _strip(self) -> tuple[str, str, str]:
        match self.phase:
            case "looking":
                return "search", tr("This takes a moment."), ""
            case "ready" if self._lacks_room:
                return (
                    "triangle-alert",
                    tr("There is too little room on the disk."),
                    tr("Free some, then try; it is looked at again before anything is fetched."),
                )
            case "ready":
                return (
                    "shield-check",
                    tr("Nothing outside that folder is changed."),
                    tr("It needs the internet once. You can call it off at any moment."),
                )
            case "working":
                return "info", tr("Closing this window ends it."), tr("What was fetched is kept for the next time.")
            case "failed":
                return (
                    "rotate-cw",
                    tr("Trying again does no harm."),
                    tr("Your runs and models are not touched by this."),
                )
            case "waiting":
                return "hourglass", tr("The run goes on with the engine it began with."), ""
            case "done":
                return (
                    "circle-check",
                    tr("Everything is in its place."),
                    tr("To repair, move or remove the engine: Settings."),
                )

    @property
    def _lacks_room(self) -> bool:
        return self.wanted is not None and self.wanted.free_bytes < self.wanted.room_bytes


def _package(what: str) -> str:
    """ "torch 2.13.0" of the name of its file; other names as they are."""
    parts = what.split("-")
    return f"{parts[0]} {parts[1]}" if what.endswith(".whl") and len(parts) > 1 else what


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
