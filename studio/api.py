"""The one door of the studio for windows: everything they may ask, and nothing that could make them wait.

Slow questions go to a process of their own (`Bench.ask`); everything else here answers within milliseconds.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import replace

import msgspec

from studio.after import (
    AfterEvent,
    AfterFailed,
    AfterJob,
    AnswerEnded,
    Exchange,
    Exported,
    ExportJob,
    ExportKind,
    Judged,
    JudgeJob,
    Noted,
    Progressed,
    Proof,
    Side,
    TextWritten,
    TryEnded,
    TryJob,
    WeightType,
)
from studio.commands import Command
from studio.data.problem import Problem
from studio.data.report import DatasetReport
from studio.events import NoiseMeasured
from studio.export.options import ExportOption, KeptExport, kept_exports
from studio.export.preflight import Checked, check_all
from studio.foreman.ask import Asking, Assistant
from studio.foreman.bench import Asked, Bench, Inspection
from studio.foreman.downloading import Download
from studio.foreman.night import Check, check_night
from studio.foreman.questions import (
    DatasetWanted,
    DataWanted,
    HubDataset,
    HubModel,
    HubPart,
    Measured,
    MeasureWanted,
    ModelsHereWanted,
    ModelWanted,
    NightWanted,
    QuestionProgressed,
    QuestionRefused,
    RowShown,
    RowWanted,
    SearchWanted,
    ShownToken,
    TokenGiven,
    TokenWanted,
    Turn,
    UpdateRowsWanted,
    WebhookGiven,
    WebhookWanted,
)
from studio.foreman.run_questions import ExportsWanted, RecipeWanted, RunQuestion, ToAskWanted
from studio.foreman.start import ensure_foreman
from studio.foreman.teller import write_report
from studio.foreman.webhook import find_address as find_webhook
from studio.foreman.webhook import forget_address as forget_webhook
from studio.foreman.webhook import keep_address as keep_webhook
from studio.hardware.detect import Device, Machine, Program, detect
from studio.job import TrainJob
from studio.judging.judgement import Judgement, RowJudged, Scored, read_judgement
from studio.judging.questions import HeldOutQuestion, held_out_questions
from studio.judging.statistics import Comparison, Confusion
from studio.judging.to_ask import QuestionToAsk
from studio.models.catalog import Listed, read_catalog
from studio.models.download_events import (
    DownloadDelayed,
    DownloadEvent,
    DownloadFinished,
    DownloadPaused,
    DownloadProgressed,
    DownloadResumed,
    DownloadStarted,
    DownloadStopped,
)
from studio.models.local import ModelFacts, read_model
from studio.models.on_disk import ModelHere, models_on_disk
from studio.models.origin import folder_of, read_origin
from studio.paths import Home, open_home
from studio.plan import Alternative, MemoryParts, Plan
from studio.planning.advice import Advice, beside_the_noise
from studio.planning.arithmetic import equation
from studio.planning.calibration import ErrorBars, calibrated, error_bars
from studio.planning.defaults import default_learning_rate
from studio.planning.measure import measured_before
from studio.planning.noise_scale import NoiseScale
from studio.planning.plan_job import JobToPlan, plan_job, plan_request
from studio.planning.verdict import Verdict, verdict
from studio.recipe.write import RecipeKind, write_recipe
from studio.runs.brief import AT_REST, RunBrief, brief_of, keep_brief, kept_brief
from studio.runs.conversations import conversation_file, list_conversations, read_turns
from studio.runs.folder import RunFolder, create_run, find_run, list_runs
from studio.runs.in_use import runs_in_use
from studio.runs.journal import Journal
from studio.runs.lease import Lease, take_lease
from studio.runs.notes import RunNotes, read_notes, write_notes
from studio.runs.order import in_order, read_order, write_order
from studio.runs.story import ACTIVE, RunState, RunStory, RunWatch
from studio.runs.trash import restore_run, trash_run
from studio.runs.update_rows import RowOfUpdate, rows_of_update
from studio.settings import Settings, read_settings, write_settings
from studio.starter import Starter, starter_demo, starter_files, starters

__all__ = [
    "ACTIVE",
    "AT_REST",
    "Advice",
    "AfterEvent",
    "AfterFailed",
    "AfterJob",
    "Alternative",
    "AnswerEnded",
    "Asked",
    "Asking",
    "Assistant",
    "Bench",
    "Check",
    "Checked",
    "Comparison",
    "Confusion",
    "DataWanted",
    "DatasetReport",
    "DatasetWanted",
    "Device",
    "Download",
    "DownloadDelayed",
    "DownloadEvent",
    "DownloadFinished",
    "DownloadPaused",
    "DownloadProgressed",
    "DownloadResumed",
    "DownloadStarted",
    "DownloadStopped",
    "ErrorBars",
    "Exchange",
    "ExportJob",
    "ExportKind",
    "ExportOption",
    "Exported",
    "ExportsWanted",
    "HeldOutQuestion",
    "Home",
    "HubDataset",
    "HubModel",
    "HubPart",
    "Inspection",
    "JobToPlan",
    "JudgeJob",
    "Judged",
    "Judgement",
    "KeptExport",
    "Listed",
    "Machine",
    "MeasureWanted",
    "Measured",
    "MemoryParts",
    "ModelFacts",
    "ModelHere",
    "ModelWanted",
    "ModelsHereWanted",
    "NightWanted",
    "Noted",
    "Plan",
    "Problem",
    "Program",
    "Progressed",
    "Proof",
    "QuestionProgressed",
    "QuestionRefused",
    "QuestionToAsk",
    "RecipeKind",
    "RecipeWanted",
    "RowJudged",
    "RowOfUpdate",
    "RowShown",
    "RowWanted",
    "RunBrief",
    "RunFolder",
    "RunNotes",
    "RunQuestion",
    "RunState",
    "RunStory",
    "RunWatch",
    "Scored",
    "SearchWanted",
    "Settings",
    "ShownToken",
    "Side",
    "Starter",
    "TextWritten",
    "ToAskWanted",
    "TokenGiven",
    "TokenWanted",
    "TryEnded",
    "TryJob",
    "Turn",
    "UpdateRowsWanted",
    "Verdict",
    "WebhookGiven",
    "WebhookWanted",
    "WeightType",
    "brief_of",
    "check_all",
    "check_night",
    "conversation_file",
    "default_learning_rate",
    "detect",
    "ensure_foreman",
    "equation",
    "error_bars",
    "find_run",
    "find_webhook",
    "folder_of",
    "forget_webhook",
    "free_disk_bytes",
    "has_result",
    "held_out_questions",
    "hold_window_lease",
    "in_order",
    "keep_brief",
    "keep_webhook",
    "kept_brief",
    "kept_exports",
    "list_conversations",
    "list_runs",
    "models_here",
    "models_on_disk",
    "noise_advice",
    "open_home",
    "plan_here",
    "plan_job",
    "read_catalog",
    "read_judgement",
    "read_model",
    "read_notes",
    "read_order",
    "read_settings",
    "read_turns",
    "restore_run",
    "rows_of_update",
    "runs_in_use",
    "send",
    "start_run",
    "starter_demo",
    "starter_files",
    "starters",
    "trash_run",
    "verdict",
    "write_notes",
    "write_order",
    "write_recipe",
    "write_report",
    "write_settings",
]


def start_run(home: Home, job: TrainJob) -> RunFolder:
    """Queue a run and see to it that a foreman starts it. Raises StudioError."""
    run = create_run(home, job)
    ensure_foreman(home)
    return run


def send(home: Home, run: RunFolder, command: Command) -> None:
    """Ask something of a run. A `Resume` of a run that ended queues it again."""
    with Journal(run.commands) as commands:
        commands.append(msgspec.structs.replace(command, at=time.time()))
    ensure_foreman(home)


def hold_window_lease(home: Home) -> Lease | None:
    """Held while a window is open: the foreman then keeps a warm worker at hand."""
    return take_lease(home.window_lease, patience=0.1)


def plan_here(home: Home, asked: JobToPlan) -> Plan:
    """The plan with all that is known on this computer: what was measured for such a run goes before formulas, and the
    error is that of the runs before it. Raises PlanProblem."""
    request = plan_request(asked)
    known = asked.measurement or measured_before(asked.job, request, home, "probe", "dry-run")
    return calibrated(plan_job(replace(asked, measurement=known)), asked.job.method, home)


def noise_advice(job: TrainJob, noise: NoiseMeasured) -> Advice | None:
    """What the noise in a run's gradients says about its target; None where the target suits it."""
    fields = ("examples", "lowest", "highest", "updates")
    return beside_the_noise(job, NoiseScale(**{name: getattr(noise, name) for name in fields}))


def models_here(home: Home) -> tuple[tuple[str, str], ...]:
    """Folder and name on the hub of every model that was downloaded, by name."""
    folders = sorted(home.models.glob("*/origin.json")) if home.models.is_dir() else []
    found = ((path.parent, read_origin(path.parent)) for path in folders)
    return tuple((str(folder), origin.model) for folder, origin in found if origin is not None)


def has_result(run: RunFolder) -> bool:
    """Whether it has a model to try, judge and export: the model card is written last."""
    return (run.result / "README.md").is_file()


def free_disk_bytes(home: Home) -> int:
    """Where models are kept."""
    return shutil.disk_usage(home.folder).free
