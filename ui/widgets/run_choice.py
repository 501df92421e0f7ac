"""The run whose model is exported or tried, to choose from those that have a result."""

from __future__ import annotations

from collections.abc import Sequence

from ui.state.tongue import tr
from ui.widgets.choice import Choice, Option


class RunChoice(Choice):
    """Hidden while there is none."""

    def __init__(self) -> None:
        super().__init__(tr("Run"), "layers", weight=600)
        self.setFixedWidth(230)

    def show_runs(self, runs: Sequence[tuple[str, str]], chosen: str) -> None:
        """Name and title of each, and the name of the one that is shown."""
        self.show()
        self.set_options(tuple(Option(name, title) for name, title in runs))
        index = self.findData(chosen)
        self.show_value(self.itemText(index))
        self.setCurrentIndex(index)  # several may have one title
