"""How a desktop learns of the program: its entry, icons, description for software centres, manual page."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP_ID = "studio.nightshift.Nightshift"
"""As the window tells it to the desktop (`ui/app.py`); names the files by which the desktop finds its icon."""
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def make_share(folder: Path, version: str, date: str) -> Path:
    """Fill `folder` as `/usr/share` has it. `date` is the release's, as 2026-11-21."""
    for source, target in [
        (f"{APP_ID}.desktop", f"applications/{APP_ID}.desktop"),
        (f"{APP_ID}.metainfo.xml", f"metainfo/{APP_ID}.metainfo.xml"),
        ("nightshift.1", "man/man1/nightshift.1"),
    ]:
        text = (ROOT / "packaging/linux" / source).read_text("utf-8")
        written = folder / target
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text.replace("@VERSION@", version).replace("@DATE@", date), "utf-8")
    icons = folder / "icons/hicolor"
    for size in SIZES:
        draw_icon(icons / f"{size}x{size}/apps/{APP_ID}.png", size)
    scalable = icons / f"scalable/apps/{APP_ID}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "assets/icons/app.svg", scalable)
    return folder


def draw_icon(file: Path, size: int) -> None:
    """The program's icon as a picture of `size` × `size` pixels, in the format that the file's name asks for."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "assets/icons/app.svg")).render(painter)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"{file} could not be written.")


def draw_program_icon(folder: Path) -> None:
    """The icon that a program carries inside on Windows and macOS; on Linux none does."""
    if sys.platform == "win32":
        draw_icon(folder / "app.ico", 256)
    if sys.platform == "darwin":
        for size in (16, 32, 128, 256, 512):
            draw_icon(folder / f"app.iconset/icon_{size}x{size}.png", size)
            draw_icon(folder / f"app.iconset/icon_{size}x{size}@2x.png", 2 * size)
        subprocess.run(["iconutil", "-c", "icns", str(folder / "app.iconset")], check=True)


def validate(folder: Path) -> list[str]:
    """Ask the desktop's own tools, where they are installed. Returns which were asked; raises where one objects."""
    tools = {
        "desktop-file-validate": [str(folder / f"applications/{APP_ID}.desktop")],
        "appstreamcli": ["validate", "--no-net", str(folder / f"metainfo/{APP_ID}.metainfo.xml")],
        "man": ["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(folder / "man/man1/nightshift.1")],
    }
    asked = [tool for tool in tools if shutil.which(tool)]
    for tool in asked:
        answer = subprocess.run([tool, *tools[tool]], capture_output=True, text=True)
        if answer.returncode or (tool == "man" and answer.stderr):
            raise ValueError(f"{tool} objects:\n{answer.stdout[-2000:] if tool != 'man' else ''}{answer.stderr}")
    return asked
