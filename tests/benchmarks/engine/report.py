"""Figures as a table for people."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.engine.figures import Figures
from tests.benchmarks.engine.goals import Goal
from tests.benchmarks.engine.trajectory import Trajectory

_HEAD = (
    "peer",
    "s/update",
    "p10",
    "tokens/s",
    "padding",
    "tokens/update",
    "memory MB",
    "to 1st update s",
    "times ours",
    "same rows",
    "updates",
)


def figures_table(figures: Sequence[Figures]) -> str:
    """One line per peer, the fastest first."""
    lines = [_HEAD]
    good = sorted((each for each in figures if not each.problem), key=lambda each: -each.tokens_per_second)
    lines += [
        (
            f"{each.peer} ({each.notes})" if each.notes else each.peer,
            f"{each.seconds_per_update:.3f}",
            f"{each.seconds_per_update_p10:.3f}",
            f"{each.tokens_per_second:,.0f}",
            f"{each.padding_share:.1%}",
            f"{each.tokens_per_update:,.0f}",
            f"{each.peak_mb:,.0f}",
            f"{each.first_update_seconds:.1f}{' noisy' if each.noisy_start else ''}",
            "" if each.ratio is None else f"{each.ratio:.2f}",
            "yes" if each.same_rows else "NO",
            f"{each.updates}{' noisy' if each.noisy else ''}",
        )
        for each in good
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    text = [_aligned(line, widths) for line in lines]
    text.insert(1, "  ".join("-" * width for width in widths))
    text += [f"{each.peer}: {each.problem}" for each in figures if each.problem]
    return "\n".join(text)


def goals_table(found: Sequence[Goal]) -> str:
    """One line per promise."""
    said: dict[bool | None, str] = {True: "reached", False: "NOT REACHED"}
    lines = [
        (
            each.name,
            "-" if each.value is None else f"{each.value:.2f}",
            each.wanted,
            "not measured" if each.value is None else said.get(each.reached, "too noisy to say"),
        )
        for each in found
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join(_aligned(line, widths) for line in lines)


def trajectory_table(name: str, trajectory: Trajectory) -> str:
    """Losses at every tenth update, side by side."""
    lines = [f"{'update':>6}  {name:>12}  {'hf':>9}  difference"]
    for update, ours, theirs in zip(trajectory.updates, trajectory.ours, trajectory.theirs, strict=True):
        lines.append(f"{update:>6}  {ours:>12.4f}  {theirs:>9.4f}  {(ours - theirs) / theirs:>+10.3%}")
    lines.append(f"largest difference {trajectory.largest_difference:.3%}")
    if not trajectory.same_tokens:
        lines.append("They did NOT learn from the same tokens.")
    return "\n".join(lines)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(line, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)])
