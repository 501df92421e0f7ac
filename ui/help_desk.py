"""Between the Help page and the window: the guide at the chapter of the page one comes from, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.assets import asset
from ui.window import Window

if TYPE_CHECKING:  # made when it is asked for
    from ui.pages.help import HelpPage

PLACE = "help"


class HelpDesk(QObject):
    """The page is made when somebody asks for it."""

    def __init__(self, window: Window, go: Callable[[str], None]) -> None:
        """`go` shows another page."""
        super().__init__(window)
        self._window, self._go = window, go
        self._from = "home"
        self.page: HelpPage | None = None

    def open(self) -> None:
        """Before the page is shown: make it, and turn to the chapter."""
        if self._window.place == PLACE:
            return
        self._from = self._window.place or "home"
        page = self._made()
        page.open_at(self._from)

    def find(self) -> bool:
        """Look for words in the guide, where it is shown."""
        if self._window.place != PLACE or self.page is None:
            return False
        self.page.find()
        return True

    def _made(self) -> HelpPage:
        from ui.pages.help import HelpPage
        from ui.state.guide import guide_file, read_guide

        if self.page is None:
            self.page = HelpPage(read_guide(guide_file(asset("docs"))))
            self.page.left.connect(lambda: self._go(self._from))
            self.page.place_asked.connect(self._go)
            self._window.add_page(PLACE, self.page)
        return self.page
