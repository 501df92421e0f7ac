"""From an empty Debian 12 to a model that was exported and loaded again, by clicking: `from_empty_root.py PACKAGE.deb`.

Makes a minimal Debian in a folder, installs the package with its dependencies, opens the window on a screen of its own,
has the engine's environment made, trains the starter, exports, loads the export in a fresh process without the studio,
and removes the package. Prints seconds per step as JSON; pictures lie in `--pictures`. Needs root and, on Debian:
apt install debootstrap xvfb openbox xdotool imagemagick python3-pyatspi at-spi2-core dbus
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

HERE = Path(__file__).resolve().parent
USER, USER_ID = "ann", 1000
AS_USER = {"user": USER_ID, "group": USER_ID, "extra_groups": []}
TOOLS = ("debootstrap", "Xvfb", "openbox", "xdotool", "import", "dbus-daemon", "chroot", "mount")
PATH = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"}
FULL_SIZE = """<openbox_config xmlns="http://openbox.org/3.4/rc"><applications><application class="*">
<decor>no</decor><maximized>yes</maximized></application></applications></openbox_config>"""
LOADED_AGAIN = """
import sys
from transformers import AutoModelForCausalLM, AutoTokenizer
model, tokenizer = AutoModelForCausalLM.from_pretrained(sys.argv[1]), AutoTokenizer.from_pretrained(sys.argv[1])
question = [{"role": "user", "content": "5 March 2031"}]
asked = tokenizer.apply_chat_template(question, add_generation_prompt=True, return_tensors="pt", return_dict=True)
answer = model.generate(**asked, max_new_tokens=16, do_sample=False)[0, asked["input_ids"].shape[1]:]
assert not any(name.split(".")[0] in ("studio", "ui") for name in sys.modules)
print(tokenizer.decode(answer, skip_special_tokens=True).strip())
"""


class Root:
    """A Debian in a folder, with this machine's way to packages and nothing else of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mounted: list[Path] = []

    def bootstrap(self, base: Path | None) -> None:
        """A minimal Debian 12, downloaded, or copied from one that was."""
        if base:
            run("cp", "-a", f"{base}/.", str(self.folder))
        else:
            run("debootstrap", "--variant=minbase", "bookworm", str(self.folder), "http://deb.debian.org/debian")

    def mount(self, folders: list[Path]) -> None:
        """What every system has, and these folders and files of this machine to be read."""
        for kind, place in (("proc", "proc"), ("sysfs", "sys"), ("tmpfs", "dev/shm")):
            (self.folder / place).mkdir(exist_ok=True)
            run("mount", "-t", kind, kind, str(self.folder / place))
            self._mounted.append(self.folder / place)
        for folder in folders:
            target = self.folder / folder.relative_to("/")
            (target if folder.is_dir() else target.parent).mkdir(parents=True, exist_ok=True)
            if folder.is_file():
                target.touch()
            run("mount", "--bind", "-o", "ro", str(folder), str(target))
            self._mounted.append(target)

    def leave(self) -> None:
        """End what still runs inside, and unmount everything, the last first."""
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if (process / "root").readlink() == self.folder:
                    os.kill(int(process.name), signal.SIGKILL)
        for place in reversed(self._mounted):
            run("umount", "--lazy", str(place))
        self._mounted.clear()

    def do(self, *command: str, user: str = "root", **environment: str) -> str:
        """Run a command inside; returns what it prints."""
        return run(*self.command(*command, user=user, **environment))

    def command(self, *command: str, user: str = "root", **environment: str) -> list[str]:
        """How to run a command inside, with nothing of this process's environment."""
        variables = PATH | {"HOME": "/root" if user == "root" else f"/home/{user}"} | environment
        return [
            "chroot", f"--userspec={user}:{user}", str(self.folder), "/usr/bin/env", "-i",
            *(f"{name}={value}" for name, value in variables.items()), *command,
        ]  # fmt: skip


def run(*command: str, **options: object) -> str:
    """What a command prints; one that fails ends the whole with its last words."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", **options)  # pyright: ignore
    if done.returncode:
        raise SystemExit(f"`{' '.join(command)[:300]}` failed:\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def pip_configuration() -> tuple[dict[str, str], list[Path]]:
    """How pip is set on this machine, as variables, and the folders and files that are named there."""
    lines = re.findall(r"^([^.]+)\.([\w-]+)='(.*)'$", run(sys.executable, "-m", "pip", "config", "list"), re.MULTILINE)
    ordered = sorted(lines, key=lambda line: line[0] == ":env:")  # variables count more than files
    variables = {f"PIP_{name.upper().replace('-', '_')}": value.replace("\\n", " ") for _, name, value in ordered}
    named = re.findall(r"(?:file://|(?<![\w/:]))(/[\w./%-]+)", " ".join(variables.values()))
    places = {place for each in named if (place := Path(unquote(each))).exists()}
    return variables, sorted({place.parent if place.name == "simple" else place for place in places})


class Screen:
    """An X server without a screen, a window manager that makes windows as large as it, and a bus for their names."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        self._pictures, self._processes = pictures, []
        (folder / "openbox.xml").write_text(FULL_SIZE)
        self.variables = {"DISPLAY": f":{self._start_server()}"}
        self._begin(["openbox", "--config-file", str(folder / "openbox.xml")])
        configuration = "--config-file=/usr/share/defaults/at-spi2/accessibility.conf"
        address = f"--address=unix:abstract=/tmp/nightshift-names-{os.getpid()}"
        command = ["dbus-daemon", configuration, address, "--print-address=1", "--nofork"]
        bus = self._begin(command, **AS_USER, stdout=subprocess.PIPE)
        self.variables["AT_SPI_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self._begin(["/usr/libexec/at-spi2-registryd"], **AS_USER, stdout=subprocess.DEVNULL)

    def _start_server(self) -> str:
        read, write = os.pipe()
        size = ["-screen", "0", "1280x800x24"]
        self._begin(["Xvfb", "-displayfd", str(write), *size, "-nolisten", "tcp", "-ac"], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            return pipe.readline().strip()

    def _begin(self, command: list[str], **options: object) -> "subprocess.Popen[bytes]":
        environment = os.environ | getattr(self, "variables", {})
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, **options)  # pyright: ignore
        self._processes.append(process)
        return process

    def press(self, words: str, within: float = 60.0) -> None:
        """Click on what has this name."""
        self._ask("press", words, within)

    def see(self, words: str, within: float = 60.0) -> None:
        """Wait until these words stand somewhere."""
        self._ask("see", words, within)

    def _ask(self, what: str, words: str, within: float) -> None:
        command = ["/usr/bin/python3", str(HERE / "clicks.py"), what, words, "--within", str(within)]
        environment = {**PATH, **self.variables, "HOME": "/tmp"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, **AS_USER)
        if done.returncode:
            self.picture("failed")
            raise SystemExit(done.stderr)

    def picture(self, name: str) -> None:
        """Keep what is on the screen."""
        file = str(self._pictures / f"{name}.png")
        run("import", "-window", "root", file, env={**os.environ, **self.variables})

    def close(self) -> None:
        """End what was begun."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait()


class Clock:
    """Counts the seconds of each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def step(self, title: str) -> Iterator[None]:
        """What happens in here is one step."""
        print(f"  {title:<22}", end="", flush=True, file=sys.stderr)
        began = time.monotonic()
        yield
        self.seconds[title] = round(time.monotonic() - began, 1)
        print(f"{self.seconds[title]:7.1f} s", flush=True, file=sys.stderr)


def journey(root: Root, package: Path, base: Path | None, pictures: Path) -> dict[str, object]:
    """All steps; returns seconds and what was found."""
    clock, (pip, folders) = Clock(), pip_configuration()
    with clock.step("empty Debian 12"):
        root.bootstrap(base)
    root.mount(folders)
    with clock.step("install the package"):
        shutil.copyfile(package, root.folder / package.name)
        root.do("apt-get", "update")
        install = ["apt-get", "install", "-y", "--no-install-recommends", f"/{package.name}"]
        root.do(*install, DEBIAN_FRONTEND="noninteractive")
        root.do("useradd", "--create-home", "--uid", str(USER_ID), USER)
    without_python = not list(root.folder.glob("usr/bin/python3*"))
    screen = Screen(root.folder.parent, pictures)
    log = (pictures / "window.log").open("wb")
    inside = {**pip, **screen.variables, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    window = subprocess.Popen(root.command("nightshift", user=USER, **inside), stdout=log, stderr=log)
    try:
        answer = use(root, screen, clock)
    finally:
        window.terminate()
        window.wait()
        screen.close()
        log.close()
    with clock.step("remove the package"):
        root.do("apt-get", "purge", "-y", "nightshift-studio")
    left = [str(each) for each in (root.folder / "usr").rglob("*nightshift*")]
    return {"seconds": clock.seconds, "answer": answer, "without_python": without_python, "left_in_usr": left}


def use(root: Root, screen: Screen, clock: Clock) -> str:
    """What a newcomer does in the window, and one question to the export afterwards; returns its answer."""
    with clock.step("window and first page"):
        screen.see("Set up the engine", 120)
    screen.picture("1_first_start")
    with clock.step("engine's environment"):
        screen.press("Set up the engine")
        time.sleep(20)
        screen.picture("2_setting_up")
        screen.press("Go to Home", 1500)
        screen.see("Try the starter")
    screen.picture("3_home")
    with clock.step("first point of loss"):
        screen.press("Try the starter")
        screen.see("Update ", 300)
    with clock.step("rest of the starter"):
        time.sleep(20)
        screen.picture("4_learning")
        screen.see("What next?", 1500)
    screen.picture("5_ended")
    with clock.step("export and its proof"):
        screen.press("Export")
        screen.picture("6_export")
        screen.press("Make it: Merged model", 60)
        screen.see("Proved", 600)
    screen.picture("7_exported")
    with clock.step("load it again"):
        home = Path(f"home/{USER}/.local/share/nightshift-studio")
        python = json.loads(root.do("nightshift", "environment", "--json", user=USER).splitlines()[-1])["python"]
        export = next(each.parent for each in (root.folder / home).rglob("exports/*/model.safetensors"))
        place = f"/{export.relative_to(root.folder)}"
        return root.do(python, "-I", "-c", LOADED_AGAIN, place, user=USER, HF_HUB_OFFLINE="1").strip()


def main() -> int:
    """Go the whole way. Exit status 1 where a step fails, with its words."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--base", type=Path, help="a minimal Debian 12 that is copied in place of a new download")
    parser.add_argument("--pictures", type=Path, default=Path("dist/from_empty_root"))
    wishes = parser.parse_args()
    missing = [each for each in TOOLS if shutil.which(each) is None]
    if missing or os.geteuid() != 0:
        sys.exit(
            f"This needs {', '.join(missing) or 'to be run by root'}; see the first lines of {Path(__file__).name}."
        )
    wishes.pictures.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended from outside."))  # what is mounted is given back
    made = Path(tempfile.mkdtemp(prefix="nightshift-root-"))
    made.chmod(0o755)
    (made / "root").mkdir()
    root = Root(made / "root")
    try:
        found = journey(root, wishes.package.resolve(), wishes.base, wishes.pictures.resolve())
    finally:
        root.leave()
        run("rm", "-rf", "--one-file-system", str(made))
    print(json.dumps(found))
    return 0 if found["answer"] == "2031-03-05" and not found["left_in_usr"] else 1


if __name__ == "__main__":
    sys.exit(main())
