"""The conversations with a run's models, kept in its folder."""

from __future__ import annotations

import re
from pathlib import Path

from studio.after import Exchange
from studio.errors import RunProblem
from studio.runs.folder import RunFolder
from studio.runs.journal import Tail

_NAME = re.compile(r"[\w][\w .-]{0,80}")


def conversation_file(run: RunFolder, name: str) -> Path:
    """Where the conversation of that name is kept. Raises RunProblem where it is no name of a file."""
    if not _NAME.fullmatch(name):
        raise RunProblem(f"“{name[:80]}” cannot be the name of a conversation.", "Use letters, digits and spaces.")
    return run.path / "conversations" / f"{name}.jsonl"


def list_conversations(run: RunFolder) -> list[str]:
    """Their names, the newest first."""
    files = sorted((run.path / "conversations").glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return [path.stem for path in files]


def read_turns(file: Path) -> list[Exchange]:
    """The turns of a conversation, in order; none where it has not begun."""
    tail: Tail[Exchange] = Tail(file, Exchange)
    return tail.read()
