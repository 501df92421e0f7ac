"""What follows a run, as the foreman sees it: a process that writes the report and tells the user."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from typing import Literal

from studio.foreman.start import process_environment
from studio.runs.folder import RunFolder

Kind = Literal["ended", "waits"]
PATIENCE_SECONDS = 60.0


class Afterwards:
    """That process as the foreman sees it."""

    def __init__(self, run: RunFolder, kind: Kind) -> None:
        """Start it."""
        self.run, self._until = run, time.monotonic() + PATIENCE_SECONDS
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it has ended
        with run.home.foreman_log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "studio.foreman.teller", str(run.home.folder), str(run.path), kind],
                stdin=subprocess.DEVNULL,
                stdout=self._said,
                stderr=log,
                cwd=run.home.folder,
                env=process_environment(),
            )

    def poll(self) -> tuple[str, ...] | None:
        """What did not work, once it has ended; None until then."""
        if self._process.poll() is None:
            if time.monotonic() < self._until:
                return None
            self._process.kill()
            self._process.wait()
        with self._said:
            self._said.seek(0)
            said = self._said.read().decode(errors="replace").splitlines()
        if self._process.returncode:
            return ("The report could not be finished, or nobody could be told of it in time.",)
        return tuple(said)
