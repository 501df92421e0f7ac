"""Before the night, in words: what is open, what could not be checked, what is fine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import Check, Plan, Settings
from ui.state import words
from ui.state.new_run import NewRun
from ui.state.new_run_choices import CHECKS_WITHOUT_PROGRESS
from ui.state.new_run_job import run_name
from ui.state.new_run_plan import finish_range, start_strip
from ui.state.new_run_view import StartStrip
from ui.state.tongue import tr, tr_studio

Tone = Literal["ok", "warn", "mut"]
Does = Literal["", "keep awake", "measure", "restart", "look again"]
_ICONS = {
    "sleep": "moon",
    "lid": "chevron-down",
    "power": "zap",
    "restart": "rotate-cw",
    "others": "layers",
    "spill": "cpu",
    "disk": "hard-drive",
    "heat": "chart-line",
    "trial": "play",
}


@dataclass(frozen=True)
class CheckLine:
    """One thing that was looked at."""

    name: str
    icon: str
    title: str
    sentence: str
    state: str
    state_icon: str
    tone: Tone
    can_settle: bool
    """Whether it has a box to tick instead of an icon."""
    is_settled: bool = False
    button: str = ""
    does: Does = ""


@dataclass(frozen=True)
class NightSwitch:
    """One choice that holds for every run."""

    key: str
    title: str
    sentence: str
    value: object
    options: tuple[tuple[object, str], ...] = ()
    """Empty: on or off."""


@dataclass(frozen=True)
class NightView:
    """The whole page."""

    headline: str
    line: str
    open: tuple[CheckLine, ...]
    fine: tuple[CheckLine, ...]
    switches: tuple[NightSwitch, ...]
    needs_address: bool
    """Whether notes are wanted at an address that is not known yet."""
    start: StartStrip


class Night:
    """Folds what was found and what the user has seen to. No clock, no Qt."""

    def __init__(self) -> None:
        self.checks: tuple[Check, ...] = ()
        self.problem = ""
        """Why there are none."""
        self.has_address: bool | None = None
        """Whether an address for notes is kept; None: not known yet."""
        self.restart_asked = False
        """Whether the next click restarts the computer."""
        self.restart_problem = ""
        """Why it did not."""
        self._settled: set[str] = set()
        """By title, so that what changes is open again."""

    def hear(self, checks: tuple[Check, ...], problem: str = "") -> None:
        """What was found just now."""
        self.checks, self.problem = checks or self.checks, problem

    def settle(self, name: str, *, is_settled: bool) -> None:
        """The user has seen to it, or takes that back."""
        for each in self.checks:
            if each.name == name:
                (self._settled.add if is_settled else self._settled.discard)(each.title)

    @property
    def worth_a_look(self) -> int:
        """How many things are open."""
        return sum(each.state == "worth a look" and each.title not in self._settled for each in self.checks)

    def view(self, run: NewRun, settings: Settings, now: float, measure: str = "") -> NightView:
        """The page. `measure`: on the button that measures; empty where that is not offered."""
        lines = [self._line(each, settings, measure) for each in self.checks]
        return NightView(
            headline=self._headline(),
            line=_when(run, now),
            open=tuple(each for each in lines if each.can_settle),
            fine=tuple(each for each in lines if not each.can_settle),
            switches=(*night_switches(settings), _stop_early(run)),
            needs_address=settings.webhook != "off" and self.has_address is False,
            start=self._strip(run),
        )

    def _line(self, check: Check, settings: Settings, measure: str) -> CheckLine:
        settled = check.title in self._settled
        shown = {
            "fine": (tr("Fine"), "circle-check", "ok"),
            "worth a look": (tr("Still open"), "triangle-alert", "warn"),
            "could not check": (tr("Could not check"), "info", "mut"),
        }
        state, icon, tone = (tr("Settled"), "circle-check", "ok") if settled else shown[check.state]
        button, does = self._button(check, settings, measure)
        sentence = self._restart_words() if (check.name, check.state) == ("restart", "worth a look") else ""
        sentence = sentence or f"{tr_studio(check.sentence)} {tr_studio(check.fix)}".strip()
        return CheckLine(
            name=check.name,
            icon=_ICONS[check.name],
            title=tr_studio(check.title),
            sentence=sentence,
            state=state,
            state_icon=icon,
            tone=tone,  # type: ignore[arg-type]
            can_settle=check.state != "fine",
            is_settled=settled,
            button=button,
            does=does,
        )

    def _button(self, check: Check, settings: Settings, measure: str) -> tuple[str, Does]:
        if check.state == "fine":
            return "", ""
        if check.name == "sleep" and not settings.keep_awake:
            return tr("Keep it awake"), "keep awake"
        if check.name == "trial" and measure:
            return measure, "measure"
        if check.name == "restart" and check.state == "worth a look":
            return tr("Yes, restart") if self.restart_asked else tr("Restart now"), "restart"
        return tr("Look again"), "look again"

    def _restart_words(self) -> str:
        if self.restart_problem:
            return self.restart_problem
        if self.restart_asked:
            return tr("Save what is open in other programs first. Runs are saved by themselves and go on afterwards.")
        return ""

    def _headline(self) -> str:
        if self.problem and not self.checks:
            return tr("Before the night: this computer could not be looked at")
        if not self.checks:
            return tr("Before the night: looking at this computer")
        left = self.worth_a_look
        unknown = sum(each.state == "could not check" and each.title not in self._settled for each in self.checks)
        if left:
            is_open = words.counted_word(left, "thing is open", "things are open")
            return tr("Before the night: {what}", what=words.inside_sentence(is_open))
        if unknown:
            could_not = words.counted_word(unknown, "thing could not be checked", "things could not be checked")
            return tr("Before the night: nothing is open, {what}", what=words.inside_sentence(could_not))
        return tr("Before the night: nothing is open")

    def _strip(self, run: NewRun) -> StartStrip:
        strip = start_strip(run)
        if not strip.can_start:
            return strip
        if self.worth_a_look:
            is_open = words.counted_word(self.worth_a_look, "thing is still open.", "things are still open.")
            line = tr("Starting anyway is fine: the worst it can cost is time, never work.")
            return StartStrip(is_open, line, icon="info", can_start=True)
        return strip


def _when(run: NewRun, now: float) -> str:
    plan = run.chosen
    if not isinstance(plan, Plan) or not plan.fits:
        return tr("Nothing here stops you from starting a run.")
    return tr(
        "{name} would run from {start} to {end}. You can start at any time; nothing here stops you.",
        name=run_name(run.choices.data),
        start=words.clock(now),
        end=finish_range(run, plan, now),
    )


def _stop_early(run: NewRun) -> NightSwitch:
    """The one choice here that is the run's own."""
    return NightSwitch(
        "stop_early",
        tr("Stop early if it no longer improves"),
        tr("After {checks} checks without progress; the best is kept.", checks=CHECKS_WITHOUT_PROGRESS),
        run.choices.stop_early,
    )


def night_switches(settings: Settings) -> tuple[NightSwitch, ...]:
    """What holds through every night; the same choices stand in Settings."""
    return (
        NightSwitch(
            "keep_awake",
            tr("Keep the computer awake"),
            tr("While a run is going; the screen may turn off."),
            settings.keep_awake,
        ),
        NightSwitch("notify", tr("Tell me on this desktop"), tr("Also while this window is closed."), settings.notify),
        NightSwitch(
            "webhook",
            tr("Tell me elsewhere"),
            tr("A note to an address of yours."),
            settings.webhook,
            (
                ("off", tr("No")),
                ("ntfy", "ntfy"),
                ("slack", "Slack"),
                ("discord", "Discord"),
                ("json", tr("Another address")),
            ),
        ),
        NightSwitch(
            "after_success",
            tr("When all runs have ended well"),
            tr("You get {seconds} seconds to say no.", seconds=settings.countdown_seconds),
            settings.after_success,
            (("nothing", tr("Do nothing")), ("sleep", tr("Go to sleep")), ("shut down", tr("Shut down"))),
        ),
    )
