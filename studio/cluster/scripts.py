"""The scripts of a job's folder, as somebody who knows the cluster would write them."""

from __future__ import annotations

import re
from shlex import quote
from string import Template
from typing import Literal

import msgspec

from studio.cluster.torchrun import LEAVE_SECONDS, MODULE, SIGNALS
from studio.errors import PlanProblem

Cluster = Literal["slurm", "torchrun", "skypilot"]
_TIME = re.compile(r"(\d+-)?\d{1,3}(:\d{2}){0,2}")
_WORD = re.compile(r"[\w.:,@/+-]+")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Where a job is to run."""

    name: str
    """Of the run's folder."""
    nodes: int
    gpus_per_node: int
    on_processors: bool = False
    """The request asks for the processor: that many processes share each node's."""
    time: str = "24:00:00"
    partition: str = ""
    gpu: str = ""
    """Kind of GPU, where the cluster has several."""
    model: str = ""
    """Folder of the model on the cluster; empty: it is packed along."""

    def check(self) -> None:
        """Raises PlanProblem where a value is none that a scheduler takes."""
        if not _TIME.fullmatch(self.time):
            raise PlanProblem(f"“{self.time}” is no time.", "Write it like 24:00:00, or 2-00:00:00 for two days.")
        for what, value in (("partition", self.partition), ("kind of GPU", self.gpu)):
            if value and not _WORD.fullmatch(value):
                raise PlanProblem(f"“{value}” is no {what}.", "Write its name as the cluster lists it.")


_ONCE = """\
#!/bin/bash
# Once, where pip reaches the network: the environment, with exact versions, then the run.
# A Python that has all of requirements.txt may be named in NIGHTSHIFT_PYTHON instead.
set -eu
cd "$$(dirname "$$0")"
python=$${NIGHTSHIFT_PYTHON:-env/bin/python}
if [ ! -x "$$python" ]; then
    python3 -m venv env
    "$$python" -m pip install -r requirements.txt
fi
"""
_UNPACK = """\
export PYTHONPATH=$$PWD/program
[ -e home/runs/$name/job.json ] || "$$python" -m studio unpack run.nightshift --home home$model
"""

_ENVIRONMENT = """\
python=$${NIGHTSHIFT_PYTHON:-env/bin/python}
export PYTHONPATH=$$PWD/program HF_HUB_OFFLINE=1 TOKENIZERS_PARALLELISM=true CUDA_DEVICE_ORDER=PCI_BUS_ID\
"""

_SLURM = """\
#!/bin/bash
#SBATCH --job-name=$name
#SBATCH --nodes=$nodes
#SBATCH --ntasks-per-node=1
$devices
#SBATCH --time=$time
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=slurm-%j.log
#SBATCH --signal=B:USR1@120

# In this folder, which all nodes must see:  bash prepare.sh && sbatch job.sbatch
cd "$$SLURM_SUBMIT_DIR" || exit 1
$environment

# Two minutes before the time is up the ranks save and leave; the job then goes back into the queue.
trap 'scancel --signal=USR1 "$$SLURM_JOB_ID"' USR1

first=$$(scontrol show hostnames "$$SLURM_JOB_NODELIST" | head -n 1)
srun "$$python" -m torch.distributed.run \\
    --nnodes="$$SLURM_JOB_NUM_NODES" --nproc-per-node=$processes \\
    --rdzv-backend=c10d --rdzv-id="$$SLURM_JOB_ID-$${SLURM_RESTART_COUNT:-0}" \\
    --rdzv-endpoint="$$first:$$((20000 + SLURM_JOB_ID % 10000))" \\
    --signals-to-handle=$signals --shutdown-timeout=$leave \\
    -m $module "$$PWD/home/runs/$name" &
wait $$!  # until it ends or the trap ran
wait $$!

# A run that has not ended goes on from its last checkpoint.
if "$$python" -m studio show $name --home home --json | grep -q '"state": "interrupted"'; then
    scontrol requeue "$$SLURM_JOB_ID"
fi
"""

_TORCHRUN = """\
#!/bin/bash
# On each of the $nodes computers, in this folder or a copy of it, once prepare.sh has run there:
#   bash start.sh 0 HOST:29500     on the first, whose address HOST is; it keeps the run
#   bash start.sh 1 HOST:29500     on the second, and so on
# Ctrl+C saves and leaves; called again, the run goes on from its last checkpoint.
cd "$$(dirname "$$0")" || exit 1
rank=$${1:?which of the computers is this, counted from 0?} address=$${2:?HOST:PORT of the first}
$environment

trap 'left=1' INT TERM
until "$$python" -m torch.distributed.run \\
    --nnodes=$nodes --node-rank="$$rank" --nproc-per-node=$processes \\
    --master-addr="$${address%:*}" --master-port="$${address##*:}" \\
    --signals-to-handle=$signals --shutdown-timeout=$leave \\
    -m $module "$$PWD/home/runs/$name"
do
    [ -z "$${left:-}" ] || exit 1
    sleep 5
done
"""

_SKYPILOT = """\
# sky jobs launch job.yaml: in this folder. The bucket keeps the run where machines are taken away.
name: $plain_name
num_nodes: $nodes
resources:
  $rented
  job_recovery:
    max_restarts_on_errors: 3
workdir: .
file_mounts:
  /nightshift:
    name: $plain_name
    mode: MOUNT_CACHED
setup: |
  bash prepare.sh
run: |
  $sky_environment
  home=$$PWD/home
  [ "$$SKYPILOT_NODE_RANK" != 0 ] || home=/nightshift
  [ -e "$$home/runs/$name/job.json" ] || "$$python" -m studio unpack run.nightshift --home "$$home"$model
  "$$python" -m torch.distributed.run \\
      --nnodes="$$SKYPILOT_NUM_NODES" --node-rank="$$SKYPILOT_NODE_RANK" --nproc-per-node=$processes \\
      --master-addr="$$(head -n 1 <<< "$$SKYPILOT_NODE_IPS")" --master-port=29500 \\
      --signals-to-handle=$signals --shutdown-timeout=$leave \\
      -m $module "$$home/runs/$name"
"""

_README = """\
# $name

Written by Nightshift Studio: the run with its encoded rows, its model$where and its newest checkpoints
(`run.nightshift`, every file with its SHA-256), the studio itself (`program`) and the versions of what it needs
(`requirements.txt`). $nodes × $processes training processes; however many there are, each update learns from the
same examples in the same order.

$how

The run's folder is `home/runs/$name`. `PYTHONPATH=program python -m studio show $name --home home` tells how
it goes. Back on your computer: `… -m studio pack $name --home home`, then `nightshift unpack` there.
"""

_HOW: dict[Cluster, str] = {
    "slurm": "    bash prepare.sh && sbatch job.sbatch",
    "torchrun": "    bash prepare.sh && bash start.sh 0 HOST:29500     # on the first; 1, 2, … on the others",
    "skypilot": "    sky jobs launch job.yaml",
}


def scripts(cluster: Cluster, wanted: Wanted) -> dict[str, str]:
    """Files of the job's folder by name. Raises PlanProblem."""
    wanted.check()
    gpus = f"{wanted.gpu}:{wanted.gpus_per_node}" if wanted.gpu else str(wanted.gpus_per_node)
    lines = [f"#SBATCH --partition={wanted.partition}"] if wanted.partition else []
    lines += [
        f"#SBATCH --cpus-per-task={wanted.gpus_per_node}" if wanted.on_processors else f"#SBATCH --gpus-per-node={gpus}"
    ]
    model = f" --model {quote(wanted.model)}" if wanted.model else ""
    environment = Template(_ENVIRONMENT).substitute()
    values = {
        "name": wanted.name,
        "plain_name": f"nightshift-{re.sub(r'[^a-z0-9]+', '-', wanted.name.lower())[:40].strip('-')}",
        "nodes": wanted.nodes,
        "processes": wanted.gpus_per_node,
        "devices": "\n".join(lines),
        "time": wanted.time,
        "environment": environment,
        "sky_environment": environment.replace("\n", "\n  "),
        "rented": _rented(wanted) if cluster == "skypilot" else "",
        "signals": SIGNALS,
        "leave": LEAVE_SECONDS,
        "module": MODULE,
        "model": model,
        "where": " (to be found on the cluster)" if model else "",
        "how": _HOW[cluster],
    }
    own = {"slurm": ("job.sbatch", _SLURM), "torchrun": ("start.sh", _TORCHRUN), "skypilot": ("job.yaml", _SKYPILOT)}
    prepare = _ONCE if cluster == "skypilot" else _ONCE + _UNPACK  # there the first unpacks into a bucket
    files = dict([own[cluster], ("prepare.sh", prepare), ("README.md", _README)])
    return {name: Template(text).substitute(values) for name, text in files.items()}


def _rented(wanted: Wanted) -> str:
    if wanted.on_processors:
        return f"cpus: {wanted.gpus_per_node}+"
    if not wanted.gpu:
        raise PlanProblem("SkyPilot rents by the kind of GPU.", "Name one: --gpu A100.")
    return f"accelerators: {wanted.gpu}:{wanted.gpus_per_node}"
