"""The doctor finds nothing wrong here, and what is made wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.cli import doctor
from studio.engine import doctor as engine
from studio.hardware.check import Check


def test_what_training_needs_is_tried_here(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert engine.main(tmp_path) == 0
    lines = [line for line in capfdbinary.readouterr().out.splitlines() if line.startswith(b"{")]
    assert len(lines) == 5


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
