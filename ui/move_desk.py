"""Moves runs for the window: packs one into a file, unpacks a file that was dropped; tells in the notice strip."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from studio import api
from ui.state import words
from ui.state.tongue import tr
from ui.widgets.notice import Notice

SUFFIX = ".nightshift"


class MoveDesk(QObject):
    """One move at a time."""

    arrived = Signal(str)
    """Name of a run that was unpacked."""

    def __init__(self, home: api.Home, settings: QSettings, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._home, self._settings, self._notice, self._window = home, settings, notice, window
        self._move: api.Move | None = None
        self._name = ""

    def pack(self, name: str, title: str, *, with_model: bool) -> None:
        """Ask where to, then pack."""
        wanted = self.choose(name, with_model=with_model)
        if wanted is not None:
            self.begin(wanted, title)

    def choose(self, name: str, *, with_model: bool) -> api.PackWanted | None:
        """Ask where to; None where nowhere was chosen."""
        folder = Path(str(self._settings.value("move/folder") or Path.home()))
        suggested = str(folder / f"{name}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Move this run"), suggested, tr("Packed runs (*{suffix})", suffix=SUFFIX)
        )
        if not chosen:
            return None
        self._settings.setValue("move/folder", str(Path(chosen).parent))
        return api.PackWanted(run=name, to=chosen, with_model=with_model)

    def unpack(self, file: Path) -> None:
        """Put a packed run among the runs here."""
        self.begin(api.UnpackWanted(file=str(file)), file.stem)

    def begin(self, wanted: api.MoveWanted, title: str) -> None:
        """Start the process that does it."""
        if self._move is not None:
            self._notice.say("info", tr("One run is being moved already."), tr("Wait until it is done."))
            return
        try:
            self._move, self._name = api.Move(self._home, wanted), title
        except OSError as problem:
            self._notice.say("bad", tr("The run could not be moved."), str(problem))
            return
        self._tell_progress()

    def tick(self) -> None:
        """One look."""
        if self._move is None or not self._move.poll():
            return
        match self._move.ended:
            case None:
                self._tell_progress()
            case api.MoveFinished() as done:
                self._finished(done, self._move.wanted)
            case api.MoveRefused() as refused:
                self._refused(refused, self._move.wanted)

    def _tell_progress(self) -> None:
        assert self._move is not None
        done, total = self._move.progress.done_bytes, self._move.progress.total_bytes
        share = words.percent(done / total) if total else ""
        match self._move.wanted:
            case api.PackWanted():
                what = tr("Packing {name}", name=self._name)
            case api.UnpackWanted():
                what = tr("Unpacking {name}", name=self._name)
            case api.BringWanted(host=host):
                what = tr("Bringing {name} here from {host}", name=self._name, host=host)
        hint = tr("{share} of {size}.", share=share, size=words.file_size(total)) if total else ""
        self._notice.say("info", what, hint, (tr("Call it off"), self._call_off))

    def _call_off(self) -> None:
        if self._move is not None:
            self._move.close()
            self._move = None
            self._notice.say("info", tr("Called off."), tr("Nothing was changed."))

    def _finished(self, done: api.MoveFinished, wanted: api.MoveWanted) -> None:
        self._end()
        size = words.file_size(done.size_bytes)
        if isinstance(wanted, api.PackWanted):
            title = tr("{name} is packed: {file}, {size}.", name=self._name, file=Path(done.file).name, size=size)
            hint = tr(
                "Copy that file to the other computer and drop it onto Nightshift there. Go on in one place only."
            )
            self._notice.say("ok", title, hint)
        else:
            hint = tr("Every file was checked. Press Continue to go on at its update.")
            self._notice.say("ok", tr("{name} is here, whole.", name=done.run), hint)
            self.arrived.emit(done.run)

    def _refused(self, refused: api.MoveRefused, wanted: api.MoveWanted) -> None:
        self._end()
        action = None
        unpacked = wanted if isinstance(wanted, api.UnpackWanted) else None
        if refused.file:
            unpacked = unpacked or api.UnpackWanted(file=refused.file, is_copy=True)
        if unpacked is not None and refused.way_out == "model":
            action = (tr("Choose its folder"), lambda: self._with_model(unpacked))
        elif unpacked is not None and refused.way_out == "replace":
            action = (tr("Replace"), lambda: self.begin(structs.replace(unpacked, replace=True), self._name))
        self._notice.say("bad" if action is None else "warn", refused.title, refused.hint, action)

    def _with_model(self, wanted: api.UnpackWanted) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("The folder of its model"), str(Path.home()))
        if folder:
            self.begin(structs.replace(wanted, model=folder), self._name)

    def _end(self) -> None:
        if self._move is not None:
            self._move.close()
            self._move = None

    def close(self) -> None:
        """With the window: what is not done is called off."""
        self._end()
