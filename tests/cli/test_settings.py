"""Settings from the command line."""

import subprocess
import sys

import pytest

from studio.cli.settings import _changed, settings
from studio.errors import StudioError
from studio.foreman.webhook import find_address
from studio.paths import Home
from studio.settings import Settings, read_settings
from tests.support.nightshift import ROOT


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("keep_awake=false", Settings(keep_awake=False)),
        ("after_success=shut down", Settings(after_success="shut down")),
        ("keep_free_gb=2.5", Settings(keep_free_gb=2.5)),
        ("after_success_command=loginctl suspend", Settings(after_success_command=("loginctl", "suspend"))),
    ],
)
def test_a_setting_is_changed_by_its_name(change, expected):
    assert _changed(Settings(), change) == expected


@pytest.mark.parametrize("change", ["keep_awake", "colour=red", "after_success=explode", "countdown_seconds=soon", ""])
def test_what_is_no_setting_is_said_with_a_hint(change):
    with pytest.raises(StudioError, match=r"is no (setting|value)") as told:
        _changed(Settings(), change)
    assert told.value.hint


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ("keep_awake=maybe", "It is true or false."),
        ("countdown_seconds=soon", "It is a whole number."),
        ("keep_free_gb=much", "It is a number."),
        ("theme=blue", "It is one of system, light, dark."),
    ],
)
def test_a_value_that_does_not_suit_is_answered_by_those_that_do(change, hint):
    with pytest.raises(StudioError, match="is no value") as told:
        _changed(Settings(), change)
    assert told.value.hint == hint


def test_changes_are_kept_and_printed(tmp_path, capsys):
    settings(["notify=false", "webhook=ntfy"], home=tmp_path / "home", json=True)
    assert '"notify": false, "webhook": "ntfy"' in capsys.readouterr().out
    assert read_settings(Home(tmp_path / "home")) == Settings(notify=False, webhook="ntfy")


def test_the_address_of_a_webhook_is_asked_for_and_not_printed(tmp_path):
    home = tmp_path / "home"
    done = subprocess.run(
        [sys.executable, "-m", "studio", "webhook", "--home", str(home)],
        cwd=ROOT,
        input="https://ntfy.sh/secret-topic\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "secret-topic" not in done.stdout + done.stderr
    assert find_address(Home(home)) == "https://ntfy.sh/secret-topic"
