"""How pip is set on this machine goes along into the empty Debian, as variables and as folders to be read there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.programs import load


@pytest.fixture(autouse=True)
def no_other_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_INDEX_URL", "PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_CERT"):
        monkeypatch.delenv(name, raising=False)


def test_pips_settings_become_variables_and_the_folders_they_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheels, mirror = tmp_path / "wheels", tmp_path / "mirror"
    wheels.mkdir()
    (mirror / "simple").mkdir(parents=True)
    settings = tmp_path / "pip.conf"
    settings.write_text(
        f"[global]\nindex-url = https://elsewhere.example/simple\nextra-index-url = {mirror.as_uri()}/simple\n"
        f"find-links = {wheels.as_uri()}\n    /not/there\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    monkeypatch.setenv("PIP_INDEX_URL", "https://nearer.example/simple")
    variables, folders = load("from_empty_root").pip_configuration()
    assert variables["PIP_INDEX_URL"] == "https://nearer.example/simple", "a variable counts more than a file"
    assert variables["PIP_FIND_LINKS"].split() == [wheels.as_uri(), "/not/there"]
    assert {wheels, mirror} <= set(folders)
    assert Path("/not/there") not in folders
