"""The plan on the New run page in words, and why Start can be pressed or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studio.api import Alternative, Device, Plan, equation, starters
from studio.errors import StudioError
from ui.state import words
from ui.state.memory import memory_view
from ui.state.new_run import NewRun
from ui.state.new_run_choices import SUGGESTED
from ui.state.new_run_view import AlternativeView, PlanView, StartStrip, Tile, WayOut
from ui.state.rail import short_name
from ui.state.ways_out import ways_out

_TIME_ERROR = {"formula": 0.25, "dry-run": 0.2, "probe": 0.06}


def plan_view(run: NewRun, now: float) -> PlanView:
    plan = run.chosen
    if isinstance(plan, StudioError):
        return PlanView("circle-x", "bad", plan.title, plan.hint)
    if plan is None or run.device is None:
        return replace(_no_plan(run), tiles=_open_tiles(run), operators=("=", "×", "×"))
    if not plan.fits:
        return _too_much(run, plan, run.device)
    seconds = plan.updates * plan.seconds_per_update
    error = run.bars.seconds if run.bars else _TIME_ERROR[plan.basis]
    finish = f"Finishes {words.clock_range(now + seconds * (1 - error), now + seconds * (1 + error), now)}"
    basis = {"formula": "Worked out by formula", "dry-run": "Counted in a dry run", "probe": "Measured here"}
    tiles, operators = _equation(plan, run.device)
    average = ""
    if plan.micro_batches_per_update + 0.05 < len(plan.slices):
        average = f", each in {plan.micro_batches_per_update:.1f} pieces on average"
    return PlanView(
        icon="circle-check",
        tone="ok",
        headline=f"It fits, with {words.gib(plan.spare_bytes)} to spare",
        sentence="",
        tiles=tiles,
        operators=operators,
        memory=memory_view(plan, run.device),
        finish=f"{finish}, if it starts now",
        finish_detail=f"About {words.about_duration(seconds)}: {words.counted(plan.updates, 'update')} of "
        f"{words.per_update(plan.seconds_per_update)}{average}.",
        estimate=f"{basis[plan.basis]}: {words.gib(plan.peak_bytes)}, ± {plan.error_bar * 100:.0f} %",
        estimate_detail=_experience(run),
        reasons=plan.reasons[:3],
        alternatives=_alternatives(run, now),
    )


def _experience(run: NewRun) -> str:
    """How good such estimates were before."""
    if run.bars is None:
        return "Should memory run short, the update is redone in smaller pieces; the target stays."
    runs = words.count(run.bars.runs)
    if run.bars.runs < 10:
        return f"Never further off than that in your last {runs} runs."
    return f"Nine of ten of your last {runs} runs stayed within that."


def _no_plan(run: NewRun) -> PlanView:
    if run.model_problem is not None:
        return PlanView("info", "mut", "The plan follows the model", "Choose a model that can be trained.")
    if not run.choices.data:
        return PlanView(
            "info",
            "mut",
            "The plan appears here",
            "It says how the examples of one update are split, whether they fit, and when the run will be done.",
            ways_title="Try it with rows that come with the program",
            ways_out=tuple(_starter_rows()),
        )
    if run.data_problem is not None:
        missing = "Say what is read and what is learned." if run.problem_columns else "Choose a file that can be read."
        return PlanView("info", "mut", "The plan follows the data", missing)
    if run.batch is None:
        return PlanView("info", "mut", "The plan follows the number", "Say how many examples stand behind each update.")
    if run.inspection is None:
        return PlanView("hourglass", "mut", "Counting the tokens of every row", "The plan follows at once.")
    if not run.inspection.report.train_rows:
        return PlanView("info", "mut", "The plan follows the data", "No row of this file can be used yet.")
    return PlanView("hourglass", "mut", "Looking at this computer", "The plan follows at once.")


def _too_much(run: NewRun, plan: Plan, device: Device) -> PlanView:
    free = plan.limit_bytes - plan.memory.others
    where = "The card" if device.is_gpu else "The computer"
    rows = "Even one example at a time" if plan.micro_batch_size == 1 else f"{plan.micro_batch_size} at a time"
    verb = "needs" if plan.micro_batch_size == 1 else "need"
    missing = -plan.spare_bytes
    headline = f"It does not fit: {words.gib(missing)} too much"
    if missing <= 0:
        headline = f"Too close to the limit: only {words.gib(-missing)} to spare"
    return PlanView(
        icon="circle-x",
        tone="bad",
        headline=headline,
        sentence=f"{rows} {verb} {words.gib(plan.peak_bytes)}. {where} has {words.gib(free)} free.",
        memory=memory_view(plan, device),
        ways_title="What would make it fit",
        ways_out=tuple(way for way, _ in ways_out(run)),
    )


def _alternatives(run: NewRun, now: float) -> tuple[AlternativeView, ...]:
    plan = run.suggested
    if not isinstance(plan, Plan) or not plan.alternatives:
        return ()
    chosen = run.alternative()
    spare = words.gib(plan.spare_bytes)
    first = AlternativeView(
        name=SUGGESTED,
        short_equation=equation(plan),
        ends=_ends(plan.updates * plan.seconds_per_update, now),
        price=f"{_checkpointing(plan.gradient_checkpointing)}, {spare} to spare.",
        chosen=chosen is None,
    )
    others = (
        AlternativeView(
            name=each.name,
            short_equation=_short_equation(plan.effective_batch_size, each),
            ends=_ends(plan.updates * each.seconds_per_update, now),
            price=each.price,
            chosen=each is chosen,
        )
        for each in plan.alternatives[:2]
    )
    return (first, *others)


def start_strip(run: NewRun) -> StartStrip:
    """What Start will do, or what is missing for it."""
    missing = _missing(run)
    if missing is not None:
        return StartStrip(*missing, icon="info", can_start=False)
    title = "Starts when the run before it has ended" if run.busy else "Starts now and saves every 5 minutes"
    return StartStrip(title, "Goes on when you close this window.", icon="", can_start=True)


def _missing(run: NewRun) -> tuple[str, str] | None:
    if run.model_problem is not None or not run.choices.model:
        return "Choose a model to start", "Its folder holds config.json and *.safetensors files."
    if not run.choices.data:
        return "Choose a file to start", "Or take one of the starter's."
    if run.data_problem is not None and run.problem_columns:
        return "Choose the columns to start", "What the model reads, and what it learns to write."
    if run.data_problem is not None:
        return "Choose another file to start", "This one cannot be read as it is."
    if run.batch is None:
        return "Type a number to start", "The examples behind each update."
    if run.inspection is None:
        return "Reading the rows", "Start follows as soon as they are counted."
    if not run.inspection.report.train_rows:
        return "Choose another file to start", "No row of this one can be used."
    return _missing_plan(run)


def _missing_plan(run: NewRun) -> tuple[str, str] | None:
    plan = run.chosen
    if plan is None:
        return "Looking at this computer", "Start follows at once."
    if isinstance(plan, StudioError):
        return "There is no plan for this yet", plan.hint
    if plan.fits:
        return None
    if ways_out(run):
        return "Choose a way to make it fit", "The button beside each does it."
    return "It does not fit", "A smaller model or shorter rows would."


def _checkpointing(kind: str) -> str:
    return {
        "on": "Gradient checkpointing on",
        "off": "Gradient checkpointing off",
        "long": "Gradient checkpointing for long rows",
    }[kind]


def _ends(seconds: float, now: float) -> str:
    step = 300 if seconds > 1800 else 60
    return f"ends about {words.clock_from(round((now + seconds) / step) * step, now)}"


def _short_equation(target: int, alternative: Alternative) -> str:
    micro, times, world = (
        alternative.micro_batch_size,
        alternative.gradient_accumulation_steps,
        alternative.world_size,
    )
    if micro * times * world == target:
        return f"{target} = {micro} × {times} × {world}"
    return f"{target}, at most {micro} at a time"


def _equation(plan: Plan, device: Device) -> tuple[tuple[Tile, ...], tuple[str, ...]]:
    target = Tile(words.count(plan.effective_batch_size), "examples", "per update")
    where = "on the card" if device.is_gpu else "in memory"
    name = short_name(device)
    if plan.divides and len(plan.slices) % plan.world_size == 0:
        times = len(plan.slices) // plan.world_size
        unit = ("GPU" if plan.world_size == 1 else "GPUs") if device.is_gpu else "device"
        return (
            (
                target,
                Tile(words.count(plan.slices[0]), "at a time", where),
                Tile(words.count(times), "time" if times == 1 else "times", "added up"),
                Tile(str(plan.world_size), unit, name),
            ),
            ("=", "×", "×"),
        )
    sizes = sorted(set(plan.slices), reverse=True)
    tiles = [target]
    for size in sizes:
        times = plan.slices.count(size)
        tiles.append(Tile(f"{times} × {size}", words.counted(times, "time"), f"{size} at a time"))
    return tuple(tiles), ("=", *("+" for _ in sizes[1:]))


def _open_tiles(run: NewRun) -> tuple[Tile, ...]:
    target = words.count(run.batch) if run.batch else "?"
    device = "GPU" if run.device is None or run.device.is_gpu else "device"
    return (
        Tile(target, "examples", "per update"),
        Tile("?", "at a time", "in memory"),
        Tile("?", "times", "added up"),
        Tile("1", device, short_name(run.device) if run.device else ""),
    )


def _starter_rows() -> Iterator[WayOut]:
    for name, starter in starters().items():
        rows = f"{words.count(starter.rows)} rows to learn from, {starter.held_out_rows} held out to check it"
        yield WayOut(f"rows:{name}", starter.title, starter.sentence, rows, f"Use {starter.title}")
