"""Before the night: what could spoil it, each with a way to settle it. Nothing here ever stops a run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import Literal

import msgspec

from studio.foreman.awake import Awake
from studio.foreman.trouble import planned_bytes
from studio.hardware.detect import detect
from studio.hardware.device import Device, Machine, file_size, gib
from studio.hardware.night import SystemAtNight, read_system
from studio.hardware.threats import MUCH_MEMORY
from studio.paths import Home
from studio.plan import Plan
from studio.settings import Settings, read_settings

State = Literal["fine", "worth a look", "could not check"]
CheckName = Literal["sleep", "lid", "power", "restart", "others", "spill", "disk", "heat", "trial"]


_AGAIN = "you log in again" if sys.platform.startswith("linux") else "the program is started again"
"""See `studio.foreman.at_login`."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    name: CheckName
    title: str
    sentence: str
    state: State
    fix: str = ""
    """What settles it, where it is worth a look."""


def check_night(home: Home, plan: Plan | None = None) -> tuple[Check, ...]:
    """Everything that can be looked at now, what is worth a look first. Takes some tenths of a second; never raises.

    `plan`: of the run that is to be started, where it is known.
    """
    machine = detect(home=home.folder)
    try:
        free = shutil.disk_usage(home.folder).free
    except OSError:
        free = None
    settings, awake = read_settings(home), Awake()
    can_hold = awake.hold() if settings.keep_awake else False
    awake.release()
    return judge_night(read_system(), machine, free, settings, plan, can_hold=can_hold)


def judge_night(
    system: SystemAtNight,
    machine: Machine,
    free_bytes: int | None,
    settings: Settings,
    plan: Plan | None,
    *,
    can_hold: bool = True,
) -> tuple[Check, ...]:
    """The same of what was read; pure. `can_hold`: whether the system agrees not to go to sleep."""
    device = _device_of(machine, plan)
    checks = (
        _sleep(system, wanted=settings.keep_awake, kept_awake=settings.keep_awake and can_hold),
        _lid(system),
        _power(system),
        _restart(system),
        _others(device),
        _spill(device, plan),
        _disk(free_bytes, settings, plan),
        _heat(device, settings),
        _trial(device, plan),
    )
    order: Sequence[State] = ("worth a look", "could not check", "fine")
    return tuple(sorted((each for each in checks if each is not None), key=lambda each: order.index(each.state)))


def _device_of(machine: Machine, plan: Plan | None) -> Device:
    named = [device for device in machine.devices if plan is not None and device.name == plan.device_name]
    return named[0] if named else machine.best


def _sleep(system: SystemAtNight, *, wanted: bool, kept_awake: bool) -> Check:
    seconds = system.sleeps_after_seconds
    fix = "Turn its sleep off." if wanted else "Let Nightshift keep it awake (Settings), or turn its sleep off."
    if seconds == 0:
        return Check(name="sleep", title="Sleep", sentence="The computer does not go to sleep by itself.", state="fine")
    if kept_awake:
        after = f"The computer goes to sleep after {_minutes(seconds)}. " if seconds else ""
        sentence = f"{after}Nightshift keeps it awake while a run is going and lets go when it ends."
        return Check(name="sleep", title="Sleep", sentence=sentence, state="fine")
    if seconds is None:
        sentence = "Whether the computer goes to sleep by itself could not be read, and nothing keeps it awake."
        return Check(name="sleep", title="Sleep", sentence=sentence, state="could not check", fix=fix)
    return Check(
        name="sleep",
        title=f"The computer goes to sleep after {_minutes(seconds)}",
        sentence="A run stands still while it sleeps and goes on when it wakes.",
        state="worth a look",
        fix=fix,
    )


def _minutes(seconds: int) -> str:
    return "1 minute" if seconds < 120 else f"{seconds // 60} minutes"


def _lid(system: SystemAtNight) -> Check | None:
    match system.lid_sleeps:
        case None:
            sentence = "What closing the lid does could not be read."
            return Check(name="lid", title="Lid", sentence=sentence, state="could not check", fix="Leave it open.")
        case True:
            return Check(
                name="lid",
                title="Closing the lid puts the computer to sleep",
                sentence="No program can prevent that while a run is going.",
                state="worth a look",
                fix="Leave it open, or change what closing it does in the system's settings.",
            )
        case False:
            return None


def _power(system: SystemAtNight) -> Check:
    if system.plugged_in is None:
        sentence = "Whether it is plugged in could not be read."
        return Check(name="power", title="Power", sentence=sentence, state="could not check", fix="Look at its plug.")
    if system.plugged_in:
        sentence = f"Plugged in. If the power fails, the run goes on from its last checkpoint when {_AGAIN}."
        return Check(name="power", title="Power", sentence=sentence, state="fine")
    left = f", {system.battery_percent:.0f} % left" if system.battery_percent is not None else ""
    return Check(
        name="power",
        title=f"The computer runs on its battery{left}",
        sentence="It will not last the night, and the card is slower without a plug.",
        state="worth a look",
        fix="Plug it in.",
    )


def _restart(system: SystemAtNight) -> Check:
    if system.restart_waits is None:
        sentence = "Whether the system waits to restart could not be read."
        return Check(name="restart", title="Updates of the system", sentence=sentence, state="could not check")
    if not system.restart_waits:
        sentence = "The system does not wait to restart."
        return Check(name="restart", title="Updates of the system", sentence=sentence, state="fine")
    return Check(
        name="restart",
        title="The system waits to restart after an update",
        sentence=f"If it does so tonight, the run goes on from its last checkpoint when {_AGAIN}.",
        state="worth a look",
        fix="Restart the computer before the run.",
    )


def _others(device: Device) -> Check | None:
    if not device.is_gpu:
        return None
    large = [program for program in device.others if program.used_bytes >= MUCH_MEMORY]
    if not large:
        sentence = f"No other program holds much of the {device.name}."
        return Check(name="others", title="Other programs", sentence=sentence, state="fine")
    first = large[0]
    return Check(
        name="others",
        title=f"{first.name[:1].upper()}{first.name[1:]} uses {gib(first.used_bytes)} of the {device.name}",
        sentence="The plan leaves room for it. If it takes more at night, the run makes do with smaller micro-batches.",
        state="worth a look",
        fix=f"Close {first.name} for the night.",
    )


def _spill(device: Device, plan: Plan | None) -> Check | None:
    if plan is None:
        return None
    spare = device.free_bytes - plan.peak_bytes
    if spare >= 0:
        sentence = f"The run needs at most {gib(plan.peak_bytes)} of {gib(device.free_bytes)} that are free now."
        return Check(name="spill", title="Memory", sentence=sentence, state="fine")
    where = "spills into main memory, where that is possible, and gets many times slower" if device.is_gpu else "swaps"
    return Check(
        name="spill",
        title=f"The run needs {gib(-spare)} more memory than is free now",
        sentence=f"If nothing is closed it makes its micro-batches smaller, or it {where}.",
        state="worth a look",
        fix="Close other programs before the run.",
    )


def checkpoint_bytes_of(plan: Plan) -> int:
    """About what one checkpoint of a run takes: what learns and the optimizer's state, which `plan.memory` counts."""
    learns = plan.memory.gradients  # as large as the weights that learn, in float32
    return learns + plan.memory.optimizer


def _disk(free: int | None, settings: Settings, plan: Plan | None) -> Check:
    if free is None:
        sentence = "How much room the disk has could not be read."
        return Check(name="disk", title="Room on the disk", sentence=sentence, state="could not check")
    one = checkpoint_bytes_of(plan) if plan is not None else 0
    needs = planned_bytes(one, 0) + settings.keep_free_gb * 1e9
    told = f"All checkpoints kept at once take about {file_size(planned_bytes(one, 0))}; " if plan is not None else ""
    if free >= needs:
        sentence = f"{told}{file_size(free)} are free."
        return Check(name="disk", title="Room on the disk", sentence=sentence[0].upper() + sentence[1:], state="fine")
    return Check(
        name="disk",
        title=f"The disk has {file_size(free)} free, and the run may need {file_size(needs)}",
        sentence="Where it runs out, the run waits and goes on by itself when there is room.",
        state="worth a look",
        fix="Free some space before the night.",
    )


def _heat(device: Device, settings: Settings) -> Check | None:
    if not device.is_gpu:
        return None
    if device.temperature is None:
        sentence = f"The {device.name} does not tell its temperature."
        return Check(name="heat", title="Temperature", sentence=sentence, state="could not check")
    limit = settings.pause_above_celsius
    waits = f"; above {limit} °C the run waits until it is cooler" if limit else ""
    hot = bool(limit) and device.temperature > limit - 10
    return Check(
        name="heat",
        title=f"The {device.name} is hot already" if hot else "Temperature",
        sentence=f"{device.temperature} °C now{waits}.",
        state="worth a look" if hot else "fine",
        fix="Look at its fans and at the air around it." if hot else "",
    )


def _trial(device: Device, plan: Plan | None) -> Check | None:
    if plan is None or not device.is_gpu:  # a processor has as much memory as is told
        return None
    match plan.basis:
        case "probe":
            sentence = f"Updates ran on this device with the longest rows: {gib(plan.peak_bytes)} at most."
            return Check(name="trial", title="A real trial", sentence=sentence, state="fine")
        case _:
            return Check(
                name="trial",
                title="No real trial was run yet",
                sentence="Memory and time follow from formulas so far; a run on a new card begins with a trial.",
                state="worth a look",
                fix="Watch the first minutes of the run: the trial and the first updates tell the rest.",
            )
