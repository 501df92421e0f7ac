"""The gradient noise scale: from how many examples on a larger effective batch stops saving updates.

McCandlish et al. 2018, "An Empirical Model of Large-Batch Training", section 2 and appendix A.1.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence

import msgspec
import numpy as np

FEWEST_UPDATES = 100
"""Before as many the two estimates behind the ratio are mostly noise themselves."""
_LATEST_UPDATES = 400
"""The scale grows while a model learns; what is older counts no more."""
_TWO_SIDED_95 = 1.96


class NoiseScale(msgspec.Struct, frozen=True, kw_only=True):
    """tr(Σ) / |G|² in examples: Σ the covariance of one example's gradient, G the gradient over all examples.

    An update of as many examples makes half of the progress that one without noise would.
    """

    examples: float
    lowest: float
    """With `highest` the interval in which the true ratio lies with 95 %."""
    highest: float | None
    """None: no limit can be told, since the gradient itself cannot be told from zero yet."""
    updates: int
    """Behind the estimate."""


class NoiseEstimator:
    """Collects what gradient accumulation tells anyway, and estimates the scale from it.

    Micro-batches are cut from rows sorted by length: whatever lengths do to gradients counts as noise too, so where
    they matter the estimate is too high.
    """

    def __init__(self) -> None:
        self._noise: deque[float] = deque(maxlen=_LATEST_UPDATES)
        self._signal: deque[float] = deque(maxlen=_LATEST_UPDATES)
        self._tokens_per_example: deque[float] = deque(maxlen=_LATEST_UPDATES)

    def add_update(
        self,
        squared_norms: Sequence[float],
        num_targets: Sequence[int],
        squared_norm: float,
        num_examples: int,
        num_target_tokens: int | None = None,
    ) -> None:
        """Take in one update of `num_examples` rows.

        `squared_norms`: (micro-batches,) |cᵢ|², where cᵢ = Σ ∇loss / N is what a micro-batch adds to the gradient of
        the update, N the update's target tokens; `num_targets`: (micro-batches,) nᵢ of them; `squared_norm`: |Σ cᵢ|²
        over all devices, before clipping; `num_target_tokens`: N, where other devices work on some of them, else Σ nᵢ.
        Micro-batches without targets, an update in one piece, and one with a number that is not finite tell nothing.

        With gᵢ = cᵢ N / nᵢ the mean over nᵢ tokens, E|gᵢ|² = |G|² + S/nᵢ and E|Σ cᵢ|² = |G|² + S/N, hence the unbiased
        S = (Σ nᵢ|gᵢ|² - n|Σ cᵢ|²) / (k - n/N) and |G|² = |Σ cᵢ|² - S/N, with n = Σ nᵢ of the k parts that are known:
        appendix A.1 for parts of any size.
        """
        parts = [(norm, count) for norm, count in zip(squared_norms, num_targets, strict=True) if count > 0]
        known = sum(count for _, count in parts)
        total = known if num_target_tokens is None else num_target_tokens
        if known == 0 or not math.isfinite(squared_norm + sum(norm for norm, _ in parts)):
            return
        freedom = len(parts) - known / total
        if freedom <= 0:
            return
        noise = (sum(norm * total**2 / count for norm, count in parts) - known * squared_norm) / freedom
        self._noise.append(noise)
        self._signal.append(squared_norm - noise / total)
        self._tokens_per_example.append(total / num_examples)

    def estimate(self) -> NoiseScale | None:
        """The ratio of the two means, with Fieller's interval for such a ratio (1954); None before 100 updates.

        Both are noisy and their ratio is biased if it is taken update by update, so it is taken once.
        """
        if len(self._noise) < FEWEST_UPDATES:
            return None
        per_example = float(np.mean(self._tokens_per_example))
        noise, signal = np.array(self._noise) / per_example, np.array(self._signal)
        covariance = np.cov(noise, signal) / len(noise)
        lowest, highest = _fieller(float(noise.mean()), float(signal.mean()), covariance.tolist())
        mean = float(signal.mean())
        return NoiseScale(
            examples=max(0.0, float(noise.mean()) / mean) if mean > 0 else math.inf,
            lowest=lowest,
            highest=highest,
            updates=len(noise),
        )


def _fieller(above: float, below: float, covariance: Sequence[Sequence[float]]) -> tuple[float, float | None]:
    """All θ for which above - θ · below is no more than 1.96 of its standard errors from zero, θ ≥ 0."""
    (of_above, of_both), (_, of_below) = covariance
    z = _TWO_SIDED_95**2
    a = below**2 - z * of_below
    b = above * below - z * of_both
    c = above**2 - z * of_above
    inside = b**2 - a * c
    if a <= 0 or inside < 0:
        smallest = (b - math.sqrt(inside)) / a if a < 0 <= inside else 0.0
        return max(0.0, smallest), None
    root = math.sqrt(inside)
    return max(0.0, (b - root) / a), max(0.0, (b + root) / a)
