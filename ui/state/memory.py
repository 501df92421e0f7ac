"""The memory of a plan in parts that add up exactly as they are written."""

from __future__ import annotations

from dataclasses import dataclass

from studio.api import Device, Plan
from ui.state import words
from ui.state.devices import short_name
from ui.state.tongue import QT_TR_NOOP, numeral, said_of, tr, tr_studio

_HUNDREDTH = words.GIB / 100
_NAMES = {
    "others": QT_TR_NOOP("Other programs"),
    "weights": QT_TR_NOOP("Model weights"),
    "adapters": QT_TR_NOOP("Adapter"),
    "gradients": QT_TR_NOOP("Gradients"),
    "optimizer": QT_TR_NOOP("Optimizer"),
    "activations": QT_TR_NOOP("Activations"),
    "logits": QT_TR_NOOP("Word scores"),
    "workspace": QT_TR_NOOP("Driver, libraries"),
}
_SHORT = {"weights": QT_TR_NOOP("Model"), "logits": QT_TR_NOOP("Scores")}


@dataclass(frozen=True)
class MemoryPart:
    """One part of the bar and its line in the legend."""

    key: str
    """A field of `MemoryParts`, or "spare"."""
    name: str
    short: str
    """Where the part is wide enough for a word; empty: the number alone."""
    num_bytes: int
    written: str
    """In GiB."""


@dataclass(frozen=True)
class MemoryView:
    """The whole bar."""

    parts: tuple[MemoryPart, ...]
    limit_bytes: int
    limit: str
    too_much: str
    """Empty where it fits."""
    note: str
    twin: str
    """The bar as a sentence."""


def memory_view(plan: Plan, device: Device) -> MemoryView:
    """Other programs first, then ours by part, then what is spare. `device`: of those that share the work the one with
    the least free memory."""
    sizes = {name: int(getattr(plan.memory, name)) for name in _NAMES}
    names = {**_NAMES, "spare": QT_TR_NOOP("Spare")}
    if not device.is_gpu:
        names["workspace"] = QT_TR_NOOP("Libraries")
    spare = plan.spare_bytes
    if spare > 0:
        sizes["spare"] = spare
    written = exactly({name: size for name, size in sizes.items() if size > 0})
    parts = tuple(
        MemoryPart(
            key=name,
            name=tr(names[name]),
            short=tr(_SHORT[name]) if name in _SHORT else "",
            num_bytes=sizes[name],
            written=number,
        )
        for name, number in written.items()
        if number != numeral("0.00")
    )
    where = tr("Card") if device.is_gpu else tr("Memory")
    limit = said_of(where, words.gib(plan.limit_bytes))
    if spare >= 0:
        limit = tr("{limit} usable", limit=limit)
    if plan.limit_bytes < device.total_bytes:  # a little is kept free, so that nothing else runs short
        limit = tr("Safe up to {memory}", memory=words.gib(plan.limit_bytes))
    return MemoryView(
        parts=parts,
        limit_bytes=plan.limit_bytes,
        limit=limit,
        too_much=tr("{memory} too much", memory=words.gib(-spare)) if spare < 0 else "",
        note=" ".join(each for each in (_of_which(plan, device), _others(device)) if each),
        twin=", ".join(tr("{what} {number} GiB", what=part.name, number=part.written) for part in parts),
    )


def exactly(sizes: dict[str, int]) -> dict[str, str]:
    """Sizes in GiB with two decimals that add up to their rounded sum: the largest remainders are rounded up."""
    total = round(sum(sizes.values()) / _HUNDREDTH)
    floors = {name: int(size // _HUNDREDTH) for name, size in sizes.items()}
    missing = total - sum(floors.values())
    order = sorted(sizes, key=lambda name: floors[name] - sizes[name] / _HUNDREDTH)
    for name in order[:missing]:
        floors[name] += 1
    return {name: numeral(f"{hundredths / 100:,.2f}") for name, hundredths in floors.items()}


def _of_which(plan: Plan, device: Device) -> str:
    if plan.world_size == 1 or not device.is_gpu:
        return tr("In GiB.")
    which = tr("In GiB, of the fullest GPU ({device}).", device=short_name(device))
    divided = tr("Each keeps a part of the model.") if plan.divided else ""
    return f"{which} {divided}".rstrip()


def _others(device: Device) -> str:
    named = [(program.name, program.used_bytes) for program in device.others[:3] if program.used_bytes > _HUNDREDTH]
    if not named:
        return ""
    said = words.listed([f"{tr_studio(name)} {words.gib(size, unit=False)}" for name, size in named])
    return tr("Other programs: {names}.", names=said)
