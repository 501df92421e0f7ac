"""What training needs on another computer: this very program, and the packages with the versions they have here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from studio.paths import ASSETS

_NEEDED = (
    "torch", "numpy", "transformers", "peft", "accelerate", "safetensors", "tokenizers", "huggingface_hub", "gguf",
    "keyring", "nvidia-ml-py", "msgspec", "typer", "rich", "psutil", "platformdirs", "jinja2", "pyarrow",
    "python-calamine", "wakepy", "desktop-notifier",
)  # fmt: skip
"""Everything in pyproject.toml but the window's."""
_FEW_BITS = ("bitsandbytes",)
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def requirements(*, few_bits: bool) -> list[str]:
    """Lines of a requirements.txt: what is needed and what that needs in turn, each with the version it has here.

    What only a card's or another system's torch needs is pinned by torch itself. `few_bits`: bitsandbytes too.
    """
    found: dict[str, str] = {}
    waiting = [*_NEEDED, *(_FEW_BITS if few_bits else ())]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:  # of another system
            continue
        found[name] = package.version.partition("+")[0]  # +cpu or +cu130: the other computer has its own
        waiting += _needed_by(package.requires or [])
    return [f"{name}=={version}" for name, version in sorted(found.items())]


def _needed_by(lines: list[str]) -> Iterator[str]:
    for line in lines:
        wanted, _, when = line.partition(";")
        if "extra" not in when and (name := _NAME.match(wanted)):
            yield name[0]


def copy_program(to: Path) -> None:
    """The packages of this very program, without the window, and what it reads beside them."""
    unwanted = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(Path(__file__).parents[1], to / "studio", ignore=unwanted)
    for name in ("general.txt", "models", "recipe"):
        (shutil.copytree if (ASSETS / name).is_dir() else _copy_file)(ASSETS / name, to / ASSETS.name / name)


def _copy_file(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)
