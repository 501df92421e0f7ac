"""Beside a card the PyTorch for that card is set up, never the processor's: as NVML tells it, in its own process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "tests/fakes/nvml/scenarios"
CODE = """
import msgspec, sys
from studio.installation.setting_up import engine_wanted
from studio.paths import Home
from pathlib import Path
print(msgspec.json.encode(engine_wanted(Home(Path(sys.argv[1])))).decode())
"""


def wanted(scenario: Path, home: Path) -> dict[str, object]:
    fakes = f"{ROOT / 'tests/fakes/nvml'}{os.pathsep}{ROOT}"
    told = {"PYTHONPATH": fakes, "FAKE_NVML_SCENARIO": str(scenario), "NIGHTSHIFT_KIT": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(home)], env={**os.environ, **told}, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("compute", "driver", "build"),
    [
        ([8, 6], "580.95.05", "cuda"),
        ([6, 1], "580.95.05", "cu126"),
        ([8, 9], "560.35.03", "cu126"),
        ([12, 0], "570.86.10", "cuda"),
    ],
)
def test_the_build_is_that_of_the_card(compute, driver, build, tmp_path) -> None:
    told = json.loads((SCENARIOS / "rtx3090.json").read_text())
    told["driver"], told["gpus"][0]["compute_capability"] = driver, compute
    (tmp_path / "scenario.json").write_text(json.dumps(told))
    found = wanted(tmp_path / "scenario.json", tmp_path)
    assert found["build"] == build
    assert found["device"] == "NVIDIA GeForce RTX 3090"
    assert found["room_bytes"] == 9_000_000_000
