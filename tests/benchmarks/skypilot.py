"""A job's folder for SkyPilot as SkyPilot reads it: installed by uv into a scratch environment with a home of its own,
asked by its own code (sky_asks.py). No account and, but for the installation, no network is needed.

python -m tests.benchmarks.skypilot
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from studio.job import write_job
from studio.starter import starter_demo

VERSION = "0.14.1"
ASKS = Path(__file__).with_name("sky_asks.py")


def main() -> None:
    uv = shutil.which("uv")
    if uv is None:
        raise SystemExit("This needs uv: pip install uv.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = install(uv, folder / "environment")
        jobs = [
            write(folder, "cards", "--nodes", "2", "--gpus-per-node", "4", "--gpu", "A100"),
            write(folder, "processors of Zoë", "--nodes", "1", "--gpus-per-node", "2", device="cpu"),
        ]
        told = ask(python, folder / "home", jobs)
    for job, answer in zip(jobs, told, strict=True):
        print(f"{job.name}: {json.dumps(answer, indent=1, ensure_ascii=False)}")
    print(json.dumps(dict(zip(("cards", "processors"), told, strict=True)), ensure_ascii=False))


def install(uv: str, environment: Path) -> str:
    """The Python of an environment that has SkyPilot and nothing of ours."""
    python = str(environment / "bin" / "python")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, str(environment)], check=True)
    packages = [f"skypilot[kubernetes,lambda,aws,gcp]=={VERSION}"]
    subprocess.run([uv, "pip", "install", "-q", "--python", python, *packages], check=True)
    return python


def write(folder: Path, name: str, *words: str, device: str | None = None) -> Path:
    """A job's folder, as `nightshift job` writes it."""
    job = starter_demo()
    request = folder / f"{device or 'card'}.json"
    request.write_bytes(write_job(msgspec.structs.replace(job, device=device)))
    target = folder / name
    command = [sys.executable, "-m", "studio", "job", str(request), "--to", "skypilot", *words]
    there = ["--folder", str(target), "--home", str(folder / "studio")]
    subprocess.run([*command, *there], check=True, stdout=subprocess.DEVNULL)
    return target


def ask(python: str, home: Path, jobs: list[Path]) -> list[dict[str, str]]:
    """What SkyPilot says of each."""
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SKYPILOT", "KUBE", "AWS"))}
    done = subprocess.run(
        [python, str(ASKS), *map(str, jobs)],
        env={**kept, "HOME": str(home), "SKYPILOT_DISABLE_USAGE_COLLECTION": "1", "PYTHONPATH": ""},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


if __name__ == "__main__":
    main()
