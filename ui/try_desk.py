"""Between the Try page and the worker: questions, conversations that were kept, and judging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from PySide6.QtCore import QObject

from studio import api
from studio.errors import StudioError
from ui.errand import Errand
from ui.pages.try_it import TryPage
from ui.state.after_run import Told, busy_with
from ui.state.judgement import JudgeState
from ui.state.known import KnownRun, model_name
from ui.state.tongue import tr
from ui.state.try_it import Settings, TryState

Part = Literal["ask", "judge"]
Result = tuple[str, float]
"""Name of a run and when it ended: a run that was resumed has another one."""


def result_of(run: KnownRun) -> Result:
    """What is asked, judged and exported."""
    return run.name, run.brief.ended_at


class Surroundings(Protocol):
    """What a desk needs of the one that made it."""

    errand: Errand

    @property
    def where(self) -> Told | None:
        """Where models answer now."""
        ...

    def folder(self, name: str) -> api.RunFolder | None:
        """Of a run."""
        ...


class TryDesk(QObject):
    """What was said about each run stays as long as the window."""

    def __init__(
        self,
        around: Surroundings,
        ask: Callable[[api.RunQuestion, Callable[[api.Asked], None]], None],
        tell: Callable[[StudioError], None],
    ) -> None:
        assert isinstance(around, QObject)
        super().__init__(around)
        self._around, self._ask_bench, self._tell = around, ask, tell
        self.page = TryPage()
        self._part: Part = "ask"
        self._run: KnownRun | None = None
        self._chats: dict[Result, TryState] = {}
        self._judged: dict[Result, JudgeState] = {}
        page = self.page
        page.part_chosen.connect(self.show_part)
        page.question_chosen.connect(lambda question: self._ask(question.prompt, question))
        page.others_asked.connect(self._other_questions)
        page.conversation_chosen.connect(self._open)
        page.input.asked.connect(self._ask)
        page.input.stop_asked.connect(around.errand.stop)
        page.input.settings_chosen.connect(self._set)
        page.judge.judge_asked.connect(self._judge)
        page.judge.cancel_asked.connect(around.errand.cancel)

    @property
    def chat(self) -> TryState:
        """With the models of the run that is shown."""
        assert self._run is not None
        return self._chats[result_of(self._run)]

    def show_part(self, part: Part) -> None:
        """Ask or judge."""
        self._part = part
        self.render()

    def show_run(self, run: KnownRun | None, runs: Sequence[tuple[str, str]]) -> None:
        """This run from now on; None: none has a result."""
        self._run = run
        if run is None:
            self.page.show_nothing()
            return
        self.page.show_runs(runs, run.name)
        if result_of(run) not in self._chats:
            self._meet(run)
        self.render()

    def _meet(self, run: KnownRun) -> None:
        folder = self._around.folder(run.name)
        assert folder is not None
        chat = self._chats[result_of(run)] = TryState(str(folder.path), run.job, run.brief.update)
        chat.conversations = api.list_conversations(folder)
        self._judged[result_of(run)] = JudgeState(api.read_judgement(folder))
        if not chat.writes:
            self._part = "judge"
            return

        def hear(question: api.Asked) -> None:
            chat.questions = question.answer or ()
            self.render()

        self._ask_bench(api.ToAskWanted(run=str(folder.path)), hear)

    def render(self) -> None:
        """Show it as it is now."""
        if self._run is None:
            return
        job, result = self._around.errand.job, result_of(self._run)
        path, chat, judged = str(self._path), self._chats[result], self._judged[result]
        mine = isinstance(job, api.TryJob | api.JudgeJob | api.ExportJob) and job.run == path
        if self._part == "judge":
            at_it = mine and isinstance(job, api.JudgeJob)
            self.page.show_judge(
                judged.view(),
                title=self._run.title,
                doing=judged.doing if at_it else "",
                share=judged.share if at_it else None,
                told=judged.told or self._around.where,
                why_not="" if at_it else busy_with(job),
            )
            return
        answering = mine and isinstance(job, api.TryJob)
        why_not = "" if answering else busy_with(job)
        if not chat.writes:
            why_not = tr("This model gives labels and writes no answers. Judge shows what it gives.")
        view = chat.view(self._around.where)
        self.page.show_chat(view, model=model_name(self._run.job), answering=answering, why_not=why_not)

    @property
    def _path(self) -> object:
        folder = self._around.folder(self._run.name) if self._run else None
        return folder.path if folder else ""

    def _ask(self, prompt: str, question: api.QuestionToAsk | None = None) -> None:
        if self._around.errand.job is None:
            chat = self.chat
            self._begin(chat.ask(prompt, question), chat.hear)

    def _judge(self) -> None:
        assert self._run is not None
        if self._around.errand.job is not None:
            return
        judged, folder = self._judged[result_of(self._run)], self._around.folder(self._run.name)
        assert folder is not None
        judged.begin()

        def hear(event: api.AfterEvent) -> None:
            judged.hear(event)
            if isinstance(event, api.Judged):
                judged.found = api.read_judgement(folder)

        self._begin(api.JudgeJob(run=str(folder.path)), hear)

    def _begin(self, job: api.AfterJob, hear: Callable[[api.AfterEvent], None]) -> None:
        try:
            self._around.errand.begin(job, hear)
        except OSError as problem:
            hear(
                api.AfterFailed(
                    title=tr("The program that answers could not be started."), hint=str(problem), kind="OSError"
                )
            )
            self.render()

    def _other_questions(self) -> None:
        self.chat.other_questions()
        self.render()

    def _open(self, name: str) -> None:
        chat, folder = self.chat, self._around.folder(self._run.name if self._run else "")
        if not name or folder is None:
            chat.begin_conversation()
        else:
            try:
                chat.open_conversation(name, api.read_turns(api.conversation_file(folder, name)))
            except StudioError as problem:
                self._tell(problem)
        self.render()

    def _set(self, settings: Settings) -> None:
        self.chat.settings = settings
        self.render()
