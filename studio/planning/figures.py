"""Times and rates as the sentences about a plan tell them."""

from __future__ import annotations


def per_update(seconds: float) -> str:
    """How long an update takes: "20.4 s", "180 ms"."""
    return f"{seconds:.1f} s" if seconds >= 1 else f"{max(1, round(seconds * 1000))} ms"


def two_digits(number: float) -> str:
    """The two that count: "0.68", "10", "1,200"."""
    return f"{float(f'{number:.2g}'):,.10g}"
