"""`nightshift recipe`: a run as a script or as the configuration of another trainer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from studio.cli.options import HomeOption, JsonOption, RunArgument, choice
from studio.cli.say import say, say_json
from studio.paths import open_home
from studio.recipe.write import RecipeKind, write_recipe
from studio.runs.folder import find_run


def recipe(
    run: RunArgument,
    kind: Annotated[str, typer.Option("--as", help="python, trl, axolotl or llama-factory.")] = "python",
    to: Annotated[Path | None, typer.Option("--to", help="A new folder; left out: in the folder you are in.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Write a run as something that others run, with its own encoded rows.

    --json: `folder`, `kind`, `differences` (what it does not repeat exactly, in words).
    """
    chosen: RecipeKind = choice(kind, get_args(RecipeKind), "--as")
    folder = find_run(open_home(home), run)
    target = (to or Path(f"{folder.name}-{chosen}")).expanduser().resolve()
    differences = write_recipe(folder, chosen, target)
    if json:
        say_json({"folder": str(target), "kind": chosen, "differences": differences})
        return
    say(f"{target}: how to run it is in its README.md.")
    for each in differences:
        say(f"  {each}")
