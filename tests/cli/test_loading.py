"""What every command waits for before it begins."""

import subprocess
import sys

from studio.paths import ASSETS

_HEAVY = {"torch", "transformers", "peft", "huggingface_hub", "PySide6"}


def test_a_command_loads_only_what_all_of_them_need():
    code = f"import studio.cli.app, sys; print(sorted({_HEAVY} & set(sys.modules)))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ASSETS.parent, capture_output=True, text=True, check=True
    ).stdout
    assert found.strip() == "[]"
