"""Scenes for `tests.screens`: the list of runs, runs beside each other, settings, and the window in other languages."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from studio.job import Data, TrainJob
from studio.runs.folder import create_run, list_runs
from studio.runs.notes import RunNotes, write_notes
from tests.support.past_runs import past_run
from tests.ui.run_stories import written
from ui.app import speaking_hook
from ui.language import install, uninstall

if TYPE_CHECKING:
    from tests.screens import Screen

_DAY = 86400.0


def _history(screen: Screen, *, long_names: bool = False) -> None:
    now, folder = time.time(), screen.home.folder
    long = "-with-a-name-that-somebody-made-from-everything-that-was-tried-on-that-day" if long_names else ""
    for number, (name, changes) in enumerate(
        (
            ("starter-dates", {"lowest": 0.041, "hours": 0.05, "model": "assets/starter/model"}),
            ("contract-summaries", {"lowest": 1.497, "hours": 4.3, "outcome": "failed", "model": "m/Mistral-7B-v0.3"}),
            ("faq-german", {"lowest": 1.402, "hours": 2.5, "outcome": "stopped", "model": "m/Llama-3.2-3B"}),
            ("support-replies-slow", {"lowest": 1.189, "hours": 6.8, "rate": 5e-5}),
            ("support-replies-16", {"lowest": 1.171, "hours": 7.1, "batch": 16, "updates": 240}),
            ("support-replies", {"lowest": 1.163, "hours": 7.5}),
            ("support-replies-r64", {"lowest": 1.158, "hours": 7.0, "rank": 64}),
        )
    ):
        past_run(folder, name + long, now - (8 - number) * _DAY, **changes)  # type: ignore[arg-type]
    runs = {run.job().name: run for run in list_runs(screen.home)}
    write_notes(runs["support-replies-r64" + long], RunNotes(tags=("best", "show Helga"), note="Polite, and short."))
    screen.held.append(written(folder, "running", now))
    for name in ("returns-only", "invoice-fields"):
        create_run(screen.home, TrainJob(name=name + long, model="m/Qwen3-4B", data=Data(train="rows.csv")), now=now)


def home_full(screen: Screen) -> None:
    _history(screen)
    screen.open()


def home_search(screen: Screen) -> None:
    for number in range(3):
        past_run(screen.home.folder, f"poems-{number}", time.time() - (20 + number) * _DAY)
    _history(screen)
    screen.open()
    screen.conductor.home_page.search.setText("support #best")
    screen.settle()


def home_long_names(screen: Screen) -> None:
    _history(screen, long_names=True)
    screen.open()


def home_1280x720(screen: Screen) -> None:
    _history(screen)
    screen.open()
    screen.window.resize(1280, 720)


def home_notes(screen: Screen) -> None:
    _history(screen)
    screen.open()
    page = screen.conductor.home_page
    page._asked(next(row.name for row in page.earlier.rows), "notes")


def home_deleted(screen: Screen) -> None:
    _history(screen)
    screen.open()
    screen.conductor.keeper.trash(next(row.name for row in screen.conductor.home_page.earlier.rows))


def _compare(screen: Screen, *titles: str) -> None:
    screen.open()
    by_title = {run.title: run.name for run in screen.conductor.feed.runs}
    for title in titles:
        screen.conductor.keeper.compared.add(by_title[title])
    screen.conductor.go("compare")
    screen.wait(lambda: not screen.conductor.keeper.page._view.reading)


def compare_two(screen: Screen) -> None:
    _history(screen)
    _compare(screen, "support-replies-slow", "support-replies-r64")


def compare_four(screen: Screen) -> None:
    _history(screen)
    _compare(screen, "support-replies-r64", "support-replies", "support-replies-16", "support-replies-slow")


def compare_eight(screen: Screen) -> None:
    for number in range(8):
        past_run(
            screen.home.folder, f"seed-{number}", time.time() - number * _DAY, seed=number, lowest=1.15 + number / 90
        )
    _compare(screen, *(f"seed-{number}" for number in range(8)))


def compare_each_update(screen: Screen) -> None:
    _history(screen)
    _compare(screen, "support-replies-r64", "support-replies", "support-replies-16")
    page = screen.conductor.keeper.page
    page.curve.buttons["each update"].click()
    page.across.buttons["tokens"].click()


def compare_hardly_checked(screen: Screen) -> None:
    for number, name in enumerate(("short-one", "short-two")):
        past_run(screen.home.folder, name, time.time() - number * _DAY, rank=16 << number, checks=0)
    _compare(screen, "short-one", "short-two")


def compare_empty(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("compare")


def settings(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("settings")


def home_arabic(screen: Screen) -> None:
    _speak(screen, "ar")
    _history(screen)
    screen.open()


def home_empty_arabic(screen: Screen) -> None:
    _speak(screen, "ar")
    screen.open()


def home_chinese(screen: Screen) -> None:
    _speak(screen, "zh_CN")
    _history(screen)
    screen.open()


def compare_chinese(screen: Screen) -> None:
    _speak(screen, "zh_CN")
    compare_four(screen)


def settings_chinese(screen: Screen) -> None:
    _speak(screen, "zh_CN")
    settings(screen)


def new_run_arabic(screen: Screen) -> None:
    _speak(screen, "ar")
    screen.open()
    screen.conductor.go("new run")


def _speak(screen: Screen, language: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install(app, language)
    screen.at_end.append(lambda: uninstall(app))


def window_report(screen: Screen) -> None:
    screen.open()
    try:
        raise KeyError("what was asked for")
    except KeyError as problem:
        speaking_hook(screen.home, screen.window)(KeyError, problem, problem.__traceback__)
    screen.window.notice.action.click()


def help_home(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("help")


def help_curve(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("run")
    screen.conductor.go("help")


def help_terminal(screen: Screen) -> None:
    help_home(screen)
    screen.conductor.help.page.chapters["from-the-terminal"].click()


def help_found(screen: Screen) -> None:
    screen.open()
    screen.conductor.go("export")
    screen.conductor.go("help")
    screen.conductor.help.page.field.setText("ollama")


SCENES = (
    help_home,
    help_curve,
    help_found,
    help_terminal,
    home_full,
    home_search,
    home_long_names,
    home_1280x720,
    home_notes,
    home_deleted,
    compare_two,
    compare_four,
    compare_eight,
    compare_each_update,
    compare_hardly_checked,
    compare_empty,
    settings,
    home_arabic,
    home_empty_arabic,
    home_chinese,
    compare_chinese,
    settings_chinese,
    new_run_arabic,
    window_report,
)
