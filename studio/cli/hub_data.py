"""Datasets of the hub by name: fetched once, then a folder like any other."""

from __future__ import annotations

import re
from pathlib import Path

from studio.cli.models import follow_download
from studio.foreman.downloading import Download
from studio.job import DownloadJob
from studio.models.origin import folder_of, read_origin
from studio.paths import Home

_HUB = "hub:"
_BY_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*(:[\w./-]+)?", re.ASCII)


def as_files(home: Home, source: str) -> str:
    """The folder of a dataset of the hub, fetched now where it is not here: `hub:owner/name` or `hub:owner/name:part`.

    The prefix may be left out where no file has that name. Any other source is returned as it is. Raises HubProblem,
    DiskProblem.
    """
    if not source.startswith(_HUB) and (not _BY_NAME.fullmatch(source) or Path(source).expanduser().exists()):
        return source
    if not source.startswith(_HUB) and (Path(source).suffix or Path(source).parent.exists()):
        return source  # a file that is missing
    name = f"datasets/{source.removeprefix(_HUB)}"
    folder = folder_of(home, name)
    if read_origin(folder) is None:
        running = Download(home, DownloadJob(model=name))
        try:
            follow_download(running, name)
        finally:
            running.close()
    return str(folder)
