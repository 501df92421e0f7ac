"""How many positions reach the output head at once, and the memory that takes. The engine asks here too.

Symbols: V words or labels, H hidden, n target positions, r of them at once, b bytes of the compute dtype.
"""

from __future__ import annotations

from studio.models.local import ModelFacts

SCORES_BYTES = {"cpu": 2**22, "gpu": 2**28}
"""Word scores held at once, as float32: what the caches of a processor hold; little beside a card's memory."""
FEWEST_POSITIONS = 64
"""At once, however large the vocabulary; smaller products waste the device."""
_CAPPED = frozenset(["gemma2"])
"""Families that bend their scores: the slope of the bend is held beside them."""


def positions_at_once(vocab_size: int, *, on_processor: bool, scores_bytes: int | None = None) -> int:
    """How many positions' scores are held at once: depends on nothing that changes during a run."""
    held = scores_bytes or SCORES_BYTES["cpu" if on_processor else "gpu"]
    return max(1, held // (4 * vocab_size) // FEWEST_POSITIONS) * FEWEST_POSITIONS


def head_bytes(facts: ModelFacts, targets: int, b: int, *, full: bool, on_processor: bool) -> int:
    """The output head and the loss, gradient included, at the most.

    Scores of one piece in float32, with a copy in the compute dtype where that is another. With full training the
    gradient of the head's weights, and under autocast one piece's share of it and the weights in the compute dtype.
    """
    scores, hidden = facts.num_scores, facts.hidden_size
    whole_pieces = targets // FEWEST_POSITIONS * FEWEST_POSITIONS or targets  # what is left over goes by itself
    at_once = min(whole_pieces, positions_at_once(scores, on_processor=on_processor))
    low = b if b < 4 else 0
    piece = (12 if facts.model_type in _CAPPED else 4 + low) * scores + b * hidden
    stream = 4 if full else b
    whole = (stream + b + (low if full else 0)) * hidden * targets  # states, their casts and their gradient
    learns = (4 + 2 * low) * scores * hidden if full else 0
    return piece * at_once + whole + learns
