"""The Debian package and the Python in it, made and looked into on a Debian."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from tests.packaging.programs import load

pytestmark = pytest.mark.storm
WHEN = datetime(2026, 11, 21, tzinfo=UTC)


def require(*tools: str) -> None:
    missing = [each for each in tools if shutil.which(each) is None]
    assert not missing, (
        f"needs {', '.join(missing)} (Debian: apt install binutils dpkg desktop-file-utils appstream man-db)"
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require("dpkg-deb", "dpkg", "objdump")
    folder = tmp_path_factory.mktemp("package")
    frozen = folder / "frozen"
    (frozen / "_internal").mkdir(parents=True)
    shutil.copy2(shutil.which("ls") or "", frozen / "nightshift")
    (frozen / "_internal/data with a space.txt").write_text("x" * 3000)
    share = load("share").make_share(folder / "share", "1.2.3", "2026-11-21")
    return load("debian").build_deb(frozen, share, folder, "1.2.3", WHEN, quick=True)


def field(package: Path, name: str) -> str:
    return subprocess.run(["dpkg-deb", "-f", package, name], capture_output=True, text=True, check=True).stdout.strip()


def test_the_package_needs_what_its_programs_are_linked_against(package: Path) -> None:
    needed = field(package, "Depends").split(", ")
    assert any(each.startswith("libc6 (>= 2.") for each in needed)
    assert "libselinux1" in needed, "ls is linked against it"
    assert "libegl1" in needed, "Qt loads it by name"


def test_its_files_belong_to_root_and_are_what_the_list_says(package: Path) -> None:
    data = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        entries = {each.name.removeprefix("./"): each for each in archive.getmembers()}
    assert {each.uname for each in entries.values()} == {"root"}
    assert {int(each.mtime) for each in entries.values() if each.isfile() and "nightshift.1" in each.name} == {
        int(WHEN.timestamp())
    }
    assert entries["usr/bin/nightshift"].linkname == "../lib/nightshift-studio/nightshift"
    sums = subprocess.run(["dpkg-deb", "-I", package, "md5sums"], capture_output=True, text=True, check=True).stdout
    assert {line.split("  ", 1)[1] for line in sums.splitlines()} == {
        name for name, each in entries.items() if each.isfile()
    }


def test_its_size_is_the_size_of_its_files(package: Path) -> None:
    data = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        entries = [each for each in archive.getmembers() if each.name.strip("./")]
    kibibytes = sum(-(-each.size // 1024) if each.isreg() else int(each.isdir()) for each in entries)
    assert int(field(package, "Installed-Size")) == kibibytes


def test_the_desktops_own_tools_have_no_objection(tmp_path: Path) -> None:
    require("desktop-file-validate", "appstreamcli", "man")
    share = load("share")
    asked = share.validate(share.make_share(tmp_path, "1.2.3", "2026-11-21"))
    assert asked == ["desktop-file-validate", "appstreamcli", "man"]


def test_they_would_have_one_if_there_was_reason(tmp_path: Path) -> None:
    require("desktop-file-validate")
    share = load("share")
    made = share.make_share(tmp_path, "1.2.3", "2026-11-21")
    entry = next(made.glob("applications/*.desktop"))
    entry.write_text(entry.read_text("utf-8").replace("Type=Application", "Type=Programme"), "utf-8")
    with pytest.raises(ValueError, match="desktop-file-validate objects"):
        share.validate(made)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only the downloaded Python is carried")
def test_the_python_of_the_kit_works_wherever_it_is_moved(tmp_path: Path) -> None:
    require("strip", "ldd")
    relocatable = load("relocatable_python")
    made = relocatable.copy_own(tmp_path / "made here")
    moved = made.rename(tmp_path / "then moved, é")
    relocatable.prove(moved)
    code = "import sys, pip; print(sys.prefix); print(pip.__file__)"
    said = subprocess.run([moved / "bin/python3", "-I", "-c", code], capture_output=True, text=True, check=True, env={})
    assert all(line.startswith(str(moved)) for line in said.stdout.splitlines())
