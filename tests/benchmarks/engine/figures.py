"""From single updates of single runs to the figures of a peer: pure functions, no clock, no process."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence

import msgspec

FEWEST_QUIET_UPDATES = 3
"""With fewer than these left, all updates count and the figures are marked as noisy."""


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """One update of one run."""

    update: int
    """Counted from 1."""
    at: float
    """Seconds since 1970 when it was done."""
    seconds: float
    tokens: int
    """Real tokens, without padding."""
    targets: int
    padded: int
    """Tokens worked on, padding included."""
    loss: float | None = None
    foreign_cores: float = 0.0
    """Processor cores that other programs used meanwhile."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One process of one peer."""

    peer: str
    round: int
    updates: tuple[Update, ...] = ()
    first_update_seconds: float = 0.0
    """From the start of the process to the end of the first update."""
    start_foreign_cores: float = 0.0
    peak_bytes: int = 0
    """Most memory resident at once, up to the last update."""
    peak_bytes_to_the_end: int = 0
    """The same with whatever follows the last update, such as saving."""
    notes: str = ""
    problem: str = ""
    """Why there are no figures."""


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What a peer reached, over all its runs."""

    peer: str
    runs: int = 0
    updates: int = 0
    """Behind the medians: after the warm-up, undisturbed."""
    seconds_per_update: float = 0.0
    seconds_per_update_p10: float = 0.0
    tokens_per_second: float = 0.0
    """Real tokens."""
    tokens_per_update: float = 0.0
    padding_share: float = 0.0
    """Of the tokens worked on."""
    peak_mb: float = 0.0
    peak_mb_to_the_end: float = 0.0
    first_update_seconds: float = 0.0
    same_rows: bool = True
    """Whether every update held exactly the tokens of the rows it should learn from."""
    noisy: bool = False
    """Whether other programs left no quiet updates."""
    noisy_start: bool = False
    ratio: float | None = None
    """How many times longer than ours it takes for the same work."""
    loss: float | None = None
    """Of the last update."""
    notes: str = ""
    problem: str = ""


def counted(run: Run, warm_up: int, foreign_limit: float) -> list[Update]:
    """The updates of a run that count: after the warm-up, not disturbed by other programs."""
    return [each for each in run.updates if each.update > warm_up and each.foreign_cores <= foreign_limit]


def summarise(runs: Sequence[Run], expected_tokens: Sequence[int], *, warm_up: int, foreign_limit: float) -> Figures:
    """The figures of one peer from all its runs. `expected_tokens`: real tokens of update 1, 2, …"""
    peer = runs[0].peer
    good = [run for run in runs if not run.problem and len(run.updates) > warm_up]
    if not good:
        return Figures(peer=peer, problem=runs[0].problem or "It made no updates.")
    updates = [each for run in good for each in counted(run, warm_up, foreign_limit)]
    noisy = len(updates) < FEWEST_QUIET_UPDATES
    if noisy:
        updates = [each for run in good for each in run.updates if each.update > warm_up]
    quiet_starts = [run for run in good if run.start_foreign_cores <= foreign_limit]
    return Figures(
        peer=peer,
        runs=len(good),
        updates=len(updates),
        seconds_per_update=statistics.median(each.seconds for each in updates),
        seconds_per_update_p10=tenth(each.seconds for each in updates),
        tokens_per_second=statistics.median(each.tokens / each.seconds for each in updates),
        tokens_per_update=statistics.fmean(each.tokens for each in updates),
        padding_share=1 - sum(each.tokens for each in updates) / max(1, sum(each.padded for each in updates)),
        peak_mb=statistics.median(run.peak_bytes for run in good) / 2**20,
        peak_mb_to_the_end=statistics.median(run.peak_bytes_to_the_end for run in good) / 2**20,
        first_update_seconds=statistics.median(run.first_update_seconds for run in quiet_starts or good),
        same_rows=all(has_rows(run, expected_tokens) for run in good),
        noisy=noisy,
        noisy_start=not quiet_starts,
        loss=good[0].updates[-1].loss,
        notes=good[0].notes,
    )


def tenth(values: Iterable[float]) -> float:
    """The value below which a tenth of the values lies: what a machine of one's own would show."""
    ordered = sorted(values)
    return ordered[len(ordered) // 10]


def has_rows(run: Run, expected_tokens: Sequence[int]) -> bool:
    """Whether every update worked on as many real tokens as its rows have."""
    return all(each.tokens == expected_tokens[each.update - 1] for each in run.updates)


def ratio(
    ours: Sequence[Run], peer: Sequence[Run], *, same_rows: bool, warm_up: int, foreign_limit: float
) -> float | None:
    """How many times longer the peer takes.

    With the same rows: the median over updates that are quiet in both of the peer's seconds by ours, update by update.
    With other rows: by real tokens per second.
    """
    ours_by, peer_by = _by_update(ours, warm_up, foreign_limit), _by_update(peer, warm_up, foreign_limit)
    if not ours_by or not peer_by:
        return None
    if not same_rows:
        ours_rate = statistics.median(each.tokens / each.seconds for several in ours_by.values() for each in several)
        peer_rate = statistics.median(each.tokens / each.seconds for several in peer_by.values() for each in several)
        return ours_rate / peer_rate
    shared = sorted(ours_by.keys() & peer_by.keys())
    quotients = [_seconds(peer_by[update]) / _seconds(ours_by[update]) for update in shared]
    return statistics.median(quotients) if quotients else None


def _by_update(runs: Sequence[Run], warm_up: int, foreign_limit: float) -> dict[int, list[Update]]:
    """The updates that count, by number; all after the warm-up where too few are quiet."""
    kept = [each for run in runs for each in counted(run, warm_up, foreign_limit)]
    if len(kept) < FEWEST_QUIET_UPDATES:
        kept = [each for run in runs for each in run.updates if each.update > warm_up]
    found: dict[int, list[Update]] = {}
    for each in kept:
        found.setdefault(each.update, []).append(each)
    return found


def _seconds(updates: Sequence[Update]) -> float:
    return statistics.median(each.seconds for each in updates)
