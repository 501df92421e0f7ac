"""The exports of a run: what is possible, how large it is, how far each is, and whether it is proved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from studio.api import (
    AfterEvent,
    AfterFailed,
    Exported,
    ExportJob,
    ExportKind,
    ExportOption,
    KeptExport,
    Noted,
    Progressed,
    Proof,
    RecipeKind,
    WeightType,
)
from ui.state import words
from ui.state.after_run import Told, told
from ui.state.hints import in_window
from ui.state.tongue import QT_TR_NOOP, tr, tr_studio

KINDS: tuple[ExportKind, ...] = ("adapter", "merged", "gguf", "ollama")
_TITLES = {
    "adapter": QT_TR_NOOP("Adapter"),
    "merged": QT_TR_NOOP("Merged model"),
    "gguf": QT_TR_NOOP("GGUF file"),
    "ollama": QT_TR_NOOP("For Ollama"),
}
_FOR = {
    "adapter": QT_TR_NOOP("A small file with what was learned. Needs {model} beside it. Best to keep and to share."),
    "merged": QT_TR_NOOP("One complete model; nothing else is needed. For servers and other programs."),
    "gguf": QT_TR_NOOP("One file for an ordinary computer, without a graphics card if need be."),
    "ollama": QT_TR_NOOP("The same file with a ready Modelfile: chat format and where an answer ends."),
}
_WORKS_WITH = {
    "adapter": "Transformers, vLLM",
    "merged": "Transformers, vLLM, SGLang",
    "gguf": "LM Studio, llama.cpp",
    "ollama": "Ollama",
}
_STEPS = (
    QT_TR_NOOP("Your model asked"),
    QT_TR_NOOP("Written"),
    QT_TR_NOOP("Loaded again"),
    QT_TR_NOOP("Same answers"),
)
_SIZES: dict[WeightType, str] = {
    "float32": QT_TR_NOOP("32 bits"),
    "bfloat16": QT_TR_NOOP("16 bits (bfloat16)"),
    "float16": QT_TR_NOOP("16 bits"),
    "q8_0": QT_TR_NOOP("8 bits"),
}
_PHASES = {"asking tuned": 0, "merging": 1, "writing weights": 1, "proving": 2}
RECIPES: tuple[tuple[RecipeKind, str], ...] = (
    ("python", "Python"),
    ("trl", "TRL"),
    ("axolotl", "Axolotl"),
    ("llama-factory", "LLaMA-Factory"),
)
StepState = Literal["done", "now", "to do", "failed"]


@dataclass(frozen=True)
class Step:
    """One line of the proof list."""

    what: str
    state: StepState


@dataclass(frozen=True)
class ExportView:
    """One card."""

    kind: ExportKind
    title: str
    for_whom: str
    size: str
    works_with: str
    sizes: tuple[tuple[str, str, str], ...]
    """Key, word and size of each type of numbers; none where there is no choice."""
    chosen_size: str
    state: Literal["not made", "working", "done", "failed", "impossible"]
    steps: tuple[Step, ...]
    title_of_state: str
    words_of_state: str
    share: float | None
    folder: str
    button: str
    why_not: str


class _Card:
    """What is known about one kind."""

    def __init__(self, kind: ExportKind) -> None:
        self.kind: ExportKind = kind
        self.weight_type: WeightType | None = None
        self.phase: int | None = None
        """Of the export that is being made."""
        self.failed: int | None = None
        """The step at which it failed."""
        self.trouble: Told | None = None
        self.progress: Progressed | None = None
        self.cancelled = False


class ExportState:
    """Of one run; folds what the worker tells."""

    def __init__(self, run: str, model: str) -> None:
        self._run, self._model = run, model
        self._cards = {kind: _Card(kind) for kind in KINDS}
        self._options: dict[tuple[ExportKind, WeightType | None], ExportOption] = {}
        self._kept: dict[tuple[ExportKind, WeightType | None], KeptExport] = {}
        self._working: _Card | None = None
        self.noted: Told | None = None
        self.free_bytes = 0
        self.place: Path | None = None
        """Where exports go; None: into the run's folder."""

    # what is known

    def see_options(self, options: Sequence[ExportOption]) -> None:
        """What is possible; the first type of each kind is the usual one."""
        self._options = {(each.kind, each.weight_type): each for each in options}
        for card in self._cards.values():
            types = self._types(card.kind)
            if types and card.weight_type not in types:
                kept: list[WeightType | None] = [each for each in types if (card.kind, each) in self._kept]
                card.weight_type = (kept or types)[0]

    def see_kept(self, kept: Sequence[KeptExport]) -> None:
        """The exports in the run's folder; those made elsewhere stay known."""
        self._kept.update({(each.kind, each.weight_type): each for each in kept})

    def choose(self, kind: ExportKind, weight_type: WeightType) -> None:
        """Another type of numbers."""
        card = self._cards[kind]
        if card is not self._working:
            card.weight_type, card.failed, card.trouble = weight_type, None, None

    # what is done

    def make(self, kind: ExportKind) -> ExportJob:
        """Begin one."""
        card = self._working = self._cards[kind]
        card.phase, card.failed, card.trouble, card.progress, card.cancelled = 0, None, None, None, False
        self.noted = None
        name = "-".join(each for each in (Path(self._run).name, kind, card.weight_type) if each)
        to = str(self.place / name) if self.place else None
        return ExportJob(run=self._run, kind=kind, weight_type=card.weight_type, to=to)

    def cancel(self) -> None:
        """It was asked to end."""
        if self._working is not None:
            self._working.cancelled = True

    def hear(self, event: AfterEvent) -> None:
        """Fold one event."""
        card = self._working
        assert card is not None, "events come while an export is being made"
        match event:
            case Progressed():
                card.progress = event
                card.phase = max(card.phase or 0, _PHASES.get(event.stage, 0))
            case Noted():
                self.noted = told(event)
            case Exported():
                self._kept[card.kind, card.weight_type] = KeptExport(
                    kind=card.kind,
                    weight_type=card.weight_type,
                    folder=event.folder,
                    size_bytes=event.size_bytes,
                    proof=event.proof,
                )
                self._end(card)
            case AfterFailed():
                card.trouble = told(event)
                differs = event.kind == "ProofProblem"  # it was loaded and asked, and said something else
                card.failed = None if card.trouble is None else 3 if differs else card.phase
                self._end(card)
            case _:
                pass

    def _end(self, card: _Card) -> None:
        card.phase, card.progress, self._working = None, None, None

    # what is shown

    def views(self) -> tuple[ExportView, ...]:
        """The cards, in one order."""
        return tuple(self._view(card) for card in self._cards.values())

    @property
    def made(self) -> list[tuple[str, KeptExport]]:
        """The exports that are proved, each with its title."""
        found: list[tuple[str, KeptExport]] = []
        for (kind, weight_type), kept in self._kept.items():
            size = f", {tr(_SIZES[weight_type])}" if weight_type else ""
            found.append((f"{tr(_TITLES[kind])}{size}", kept))
        return found

    @property
    def first_to_make(self) -> ExportKind | None:
        """The one whose button is filled; none while one is being made."""
        if self._working is not None:
            return None
        return next((each.kind for each in self.views() if each.state == "not made"), None)

    @property
    def disk(self) -> str:
        """What is free, and what would be after all that can still be made."""
        if not self._options or not self.free_bytes:
            return ""
        to_make = [self._option(each.kind) for each in self.views() if each.state == "not made"]
        left = self.free_bytes - sum(each.needed_bytes for each in to_make if each)
        free = tr("{size} free", size=words.file_size(self.free_bytes))
        if not to_make:
            return free
        return tr("{free}, {left} left after all that can still be made", free=free, left=words.file_size(max(left, 0)))

    def _types(self, kind: ExportKind) -> list[WeightType | None]:
        return [weight_type for of, weight_type in self._options if of == kind]

    def _option(self, kind: ExportKind) -> ExportOption | None:
        return self._options.get((kind, self._cards[kind].weight_type))

    def _view(self, card: _Card) -> ExportView:
        option, kept = self._option(card.kind), self._kept.get((card.kind, card.weight_type))
        size = words.file_size(kept.size_bytes) if kept else ""
        if option is not None and not kept:
            size = tr("up to {size}", size=words.file_size(option.needed_bytes))
        types: list[WeightType] = [each for each in self._types(card.kind) if each is not None]
        sizes = tuple(
            (each, tr(_SIZES[each]), words.file_size(self._options[card.kind, each].needed_bytes)) for each in types
        )
        state, title, said = self._state(card, option, kept)
        return ExportView(
            kind=card.kind,
            title=tr(_TITLES[card.kind]),
            for_whom=tr(_FOR[card.kind], model=self._model),
            size=size,
            works_with=_WORKS_WITH[card.kind],
            sizes=sizes,
            chosen_size=card.weight_type or "",
            state=state,
            steps=tuple(Step(tr(what), _step(number, card, state)) for number, what in enumerate(_STEPS)),
            title_of_state=title,
            words_of_state=said,
            share=_share(card.progress),
            folder=kept.folder if kept else "",
            button=tr("Make again") if state == "failed" else tr("Make it"),
            why_not=tr("Looking what is possible …") if option is None and not kept else "",
        )

    def _state(
        self, card: _Card, option: ExportOption | None, kept: KeptExport | None
    ) -> tuple[Literal["not made", "working", "done", "failed", "impossible"], str, str]:
        if card is self._working:
            return "working", tr("Cancelling …") if card.cancelled else _phase_words(card), ""
        if card.trouble is not None:
            first, stop, rest = tr_studio(card.trouble.title).partition(". ")
            return "failed", first + stop.strip(), f"{rest} {tr_studio(card.trouble.hint)}".strip()
        if kept is not None:
            return "done", tr("Proved: same answers"), proof_words(kept.proof)
        if option is not None and option.problem:
            return "impossible", tr_studio(option.problem), in_window(option.hint, option.remedy)
        return "not made", "", ""


def proof_words(proof: Proof) -> str:
    """What the consumer said, in a sentence."""
    answers = words.counted(proof.answers, "answer")
    tokens = words.counted(proof.tokens, "token")
    said = tr("{consumer}: {answers}, {tokens}, all the same.", consumer=proof.consumer, answers=answers, tokens=tokens)
    if proof.near_ties:
        ties = words.count(proof.near_ties)
        said = tr(
            "{consumer}: {answers}, {tokens}, the same but for {ties} where two words were equally likely.",
            consumer=proof.consumer,
            answers=answers,
            tokens=tokens,
            ties=ties,
        )
    return said


def _phase_words(card: _Card) -> str:
    match card.phase:
        case 1:
            return tr("Writing")
        case 2:
            return tr("Loading it again and asking the same")
        case _:
            return tr("Asking your model first")


def _share(progress: Progressed | None) -> float | None:
    return progress.done / progress.total if progress is not None and progress.total else None


def _step(number: int, card: _Card, state: str) -> StepState:
    if state == "done":
        return "done"
    reached = card.failed if state == "failed" else card.phase if state == "working" else None
    if reached is None:
        return "to do"
    if number < reached:
        return "done"
    if number > reached:
        return "to do"
    return "failed" if state == "failed" else "now"


def recipe_folder(parent: Path, run: str, kind: RecipeKind) -> Path:
    """A folder below `parent` that is not there yet."""
    names = (f"{run}-{kind}" if number == 1 else f"{run}-{kind}-{number}" for number in range(1, 1000))
    return next(parent / name for name in names if not (parent / name).exists())


def recipe_words(folder: Path, differences: Sequence[str]) -> Told:
    """That it is written, and what it does not repeat."""
    title = tr("{name} is written; how to run it stands in its README.md.", name=folder.name)
    return Told("info", title, " ".join(differences))
