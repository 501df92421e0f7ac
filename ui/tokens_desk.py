"""Between the page of tokens and the rows: asks for one row after the other, and passes on where they are cut."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studio import api
from studio.job import Data
from ui.pages.data_tokens import DataTokensPage
from ui.state.data_lengths import lengths_view
from ui.state.data_tokens import RowView, row_view
from ui.state.hints import in_line
from ui.state.new_run import NewRun
from ui.state.new_run_cards import data_view, model_view
from ui.state.tongue import tr


class TokensDesk(QObject):
    """A row that was asked for while another one is looked for takes its place."""

    length_chosen = Signal(object)
    skip_asked = Signal(tuple)
    left = Signal()

    def __init__(self, home: api.Home, state: NewRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._bench = state, api.Bench(home)
        self._asked: api.Asked | None = None
        self._place: tuple[str, int] = ("", 0)
        self._shown: RowView | None = None
        self._trouble = ""
        self._data: tuple[Data, str] | None = None
        self.page = page = DataTokensPage()
        page.row_asked.connect(self._ask)
        page.cut_row_asked.connect(self._ask_cut)
        page.length_chosen.connect(self.length_chosen)
        page.skip_asked.connect(self.skip_asked)
        page.left.connect(self.left)

    def open(self) -> None:
        """Show the first row, or again the one that was shown of these data."""
        self._follow_data()
        self.render()

    def tick(self) -> None:
        """Look for the answer."""
        asked = self._asked
        if asked is None or not asked.poll():
            return
        self._asked = None
        if asked.problem is not None:
            self._trouble = in_line(asked.problem)
        else:
            shown: api.RowShown = asked.answer
            self._place, self._trouble = (shown.file, shown.row), ""
            self._shown = row_view(shown, several_files=not self._state.choices.data.endswith(shown.file))
        self.page.show_row(self._shown, self._trouble)

    def render(self) -> None:
        """Show what follows from the choices."""
        self._follow_data()
        state = self._state
        name, model = data_view(state).name, model_view(state).name
        line = tr(
            "{data} with {model}. The marked part is what it learns to write; the rest it only reads.",
            data=name,
            model=model,
        )
        report = state.inspection.report if state.inspection else None
        self.page.show_lengths(line, lengths_view(state), len(report.cut_rows) if report else 0)

    def close(self) -> None:
        """End what belongs to this page."""
        self._bench.close()

    def _follow_data(self) -> None:
        """Other data, columns, model or length: the row is asked for again."""
        state = self._state
        if state.inspection is None or state.facts is None:
            return
        now = (state.data, state.choices.model)
        if now == self._data:
            return
        same_file = self._data is not None and self._data[0].train == now[0].train
        self._data = now
        if not same_file:
            self._place, self._shown = ("", 0), None
            self.page.show_row(None, "")
        self._ask("here" if same_file and self._place[1] else "next", 0, "")

    def _ask(self, go: str, number: int, words: str) -> None:
        if self._data is None:
            return
        data, model = self._data
        file, row = self._place
        wanted = api.RowWanted(
            data=data,
            model=model,
            file=file,
            row=number or row,
            go="next" if go == "next" else "previous" if go == "previous" else "here",
            words=words,
        )
        self._put(wanted)

    def _ask_cut(self) -> None:
        """The next of the rows that are cut, then the first again."""
        report = self._state.inspection.report if self._state.inspection else None
        if self._data is None or report is None or not report.cut_rows:
            return
        file, row = self._place
        later = (each for each in report.cut_rows if (each.file, each.row) > (file, row))
        following = next(later, report.cut_rows[0])
        self._put(api.RowWanted(data=self._data[0], model=self._data[1], file=following.file, row=following.row))

    def _put(self, wanted: api.RowWanted) -> None:
        if self._asked is not None:
            self._bench.drop()
        try:
            self._asked = self._bench.ask(wanted)
        except OSError as problem:
            self._asked, self._trouble = None, tr("The row cannot be shown: {why}.", why=problem.strerror)
            self.page.show_row(self._shown, self._trouble)
