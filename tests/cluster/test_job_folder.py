"""`nightshift job`: what its folder holds, and what its scripts ask of a cluster."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.metadata import version

import pytest
import yaml

from studio.cluster.environment import copy_program, requirements
from studio.cluster.scripts import Wanted, scripts
from studio.cluster.write import write_job_folder
from studio.errors import PlanProblem, RunProblem
from studio.events import RunEnded
from studio.job import Data, Learning, TrainJob, write_job
from studio.moving.unpack import look_into, unpack_run
from studio.paths import open_home
from studio.runs.journal import Journal
from studio.starter import STARTER_MODEL
from tests.support.nightshift import Nightshift
from tests.support.to_move import small_model, stopped_run

WANTED = Wanted(name="2026-11-21-1000-dates", nodes=2, gpus_per_node=4, time="12:00:00")


def directives(script):
    """The #SBATCH lines as sbatch reads them: before the first command."""
    head = script.split("\ncd ")[0]
    return {
        name: value
        for name, _, value in (line.partition("=") for line in re.findall(r"^#SBATCH --(.+)$", head, re.MULTILINE))
    }


def options(script, variables=()):
    """Options of torchrun in a script, with its variables put in, and what torchrun starts."""
    joined = script.replace("\\\n", " ")
    line = next(line for line in joined.splitlines() if "torch.distributed.run" in line)
    words = shlex.split(line.removesuffix("&"))
    words = words[words.index("torch.distributed.run") + 1 :]
    module = words.index("-m")
    told = dict(word.removeprefix("--").split("=", 1) for word in words[:module])
    return told, words[module + 1 :]


def test_the_slurm_script_asks_for_what_was_wanted_and_is_requeued():
    script = scripts("slurm", WANTED)["job.sbatch"]
    told = directives(script)
    assert told["nodes"] == "2"
    assert told["ntasks-per-node"] == "1"
    assert told["gpus-per-node"] == "4"
    assert told["time"] == "12:00:00"
    assert told["signal"] == "B:USR1@120"
    assert told["open-mode"] == "append"
    assert "requeue" in told
    assert "partition" not in told
    torchrun, (module, run) = options(script)
    assert torchrun["nproc-per-node"] == "4"
    assert torchrun["rdzv-backend"] == "c10d"
    assert "SIGUSR1" in torchrun["signals-to-handle"].split(",")
    assert int(torchrun["shutdown-timeout"]) < 120
    assert module == "studio.engine.node"
    assert run.endswith(f"/home/runs/{WANTED.name}")


def test_what_a_cluster_calls_its_parts_stands_in_the_script_and_nothing_else_can():
    told = directives(
        scripts("slurm", Wanted(name="dates", nodes=1, gpus_per_node=2, partition="a100", gpu="h100"))["job.sbatch"]
    )
    assert told["partition"] == "a100"
    assert told["gpus-per-node"] == "h100:2"
    on_processors = Wanted(name="dates", nodes=1, gpus_per_node=3, on_processors=True)
    assert directives(scripts("slurm", on_processors)["job.sbatch"])["cpus-per-task"] == "3"
    for wrong in ({"time": "1 day"}, {"partition": "a\n#SBATCH --uid=0"}, {"gpu": "$(reboot)"}):
        with pytest.raises(PlanProblem):
            scripts("slurm", Wanted(name="dates", nodes=1, gpus_per_node=1, **wrong))


def test_the_torchrun_script_is_the_same_on_every_computer():
    script = scripts("torchrun", WANTED)["start.sh"]
    torchrun, (module, _) = options(script)
    assert torchrun["nnodes"] == "2"
    assert torchrun["node-rank"] == "$rank"
    assert (torchrun["master-addr"], torchrun["master-port"]) == ("${address%:*}", "${address##*:}")
    assert module == "studio.engine.node"


def test_skypilot_gets_a_task_that_yaml_can_read():
    named = "2026-11-21-1000-Größe._von_Zoë"
    files = scripts("skypilot", Wanted(name=named, nodes=2, gpus_per_node=4, gpu="A100"))
    task = yaml.safe_load(files["job.yaml"])
    assert task["name"] == task["file_mounts"]["/nightshift"]["name"] == "nightshift-2026-11-21-1000-gr-e-von-zo"
    assert task["num_nodes"] == 2
    assert task["resources"]["accelerators"] == "A100:4"
    assert options(task["run"])[0]["nproc-per-node"] == "4"
    with pytest.raises(PlanProblem, match="kind of GPU"):
        scripts("skypilot", WANTED)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash, as clusters have it")
@pytest.mark.parametrize("cluster", ["slurm", "torchrun", "skypilot"])
def test_bash_understands_every_script(cluster, tmp_path):
    files = scripts(cluster, Wanted(name="dates", nodes=2, gpus_per_node=2, gpu="A100", model="/data/it's here"))
    if cluster == "skypilot":
        task = yaml.safe_load(files.pop("job.yaml"))
        files |= {"setup": task["setup"], "run": task["run"]}
    del files["README.md"]
    for name, text in files.items():
        done = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), name


def test_every_requirement_has_the_version_that_is_here_and_all_that_it_needs_itself():
    lines = dict(line.split("==") for line in requirements(few_bits=False))
    assert lines["torch"] == version("torch").partition("+")[0]
    assert {"transformers", "peft", "filelock", "sympy", "markupsafe"} <= set(lines)  # the last three nobody names
    assert not {"pyside6-essentials", "bitsandbytes", "pytest", "nightshift-studio"} & set(lines)
    assert "bitsandbytes" in dict(line.split("==") for line in requirements(few_bits=True))


def test_the_copied_program_works_by_itself(tmp_path):
    copy_program(tmp_path / "program")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "program"), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "studio", "runs", "--home", str(tmp_path / "home")],
        cwd=tmp_path, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "There are no runs yet" in done.stdout


def test_a_run_that_was_stopped_arrives_at_its_update(tmp_path):
    home = open_home(tmp_path / "here")
    run = stopped_run(home, small_model(tmp_path / "model"))
    name = write_job_folder(home, run, "slurm", WANTED, tmp_path / "job", lambda *_: None)
    assert name == run.name
    assert name in options((tmp_path / "job" / "job.sbatch").read_text())[1][-1]
    there = open_home(tmp_path / "there")
    arrived = unpack_run(there, tmp_path / "job" / "run.nightshift")
    assert arrived.name == name
    assert look_into(tmp_path / "job" / "run.nightshift").update == 30


def test_a_finished_run_has_nothing_left_for_a_cluster(tmp_path):
    home = open_home(tmp_path / "here")
    run = stopped_run(home, small_model(tmp_path / "model"))
    with Journal(run.foreman_events) as journal:
        journal.append(RunEnded(outcome="finished", commands_to=0))
    with pytest.raises(RunProblem, match="is finished") as refused:
        write_job_folder(home, run, "slurm", WANTED, tmp_path / "job", lambda *_: None)
    assert str(run.job_file) in refused.value.hint
    assert not (tmp_path / "job").exists()


def test_a_request_is_read_here_so_that_the_cluster_needs_no_file_of_the_user(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(f'{{"question": "{n} and 1?", "answer": "{n + 1}"}}\n' for n in range(40)))
    job = TrainJob(
        name="sums", model=str(STARTER_MODEL), data=Data(train=str(rows)), learning=Learning(updates=2), device="cpu"
    )
    (tmp_path / "sums.json").write_bytes(write_job(job))
    folder = tmp_path / "job"
    code, told, printed = Nightshift(tmp_path / "home").call(
        "job", str(tmp_path / "sums.json"), "--to", "torchrun", "--nodes", "2", "--folder", str(folder)
    )
    assert code == 0, printed
    assert told["files"] == ["README.md", "prepare.sh", "program", "requirements.txt", "run.nightshift", "start.sh"]
    rows.unlink()
    arrived = unpack_run(open_home(tmp_path / "there"), folder / "run.nightshift")
    assert arrived.name == told["run"]
    assert (arrived.data / "prepared.json").is_file()
    with pytest.raises(RunProblem, match="already"):
        write_job_folder(open_home(tmp_path / "home"), job, "torchrun", WANTED, folder, lambda *_: None)


def test_nothing_is_left_of_a_folder_that_could_not_be_written(tmp_path):
    home = open_home(tmp_path / "here")
    run = stopped_run(home, small_model(tmp_path / "model"))
    shutil.rmtree(run.data)
    with pytest.raises(RunProblem, match="has not read its rows"):
        write_job_folder(home, run, "slurm", WANTED, tmp_path / "job", lambda *_: None)
    assert not [path.name for path in tmp_path.iterdir() if "job" in path.name]
