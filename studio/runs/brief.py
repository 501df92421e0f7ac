"""What a list tells about one run, kept so that a thousand runs are listed without reading their journals."""

from __future__ import annotations

import os

import msgspec
import numpy as np

from studio.durable import draft_beside
from studio.runs.folder import RunFolder
from studio.runs.lease import is_held
from studio.runs.story import RunState, RunStory
from studio.runs.watch import RunWatch

CURVE_POINTS = 60
AT_REST: frozenset[RunState] = frozenset({"finished", "stopped", "failed"})
"""States that last until somebody asks something of the run."""


class RunBrief(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list of runs."""

    state: RunState
    update: int = 0
    updates: int = 0
    rows: int | None = None
    """Rows to learn from; None before they were read."""
    curve: tuple[float, ...] = ()
    """The train loss, averaged to at most `CURVE_POINTS` points; updates without a number are left out."""
    best_eval_loss: float | None = None
    dataset_hash: str = ""
    seconds: float = 0.0
    """Wall-clock, from the first event to the last."""
    ended_at: float = 0.0
    """Seconds since 1970; of the last event where the run did not end."""
    saved: bool = False
    """Whether there is a checkpoint to go on from."""


class _Kept(msgspec.Struct, frozen=True):
    offsets: tuple[int, int, int]
    brief: RunBrief


def brief_of(story: RunStory, state: RunState) -> RunBrief:
    """The story in a line."""
    best = story.best
    return RunBrief(
        state=state,
        update=story.update,
        updates=story.updates,
        rows=story.data.rows if story.data else None,
        curve=_thinned(np.asarray(story.curves.train_loss, dtype=np.float64)),
        best_eval_loss=best.eval_loss if best else None,
        dataset_hash=story.data.dataset_hash if story.data else "",
        seconds=story.seconds,
        ended_at=story.ended.at if story.ended else story.last_at or 0.0,
        saved=story.checkpoint is not None,
    )


def keep_brief(watch: RunWatch) -> bool:
    """Remember what `watch` has read of a run at rest; whether that was done. Nothing is lost where the disk refuses:
    it is read again."""
    if watch.state not in AT_REST:
        return False
    path = watch.run.home.briefs / f"{watch.run.name}.json"
    draft = draft_beside(path)
    content = msgspec.json.encode(_Kept(watch.offsets, brief_of(watch.story, watch.state)))
    try:
        try:
            draft.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            draft.write_bytes(content)
        draft.replace(path)
    except OSError:
        return False
    return True


def kept_brief(run: RunFolder) -> RunBrief | None:
    """What was remembered, where nothing was written to the run's journals since and nobody looks after it."""
    try:
        kept = _decoder.decode((run.home.briefs / f"{run.name}.json").read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    sizes = tuple(_size(path) for path in (run.events, run.foreman_events, run.commands))
    return None if sizes != kept.offsets or is_held(run.lease) else kept.brief


_decoder = msgspec.json.Decoder(_Kept)


def _size(path: os.PathLike[str]) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - a thousand of them
    except FileNotFoundError:
        return 0


def _thinned(losses: np.ndarray) -> tuple[float, ...]:
    finite = np.isfinite(losses)
    numbers = losses if finite.all() else losses[finite]
    if len(numbers) <= CURVE_POINTS:
        return tuple(numbers.tolist())
    edges = np.linspace(0, len(numbers), CURVE_POINTS + 1).astype(int)
    return tuple((np.add.reduceat(numbers, edges[:-1]) / np.diff(edges)).tolist())
