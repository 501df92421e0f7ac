"""Proves that training can work here: libraries, device, one update, a save and a reload. Prints one `Check` a line.

Started as `python -m studio.engine.doctor FOLDER`, in which it may write.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from studio.errors import StudioError
from studio.hardware.check import Check
from studio.hardware.detect import detect
from studio.installation.environments import own_environment
from studio.installation.wholeness import look_at_packages

_LIBRARIES = ("torch", "transformers", "peft", "safetensors", "tokenizers")


def main(folder: Path) -> int:
    """Every check in turn; one that fails ends those that need it."""
    anew = "Set the program up again: packaging/start.py"
    if own_environment() is not None:
        anew = "Set the engine up again: nightshift environment repair"
    repair = f"{anew} repairs what is missing."
    checks: list[tuple[str, Callable[[], str], str]] = [
        ("the packages", look_at_packages, repair),
        ("the libraries", _libraries, repair),
        ("torch and the card", _torch_fits, f"{anew} takes the torch for this card."),
        ("a kernel", _kernel, "Update the driver of the card, or train with --device cpu."),
        ("an update", _update, repair),
        ("a save and a reload", lambda: _save_and_reload(folder), "Free some space, or choose another --home."),
    ]
    for name, look, fix in checks:
        check = _tried(name, look, fix)
        os.write(1, msgspec.json.encode(check) + b"\n")
        if not check.good:
            return 1
    return 0


def _tried(name: str, look: Callable[[], str], fix: str) -> Check:
    try:
        return Check(name=name, good=True, told=look())
    except StudioError as problem:
        return Check(name=name, good=False, told=problem.title, fix=problem.hint or fix)
    except Exception as problem:  # noqa: BLE001 - whatever is wrong here is what the check is about
        traceback.print_exc()
        line = str(problem).strip().split("\n")[0]
        return Check(name=name, good=False, told=f"{type(problem).__name__}: {line}"[:300], fix=fix)


def _libraries() -> str:
    found = {name: importlib.import_module(name) for name in _LIBRARIES}
    return ", ".join(f"{name} {library.__version__}" for name, library in found.items())


def _device() -> Any:
    from studio.engine.device import choose_device

    return choose_device(None, detect())


def _torch_fits() -> str:
    import torch

    machine = detect()
    has_nvidia = any(device.kind == "cuda" for device in machine.devices)
    if has_nvidia and not torch.cuda.is_available():
        raise RuntimeError(f"There is an NVIDIA card, but torch {torch.__version__} cannot use it")
    return f"{_device()[1].name}, torch {torch.__version__}"


def _kernel() -> str:
    import torch

    device, described = _device()
    one = torch.arange(64 * 64, dtype=torch.float32, device=device).reshape(64, 64) / 4096
    product, wanted = (one @ one).cpu(), one.cpu().double() @ one.cpu().double()
    difference = float((product.double() - wanted).abs().max() / wanted.abs().max())
    if difference > 1e-3:
        raise RuntimeError(f"A product on {described.name} is wrong by {difference:.1%}")
    return f"a product of matrices on {described.name} is right"


def _update() -> str:
    import torch

    from studio.engine.load import load_model
    from studio.starter import STARTER_MODEL

    device, described = _device()
    model: Any = load_model(STARTER_MODEL, "float32", device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    tokens = torch.arange(2, 66, device=device).reshape(2, 32)
    losses: list[float] = []
    for _ in range(2):
        loss = model(input_ids=tokens, labels=tokens, use_cache=False).loss
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    if not losses[1] < losses[0]:
        raise RuntimeError(f"An update did not lower the loss: {losses[0]:.3f}, then {losses[1]:.3f}")
    return f"the loss of two rows falls from {losses[0]:.3f} to {losses[1]:.3f} on {described.name}"


def _save_and_reload(folder: Path) -> str:
    import torch

    from studio.engine.load import load_model
    from studio.starter import STARTER_MODEL

    model: Any = load_model(STARTER_MODEL, "float32", torch.device("cpu"))
    model.save_pretrained(folder / "model", safe_serialization=True)
    again = load_model(folder / "model", "float32", torch.device("cpu"))
    saved, loaded = model.state_dict(), again.state_dict()
    if saved.keys() != loaded.keys() or any(not torch.equal(saved[name], loaded[name]) for name in saved):
        raise RuntimeError("What was saved is not what was loaded again")
    return f"{len(saved)} tensors come back as they were"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
