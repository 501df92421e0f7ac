"""Runs with all that moves with a run, and models of which nothing is ever loaded."""

import hashlib
import os
import shutil

import msgspec

from studio.events import CheckpointSaved, RunEnded, StageStarted, TrainingStarted
from studio.job import Data, TrainJob
from studio.runs.folder import create_run, list_runs
from studio.runs.journal import Journal
from studio.starter import STARTER_MODEL
from tests.ui.run_stories import update


def small_model(folder, weights=b"\1" * 64):
    """As much of a model as moving looks at; never loaded."""
    shutil.copytree(STARTER_MODEL, folder)
    for path in folder.glob("*.safetensors"):
        with path.open("r+b") as file:
            file.seek(-len(weights), 2)
            file.write(weights)
    return folder


def stopped_run(home, model=STARTER_MODEL, upto=30, name="dates"):
    """A run with checkpoints at 10, 20 and `upto`, the best of them at 10."""
    job = TrainJob(name=name, model=str(model), data=Data(train="gone.jsonl"), device="cuda:5")
    run = create_run(home, job, now=1_700_000_000)
    told = [StageStarted(stage="training"), TrainingStarted(from_update=0, updates=60, updates_per_epoch=60, attempt=1)]
    told += [update(number, 2.0, float(number)) for number in range(1, upto + 1)]
    told.append(CheckpointSaved(update=upto, folder=f"update-{upto:06d}", size_bytes=9, seconds=0.1))
    with Journal(run.events) as journal:
        for event in told:
            journal.append(event)
    with Journal(run.foreman_events) as journal:
        journal.append(RunEnded(outcome="stopped", commands_to=0))
    run.data.mkdir()
    (run.data / "prepared.json").write_text("{}")
    (run.data / "train").mkdir()
    (run.data / "train" / "tokens.bin").write_bytes(os.urandom(100_000))
    for at in sorted({10, 20, upto}):
        checkpoint(run, at, best=10)
    (run.path / "exports").mkdir()
    (run.path / "exports" / "model.gguf").write_bytes(b"large")
    return run


def checkpoint(run, at, best, kind="update"):
    folder = run.checkpoints / f"{kind}-{at:06d}"
    folder.mkdir(parents=True)
    (folder / "state.json").write_text(f'{{"update": {at}, "best_update": {best}}}')
    (folder / "state.safetensors").write_bytes(os.urandom(5000))
    listed = {
        path.name: {"size_bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in folder.iterdir()
    }
    (folder / "manifest.json").write_bytes(msgspec.json.encode(listed))


def content_of(run):
    """Every file of a run, by its path in it."""
    return {str(path.relative_to(run.path)): path.read_bytes() for path in run.path.rglob("*") if path.is_file()}


def empty(home):
    """Whether nothing of a run is left in it."""
    return not list_runs(home) and not [
        path for path in home.folder.rglob("*") if path.is_file() and not path.name.endswith("lease")
    ]
