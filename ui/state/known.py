"""What the window knows about one run: its request, the line about it, and its story where that is followed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from studio.api import ACTIVE, RunBrief, RunNotes, RunState, RunStory
from studio.job import Full, Lora, TrainJob
from ui.state.tongue import tr


@dataclass(frozen=True)
class KnownRun:
    """One run as of the last look at its files."""

    name: str
    """Of its folder."""
    job: TrainJob
    brief: RunBrief
    story: RunStory | None
    """None: the run is at rest and nobody looks at it; the brief tells what a list needs."""
    notes: RunNotes = field(default_factory=RunNotes)

    @property
    def title(self) -> str:
        """What its owner calls it."""
        return self.job.name

    @property
    def state(self) -> RunState:
        """As of the last look."""
        return self.brief.state

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return self.brief.update / self.brief.updates if self.brief.updates else 0.0


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number after it where another run has it: two lines of one plot must not be called alike."""
    names = (name if number == 1 else f"{name} {number}" for number in range(1, len(taken) + 2))
    return next(each for each in names if each not in taken)


def learning(runs: list[KnownRun]) -> KnownRun | None:
    """The run that a worker works on now."""
    return next((run for run in reversed(runs) if run.state in ACTIVE), None)


def model_name(job: TrainJob) -> str:
    """What to call the model of a run."""
    path = Path(job.model)
    return tr("Starter model") if path.parts[-2:] == ("starter", "model") else path.name


def data_name(job: TrainJob) -> str:
    """What to call its rows: "support-replies.csv", "starter dates"."""
    path = Path(job.data.train)
    return tr("starter {name}", name=path.parent.name) if path.parent.parent.name == "starter" else path.name


def method_words(job: TrainJob) -> str:
    """ "adapter, rank 16" or "every weight"."""
    match job.method:
        case Lora(rank=rank):
            return tr("LoRA, rank {rank}", rank=rank)
        case Full():
            return tr("every weight")
