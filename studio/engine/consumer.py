"""Asks the consumer of an export, in a process of its own that ends with this one."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

import msgspec

from studio.errors import EngineProblem
from studio.export.proof import ProofAnswer, ProofOrder

_LIMIT_SECONDS = 1800.0
"""After which a proof is given up."""
_LOOK_EVERY_SECONDS = 0.1


def ask_consumer(order: ProofOrder, look: Callable[[], None]) -> ProofAnswer:
    """What it answers. `look` is called meanwhile and may raise to end it.

    Raises EngineProblem where it cannot load the export, or takes too long.
    """
    until = time.monotonic() + _LIMIT_SECONDS
    with tempfile.TemporaryFile() as answer:
        process = subprocess.Popen([sys.executable, "-m", "studio.engine.proof"], stdin=subprocess.PIPE, stdout=answer)
        assert process.stdin is not None
        try:
            process.stdin.write(msgspec.json.encode(order) + b"\n")
            process.stdin.flush()
            while process.poll() is None and time.monotonic() < until:
                look()
                time.sleep(_LOOK_EVERY_SECONDS)
        finally:
            process.kill()
            process.wait()
            process.stdin.close()
        if process.returncode:
            raise EngineProblem(
                "The export cannot be loaded again, so it was not kept.",
                "The details are in the log. Try another form, such as the adapter.",
            )
        answer.seek(0)
        return msgspec.json.decode(answer.read(), type=ProofAnswer)
