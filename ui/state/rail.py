"""What the rail says: the device's memory, and what the studio is doing with it."""

from __future__ import annotations

from typing import Literal

from studio.api import AfterJob, Device, ExportJob, JudgeJob, Machine, PushJob, TryJob
from ui.state import words
from ui.state.device_card import DeviceCard
from ui.state.known import KnownRun, learning
from ui.state.tongue import tr


def short_name(device: Device) -> str:
    """ "RTX 3090" for "NVIDIA GeForce RTX 3090"; "Processor" for a processor."""
    if not device.is_gpu:
        return tr("Processor")
    name = device.name
    for prefix in ("NVIDIA ", "GeForce ", "AMD ", "Radeon "):
        name = name.removeprefix(prefix)
    return name


def device_card(machine: Machine, runs: list[KnownRun], asked: AfterJob | PushJob | None = None) -> DeviceCard:
    """What the rail says now; `asked`: what the window has asked of a run that ended."""
    device = machine.best
    used = max(0, device.total_bytes - device.free_bytes)
    doing, icon, tone = _doing(runs, asked)
    others = tr("{memory} used by other programs", memory=words.gib(device.used_by_others_bytes))
    # cards are sold in whole GB and NVML leaves out what the driver keeps
    total = tr("{number} GB", number=round(device.total_bytes / 1024**3 + 0.25))
    return DeviceCard(
        name=short_name(device),
        total=total,
        in_use=tr("{used} of {total} in use", used=words.gib(used, unit=False), total=words.gib(device.total_bytes)),
        details=f"{device.name}: {others}",
        share=used / device.total_bytes if device.total_bytes else 0.0,
        doing=doing,
        doing_icon=icon,
        tone=tone,
    )


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
