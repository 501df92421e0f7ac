"""Where the frozen program begins: the window, or a command, which the engine's own Python does once that is made."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

DONE_HERE = {"environment", "doctor"}
"""Commands that must work while the engine's Python does not."""
HELP = "Without a command: opens the window. All other commands are there once the engine is set up."


def main(arguments: list[str]) -> int:
    """Do what the arguments say. Returns the exit status."""
    if home := home_named(arguments):
        os.environ["NIGHTSHIFT_HOME"] = home  # every process that follows is of this home
    if for_window(arguments):
        from ui.app import main as open_window

        return open_window(arguments)
    from studio.cli.say import fail
    from studio.errors import StudioError

    try:
        return do_here() if done_here(arguments) else hand_over(arguments)
    except StudioError as problem:
        fail(problem, as_json="--json" in arguments)


def for_window(arguments: list[str]) -> bool:
    """Whether the arguments are files to open, the home and how the window looks, and no command."""
    looks = {"--light", "--dark", "--exit-after-paint", "--home"}
    return all(each in looks or (not each.startswith("-") and Path(each).exists()) for each in arguments)


def done_here(arguments: list[str]) -> bool:
    """Whether the engine's Python is not needed, or help is asked for while there is none."""
    from studio.installation.environments import engine_missing
    from studio.paths import find_home

    if arguments[0] in ("--version", "--help"):
        return arguments[0] == "--version" or engine_missing(find_home())
    words = [each for before, each in pairwise(["", *arguments]) if before != "--home" and not each.startswith("-")]
    return words[:1] != [] and words[0] in DONE_HERE


def home_named(arguments: list[str]) -> str | None:
    """The home that the arguments name."""
    return next((value for option, value in pairwise(arguments) if option == "--home"), None)


def do_here() -> int:
    """The few commands that need no library which the engine alone has."""
    import typer

    from studio import __version__
    from studio.cli.doctor import doctor
    from studio.cli.environment import environment as of_the_engine

    if "--version" in sys.argv:
        print(f"Nightshift Studio {__version__}")
        return 0
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, help=HELP)
    app.add_typer(of_the_engine, name="environment")
    app.command()(doctor)
    app()
    return 0


def hand_over(arguments: list[str]) -> int:
    """Have the engine's Python do it: a command, or with `-m` a program of ours that somebody starts by its name.

    Raises EngineProblem where there is no such Python yet.
    """
    from studio.foreman.start import process_environment
    from studio.installation.environments import engine_python
    from studio.paths import find_home

    program = arguments if arguments[:1] == ["-m"] else ["-m", "studio", *arguments]
    command = [engine_python(find_home()), "-P", *program]
    if sys.platform == "win32":  # nothing there becomes another program
        return subprocess.run(command, env=process_environment(), check=False).returncode
    return os.execve(command[0], command, process_environment())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
