"""One model in full: facts, whether it fits, how to get it, and the one button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.state.model_details import DetailsView
from ui.state.tongue import tr
from ui.widgets.basics import (
    Bar,
    Card,
    Elided,
    IconLabel,
    Label,
    body,
    caption,
    column,
    link_button,
    primary_button,
    row,
    rule,
    secondary_button,
)
from ui.widgets.fact_rows import FactRows

TOKENS_PAGE = "https://huggingface.co/settings/tokens"


class ModelPanel(Card):
    """Shows what `ui.state.model_details` says."""

    action_asked = Signal(str)
    pause_asked = Signal()
    cancel_asked = Signal()
    token_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: DetailsView | None = None
        self._title, self._line = Elided("", 16, 600), Elided("", 12, 400, "mut")
        self._fit_icon, self._fit = IconLabel("info", "mut", 18), Label("", 14, 600).wrapped()
        self._why = caption().wrapped()
        fit = row(self._fit_icon, 9, self._fit)
        fit.setStretchFactor(self._fit, 1)
        self._facts = FactRows(lambda: (caption(), body("", 500).wrapped()), Qt.AlignmentFlag.AlignTop, (14, 5))
        self.steps = self._make_steps()
        self._problem, self._hint = body("", 600, "bad").wrapped(), body().wrapped()
        self._bar, self._progress = Bar(), caption("", 500, "text").wrapped()
        self.pause = secondary_button(tr("Pause"), "pause", 28)
        self.pause.clicked.connect(self.pause_asked)
        self.cancel = link_button(tr("Stop and remove"))
        self.cancel.clicked.connect(self.cancel_asked)
        self._download = QWidget()
        self._download.setLayout(column(self._bar, 6, self._progress, 8, row(self.pause, 6, self.cancel, None)))
        self.action = primary_button(tr("Use this model"), None, 38)
        self.action.clicked.connect(lambda: self._view and self.action_asked.emit(self._view.action))
        self._reason = caption().wrapped()
        self.setLayout(
            column(
                self._title, 2, self._line, 12, fit, 3, self._why, 12, rule(), 10, self._facts, 12, self.steps,
                self._problem, 3, self._hint, self._download, None, self._reason, 8, row(None, self.action),
                margins=(18, 16, 18, 16),
            )
        )  # fmt: skip

    def _make_steps(self) -> QWidget:
        made = Card("sunk")
        self.page_link = link_button(tr("Open its page"), "share")
        self.page_link.clicked.connect(lambda: self._view and _open(self._view.page))
        tokens = link_button(tr("Open the page of tokens"), "share")
        tokens.clicked.connect(lambda: _open(TOKENS_PAGE))
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setPlaceholderText("hf_…")
        self.token.setAccessibleName(tr("Token for the hub"))
        self.token.setFixedHeight(34)
        self.keep = secondary_button(tr("Keep it"))
        self.keep.clicked.connect(self._give_token)
        self.token.returnPressed.connect(self._give_token)
        field = row(self.token, 8, self.keep)
        field.setStretchFactor(self.token, 1)
        self._token_line = body("", 500, "ok").wrapped()
        made.setLayout(
            column(
                body(tr("Its owner asks you to agree to its licence"), 600),
                8,
                body(tr("1. Sign in there and agree. Some owners take hours to answer.")).wrapped(),
                row(self.page_link, None),
                4,
                body(tr("2. Create a token of the kind “Read” and copy it.")).wrapped(),
                row(tokens, None),
                4,
                body(tr("3. Paste it here. It is kept in the system's keyring, never in a run.")).wrapped(),
                5,
                field,
                5,
                self._token_line,
                margins=(14, 11, 14, 11),
            )
        )
        return made

    def show_details(self, view: DetailsView | None) -> None:
        """Show this model; None: none is selected."""
        self._view = view
        for widget in (self.action, self.steps, self._download, self._reason, self._why):
            widget.setVisible(False)
        if view is None:
            self._title.setText(tr("Select a model"))
            self._line.setText(tr("Its facts and what it needs stand here."))
            self._fit.setText("")
            self._facts.show_facts(())
            return
        self._title.setText(view.title)
        self._line.setText(view.line)
        self._fit_icon.set_icon(view.fit.icon, view.fit.tone)
        words = view.fit.words
        self._fit.setText(words[:1].upper() + words[1:])
        self._fit.set_tone(view.fit.tone)
        self._why.setText(view.fit.why)
        self._why.setVisible(bool(view.fit.why))
        self._facts.show_facts(view.facts)
        self.steps.setVisible(view.is_gated)
        self._token_line.setText(view.token_line)
        self._token_line.setVisible(bool(view.token_line))
        for label, text in ((self._problem, view.problem[0]), (self._hint, view.problem[1])):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_download(view)
        self.action.setVisible(bool(view.action))
        self.action.set_text(view.action_words)
        self.action.setEnabled(not view.action_reason)
        self._reason.setText(view.action_reason)
        self._reason.setVisible(bool(view.action_reason) and bool(view.action))

    def _show_download(self, view: DetailsView) -> None:
        self._download.setVisible(view.download is not None)
        if view.download:
            self._bar.set_share(view.download.share)
            self._bar.setAccessibleName(tr("Download of {name}", name=view.title))
            self._progress.setText(view.download.line)
            self.pause.set_text(tr("Resume") if view.download.paused else tr("Pause"))
            self.pause.set_icon("play" if view.download.paused else "pause")

    def _give_token(self) -> None:
        if token := self.token.text().strip():
            self.token.clear()
            self.token_given.emit(token)


def _open(address: str) -> None:
    if address:
        QDesktopServices.openUrl(QUrl(address))
