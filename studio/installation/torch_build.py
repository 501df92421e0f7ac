"""Which PyTorch fits this machine's cards, and the ways to get it."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_BUILD_WORDS = {"cpu": "the processor", "rocm": "AMD cards"}


class Card(NamedTuple):
    """An NVIDIA card as far as PyTorch's builds differ."""

    compute: float
    """Compute capability: 7.5 is Turing, 10 and more Blackwell."""
    driver: int
    """First part of the driver's version."""


class Machine(NamedTuple):
    """What decides which PyTorch fits."""

    system: str
    """As `sys.platform` has it: linux, win32, darwin."""
    nvidia: bool
    amd: bool


def look_at_machine(root: Path = Path("/")) -> Machine:
    """Graphics cards by the files of their drivers below `root`: asked at every start, so it must cost nothing."""
    nvidia_files = ["proc/driver/nvidia/version", "dev/nvidiactl", "usr/lib/wsl/lib/libcuda.so.1"]
    if sys.platform == "win32":
        nvidia_files = [os.path.expandvars(r"%SystemRoot%\System32\nvcuda.dll")]
    nvidia = any((root / file).exists() for file in nvidia_files)
    return Machine(sys.platform, nvidia, amd=(root / "dev/kfd").exists())


def nvidia_cards() -> list[Card]:
    """What the driver's own library says, else nvidia-smi; nothing where neither answers."""
    return _ask_library() or _ask_tool()


def _ask_library() -> list[Card]:
    """By NVML, which comes with every driver: https://docs.nvidia.com/deploy/nvml-api/."""
    try:
        nvml = ctypes.CDLL("nvml.dll" if sys.platform == "win32" else "libnvidia-ml.so.1")
        if nvml.nvmlInit_v2():
            return []
        count, version = ctypes.c_uint(), ctypes.create_string_buffer(80)
        nvml.nvmlSystemGetDriverVersion(version, 80)
        nvml.nvmlDeviceGetCount_v2(ctypes.byref(count))
        cards: list[Card] = []
        for index in range(count.value):
            handle, major, minor = ctypes.c_void_p(), ctypes.c_int(), ctypes.c_int()
            if nvml.nvmlDeviceGetHandleByIndex_v2(index, ctypes.byref(handle)):
                continue
            if nvml.nvmlDeviceGetCudaComputeCapability(handle, ctypes.byref(major), ctypes.byref(minor)):
                continue
            cards.append(Card(float(f"{major.value}.{minor.value}"), int(version.value.split(b".")[0])))
        nvml.nvmlShutdown()
    except (OSError, AttributeError, ValueError):
        return []
    return cards


def _ask_tool() -> list[Card]:
    query = ["nvidia-smi", "--query-gpu=compute_cap,driver_version", "--format=csv,noheader"]
    try:
        answer = subprocess.run(query, capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    found = re.findall(r"^(\d+\.\d+), (\d+)\.", answer, re.MULTILINE)
    return [Card(float(compute), int(driver)) for compute, driver in found]


def torch_build(machine: Machine, cards: list[Card]) -> str:
    """Which PyTorch fits: `cuda`, `cu126` (cards before Turing, drivers before 580), `rocm` or `cpu`.

    NIGHTSHIFT_TORCH names another one, for those who know better.
    """
    if chosen := os.environ.get("NIGHTSHIFT_TORCH"):
        return chosen
    if machine.nvidia and machine.system != "darwin":
        before_turing = any(card.compute < 7.5 for card in cards)
        old_driver = any(card.driver < 580 for card in cards) and all(card.compute < 10 for card in cards)
        return "cu126" if before_turing or old_driver else "cuda"
    return "rocm" if machine.amd and machine.system == "linux" else "cpu"


def fits(build: str, label: str, system: str) -> bool:
    """Whether pip, as this user has configured it, brings the build; label is what its version has after the `+`."""
    if not label:  # the public registry: CUDA for Linux, the processor (and Apple's GPU) elsewhere
        return build == ("cuda" if system == "linux" else "cpu")
    return build == "cpu" or label.startswith("cu" if build == "cuda" else build)


def torch_routes(build: str, label: str, system: str) -> list[tuple[str, str]]:
    """Ways to get that PyTorch, best first: (installer, backend).

    Only what suits the processor may in the end be whatever the user's pip brings: beside a card never another build.
    """
    if fits(build, label, system):
        return [("pip", "")]
    routes = [("uv", {"cuda": "auto", "rocm": "auto"}.get(build, build))]
    if build != "rocm":
        routes.append(("pip", {"cuda": "cu130"}.get(build, build)))
    return [*routes, ("pip", "")] if build == "cpu" else routes


def made_for(build: str) -> str:
    """What a build is for, in words."""
    return _BUILD_WORDS.get(build, "NVIDIA cards")
