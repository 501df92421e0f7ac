"""What the guide and the README tell people to type works, and their pictures are those that a command draws."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from studio.cli.app import app
from studio.paths import ASSETS, Home
from studio.runs.folder import find_run
from studio.runs.watch import RunWatch
from tests.after.finished import WORDS
from tests.docs.pictures import PICTURES
from tests.fakes.hub import TOKEN, FakeHub
from tests.support.nightshift import Nightshift
from ui.state.guide import read_guide

ROOT = ASSETS.parent
GUIDE = ASSETS / "docs" / "guide.md"
TRANSLATED = sorted(GUIDE.parent.glob("guide.*.md"))
README = ROOT / "README.md"
TEXT = GUIDE.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
STORY = [line for kind, block in BLOCKS if kind == "bash" for line in block.splitlines()]
"""The commands of the guide, in its order."""
NEED_A_RUN = {
    *("demo", "train", "show", "report", "try", "judge", "export", "recipe", "push", "pause", "resume", "stop", "job"),
}
ANCHOR = re.compile(r'^<a id="([^"]+)"></a>$', re.MULTILINE)
"""What a chapter is called in every language, in front of its title."""
SLOW = {*NEED_A_RUN, "doctor", "token"}
"""Commands that the storm alone runs."""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the reader's: rows of his own, the file of the guide, the assets that come with the program."""
    folder = tmp_path / "shop"
    folder.mkdir()
    rows = [f'"Do you deliver to {WORDS[row % 12]} {row}?","Yes, to {WORDS[row % 3]}."' for row in range(60)]
    (folder / "faq.csv").write_text("\n".join(["question,answer", *rows]) + "\n")
    for kind, block in BLOCKS:
        if kind == "toml":
            (folder / "job.toml").write_text(block)
    (folder / "assets").symlink_to(ASSETS, target_is_directory=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NIGHTSHIFT_HOME", str(tmp_path / "home"))
    return folder


@pytest.mark.parametrize("line", [line for line in STORY if shlex.split(line)[1] not in SLOW])
def test_a_command_of_the_guide_that_needs_no_run_works(shop: Path, line: str) -> None:
    done = CliRunner().invoke(app, shlex.split(line)[1:], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert done.output.strip()


def mentioned(text: str) -> Iterator[list[str]]:
    """Every call of the program, in blocks and in the middle of sentences, as it would be split by a shell."""
    calls = re.findall(r"(?:nightshift|packaging/start\.py) ([^`\n]+)", text)
    for call in (part for each in calls for part in each.split(" | ")):
        words = shlex.split(call.split("#")[0].replace("\\", ""))
        if words and re.fullmatch(r"[a-z-]+", words[0]) and words[0] != "test":  # the tests themselves
            yield words


@pytest.mark.parametrize("page", [GUIDE, README], ids=lambda page: page.name)
def test_every_command_and_option_that_is_mentioned_exists(page: Path) -> None:
    commands: dict = vars(typer.main.get_command(app))["commands"]
    found = list(mentioned(page.read_text(encoding="utf-8")))
    assert len(found) > 12
    for name, *words in found:
        assert name in commands, name
        known = {option for each in commands[name].params for option in (*each.opts, *each.secondary_opts)}
        missing = {word.split("=")[0] for word in words if word.startswith("--")} - known - {"--help"}
        assert not missing, f"nightshift {name} has no {missing}"


@pytest.mark.parametrize("page", [GUIDE, *TRANSLATED, README], ids=lambda page: page.name)
def test_every_picture_is_drawn_by_the_command_and_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown = [Path(path).name for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)]
    assert shown
    assert set(shown) <= set(PICTURES)
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles} | set(ANCHOR.findall(text))
    for target in re.findall(r"\]\(([^)]+)\)", text):
        file, _, title = target.partition("#")
        assert not file or file.startswith("http") or (page.parent / file).exists(), target
        assert file or title in anchors, target


def parts(page: Path) -> dict[str, list[str]]:
    """What a translation leaves as it is, and how many there are of what it does not."""
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return {
        "blocks": re.findall(r"^```\w*\n.*?^```$", text, re.MULTILINE | re.DOTALL),
        "code": sorted(re.findall(r"`[^`]+`", prose)),
        "pictures": [name.partition(".")[0] for name in re.findall(r"\]\(../pictures/([^)]+)\)", text)],
        "links": sorted(re.findall(r"[^!]\[[^\]]+\]\(([^)]+)\)", text)),
        "tables": re.findall(r"^\|[-|]+\|$", text, re.MULTILINE),
        "rows": ["row" for _ in re.findall(r"^\|", text, re.MULTILINE)],
        "steps": re.findall(r"^\d\.", text, re.MULTILINE),
    }


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: page.name)
def test_a_translation_has_the_chapters_and_commands_of_the_english_guide(page: Path) -> None:
    assert parts(page) == parts(GUIDE)
    assert list(read_guide(page).chapters) == list(read_guide(GUIDE).chapters)
    paragraphs = [
        re.split(r"\n\n+", ANCHOR.sub("", each.read_text(encoding="utf-8")).strip()) for each in (page, GUIDE)
    ]
    assert len(paragraphs[0]) == len(paragraphs[1])


def wait(home: Home, state: str) -> None:
    """Until the newest run is in that state."""
    watch = RunWatch(find_run(home, "last"))
    deadline = time.monotonic() + 240
    while watch.state != state:
        assert time.monotonic() < deadline, watch.state
        time.sleep(0.1)
        watch.poll()


@pytest.mark.storm
def test_the_whole_guide_is_typed_from_its_beginning_to_its_end(shop: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    hub = FakeHub()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_ENDPOINT": hub.endpoint}
    environment |= {"HF_HUB_OFFLINE": "0", "HF_HUB_DISABLE_XET": "1", "OMP_NUM_THREADS": "2"}
    seconds: dict[str, float] = {}
    try:
        for line in STORY:
            began = time.monotonic()
            words = shlex.split(line)
            done = subprocess.run(
                [sys.executable, "-m", "studio", *words[1:]],
                env=environment,
                cwd=shop,
                input=f"{TOKEN}\n",
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
            seconds[line] = round(time.monotonic() - began, 1)
            if state := {"pause": "paused", "resume": "running", "stop": "stopped"}.get(words[1]):
                wait(home, state)
            if "--queue" in words:
                wait(home, "running")
        assert hub.models["me/shop-answers"].private
        assert (shop / "recipe" / "train.py").is_file()
    finally:
        hub.close()
        Nightshift(home.folder).end()
    print(json.dumps(seconds))
