"""The draft of an export: held by whoever writes it, swept away once its holder is dead."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from studio.durable import draft_beside
from studio.runs.lease import is_held, take_lease


@contextmanager
def draft_of_export(folder: Path) -> Generator[Path]:
    """A new folder beside `folder`, gone at the end unless it was renamed. Raises OSError."""
    draft = draft_beside(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    lease = take_lease(_lease_of(draft), patience=0.0)
    assert lease is not None, "nobody else knows the name"
    try:
        draft.mkdir()
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        lease.release()
        _lease_of(draft).unlink(missing_ok=True)


def sweep_drafts(folder: Path, of: str = "") -> None:
    """Remove what exports left in `folder` whose process was killed; `of`: only those of the export of this name."""
    for draft in folder.glob(f".draft-{of}*"):
        lease = _lease_of(draft)
        if draft.suffix != lease.suffix and not is_held(lease):
            shutil.rmtree(draft, ignore_errors=True)
            lease.unlink(missing_ok=True)


def _lease_of(draft: Path) -> Path:
    return draft.with_name(f"{draft.name}.lease")
