"""Whether a run learned, overfitted or did nothing, in words: from its curves and two comparisons, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from studio.judging.judgement import Verdict
from studio.judging.statistics import Comparison

_NOTICEABLE = 0.02
"""Share of a loss below which a change is not worth a word, however sure it is."""
_FORGOTTEN = 0.05
"""Nats per token on general text from which on something was forgotten."""
_FEW_ROWS = 30
_SMOOTHED_OVER = 10
"""Updates at each end of the train curve whose mean stands for it."""


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """What the curves of a run say."""

    train_losses: Sequence[float]
    """Of every update; NaN where there was none."""
    eval_losses: Sequence[tuple[int, float]]
    """Update and held-out loss of every check, in order."""
    updates_per_epoch: int


def judge_run(curve: Curve, held_out: Comparison | None, general: Comparison | None) -> Verdict:
    """What came of a run, and why one may think so.

    It learned where the 95 % interval of the change on held-out rows is below zero and the change is noticeable; it
    overfitted where its train loss fell and the held-out loss did not, or rose again after its best; it did nothing
    where neither moved; it was harmed where both rose.
    """
    forgot, forgetting = _forgetting(general)
    train = _train_change(curve.train_losses)
    reasons = [_train_words(train)] if train else []
    if held_out is None:
        return Verdict(
            kind="not known",
            sentence="No rows were held out, so nobody can tell what it learned.",
            reasons=(*reasons, *forgetting),
            hint="Of 100 rows or more some are held out by themselves: add rows, if you can.",
            forgot=forgot,
        )
    reasons.append(_held_out_words(held_out))
    if held_out.rows < _FEW_ROWS:
        reasons.append(f"With {held_out.rows} held-out rows that is a rough estimate.")
    train_fell = train is not None and train[1] < train[0] * (1 - _NOTICEABLE)
    rise = _rise_after_best(curve.eval_losses)
    better = held_out.high < 0 and -held_out.change > _NOTICEABLE * held_out.before
    worse = held_out.low > 0 and held_out.change > _NOTICEABLE * held_out.before
    if better and rise is not None:
        at, lowest, last = rise
        kind, sentence = "learned, then overfitted", "It learned, and then began to know its rows by heart."
        reasons.append(f"Its held-out loss was lowest after update {at:,} ({lowest:.3f}) and rose to {last:.3f}.")
        hint = "The result holds its best weights unless you asked for the last. Fewer epochs would do."
    elif better:
        kind, sentence, hint = "learned", "It learned what your rows have in common.", ""
        if curve.eval_losses and curve.eval_losses[-1][1] <= min(loss for _, loss in curve.eval_losses):
            hint = "Its held-out loss still fell at the end, so more epochs may help further."
    elif train_fell and (worse or held_out.change > -_NOTICEABLE * held_out.before or held_out.high >= 0):
        kind = "overfitted"
        sentence = "It learned its rows by heart and nothing that helps with others."
        hint = "Take more rows or fewer epochs, a lower learning rate or a smaller rank."
    elif worse:
        kind, sentence = "harmed", "It is worse than before."
        hint = "The learning rate is most likely too high: take a tenth of it."
    else:
        kind, sentence = "did nothing", "It is the same as before, as far as these rows can tell."
        hint = "Take a higher learning rate or more updates, and look whether the answers are what is learnt."
    return Verdict(kind=kind, sentence=sentence, reasons=(*reasons, *forgetting), hint=hint, forgot=forgot)


def _forgetting(general: Comparison | None) -> tuple[bool | None, tuple[str, ...]]:
    if general is None:
        return None, ()
    forgot = general.low > 0 and general.change > _FORGOTTEN
    told = f"{general.before:.3f} before, {general.after:.3f} after"
    if forgot:
        return True, (f"It forgot something: its loss on a general text rose ({told}).",)
    return False, (f"It did not forget: its loss on a general text is {told}.",)


def _train_change(losses: Sequence[float]) -> tuple[float, float] | None:
    """Mean of the first updates and of the last."""
    known = [each for each in losses if math.isfinite(each)]
    if len(known) < 2:
        return None
    some = max(1, min(_SMOOTHED_OVER, len(known) // 4))
    return sum(known[:some]) / some, sum(known[-some:]) / some


def _train_words(train: tuple[float, float]) -> str:
    first, last = train
    how = "fell" if last < first * (1 - _NOTICEABLE) else "rose" if last > first * (1 + _NOTICEABLE) else "stayed"
    return f"Its loss on the rows it learned from {how}: {first:.3f} at first, {last:.3f} at last."


def _held_out_words(held_out: Comparison) -> str:
    return (
        f"On {held_out.rows:,} rows it never saw, the loss was {held_out.before:.3f} before and {held_out.after:.3f} "
        f"after: a change of {held_out.change:+.3f}, with 95 % certainty between {held_out.low:+.3f} and "
        f"{held_out.high:+.3f}."
    )


def _rise_after_best(evaluations: Sequence[tuple[int, float]]) -> tuple[int, float, float] | None:
    """Update and loss of the best check, and the last loss, where two checks or more after the best were noticeably
    worse. None where the loss did not rise again."""
    if not evaluations:
        return None
    best = min(range(len(evaluations)), key=lambda number: evaluations[number][1])
    at, lowest = evaluations[best]
    after = [loss for _, loss in evaluations[best + 1 :]]
    if len(after) < 2 or min(after[-2:]) <= lowest * (1 + _NOTICEABLE):
        return None
    return at, lowest, after[-1]
