"""Scenes of Try, Judge and Export for `tests.screens`: an invented run, told as a worker tells it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from studio.api import (
    AfterFailed,
    AnswerEnded,
    Comparison,
    Confusion,
    Exported,
    ExportKind,
    ExportOption,
    Judgement,
    Noted,
    Progressed,
    Proof,
    Pushed,
    QuestionToAsk,
    RowJudged,
    Scored,
    TextWritten,
    WeightType,
)
from studio.durable import write_file
from studio.judging.judgement import Verdict
from tests.ui.run_stories import written
from tests.ui.runs_scenes import _speak
from ui.export_desk import ExportDesk
from ui.state.after_run import Told
from ui.try_desk import TryDesk

if TYPE_CHECKING:
    from tests.screens import Screen

QUESTIONS = (
    QuestionToAsk(row=7310, prompt="Can I return a helmet I wore once?", expected="Yes, within 30 days, in its box."),
    QuestionToAsk(
        row=2086,
        prompt="My parcel has been “in transit” for nine days. Where is it?",
        expected="“Nine days is really long, sorry! We started a search with the carrier. If they find nothing in two "
        "days we send a new one.”",
    ),
    QuestionToAsk(row=3655, prompt="Which lock fits a 29er?", expected="The long one."),
    QuestionToAsk(row=411, prompt="Refund to another card?", expected="Only to the card that paid."),
    QuestionToAsk(row=518, prompt="Do you have the red bell again?", expected="On Thursday."),
)
BEFORE = """I understand how frustrating it can be when a package is delayed. As an AI assistant, I don't have access \
to real-time tracking information. Here are some steps you can take:

1. Check the tracking number on the carrier's website.
2. Contact the carrier's customer service.
3. Reach out to the seller and ask for an update.
4. If it was lost, you may be able to file a claim.

Is there anything else I can help you with today?"""
AFTER = """Nine days is too long, sorry about that! I have opened a search with the carrier today; they answer within \
two working days. If it has not turned up by then, we send you"""


def judgement() -> Judgement:
    """Of a run that learned."""
    rows = (
        RowJudged(
            row=7310,
            question=QUESTIONS[0].prompt,
            expected="Yes, within 30 days. Please send it in its box.",
            before=3.412,
            after=0.912,
            base="As an AI language model, I do not have access to the return policy of the specific store …",
            tuned="Yes, within 30 days. Please send it in its box.",
        ),
        RowJudged(
            row=3655,
            question=QUESTIONS[4].prompt,
            expected="The red one is back on Thursday. Shall I put one aside for you?",
            before=2.951,
            after=0.874,
            base="I'm sorry, I can't check stock levels. You could visit the website or call the shop …",
            tuned="The red one is back on Thursday.",
        ),
    )
    scored = {"rows": 100, "confusion": None}
    labels = ("refund", "delivery", "repair", "(other)")
    table = Confusion(labels, ((31, 2, 0, 1), (1, 40, 3, 0), (0, 4, 17, 1)))
    return Judgement(
        verdict=Verdict(
            kind="learned",
            sentence="It learned what your rows have in common.",
            reasons=(
                "Its loss on the rows it learned from fell: 2.310 at first, 0.942 at last.",
                "On 477 rows it never saw, the loss was 2.214 before and 1.163 after: a change of -1.051, with 95 % "
                "certainty between -1.098 and -1.004.",
                "It did not forget: its loss on a general text is 3.102 before, 3.114 after.",
            ),
            hint="Its held-out loss still fell at the end, so more epochs may help further.",
            forgot=False,
        ),
        held_out=Comparison(rows=477, num_target_tokens=109_331, before=2.214, after=1.163, low=-1.098, high=-1.004),
        general=Comparison(rows=41, num_target_tokens=5210, before=3.102, after=3.114, low=-0.002, high=0.026),
        base=Scored(exact=3, normalised=4, **scored),
        tuned=Scored(rows=100, exact=88, normalised=91, confusion=table),
        best=rows,
        worst=rows[::-1],
        samples=rows,
        update=975,
        device="NVIDIA GeForce RTX 3090",
        seconds=74.0,
    )


def options() -> tuple[ExportOption, ...]:
    """Of a model with four billion weights; one way is closed."""
    gb = 10**9
    sizes: tuple[tuple[ExportKind, WeightType | None, int], ...] = (
        ("adapter", None, 132_000_000),
        ("merged", "bfloat16", 8 * gb),
        ("merged", "float16", 8 * gb),
        ("gguf", "float16", 8 * gb),
        ("gguf", "q8_0", int(4.28 * gb)),
        ("ollama", "float16", 8 * gb),
    )
    problem = "Ollama cannot write conversations the way this model's chat template does."
    return tuple(
        ExportOption(
            kind=kind,
            weight_type=weight_type,
            needed_bytes=size,
            problem=problem if kind == "ollama" else "",
            hint="Export it as gguf: llama.cpp reads the model's own template." if kind == "ollama" else "",
        )
        for kind, weight_type, size in sizes
    )


def proof() -> Proof:
    """Passed."""
    return Proof(consumer="peft 0.18.0", answers=12, tokens=384, different=0, near_ties=0, largest_difference=0.0001)


def _open(screen: Screen, place: str, *, judged: bool = False, running: bool = False) -> TryDesk | ExportDesk:
    now = time.time()
    run = written(screen.home.folder, "finished", now)
    run.run.result.mkdir()
    write_file(run.run.result / "README.md", b"A model card.")
    if judged:
        import msgspec

        write_file(run.run.path / "judgement.json", msgspec.json.encode(judgement()))
    if running:
        screen.held.append(written(screen.home.folder, "running", now))
    screen.open()
    screen.conductor.go(place)
    screen.wait(lambda: not screen.conductor.feed._asked)
    after = screen.conductor.after
    assert after is not None
    return after.desks[place]


def _chat(screen: Screen, *, running: bool = False) -> TryDesk:
    desk = _open(screen, "try", running=running)
    assert isinstance(desk, TryDesk)
    desk.chat.questions = QUESTIONS
    return desk


def _answered(desk: TryDesk) -> None:
    chat = desk.chat
    chat.ask(QUESTIONS[1].prompt, QUESTIONS[1])
    chat.hear(TextWritten(side="base", text=BEFORE))
    chat.hear(AnswerEnded(side="base", text=BEFORE, num_tokens=104, seconds=2.5, reason="end"))
    chat.hear(TextWritten(side="tuned", text=AFTER))


def try_empty(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("try")


def try_first(screen: Screen) -> None:
    _chat(screen).render()


def try_writing(screen: Screen) -> None:
    desk = _chat(screen)
    _answered(desk)
    desk.render()


def try_settings(screen: Screen) -> None:
    desk = _chat(screen)
    _answered(desk)
    desk.chat.hear(AnswerEnded(side="tuned", text=AFTER, num_tokens=38, seconds=1.0, reason="length"))
    desk.render()
    desk.page.input.change.click()


def try_busy(screen: Screen) -> None:
    _chat(screen, running=True).render()


def try_failed(screen: Screen) -> None:
    desk = _chat(screen)
    _answered(desk)
    title = "This needs 9.10 GiB of memory, and 4.25 GiB are free on NVIDIA GeForce RTX 3090."
    desk.chat.hear(AfterFailed(title=title, hint="Close other programs, then try again.", kind="MemoryProblem"))
    desk.render()


def judge_first(screen: Screen) -> None:
    desk = _chat(screen)
    desk.show_part("judge")


def judge_done(screen: Screen) -> None:
    desk = _open(screen, "try", judged=True)
    assert isinstance(desk, TryDesk)
    desk.show_part("judge")


def _export(screen: Screen) -> ExportDesk:
    desk = _open(screen, "export")
    assert isinstance(desk, ExportDesk)
    desk._told = None
    desk.state.free_bytes = 212 * 10**9
    desk.state.see_options(options())
    desk.state.make("adapter")
    folder = str(desk._folder.path / "exports" / "adapter")
    made = Exported(folder=folder, kind="adapter", size_bytes=132_000_000, proof=proof(), seconds=9.0)
    desk.state.hear(made)
    return desk


def export_empty(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("export")


def export_first(screen: Screen) -> None:
    _export(screen).render()


def export_working(screen: Screen) -> None:
    desk = _export(screen)
    desk.state.make("merged")
    desk.state.hear(Progressed(stage="writing weights", done=231, total=398))
    desk.render()


def export_failed(screen: Screen) -> None:
    desk = _export(screen)
    desk.state.make("gguf")
    desk.state.hear(Noted(title="support-replies-2 is using the GPU, so this is done on the processor."))
    desk.state.hear(Progressed(stage="proving"))
    title = (
        "The export does not answer like the tuned model, so it was not kept. In answer 3 the studio's word 2 is token "
        "1,812, llama.cpp takes token 9."
    )
    desk.state.hear(AfterFailed(title=title, hint="Try another form, such as the adapter.", kind="ProofProblem"))
    desk._told = Told("info", "support-replies-trl is written; how to run it stands in its README.md.")
    desk.render()


def export_pushing(screen: Screen) -> None:
    desk = _export(screen)
    desk.push.see_exports(desk.state.made)
    desk.push.type("harbour-bikes/support-replies")
    desk.push.begin()
    desk.push.hear(Progressed(stage="sending files", done=88_000_000, total=132_000_000))
    desk.render()


def export_pushed(screen: Screen) -> None:
    desk = _export(screen)
    desk.push.type("harbour-bikes/support-replies")
    address = "https://huggingface.co/harbour-bikes/support-replies"
    desk.push.hear(
        Pushed(name=desk.push.name, address=address, revision="a" * 40, files=7, size_bytes=132_000_000, private=True)
    )
    desk.render()


def export_push_refused(screen: Screen) -> None:
    desk = _export(screen)
    desk.push.type("harbour-bikes/support-replies")
    hint = "Check the owner's name, and that the token is of the kind “Write”: https://huggingface.co/settings/tokens."
    title = "Your token may not write to harbour-bikes/support-replies."
    desk.push.hear(AfterFailed(title=title, hint=hint, kind="HubProblem"))
    desk.render()


def try_1160x720(screen: Screen) -> None:
    try_settings(screen)
    screen.window.resize(1160, 720)


def export_1160x720(screen: Screen) -> None:
    export_working(screen)
    screen.window.resize(1160, 720)


def try_arabic(screen: Screen) -> None:
    _speak(screen, "ar")
    try_writing(screen)


def export_arabic(screen: Screen) -> None:
    _speak(screen, "ar")
    export_working(screen)


SCENES = (
    try_1160x720,
    export_1160x720,
    try_arabic,
    export_arabic,
    try_empty,
    try_first,
    try_writing,
    try_settings,
    try_busy,
    try_failed,
    judge_first,
    judge_done,
    export_empty,
    export_first,
    export_working,
    export_failed,
    export_pushing,
    export_pushed,
    export_push_refused,
)
