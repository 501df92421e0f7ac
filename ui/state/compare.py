"""What the Compare page shows: two to eight runs over each other, what differs, and whether it matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from studio.api import RunStory
from ui.state import words
from ui.state.chance import Verdict, verdict
from ui.state.known import KnownRun
from ui.state.settings_of_run import differing, settings_of
from ui.state.tongue import tr

MOST = 8
POINTS = 240
"""Of a curve of every update: each point is the mean of the updates around it."""
Across = Literal["progress", "updates", "tokens", "hours"]
Curve = Literal["held-out", "each update"]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Series:
    """One run's curve; `style` chooses colour, dash and marker."""

    name: str
    title: str
    style: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    label: str
    """The lowest held-out loss, or the newest of the updates."""


@dataclass(frozen=True)
class CompareRow:
    """One run of the table."""

    name: str
    title: str
    style: int
    visible: bool
    is_best: bool
    settings: tuple[tuple[str, bool], ...]
    """Value and whether it differs from the first run's, one for each column."""
    best: str
    updates: str
    took: str


@dataclass(frozen=True)
class CompareView:
    """Everything the page shows."""

    headline: str
    line: str
    series: tuple[Series, ...]
    across: Across
    across_words: str
    curve: Curve
    too_few: str
    """Said where held-out checks make no lines; each update is then drawn unless somebody asked for them."""
    columns: tuple[str, ...]
    rows: tuple[CompareRow, ...]
    same: str
    verdict: Verdict | None
    others: tuple[tuple[str, str], ...]
    """Runs that can be added: name and title with the time it ended."""
    reading: bool


@dataclass
class CompareState:
    """Which runs, and how they are laid over each other."""

    names: list[str] = field(default_factory=list[str])
    hidden: set[str] = field(default_factory=set[str])
    across: Across = "progress"
    curve: Curve | None = None
    """As chosen; None: held-out losses, where there are enough for lines."""
    every_setting: bool = False

    def add(self, name: str) -> bool:
        """One more run; False where there are eight."""
        if name in self.names:
            return True
        if len(self.names) >= MOST:
            return False
        self.names.append(name)
        return True

    def remove(self, name: str) -> None:
        """One less."""
        self.names = [each for each in self.names if each != name]
        self.hidden.discard(name)

    def suggest(self, runs: list[KnownRun]) -> None:
        """The newest two that were checked, where nothing was chosen yet."""
        there = {run.name for run in runs}
        self.names = [name for name in self.names if name in there]
        for run in reversed(runs):
            if len(self.names) < 2 and run.brief.best_eval_loss is not None:
                self.add(run.name)

    def view(self, runs: list[KnownRun]) -> CompareView:
        """The page now. `runs`: all there are, oldest first."""
        by_name = {run.name: run for run in runs}
        chosen = [by_name[name] for name in self.names if name in by_name]
        ranked = sorted((run for run in chosen if _best(run) is not None), key=lambda run: _best(run) or 0.0)
        said = verdict(ranked[0], ranked[1], runs) if len(ranked) > 1 and _comparable(ranked[:2]) else None
        head, line = _headline(chosen, ranked, said)
        lines = _make_lines(chosen)
        curve = self.curve or ("held-out" if lines else "each update")
        columns, rows, same = self._table(chosen, ranked)
        return CompareView(
            headline=head,
            line=line,
            series=tuple(
                _series(run, number, self.across, curve)
                for number, run in enumerate(chosen)
                if run.name not in self.hidden and run.story is not None
            ),
            across=self.across,
            across_words=_across_words(self.across),
            curve=curve,
            too_few="" if lines else tr("too few held-out checks for lines"),
            columns=columns,
            rows=rows,
            same=same,
            verdict=said,
            others=tuple(
                (run.name, f"{run.title} · {words.day_and_clock(run.brief.ended_at)}")
                for run in reversed(runs)
                if run.name not in self.names and run.brief.curve
            ),
            reading=any(run.story is None for run in chosen),
        )

    def _table(
        self, chosen: list[KnownRun], ranked: list[KnownRun]
    ) -> tuple[tuple[str, ...], tuple[CompareRow, ...], str]:
        differ = differing([run.job for run in chosen])
        every = [settings_of(run.job) for run in chosen]
        names = list(every[0]) if self.every_setting and every else list(differ)
        rows = tuple(
            CompareRow(
                name=run.name,
                title=run.title,
                style=number,
                visible=run.name not in self.hidden,
                is_best=bool(ranked) and len(chosen) > 1 and run is ranked[0],
                settings=tuple(
                    (every[number].get(name, "–"), every[number].get(name) != every[0].get(name)) for name in names
                ),
                best=words.loss(_best(run)),
                updates=words.count(run.brief.update),
                took=words.duration(run.brief.seconds) if run.brief.seconds else "–",
            )
            for number, run in enumerate(chosen)
        )
        return tuple(names), rows, _same(chosen, len(every[0]) - len(differ) if every else 0)


def _best(run: KnownRun) -> float | None:
    return run.brief.best_eval_loss


def _make_lines(chosen: list[KnownRun]) -> bool:
    """Whether held-out losses do: two checks each for two of the runs. What is still being read may have them."""
    checked = [run for run in chosen if run.story is None or len(run.story.evaluations) > 1]
    return len(checked) >= min(2, len(chosen))


def _same(chosen: list[KnownRun], number: int) -> str:
    if len(chosen) < 2:
        return ""
    tinted = tr("Tinted: different from {name}.", name=chosen[0].title)
    return tr("The other {number} settings are the same in all.", number=number) + f" {tinted}"


def _comparable(runs: list[KnownRun]) -> bool:
    checked = {
        (run.story.data.held_out_rows, run.story.evaluations[0].num_target_tokens)
        for run in runs
        if run.story and run.story.data and run.story.evaluations
    }
    return len(checked) == 1


def _headline(chosen: list[KnownRun], ranked: list[KnownRun], said: Verdict | None) -> tuple[str, str]:
    if len(chosen) < 2:
        return (
            tr("Choose two runs to compare"),
            tr("Add runs here, or choose Compare in the menu of a run on the Home page."),
        )
    if not all(run.story for run in chosen):
        return tr("Reading the runs"), ""
    if not ranked:
        return tr("None of these runs was checked on held-out rows"), tr(
            "Their curves of every update can be compared."
        )
    if not _comparable(ranked):
        return (
            tr("These runs were checked on different rows"),
            tr("A lower loss on other rows, or with another tokenizer, says nothing: compare shapes, not heights."),
        )
    head = tr("{name} is best")
    if said is not None and not said.certain:
        head = tr("{name} is lowest so far") if said.certain is None else tr("{name} is best, but only just")
    story = ranked[0].story
    rows = words.count(story.data.held_out_rows) if story and story.data else "–"
    same = len({run.brief.dataset_hash for run in chosen}) == 1
    line = tr("{runs} on the same rows and the same {rows} held-out rows, so their losses can be compared.")
    if not same:
        line = tr("{runs}, each checked on {rows} held-out rows; what they learnt from differs.")
    return head.format(name=ranked[0].title), line.format(runs=words.counted(len(chosen), "run"), rows=rows)


def _across_words(across: Across) -> str:
    return {
        "progress": tr("share of the run"),
        "updates": tr("updates"),
        "tokens": tr("tokens read"),
        "hours": tr("hours of learning, without breaks"),
    }[across]


def _series(run: KnownRun, style: int, across: Across, curve: Curve) -> Series:
    story = run.story
    assert story is not None
    if curve == "held-out":
        updates = np.array([each.update for each in story.evaluations], dtype=np.int64)
        ys = np.array([each.eval_loss for each in story.evaluations], dtype=np.float64)
    else:
        losses = np.asarray(story.curves.train_loss, dtype=np.float64)
        updates = np.flatnonzero(np.isfinite(losses)) + 1
        ys = losses[updates - 1]
    xs = _across(story, updates, across)
    good = np.isfinite(ys) & np.isfinite(xs)
    xs, ys = xs[good], ys[good]
    if len(xs) > POINTS:
        xs, ys = (np.array([part.mean() for part in np.array_split(each, POINTS)]) for each in (xs, ys))
    label = words.loss(_best(run)) if curve == "held-out" else words.loss(float(ys[-1])) if len(ys) else ""
    return Series(run.name, run.title, style, tuple(xs.tolist()), tuple(ys.tolist()), label)


def _across(story: RunStory, updates: NDArray[np.int64], across: Across) -> Floats:
    """Where updates stand on the horizontal axis; update 0 is the beginning."""
    if across == "updates":
        return updates.astype(np.float64)
    if across == "progress":
        return updates / max(1, story.updates)
    seconds = np.nan_to_num(np.asarray(story.curves.seconds, dtype=np.float64))
    each = seconds / 3600
    if across == "tokens":
        each = seconds * np.nan_to_num(np.asarray(story.curves.tokens_per_second, dtype=np.float64))
    summed = np.concatenate(([0.0], np.cumsum(each)))
    return summed[np.minimum(updates, len(summed) - 1)]
