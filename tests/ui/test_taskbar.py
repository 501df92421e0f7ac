"""The entry in the task bar, as another program on the session's bus hears it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.nightshift import PATIENCE_SECONDS

ROOT = Path(__file__).resolve().parents[2]
TOLD = """
from ui.app import make_application
from ui.taskbar import Taskbar
app = make_application()
bar = Taskbar()
for share in (0.41, 0.412, None, None):
    bar.show_share(share)
"""


@pytest.mark.storm
def test_the_desktop_hears_every_percent_once_and_the_end(tmp_path: Path) -> None:
    assert shutil.which("dbus-run-session"), "needs dbus-run-session and dbus-monitor (Debian: dbus-daemon, dbus-bin)"
    heard, script = tmp_path / "heard", tmp_path / "told.py"
    script.write_text(TOLD)
    listens = f"dbus-monitor interface=com.canonical.Unity.LauncherEntry > {heard} & sleep 1"
    tells = f"PYTHONPATH={ROOT} {sys.executable} {script}; sleep 0.5; kill %1"
    subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", f"set -m; {listens}; {tells}"],
        check=True,
        timeout=PATIENCE_SECONDS,
        capture_output=True,
    )
    told = heard.read_text()
    assert told.count("member=Update") == 2
    assert "application://studio.nightshift.Nightshift.desktop" in told
    first, last = told.split("member=Update")[1:]
    assert "double 0.41" in first
    assert "boolean true" in first
    assert "boolean false" in last
