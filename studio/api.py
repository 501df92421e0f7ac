"""The one door of the studio for windows: everything they may ask, and nothing that could make them wait.

Slow questions go to a process of their own (`Bench.ask`); everything else here answers within milliseconds. What is
behind the door is loaded when it is first asked for, so that a window is on the screen before most of it.
"""
# pyright: reportUnusedImport=false

from __future__ import annotations

import shutil
from importlib import import_module
from typing import TYPE_CHECKING

from studio.paths import Home, open_home

if TYPE_CHECKING:
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
        Pushed,
        PushJob,
        Side,
        TextWritten,
        TryEnded,
        TryJob,
        WeightType,
    )
    from studio.data.problem import Problem
    from studio.data.report import DatasetReport
    from studio.export.options import ExportOption, KeptExport, kept_exports
    from studio.foreman.ask import Asking, Assistant
    from studio.foreman.bench import Asked, Bench, Inspection
    from studio.foreman.countdown import restart_computer
    from studio.foreman.downloading import Download
    from studio.foreman.night import Check
    from studio.foreman.questions import (
        DatasetWanted,
        DataWanted,
        HubDataset,
        HubModel,
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
    from studio.foreman.requests import hold_window_lease, send, start_run
    from studio.foreman.run_questions import ExportsWanted, RecipeWanted, RunQuestion, ToAskWanted
    from studio.foreman.start import ensure_foreman
    from studio.hardware.detect import Device, Machine, detect
    from studio.installation.environments import (
        Environment,
        carried_kit,
        current_environment,
        engine_missing,
        engine_python,
        environments_folder,
        go_back,
        list_environments,
        use_environment,
        waiting_environment,
    )
    from studio.installation.events import (
        EnvironmentMade,
        EnvironmentsMoved,
        EnvironmentsRemoved,
        ProofMade,
        SettingUpEvent,
        SettingUpFailed,
        SettingUpStopped,
        StepFinished,
        StepProgressed,
        StepStarted,
        WayNoted,
    )
    from studio.installation.setting_up import (
        EngineWanted,
        SettingUp,
        engine_wanted,
        make_environment,
        move_environments,
        remove_all,
        remove_environments,
        remove_superfluous,
    )
    from studio.judging.judgement import Judgement, RowJudged, Scored, read_judgement
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
    from studio.models.origin import models_here
    from studio.moving.move import BringWanted, Move, MoveFinished, MoveRefused, MoveWanted, PackWanted, UnpackWanted
    from studio.plan import Alternative, Plan, Rest
    from studio.planning.calibration import ErrorBars, error_bars
    from studio.planning.defaults import default_learning_rate
    from studio.planning.here import noise_advice, plan_here
    from studio.planning.plan_job import JobToPlan, plan_job
    from studio.planning.rest import rest_of
    from studio.planning.verdict import Verdict, verdict
    from studio.recipe.write import RecipeKind
    from studio.remote.address import read_followed
    from studio.remote.asking import RowsAsked
    from studio.remote.link import Link
    from studio.remote.watching import RemoteRun, add_remote, remote_runs
    from studio.runs.brief import AT_REST, RunBrief, brief_of, keep_brief, kept_brief
    from studio.runs.conversations import conversation_file, list_conversations, read_turns
    from studio.runs.folder import RunFolder, list_runs
    from studio.runs.notes import RunNotes, read_notes, write_notes
    from studio.runs.order import in_order, read_order, write_order
    from studio.runs.story import ACTIVE, RunState, RunStory
    from studio.runs.trash import restore_run, trash_run
    from studio.runs.update_rows import RowOfUpdate, rows_of_update
    from studio.runs.watch import RunWatch
    from studio.settings import Settings, read_settings, write_settings
    from studio.starter import starter_demo, starter_files, starters

__all__ = ["Home", "free_disk_bytes", "has_result", "open_home"]
"""Those that are here at once; `BEHIND` are the others."""

BEHIND = {
    "studio.after": (
        "AfterEvent AfterFailed AfterJob AnswerEnded Exchange ExportJob ExportKind Exported JudgeJob "
        "Judged Noted Progressed Proof Pushed PushJob Side TextWritten TryEnded TryJob WeightType"
    ),
    "studio.data.problem": "Problem",
    "studio.data.report": "DatasetReport",
    "studio.export.options": "ExportOption KeptExport kept_exports",
    "studio.foreman.ask": "Asking Assistant",
    "studio.foreman.bench": "Asked Bench Inspection",
    "studio.foreman.countdown": "restart_computer",
    "studio.foreman.downloading": "Download",
    "studio.foreman.night": "Check",
    "studio.foreman.questions": (
        "DataWanted DatasetWanted HubDataset HubModel MeasureWanted Measured ModelWanted "
        "ModelsHereWanted NightWanted QuestionProgressed QuestionRefused RowShown RowWanted SearchWanted "
        "ShownToken TokenGiven TokenWanted Turn UpdateRowsWanted WebhookGiven WebhookWanted"
    ),
    "studio.foreman.requests": "hold_window_lease send start_run",
    "studio.foreman.run_questions": "ExportsWanted RecipeWanted RunQuestion ToAskWanted",
    "studio.foreman.start": "ensure_foreman",
    "studio.hardware.detect": "Device Machine detect",
    "studio.installation.environments": (
        "Environment carried_kit current_environment engine_missing engine_python environments_folder "
        "go_back list_environments use_environment waiting_environment"
    ),
    "studio.installation.events": (
        "EnvironmentMade EnvironmentsMoved EnvironmentsRemoved ProofMade SettingUpEvent SettingUpFailed "
        "SettingUpStopped StepFinished StepProgressed StepStarted WayNoted"
    ),
    "studio.installation.setting_up": (
        "EngineWanted SettingUp engine_wanted make_environment move_environments remove_all "
        "remove_environments remove_superfluous"
    ),
    "studio.judging.judgement": "Judgement RowJudged Scored read_judgement",
    "studio.judging.statistics": "Comparison Confusion",
    "studio.judging.to_ask": "QuestionToAsk",
    "studio.models.catalog": "Listed read_catalog",
    "studio.models.download_events": (
        "DownloadDelayed DownloadEvent DownloadFinished DownloadPaused DownloadProgressed "
        "DownloadResumed DownloadStarted DownloadStopped"
    ),
    "studio.models.local": "ModelFacts read_model",
    "studio.models.origin": "models_here",
    "studio.moving.move": "BringWanted Move MoveFinished MoveRefused MoveWanted PackWanted UnpackWanted",
    "studio.plan": "Alternative Plan Rest",
    "studio.planning.calibration": "ErrorBars error_bars",
    "studio.planning.defaults": "default_learning_rate",
    "studio.planning.here": "noise_advice plan_here",
    "studio.planning.plan_job": "JobToPlan plan_job",
    "studio.planning.rest": "rest_of",
    "studio.planning.verdict": "Verdict verdict",
    "studio.recipe.write": "RecipeKind",
    "studio.remote.address": "read_followed",
    "studio.remote.asking": "RowsAsked",
    "studio.remote.link": "Link",
    "studio.remote.watching": "RemoteRun add_remote remote_runs",
    "studio.runs.brief": "AT_REST RunBrief brief_of keep_brief kept_brief",
    "studio.runs.conversations": "conversation_file list_conversations read_turns",
    "studio.runs.folder": "RunFolder list_runs",
    "studio.runs.notes": "RunNotes read_notes write_notes",
    "studio.runs.order": "in_order read_order write_order",
    "studio.runs.story": "ACTIVE RunState RunStory",
    "studio.runs.trash": "restore_run trash_run",
    "studio.runs.update_rows": "RowOfUpdate rows_of_update",
    "studio.runs.watch": "RunWatch",
    "studio.settings": "Settings read_settings write_settings",
    "studio.starter": "starter_demo starter_files starters",
}
"""Where the names imported above for the type checker are; tests/architecture compares the two."""
_PLACES = {name: module for module, names in BEHIND.items() for name in names.split()}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"studio.api has no {name!r}")
        found = globals()[name] = getattr(import_module(_PLACES[name]), name)
        return found


def has_result(run: RunFolder) -> bool:
    """Whether it has a model to try, judge and export: the model card is written last."""
    return (run.result / "README.md").is_file()


def free_disk_bytes(home: Home) -> int:
    """Where models are kept."""
    return shutil.disk_usage(home.folder).free
