"""Clicks on things by the names that screen readers get: `clicks.py press "Try the starter"`.

Runs with the system's Python, which has pyatspi, beside the program that is clicked; knows nothing of that program.
AT_SPI_BUS_ADDRESS and DISPLAY say where it is. `see` waits for words, `press` clicks, `read` prints all that is shown.
"""

import argparse
import subprocess
import sys
import time

import pyatspi


def shown(node):
    """Everything that is visible, with its words."""
    try:
        states = node.getState()
        if node.getRole() != pyatspi.ROLE_APPLICATION and not states.contains(pyatspi.STATE_SHOWING):
            return
        yield node, " ".join(filter(None, [node.name, text_of(node)]))
        children = list(node)
    except Exception:  # what vanished while it was looked at, which D-Bus tells in a dozen ways  # noqa: BLE001
        return
    for child in children:
        if child is not None:
            yield from shown(child)


def text_of(node):
    """What stands in it, where it has a text."""
    try:
        return node.queryText().getText(0, -1)
    except NotImplementedError:
        return ""


def everything():
    """All that is visible in all programs on this bus."""
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None:
            yield from shown(program)


def press(words):
    """Click in the middle of what has this name and can be used; whether it was there."""
    found = [each for each, said in everything() if said.strip() == words and usable(each)]
    if not found:
        return False
    box = found[-1].queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    there = [str(box.x + box.width // 2), str(box.y + box.height // 2)]
    subprocess.run(["xdotool", "mousemove", *there, "click", "1"], check=True, timeout=30)
    return True


def usable(node):
    """Whether a click on it does something: labels have the names of buttons too."""
    return node.getRole() != pyatspi.ROLE_LABEL and node.getState().contains(pyatspi.STATE_ENABLED)


def see(words):
    """Whether these words stand somewhere."""
    return any(words in said for _, said in everything())


def main():
    """Do one thing; exit status 1 where it could not be done in time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("do", choices=["press", "see", "read"])
    parser.add_argument("words", nargs="?", default="")
    parser.add_argument("--within", type=float, default=60.0, metavar="SECONDS")
    asked = parser.parse_args()
    if asked.do == "read":
        for node, said in everything():
            if said:
                print(f"{node.getRoleName():<14} {said[:160]!r}")
        return 0
    deadline = time.monotonic() + asked.within
    while not {"press": press, "see": see}[asked.do](asked.words):
        if time.monotonic() > deadline:
            print(f"“{asked.words}” was not to be found within {asked.within:.0f} s.", file=sys.stderr)
            return 1
        time.sleep(0.3)
    return 0


if __name__ == "__main__":
    sys.exit(main())
