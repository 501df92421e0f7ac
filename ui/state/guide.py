"""The guide as the window shows it: its chapters, which belongs to which page, and links to the pages it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ui.state.tongue import language, tr

PAGE = "page:"
"""How a link to a page of the window begins; its place follows."""
_PAGES = {
    "New run": "new run",
    "Compare": "compare",
    "Try": "try",
    "Judge": "try",
    "Export": "export",
    "Settings": "settings",
}
_CHAPTERS = {
    "new run": "your-own-data",
    "run": "reading-a-loss-curve",
    "compare": "reading-a-loss-curve",
    "try": "use-what-came-out",
    "export": "use-what-came-out",
    "settings": "what-to-do-when-",
}
_TITLE = re.compile(r'(?:^<a id="([^"]+)"></a>\n\n)?^## (.+)$', re.MULTILINE)
"""A chapter, in translations after the name that links to it have in every language."""
_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")
"""A command in a sentence, which reads from the left in every language."""
_TO_FILES = re.compile(r"(?<!!)\[([^\]]*)\]\((?!#|https?:|page:)[^)]*\)")


@dataclass(frozen=True)
class Guide:
    """The text in Markdown, without its title and its list of chapters."""

    language: str
    """As in "zh_CN"; empty: English."""
    title: str
    chapters: dict[str, str]
    """Titles by what links to them are called, in their order."""
    markdown: str

    def chapter_of(self, place: str) -> str:
        """Where somebody reads on who comes from that page."""
        wanted = _CHAPTERS.get(place, "")
        return wanted if wanted in self.chapters else next(iter(self.chapters))


def guide_file(folder: Path) -> Path:
    """The guide in the language of the window, where that folder has it, else the English one."""
    translated = folder / f"guide.{language()}.md"
    return translated if translated.exists() else folder / "guide.md"


def read_guide(file: Path) -> Guide:
    """The guide in that file, "guide.ar.md" being one in Arabic. Raises OSError."""
    title, _, text = file.read_text(encoding="utf-8").removeprefix("# ").partition("\n")
    chapters = {anchor or _anchor(each): each for anchor, each in _TITLE.findall(text)}
    opening, heading, rest = _TITLE.sub(r"## \2", text).partition("\n## ")
    told = [part for part in opening.strip().split("\n\n") if not part.startswith("[")]
    _, _, code = file.stem.partition(".")
    return Guide(code, title.strip(), chapters, _linked("\n\n".join(told) + heading + rest))


def _anchor(title: str) -> str:
    """As GitHub and others make them."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _linked(markdown: str) -> str:
    """Names of pages lead there; what links to files beside the guide is plain text."""
    plain = _CODE.sub("\u2066\\g<0>\u2069", _TO_FILES.sub(r"\1", markdown))
    for english, place in _PAGES.items():
        name = tr(english)
        plain = plain.replace(f"**{name}**", f"[**{name}**]({PAGE}{place.replace(' ', '%20')})")
    return plain
