"""Between the Settings page and the settings of the home: each choice is kept and takes effect at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from studio import api
from studio.errors import StudioError
from ui.pages.settings import SettingsPage
from ui.state.settings import changed, engine_group, settings_view
from ui.theme import theme

Question = api.TokenGiven | api.TokenWanted | api.WebhookGiven | api.WebhookWanted


class SettingsDesk(QObject):
    """Secrets go to the answering process, which knows the keyring."""

    def __init__(
        self,
        home: api.Home,
        page: SettingsPage,
        ask: Callable[[Question, Callable[[object], None]], None],
        tell: Callable[[StudioError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home, self._page, self._ask, self._tell = home, page, ask, tell
        self._has: dict[str, bool] = {}
        """Of the secrets that were looked for: whether there is one."""
        page.changed.connect(self._change)
        page.secret_given.connect(self._keep)
        self.render()

    def look(self) -> None:
        """The page is shown: find out what takes a moment."""
        self.render()
        self._ask(api.TokenWanted(), lambda answer: self._known("token", bool(answer)))
        self._ask(api.WebhookWanted(), lambda answer: self._known("address", bool(answer)))

    def render(self) -> None:
        """Show what is chosen."""
        settings, has = api.read_settings(self._home), self._has
        view = settings_view(settings, self._home, has_token=has.get("token"), has_address=has.get("address"))
        if api.carried_kit() is not None:
            view = (*view, engine_group(api.current_environment(self._home)))
        self._page.show_view(view)

    def _keep(self, key: str, secret: str) -> None:
        given = api.TokenGiven(token=secret) if key == "token" else api.WebhookGiven(address=secret)
        self._ask(given, lambda _: self._known(key, there=True))

    def _known(self, key: str, there: bool) -> None:
        self._has[key] = there
        self.render()

    def _change(self, key: str, value: object) -> None:
        settings = changed(api.read_settings(self._home), key, value)
        try:
            api.write_settings(self._home, settings)
        except StudioError as problem:
            self._tell(problem)
        theme().set_mode(api.read_settings(self._home).theme)
        self.render()
