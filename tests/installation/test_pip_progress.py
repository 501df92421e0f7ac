"""How far pip is, read from what it prints."""

from __future__ import annotations

from studio.installation.pip_progress import PipOutput


def test_bytes_are_those_of_the_package_at_hand_and_of_all() -> None:
    output = PipOutput()
    assert output.hear("Collecting torch==2.13.0\n  Downloading torch-2.13.0-cp311-linux.whl.metadata (29 kB)\n")
    assert output.hear("Downloading https://host/torch-2.13.0-cp311-linux.whl (526.1 MB)\nProgress 0 of 526100000\n")
    assert not output.hear("Progress 1000")  # a line may come in two pieces
    assert output.now.done_bytes == 0
    assert output.hear("000 of 526100000\n")
    assert (output.now.what, output.now.done_bytes) == ("torch-2.13.0-cp311-linux.whl", 1_000_000)
    assert output.now.total_bytes == 526_100_000
    output.hear("Progress 526100000 of 526100000\nDownloading sympy-1.14.0.whl (6.3 MB)\nProgress 300000 of 6300000\n")
    assert (output.now.done_bytes, output.now.fetched_bytes) == (300_000, 526_400_000)
    output.hear("Installing collected packages: mpmath, sympy, torch\n")
    assert (output.now.what, output.now.placing, output.now.fetched_bytes) == ("", 3, 526_400_000)


def test_what_says_nothing_changes_nothing() -> None:
    output = PipOutput()
    assert not output.hear("WARNING: pip index is currently an experimental command.\n\n$ python -m pip\n")


def test_what_uv_prints_is_understood_too() -> None:
    output = PipOutput()
    output.hear("Downloading torch (514.2MiB)\n")
    assert (output.now.what, output.now.total_bytes) == ("torch", 539_177_779)
