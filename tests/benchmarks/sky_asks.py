"""What SkyPilot itself makes of a job.yaml, run by the Python that has it: `python sky_asks.py FOLDER …`.

Its own loader, its check of names and resources, its choice of machines by a catalogue, and its dry run up to the first
thing that needs an account. One JSON object per folder.
"""

import contextlib
import io
import json
import os
import sys
from pathlib import Path

CATALOGUES = Path.home() / ".sky" / "catalogs" / "v8"
CATALOGUE = {  # one kind of machine, as SkyPilot's public catalogue lists it: reading that needs the network
    "common/accelerators.csv": "AcceleratorName,Clouds\nA100,['Lambda']\n",
    "lambda/vms.csv": "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice\n"
    'gpu_4x_a100,A100,4.0,120.0,900.0,5.16,us-east-1,"{}",\ncpu_4x,,,4.0,16.0,0.2,us-east-1,,\n',
}


def main(folders: list[str]) -> None:
    for name, text in CATALOGUE.items():
        (CATALOGUES / name).parent.mkdir(parents=True, exist_ok=True)
        (CATALOGUES / name).write_text(text)
    from sky import check, global_user_state
    from sky.clouds.cloud import CloudCapability

    allowed = check._get_workspace_allowed_clouds("default")
    global_user_state.set_allowed_clouds(allowed, "default")  # else it asks every cloud for an account first
    global_user_state.set_enabled_clouds(["Lambda"], CloudCapability.COMPUTE, "default")
    for folder in folders:
        os.chdir(folder)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            told = asked()
        sys.stdout.write(json.dumps(told) + "\n")


def asked() -> dict[str, object]:
    import sky
    from sky import execution
    from sky.data.storage import GcsStore, S3Store
    from sky.jobs.utils import generate_managed_job_cluster_name
    from sky.optimizer import Optimizer
    from sky.utils import common_utils, dag_utils

    dag = dag_utils.load_chain_dag_from_yaml("job.yaml")
    [task] = dag.tasks
    task.validate()
    common_utils.check_cluster_name_is_valid(generate_managed_job_cluster_name(task.name, 1))
    [bucket] = [storage.name for storage in task.storage_mounts.values()]
    for store in (S3Store, GcsStore):
        store.validate_name(bucket)
    Optimizer.optimize(dag, quiet=True)
    chosen = task.best_resources
    told = {
        "skypilot": sky.__version__,
        "name": task.name,
        "bucket": bucket,
        "machines": f"{task.num_nodes} x {chosen.cloud} {chosen.instance_type}, {chosen.accelerators or 'processors'}",
    }
    return told | {"dry_run": _dry_run(task, execution), "without_the_bucket": _dry_run(task, execution, bucket=False)}


def _dry_run(task, execution, *, bucket: bool = True) -> str:
    if not bucket:
        task.storage_mounts = {}
    try:
        execution.launch(task, cluster_name="trial", dryrun=True, _disable_controller_check=True)
    except Exception as problem:  # noqa: BLE001 - what stops it is the answer
        return f"{type(problem).__name__}: {problem}".splitlines()[0]
    return "finished"


if __name__ == "__main__":
    main(sys.argv[1:])
