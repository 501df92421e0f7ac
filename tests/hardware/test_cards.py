"""What the studio says about cards, on an NVML told by scenario files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from studio.hardware.detect import Machine, detect
from studio.hardware.device import GIB, Program
from studio.hardware.gauges import Gauges, choose_visible, merge, program_name
from tests.support.pace import Stopwatch

FAKES = Path(__file__).parents[1] / "fakes" / "nvml"
SCENARIOS = FAKES / "scenarios"


@pytest.fixture
def nvml(monkeypatch: pytest.MonkeyPatch):
    """Puts the fake NVML in place of the real one; returns a function that sets the scene."""
    monkeypatch.syspath_prepend(str(FAKES))
    monkeypatch.delitem(sys.modules, "pynvml", raising=False)
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    gauges = Gauges()
    monkeypatch.setattr(sys.modules["studio.hardware.detect"], "_gauges", lambda: gauges)

    def set_scene(file: Path) -> None:
        monkeypatch.setenv("FAKE_NVML_SCENARIO", str(file))

    yield set_scene
    gauges.close()
    sys.modules.pop("pynvml", None)


def changed(tmp_path: Path, scenario: str, **changes: Any) -> Path:
    told = json.loads((SCENARIOS / scenario).read_text())
    told["gpus"][0].update(changes)
    file = tmp_path / scenario
    file.write_text(json.dumps(told))
    return file


def detected(nvml: Any, scenario: str, own_pids: frozenset[int] = frozenset()) -> Machine:
    nvml(SCENARIOS / scenario)
    return detect(own_pids)


def test_a_3090_is_told_with_the_memory_that_programs_can_really_use(nvml: Any) -> None:
    machine = detected(nvml, "rtx3090.json")
    card = machine.best
    assert machine.gpu_state == "ok"
    assert machine.words == "NVIDIA GeForce RTX 3090 with 23.69 GiB, 20.17 GiB free."
    assert (card.id, card.kind, card.driver, card.compute_capability) == ("cuda:0", "cuda", "580.95.05", (8, 6))
    assert (card.utilisation, card.temperature, card.power_watts) == (0.03, 47, 38.5)
    assert card.total_bytes == card.free_bytes + card.used_by_others_bytes


def test_other_programs_are_named_largest_first_and_the_desktop_is_one_program(nvml: Any) -> None:
    card = detected(nvml, "rtx3090.json").best
    assert [(program.name, round(program.used_bytes / GIB, 2)) for program in card.others] == [
        ("Firefox", 3.11),
        ("the desktop", 0.41),
    ]


def test_the_studios_own_processes_are_not_other_programs(nvml: Any) -> None:
    card = detected(nvml, "rtx3090.json", own_pids=frozenset({5230})).best
    assert [program.name for program in card.others] == ["the desktop"]
    assert card.used_by_others_bytes / GIB == pytest.approx(0.41)


def test_a_program_that_holds_much_memory_is_a_threat_to_the_night(nvml: Any) -> None:
    threats = detected(nvml, "rtx3090.json").threats
    assert "Firefox holds 3.11 GiB of the NVIDIA GeForce RTX 3090." in threats


def test_the_best_of_two_cards_is_the_one_with_more_free_memory(nvml: Any) -> None:
    machine = detected(nvml, "two_gpus.json")
    assert [device.id for device in machine.devices] == ["cuda:0", "cuda:1", "cpu"]
    assert machine.best.name == "NVIDIA GeForce RTX 4090"
    assert machine.words.startswith("2 cards: NVIDIA GeForce RTX 3090 with 23.69 GiB, 14.29 GiB free; ")


def test_cuda_visible_devices_hides_and_renumbers_cards(nvml: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    machine = detected(nvml, "two_gpus.json")
    assert [(device.id, device.name) for device in machine.gpus] == [("cuda:0", "NVIDIA GeForce RTX 4090")]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "GPU-22222222,0")
    assert [device.name[-4:] for device in detect().gpus] == ["4090", "3090"]


@pytest.mark.parametrize("hidden", ["", "-1"])
def test_hiding_every_card_leaves_the_processor(nvml: Any, monkeypatch: pytest.MonkeyPatch, hidden: str) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", hidden)
    machine = detected(nvml, "two_gpus.json")
    assert (machine.gpu_state, machine.best.id) == ("none", "cpu")
    assert machine.words.startswith("No NVIDIA card was found")


def test_slices_of_a_divided_card_are_devices_with_their_own_memory(nvml: Any) -> None:
    first, second = detected(nvml, "mig.json").gpus
    assert (first.uuid[:4], first.total_bytes / GIB, second.total_bytes / GIB) == ("MIG-", 39.5, 19.5)
    assert first.compute_capability == (9, 0)
    assert "slice" in first.note
    assert second.others[0].name == "Python"


def test_a_driver_that_does_not_answer_is_told_and_the_processor_is_there(nvml: Any) -> None:
    machine = detected(nvml, "driver_failed.json")
    assert machine.gpu_state == "failed"
    assert machine.words == (
        "The NVIDIA driver does not answer (RM has detected an NVML/RM version mismatch); "
        "install or restart it, or train with the processor until then."
    )
    assert machine.best.id == "cpu"


def test_a_lost_card_is_told_and_comes_back_after_it_recovered(nvml: Any, tmp_path: Path) -> None:
    machine = detected(nvml, "gpu_lost.json")
    assert (machine.gpu_state, machine.best.id) == ("failed", "cpu")
    assert machine.words.startswith("The NVIDIA card does not answer (GPU is lost); restart the computer")
    assert detected(nvml, "rtx3090.json").gpu_state == "ok"


def test_one_lost_card_of_two_leaves_the_other_and_is_a_threat(nvml: Any, tmp_path: Path) -> None:
    nvml(changed(tmp_path, "two_gpus.json", error="GpuIsLost"))
    machine = detect()
    assert [device.name for device in machine.gpus] == ["NVIDIA GeForce RTX 4090"]
    assert machine.threats[0].startswith("One NVIDIA card does not answer")


@pytest.mark.parametrize("field", ["temperature", "power_watts", "utilisation", "compute_capability", "processes"])
def test_a_number_that_a_card_does_not_give_is_left_out(nvml: Any, tmp_path: Path, field: str) -> None:
    nvml(changed(tmp_path, "rtx3090.json", unsupported=[field]))
    card = detect().best
    assert card.is_gpu
    assert card.used_by_others_bytes / GIB == pytest.approx(3.52)
    assert not getattr(card, {"processes": "others"}.get(field, field))


def test_an_old_driver_counts_its_reserve_as_used(nvml: Any, tmp_path: Path) -> None:
    nvml(changed(tmp_path, "rtx3090.json", unsupported=["memory_v2"]))
    card = detect().best
    assert (card.total_bytes / GIB, card.free_bytes / GIB) == (24.0, pytest.approx(20.17))


def test_memory_that_the_driver_does_not_attribute_still_counts_as_others(nvml: Any, tmp_path: Path) -> None:
    nvml(changed(tmp_path, "rtx3090.json", processes=[{"pid": 9, "name": "blender", "used_gib": None}]))
    card = detect().best
    assert card.others == ()
    assert card.used_by_others_bytes / GIB == pytest.approx(3.52)


def test_no_permission_for_the_memory_of_a_card_is_a_state_with_words(nvml: Any, tmp_path: Path) -> None:
    nvml(changed(tmp_path, "rtx3090.json", error="NoPermission"))
    machine = detect()
    assert machine.gpu_state == "failed"
    assert "Insufficient Permissions" in machine.words


def test_without_the_library_of_the_driver_there_is_simply_no_card() -> None:
    code = "from studio.hardware.detect import detect; m = detect(); print(m.gpu_state, m.devices[-1].id)"
    environment = {"PYTHONPATH": str(FAKES), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["none", "cpu"]


def test_looking_again_takes_less_than_ten_milliseconds(nvml: Any) -> None:
    detected(nvml, "rtx3090.json")
    taken = [Stopwatch() for _ in range(10)]
    for each in taken:
        with each:
            detect()
    assert min(each.seconds for each in taken) < 0.010


def test_detecting_never_imports_torch() -> None:
    code = "import sys; from studio.hardware.detect import detect; detect(); print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("/usr/lib/firefox/firefox", "Firefox"),
        ("/usr/lib/firefox/firefox -contentproc -childID 3", "Firefox"),
        ("C:\\Program Files\\Blender\\blender.exe", "Blender"),
        ("/usr/lib/xorg/Xorg", "the desktop"),
        ("/opt/My Program/run", "Run"),
        ("python3.12", "python3.12"),
        ("", ""),
    ],
)
def test_programs_have_the_names_people_know(command: str, name: str) -> None:
    assert program_name(command) == name


def test_processes_of_one_program_are_added_up() -> None:
    programs = [Program(name="Chrome", used_bytes=size, pid=size) for size in (3, 5, 0)]
    assert merge(programs) == (Program(name="Chrome", used_bytes=8, pid=5),)


def test_nothing_visible_means_nothing_chosen() -> None:
    assert choose_visible([], "0,1") == ()
