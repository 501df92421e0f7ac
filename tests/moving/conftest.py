"""Two computers, for runs that move."""

import pytest

from studio.paths import open_home


@pytest.fixture
def here(tmp_path):
    return open_home(tmp_path / "laptop")


@pytest.fixture
def there(tmp_path):
    return open_home(tmp_path / "server")
