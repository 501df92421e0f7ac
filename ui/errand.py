"""What the window asks of runs that ended: one thing at a time, by a worker of its own, followed by the one timer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from studio import api


class Errand(QObject):
    """Never waits. The worker keeps the models of a chat until something else is asked, or a run needs the device."""

    changed = Signal()
    """Something began, was told, or ended."""

    def __init__(self, home: api.Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._assistant = api.Assistant(home)
        self._asking: api.Asking | None = None
        self._hear: Callable[[api.AfterEvent], None] | None = None
        self._last: type[api.AfterJob | api.PushJob] | None = None
        self.job: api.AfterJob | api.PushJob | None = None
        """What is being done."""

    def begin(self, job: api.AfterJob | api.PushJob, hear: Callable[[api.AfterEvent], None]) -> bool:
        """Ask; `hear` gets every event. False where something else is being done. Raises OSError."""
        if self.job is not None:
            return False
        if self._last is api.TryJob and not isinstance(job, api.TryJob):
            self._assistant.let_go()  # with the models that it kept for the next prompt
        self._asking = self._assistant.ask(job)
        self._hear, self._last, self.job = hear, type(job), job
        self.changed.emit()
        return True

    def tick(self) -> None:
        """One look."""
        if self._asking is None or self._hear is None:
            return
        hear, events = self._hear, self._asking.poll()
        if self._asking.done:
            self._asking = self._hear = self.job = None
        for event in events:
            hear(event)
        if events:
            self.changed.emit()

    def stop(self) -> None:
        """End the answer here and keep what is written."""
        if self._asking is not None:
            self._asking.stop()

    def cancel(self) -> None:
        """End it without a result."""
        if self._asking is not None:
            self._asking.cancel()

    def rest(self) -> None:
        """Give the memory of the models back, unless something is being done."""
        if self.job is None and self._last is not None:
            self._assistant.let_go()
            self._last = None

    def close(self) -> None:
        """With the window."""
        self._asking = self._hear = self.job = None
        self._assistant.close()
