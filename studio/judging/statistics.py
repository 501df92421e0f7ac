"""Whether two models differ on the same rows, with how sure that is."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

_RESAMPLES = 2000
_AT_ONCE = 2**22
"""Numbers drawn at once, so that memory stays flat."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The loss of two models over the same rows, in nats per target token, and its change with a 95 % interval."""

    rows: int
    num_target_tokens: int
    before: float
    after: float
    low: float
    """Of after - before."""
    high: float

    @property
    def change(self) -> float:
        """After - before; below zero: better."""
        return self.after - self.before

    @property
    def perplexities(self) -> tuple[float, float]:
        """e to the loss, before and after."""
        return math.exp(min(self.before, 700.0)), math.exp(min(self.after, 700.0))


def compare_losses(
    before: NDArray[np.float64], after: NDArray[np.float64], num_targets: NDArray[np.int64], seed: int = 0
) -> Comparison | None:
    """Compare the summed losses (rows,) of the same rows. None where no row has a target.

    The interval is a paired percentile bootstrap over rows (Efron and Tibshirani 1993, ch. 13; Koehn 2004 for language
    models): rows are drawn with replacement, each with its losses by both models and its targets, and the change of the
    loss per target is taken anew. Rows, not tokens, since the tokens of a row are not independent.
    """
    has_target = num_targets > 0
    before, after, num_targets = before[has_target], after[has_target], num_targets[has_target]
    rows = len(num_targets)
    if not rows:
        return None
    total = int(num_targets.sum())
    change = after - before
    draw = np.random.default_rng(seed)
    changes: list[NDArray[np.float64]] = []
    at_once = max(1, _AT_ONCE // rows)
    for first in range(0, _RESAMPLES, at_once):
        chosen = draw.integers(0, rows, (min(at_once, _RESAMPLES - first), rows))
        changes.append(change[chosen].sum(1) / num_targets[chosen].sum(1))
    low, high = np.percentile(np.concatenate(changes), [2.5, 97.5])
    return Comparison(
        rows=rows,
        num_target_tokens=total,
        before=float(before.sum() / total),
        after=float(after.sum() / total),
        low=float(low),
        high=float(high),
    )


def normalised(text: str) -> str:
    """A text for comparison: lower case, one kind of space, no punctuation at its ends (as SQuAD's scorer, Rajpurkar et
    al. 2016, but with its articles)."""
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return words.strip(" .,;:!?\"'()[]")


class Confusion(msgspec.Struct, frozen=True):
    """How often each expected label got each given one."""

    labels: tuple[str, ...]
    """By number of expected rows; given answers that are no label count as the last, "(other)"."""
    counts: tuple[tuple[int, ...], ...]
    """One row for each expected label, one column for each given."""


_OTHER = "(other)"
_MOST_LABELS = 20


def confusion(expected: Sequence[str], given: Sequence[str], names: Sequence[str] = ()) -> Confusion | None:
    """The table where there are labels: `names`, or answers that come again and again. None where there are none."""
    known = Counter(normalised(each) for each in expected)
    if not names and (len(known) > _MOST_LABELS or 2 * len(known) > len(expected)):
        return None
    labels = [label for label, _ in known.most_common()]
    labels += [label for each in names if (label := normalised(each)) not in known]
    place = {label: number for number, label in enumerate(labels)}
    counts = np.zeros((len(labels), len(labels) + 1), np.int64)
    for wanted, found in zip(expected, given, strict=True):
        counts[place[normalised(wanted)], place.get(normalised(found), len(labels))] += 1
    return Confusion((*labels, _OTHER), tuple(tuple(row) for row in counts.tolist()))
