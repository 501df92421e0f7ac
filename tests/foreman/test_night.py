"""Before the night: each threat with its fix, what could not be checked, and that nothing stops a run."""

import json

import msgspec
import pytest

from studio.foreman.night import check_night, judge_night
from studio.hardware.device import GIB, Device, Machine, Program
from studio.hardware.night import SystemAtNight, read_system
from studio.job import Data, TrainJob, write_job
from studio.paths import open_home
from studio.plan import MemoryParts, Plan
from studio.settings import Settings
from studio.starter import STARTER_MODEL, starter_files
from tests.support.nightshift import Nightshift

QUIET = SystemAtNight(sleeps_after_seconds=0, lid_sleeps=False, plugged_in=True, restart_waits=False)
CARD = Device(
    id="cuda:0", name="RTX 3090", kind="cuda", total_bytes=24 * GIB, free_bytes=20 * GIB, temperature=47,
    others=(Program(name="the desktop", used_bytes=GIB // 4, pid=1),),
)  # fmt: skip
CPU = Device(id="cpu", name="CPU, 4 cores", kind="cpu", total_bytes=32 * GIB, free_bytes=20 * GIB)


def plan(**changes):
    parts = dict.fromkeys(MemoryParts.__struct_fields__, 0)
    values = dict(
        effective_batch_size=32, micro_batch_size=4, gradient_accumulation_steps=8, slices=(4,) * 8, token_budget=4096,
        max_seq_len=1024, gradient_checkpointing="off", precision="bfloat16", peak_bytes=16 * GIB,
        memory=MemoryParts(**{**parts, "gradients": 10**9, "optimizer": 2 * 10**9}), limit_bytes=23 * GIB, fits=True,
        basis="probe", error_bar=0.01, seconds_per_update=1.0, micro_batches_per_update=8.0, updates=100, rows=1000,
        reasons=(), device_name="RTX 3090",
    )  # fmt: skip
    return Plan(**{**values, **changes})


def look(system=QUIET, device=CARD, free=10**12, settings=None, of=None, can_hold=True):
    machine = Machine(devices=(device, CPU) if device.is_gpu else (CPU,), gpu_state="ok", words="")
    found = judge_night(system, machine, free, settings or Settings(), of, can_hold=can_hold)
    return {check.name: check for check in found}


def changed(**fields):
    return msgspec.structs.replace(QUIET, **fields)


THREATS = {
    "sleep": (dict(system=changed(sleeps_after_seconds=1800), settings=Settings(keep_awake=False)),
              "The computer goes to sleep after 30 minutes"),
    "lid": (dict(system=changed(lid_sleeps=True)), "Closing the lid puts the computer to sleep"),
    "power": (dict(system=changed(plugged_in=False, battery_percent=6)), "The computer runs on its battery, 6 % left"),
    "restart": (dict(system=changed(restart_waits=True)), "The system waits to restart after an update"),
    "others": (dict(device=msgspec.structs.replace(CARD, others=(Program(name="firefox", used_bytes=3 * GIB, pid=7),))),
               "Firefox uses 3.00 GiB of the RTX 3090"),
    "spill": (dict(of=plan(peak_bytes=21 * GIB)), "The run needs 1.00 GiB more memory than is free now"),
    "disk": (dict(of=plan(), free=14 * 10**9), "The disk has 14.00 GB free, and the run may need 15.25 GB"),
    "heat": (dict(device=msgspec.structs.replace(CARD, temperature=84)), "The RTX 3090 is hot already"),
    "trial": (dict(of=plan(basis="formula")), "No real trial was run yet"),
}  # fmt: skip


def test_a_quiet_computer_with_a_tried_plan_has_nothing_open():
    checks = look(of=plan())
    assert {check.state for check in checks.values()} == {"fine"}
    assert set(checks) == set(THREATS) - {"lid"}


@pytest.mark.parametrize("name", THREATS)
def test_a_threat_is_named_with_its_fix_and_alone(name):
    given, title = THREATS[name]
    checks = look(**given)
    assert (checks[name].title, checks[name].state) == (title, "worth a look")
    assert checks[name].sentence
    assert checks[name].fix
    assert [each.name for each in checks.values() if each.state == "worth a look"] == [name]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (dict(system=changed(sleeps_after_seconds=None), can_hold=False), "sleep"),
        (dict(system=changed(lid_sleeps=None)), "lid"),
        (dict(system=changed(plugged_in=None)), "power"),
        (dict(system=changed(restart_waits=None)), "restart"),
        (dict(free=None), "disk"),
        (dict(device=msgspec.structs.replace(CARD, temperature=None)), "heat"),
    ],
)
def test_what_could_not_be_read_is_said(given, name):
    assert look(**given)[name].state == "could not check"


def test_a_sleep_timer_is_settled_where_the_system_agrees_to_stay_awake():
    waits = changed(sleeps_after_seconds=1800)
    assert look(waits)["sleep"].state == "fine"
    assert look(waits, can_hold=False)["sleep"].state == "worth a look"


def test_what_is_worth_a_look_comes_first():
    states = [check.state for check in look(changed(plugged_in=None, restart_waits=True)).values()]
    assert states == sorted(states, key=["worth a look", "could not check", "fine"].index)


LINUX = {
    ("gsettings", "sleep-inactive-ac-type"): "'suspend'\n",
    ("gsettings", "sleep-inactive-ac-timeout"): "uint32 1200\n",
    ("busctl", "HandleLidSwitchExternalPower"): 's ""\n',
    ("busctl", "HandleLidSwitch"): 's "suspend"\n',
}


@pytest.mark.parametrize(
    ("told", "sleeps", "lid"),
    [
        (LINUX, 1200, True),
        ({**LINUX, ("gsettings", "sleep-inactive-ac-type"): "'nothing'"}, 0, True),
        ({**LINUX, ("busctl", "HandleLidSwitchExternalPower"): 's "ignore"'}, 1200, False),
        ({}, None, None),
    ],
)
def test_linux_is_read_by_its_own_programs(tmp_path, told, sleeps, lid):
    (tmp_path / "proc/acpi/button/lid/LID0").mkdir(parents=True)
    (tmp_path / "run").mkdir()
    (tmp_path / "run/reboot-required").touch()
    system = read_system(lambda command: told.get((command[0], command[-1])), tmp_path, "linux")
    assert (system.sleeps_after_seconds, system.lid_sleeps, system.restart_waits) == (sleeps, lid, True)


POWERCFG = "Possible Settings\nCurrent AC Power Setting Index: 0x00000708\nCurrent DC Power Setting Index: 0x00000384\n"


@pytest.mark.parametrize("waits", [True, False])
def test_windows_is_read_by_its_own_programs(waits):
    told = {"powercfg": POWERCFG, "reg": "RebootRequired" if waits else None}
    system = read_system(lambda command: told[command[0]], system="win32")
    assert (system.sleeps_after_seconds, system.restart_waits) == (1800, waits)


@pytest.mark.parametrize(("told", "seconds"), [("Battery Power:\n sleep 1\nAC Power:\n sleep 10\n", 600), (None, None)])
def test_macos_is_read_by_its_own_program(told, seconds):
    assert read_system(lambda _: told, system="darwin").sleeps_after_seconds == seconds


def test_this_computer_can_be_looked_at(tmp_path):
    checks = check_night(open_home(tmp_path / "home of Zoë"))
    assert {"sleep", "power", "disk"} <= {check.name for check in checks}


def test_the_command_looks_at_the_plan_of_a_job_file_too(tmp_path):
    nightshift = Nightshift(tmp_path / "home")
    rows = starter_files("dates")[1]
    job = TrainJob(name="tonight", model=str(STARTER_MODEL), data=Data(train=str(rows)))
    (tmp_path / "tonight.json").write_bytes(write_job(job))
    code, answer, printed = nightshift.call("night", str(tmp_path / "tonight.json"))
    assert code == 0, printed
    checks = {each["name"]: each["sentence"] for each in answer["checks"]}
    assert "All checkpoints kept at once take about 0.02 GB" in checks["disk"]
    assert "The run needs at most" in checks["spill"]
    assert all(set(each) == {"name", "title", "sentence", "state", "fix"} for each in answer["checks"])
    assert json.dumps(answer)
