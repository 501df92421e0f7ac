"""Scenes for `tests.screens`: runs on other computers, and runs that move."""

from __future__ import annotations

import os
import shlex
import time
from typing import TYPE_CHECKING

from studio import api
from studio.remote.address import read_address
from studio.remote.link import Link, write_link
from studio.runs.folder import RunFolder
from tests.support.elsewhere import Elsewhere, Network
from tests.support.past_runs import past_run
from tests.ui.run_stories import losses, preparation, training, written

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens import Screen

_DAY = 86400.0


def _workstation(screen: Screen) -> Elsewhere:
    """A run at work over there, and an `ssh` that reaches it."""
    network = Network(screen.folder / "network")
    os.environ["NIGHTSHIFT_SSH"] = str(network.ssh)
    made = Elsewhere(screen.folder, network)
    now = time.time()
    start = now - 612 * 20.4
    made.written.begin(start - 135)
    made.written.write([*preparation(start - 135), *training(start, 1, 612, losses(1125))])
    screen.at_end += [made.close, screen.conductor.close]
    return made


def _follow(screen: Screen) -> Elsewhere:
    past_run(screen.home.folder, "faq-german", time.time() - 2 * _DAY, outcome="stopped", lowest=1.402)
    past_run(screen.home.folder, "support-replies-r64", time.time() - _DAY)
    screen.open()
    there = _workstation(screen)
    desk = screen.conductor.elsewhere
    assert desk.remote.add(f"zoe@workstation:last {shlex.join(there.command)}")
    screen.wait(lambda: desk.shown and any(row.link.kind == "ok" and row.known for row in desk.remote.rows()))
    return there


def _last_heard(folder: Path, text: str, **changes: object) -> None:
    """A run of which something was heard before."""
    address = read_address(text)
    mirror: RunFolder = address.mirror(api.open_home(folder))
    run = past_run(mirror.home.folder, "contract-summaries", time.time() - 3600, lowest=1.497)
    run.path.rename(mirror.path)
    write_link(mirror.path, Link(host=address.host, run=address.run), **changes)


def remote_home(screen: Screen) -> None:
    now = time.time()
    title, hint = (
        "lab-4 asks for a password.",
        "None is ever typed for you: put your key there with `ssh-copy-id lab-4`, or load it with ssh-add.",
    )
    _last_heard(screen.home.folder, "lab-4:contract-summaries", state="refused", title=title, hint=hint,
                heard_at=now - 7300)  # fmt: skip
    _follow(screen)
    screen.conductor.go("home")


def remote_run(screen: Screen) -> None:
    _follow(screen)


def remote_run_cut(screen: Screen) -> None:
    there = _follow(screen)
    there.network.cut()
    rows = screen.conductor.elsewhere.remote.rows
    screen.wait(lambda: any("cannot be reached" in row.link.title and "in " in row.link.hint for row in rows()))
    screen.conductor.elsewhere.render()


def remote_home_empty(screen: Screen) -> None:
    screen.open()
    screen.conductor.home_page.follow.click()


def move_packed(screen: Screen) -> None:
    past_run(screen.home.folder, "support-replies-r64", time.time() - _DAY)
    screen.open()
    done = api.MoveFinished(run="r", file="/media/2026-11-20-support-replies-r64.nightshift", size_bytes=812_000_000)
    desk = screen.conductor.elsewhere.move
    desk._name = "support-replies-r64"
    desk._finished(done, api.PackWanted(run="r", to=""))


def move_rests(screen: Screen) -> None:
    screen.held.append(written(screen.home.folder, "running", time.time()))
    screen.open()
    card = screen.conductor.home_page.active
    screen.wait(card.isVisible)
    card.asked.emit(screen.conductor.feed.runs[0].name, "move")


SCENES = (remote_home, remote_run, remote_run_cut, remote_home_empty, move_packed, move_rests)
