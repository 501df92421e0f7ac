"""A dataset of the hub on its way into New run: its name, its parts with their sizes, and the download."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from studio.api import HubDataset
from ui.state import words
from ui.state.model_download import DownloadState
from ui.state.tongue import tr, tr_studio

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*(:[\w./-]+)?", re.ASCII)
_PREFIXES = ("hub:", "https://huggingface.co/datasets/", "huggingface.co/datasets/", "datasets/")


def typed_dataset(text: str) -> str:
    """Owner, name and maybe a part, as it is typed or copied from the hub's address; empty where it is no name."""
    name = text.strip().rstrip("/")
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    return name if _NAME.fullmatch(name) else ""


def named_dataset(path: str) -> str:
    """What a folder of rows is called on the hub: "openai/gsm8k:main"; empty for any other path."""
    folder = Path(path)
    owner, _, rest = folder.name.partition("--")
    if folder.parent.name != "datasets" or not owner or not rest:
        return ""
    name, _, part = rest.partition("--")
    return f"{owner}/{name}:{part.replace('--', '/')}" if part else f"{owner}/{name}"


@dataclass(frozen=True)
class HubDataView:
    """Below the field of card 2."""

    text: str
    note: str
    is_bad: bool
    parts: tuple[tuple[str, str, str], ...]
    """Name, words and size of each to choose from; none where there is nothing to choose."""
    part: str
    button: str
    can_press: bool
    is_running: bool
    share: float
    paused: bool


class HubData:
    """Folds what is typed and what the hub tells. No clock, no Qt."""

    def __init__(self) -> None:
        self.is_open = False
        self.text: str = ""
        self.looking = False
        self.found: HubDataset | None = None
        self.part = ""
        self.problem = ""
        self.download: DownloadState | None = None

    def type(self, text: str) -> None:
        """Another name: what was found counts no more."""
        if text != self.text:
            self.text, self.found, self.problem, self.looking = text, None, "", False

    def look(self) -> str:
        """The name to ask the hub for; empty where it is none, which is then said."""
        name = typed_dataset(self.text)
        self.problem = "" if name else tr("Names have an owner, like openai/gsm8k.")
        self.looking = bool(name)
        return name

    def hear(self, found: HubDataset | None, problem: str) -> None:
        """The hub's answer."""
        self.looking, self.found, self.problem = False, found, problem
        self.part = found.parts[0].name if found else ""

    @property
    def wanted(self) -> str:
        """What to download: owner, name and part, as downloads name datasets; empty before the hub has answered."""
        if self.found is None:
            return ""
        return f"datasets/{self.found.name}:{self.part}" if self.part else f"datasets/{self.found.name}"

    def view(self) -> HubDataView:
        """What is shown."""
        running = self.download is not None and self.download.runs
        assert self.download is not None or not running
        note, is_bad = self._note(running=running)
        parts = self.found.parts if self.found else ()
        size = next((each.num_bytes for each in parts if each.name == self.part), 0)
        button = tr("Look it up")
        if self.found is not None:
            button = tr("Download {size}", size=words.file_size(size))
        return HubDataView(
            text=self.text,
            note=note,
            is_bad=is_bad,
            parts=tuple((each.name, each.name, words.file_size(each.num_bytes)) for each in parts if each.name),
            part=self.part,
            button=button,
            can_press=bool(self.text.strip()) and not self.looking,
            is_running=running,
            share=self.download.share if self.download else 0.0,
            paused=bool(self.download and self.download.paused),
        )

    def _note(self, *, running: bool) -> tuple[str, bool]:
        download = self.download
        if running and download is not None:
            return download.line, False
        if self.problem:
            return self.problem, True
        if download is not None and download.problem is not None:
            return f"{tr_studio(download.problem[0])} {tr_studio(download.problem[1])}".strip(), True
        if self.looking:
            return tr("Asking the hub."), False
        if self.found is None:
            return tr("Owner and name, as on the hub. It is fetched once and stays on this computer."), False
        if len(self.found.parts) > 1:
            return tr("It has {number} parts. Choose the one to learn from.", number=len(self.found.parts)), False
        return tr("Its files are checked against the hub's hashes."), False
