"""What start.py decides and says: the PyTorch that fits, the system's libraries, each failure in words."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load_start(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


start = load_start(ROOT / "packaging" / "start.py")
TURING = start.Card(7.5, 590)
PASCAL = start.Card(6.1, 590)


@pytest.mark.parametrize(
    ("system", "nvidia", "amd", "cards", "build"),
    [
        ("linux", False, False, [], "cpu"),
        ("linux", True, False, [TURING], "cuda"),
        ("linux", True, True, [TURING], "cuda"),
        ("linux", True, False, [], "cuda"),  # a card that nvidia-smi tells nothing of
        ("linux", True, False, [TURING, PASCAL], "cu126"),
        ("linux", True, False, [start.Card(8.6, 570)], "cu126"),
        ("linux", True, False, [start.Card(12.0, 570)], "cuda"),  # the newest cards have no kernels in cu126
        ("linux", False, True, [], "rocm"),
        ("win32", False, False, [], "cpu"),
        ("win32", True, False, [TURING], "cuda"),
        ("win32", False, True, [], "cpu"),
        ("darwin", False, False, [], "cpu"),
    ],
)
def test_the_torch_build_follows_from_the_cards(system, nvidia, amd, cards, build) -> None:
    assert start.torch_build(start.Machine(system, nvidia, amd), cards) == build


@pytest.mark.parametrize(
    ("build", "label", "system", "routes"),
    [
        # the public registry has CUDA for Linux and the processor's build for the others
        ("cuda", "", "linux", [("pip", "")]),
        ("cpu", "", "linux", [("uv", "cpu"), ("pip", "cpu"), ("pip", "")]),
        ("cpu", "", "win32", [("pip", "")]),
        ("cpu", "", "darwin", [("pip", "")]),
        ("cuda", "", "win32", [("uv", "auto"), ("pip", "cu130"), ("pip", "")]),
        ("cu126", "", "linux", [("uv", "cu126"), ("pip", "cu126"), ("pip", "")]),
        ("rocm", "", "linux", [("uv", "auto"), ("pip", "")]),
        # what the user has set pip to is taken if it serves the machine
        ("cpu", "cpu", "linux", [("pip", "")]),
        ("cuda", "cu130", "win32", [("pip", "")]),
        ("rocm", "rocm7", "linux", [("pip", "")]),
        ("cuda", "cpu", "linux", [("uv", "auto"), ("pip", "cu130"), ("pip", "")]),
        ("cu126", "cu130", "linux", [("uv", "cu126"), ("pip", "cu126"), ("pip", "")]),
    ],
)
def test_the_ways_to_a_build_respect_what_pip_is_set_to(build, label, system, routes) -> None:
    assert start.torch_routes(build, label, system) == routes


def test_nvidia_smi_is_read_card_by_card(tmp_path, monkeypatch) -> None:
    tool = tmp_path / "nvidia-smi"
    tool.write_text("#!/bin/sh\nprintf '8.6, 580.65.06\\n6.1, 580.65.06\\n[N/A], 580.65.06\\n'\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert start.nvidia_cards() == [start.Card(8.6, 580), start.Card(6.1, 580)]


def test_no_nvidia_smi_is_no_card(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert start.nvidia_cards() == []


def test_missing_libraries_become_one_command() -> None:
    missing = {"libEGL.so.1": "libegl1", "Xvfb": "xvfb"}
    assert start.install_command(missing, "apt-get").endswith("apt-get install -y libegl1 xvfb")
    assert start.install_command(missing, "dnf") == "sudo dnf install 'libEGL.so.1()(64bit)' /usr/bin/Xvfb"
    assert "libEGL.so.1, Xvfb" in start.install_command(missing, None)


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux leaves Qt's libraries to the system.")
def test_missing_libraries_stop_a_window_but_not_the_terminal(monkeypatch) -> None:
    monkeypatch.setattr(start, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    start.prepare_system({"program"})
    with pytest.raises(start.Problem) as caught:
        start.prepare_system({"program", "window"})
    assert "libEGL.so.1" in caught.value.title
    assert "Run this once" in caught.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux leaves Qt's libraries to the system.")
def test_tests_also_need_a_screen_to_click_on(monkeypatch) -> None:
    monkeypatch.setattr(start, "loads", lambda _library: True)
    monkeypatch.setattr(start.shutil, "which", lambda _tool: None)
    assert not start.missing_from_system({"program", "window"})
    assert {"Xvfb", "xdotool", "openbox"} <= set(start.missing_from_system({"program", "window", "tests"}))


@pytest.mark.parametrize(
    ("arguments", "has_screen", "command", "parts"),
    [
        ([], True, ["-P", "-m", "studio"], {"program", "window"}),
        ([], False, ["-P", "-m", "studio", "demo"], {"program"}),
        (["plan", "--json"], True, ["-P", "-m", "studio", "plan", "--json"], {"program"}),
        (["test", "-k", "plan"], False, ["-m", "pytest", "-k", "plan"], {"program", "window", "tests"}),
    ],
)
def test_arguments_reach_the_program(arguments, has_screen, command, parts) -> None:
    assert start.program(arguments, has_screen) == (command, parts)


@pytest.mark.parametrize(
    ("output", "title", "hint"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full.", "Free some space"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] unable to get local issuer", "certificate is not trusted", "global.cert"),
        ("ERROR: ResolutionImpossible: for help visit", "contradict each other", "Undo your changes"),
        (
            "WARNING: Retrying after NewConnectionError: Temporary failure in name resolution\n"
            "ERROR: No matching distribution found for torch==2.13.0",
            "cannot be reached",
            "Check the connection",
        ),
        ("ERROR: No matching distribution found for torch==2.13.0", "no torch==2.13.0 for this", "pip config list"),
        ("The virtual environment was not created because ensurepip is not available.", "cannot make", "python3-venv"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "Another program", "Wait"),
        ("ImportError: libEGL.so.1: cannot open shared object file", "The system library libEGL.so.1", "Install it"),
        ("ImportError: DLL load failed while importing _C", "library of Windows", "Redistributable"),
        ("PermissionError: [Errno 13] Permission denied: '/x'", "may not be written", "own this folder"),
        ("Collecting torch\n\nKilled", "ran out of memory", "Close other programs"),
        ("error: subprocess-exited-with-error\n gcc: not found", "could not be built", "Python 3.11"),
        ("something nobody has seen", "did not say why", "The lines below"),
    ],
)
def test_each_failure_is_a_sentence_and_something_to_do(output, title, hint) -> None:
    problem = start.explain("This step", output)
    assert problem.title.startswith("“This step” failed. ")
    assert title in problem.title
    assert hint in problem.hint
    assert problem.title.endswith(".")


def test_the_last_lines_shown_are_the_ones_that_tell() -> None:
    problem = start.explain(
        "This step", "Collecting a\nERROR: No matching distribution found for a\n[notice] a new pip\n"
    )
    assert problem.details == "ERROR: No matching distribution found for a"


@pytest.mark.parametrize("version", ["3.8", "3.10"])
def test_an_older_python_is_told_so(version, monkeypatch) -> None:
    major, minor = version.split(".")
    monkeypatch.setattr(sys, "version_info", (int(major), int(minor), 0, "final", 0))
    with pytest.raises(SystemExit, match=rf"needs Python 3\.11 or newer, and this is Python {version}"):
        load_start(ROOT / "packaging" / "start.py")
