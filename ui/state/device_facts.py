"""What this computer trains on, in facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.api import Machine
from ui.state import words
from ui.state.tongue import numeral, tr, tr_studio

_SIZES = (0.1, 0.5, 1, 1.5, 3, 4, 7, 8, 14, 24, 32, 70, 120, 235, 405)
"""Billions of parameters of the models that people use."""


@dataclass(frozen=True)
class DeviceFacts:
    """What this computer trains on."""

    title: str
    chip: str
    chip_icon: str
    chip_tone: Literal["ok", "warn"]
    facts: tuple[tuple[str, str], ...]
    room: str
    is_gpu: bool


def device_facts(machine: Machine) -> DeviceFacts:
    """The card or the processor, in rows of a name and a value."""
    device = machine.best
    used = max(0, device.total_bytes - device.free_bytes)
    in_use = tr("{memory} in use", memory=words.gib(used))
    if device.is_gpu:
        facts = [
            (tr("Graphics card"), device.name),
            (tr("Memory"), tr("{total} usable, {used}", total=words.gib(device.total_bytes), used=in_use)),
        ]
        if device.driver:
            facts.append((tr("Driver"), device.driver))
        if len(machine.gpus) > 1:
            facts.append((tr("Cards"), tr("{gpus}; the one with the most free memory is used", gpus=len(machine.gpus))))
        elif device.temperature is not None:
            facts.append((tr("Now"), tr("{number} °C", number=device.temperature) + _busy(device.utilisation)))
        size = _largest((device.total_bytes - 2.5 * words.GIB) / 2.4)
        return DeviceFacts(
            tr("Graphics card found"),
            tr("Ready"),
            "circle-check",
            "ok",
            tuple(facts),
            tr("models up to about {size}.", size=size),
            True,
        )
    failed = machine.gpu_state == "failed"
    facts = [
        (tr("Processor"), device.name),
        (tr("Memory"), f"{words.gib(device.total_bytes)}, {in_use}"),
        (tr("Graphics card"), tr_studio(machine.words) if failed else tr("None that can train was found")),
    ]
    size = _largest(0.6 * device.total_bytes / 4.4)
    return DeviceFacts(
        tr("Training on the processor"),
        tr("Card does not answer") if failed else tr("Ready"),
        "triangle-alert" if failed else "circle-check",
        "warn" if failed else "ok",
        tuple(facts),
        tr("models up to about {size}, slowly. The starter is made for it.", size=size),
        False,
    )


def _busy(utilisation: float | None) -> str:
    return "" if utilisation is None else tr(", {utilisation} busy", utilisation=words.percent(utilisation))


def _largest(parameters: float) -> str:
    fitting = [size for size in _SIZES if size * 1e9 <= parameters]
    size = fitting[-1] if fitting else _SIZES[0]
    return (
        tr("{size} billion parameters", size=numeral(f"{size:g}"))
        if size >= 1
        else tr("{size} million parameters", size=numeral(f"{size * 1000:g}"))
    )
