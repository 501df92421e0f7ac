"""`nightshift detect`: what the computer has to train on."""

from __future__ import annotations

from studio.cli.options import JsonOption
from studio.cli.say import say, say_json
from studio.hardware.detect import detect as detect_devices
from studio.hardware.device import gib


def detect(json: JsonOption = False) -> None:
    """Devices, their memory and who else uses it.

    --json: `devices` (list of `name`, `kind`, `total_bytes`, `free_bytes`, `used_by_others_bytes`, …), `threats`.
    """
    machine = detect_devices()
    if json:
        say_json({"devices": machine.devices, "threats": machine.threats, "words": machine.words})
        return
    say(machine.words)
    for device in machine.devices:
        say(
            f"  {device.name}: {gib(device.free_bytes)} free of {gib(device.total_bytes)}, "
            f"{gib(device.used_by_others_bytes)} used by others"
        )
    for threat in machine.threats:
        say(f"  Worth a look: {threat}")
