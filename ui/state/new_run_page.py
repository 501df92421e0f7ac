"""The whole New run page: its headline and its parts."""

from __future__ import annotations

from studio.api import Plan
from studio.errors import StudioError
from ui.state import words
from ui.state.model_download import DownloadState
from ui.state.new_run import NewRun
from ui.state.new_run_cards import data_view, learning_view, model_view
from ui.state.new_run_plan import plan_view, start_strip
from ui.state.new_run_view import NewRunView, PlanView, StartStrip


def new_run_view(run: NewRun, now: float, download: DownloadState | None = None) -> NewRunView:
    """The page now."""
    model, data, learning = model_view(run, download), data_view(run), learning_view(run)
    plan, start = plan_view(run, now), start_strip(run)
    headline, line = _headline(run, start, plan)
    return NewRunView(headline, line, model, data, learning, plan, start)


def _headline(run: NewRun, start: StartStrip, plan: PlanView) -> tuple[str, str]:
    if start.can_start:
        return (
            "New run: everything is ready",
            "Three choices on the left. The plan on the right follows every change at once.",
        )
    troubles = _troubles(run)
    if troubles:
        head = words.counted_word(len(troubles), "thing needs", "things need").lower()
        return f"New run: {head} you", _sentence(words.listed(troubles))
    if run.waiting:
        return "New run: reading the rows", "The plan follows as soon as they are counted."
    if not run.choices.data:
        return "New run: choose what to learn from", "A file of questions and answers, or one of the starter's."
    return "New run", plan.sentence


def _troubles(run: NewRun) -> list[str]:
    found: list[str] = []
    report = run.inspection.report if run.inspection else None
    if run.model_problem is not None:
        found.append("the model cannot be used")
    if run.data_problem is not None:
        found.append("the columns are to be chosen" if run.problem_columns else "the file cannot be read")
    elif report is not None and not report.train_rows:
        found.append("no row of the file can be used")
    if run.batch is None:
        found.append("the examples behind each update are no number")
    if isinstance(run.chosen, Plan) and not run.chosen.fits:
        where = "this card" if run.device and run.device.is_gpu else "this computer"
        found.append(f"the model is too big for {where}")
    elif isinstance(run.chosen, StudioError):
        found.append("there is no plan for this")
    return found


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
