"""Answers to a few prompts while a model learns: what its loss cannot tell."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from studio.data.prompts import Prompt
from studio.engine.control import Control
from studio.engine.evaluate import write_answers
from studio.engine.gradients import unless_out_of_memory
from studio.engine.training import Training
from studio.events import Sampled, Warned, WorkerEvent

LONGEST = 64
"""Tokens of an answer."""
_SHARE = 0.05
"""Of the time between two checks, at most, goes into answering."""


class Samples:
    """Of one run. `prompts` are answered at every check; `when_asked` finds those for a run that has none."""

    def __init__(
        self,
        training: Training,
        tokenizer: Any,
        prompts: Sequence[Prompt],
        when_asked: Callable[[], Sequence[Prompt]],
        end_tokens: Sequence[int],
        control: Control,
        emit: Callable[[WorkerEvent], None],
    ) -> None:
        self._training, self._tokenizer, self._end_tokens = training, tokenizer, end_tokens
        self._prompts, self._when_asked = prompts, when_asked
        self._control, self._emit = control, emit
        self._took_seconds, self._ended = 0.0, time.monotonic()

    def at_check(self) -> None:
        """Answer, except where the last time took more than a twentieth of what has passed since. Never passed over
        after the last update. Raises Cancelled.
        """
        last = self._training.update == self._training.updates
        if self._prompts and (last or self._took_seconds <= _SHARE * (time.monotonic() - self._ended)):
            self._answer(self._prompts)

    def now(self) -> None:
        """Answer because someone asked. Raises Cancelled."""
        prompts = self._prompts or self._when_asked()
        if prompts:
            self._answer(prompts)
        else:
            self._emit(Warned(title="There is nothing to answer.", hint="Start a run with prompts of your own."))

    def _answer(self, prompts: Sequence[Prompt]) -> None:
        if self._training.divided is not None:
            self._emit(
                Warned(
                    title="Prompts are not answered while GPUs share one model.", hint="Try the result when it is done."
                )
            )
            self._prompts = ()
            return
        began = time.monotonic()
        for prompt in prompts:
            self._control.ask()
            self._control.begin("answering")
            one = time.perf_counter()
            written = unless_out_of_memory(lambda each=prompt: self._write(each), self._training.device)
            if written is None:
                self._emit(
                    Warned(
                        title=f"There was no memory to answer prompts after update {self._training.update:,}.",
                        hint="Learning goes on, and nothing else was touched.",
                    )
                )
                break
            seconds = time.perf_counter() - one
            self._emit(Sampled(update=self._training.update, prompt=prompt.text, text=written, seconds=seconds))
        self._ended = time.monotonic()
        self._took_seconds = self._ended - began

    def _write(self, prompt: Prompt) -> str:
        self._training.model.eval()
        (written,) = write_answers(
            self._training, self._tokenizer, [prompt.tokens], self._end_tokens, max_new_tokens=LONGEST
        )
        return written.strip()
