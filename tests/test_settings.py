"""What a user chose survives damage, newer versions and full disks."""

import pytest

from studio.errors import DiskProblem
from studio.paths import open_home
from studio.settings import Settings, read_settings, write_settings


@pytest.fixture
def home(tmp_path):
    return open_home(tmp_path / "home of Zoë")


def test_without_a_file_there_are_defaults(home):
    assert read_settings(home) == Settings()


def test_what_is_chosen_is_found_again_and_what_a_newer_version_wrote_stays(home):
    (home.folder / "settings.json").write_text('{"theme": "dark", "from_the_future": [1]}')
    write_settings(home, Settings(theme="light", countdown_seconds=5))
    assert read_settings(home) == Settings(theme="light", countdown_seconds=5)
    assert "from_the_future" in (home.folder / "settings.json").read_text()


def test_a_file_cut_at_any_byte_gives_the_copy_before_it(home):
    write_settings(home, Settings(theme="dark"))
    write_settings(home, Settings(theme="light"))
    file = home.folder / "settings.json"
    whole = file.read_bytes().rstrip()
    for cut in range(len(whole)):
        file.write_bytes(whole[:cut])
        assert read_settings(home).theme == "dark"


def test_a_field_that_makes_no_sense_gets_its_default_and_the_others_stay(home):
    (home.folder / "settings.json").write_text('{"theme": "purple", "notify": false, "countdown_seconds": "soon"}')
    assert read_settings(home) == Settings(notify=False)


def test_settings_that_cannot_be_kept_say_so(home):
    (home.folder / "settings.json").mkdir()
    with pytest.raises(DiskProblem, match=r"^The settings could not be kept: "):
        write_settings(home, Settings())
