"""Expected failures: one family, each with a title (what happened) and a hint (what to do).

StudioError
 ├ DatasetProblem    the file of examples cannot be used as it is
 ├ ModelProblem      the folder is no model, or not a whole one
 ├ PlanProblem       the target effective batch cannot be planned
 ├ MemoryProblem     the device has too little memory for even one row
 ├ NumbersProblem    the loss is no longer a number, or two splits of one batch disagree
 ├ DiskProblem       no permission, or the disk failed
 │  └ SpaceProblem   no space: it may come back
 ├ HubProblem        the hub does not give a model, or cannot be reached
 ├ RunProblem        no such run, or it is in a state in which this cannot be asked of it
 ├ CheckpointProblem  what a run had learnt cannot be read, and it is not begun again unasked
 ├ EngineProblem     the training process could not be started or ended unexpectedly
 │  └ ProofProblem   an export does not answer like the model it was made from
 └ InstallationProblem  the engine's environment could not be made
"""

from __future__ import annotations

from typing import ClassVar, Literal

Remedy = Literal["", "other device", "other folder", "token to read", "token to write", "name or token"]
"""What a hint advises by an option of a command, for a window that offers the same in its own way."""


class StudioError(Exception):
    """Something a user can understand and act on; never shown with a traceback."""

    exit_code: ClassVar[int] = 1
    """Exit status of a worker that ends with this problem; the foreman decides by it whether a retry can help."""

    def __init__(self, title: str, hint: str = "", *, remedy: Remedy = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint
        self.remedy: Remedy = remedy

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".strip()


class DatasetProblem(StudioError):
    """The data cannot be used as it is. `file`, `row` (counted from 1) and `column` say where, as far as known."""

    exit_code = 20

    def __init__(
        self, title: str, hint: str = "", *, kind: str = "unreadable", file: str = "", row: int = 0, column: str = ""
    ) -> None:
        super().__init__(title, hint)
        self.kind, self.file, self.row, self.column = kind, file, row, column


class ModelProblem(StudioError):
    """The folder is no model, or not a whole one."""

    exit_code = 21


class PlanProblem(StudioError):
    """The target effective batch cannot be planned."""

    exit_code = 22


class MemoryProblem(StudioError):
    """The device has too little memory for even one row."""

    exit_code = 30


class NumbersProblem(StudioError):
    """The loss is no longer a number, or two splits of one batch disagree."""

    exit_code = 32


class DiskProblem(StudioError):
    """No space, no permission, or the disk failed."""

    exit_code = 40


class SpaceProblem(DiskProblem):
    """No space left: the foreman waits for some."""

    exit_code = 42


class HubProblem(StudioError):
    """The hub does not give a model, or cannot be reached."""

    exit_code = 41


class RunProblem(StudioError):
    """There is no such run, or it is in a state in which this cannot be asked of it."""


class CheckpointProblem(StudioError):
    """No checkpoint of a run that had some can be read: only a person can say whether it begins again."""

    exit_code = 23


class EngineProblem(StudioError):
    """The training process could not be started or ended unexpectedly."""

    exit_code = 50


class ProofProblem(EngineProblem):
    """An export does not answer like the model it was made from."""


class InstallationProblem(StudioError):
    """A step of the installation failed; `details` are the last lines that it printed."""

    def __init__(self, title: str, hint: str = "", details: str = "") -> None:
        super().__init__(title, hint)
        self.details = details
