"""What the model answers to held-out questions before and after learning, each asked once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from studio.data.prepare import Prepared
from studio.engine.evaluate import score_answers
from studio.engine.ranks import Ranks
from studio.engine.score_labels import score_labels
from studio.engine.training import Training
from studio.events import StageStarted, WorkerEvent


class BeforeAndAfter:
    """Labels are scored by all ranks together, written answers by the first alone.

    An adapter can be switched off at any time, so what the model answered before is asked at the end and the first
    update need not wait for it. Without an adapter it must be asked first.
    """

    def __init__(
        self,
        training: Training,
        tokenizer: Any,
        prepared: Prepared,
        *,
        asked_before: bool,
        emit: Callable[[WorkerEvent], None],
    ) -> None:
        """`asked_before`: whether it is known what the model answered before; the first rank's word counts."""
        self._training, self._tokenizer, self._emit = training, tokenizer, emit
        self._questions, self._end_tokens = prepared.questions, prepared.end_tokens
        self._held_out, self._labels = prepared.held_out, prepared.labels
        self._asked_before = asked_before
        self._has_adapter = hasattr(training.model, "disable_adapter")

    @property
    def by_all_ranks(self) -> bool:
        """Whether the others are needed."""
        return bool(self._questions and self._labels and self._held_out) and self._training.divided is None

    def before_learning(self) -> None:
        """Of a run that begins. Raises MemoryProblem."""
        ranks = self._training.ranks if self.by_all_ranks else Ranks()
        asks = self._training.divided is None and self._questions and not self._has_adapter
        if asks and ranks.first_says(not self._asked_before and self._training.update == 0):
            self._score(0, ranks)

    def after_learning(self, *, together: bool) -> None:
        """`together`: whether the other ranks come here too. Raises MemoryProblem."""
        if not self._questions:
            return
        ranks = self._training.ranks if together and self.by_all_ranks else Ranks()
        ranks.as_on_first(self._training.learns)  # the best weights, which the first has read
        model: Any = self._training.model
        if self._has_adapter and ranks.first_says(not self._asked_before):
            with model.disable_adapter():
                self._score(0, ranks)
        self._score(self._training.update, ranks)

    def _score(self, update: int, ranks: Ranks) -> None:
        self._emit(StageStarted(stage="answering"))
        training, emit = self._training, self._emit
        if self._labels and self._held_out is not None:
            scored = score_labels(training, self._held_out, self._questions, self._labels, update, emit, ranks)
        else:
            scored = score_answers(training, self._tokenizer, self._questions, self._end_tokens, update)
        emit(scored)
