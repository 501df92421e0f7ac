"""The device of the run at the foot of the side panel: memory, work, temperature."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.state.gauges import Gauge
from ui.widgets.basics import Bar, Elided, Label, caption, column, row


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.name = caption("")
        self.words = Label("", 12, 500)
        self.bar = Bar(5)
        self.setLayout(column(row(self.name, None, self.words), self.bar, spacing=4))

    def show_gauge(self, gauge: Gauge) -> None:
        self.name.setText(gauge.name)
        self.words.setText(gauge.words)
        self.bar.set_share(gauge.share)
        self.bar.setAccessibleName(f"{gauge.name}: {gauge.words}")


class Gauges(QWidget):
    """Hidden until the machine is known."""

    def __init__(self) -> None:
        super().__init__()
        self.device = Elided("", 13, 600)
        self._lines = [_Line() for _ in range(3)]
        self.setLayout(column(self.device, *self._lines, spacing=7))
        self.hide()

    def show_gauges(self, device: str, gauges: Sequence[Gauge]) -> None:
        """Show these."""
        self.device.setText(device)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(gauges))
            if number < len(gauges):
                line.show_gauge(gauges[number])
        self.show()
