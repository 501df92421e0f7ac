"""What came of a run: whether it learned, and the numbers people ask for."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from studio.api import RunStory
from studio.events import Answer, AnswersScored
from ui.state.equation import stretches, told_stretches
from ui.state.tongue import numeral, tr
from ui.state.words import GIB, count, counted, duration, from_to, gib, loss, per_update, percent


@dataclass(frozen=True)
class Fact:
    """A number of a finished run, what it is, and what was planned."""

    number: str
    what: str
    beside: str


@dataclass(frozen=True)
class Outcome:
    """Whether a run learned, in one big number and two lines."""

    learned: bool | None
    """None: nothing to tell it by."""
    number: str
    sentence: str
    detail: str


def outcome(story: RunStory) -> Outcome:
    """Whether it learned: by its answers where they were scored, else by held-out loss, else by train loss."""
    checks = story.evaluations
    held_out = ""
    if len(checks) >= 2:
        held_out = tr(
            "Held-out loss {eval_loss} → {eval_loss2}",
            eval_loss=loss(checks[0].eval_loss),
            eval_loss2=loss(checks[-1].eval_loss),
        )
        best = story.best
        if best is not None and best.update not in (0, checks[-1].update) and best.eval_loss < checks[-1].eval_loss:
            held_out += tr(
                ", lowest {eval_loss} at update {update}", eval_loss=loss(best.eval_loss), update=count(best.update)
            )
        held_out += "."
    before, after = story.before, story.after
    if before is not None and after is not None:
        rows = min(before.rows, after.rows)
        doubt = 2 * math.sqrt(max(after.rows, 1)) / 2 / max(after.rows, 1)
        learned = after.exact_match > before.exact_match + min(doubt, 0.02 + 1 / max(rows, 1))
        number = tr(
            "{exact_match} → {exact_match2} right",
            exact_match=percent(before.exact_match),
            exact_match2=percent(after.exact_match),
        )
        return Outcome(learned, number, tr("on {rows} it never saw", rows=counted(rows, "row")), held_out)
    if len(checks) >= 2:
        first, last = checks[0].eval_loss, checks[-1].eval_loss
        change = (first - last) / first if first else 0.0
        share = percent(abs(change))
        less = tr("{share} lower", share=share) if change >= 0 else tr("{share} higher", share=share)
        return Outcome(change > 0.01, less, tr("loss on rows it never saw"), held_out)
    losses = np.array(story.curves.train_loss)
    numbers = losses[np.isfinite(losses)]
    if len(numbers) < 8:
        return Outcome(None, "", tr("Too few updates to tell what it learned"), held_out)
    window = max(len(numbers) // 10, 3)
    first, last = float(numbers[:window].mean()), float(numbers[-window:].mean())
    sentence = tr("loss on the rows it learned from; none were held out")
    return Outcome(last < 0.99 * first, from_to(loss(first), loss(last)), sentence, held_out)


def facts_of(story: RunStory) -> tuple[Fact, ...]:
    facts = [Fact(duration(story.seconds), tr("in all"), counted(story.update, "update"))]
    seconds = [each for each in story.curves.seconds[-1000:] if math.isfinite(each)]
    if seconds:
        facts.append(Fact(per_update(sum(seconds) / len(seconds)), tr("for one update"), tr("on average")))
    peaks = np.array(story.curves.peak_bytes)
    peak = float(np.max(peaks, initial=0.0, where=np.isfinite(peaks)))
    if peak:
        predicted = story.plan.peak_bytes if story.plan else 0
        planned = tr("{predicted} predicted", predicted=gib(predicted)) if predicted >= 0.005 * GIB else ""
        facts.append(Fact(gib(peak), tr("most memory used"), planned))
    if known := stretches(story):
        facts.append(Fact(" → ".join(devices for _, devices in known), tr("shared the work"), told_stretches(story)))
    if story.data is not None and story.updates_per_epoch:
        passes = story.update / story.updates_per_epoch
        learned = tr("{passes} learned", passes=_big(passes * story.data.num_target_tokens))
        facts.append(Fact(_big(passes * story.data.num_tokens), tr("tokens read"), learned))
    return tuple(facts)


def _big(number: float) -> str:
    if number >= 1e9:
        return tr("{number} billion", number=numeral(f"{number / 1e9:.1f}"))
    return tr("{number} million", number=numeral(f"{number / 1e6:.1f}")) if number >= 1e6 else count(number)


def same_questions(before: AnswersScored, after: AnswersScored | None) -> tuple[tuple[Answer, Answer | None], ...]:
    """The shown questions with the answer before and the answer after, those that changed first."""
    later = {each.question: each for each in after.examples} if after is not None else {}
    pairs = [(each, later.get(each.question)) for each in before.examples]
    pairs.sort(key=lambda pair: pair[1] is not None and pair[0].right == pair[1].right)
    return tuple(pairs)
