"""`nightshift environment …`: the engine's own environment, where the program brings its own Python."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from studio.cli.options import HomeOption, JsonOption
from studio.cli.say import duration, say, say_json
from studio.errors import EngineProblem, InstallationProblem
from studio.installation.environments import (
    Environment,
    current_environment,
    engine_python,
    environments_folder,
    former_environment,
    go_back,
    list_environments,
    use_environment,
    waiting_environment,
)
from studio.installation.events import (
    Ending,
    ProofMade,
    SettingUpFailed,
    SettingUpStopped,
    StepFinished,
    StepStarted,
    WayNoted,
)
from studio.installation.setting_up import (
    SettingUp,
    engine_wanted,
    make_environment,
    move_environments,
    remove_all,
    remove_environments,
    remove_superfluous,
)
from studio.paths import Home, open_home

environment = typer.Typer(
    help="The engine's own environment: show, make, repair, back, move, remove.", invoke_without_command=True
)

_STEPS = {
    "room": "Looking at the disk",
    "python": "A Python of its own",
    "torch": "PyTorch",
    "packages": "The engine's packages",
    "proof": "A proof that training works",
    "list": "Writing down what is in it",
    "move": "Copying",
    "remove": "Removing",
}
_LOOK_EVERY_SECONDS = 0.1


@environment.callback(invoke_without_command=True)
def show(context: typer.Context, home: HomeOption = None, json: JsonOption = False) -> None:
    """Which Python runs the engine, and the environments that are there."""
    if context.invoked_subcommand is not None:
        return
    place = open_home(home)
    here, current, former = list_environments(place), current_environment(place), former_environment(place)
    try:
        python = engine_python(place)
    except EngineProblem as problem:
        if json:
            say_json({"python": None, "current": None, "former": None, "environments": here})
            return
        raise problem from None
    if json:
        say_json({"python": python, "current": current, "former": former, "environments": here})
        return
    say(f"The engine runs in {python}")
    for each in here:
        used = "  used now" if each == current else "  the way back" if each == former else ""
        say(f"  {_words(each)}{used}")


@environment.command()
def make(home: HomeOption = None, json: JsonOption = False, if_missing: bool = False) -> None:
    """Make it: the PyTorch that fits the card, all packages, and a proof. The one before it stays as the way back.

    --if-missing: do nothing where there is one. One that was made while a run was going is used now.
    """
    place = open_home(home)
    if not (if_missing and current_environment(place)):
        wanted, waiting = engine_wanted(place), waiting_environment(place)
        if waiting is not None:
            use_environment(place, waiting.name)
        else:
            if not json:
                say(f"Into {wanted.folder}; about {wanted.download_bytes / 1e9:.1f} GB are fetched.")
            _do(make_environment(place, wanted), json=json)
        _tidy(place)
    _tell(place, json=json)


@environment.command()
def repair(home: HomeOption = None, json: JsonOption = False) -> None:
    """Make it anew beside the one that is there, and remove that one once the new one is proved."""
    place = open_home(home)
    broken = current_environment(place)
    _do(make_environment(place, engine_wanted(place)), json=json)
    if broken is not None:
        _follow(remove_environments(place, (broken.name,)), json=True)
    _tidy(place)
    _tell(place, json=json)


@environment.command()
def back(home: HomeOption = None, json: JsonOption = False) -> None:
    """Use the environment that was used before, in one step. Never while a run is going."""
    place = open_home(home)
    go_back(place)
    _tell(place, json=json)


@environment.command()
def move(
    to: Annotated[Path, typer.Argument(help="Folder, for example on a larger disk.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Move all environments into another folder. Never while a run is going."""
    place = open_home(home)
    before, names = environments_folder(place), tuple(each.name for each in list_environments(place))
    _do(move_environments(place, to), json=json)
    _follow(remove_environments(place, names, before), json=True)
    _tell(place, json=json)


@environment.command()
def remove(home: HomeOption = None, json: JsonOption = False) -> None:
    """Remove all of them; runs and models stay. Never while a run is going."""
    place = open_home(home)
    _follow(remove_all(place), json=json)
    if json:
        say_json({"python": None, "current": None, "former": None, "environments": list_environments(place)})
    else:
        say("The engine's environments are removed. To set it up again: nightshift environment make")


def _do(running: SettingUp, *, json: bool) -> None:
    _follow(running, json=json)
    running.take_into_use()


def _tidy(home: Home) -> None:
    """Remove what is neither used nor the way back."""
    running = remove_superfluous(home)
    if running is not None:
        _follow(running, json=True)


def _follow(running: SettingUp, *, json: bool) -> Ending:
    """Until it ended. Raises InstallationProblem in its words; Ctrl+C calls it off."""
    try:
        while not running.gone:
            for event in running.poll():
                if not json:
                    _say_event(event)
            time.sleep(_LOOK_EVERY_SECONDS)
    except KeyboardInterrupt:
        running.cancel()
        raise
    finally:
        running.close()
    ended = running.ended
    assert ended is not None
    if isinstance(ended, SettingUpFailed):
        raise InstallationProblem(ended.title, ended.hint, ended.details)
    if isinstance(ended, SettingUpStopped):
        raise InstallationProblem("It was called off.", "Nothing half is left.")
    return ended


def _say_event(event: object) -> None:
    match event:
        case StepStarted():
            say(f"  {_STEPS[event.step]} …")
        case StepFinished():
            say(f"    {event.seconds:.1f} s")
        case ProofMade():
            say(f"    {'good' if event.good else 'BAD '}  {event.name}: {event.told}")
        case WayNoted():
            say(f"    {event.words}")
        case _:
            pass


def _tell(home: Home, *, json: bool) -> None:
    python, current = engine_python(home), current_environment(home)
    if json:
        here, former = list_environments(home), former_environment(home)
        say_json({"python": python, "current": current, "former": former, "environments": here})
    elif current is not None:
        say(f"The engine runs in {_words(current)}")


def _words(each: Environment) -> str:
    torch = each.packages.get("torch", "none")
    old = duration(max(0.0, time.time() - each.made_at))
    return f"{each.folder}: version {each.version}, PyTorch {torch}, {each.size_bytes / 1e9:.1f} GB, made {old} ago"
