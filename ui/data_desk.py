"""Between the field for a dataset of the hub and its download: looks it up, fetches it, hands over its folder."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from studio import api
from studio.errors import StudioError
from studio.job import DownloadJob
from ui.state.data_hub import HubData
from ui.state.hints import in_line
from ui.state.model_download import DownloadState
from ui.state.tongue import tr
from ui.widgets.data_hub_line import HubDataLine


class DataDesk(QObject):
    """The download goes on while other pages are shown; it ends with the window, and goes on when asked again."""

    chosen = Signal(str)
    """The folder of a dataset."""
    fetched = Signal(str)
    """The same, where something else was chosen meanwhile."""

    def __init__(self, home: api.Home, line: HubDataLine, bench: api.Bench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._bench, self._line = home, bench, line
        self._asked: api.Asked | None = None
        self._running: api.Download | None = None
        self.state = HubData()
        line.typed.connect(self._type)
        line.pressed.connect(self._press)
        line.part_picked.connect(self._pick)
        line.pause_asked.connect(self._pause)
        line.cancel_asked.connect(self._cancel)
        line.left.connect(lambda: self.open(shown=False))
        self.render()

    def open(self, *, shown: bool) -> None:
        """Show the field, or put it away; a download goes on."""
        self.state.is_open = shown
        self.render()
        if shown:
            self._line.name.setFocus()

    def tick(self) -> None:
        """One look at the hub's answer and at the download."""
        if self._asked is not None and self._asked.poll():
            asked, self._asked = self._asked, None
            if self.state.looking:
                problem = asked.problem
                self.state.hear(asked.answer, in_line(problem) if problem else "")
            self.render()
        if self._running is not None and (events := self._running.poll()):
            self._follow(self._running, events)

    def render(self) -> None:
        """Show what follows."""
        self._line.setVisible(self.state.is_open)
        self._line.show_view(self.state.view())

    def close(self) -> None:
        """End the download; what is here is kept for the next time."""
        if self._running is not None:
            self._running.close()
            self._running = None

    def _type(self, text: str) -> None:
        self.state.type(text)
        self.render()

    def _pick(self, part: str) -> None:
        self.state.part = part
        self.render()

    def _press(self) -> None:
        """Look the name up, or fetch what was found."""
        if not self.state.view().can_press or self._running is not None:
            return
        if self.state.found is not None:
            self._fetch(self.state.wanted)
        elif name := self.state.look():
            with suppress(OSError):
                self._asked = self._bench.ask(api.DatasetWanted(dataset=name))
        self.render()

    def _fetch(self, wanted: str) -> None:
        self.state.download = DownloadState(wanted)
        try:
            self._running = api.Download(self._home, DownloadJob(model=wanted))
        except (OSError, StudioError) as problem:
            self.state.download.problem = (tr("The download could not be started."), str(problem))

    def _follow(self, running: api.Download, events: list[api.DownloadEvent]) -> None:
        download = self.state.download
        assert download is not None
        for event in events:
            download.apply(event)
        if running.ended is not None:
            self.close()
            if download.folder:
                wanted, self.state = self.state.is_open, HubData()
                (self.chosen if wanted else self.fetched).emit(download.folder)
        self.render()

    def _pause(self) -> None:
        if self._running is not None and self.state.download is not None:
            (self._running.resume if self.state.download.paused else self._running.pause)()

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
