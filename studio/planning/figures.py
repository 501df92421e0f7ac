"""Times and rates as the sentences about a plan tell them."""

from __future__ import annotations


def per_update(seconds: float) -> str:
    """How long an update takes: "20.4 s", "180 ms", "3.7 ms"."""
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.01 else f"{max(0.1, seconds * 1000):.1f} ms"


def two_digits(number: float) -> str:
    """The two that count: "0.68", "10", "1,200"."""
    return f"{float(f'{number:.2g}'):,.10g}"
