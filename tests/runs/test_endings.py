"""A run is called gone only where its folder is: not where its files are, nor where it was away for a moment."""

import shutil
import threading

import pytest

from studio.errors import DiskProblem, EngineProblem
from studio.job import Data, TrainJob
from studio.paths import open_home
from studio.runs.endings import ending_of
from studio.runs.folder import create_run

UNEXPECTED, HOPELESS = EngineProblem.exit_code, DiskProblem.exit_code


@pytest.fixture
def run(tmp_path):
    return create_run(open_home(tmp_path / "home"), TrainJob(name="shop", model="m", data=Data(train="d.csv")))


def test_a_worker_that_missed_files_of_the_run_is_told_by_what_it_said(run):
    run.job_file.unlink()
    assert ending_of(run, UNEXPECTED) is None
    assert "gone" not in ending_of(run, HOPELESS).title


def test_a_folder_that_is_away_for_a_moment_is_not_gone(run):
    away = run.path.with_name("away")
    run.path.rename(away)
    back = threading.Timer(0.2, away.rename, (run.path,))
    back.start()
    assert ending_of(run, UNEXPECTED) is None
    back.join()


def test_a_disk_that_does_not_answer_is_another_trouble(run):
    run.path.rename(run.path.with_name("elsewhere"))
    run.path.symlink_to(run.path)
    assert ending_of(run, UNEXPECTED) is None


def test_a_folder_that_was_deleted_or_is_none_is_gone(run):
    shutil.rmtree(run.path)
    assert "is gone" in ending_of(run, UNEXPECTED).title
    run.path.write_bytes(b"")
    assert "is gone" in ending_of(run, UNEXPECTED).title
