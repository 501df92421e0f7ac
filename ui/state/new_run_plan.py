"""The plan on the New run page in words, and why Start can be pressed or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studio.api import Alternative, Device, Plan, starters
from studio.errors import StudioError
from ui.state import words
from ui.state.devices import short_name
from ui.state.equation import short_equation
from ui.state.memory import memory_view
from ui.state.new_run import NewRun
from ui.state.new_run_choices import SUGGESTED
from ui.state.new_run_view import AlternativeView, PlanView, StartStrip, Tile, WayOut
from ui.state.other_gpus import choices_of_gpus, sooner_on
from ui.state.tongue import QT_TR_NOOP, full_stop, left_to_right, numeral, said_of, tr, tr_studio
from ui.state.ways_out import ways_out

_TIME_ERROR = {"formula": 0.25, "dry-run": 0.2, "probe": 0.06}
_BASIS = {
    "formula": QT_TR_NOOP("Worked out by formula"),
    "dry-run": QT_TR_NOOP("Counted in a dry run"),
    "probe": QT_TR_NOOP("Measured on this computer"),
}
_ALTERNATIVES = (  # as studio.planning.alternatives names them, here to be translated
    QT_TR_NOOP("Suggested"),
    QT_TR_NOOP("Sooner"),
    QT_TR_NOOP("Roomier"),
)
ON_GPUS = "gpus "
"""Before the number in the name of an alternative that takes another number of GPUs."""
_CHECKPOINTING = {
    "on": QT_TR_NOOP("Gradient checkpointing on"),
    "off": QT_TR_NOOP("Gradient checkpointing off"),
    "long": QT_TR_NOOP("Gradient checkpointing for long rows"),
}


def plan_view(run: NewRun, now: float) -> PlanView:
    return replace(_view_of(run, now), gpus=choices_of_gpus(run), gpus_chosen=str(run.choices.gpus))


def _view_of(run: NewRun, now: float) -> PlanView:
    plan = run.chosen
    if isinstance(plan, StudioError):
        return PlanView("circle-x", "bad", tr_studio(plan.title), tr_studio(plan.hint))
    if plan is None or run.device is None:
        return replace(_no_plan(run), tiles=_open_tiles(run), operators=("=", "×", "×"))
    cards = run.cards[: plan.world_size] or (run.device,)
    fullest = min(cards, key=lambda each: each.free_bytes)
    if not plan.fits:
        return _too_much(run, plan, fullest)
    seconds = plan.updates * plan.seconds_per_update
    tiles, operators = _equation(plan, cards)
    sooner = sooner_on(run)
    too_many = sooner is not None and sooner[0] < plan.world_size
    took = tr(
        "About {time}: {updates} of {each}",
        time=words.about_duration(seconds),
        updates=words.counted(plan.updates, "update"),
        each=words.per_update(plan.seconds_per_update),
    )
    average = ""
    if plan.micro_batches_per_update + 0.05 < len(plan.slices) / plan.world_size:
        average = tr(", each in {number} pieces on average", number=numeral(f"{plan.micro_batches_per_update:.1f}"))
    return PlanView(
        icon="circle-check",
        tone="ok",
        headline=tr("It fits, with {memory} to spare", memory=words.gib(plan.spare_bytes)),
        sentence="",
        tiles=tiles,
        operators=operators,
        memory=memory_view(plan, fullest),
        finish=tr("Finishes {when}, if it starts now", when=finish_range(run, plan, now)),
        finish_detail=full_stop(f"{took}{average}"),
        estimate=said_of(
            tr(_BASIS[plan.basis]), f"{words.gib(plan.peak_bytes)}{tr(', ')}± {words.percent(plan.error_bar)}"
        ),
        estimate_detail=_experience(run),
        reasons=tuple(map(tr_studio, _main_reasons(plan)[: 2 if too_many else 3])),
        doubts_first_reason=too_many,
        alternatives=_alternatives(run, now),
    )


def _main_reasons(plan: Plan) -> tuple[str, ...]:
    """Three; where devices share the work first whether that pays, then why it is divided, or which decides."""
    if plan.world_size == 1:
        return plan.reasons[:3]
    others = plan.reasons[-3:-1] if plan.divided else (plan.reasons[0], plan.reasons[-2])
    return tuple(dict.fromkeys((plan.reasons[-1], *others)))


def finish_range(run: NewRun, plan: Plan, now: float) -> str:
    """When it ends, as far apart as estimates of its kind were: "between 01:10 and 01:50"."""
    seconds = plan.updates * plan.seconds_per_update
    error = run.bars.seconds if run.bars else _TIME_ERROR[plan.basis]
    return words.clock_range(now + seconds * (1 - error), now + seconds * (1 + error), now)


def _experience(run: NewRun) -> str:
    """How good such estimates were before."""
    if run.bars is None:
        return tr("Should memory run short, the pieces get smaller.")
    runs = words.count(run.bars.runs)
    if run.bars.runs < 10:
        return tr("Never further off than that in your last {runs} runs.", runs=runs)
    return tr("Nine of ten of your last {runs} runs stayed within that.", runs=runs)


def _no_plan(run: NewRun) -> PlanView:
    at_once = tr("The plan follows at once.")
    if run.model_problem is not None:
        return PlanView("info", "mut", tr("The plan follows the model"), tr("Choose a model that can be trained."))
    if not run.choices.data:
        return PlanView(
            "info",
            "mut",
            tr("The plan appears here"),
            tr("It says how the examples of one update are split, whether they fit, and when the run will be done."),
            ways_title=tr("Try it with rows that come with the program"),
            ways_out=tuple(_starter_rows()),
        )
    follows = tr("The plan follows the data")
    if run.data_problem is not None:
        hint = tr("Say what is read and what is learned.")
        return PlanView("info", "mut", follows, hint if run.problem_columns else tr("Choose a file that can be read."))
    if run.batch is None:
        hint = tr("Say how many examples stand behind each update.")
        return PlanView("info", "mut", tr("The plan follows the number"), hint)
    if run.inspection is None:
        return PlanView("hourglass", "mut", tr("Counting the tokens of every row"), at_once)
    if not run.inspection.report.train_rows:
        return PlanView("info", "mut", follows, tr("No row of this file can be used yet."))
    return PlanView("hourglass", "mut", tr("Looking at this computer"), at_once)


def _too_much(run: NewRun, plan: Plan, device: Device) -> PlanView:
    missing = -plan.spare_bytes
    headline = tr("It does not fit: {memory} too much", memory=words.gib(missing))
    if missing <= 0:
        headline = tr("Too close to the limit: only {memory} to spare", memory=words.gib(-missing))
    need = words.gib(plan.peak_bytes)
    needs = tr("{number} at a time need {memory}.", number=plan.micro_batch_size, memory=need)
    if plan.micro_batch_size == 1:
        needs = tr("Even one example at a time needs {memory}.", memory=need)
    free = words.gib(plan.limit_bytes - plan.memory.others)
    has = tr("The card has {memory} free.", memory=free)
    if not device.is_gpu:
        has = tr("The computer has {memory} free.", memory=free)
    return PlanView(
        icon="circle-x",
        tone="bad",
        headline=headline,
        sentence=f"{needs} {has}",
        memory=memory_view(plan, device),
        ways_title=tr("What would make it fit"),
        ways_out=tuple(way for way, _ in ways_out(run)),
    )


def _alternatives(run: NewRun, now: float) -> tuple[AlternativeView, ...]:
    plan = run.suggested
    other = tuple(_on_another_number(run, now))
    if not isinstance(plan, Plan) or not (plan.alternatives or other):
        return ()
    chosen = run.alternative()
    first = AlternativeView(
        name=SUGGESTED,
        title=tr(SUGGESTED),
        short_equation=short_equation(plan, on_gpu=plan.on_gpu is not False),
        ends=_ends(plan.updates * plan.seconds_per_update, now),
        price=tr(
            "{checkpointing}, {memory} to spare.",
            checkpointing=tr(_CHECKPOINTING[plan.gradient_checkpointing]),
            memory=words.gib(plan.spare_bytes),
        ),
        chosen=chosen is None,
    )
    others = (
        AlternativeView(
            name=each.name,
            title=tr(each.name),
            short_equation=_of_alternative(plan, each),
            ends=_ends(plan.updates * each.seconds_per_update, now),
            price=tr_studio(each.price),
            chosen=each is chosen,
        )
        for each in plan.alternatives[: 2 - len(other)]
    )
    return (first, *other, *others)


def _on_another_number(run: NewRun, now: float) -> Iterator[AlternativeView]:
    """Where another number of GPUs is much sooner."""
    if (sooner := sooner_on(run)) is None or not isinstance(run.chosen, Plan):
        return
    gpus, plan = sooner
    share = words.percent(plan.seconds_per_update / run.chosen.seconds_per_update)
    yield AlternativeView(
        name=f"{ON_GPUS}{gpus}",
        title=tr("On {gpus}", gpus=words.counted(gpus, "GPU")),
        short_equation=short_equation(plan, on_gpu=True),
        ends=_ends(plan.updates * plan.seconds_per_update, now),
        price=tr("Takes {share} of the time; same rows, same order, same gradient.", share=share),
        chosen=False,
    )


def start_strip(run: NewRun, worth_a_look: int = 0) -> StartStrip:
    """What Start will do, or what is missing for it. `worth_a_look`: how many things are open before the night."""
    missing = _missing(run)
    if missing is not None:
        return StartStrip(*missing, icon="info", can_start=False)
    title = tr("Starts now and saves every 5 minutes")
    if run.busy:
        title = tr("Starts when the run before it has ended")
    line = tr("Goes on when you close this window.")
    if worth_a_look:
        things = words.counted(worth_a_look, "thing worth a look", "things worth a look")
        line = tr("Before the night: {things}.", things=things)
    return StartStrip(title, line, icon="", can_start=True)


def _missing(run: NewRun) -> tuple[str, str] | None:
    if run.model_problem is not None or not run.choices.model:
        return tr("Choose a model to start"), tr("Its folder holds config.json and *.safetensors files.")
    if not run.choices.data:
        return tr("Choose a file to start"), tr("Or take one of the starter's.")
    if run.data_problem is not None and run.problem_columns:
        return tr("Choose the columns to start"), tr("What the model reads, and what it learns to write.")
    if run.data_problem is not None:
        return tr("Choose another file to start"), tr("This one cannot be read as it is.")
    if run.batch is None:
        return tr("Type a number to start"), tr("The examples behind each update.")
    if run.inspection is None:
        return tr("Reading the rows"), tr("Start follows as soon as they are counted.")
    if not run.inspection.report.train_rows:
        return tr("Choose another file to start"), tr("No row of this one can be used.")
    return _missing_plan(run)


def _missing_plan(run: NewRun) -> tuple[str, str] | None:
    plan = run.chosen
    if plan is None:
        return tr("Looking at this computer"), tr("Start follows at once.")
    if isinstance(plan, StudioError):
        return tr("There is no plan for this yet"), tr_studio(plan.hint)
    if plan.fits:
        return None
    if ways_out(run):
        return tr("Choose a way to make it fit"), tr("The button beside each does it.")
    return tr("It does not fit"), tr("A smaller model or shorter rows would.")


def _ends(seconds: float, now: float) -> str:
    step = 300 if seconds > 1800 else 60
    return tr("ends about {when}", when=words.clock_from(round((now + seconds) / step) * step, now))


def _of_alternative(plan: Plan, other: Alternative) -> str:
    target, micro, times = plan.effective_batch_size, other.micro_batch_size, other.gradient_accumulation_steps
    if micro * times * other.world_size == target:
        product = f"{words.count(micro)} × {words.count(times)} × {words.counted(other.world_size, _unit(plan))}"
        return left_to_right(f"{words.count(target)} = {product}")
    return tr("{target}, at most {number} at a time", target=target, number=micro)


def _unit(plan: Plan) -> str:
    return "processor" if plan.on_gpu is False else "GPU"


def _equation(plan: Plan, cards: Sequence[Device]) -> tuple[tuple[Tile, ...], tuple[str, ...]]:
    device, kinds = cards[0], {short_name(each) for each in cards}
    target = Tile(words.count(plan.effective_batch_size), tr("examples"), tr("per update"))
    where = tr("on the card") if device.is_gpu else tr("in memory")
    name = short_name(device) if len(kinds) == 1 else tr("of {number} kinds", number=len(kinds))
    times = plan.times
    if times is not None:
        unit = tr("device")
        if device.is_gpu:
            unit = tr("GPU") if plan.world_size == 1 else tr("GPUs")
        return (
            (
                target,
                Tile(words.count(plan.slices[0]), tr("at a time"), where),
                Tile(words.count(times), tr("time") if times == 1 else tr("times"), tr("added up")),
                Tile(words.count(plan.world_size), unit, name),
            ),
            ("=", "×", "×"),
        )
    sizes = sorted(set(plan.slices), reverse=True)
    tiles = [target]
    for size in sizes:
        times = plan.slices.count(size)
        tiles.append(
            Tile(
                left_to_right(f"{words.count(times)} × {words.count(size)}"),
                words.counted(times, "time"),
                tr("{size} at a time", size=size),
            )
        )
    operators = ("=", *("+" for _ in sizes[1:]))
    if plan.world_size == 1:
        return tuple(tiles), operators
    tiles.append(Tile(words.count(plan.world_size), tr("GPUs") if device.is_gpu else tr("devices"), tr("share them")))
    return tuple(tiles), (*operators, "")


def _open_tiles(run: NewRun) -> tuple[Tile, ...]:
    target = words.count(run.batch) if run.batch else "?"
    device = "GPU" if run.device is None or run.device.is_gpu else tr("device")
    return (
        Tile(target, tr("examples"), tr("per update")),
        Tile("?", tr("at a time"), tr("in memory")),
        Tile("?", tr("times"), tr("added up")),
        Tile(words.count(run.choices.gpus), device, short_name(run.device) if run.device else ""),
    )


def _starter_rows() -> Iterator[WayOut]:
    for name, starter in starters().items():
        rows = tr(
            "{rows} to learn from, {held_out} held out to check it",
            rows=words.counted(starter.rows, "row"),
            held_out=starter.held_out_rows,
        )
        yield WayOut(
            f"rows:{name}", tr(starter.title), tr(starter.sentence), rows, tr("Use {name}", name=tr(starter.title))
        )
