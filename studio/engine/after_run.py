"""Does what is asked of a run that ended: hears its commands, tells its progress, says its end in words."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from studio.after import AfterEvent, AfterFailed, AfterJob, ExportJob, JudgeJob, Progressed, TryJob
from studio.engine.control import Cancelled, Control, ForemanGone, leave_if
from studio.errors import EngineProblem, MemoryProblem, StudioError
from studio.runs.exit_codes import CANCELLED, FINISHED, LEFT
from studio.runs.journal import Journal


def do_after(job: AfterJob, folder: Path, ended: Callable[[], bool]) -> int:
    """One such job, its outcome as an event and as an exit code."""
    control = Control(folder / "commands.jsonl", 0, ended)

    def look() -> None:
        control.ask()
        leave_if(ended())

    with Journal(folder / "events.jsonl") as journal:

        def tell(event: AfterEvent) -> None:
            journal.append(event)

        try:
            tell(Progressed(stage="loading libraries"))
            tell(_answer(job, control, tell, look))
        except Cancelled:
            tell(AfterFailed.cancelled())
            return CANCELLED
        except ForemanGone:
            return LEFT
        except StudioError as problem:
            return _failed(problem, tell)
        except Exception as problem:  # noqa: BLE001 - the boundary of this process, with the journal at hand
            traceback.print_exc()
            return _failed(_in_words(problem), tell)
    return FINISHED


def _answer(
    job: AfterJob, control: Control, tell: Callable[[AfterEvent], None], look: Callable[[], None]
) -> AfterEvent:
    match job:
        case ExportJob():
            from studio.engine.export import export

            return export(job, tell, look)
        case TryJob():
            from studio.engine.chat import answer_prompt

            return answer_prompt(job, control, tell, look)
        case JudgeJob():
            from studio.engine.judge import judge

            return judge(job, tell, look)


def _failed(problem: StudioError, tell: Callable[[AfterEvent], None]) -> int:
    tell(AfterFailed.by(problem))
    return problem.exit_code


def _in_words(problem: Exception) -> StudioError:
    from studio.engine.gradients import is_out_of_memory

    if is_out_of_memory(problem):
        hint = "Close other programs, or choose --device cpu."
        return MemoryProblem("The device ran out of memory.", hint, remedy="other device")
    return EngineProblem(
        f"Something unexpected happened ({type(problem).__name__}).",
        "The run itself is untouched. The details are in the log of this job.",
    )
