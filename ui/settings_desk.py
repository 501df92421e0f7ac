"""Between the Settings page and the settings of the home: each choice is kept and takes effect at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from studio import api
from studio.errors import StudioError
from ui.pages.settings import SettingsPage
from ui.state.settings import changed, settings_view
from ui.theme import theme


class SettingsDesk(QObject):
    """The token goes to the answering process, which knows the keyring."""

    def __init__(
        self,
        home: api.Home,
        page: SettingsPage,
        ask: Callable[[api.TokenGiven | api.TokenWanted, Callable[[object], None]], None],
        tell: Callable[[StudioError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home, self._page, self._ask, self._tell = home, page, ask, tell
        self._has_token: bool | None = None
        page.changed.connect(self._change)
        page.token_given.connect(lambda text: ask(api.TokenGiven(token=text), lambda _: self._token_known(True)))
        self.render()

    def look(self) -> None:
        """The page is shown: find out what takes a moment."""
        self.render()
        self._ask(api.TokenWanted(), lambda answer: self._token_known(bool(answer)))

    def render(self) -> None:
        """Show what is chosen."""
        self._page.show_view(settings_view(api.read_settings(self._home), self._home, has_token=self._has_token))

    def _token_known(self, there: bool) -> None:
        self._has_token = there
        self.render()

    def _change(self, key: str, value: object) -> None:
        settings = changed(api.read_settings(self._home), key, value)
        try:
            api.write_settings(self._home, settings)
        except StudioError as problem:
            self._tell(problem)
        theme().set_mode(api.read_settings(self._home).theme)
        self.render()
