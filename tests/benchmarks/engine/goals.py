"""What the engine promises beside its peers, and whether a measurement shows it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tests.benchmarks.engine.figures import Figures

TUNED = ("hf_rebalance", "trl_padfree")
"""Peers set up by somebody who knows them well, that still learn from the same rows."""


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """One promise. `value` is None where the run did not measure it."""

    name: str
    wanted: str
    value: float | None
    reached: bool | None
    """None also where other programs were too busy to tell."""


def goals(figures: Sequence[Figures]) -> list[Goal]:
    """All promises, from the figures of one run."""
    measured = {each.peer: each for each in figures if not each.problem}
    ours, default = measured.get("ours"), measured.get("ours_default")
    found = [
        _times("hf", ours, measured.get("hf"), 2.0),
        _times("lf", ours, measured.get("lf"), 2.0),
        _times("trl", ours, measured.get("trl"), 2.8),
        _times("the best tuned peer", ours, _fastest(measured), 1.4),
        _times("hf, precision left open", default, measured.get("hf"), 2.5),
    ]
    peers = [each for name, each in measured.items() if not name.startswith("ours")]
    for each in peers:
        share = each.peak_mb and ours and ours.peak_mb / each.peak_mb
        found.append(_at_most(f"memory, share of {each.peer}'s", share or None, 1.0))
    hf = measured.get("hf")
    starts = ours.first_update_seconds / hf.first_update_seconds if ours and hf and hf.first_update_seconds else None
    disturbed = bool(ours and hf and (ours.noisy_start or hf.noisy_start))
    found.append(_at_most("start to first update, share of hf's", starts, 0.5, disturbed=disturbed))
    return found


def _fastest(measured: dict[str, Figures]) -> Figures | None:
    tuned = [measured[name] for name in TUNED if name in measured]
    return min(tuned, key=lambda each: each.seconds_per_update) if tuned else None


def _times(name: str, ours: Figures | None, peer: Figures | None, wanted: float) -> Goal:
    """Faster by so much. `ratio` is the peer's by ours, so the default precision's is put in relation to that."""
    value = None
    if ours and peer:
        value = peer.ratio
        if value is not None and ours.peer != "ours":
            value = value / ours.ratio if ours.ratio else None
    noisy = bool(ours and peer and (ours.noisy or peer.noisy))
    reached = None if value is None or noisy else value >= wanted
    shown = f"{name} ({peer.peer})" if peer and name.startswith("the best") else name
    return Goal(name=f"times faster than {shown}", wanted=f">= {wanted:g}", value=value, reached=reached)


def _at_most(name: str, value: float | None, most: float, *, disturbed: bool = False) -> Goal:
    reached = None if value is None or disturbed else value <= most
    return Goal(name=name, wanted=f"<= {most:g}", value=value, reached=reached)
