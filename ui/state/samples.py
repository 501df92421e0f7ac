"""How the answers to the run's prompts changed while it learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studio.events import Sampled
from ui.state.tongue import tr
from ui.state.words import count


@dataclass(frozen=True)
class Said:
    """An answer and when it was given."""

    when: str
    text: str
    newest: bool


@dataclass(frozen=True)
class SampledPrompt:
    """A prompt with its answers, the newest first."""

    prompt: str
    answers: tuple[Said, ...]


def sampled_prompts(samples: Sequence[Sampled]) -> tuple[SampledPrompt, ...]:
    """Every prompt once, in the order in which they were asked first; answers that repeat the one before are one."""
    by_prompt: dict[str, list[Sampled]] = {}
    for each in samples:
        by_prompt.setdefault(each.prompt, []).append(each)
    return tuple(SampledPrompt(prompt, _said(answers)) for prompt, answers in by_prompt.items())


def _said(answers: Sequence[Sampled]) -> tuple[Said, ...]:
    stretches: list[list[Sampled]] = []
    for each in answers:
        if stretches and stretches[-1][-1].text == each.text:
            stretches[-1].append(each)
        else:
            stretches.append([each])
    newest = len(stretches) - 1
    return tuple(
        Said(_when(stretch), stretch[0].text or tr("(nothing)"), number == newest)
        for number, stretch in reversed(list(enumerate(stretches)))
    )


def _when(stretch: Sequence[Sampled]) -> str:
    first, last = stretch[0].update, stretch[-1].update
    if first == last:
        return tr("After update {first}", first=count(first)) if first else tr("Before learning")
    if first:
        return tr("After updates {first} to {last}", first=count(first), last=count(last))
    return tr("Before learning and up to update {last}", last=count(last))
