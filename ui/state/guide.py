"""The guide as the window shows it: its chapters, which belongs to which page, and links to the pages it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

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
_TO_FILES = re.compile(r"(?<!!)\[([^\]]*)\]\((?!#|https?:|page:)[^)]*\)")


@dataclass(frozen=True)
class Guide:
    """The text in Markdown, without its title and its list of chapters."""

    title: str
    chapters: dict[str, str]
    """Titles by what links to them are called, in their order."""
    markdown: str

    def chapter_of(self, place: str) -> str:
        """Where somebody reads on who comes from that page."""
        wanted = _CHAPTERS.get(place, "")
        return wanted if wanted in self.chapters else next(iter(self.chapters))


def read_guide(file: Path) -> Guide:
    """The guide in that file. Raises OSError."""
    title, _, text = file.read_text(encoding="utf-8").removeprefix("# ").partition("\n")
    opening, chapters, rest = text.partition("\n## ")
    told = [part for part in opening.strip().split("\n\n") if not part.startswith("[")]
    markdown = "\n\n".join(told) + chapters + rest
    titles = re.findall(r"^## (.+)$", markdown, re.MULTILINE)
    return Guide(title.strip(), {_anchor(each): each for each in titles}, _linked(markdown))


def _anchor(title: str) -> str:
    """As GitHub and others make them."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _linked(markdown: str) -> str:
    """Names of pages lead there; what links to files beside the guide is plain text."""
    plain = _TO_FILES.sub(r"\1", markdown)
    for name, place in _PAGES.items():
        plain = plain.replace(f"**{name}**", f"[**{name}**]({PAGE}{place.replace(' ', '%20')})")
    return plain
