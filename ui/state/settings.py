"""What the Settings page shows: every choice with what it does, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from msgspec import structs

from studio.api import Environment, Home, Settings
from ui.state import words
from ui.state.tongue import numeral, tr

LANGUAGES = (("", ""), ("en", "English"), ("zh_CN", "简体中文"), ("ar", "العربية"))
"""Those the window is translated into, each by its own name."""


@dataclass(frozen=True)
class SettingRow:
    """One line: a tick box, a choice, a place on the disk, or some buttons."""

    key: str
    icon: str
    title: str
    sentence: str
    kind: Literal["tick", "choice", "place", "secret", "actions"]
    value: object
    """Of a secret: whether there is one; None where that is not known yet."""
    options: tuple[tuple[object, str], ...] = ()
    looks_like: str = ""
    """How a secret begins."""


@dataclass(frozen=True)
class SettingGroup:
    """A card of them."""

    title: str
    rows: tuple[SettingRow, ...]


def settings_view(
    settings: Settings, home: Home, *, has_token: bool | None = None, has_address: bool | None = None
) -> tuple[SettingGroup, ...]:
    """All groups. `has_token` for the hub, `has_address` for notes: None where that is not known yet."""
    return (
        SettingGroup(tr("How it looks"), _looks(settings)),
        SettingGroup(tr("Through the night"), _night(settings)),
        SettingGroup(tr("Who is told"), _told(settings, has_address)),
        SettingGroup(tr("Where things are"), _places(home, has_token)),
    )


def changed(settings: Settings, key: str, value: object) -> Settings:
    """The settings with one of them changed."""
    return structs.replace(settings, **{key: value})


def _looks(settings: Settings) -> tuple[SettingRow, ...]:
    return (
        SettingRow(
            "theme",
            "sliders",
            tr("Light or dark"),
            tr("As the system has it follows the system at once, also at sunset."),
            "choice",
            settings.theme,
            (("system", tr("As the system has it")), ("light", tr("Light")), ("dark", tr("Dark"))),
        ),
        SettingRow(
            "language",
            "type",
            tr("Language"),
            tr("Holds from the next time this window is opened."),
            "choice",
            settings.language,
            tuple((code, name or tr("As the system has it")) for code, name in LANGUAGES),
        ),
    )


def _night(settings: Settings) -> tuple[SettingRow, ...]:
    return (
        SettingRow(
            "keep_awake",
            "moon",
            tr("Keep the computer awake while a run is going"),
            tr("The screen may still turn off. Sleep is allowed again as soon as nothing runs."),
            "tick",
            settings.keep_awake,
        ),
        SettingRow(
            "after_success",
            "zap",
            tr("When all runs have ended well"),
            tr("Only once every run has finished and nothing waits. You can say no first."),
            "choice",
            settings.after_success,
            (
                ("nothing", tr("Do nothing")),
                ("sleep", tr("Send the computer to sleep")),
                ("shut down", tr("Shut the computer down")),
            ),
        ),
        SettingRow(
            "countdown_seconds",
            "clock",
            tr("Time to say no before that"),
            tr("The window and a note count down; moving on is one press."),
            "choice",
            settings.countdown_seconds,
            _with(settings.countdown_seconds, (30, 60, 120, 300, 900), _time),
        ),
        SettingRow(
            "pause_above_celsius",
            "chart-line",
            tr("Let a run wait while the card is hotter than"),
            tr("It goes on by itself once the card is cooler. Nothing is lost."),
            "choice",
            settings.pause_above_celsius,
            (
                *_with(
                    settings.pause_above_celsius or 90, (80, 85, 90, 95), lambda each: tr("{number} °C", number=each)
                ),
                (0, tr("Never wait")),
            ),
        ),
        SettingRow(
            "keep_free_gb",
            "hard-drive",
            tr("Let a run wait before the disk has less left than"),
            tr("On top of what its next checkpoint needs. It goes on by itself once there is room."),
            "choice",
            settings.keep_free_gb,
            _with(
                settings.keep_free_gb,
                (0.25, 1.0, 5.0, 20.0, 100.0),
                lambda each: tr("{number} GB", number=numeral(f"{each:g}")),
            ),
        ),
    )


def _with(chosen: float, usual: tuple[float, ...], say: Callable[[float], str]) -> tuple[tuple[object, str], ...]:
    """The usual values, and the chosen one among them where it is another."""
    return tuple((each, say(each)) for each in sorted({*usual, chosen}))


def _time(seconds: float) -> str:
    return tr("{seconds} seconds", seconds=round(seconds)) if seconds < 60 else words.duration(seconds)


def _told(settings: Settings, has_address: bool | None) -> tuple[SettingRow, ...]:
    return (
        SettingRow(
            "notify",
            "message-square",
            tr("Tell me when a run ends"),
            tr("A note on this desktop, also while this window is closed."),
            "tick",
            settings.notify,
        ),
        SettingRow(
            "tell_waiting",
            "hourglass",
            tr("Tell me also when a run has to wait"),
            tr("For example because the disk is full or the card is too hot."),
            "tick",
            settings.tell_waiting,
        ),
        SettingRow(
            "webhook",
            "share",
            tr("Tell me elsewhere too"),
            tr("A short note to an address of yours: which run, how it ended, what to do."),
            "choice",
            settings.webhook,
            (
                ("off", tr("No")),
                ("ntfy", "ntfy"),
                ("slack", "Slack"),
                ("discord", "Discord"),
                ("json", tr("Another address")),
            ),
        ),
        SettingRow(
            "address",
            "shield-check",
            tr("Address for these notes"),
            _kept(has_address),
            "secret",
            has_address,
            looks_like="https://…",
        ),
    )


def _kept(there: bool | None) -> str:
    kept = {None: tr("Looking for it."), True: tr("There is one."), False: tr("There is none yet.")}[there]
    return tr("{kept} It goes into the system's keyring where there is one, never into a run.", kept=kept)


def engine_group(engine: Environment | None) -> SettingGroup:
    """The engine that the program brought with it, and what can be done with it."""
    sentence = tr("It is not set up yet.")
    if engine is not None:
        sentence = tr(
            "Version {version} with PyTorch {torch}, {size} in {folder}.",
            version=engine.version,
            torch=engine.packages.get("torch", "–"),
            size=words.file_size(engine.size_bytes),
            folder=engine.folder,
        )
    actions = (
        ("repair", tr("Repair")),
        ("back", tr("Go back")),
        ("move", tr("Move")),
        ("remove", tr("Remove")),
    )
    title = tr("What does the computing")
    return SettingGroup(tr("The engine"), (SettingRow("engine", "cpu", title, sentence, "actions", None, actions),))


def _places(home: Home, has_token: bool | None) -> tuple[SettingRow, ...]:
    return (
        SettingRow(
            "runs",
            "folder",
            tr("Runs"),
            tr("To keep them elsewhere, start with --home or set NIGHTSHIFT_HOME."),
            "place",
            str(home.runs),
        ),
        SettingRow("models", "box", tr("Downloaded models"), tr("One folder per model."), "place", str(home.models)),
        SettingRow(
            "trash",
            "trash-2",
            tr("Trash"),
            tr("Deleted runs stay here until you remove them yourself."),
            "place",
            str(home.trash),
        ),
        SettingRow(
            "token",
            "shield-check",
            tr("Token for models that ask who you are"),
            _kept(has_token),
            "secret",
            has_token,
            looks_like="hf_…",
        ),
    )
