"""What was measured of a run's own step before it trains: bytes and seconds against tokens, for each checkpointing.

Bytes lie on a line α + σ · tokens, as rows stand beside each other. Seconds do on d + c · operations: what attention
does in a token grows with its row, so arithmetic tells how one micro-batch compares with another, and a clock the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from studio.job import Checkpointing, TrainJob
from studio.plan import MemoryParts, Plan


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """A micro-batch to be measured: the longest rows there are of at most `longest` tokens."""

    checkpointing: Checkpointing
    rows: int
    longest: int
    targets: int
    """Of all its rows."""

    @property
    def token_budget(self) -> int:
        """Padded tokens it may hold."""
        return self.rows * self.longest


class MeasureOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What a measuring process is asked, as one JSON line on its standard input, whose end it does not outlive.

    It answers with a `Measurement` of everything so far on a line of standard output after each trial, and says in it
    what it tries next: the last whole line counts, also where the process dies.
    """

    job: TrainJob
    plan: Plan
    """By formula: precision, and what the model is set up with."""
    trials: tuple[Trial, ...]
    """Smallest first."""
    device: str
    """As torch spells it."""
    data: str = ""
    """Folder of the run's encoded rows; empty: they are made up."""
    scratch: str = ""
    """Folder in which a checkpoint may be tried."""
    limit_seconds: float = 40.0
    """After which no other trial is begun."""
    seconds_each: float = 0.6
    """Spent on passes of one trial, of which there are two at least."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One micro-batch that was measured, with gradients and states of the optimizer resident."""

    tokens: int
    """Padding included."""
    targets: int
    row_length: float | None = None
    """Mean tokens of its rows. None: like those of the run."""
    peak_bytes: int
    """Of this process on the device, the driver's context included where `context_bytes` says what that is."""
    seconds: float | None = None
    """Forward and backward. None: not timed."""


class Line(msgspec.Struct, frozen=True):
    """fixed + slope · x."""

    fixed: float
    slope: float

    def at(self, x: float) -> float:
        """Its value there."""
        return self.fixed + self.slope * x


def fit_line(values: Sequence[tuple[float, float]], least: float = 0.0) -> Line:
    """The line through (x, value > 0) with the least relative errors squared, never falling, and never below `least` at
    zero: a pause of the computer's lengthens long passes by more.

    Where x is the same for all there is no telling what is fixed: then nothing is.
    """
    weights = [1 / y**2 for _, y in values]
    total = sum(weights)
    mean_x = sum(w * x for w, (x, _) in zip(weights, values, strict=True)) / total
    mean_y = sum(w * y for w, (_, y) in zip(weights, values, strict=True)) / total
    spread = sum(w * (x - mean_x) ** 2 for w, (x, _) in zip(weights, values, strict=True))
    both = sum(w * (x - mean_x) * (y - mean_y) for w, (x, y) in zip(weights, values, strict=True))
    several = len({x for x, _ in values}) > 1
    slope = max(min(both / spread if several else mean_y / mean_x, (mean_y - least) / mean_x), 0.0)
    return Line(mean_y - slope * mean_x, slope)


class MeasuredMode(msgspec.Struct, frozen=True, kw_only=True):
    """What one gradient checkpointing needs."""

    checkpointing: Checkpointing
    points: tuple[Point, ...] = ()
    too_many_tokens: int | None = None
    """So many did not fit."""

    @property
    def most_tokens(self) -> int:
        """Of its largest point."""
        return max(point.tokens for point in self.points)

    @property
    def peak_line(self) -> Line:
        """Bytes against tokens, by the two largest micro-batches; no point lies above it.

        Small ones may need as much as something else that does not grow, such as one piece of the output head.
        """
        sizes = sorted({point.tokens for point in self.points})[-2:]
        line = fit_line([(point.tokens, point.peak_bytes) for point in self.points if point.tokens in sizes])
        above = max(point.peak_bytes - line.at(point.tokens) for point in self.points)
        return Line(line.fixed + above, line.slope)


class Measurement(msgspec.Struct, frozen=True, kw_only=True):
    """What a dry run or a probe found out."""

    basis: Literal["dry-run", "probe"]
    modes: tuple[MeasuredMode, ...] = ()
    context_bytes: int = 0
    """What the process and the driver take beside the model. 0: not known, and not in the peaks."""
    room_bytes: int = 0
    """That could be used when it was measured; what did not fit then may fit where there is more."""
    step_bytes: int = 0
    """At the peak of the optimizer's step, like the next two of this process on the device."""
    evaluation_bytes: int = 0
    save_bytes: int = 0
    """While a checkpoint is written."""
    step_seconds: float = 0.0
    """Clipping and the optimizer's step."""
    device_name: str = ""
    versions: tuple[str, ...] = ()
    """Of the libraries that were measured, like "torch 2.13.0"."""
    seconds: float = 0.0
    """That measuring took, loading the model included."""
    trying: Trial | None = None
    """What was being tried when this was said. None: everything is done."""
    ended_early: str = ""
    """Why not everything was measured, in a sentence; empty: everything was."""

    def mode(self, checkpointing: Checkpointing) -> MeasuredMode | None:
        """What was measured with this checkpointing; "long": of micro-batches without. None: nothing."""
        counted = "on" if checkpointing == "on" else "off"
        return next((each for each in self.modes if each.checkpointing == counted and each.points), None)

    def may_fit(self, checkpointing: Checkpointing, tokens: int, room: int) -> bool:
        """False where so many tokens were tried, or fewer, and did not fit into as much room."""
        counted = "on" if checkpointing == "on" else "off"
        failed = [each.too_many_tokens for each in self.modes if each.checkpointing == counted]
        return room > self.room_bytes or all(each is None or tokens < each for each in failed)

    @property
    def beside_bytes(self) -> int:
        """The most that anything beside micro-batches takes."""
        return max(self.step_bytes, self.evaluation_bytes, self.save_bytes)

    def with_point(self, checkpointing: Checkpointing, point: Point) -> Measurement:
        """The same and one more point."""
        mode = self._mode_or_new(checkpointing)
        return self._with(msgspec.structs.replace(mode, points=(*mode.points, point)))

    def without_room_for(self, checkpointing: Checkpointing, tokens: int) -> Measurement:
        """The same, and so many tokens did not fit."""
        mode = self._mode_or_new(checkpointing)
        fewest = min(tokens, mode.too_many_tokens or tokens)
        return self._with(msgspec.structs.replace(mode, too_many_tokens=fewest))

    def _mode_or_new(self, checkpointing: Checkpointing) -> MeasuredMode:
        return next(
            (each for each in self.modes if each.checkpointing == checkpointing),
            MeasuredMode(checkpointing=checkpointing),
        )

    def _with(self, mode: MeasuredMode) -> Measurement:
        others = (each for each in self.modes if each.checkpointing != mode.checkpointing)
        return msgspec.structs.replace(self, modes=(*others, mode))


def as_measured(parts: MemoryParts, peak_bytes: int, context_bytes: int) -> MemoryParts:
    """The parts as the formula has them, brought to a measured peak.

    Weights, gradients and states are what they are; what is left belongs to the activations, and where that is less
    than nothing the others give way.
    """
    sizes = msgspec.structs.asdict(msgspec.structs.replace(parts, workspace=context_bytes))
    sizes["activations"] += peak_bytes - sum(size for name, size in sizes.items() if name != "others")
    for name, next_name in (("activations", "logits"), ("logits", "workspace"), ("workspace", "weights")):
        if sizes[name] < 0:
            sizes[next_name] += sizes[name]
            sizes[name] = 0
    return MemoryParts(**sizes)
