"""What a rank beyond the first does: sets up what the first has, and goes through the same loop.

Whether to stop, pause or end early is not asked here: rank 0 then does not come to the next sum, or ends the pipe.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import torch
from torch.distributed import Store  # pyright: ignore[reportPrivateImportUsage] - documented

from studio.data.prepare import load_prepared
from studio.engine.before_and_after import BeforeAndAfter
from studio.engine.checkpoint import Checkpoints
from studio.engine.checks import load_together
from studio.engine.control import Control
from studio.engine.device import set_up_processor
from studio.engine.evaluate import held_out_loss, updates_between_checks
from studio.engine.exchange import measure_exchange
from studio.engine.numbers import AfterBadNumbers
from studio.engine.other_ranks import RankOrder, ready_key
from studio.engine.ranks import Ranks, store_in
from studio.engine.set_up import divide_model, make_training
from studio.engine.split_check import check_split
from studio.engine.train import train
from studio.engine.watching import Watching
from studio.events import MemoryRecovered, WorkerEvent
from studio.models.local import read_model
from studio.runs.folder import RunFolder


class Follower:
    """One such rank. `lost_touch`: why the others can no longer be reached."""

    def __init__(
        self,
        order: RankOrder,
        say: Callable[[WorkerEvent], None],
        lost_touch: Callable[[RuntimeError], Exception],
        ranks_here: int | None = None,
    ) -> None:
        """`ranks_here`: those of this computer; None: all."""
        self._order, self._say = order, say
        self._run = RunFolder(Path(order.folder))
        self._job, self._prepared = self._run.job(), load_prepared(self._run.data)
        self._control = Control(Path(os.devnull), 0, lambda: False)
        device = torch.device(order.device)
        if device.type == "cpu":
            facts = read_model(self._job.model, from_scratch=self._job.from_scratch)
            set_up_processor(facts, ranks_here or order.plan.world_size)
        elif device.type == "cuda":
            torch.cuda.set_device(device)
        ranks = Ranks(order.rank, order.plan.world_size, lost_touch)
        self._training = make_training(self._job, self._prepared, order.plan, device, ranks)
        self._checkpoints = Checkpoints(self._run.checkpoints, order.origin, order.attempt)

    def follow(self, store: Store | None = None, interface: str | None = None) -> None:
        """Meet the others and learn with them, to the last update; on other computers through a `store` of theirs and
        over a network `interface`."""
        training, ranks, order = self._training, self._training.ranks, self._order
        store = store or store_in(Path(order.meeting))
        store.set(ready_key(order.rank), "")
        ranks.join(store, training.device, interface)
        if order.plan.divided:
            divide_model(training)
        resumed_from, _ = load_together(self._checkpoints, training)
        ranks.as_on_first(training.learns)
        measure_exchange(ranks, training.device)
        answers = BeforeAndAfter(training, None, self._prepared, asked_before=False, emit=self._emit)
        self._begin(answers, anew=resumed_from is None)
        watching = Watching(training, order.plan, self._emit)
        train(
            training,
            emit=self._emit,
            control=self._control,
            evaluate=self._evaluate,
            evaluate_every=updates_between_checks(training, self._prepared.held_out),
            sample=lambda: None,
            save=self._help_save,
            save_every_seconds=float("inf"),
            after_update=lambda made: watching.after_update(made.event.seconds, made.event.num_padded_tokens),
            after_bad_numbers=AfterBadNumbers(training, self._go_back, self._emit),
        )
        if answers.by_all_ranks:
            answers.after_learning(together=True)

    def _begin(self, answers: BeforeAndAfter, *, anew: bool) -> None:
        if anew and self._training.divided is not None:
            check_split(self._training, self._control, self._emit)
        if answers.by_all_ranks:
            answers.before_learning()
        if anew:
            self._evaluate()
            if self._job.learning.after_bad_numbers == "go back":
                self._help_save()

    def _emit(self, event: WorkerEvent) -> None:
        if isinstance(event, MemoryRecovered):  # all else rank 0 says for everybody
            self._say(event)

    def _evaluate(self) -> bool:
        if self._prepared.held_out is not None:
            held_out_loss(self._training, self._prepared.held_out, self._control, self._emit)
            self._checkpoints.help_keep_best(self._training)
        return True

    def _help_save(self) -> None:
        if self._training.divided is not None:
            self._checkpoints.help_save(self._training)

    def _go_back(self) -> None:
        load_together(self._checkpoints, self._training)
