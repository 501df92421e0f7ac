"""One model of the list in full: its facts, whether it fits, and what it takes to have it here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ui.state import words
from ui.state.model_download import DownloadState
from ui.state.model_list import Fit, Known
from ui.state.tongue import QT_TR_NOOP, tr, tr_studio

Action = Literal["use", "download", "look up", ""]
_LANGUAGES = {
    "ar": QT_TR_NOOP("Arabic"),
    "code": QT_TR_NOOP("programs"),
    "cs": QT_TR_NOOP("Czech"),
    "da": QT_TR_NOOP("Danish"),
    "de": QT_TR_NOOP("German"),
    "el": QT_TR_NOOP("Greek"),
    "en": QT_TR_NOOP("English"),
    "es": QT_TR_NOOP("Spanish"),
    "fi": QT_TR_NOOP("Finnish"),
    "fr": QT_TR_NOOP("French"),
    "he": QT_TR_NOOP("Hebrew"),
    "hi": QT_TR_NOOP("Hindi"),
    "id": QT_TR_NOOP("Indonesian"),
    "it": QT_TR_NOOP("Italian"),
    "ja": QT_TR_NOOP("Japanese"),
    "ko": QT_TR_NOOP("Korean"),
    "nl": QT_TR_NOOP("Dutch"),
    "pl": QT_TR_NOOP("Polish"),
    "pt": QT_TR_NOOP("Portuguese"),
    "ro": QT_TR_NOOP("Romanian"),
    "ru": QT_TR_NOOP("Russian"),
    "sv": QT_TR_NOOP("Swedish"),
    "th": QT_TR_NOOP("Thai"),
    "tr": QT_TR_NOOP("Turkish"),
    "uk": QT_TR_NOOP("Ukrainian"),
    "vi": QT_TR_NOOP("Vietnamese"),
    "zh": QT_TR_NOOP("Chinese"),
}
_SPARE_BYTES = 2**30
"""Of the disk, left to others, as a download does."""


@dataclass(frozen=True)
class DownloadView:
    """A download of this model that runs or waits."""

    share: float
    line: str
    paused: bool


@dataclass(frozen=True)
class DetailsView:
    """The right side of the page of models."""

    title: str
    line: str
    facts: tuple[tuple[str, str], ...]
    fit: Fit
    is_gated: bool
    """Whether the steps to agree to its licence are shown."""
    page: str
    """Its address on the hub."""
    token_line: str
    """What is known of a token; empty: one has to be given."""
    download: DownloadView | None
    problem: tuple[str, str]
    action: Action
    action_words: str
    action_reason: str
    """Why the button cannot be pressed."""


def details_view(
    known: Known, fit: Fit, free_bytes: int, download: DownloadState | None, has_token: bool | None, said: str = ""
) -> DetailsView:
    """`download`: of this model; `has_token`: None where it is not known yet; `said`: what the hub refused."""
    mine = download if download is not None and download.model == known.hub else None
    running = mine if mine is not None and mine.runs else None
    is_gated = known.gated and not known.is_here and running is None
    action, action_words, reason = _action(known, free_bytes, download, has_token)
    problem = mine.problem if mine is not None and mine.problem else ("", "")
    if known.problem:
        problem = (tr_studio(known.problem), tr("Choose another model."))
    return DetailsView(
        title=known.name,
        line=known.hub or known.folder,
        facts=_facts(known, free_bytes),
        fit=fit,
        is_gated=is_gated,
        page=f"https://huggingface.co/{known.hub}" if known.hub else "",
        token_line=tr("A token is kept on this computer.") if has_token else "",
        download=DownloadView(running.share, running.line, running.paused) if running else None,
        problem=problem if problem[0] else (said, ""),
        action="" if running else action,
        action_words=action_words,
        action_reason=reason,
    )


def _facts(known: Known, free_bytes: int) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    if known.parameters:
        found.append((tr("Size"), words.parameters(known.parameters)))
    if known.context:
        found.append((tr("Reads at once"), tr("{number} tokens", number=words.count(known.context))))
    if known.licence:
        found.append((tr("Licence"), known.licence))
    if known.languages:
        shown = ", ".join(tr(_LANGUAGES[code]) if code in _LANGUAGES else code for code in known.languages[:5])
        more = len(known.languages) - 5
        found.append(
            (tr("Languages"), tr("{languages} and {number} more", languages=shown, number=more) if more > 0 else shown)
        )
    if known.is_here:
        found.append((tr("On the disk"), words.file_size(known.num_bytes)))
    elif known.num_bytes:
        found.append((tr("To download"), tr("about {size}", size=words.file_size(known.num_bytes))))
        found.append((tr("Free on the disk"), words.file_size(free_bytes)))
    return tuple(found)


def _action(
    known: Known, free_bytes: int, download: DownloadState | None, has_token: bool | None
) -> tuple[Action, str, str]:
    """What the button does, its words, and why it cannot be pressed."""
    if known.is_here:
        return "use", tr("Use this model"), tr("It cannot be trained.") if known.problem else ""
    if not known.facts and not known.gated and not known.num_bytes:
        return "look up", tr("Look at it"), ""
    size = tr("Download {size}", size=words.file_size(known.num_bytes)) if known.num_bytes else tr("Download")
    if download is not None and download.runs:
        return "download", size, tr("{name} is being downloaded.", name=download.model.split("/")[-1])
    if known.num_bytes + _SPARE_BYTES > free_bytes:
        missing = known.num_bytes + _SPARE_BYTES - free_bytes
        return "download", size, tr("Free {size} on the disk first.", size=words.file_size(missing))
    if known.gated and not has_token:
        return (
            "download",
            size,
            tr("Its licence has to be agreed to first.") if has_token is False else tr("One moment."),
        )
    return "download", size, ""
