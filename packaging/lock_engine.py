"""Writes `engine.txt`: what the engine's environment gets beside PyTorch, with the hash of every file.

`python packaging/lock_engine.py` after every change of constraints.txt; versions are those of constraints.txt.
"""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OF_THE_WINDOW = {"pyside6-essentials", "shiboken6", "pyqtgraph"}
OF_TORCH = re.compile(r"torch|triton|nvidia-(?!ml-py)|cuda-")  # its build follows from the card, and they from it


def main() -> int:
    """Write it next to this file."""
    names = re.findall(r"^([a-z0-9.-]+)==", (HERE / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    left_out = [name for name in names if name in OF_THE_WINDOW or OF_TORCH.match(name)]
    command = [
        sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
        "--extra", "quantize", "--generate-hashes", "--no-annotate", "--no-header", "-c", str(HERE / "constraints.txt"),
        *(f"--no-emit-package={name}" for name in left_out), str(HERE.parent / "pyproject.toml"), *sys.argv[1:],
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stderr)
        return 1
    header = "# Made by packaging/lock_engine.py: the engine's environment without PyTorch and its libraries.\n"
    (HERE / "engine.txt").write_text(header + done.stdout.partition("\n\n# The following")[0].rstrip() + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
