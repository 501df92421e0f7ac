"""NVML as told by a JSON file: the names of nvidia-ml-py that the studio uses, for computers without a card.

Put this folder in front on PYTHONPATH and name the file in FAKE_NVML_SCENARIO. The file is read again at every count
of the cards, so a scenario can change while a program looks at it. Scenarios lie in `scenarios/`:

    {"init_error": "DriverNotLoaded",            raised by nvmlInit
     "driver": "580.95.05",
     "gpus": [{"name", "uuid", "total_gib", "used_gib", "compute_capability": [8, 6], "temperature", "power_watts",
               "utilisation": 0.03, "processes": [{"pid", "name", "used_gib" or null, "kind": "graphics"}],
               "reserved_gib": 0.31,             part of the card that only the second form of memory tells
               "error": "GpuIsLost",             raised by every question to this card
               "unsupported": ["temperature"],   raised as NotSupported
               "mig": [{"name", "uuid", "total_gib", "used_gib", "processes"}]}]}
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

NVML_TEMPERATURE_GPU = 0
nvmlMemory_v2 = 0x2000028
GIB = 1 << 30
MESSAGES = {
    "Uninitialized": "Uninitialized",
    "NotSupported": "Not Supported",
    "NoPermission": "Insufficient Permissions",
    "NotFound": "Not Found",
    "DriverNotLoaded": "Driver Not Loaded",
    "LibraryNotFound": "NVML Shared Library Not Found",
    "LibRmVersionMismatch": "RM has detected an NVML/RM version mismatch.",
    "GpuIsLost": "GPU is lost",
    "ResetRequired": "GPU requires reset",
    "Unknown": "Unknown Error",
}


class NVMLError(Exception):
    def __str__(self) -> str:
        return MESSAGES[type(self).__name__.removeprefix("NVMLError_")]


ERRORS = {name: type(f"NVMLError_{name}", (NVMLError,), {}) for name in MESSAGES}
globals().update({error.__name__: error for error in ERRORS.values()})

_scenario: dict[str, Any] = {}
_open = False


def nvmlInit() -> None:
    global _open
    _load()
    if "init_error" in _scenario:
        raise ERRORS[_scenario["init_error"]]
    _open = True


def nvmlShutdown() -> None:
    global _open
    _open = False


def nvmlSystemGetDriverVersion() -> str:
    return _scenario.get("driver", "580.95.05")


def nvmlDeviceGetCount() -> int:
    if not _open:
        raise ERRORS["Uninitialized"]
    _load()
    return len(_scenario.get("gpus", []))


def nvmlDeviceGetHandleByIndex(index: int) -> dict[str, Any]:
    return _scenario["gpus"][index]


def nvmlDeviceGetName(handle: dict[str, Any]) -> str:
    return _field(handle, "name")


def nvmlDeviceGetUUID(handle: dict[str, Any]) -> str:
    return _field(handle, "uuid")


def nvmlDeviceGetMemoryInfo(handle: dict[str, Any], version: int | None = None) -> SimpleNamespace:
    total, used = round(_field(handle, "total_gib") * GIB), round(_field(handle, "used_gib") * GIB)
    reserved = round(handle.get("reserved_gib", 0) * GIB)
    if version is None:
        return SimpleNamespace(total=total, used=used + reserved, free=total - used - reserved)
    if "memory_v2" in handle.get("unsupported", ()):
        raise ERRORS["NotSupported"]
    return SimpleNamespace(total=total, reserved=reserved, used=used, free=total - used - reserved)


def nvmlDeviceGetUtilizationRates(handle: dict[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(gpu=round(_field(handle, "utilisation") * 100), memory=0)


def nvmlDeviceGetTemperature(handle: dict[str, Any], sensor: int) -> int:
    return _field(handle, "temperature")


def nvmlDeviceGetPowerUsage(handle: dict[str, Any]) -> int:
    return round(_field(handle, "power_watts") * 1000)


def nvmlDeviceGetCudaComputeCapability(handle: dict[str, Any]) -> tuple[int, int]:
    major, minor = _field(handle, "compute_capability")
    return major, minor


def nvmlDeviceGetComputeRunningProcesses(handle: dict[str, Any]) -> list[SimpleNamespace]:
    return _processes(handle, "compute")


def nvmlDeviceGetGraphicsRunningProcesses(handle: dict[str, Any]) -> list[SimpleNamespace]:
    return _processes(handle, "graphics")


def nvmlSystemGetProcessName(pid: int) -> str:
    for gpu in _scenario.get("gpus", []):
        for part in (gpu, *gpu.get("mig", ())):
            for process in part.get("processes", ()):
                if process["pid"] == pid and process.get("name"):
                    return process["name"]
    raise ERRORS["NotFound"]


def nvmlDeviceGetMigMode(handle: dict[str, Any]) -> list[int]:
    _field(handle, "name")
    if "mig" not in handle:
        raise ERRORS["NotSupported"]
    return [1, 1]


def nvmlDeviceGetMaxMigDeviceCount(handle: dict[str, Any]) -> int:
    return 7


def nvmlDeviceGetMigDeviceHandleByIndex(handle: dict[str, Any], index: int) -> dict[str, Any]:
    if index >= len(handle["mig"]):
        raise ERRORS["NotFound"]
    return handle["mig"][index]


def _load() -> None:
    global _scenario
    file = os.environ.get("FAKE_NVML_SCENARIO")
    if not file:
        raise ERRORS["LibraryNotFound"]
    _scenario = json.loads(Path(file).read_text())


def _field(handle: dict[str, Any], name: str) -> Any:
    if "error" in handle:
        raise ERRORS[handle["error"]]
    if name not in handle or name in handle.get("unsupported", ()):
        raise ERRORS["NotSupported"]
    return handle[name]


def _processes(handle: dict[str, Any], kind: str) -> list[SimpleNamespace]:
    if "processes" in handle.get("unsupported", ()):
        raise ERRORS["NotSupported"]
    return [
        SimpleNamespace(
            pid=process["pid"],
            usedGpuMemory=None if process.get("used_gib") is None else round(process["used_gib"] * GIB),
        )
        for process in handle.get("processes", ())
        if process.get("kind", "compute") == kind
    ]
