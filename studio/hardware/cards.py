"""Cards that people train on, whether or not they are here: memory that programs can use, and speed on paper."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import cache

import msgspec

from studio.errors import PlanProblem
from studio.hardware.device import GIB, Device, DeviceKind, gib


class Card(msgspec.Struct, frozen=True):
    """A model of card as its maker and its driver describe it."""

    model: str
    """As the driver spells it, without what tells variants of one memory apart."""
    nominal_gb: int
    """On the box."""
    usable_gib: float
    """What the driver leaves to programs, as torch reports it under Linux; drivers differ by about 0.2 GiB, and error
    correction, where it can be switched, takes another 6 %. Apple's chips: what Metal recommends, two thirds of 36 GB
    and less, three quarters of more."""
    low_tflops: float
    """Dense products of bfloat16 or float16 added up in float32, 10¹² operations per second; the maker's figure."""
    single_tflops: float
    """The same in float32."""
    gigabytes_per_second: float
    """To and from its memory, the maker's figure."""
    compute_capability: tuple[int, int] | None = None
    kind: DeviceKind = "cuda"

    @property
    def name(self) -> str:
        """With its memory: "NVIDIA A100, 80 GB"."""
        return f"{self.model}, {self.nominal_gb} GB"

    @property
    def usable_bytes(self) -> int:
        """Of an empty card."""
        return round(self.usable_gib * GIB)

    def as_device(self, memory: int | None = None) -> Device:
        """This card as if it were here and empty; `memory`: bytes it has instead."""
        size = self.usable_bytes if memory is None else memory
        return Device(
            id="mps" if self.kind == "mps" else "cuda:0",
            name=self.model if memory is None else f"{self.model} with {gib(memory)}",
            kind=self.kind,
            total_bytes=size,
            free_bytes=size,
            compute_capability=self.compute_capability,
            note="Not in this computer.",
        )


_TURING, _AMPERE, _AMPERE_86, _ADA, _HOPPER = (7, 5), (8, 0), (8, 6), (8, 9), (9, 0)
_BLACKWELL, _BLACKWELL_100 = (12, 0), (10, 0)

CARDS: tuple[Card, ...] = (
    Card("NVIDIA GeForce RTX 5090", 32, 31.36, 210, 105, 1792, _BLACKWELL),
    Card("NVIDIA GeForce RTX 5080", 16, 15.47, 113, 56, 960, _BLACKWELL),
    Card("NVIDIA GeForce RTX 5070 Ti", 16, 15.47, 88, 44, 896, _BLACKWELL),
    Card("NVIDIA GeForce RTX 5070", 12, 11.50, 62, 31, 672, _BLACKWELL),
    Card("NVIDIA GeForce RTX 5060 Ti", 16, 15.45, 48, 24, 448, _BLACKWELL),
    Card("NVIDIA GeForce RTX 5060", 8, 7.53, 38, 19, 448, _BLACKWELL),
    Card("NVIDIA GeForce RTX 4090", 24, 23.64, 165, 82, 1008, _ADA),
    Card("NVIDIA GeForce RTX 4080 SUPER", 16, 15.60, 104, 52, 736, _ADA),
    Card("NVIDIA GeForce RTX 4080", 16, 15.60, 98, 49, 717, _ADA),
    Card("NVIDIA GeForce RTX 4070 Ti SUPER", 16, 15.60, 88, 44, 672, _ADA),
    Card("NVIDIA GeForce RTX 4070 Ti", 12, 11.72, 80, 40, 504, _ADA),
    Card("NVIDIA GeForce RTX 4070 SUPER", 12, 11.72, 71, 35, 504, _ADA),
    Card("NVIDIA GeForce RTX 4070", 12, 11.72, 58, 29, 504, _ADA),
    Card("NVIDIA GeForce RTX 4060 Ti", 16, 15.60, 44, 22, 288, _ADA),
    Card("NVIDIA GeForce RTX 4060 Ti", 8, 7.63, 44, 22, 288, _ADA),
    Card("NVIDIA GeForce RTX 4060", 8, 7.63, 30, 15, 272, _ADA),
    Card("NVIDIA GeForce RTX 3090 Ti", 24, 23.69, 80, 40, 1008, _AMPERE_86),
    Card("NVIDIA GeForce RTX 3090", 24, 23.69, 71, 35, 936, _AMPERE_86),
    Card("NVIDIA GeForce RTX 3080 Ti", 12, 11.76, 68, 34, 912, _AMPERE_86),
    Card("NVIDIA GeForce RTX 3080", 10, 9.77, 60, 30, 760, _AMPERE_86),
    Card("NVIDIA GeForce RTX 3070", 8, 7.78, 40, 20, 448, _AMPERE_86),
    Card("NVIDIA GeForce RTX 3060", 12, 11.76, 26, 13, 360, _AMPERE_86),
    Card("NVIDIA GeForce RTX 2080 Ti", 11, 10.75, 54, 13, 616, _TURING),
    Card("NVIDIA RTX PRO 6000 Blackwell", 96, 94.97, 400, 110, 1792, _BLACKWELL),
    Card("NVIDIA RTX 6000 Ada Generation", 48, 47.41, 181, 91, 960, _ADA),
    Card("NVIDIA RTX A6000", 48, 47.40, 155, 38, 768, _AMPERE_86),
    Card("NVIDIA RTX A5000", 24, 23.57, 111, 28, 768, _AMPERE_86),
    Card("NVIDIA RTX A4000", 16, 15.61, 77, 19, 448, _AMPERE_86),
    Card("Quadro RTX 8000", 48, 47.45, 65, 16, 672, _TURING),
    Card("NVIDIA B200", 180, 178.35, 2250, 75, 8000, _BLACKWELL_100),
    Card("NVIDIA H200", 141, 139.72, 790, 60, 4800, _HOPPER),
    Card("NVIDIA GH200", 96, 94.50, 790, 60, 4000, _HOPPER),
    Card("NVIDIA H100", 80, 79.10, 790, 60, 3350, _HOPPER),
    Card("NVIDIA A100", 80, 79.15, 312, 19.5, 2039, _AMPERE),
    Card("NVIDIA A100", 40, 39.38, 312, 19.5, 1555, _AMPERE),
    Card("NVIDIA L40S", 48, 44.40, 362, 91, 864, _ADA),
    Card("NVIDIA L40", 48, 44.40, 181, 90, 864, _ADA),
    Card("NVIDIA A40", 48, 44.34, 150, 37, 696, _AMPERE_86),
    Card("NVIDIA A10G", 24, 21.98, 70, 31, 600, _AMPERE_86),
    Card("NVIDIA A10", 24, 21.98, 125, 31, 600, _AMPERE_86),
    Card("NVIDIA L4", 24, 22.03, 121, 30, 300, _ADA),
    Card("Tesla T4", 16, 14.56, 65, 8, 300, _TURING),
    Card("Tesla V100", 32, 31.73, 112, 15, 900, (7, 0)),
    Card("Tesla V100", 16, 15.77, 112, 15, 900, (7, 0)),
    Card("AMD Radeon RX 7900 XTX", 24, 23.98, 123, 61, 960, kind="rocm"),
    Card("AMD Radeon RX 7900 XT", 20, 19.98, 103, 52, 800, kind="rocm"),
    Card("AMD Radeon PRO W7900", 48, 44.98, 123, 61, 864, kind="rocm"),
    Card("AMD Instinct MI300X", 192, 191.5, 1307, 163, 5300, kind="rocm"),
    Card("AMD Instinct MI250X", 64, 63.98, 192, 24, 1638, kind="rocm"),
    Card("AMD Instinct MI210", 64, 63.98, 181, 23, 1638, kind="rocm"),
    Card("Apple M1 Max", 64, 48.0, 10.4, 10.4, 400, kind="mps"),
    Card("Apple M2 Max", 96, 72.0, 13.6, 13.6, 400, kind="mps"),
    Card("Apple M3 Max", 128, 96.0, 14.2, 14.2, 400, kind="mps"),
    Card("Apple M4 Max", 128, 96.0, 18.4, 18.4, 546, kind="mps"),
    Card("Apple M2 Ultra", 192, 144.0, 27.2, 27.2, 800, kind="mps"),
    Card("Apple M4 Pro", 48, 36.0, 9.2, 9.2, 273, kind="mps"),
    Card("Apple M4", 16, 10.67, 4.3, 4.3, 120, kind="mps"),
)
"""Newest first within a family. Usable memory as drivers tell it in out-of-memory messages; an MI250X is two devices,
of which this is one."""

_SAYS_LITTLE = frozenset(
    {"nvidia", "geforce", "amd", "radeon", "instinct", "apple", "tesla", "quadro", "generation", "gpu"}
)


def find_card(name: str) -> Card:
    """The card that people mean: "RTX 3090", "4070ti super", "A100 80GB", or a driver's name for it.

    Raises PlanProblem where no card, or more than one, is called so; the hint names those that come nearest.
    """
    words, memory = _words(name), _memory(name)
    named = [card for card in CARDS if words <= _words(card.model) and memory in {None, card.nominal_gb}]
    if not named or not any(word.isdigit() for word in words):
        raise PlanProblem(
            f"No card called “{name}” is known here.",
            f"Did you mean {_either(_nearest(name))}? Of another card give the memory and one that is about as fast, "
            "like --gpu 3090 --memory 24GiB.",
        )
    fewest = min(len(_words(card.model)) for card in named)
    closest = [card for card in named if len(_words(card.model)) == fewest]
    if len(closest) > 1:
        raise PlanProblem(f"“{name}” is more than one card.", f"Say which: {_either(card.name for card in closest)}.")
    return closest[0]


@cache
def known_card(device_name: str) -> Card | None:
    """The card behind a driver's name, such as "NVIDIA A100-SXM4-80GB"; None where it is not in the table."""
    words, memory = _words(device_name), _memory(device_name)
    fitting = [card for card in CARDS if _words(card.model) <= words]
    return max(fitting, key=lambda card: (len(_words(card.model)), card.nominal_gb == memory), default=None)


def _words(name: str) -> frozenset[str]:
    """What tells a model apart, letters and numbers by themselves: "4070ti" is "RTX 4070 Ti"."""
    plain = re.sub(r"\d+ *gi?b\b|\bsxm\d*|\bpcie\b|\bhbm\d*e?|\bnvl\b", " ", name.lower())
    return frozenset(re.findall(r"[a-z]+|\d+", plain)) - _SAYS_LITTLE


def _memory(name: str) -> int | None:
    """The gigabytes in a name."""
    told = re.search(r"(\d+)\s*gi?b", name.lower())
    return int(told[1]) if told else None


def _nearest(name: str) -> list[str]:
    """Names of the three cards that are spelt most like this one."""
    asked = " ".join(sorted(_words(name)))

    def likeness(card: Card) -> float:
        return difflib.SequenceMatcher(None, asked, " ".join(sorted(_words(card.model)))).ratio()

    return [card.name for card in sorted(CARDS, key=likeness, reverse=True)[:3]]


def _either(names: Iterable[str]) -> str:
    *most, last = names
    return f"{'; '.join(most)} or {last}" if most else last
