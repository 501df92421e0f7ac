"""The whole New run page: its headline and its parts."""

from __future__ import annotations

from dataclasses import replace

from studio.api import Plan
from studio.errors import StudioError
from ui.state import words
from ui.state.model_download import DownloadState
from ui.state.new_run import NewRun
from ui.state.new_run_cards import data_view, learning_view, model_view
from ui.state.new_run_measure import Measuring
from ui.state.new_run_plan import plan_view, start_strip
from ui.state.new_run_view import NewRunView, PlanView, StartStrip
from ui.state.tongue import full_stop, tr


def new_run_view(
    run: NewRun,
    now: float,
    download: DownloadState | None = None,
    measuring: Measuring | None = None,
    worth_a_look: int = 0,
) -> NewRunView:
    """The page now. `worth_a_look`: how many things are open before the night."""
    model, data, learning = model_view(run, download), data_view(run), learning_view(run)
    plan, start = plan_view(run, now), start_strip(run, worth_a_look)
    if measuring is not None:
        plan = replace(plan, measure=measuring.view(run, now))
    headline, line = _headline(run, start, plan)
    return NewRunView(headline, line, model, data, learning, plan, start)


def _headline(run: NewRun, start: StartStrip, plan: PlanView) -> tuple[str, str]:
    if start.can_start:
        return (
            tr("New run: everything is ready"),
            tr("Three choices on the left. The plan on the right follows every change at once."),
        )
    troubles = _troubles(run)
    if troubles:
        head = words.counted_word(len(troubles), "thing needs you", "things need you").lower()
        return tr("New run: {what}", what=head), _sentence(words.listed(troubles))
    if run.waiting:
        return tr("New run: reading the rows"), tr("The plan follows as soon as they are counted.")
    if not run.choices.data:
        hint = tr("A file of questions and answers, or one of the starter's.")
        return tr("New run: choose what to learn from"), hint
    return tr("New run"), plan.sentence


def _troubles(run: NewRun) -> list[str]:
    found: list[str] = []
    report = run.inspection.report if run.inspection else None
    if run.model_problem is not None:
        found.append(tr("the model cannot be used"))
    if run.data_problem is not None:
        found.append(tr("the columns are to be chosen") if run.problem_columns else tr("the file cannot be read"))
    elif report is not None and not report.train_rows:
        found.append(tr("no row of the file can be used"))
    if run.batch is None:
        found.append(tr("the examples behind each update are no number"))
    if isinstance(run.chosen, Plan) and not run.chosen.fits:
        is_card = run.device is not None and run.device.is_gpu
        too_big = tr("the model is too big for this card") if is_card else tr("the model is too big for this computer")
        found.append(too_big)
    elif isinstance(run.chosen, StudioError):
        found.append(tr("there is no plan for this"))
    return found


def _sentence(text: str) -> str:
    return full_stop(f"{text[:1].upper()}{text[1:]}") if text else ""
