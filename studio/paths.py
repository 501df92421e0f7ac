"""Where things live: one home folder per user, private to the user."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import platformdirs

from studio.errors import DiskProblem
from studio.locks import check_locks

ASSETS = Path(__file__).resolve().parent.parent / "assets"
"""Files that come with the program."""


class Home(msgspec.Struct, frozen=True):
    """The folder that holds settings, runs and caches."""

    folder: Path

    @property
    def runs(self) -> Path:
        """One folder per run."""
        return self.folder / "runs"

    @property
    def jobs(self) -> Path:
        """One folder per short job: inspections and the like; may be deleted at any time."""
        return self.folder / "jobs"

    @property
    def models(self) -> Path:
        """One folder per model that was downloaded."""
        return self.folder / "models"

    @property
    def measurements(self) -> Path:
        """What was measured of runs before they began; may be deleted at any time."""
        return self.folder / "measurements"

    @property
    def encoded(self) -> Path:
        """Rows that were encoded before; may be deleted at any time."""
        return self.folder / "encoded"

    @property
    def trash(self) -> Path:
        """Runs that were deleted; one folder per run."""
        return self.folder / "trash"

    @property
    def briefs(self) -> Path:
        """What a list tells about runs at rest; may be deleted at any time."""
        return self.folder / "briefs"

    @property
    def arriving(self) -> Path:
        """Runs that are being unpacked; what is left there by a process that was killed is removed by the next."""
        return self.folder / "arriving"

    @property
    def elsewhere(self) -> Path:
        """What was heard of runs on other computers: one folder per computer; may be deleted at any time."""
        return self.folder / "elsewhere"

    @property
    def queue_order(self) -> Path:
        """The order in which runs wait, where somebody chose one."""
        return self.folder / "queue.json"

    @property
    def foreman_lease(self) -> Path:
        """Locked while a foreman is alive."""
        return self.folder / "foreman.lease"

    @property
    def window_lease(self) -> Path:
        """Locked while a window is open."""
        return self.folder / "window.lease"

    @property
    def foreman_log(self) -> Path:
        """What the foreman's process printed."""
        return self.folder / "foreman.log"


def find_home(folder: str | Path | None = None) -> Home:
    """The home in `folder`, else in `NIGHTSHIFT_HOME`, else in the user's data folder, whether or not it is there."""
    chosen = folder or os.environ.get("NIGHTSHIFT_HOME") or platformdirs.user_data_dir("nightshift-studio", False)
    return Home(Path(chosen).expanduser().resolve())


def open_home(folder: str | Path | None = None) -> Home:
    """The same home, made if it is not there.

    Raises DiskProblem where it cannot be made or written to, or its disk knows no locks.
    """
    home = find_home(folder)
    try:
        for each in (home.folder, home.runs, home.jobs):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_locks(home.foreman_lease)
    except OSError as problem:
        raise DiskProblem(
            f"The folder {home.folder} cannot be used: {problem.strerror or problem}.",
            "Choose another one with --home or NIGHTSHIFT_HOME.",
        ) from problem
    if not os.access(home.runs, os.W_OK):
        raise DiskProblem(
            f"The folder {home.folder} cannot be written to.", "Choose another one with --home or NIGHTSHIFT_HOME."
        )
    return home
