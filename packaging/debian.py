"""The Debian package: the frozen folder under /usr/lib, `nightshift` on the PATH, and what a desktop knows of it."""

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "nightshift-studio"
MAINTAINER = (
    f"{os.environ.get('DEBFULLNAME', 'Nightshift Studio developers')} "
    f"<{os.environ.get('DEBEMAIL', 'nightshift-studio@users.noreply.invalid')}>"
)
OF_A_DESKTOP = {"fontconfig-config", "libegl1", "libgl1", "xkb-data"}
"""What Qt loads by name when a window opens, beside what its files are linked against."""
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def build_deb(frozen: Path, share: Path, folder: Path, version: str, when: datetime, quick: bool = False) -> Path:
    """Make the package in `folder`, of the size of a release or quickly. Needs dpkg and binutils."""
    architecture = ARCHITECTURES[platform.machine()]
    with tempfile.TemporaryDirectory(dir=folder) as made:
        root = Path(made)
        root.chmod(0o755)
        installed = root / "usr/lib" / NAME
        shutil.copytree(frozen, installed, symlinks=True, copy_function=os.link)
        for library in installed.rglob("*.so*"):
            library.chmod(0o644)
        shutil.copytree(share, root / "usr/share", copy_function=os.link)
        (root / "usr/bin").mkdir()
        (root / "usr/bin/nightshift").symlink_to(f"../lib/{NAME}/nightshift")
        describe(root, version, when)
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_text(control(root, installed, version, architecture), "utf-8")
        (root / "DEBIAN/md5sums").write_text("".join(sums(root)), "utf-8")
        package = folder / f"{NAME}_{version}_{architecture}.deb"
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(when.timestamp()))}
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd" if quick else "-Zxz", "--build", str(root), str(package)]
        subprocess.run(command, check=True, env=environment, capture_output=True)
    return package


def describe(root: Path, version: str, when: datetime) -> None:
    """Licence and changelog where Debian looks for them, and manual pages compressed as Debian wants them."""
    documents = root / "usr/share/doc" / NAME
    documents.mkdir(parents=True)
    shutil.copyfile(ROOT / "packaging/linux/copyright", documents / "copyright")
    news = f"{NAME} ({version}) unstable; urgency=medium\n\n  * Release {version}; see the project's CHANGELOG.md.\n\n"
    entry = f"{news} -- {MAINTAINER}  {format_datetime(when)}\n"
    (documents / "changelog.gz").write_bytes(gzip.compress(entry.encode(), mtime=0))
    for page in (root / "usr/share/man").rglob("*.1"):
        page.with_name(f"{page.name}.gz").write_bytes(gzip.compress(page.read_bytes(), mtime=0))
        page.unlink()


def sums(root: Path) -> Iterator[str]:
    """A line for each file, by which dpkg sees later whether it is still what was installed."""
    for file in sorted(root.glob("usr/**/*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as content:
                yield f"{hashlib.file_digest(content, 'md5').hexdigest()}  {file.relative_to(root)}\n"


def control(root: Path, installed: Path, version: str, architecture: str) -> str:
    """The package's fields; its size in KiB as dpkg counts it, what it needs as its files tell."""
    files = [each for each in root.rglob("*") if not each.is_symlink() and "DEBIAN" not in each.parts]
    kibibytes = sum(-(-each.stat().st_size // 1024) if each.is_file() else 1 for each in files)
    fields = {
        "Package": NAME,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kibibytes),
        "Depends": ", ".join(sorted(linked_against(installed) | OF_A_DESKTOP)),
        "Recommends": "ca-certificates, fonts-noto-core, fonts-noto-cjk",
        "Section": "science",
        "Priority": "optional",
        "Description": "fine-tune a language model on your own GPU, overnight\n"
        " Say which model, which data, and how many examples each update should learn\n"
        " from. Nightshift Studio works out a split that fits the graphics card, trains\n"
        " in a process of its own, draws the loss of every update, and loses nothing\n"
        " when a process dies or the power goes.\n"
        " .\n"
        " At its first start it makes the engine's environment in the user's data\n"
        " folder, for which it downloads PyTorch.",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def linked_against(installed: Path) -> set[str]:
    """Packages that the program and its libraries are linked against and do not bring along. Asks objdump and dpkg."""
    binaries = [str(each) for each in installed.rglob("*") if each.is_file() and not each.is_symlink() and is_elf(each)]
    needed = set(re.findall(r"^ +NEEDED +(\S+)", ask("objdump", "-p", *binaries), re.MULTILINE))
    missing = needed - {each.name for each in installed.rglob("*.so*")}
    owners = ask("dpkg", "-S", *(f"*/{name}" for name in sorted(missing)))
    packages = set(re.findall(r"^(lib[^:, ]+)[:,]", owners, re.MULTILINE)) - {"libc6"}
    libc = re.match(r"[\d.]+", ask("dpkg-query", "-W", "-f=${Version}", "libc6"))
    return packages | {f"libc6 (>= {libc[0] if libc else 0})"}


def ask(*command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def is_elf(file: Path) -> bool:
    """Whether this is a program or library of Linux."""
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"
