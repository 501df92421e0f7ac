"""The plan of a run in the worker: on which devices, and by what is known or measured of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from studio.data.prepare import Prepared
from studio.engine.control import Control, ForemanGone
from studio.engine.products import bfloat16_pays
from studio.errors import DiskProblem, EngineProblem
from studio.events import MemoryRecovered, Stage, StageStarted, WorkerEvent
from studio.hardware.detect import Device
from studio.job import TrainJob
from studio.models.local import ModelFacts, with_labels
from studio.plan import Plan
from studio.planning.calibration import calibrated
from studio.planning.defaults import has_large_products
from studio.planning.exchange import Exchange
from studio.planning.exchanged import between, keep_exchange
from studio.planning.here import with_exchange
from studio.planning.measure import as_measured_by, basis_for, measure, measured_before
from studio.planning.measurement import Measurement
from studio.planning.plan_job import JobToPlan, plan_job
from studio.planning.request import PlanRequest
from studio.planning.token_target import check_blocks
from studio.runs.folder import RunFolder
from studio.runs.journal import Tail

Emit = Callable[[WorkerEvent], None]


def stage(emit: Emit, name: Stage) -> None:
    """Say what begins."""
    emit(StageStarted(stage=name))


def as_taken_back(plan: Plan, said: Sequence[WorkerEvent]) -> Plan:
    """The plan with what was taken back where the memory ran out last, in an earlier worker."""
    taken_back = next((each for each in reversed(said) if isinstance(each, MemoryRecovered)), None)
    if taken_back is None:
        return plan
    on = plan.gradient_checkpointing if taken_back.how == "smaller micro-batches" else "on"
    budget = min(plan.token_budget, taken_back.token_budget)
    return msgspec.structs.replace(plan, token_budget=budget, gradient_checkpointing=on)


class Planner:
    """Plans the updates of one run; on a GPU it measures first, unless a run like this one was measured before."""

    def __init__(
        self,
        run: RunFolder,
        job: TrainJob,
        facts: ModelFacts,
        prepared: Prepared,
        earlier: Plan | None,
        control: Control,
        emit: Emit,
    ) -> None:
        """`earlier`: what the attempt before went by."""
        self._run, self._job, self._earlier, self._control, self._emit = run, job, earlier, control, emit
        self._facts = with_labels(facts, len(prepared.labels))
        self._lengths, self._num_targets = prepared.train.lengths, prepared.train.num_targets
        self._shape = prepared.report.shape
        self._between = between(run.home, (), 1)

    def plan_for(self, cards: tuple[Device, ...], hosts: int = 1) -> Plan:
        """For the one with the least free memory: the plan of an earlier attempt where it still fits, so that sums add
        up in the same order; else a new one. Where a divided model ran out of memory, with what was taken back then.

        `hosts`: computers that the cards are in. Raises PlanProblem, Cancelled and ForemanGone.
        """
        self._between = between(self._run.home, cards, self._job.world_size or 1, hosts)
        plan = self._plan_for(cards, hosts)
        return as_taken_back(plan, Tail[WorkerEvent](self._run.events, WorkerEvent).read()) if plan.divided else plan

    def note_exchange(self, exchange: Exchange | None) -> None:
        """Keep for later plans what was measured between the devices planned for, where something was."""
        if exchange is not None:
            keep_exchange(self._run.home, self._between, exchange)

    def _plan_for(self, cards: tuple[Device, ...], hosts: int) -> Plan:
        job, earlier = self._job, self._earlier
        device = min(cards, key=lambda each: each.free_bytes)
        check_blocks(job, self._shape, int(self._lengths.max(initial=0)))
        asked = JobToPlan(
            job=job,
            facts=self._facts,
            lengths=self._lengths,
            num_targets=self._num_targets,
            device=device,
            cards=cards,
        )
        asked = with_exchange(self._run.home, asked, hosts)
        if earlier is not None and (earlier.device_name, earlier.world_size) == (device.name, job.world_size or 1):
            same_split = msgspec.structs.replace(
                job,
                micro_batch_size=earlier.micro_batch_size,
                gradient_checkpointing=earlier.gradient_checkpointing,
                precision=earlier.precision,
            )
            if plan_job(replace(asked, job=same_split)).fits:
                return earlier
        if job.precision is None and not device.is_gpu and has_large_products(self._facts):
            precision = "bfloat16" if bfloat16_pays(self._facts) else "float32"
            asked = replace(asked, job=msgspec.structs.replace(job, precision=precision))
        return calibrated(plan_job(as_measured_by(asked, self._measured)), job.method, self._run.home)

    def _measured(self, request: PlanRequest) -> Measurement | None:
        """What was measured for a run like this; where nothing was, a GPU is measured now, or what one of several holds
        is counted. None: formulas must do."""
        basis = basis_for(request)
        known = measured_before(self._job, request, self._run.home, basis)
        if known is not None or not request.device.is_gpu:
            return known
        stage(self._emit, "measuring")
        try:
            return measure(self._job, request, basis, self._run.home, data=self._run.data, look=self._look)
        except (DiskProblem, EngineProblem) as problem:
            print(f"Nothing was measured. {problem}", file=sys.stderr)  # noqa: T201 - the run's log
            return None
        finally:
            stage(self._emit, "loading model")

    def _look(self) -> None:
        self._control.ask()
        if self._control.foreman_gone:
            raise ForemanGone
