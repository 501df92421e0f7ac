"""What the rail says: the device's memory, and what the studio is doing with it."""

from __future__ import annotations

from typing import Literal

from studio.api import AfterJob, Device, ExportJob, JudgeJob, Machine, PushJob, TryJob
from ui.state import words
from ui.state.device_card import DeviceCard
from ui.state.devices import short_names
from ui.state.known import KnownRun, learning
from ui.state.tongue import said_of, tr


def device_card(machine: Machine, runs: list[KnownRun], asked: AfterJob | PushJob | None = None) -> DeviceCard:
    """What the rail says now; `asked`: what the window has asked of a run that ended."""
    devices = machine.sharing or (machine.best,)
    used = sum(max(0, each.total_bytes - each.free_bytes) for each in devices)
    has = sum(each.total_bytes for each in devices)
    doing, icon, tone = _doing(runs, asked)
    # cards are sold in whole GB and NVML leaves out what the driver keeps
    total = tr("{number} GB", number=sum(round(each.total_bytes / words.GIB + 0.25) for each in devices))
    return DeviceCard(
        name=short_names(devices),
        total=total,
        in_use=tr("{used} of {total} in use", used=words.gib(used, unit=False), total=words.gib(has)),
        details="\n".join(map(_used_by_others, devices)),
        share=used / has if has else 0.0,
        doing=doing,
        doing_icon=icon,
        tone=tone,
    )


def _used_by_others(device: Device) -> str:
    used = tr("{memory} used by other programs", memory=words.gib(device.used_by_others_bytes))
    return said_of(device.name, used)


def _doing(runs: list[KnownRun], asked: AfterJob | PushJob | None) -> tuple[str, str, Literal["ok", "warn", "mut"]]:
    active = learning(runs)
    if active is None:
        waiting = sum(run.state == "queued" for run in runs)
        if waiting:
            return words.counted_word(waiting, "run waits", "runs wait"), "hourglass", "mut"
        match asked:
            case ExportJob():
                return tr("Making an export"), "share", "ok"
            case PushJob():
                return tr("Sending an export"), "upload", "ok"
            case JudgeJob():
                return tr("Judging a run"), "zap", "ok"
            case TryJob():
                return tr("Answering"), "message-square", "ok"
            case None:
                return tr("Nothing is running"), "circle-check", "ok"
    match active.state:
        case "paused":
            return tr("Paused by you"), "pause", "warn"
        case "recovering":
            return tr("Starting again"), "rotate-cw", "warn"
        case "starting":
            return tr("Starting {name}", name=active.title), "moon", "ok"
        case _:
            return tr("Training {name}", name=active.title), "moon", "ok"
