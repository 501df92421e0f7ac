"""What start.py decides and says: the PyTorch that fits, the system's libraries, each failure in words."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from studio.errors import InstallationProblem
from studio.installation import checkout, system
from studio.installation.checkout import _Steps, program
from studio.installation.reasons import explain
from studio.installation.system import install_command, missing_from_system
from studio.installation.torch_build import Card, Machine, look_at_machine, nvidia_cards, torch_build, torch_routes

START = Path(__file__).resolve().parents[2] / "packaging" / "start.py"
TURING = Card(7.5, 590)
PASCAL = Card(6.1, 590)


@pytest.mark.parametrize(
    ("system", "nvidia", "amd", "cards", "build"),
    [
        ("linux", False, False, [], "cpu"),
        ("linux", True, False, [TURING], "cuda"),
        ("linux", True, True, [TURING], "cuda"),
        ("linux", True, False, [], "cuda"),  # a card that nvidia-smi tells nothing of
        ("linux", True, False, [TURING, PASCAL], "cu126"),
        ("linux", True, False, [Card(8.6, 570)], "cu126"),
        ("linux", True, False, [Card(12.0, 570)], "cuda"),  # the newest cards have no kernels in cu126
        ("linux", False, True, [], "rocm"),
        ("win32", False, False, [], "cpu"),
        ("win32", True, False, [TURING], "cuda"),
        ("win32", False, True, [], "cpu"),
        ("darwin", False, False, [], "cpu"),
    ],
)
def test_the_torch_build_follows_from_the_cards(system, nvidia, amd, cards, build) -> None:
    assert torch_build(Machine(system, nvidia, amd), cards) == build


@pytest.mark.parametrize(
    ("build", "label", "system", "routes"),
    [
        # the public registry has CUDA for Linux and the processor's build for the others
        ("cuda", "", "linux", [("pip", "")]),
        ("cpu", "", "linux", [("uv", "cpu"), ("pip", "cpu"), ("pip", "")]),
        ("cpu", "", "win32", [("pip", "")]),
        ("cpu", "", "darwin", [("pip", "")]),
        ("cuda", "", "win32", [("uv", "auto"), ("pip", "cu130")]),
        ("cu126", "", "linux", [("uv", "cu126"), ("pip", "cu126")]),
        ("rocm", "", "linux", [("uv", "auto")]),
        # what the user has set pip to is taken if it serves the machine
        ("cpu", "cpu", "linux", [("pip", "")]),
        ("cuda", "cu130", "win32", [("pip", "")]),
        ("rocm", "rocm7", "linux", [("pip", "")]),
        ("cuda", "cpu", "linux", [("uv", "auto"), ("pip", "cu130")]),
        ("cu126", "cu130", "linux", [("uv", "cu126"), ("pip", "cu126")]),
    ],
)
def test_the_ways_to_a_build_respect_what_pip_is_set_to(build, label, system, routes) -> None:
    assert torch_routes(build, label, system) == routes


@pytest.mark.skipif(Path("/dev/nvidiactl").exists(), reason="Here the driver's own library answers.")
def test_nvidia_smi_is_read_card_by_card(tmp_path, monkeypatch) -> None:
    tool = tmp_path / "nvidia-smi"
    tool.write_text("#!/bin/sh\nprintf '8.6, 580.65.06\\n6.1, 580.65.06\\n[N/A], 580.65.06\\n'\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert nvidia_cards() == [Card(8.6, 580), Card(6.1, 580)]


@pytest.mark.skipif(Path("/dev/nvidiactl").exists(), reason="Here the driver's own library answers.")
def test_no_nvidia_smi_is_no_card(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert nvidia_cards() == []


def test_missing_libraries_become_one_command() -> None:
    missing = {"libEGL.so.1": "libegl1", "Xvfb": "xvfb"}
    assert install_command(missing, "apt-get").endswith("apt-get install -y libegl1 xvfb")
    assert install_command(missing, "dnf") == "sudo dnf install 'libEGL.so.1()(64bit)' /usr/bin/Xvfb"
    assert "libEGL.so.1, Xvfb" in install_command(missing, None)


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux leaves Qt's libraries to the system.")
def test_missing_libraries_stop_a_window_but_not_the_terminal(monkeypatch) -> None:
    monkeypatch.setattr(system, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(checkout.os, "geteuid", lambda: 1000)
    _Steps().prepare_system({"program"})
    with pytest.raises(InstallationProblem) as caught:
        _Steps().prepare_system({"program", "window"})
    assert "libEGL.so.1" in caught.value.title
    assert "Run this once" in caught.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux leaves Qt's libraries to the system.")
def test_tests_also_need_a_screen_to_click_on(monkeypatch) -> None:
    monkeypatch.setattr(system, "loads", lambda _library: True)
    monkeypatch.setattr(system.shutil, "which", lambda _tool: None)
    assert not missing_from_system({"program", "window"})
    assert {"Xvfb", "xdotool", "openbox"} <= set(missing_from_system({"program", "window", "tests"}))


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
    assert program(arguments, has_screen) == (command, parts)


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
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "not what was asked for", "Start again"),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed'))", "proxy refuses", "HTTPS_PROXY"),
        ("something nobody has seen", "did not say why", "The lines below"),
    ],
)
def test_each_failure_is_a_sentence_and_something_to_do(output, title, hint) -> None:
    problem = explain("This step", output)
    assert problem.title.startswith("“This step” failed. ")
    assert title in problem.title
    assert hint in problem.hint
    assert problem.title.endswith(".")


def test_the_last_lines_shown_are_the_ones_that_tell() -> None:
    problem = explain("This step", "Collecting a\nERROR: No matching distribution found for a\n[notice] a new pip\n")
    assert problem.details == "ERROR: No matching distribution found for a"


@pytest.mark.parametrize(("build", "label"), [("cuda", ""), ("cuda", "cpu"), ("cu126", "cpu"), ("rocm", "cpu")])
@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_beside_a_card_no_way_leads_to_the_processors_build(build, label, platform) -> None:
    offered_is_cpu = label == "cpu" or platform == "win32"
    if offered_is_cpu:
        assert ("pip", "") not in torch_routes(build, label, platform)


def test_a_card_is_seen_by_the_files_of_its_driver(tmp_path) -> None:
    assert look_at_machine(tmp_path)[1:] == (False, False)
    if sys.platform != "win32":
        (tmp_path / "dev").mkdir()
        (tmp_path / "dev/nvidiactl").touch()
        (tmp_path / "dev/kfd").touch()
        assert look_at_machine(tmp_path)[1:] == (True, True)


def test_somebody_who_knows_better_chooses_the_build(monkeypatch) -> None:
    monkeypatch.setenv("NIGHTSHIFT_TORCH", "cpu")
    assert torch_build(Machine("linux", True, False), [TURING]) == "cpu"


def test_every_python_however_old_can_say_that_it_is_too_old() -> None:
    """Pythons before 3.5 read it as well: nothing in it is newer than them, and no letter outside ASCII."""
    source = START.read_bytes().decode("ascii")
    ast.parse(source, feature_version=(3, 4))
    assert 'f"' not in source


@pytest.mark.parametrize("version", ["2.7", "3.6", "3.10"])
def test_an_older_python_is_told_so(version) -> None:
    older = f"import sys, runpy; sys.version_info = ({version.replace('.', ', ')}, 0); runpy.run_path({str(START)!r})"
    done = subprocess.run([sys.executable, "-c", older], capture_output=True, text=True)
    assert done.returncode == 1
    assert f"needs Python 3.11 or newer, and this is Python {version}. Install" in done.stderr
    assert "Traceback" not in done.stderr
