"""The New run page's memory: what the user chose, what the studio answered, and the plan that follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from msgspec import structs
from numpy.typing import NDArray

from studio.api import (
    Alternative,
    Device,
    ErrorBars,
    Inspection,
    JobToPlan,
    Machine,
    ModelFacts,
    Plan,
    QuestionProgressed,
    plan_job,
    read_model,
    starter_demo,
)
from studio.errors import StudioError
from studio.job import Columns, Data, InspectJob, Lora, Method, RowOfFile, TrainJob
from ui.state.devices import nearly_as
from ui.state.new_run_choices import (
    SUGGESTED,
    Choices,
    data_of,
    method_names,
    suggested_rate,
    target_of,
)
from ui.state.new_run_job import job_of


class NewRun:
    """Folds choices and answers into a plan. No clock, no Qt; `ui.state.new_run_page` puts it into words."""

    def __init__(
        self,
        make_plan: Callable[[JobToPlan], Plan] = plan_job,
        error_bars: Callable[[Plan, Method], ErrorBars | None] = lambda _plan, _method: None,
    ) -> None:
        """`make_plan` and `error_bars` may know what was measured on this computer; they raise PlanProblem."""
        self._make_plan, self._error_bars = make_plan, error_bars
        demo = starter_demo()
        self.demo = demo
        self.choices = Choices(model=demo.model, method=demo.method)
        self.facts: ModelFacts | None = None
        self.model_problem: StudioError | None = None
        self.inspection: Inspection | None = None
        self.just_chosen = False
        """Whether what was decided about the rows before still counts."""
        self.progress: QuestionProgressed | None = None
        self.data_problem: tuple[str, str] | None = None
        self.problem_columns: tuple[str, ...] = ()
        """Those of a file whose shape could not be told."""
        self._whole: Inspection | None = None
        """With every row at its full length."""
        self._heard_at: int | None = None
        """Where the rows of `inspection` are cut."""
        self._asked: InspectJob | None = None
        self._plans: dict[tuple[Choices, Alternative | None], Plan | StudioError] = {}
        """Made for the present rows and device."""
        self.device: Device | None = None
        self.cards: tuple[Device, ...] = ()
        """Those that can share the work, the most free memory first."""
        self.suggested: Plan | StudioError | None = None
        self.chosen: Plan | StudioError | None = None
        self.bars: ErrorBars | None = None
        """How far earlier plans of this kind were off."""
        self.busy = False
        """Whether another run is at work or waits."""
        self._read_model()

    # choices

    def choose_model(self, folder: str) -> None:
        """The folder of a model."""
        was_starter = self.is_starter
        self.choices = replace(self.choices, model=folder, learning_rate=None, alternative=SUGGESTED)
        if was_starter != self.is_starter:
            method = self.demo.method if self.is_starter else Lora()
            self.choices = replace(self.choices, method=method)
        self._read_model()
        self._replan()

    def choose_data(self, path: str, held_out: str | None = None) -> None:
        """A file or folder of rows."""
        self.choices = replace(
            self.choices, data=path, held_out=held_out, columns=Columns(), skip_rows=(), max_seq_len=None,
            alternative=SUGGESTED,
        )  # fmt: skip
        self.just_chosen = True
        self._forget_answer()

    def stop_reading(self) -> None:
        """The way out of a reading that takes too long: no data are chosen any more."""
        self.choices = replace(self.choices, data="", held_out=None)
        self._forget_answer()

    def _forget_answer(self) -> None:
        self._asked = None
        self._plans = {}
        self.inspection = self._whole = self.data_problem = self.progress = None
        self.problem_columns = ()
        self._replan()

    def choose_columns(self, reads: tuple[str, ...], writes: str) -> None:
        """What the model reads and what it learns to write."""
        self._decide(structs.replace(self.choices.columns, prompt=reads, answer=writes))

    def choose_writing(self, separator: str, encoding: str) -> None:
        """How a file of text is written; empty: as found."""
        self._decide(structs.replace(self.choices.columns, separator=separator, encoding=encoding))

    def choose_found(self) -> None:
        """Columns and writing as they are found in the file."""
        self._decide(Columns())

    def _decide(self, columns: Columns) -> None:
        self.just_chosen = False
        self.choices = replace(self.choices, columns=columns)
        self._replan()

    def skip(self, rows: tuple[RowOfFile, ...]) -> None:
        """Leave these out too."""
        self.just_chosen = False
        wanted = dict.fromkeys((*self.choices.skip_rows, *rows))
        self.choices = replace(self.choices, skip_rows=tuple(wanted), alternative=SUGGESTED)
        self._replan()

    def skip_none(self) -> None:
        """Take back every row that was left out by hand."""
        self.just_chosen = False
        self.choices = replace(self.choices, skip_rows=(), alternative=SUGGESTED)
        self._replan()

    def choose_length(self, max_seq_len: int | None) -> None:
        """Cut rows at so many tokens; None: none that the model can read."""
        self.choices = replace(self.choices, max_seq_len=max_seq_len, alternative=SUGGESTED)
        self._replan()

    def choose_batch(self, text: str) -> None:
        """The target effective batch, as typed."""
        self.choices = replace(self.choices, batch=text.strip(), alternative=SUGGESTED)
        self._replan()

    def choose_method(self, method: Method) -> None:
        """A small adapter or every weight."""
        self.choices = replace(self.choices, method=method, learning_rate=None, alternative=SUGGESTED)
        self._replan()

    def choose_epochs(self, epochs: float) -> None:
        """Passes over the rows."""
        self.choices = replace(self.choices, epochs=epochs)
        self._replan()

    def choose_rate(self, rate: float | None) -> None:
        """None: as suggested."""
        self.choices = replace(self.choices, learning_rate=rate)
        self._replan()

    def choose_stop_early(self, *, wanted: bool) -> None:
        """Whether to end where the held-out loss no longer falls."""
        self.choices = replace(self.choices, stop_early=wanted)
        self._replan()

    def choose_gpus(self, gpus: int) -> None:
        """So many cards share the work."""
        self.choices = replace(self.choices, gpus=gpus, alternative=SUGGESTED)
        self._replan()

    def choose_alternative(self, name: str) -> None:
        """Another split of the same target."""
        self.choices = replace(self.choices, alternative=name)
        self._replan()

    def take(self, choices: Choices) -> None:
        """All choices at once, as a way out offers them."""
        now = self.choices
        if (now.columns, now.skip_rows) != (choices.columns, choices.skip_rows):
            self.just_chosen = False
        self.choices = replace(choices, alternative=SUGGESTED)
        self._read_model()
        self._replan()

    @property
    def method_names(self) -> tuple[tuple[Method, str], ...]:
        """What can be chosen under "How to learn"."""
        return method_names(self.demo.method if self.is_starter else Lora())

    # what the studio says

    def see_machine(self, machine: Machine) -> bool:
        """Take the device in; True where the plan changed by it."""
        device, cards = machine.best, machine.sharing
        if self.device is not None and nearly_as((self.device, *self.cards), (device, *cards)):
            return False
        self.device, self.cards = device, cards
        if self.choices.gpus > max(1, len(cards)):
            self.choices = replace(self.choices, gpus=1)
        self._plans = {}
        self._replan()
        return True

    def question(self) -> InspectJob | None:
        """What the bench must be asked now; None where it was asked or there is nothing to ask."""
        choices = self.choices
        if not choices.data:
            return None
        model = choices.model if self.facts is not None else None
        job = InspectJob(data=data_of(self.choices), model=model)
        if job == self._asked:
            return None
        self._asked = job
        return job

    @property
    def waiting(self) -> bool:
        """Whether the answer for the present choices is still to come."""
        return bool(self.choices.data) and self.inspection is None and self.data_problem is None

    def hear(
        self,
        asked: InspectJob,
        inspection: Inspection | None,
        problem: tuple[str, str] | None,
        columns: tuple[str, ...] = (),
    ) -> None:
        """The bench's answer; an answer to an older question is dropped. `columns`: of a file that has a problem."""
        if asked != self._asked:
            return
        self.inspection, self.data_problem, self.problem_columns = inspection, problem, columns
        self.progress = None
        self._plans = {}
        if inspection is not None:
            self._adopt(asked, inspection)
        self._replan()

    def _adopt(self, asked: InspectJob, inspection: Inspection) -> None:
        """What was decided about the rows before comes with the answer."""
        if self.just_chosen and inspection.data is not None:
            data = inspection.data
            self.choices = replace(self.choices, columns=data.columns, skip_rows=data.skip_rows)
            self._asked = structs.replace(asked, data=data_of(self.choices))
        self.just_chosen = False
        self._heard_at = asked.data.max_seq_len
        if self._heard_at is None:
            self._whole = inspection

    # what follows

    @property
    def is_starter(self) -> bool:
        return self.choices.model == self.demo.model

    @property
    def batch(self) -> int | None:
        """The target, where what was typed is one."""
        return target_of(self.choices.batch)

    @property
    def suggested_rate(self) -> float:
        """The learning rate to begin with."""
        return suggested_rate(self.choices, self.demo)

    @property
    def data(self) -> Data:
        """The rows as they are chosen."""
        return data_of(self.choices)

    def job(self) -> TrainJob:
        """The request as it would be started now. Needs a valid target."""
        return job_of(self.choices, self.demo, self.alternative())

    def alternative(self) -> Alternative | None:
        """The split that was chosen instead of the suggested one."""
        plan = self.suggested
        if not isinstance(plan, Plan):
            return None
        return next((each for each in plan.alternatives if each.name == self.choices.alternative), None)

    def _read_model(self) -> None:
        self.facts, self.model_problem = None, None
        self._plans = {}
        if not self.choices.model:
            return
        try:
            self.facts = read_model(self.choices.model)
        except StudioError as problem:
            self.model_problem = problem

    def plan_again(self) -> None:
        """Something new is known about this computer."""
        self._plans = {}
        self._replan()

    def _replan(self) -> None:
        self.suggested = self.chosen = self.bars = None
        inspection = self.inspection
        if self.facts is None or inspection is None or self.device is None or self.batch is None:
            return
        if not inspection.report.train_rows:
            return
        self.chosen = self.suggested = self.plan_for(self.choices)
        split = self.alternative()
        if split is not None:
            self.chosen = self.plan_for(self.choices, split)
        if isinstance(self.chosen, Plan):
            self.bars = self._error_bars(self.chosen, self.choices.method)

    def rows_at(self, max_seq_len: int | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(rows,) tokens and targets of the rows to learn from, cut there: as counted, or until then nearly so."""
        heard = self.inspection
        assert heard is not None
        if self._whole is not None and self._heard_at != max_seq_len:
            heard = self._whole
        rows = heard.report.train_rows
        lengths, targets = heard.lengths[:rows], heard.num_targets[:rows]
        if max_seq_len is None:
            return lengths, targets
        return np.minimum(lengths, max_seq_len), np.minimum(targets, max_seq_len)

    def plan_for(self, choices: Choices, split: Alternative | None = None) -> Plan | StudioError:
        """The plan for other choices on the same rows; worked out once."""
        if (choices, split) not in self._plans:
            self._plans[choices, split] = self._plan(choices, split)
        return self._plans[choices, split]

    def planned(self, choices: Choices) -> Plan | StudioError | None:
        """The same where it was worked out before, else None."""
        return self._plans.get((choices, None))

    def _plan(self, choices: Choices, split: Alternative | None) -> Plan | StudioError:
        assert self.device is not None
        lengths, targets = self.rows_at(choices.max_seq_len)
        try:
            facts = self.facts if choices.model == self.choices.model else read_model(choices.model)
            assert facts is not None
            job = job_of(choices, self.demo, split)
            cards = self.cards[: choices.gpus] or (self.device,)
            tightest = min(cards, key=lambda each: each.free_bytes)
            return self._make_plan(
                JobToPlan(job=job, facts=facts, lengths=lengths, num_targets=targets, device=tightest, cards=cards)
            )
        except StudioError as problem:
            return problem

    def choices_cut_at(self, max_seq_len: int) -> Choices:
        """The same with rows cut there."""
        return replace(self.choices, max_seq_len=max_seq_len)
