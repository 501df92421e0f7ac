"""`nightshift push`: a proved export goes to the hub."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from studio.after import Exported, ExportJob, ExportKind, Pushed, PushJob, WeightType
from studio.cli.asked import ask
from studio.cli.options import DeviceOption, HomeOption, JsonOption, RunArgument, WeightsOption, choice
from studio.cli.say import say, say_json
from studio.export.options import kept_exports
from studio.hardware.device import file_size
from studio.models.origin import check_name
from studio.models.token import check_token, find_token
from studio.paths import open_home
from studio.runs.folder import RunFolder, find_run


def push(
    run: RunArgument,
    name: Annotated[str, typer.Argument(help="Owner and name that it gets on the hub: me/my-model.")],
    kind: Annotated[str, typer.Option("--as", help="adapter, merged, gguf or ollama.")] = "adapter",
    weights: WeightsOption = None,
    public: Annotated[bool, typer.Option("--public", help="Everybody can see it; left out: only you.")] = False,
    device: DeviceOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Send a run's export to the hub, and make it first where it is not there. Your rows stay here.

    Ctrl+C keeps what has arrived; asked again, it goes on. Needs a token of the kind “Write”: `nightshift token`.

    --json: `name`, `address`, `revision` (hash of the commit), `files`, `size_bytes`, `private`.
    """
    where = open_home(home)
    check_name(name)
    chosen: ExportKind = choice(kind, get_args(ExportKind), "--as")
    weight_type: WeightType | None = choice(weights, get_args(WeightType), "--weights")
    folder = find_run(where, run)
    made = _made(folder, chosen, weight_type)
    if made is None:
        check_token(find_token(where))
        exported = ask(
            where, ExportJob(run=str(folder.path), kind=chosen, weight_type=weight_type, device=device), quiet=json
        )
        assert isinstance(exported, Exported)
        made = Path(exported.folder)
    pushed = ask(where, PushJob(folder=str(made), name=name, private=not public), quiet=json)
    assert isinstance(pushed, Pushed)
    if json:
        say_json(pushed)
        return
    who = "only you" if pushed.private else "everybody"
    say(f"{pushed.address}: {pushed.files} files, {file_size(pushed.size_bytes)}; {who} can see it.")


def _made(run: RunFolder, kind: ExportKind, weight_type: WeightType | None) -> Path | None:
    """The export that is there already, made from the result as it is now."""
    there = [each for each in kept_exports(run) if each.kind == kind and weight_type in (None, each.weight_type)]
    return Path(there[0].folder) if there else None
