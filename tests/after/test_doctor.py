"""The doctor finds nothing wrong here, and what is made wrong."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from studio.cli import doctor
from studio.engine import doctor as engine
from studio.errors import InstallationProblem
from studio.hardware.check import Check
from studio.installation.wholeness import look_at_packages
from tests.support.kits import write_wheel


def test_what_training_needs_is_tried_here(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert engine.main(tmp_path) == 0
    lines = [line for line in capfdbinary.readouterr().out.splitlines() if line.startswith(b"{")]
    assert len(lines) == 6


def test_a_wrong_product_is_found_and_has_one_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    right = torch.Tensor.__matmul__
    monkeypatch.setattr(
        torch.Tensor, "__matmul__", lambda one, other: right(one, other) * (1.1 if one.dtype == torch.float32 else 1)
    )
    check = engine._tried("a kernel", engine._kernel, "Update the driver.")
    assert check == Check(name="a kernel", good=False, told=check.told, fix="Update the driver.")
    assert "is wrong by 10.0%" in check.told


def test_a_home_that_cannot_be_used_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    *_, last = doctor._checks(tmp_path / "file" / "home")
    assert (last.name, last.good) == ("home", False)
    assert "--home" in last.fix


def test_a_package_that_is_not_whole_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site-packages"
    wheel = write_wheel(tmp_path, "small-part", "1.0", {"small_part.py": "version = '1.0'\n"})
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    monkeypatch.syspath_prepend(str(site))
    assert "are whole" in look_at_packages()
    (site / "small_part.py").write_text("version")
    with pytest.raises(InstallationProblem, match=r"small_part.py of small-part is missing or not whole"):
        look_at_packages()


def test_an_engine_that_is_not_set_up_is_told_with_one_fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIGHTSHIFT_KIT", str(tmp_path))
    *_, last = doctor._checks(tmp_path / "home")
    assert (last.name, last.good) == ("engine", False)
    assert last.fix.endswith("nightshift environment make")
