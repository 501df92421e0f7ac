"""What a desktop is told of the program: names that belong together, icons of their size, commands that exist."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from studio import __version__
from studio.cli.app import app
from tests.packaging.programs import load
from ui.app import APP_ID

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load("share").make_share(tmp_path_factory.mktemp("share"), __version__, "2026-11-21")


@pytest.fixture
def entry(share: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # pyright: ignore[reportAttributeAccessIssue] - names are case-sensitive there
    parser.read(share / f"applications/{APP_ID}.desktop", "utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture
def component(share: Path) -> ElementTree.Element:
    return ElementTree.parse(share / f"metainfo/{APP_ID}.metainfo.xml").getroot()


def test_the_desktop_finds_the_window_by_the_name_that_the_window_gives(entry: dict[str, str]) -> None:
    assert entry["Icon"] == APP_ID
    assert entry["Exec"].split() == ["nightshift", "%F"]
    assert entry["StartupWMClass"] == "nightshift-studio", "the application's name in ui/app.py"


def test_every_value_of_lists_ends_as_the_specification_wants(entry: dict[str, str]) -> None:
    assert all(entry[key].endswith(";") for key in ("Categories", "Keywords"))
    assert entry["Categories"].split(";")[0] in {"Science", "Development", "Education", "Utility"}


def test_languages_of_the_entry_are_those_of_the_window(entry: dict[str, str]) -> None:
    spoken = {file.stem.removeprefix("nightshift_") for file in (ROOT / "ui/translations").glob("*.qm")}
    assert {key[len("Comment[") : -1] for key in entry if key.startswith("Comment[")} == spoken


def test_the_software_centre_starts_the_same_entry(component: ElementTree.Element) -> None:
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == f"{APP_ID}.desktop"
    assert component.findtext("provides/binary") == "nightshift"


def test_the_release_is_this_version(share: Path, component: ElementTree.Element) -> None:
    release = component.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2026-11-21"}
    assert f"Nightshift Studio {__version__}" in (share / "man/man1/nightshift.1").read_text("utf-8")
    assert not re.search(
        r"@[A-Z]+@", "".join(file.read_text("utf-8") for file in share.rglob("*.[x1]*") if file.is_file())
    )


def test_texts_fit_into_a_software_centre(component: ElementTree.Element) -> None:
    summary = component.findtext("summary") or ""
    assert len(summary) < 80
    assert not summary.endswith(".")
    assert {each.tag for each in component.find("description") or []} == {"p", "ul"}


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_an_icon_is_as_large_as_its_folder_says_and_not_empty(share: Path, size: int) -> None:
    image = QImage(str(share / f"icons/hicolor/{size}x{size}/apps/{APP_ID}.png"))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0, "its corners are round"
    assert image.pixelColor(size // 2, size // 6).alpha() == 255
    assert len({image.pixel(x, size // 2) for x in range(size)}) > 2, "a moon on a plate"


def test_every_command_of_the_manual_is_one_of_the_program(share: Path) -> None:
    page = (share / "man/man1/nightshift.1").read_text("utf-8").partition(".SH COMMANDS")[2].partition(".SH OPTIONS")[0]
    named = {word for line in re.findall(r"^\.BR? (.+)$", page, re.MULTILINE) for word in re.findall(r"[a-z]+", line)}
    commands = {each.name or each.callback.__name__ for each in app.registered_commands if each.callback or each.name}  # pyright: ignore
    assert len(named) > 15
    assert named <= commands | {each.name for each in app.registered_groups}


def test_the_wheel_brings_every_file_that_the_program_reads(tmp_path: Path) -> None:
    copy = tmp_path / "source"
    copy.mkdir()
    for name in ("studio", "ui", "assets", "pyproject.toml", "README.md", "LICENSE"):
        (copy / name).symlink_to(ROOT / name)
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), "."]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    inside = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    files = [*(ROOT / "assets").rglob("*"), *(ROOT / "ui/translations").glob("*.qm"), *(ROOT / "studio").rglob("*.py")]
    needed = {str(each.relative_to(ROOT)) for each in files if each.is_file() and "__pycache__" not in each.parts}
    assert needed <= inside
