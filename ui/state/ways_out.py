"""When a plan does not fit: what would make it fit, each tried before it is offered, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from studio.api import Plan
from studio.job import Full, Lora
from ui.state import words
from ui.state.new_run import NewRun
from ui.state.new_run_choices import Choices, four_bits
from ui.state.new_run_view import WayOut
from ui.state.tongue import tr

_LENGTHS = (4096, 2048, 1024, 512, 256)


OTHER_MODEL = "models"


def _other_model() -> WayOut:
    return WayOut(
        OTHER_MODEL,
        tr("Use a smaller model"),
        tr("The list says of each model whether it fits these rows on this device."),
        "",
        tr("See which fit"),
    )


@dataclass(frozen=True)
class _Idea:
    key: str
    title: str
    sentence: str
    button: str
    choices: Choices


def ways_out(run: NewRun) -> list[tuple[WayOut, Choices]]:
    """What fits, the smallest change first, as far as tried. Needs a plan that does not fit."""
    found: list[tuple[WayOut, Choices]] = []
    for idea in _open_ideas(run, found):
        plan = run.planned(idea.choices)
        if plan is None:
            break
        if isinstance(plan, Plan) and plan.fits:
            spare = words.gib(plan.spare_bytes, unit=False)
            memory = words.gib(plan.peak_bytes)
            need = tr("Needs {memory}, {spare} to spare", memory=memory, spare=spare)
            if plan.world_size > 1:
                need = tr("Each needs {memory}, {spare} to spare", memory=memory, spare=spare)
            takes = tr("takes about {time}", time=words.about_duration(plan.updates * plan.seconds_per_update))
            way = WayOut(idea.key, idea.title, idea.sentence, f"{need}  ·  {takes}", idea.button)
            found.append((way, idea.choices))
    if not found and not _does_not_fit(run):
        return []
    return [*found[:2], (_other_model(), run.choices), *found[2:3]]


def try_a_way_out(run: NewRun) -> bool:
    """Work out the next one that was not tried; False where there is none. Takes as long as one plan."""
    for idea in _open_ideas(run, ways_out(run)):
        if run.planned(idea.choices) is None:
            run.plan_for(idea.choices)
            return True
    return False


def _open_ideas(run: NewRun, found: list[tuple[WayOut, Choices]]) -> Iterator[_Idea]:
    """Those of whose kind none is among `found`, which may grow meanwhile."""
    for idea in _ideas(run) if _does_not_fit(run) else ():
        if all(way.key != idea.key for way, _ in found):
            yield idea


def _does_not_fit(run: NewRun) -> bool:
    return isinstance(run.chosen, Plan) and not run.chosen.fits


def _shared_by(run: NewRun, gpus: int) -> _Idea:
    """The same work on another number of cards; they keep a part of the model each where it does not fit one."""
    title, button = tr("Leave it to one GPU"), tr("Use 1 GPU")
    card = run.cards[0].name
    sentence = tr("{card} has the most memory free; another one has too little for its share.", card=card)
    if gpus > 1:
        many = words.counted(gpus, "GPU")
        title, button = tr("Divide it between {gpus}", gpus=many), tr("Use {gpus}", gpus=many)
        sentence = tr("Each keeps a part of the model and sends it where it is needed. Same result.")
    return _Idea("gpus", title, sentence, button, replace(run.choices, gpus=gpus))


def _ideas(run: NewRun) -> list[_Idea]:
    choices = run.choices
    ideas = [_shared_by(run, gpus) for gpus in range(1, len(run.cards) + 1) if gpus != choices.gpus]
    if isinstance(choices.method, Full):
        ideas.append(
            _Idea(
                "adapter",
                tr("Train a small adapter instead"),
                tr("The weights stay as they are; an adapter beside them learns. Often just as good."),
                tr("Use an adapter"),
                replace(choices, method=run.method_names[0][0], learning_rate=None),
            )
        )
    if isinstance(choices.method, Lora) and choices.method.quantization is None and run.device and run.device.is_gpu:
        ideas.append(
            _Idea(
                "four bits",
                tr("Store the model in 4 bits"),
                tr("Its weights are rounded while the adapter learns; answers are nearly as good."),
                tr("Store in 4 bits"),
                replace(choices, method=four_bits(choices.method)),
            )
        )
    assert run.inspection is not None
    lengths = run.inspection.lengths
    longest = int(lengths.max(initial=0))
    for length in _LENGTHS:
        if length >= longest:
            continue
        cut = int((lengths > length).sum())
        ideas.append(
            _Idea(
                "shorter",
                tr("Cut rows at {number} tokens", number=words.count(length)),
                tr("{rows} longer and would lose their end.", rows=words.counted(cut, "row is", "rows are")),
                tr("Cut at {number}", number=words.count(length)),
                replace(choices, max_seq_len=length),
            )
        )
    if choices.model != run.demo.model:
        ideas.append(
            _Idea(
                "starter",
                tr("Use the starter model"),
                tr("Small, and good for trying things out; it writes far less well."),
                tr("Use the starter"),
                replace(choices, model=run.demo.model, method=run.demo.method, learning_rate=None),
            )
        )
    return ideas
