"""A small kit: what a program carries to make an engine's environment from, with a few tiny packages for torch and all.

The engine in it is a stand-in of some lines whose doctor proves what is there; pip, environment and maker are real.
"""

from __future__ import annotations

import base64
import hashlib
import os
import zipfile
from pathlib import Path

import pytest

TORCH = "2.13.0"
DOCTOR = """
import json, os, sys, time
from pathlib import Path
def tell(name, good, told, fix=""):
    print(json.dumps({"name": name, "good": good, "told": told, "fix": fix}), flush=True)
    if not good:
        sys.exit(1)
import torch, small_part
tell("libraries", True, f"torch {torch.__version__}, small-part {small_part.version}")
tell("a kernel", torch.kernel_is_right, "a product of matrices is " + ("right" if torch.kernel_is_right else "wrong"),
     "" if torch.kernel_is_right else "Update the driver of the card.")
Path(sys.argv[1], "saved").write_text("saved")
tell("a save and a reload", True, "it comes back as it was")
"""


def write_wheel(folder: Path, name: str, version: str, files: dict[str, str], needs: str = "") -> Path:
    """A wheel with these files; returns its path."""
    stem = f"{name.replace('-', '_')}-{version}"
    info = f"{stem}.dist-info"
    requires = f"Requires-Dist: {needs}\n" if needs else ""
    whole = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{requires}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},{_digest(text)},{len(text.encode())}\n" for path, text in whole.items())
    path = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for inside, text in whole.items():
            wheel.writestr(inside, text)
        wheel.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return path


def _digest(text: str) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def make_kit(folder: Path, *, kernel_is_right: bool = True) -> Path:
    """A whole kit in this folder, wheels at hand."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    write_wheel(
        wheels,
        "torch",
        TORCH,
        {"torch/__init__.py": f"__version__ = {TORCH!r}\nkernel_is_right = {kernel_is_right}\n"},
        needs="mathematics",
    )
    write_wheel(wheels, "mathematics", "1.14", {"mathematics.py": "pi = 3\n"})
    part = write_wheel(wheels, "small-part", "1.0", {"small_part.py": "version = '1.0'\n"})
    digest = hashlib.sha256(part.read_bytes()).hexdigest()
    (folder / "engine.txt").write_text(f"small-part==1.0 --hash=sha256:{digest}\n")
    (folder / "constraints.txt").write_text(f"small-part==1.0\ntorch=={TORCH}\nmathematics==1.14\n")
    write_wheel(
        folder,
        "nightshift-studio",
        "0.1.0",
        {"studio/__init__.py": "", "studio/engine/__init__.py": "", "studio/engine/doctor.py": DOCTOR},
    )
    return folder


def carry_kit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that carries a small kit, and a pip that knows nothing else."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("NIGHTSHIFT_TORCH", "cpu")
    monkeypatch.setenv("NIGHTSHIFT_KIT", str(folder))
    return make_kit(folder)
