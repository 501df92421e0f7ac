"""The probe measures the engine's own step: in this process, and in one of its own that may die of it."""

import hashlib
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import numpy as np
import psutil
import pytest

from studio.data.prepare import prepare
from studio.engine.gradients import is_out_of_memory
from studio.engine.probe import probe
from studio.foreman.start import process_environment
from studio.hardware.detect import detect
from studio.job import Data, Full, Learning, Lora, TrainJob
from studio.models.local import read_model
from studio.paths import open_home
from studio.planning.measure import measure, measured_before
from studio.planning.measurement import Measurement, MeasureOrder, Trial, fit_line
from studio.planning.plan_job import JobToPlan, plan_job, plan_request
from studio.starter import STARTER_MODEL, starter_files
from tests.support.models import make_model
from tests.support.nightshift import PATIENCE_SECONDS, ROOT

LENGTHS = np.full(100, 64)


def a_job(method=None, model=STARTER_MODEL, **more):
    learning = Learning(effective_batch_size=32)
    return TrainJob(
        name="a", model=str(model), data=Data(train=""), method=method or Lora(), device="cpu", precision="float32",
        learning=learning, **more,
    )  # fmt: skip


def the_processor():
    return detect().devices[-1]


def to_plan(job, lengths=LENGTHS, measurement=None):
    return JobToPlan(
        job=job, facts=read_model(job.model, require_weights=False), lengths=lengths, num_targets=lengths,
        device=the_processor(), measurement=measurement,
    )  # fmt: skip


def order_for(job, scratch, *sizes, modes=("off",), longest=64, **more):
    trials = [
        Trial(checkpointing=mode, rows=rows, longest=longest, targets=rows * longest)
        for rows in sizes
        for mode in modes
    ]
    plan = plan_job(to_plan(job))
    return MeasureOrder(
        job=job,
        plan=plan,
        trials=tuple(trials),
        device="cpu",
        scratch=str(scratch),
        **{"seconds_each": 0.05, **more},
    )


def fingerprints(folder):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(Path(folder).iterdir())
        if path.is_file()
    }


@pytest.mark.parametrize("method", [Lora(rank=8), pytest.param(Full(), marks=pytest.mark.storm)])
def test_it_predicts_a_size_that_it_was_not_shown(tmp_path, method, monkeypatch):
    monkeypatch.setattr(time, "perf_counter", time.process_time)  # other tests run beside it
    said = list(probe(order_for(a_job(method), tmp_path, 1, 4, 16, modes=("off", "on"))))
    assert [each.trying is None for each in said] == [False] * 6 + [True, True]
    found = said[-1]
    assert (found.basis, found.ended_early) == ("probe", "")
    for checkpointing in ("off", "on"):
        first, held_back, last = found.mode(checkpointing).points
        assert (first.tokens, held_back.tokens, last.tokens) == (64, 256, 1024)
        ends = Measurement(basis="probe").with_point(checkpointing, first).with_point(checkpointing, last)
        line = ends.mode(checkpointing)
        assert line.peak_line.at(256) == pytest.approx(held_back.peak_bytes, rel=0.03)
    with_it, without = (found.mode(checkpointing).points[-1] for checkpointing in ("on", "off"))
    assert with_it.peak_bytes < without.peak_bytes
    assert 0 < found.context_bytes < found.step_bytes
    assert found.evaluation_bytes > found.context_bytes
    assert found.save_bytes > found.context_bytes
    for checkpointing in ("off", "on"):
        first, held_back, last = found.mode(checkpointing).points
        seconds = fit_line([(point.tokens, point.seconds) for point in (first, last)])
        assert seconds.at(256) == pytest.approx(held_back.seconds, rel=0.9)


def test_weights_on_the_disk_and_in_the_model_stay_as_they_are(tmp_path):
    before = fingerprints(STARTER_MODEL)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    list(probe(order_for(a_job(Full()), scratch, 1)))
    assert fingerprints(STARTER_MODEL) == before
    assert set(tmp_path.iterdir()) == {scratch}
    assert list((scratch / "checkpoints").glob("update-*/manifest.json"))


@pytest.mark.parametrize("quantization", ["nf4-double", pytest.param("int8", marks=pytest.mark.storm)])
def test_compressed_weights_are_measured_too(tmp_path, quantization):
    model = make_model(tmp_path / "model")
    found = list(probe(order_for(a_job(Lora(quantization=quantization), model), tmp_path, 1)))[-1]
    assert found.mode("off").points[0].tokens == 64
    assert not found.ended_early


def test_the_run_s_own_longest_rows_are_what_is_measured(tmp_path):
    train, _ = starter_files("topics")
    data = Data(train=str(train))
    job = msgspec.structs.replace(a_job(task="classify"), data=data)
    prepared = prepare(data, STARTER_MODEL, tmp_path / "data", max_positions=512, seed=0, task="classify")
    longest = int(prepared.train.lengths.max())
    found = list(probe(order_for(job, tmp_path, 1, longest=longest, data=str(tmp_path / "data"))))[-1]
    (point,) = found.mode("off").points
    assert point.tokens == longest
    assert point.targets == 1


def test_few_rows_stand_for_many(tmp_path):
    """A hundred of a file that has twelve: only their number and length matter."""
    file = tmp_path / "few.jsonl"
    file.write_text("".join(f'{{"question": "{"word " * n}", "answer": "yes"}}\n' for n in range(1, 13)))
    data = Data(train=str(file))
    prepared = prepare(data, STARTER_MODEL, tmp_path / "data", max_positions=512, seed=0)
    longest = int(prepared.train.lengths.max())
    job = msgspec.structs.replace(a_job(), data=data)
    found = list(probe(order_for(job, tmp_path, 100, longest=longest, data=str(tmp_path / "data"))))[-1]
    (point,) = found.mode("off").points
    assert 0.5 * 100 * longest <= point.tokens <= 100 * longest


def test_no_trial_is_begun_when_time_is_over(tmp_path):
    found = list(probe(order_for(a_job(), tmp_path, 1, 2, limit_seconds=0.0)))[-1]
    assert found.modes == ()
    assert "0 s" in found.ended_early


def ask(home, look=lambda: None, job=None, lengths=LENGTHS):
    job = job or a_job()
    request = plan_request(to_plan(job, lengths))
    return measure(job, request, "probe", home, look=look, environment=process_environment()), request


@pytest.mark.storm
def test_a_process_of_its_own_measures_and_it_is_kept(tmp_path):
    """As `plan --probe` of the tests from end to end, with nothing in between."""
    home = open_home(tmp_path)
    job = a_job(gradient_checkpointing="off")
    found, request = ask(home, job=job)
    assert not found.ended_early
    assert [len(mode.points) for mode in found.modes] == [2]
    assert found.seconds < 120
    assert measured_before(job, request, home, "probe") == found
    assert list(home.jobs.iterdir()) == []


def test_one_that_is_killed_leaves_what_it_found(tmp_path):
    """Killed by the system's out-of-memory killer, for example: what it was trying did not fit."""
    home = open_home(tmp_path)

    def kill_at_the_third_trial():
        for answers in home.jobs.glob("*/answers.jsonl"):
            if answers.read_bytes().count(b"\n") >= 3:
                for child in psutil.Process().children():
                    child.kill()

    found, request = ask(home, kill_at_the_third_trial)
    assert "SIGKILL" in found.ended_early
    assert sum(len(mode.points) for mode in found.modes) == 2
    (failed,) = [mode.too_many_tokens for mode in found.modes if mode.too_many_tokens]
    assert failed > 64
    plan = plan_job(to_plan(a_job(), measurement=found))
    assert plan.fits
    assert measured_before(a_job(), request, home, "probe") == found
    assert list(home.jobs.iterdir()) == []


LITTLE_ROOM = """
import psutil, resource, sys
from studio.engine import probe

def with_little_room(order):
    for number, found in enumerate(probe.probe(order), 1):
        if number == 2:  # the large one comes next
            most = psutil.Process().memory_info().vms + 2**27
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
        yield found

sys.exit(probe.answer("probe", with_little_room))
"""


def test_running_out_of_memory_is_a_result_and_half_as_much_is_tried(tmp_path):
    order = order_for(a_job(), tmp_path, 1, 100, limit_seconds=1e9)
    with subprocess.Popen(
        [sys.executable, "-c", LITTLE_ROOM], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=process_environment(), cwd=ROOT,
    ) as process:  # fmt: skip
        process.stdin.write(msgspec.json.encode(order) + b"\n")
        process.stdin.flush()
        said = [msgspec.json.decode(line, type=Measurement) for line in process.stdout]
        assert process.wait() == 0
    assert said[-1].ended_early == ""
    mode = said[-1].mode("off")
    assert mode.points[0].tokens == 64
    assert 64 < mode.too_many_tokens < 100 * 64
    assert said[-1].evaluation_bytes > 0


@pytest.mark.parametrize(
    ("words", "full"),
    [("could not create a primitive", True), ("could not create a primitive descriptor for a matmul primitive", False)],
)
def test_onednn_says_in_words_of_its_own_that_there_is_no_memory(words, full):
    assert is_out_of_memory(RuntimeError(words)) is full


def test_it_does_not_outlive_whoever_asked(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "studio.engine.probe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=process_environment(),
    )  # fmt: skip
    order = order_for(a_job(), tmp_path, 1, 2, limit_seconds=1e9, seconds_each=1e9)
    process.stdin.write(msgspec.json.encode(order) + b"\n")
    process.stdin.flush()
    process.stdout.readline()
    process.stdin.close()
    assert process.wait(PATIENCE_SECONDS) == 1
    assert process.stdout.read() == b"", "it was in the middle of its first trial"
    process.stdout.close()


def test_giving_up_ends_the_process(tmp_path):
    class GiveUp(Exception):
        pass

    def look():
        if set(psutil.Process().children()) - before:
            raise GiveUp

    before, home = set(psutil.Process().children()), open_home(tmp_path)  # those of earlier tests
    with pytest.raises(GiveUp):
        ask(home, look)
    assert set(psutil.Process().children()) <= before
    assert list(home.jobs.iterdir()) == []


def test_a_model_that_cannot_be_loaded_is_said_in_words(tmp_path):
    model = make_model(tmp_path / "model")
    weights = model / "model.safetensors"
    whole = weights.read_bytes()

    def spoil():
        weights.write_bytes(whole[:1000])

    home = open_home(tmp_path / "home")
    found, _ = ask(home, spoil, a_job(model=model))
    assert found.modes == ()
    assert "model.safetensors" in found.ended_early
    assert "Traceback" not in found.ended_early
    assert not home.measurements.exists()
