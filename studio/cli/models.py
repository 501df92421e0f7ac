"""`nightshift models`, `download` and `token`: which models there are, whether they fit, and how they get here."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated, Any, get_args

import msgspec
import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.table import Table

from studio.cli.options import (
    BatchOption,
    CheckpointingOption,
    HomeOption,
    JsonOption,
    LengthOption,
    MethodOption,
    OptimizerOption,
    QuantizationOption,
    RankOption,
    choice,
    method_of,
    parse_size,
    parse_target,
)
from studio.cli.say import say, say_json
from studio.data.inspect import inspect as inspect_data
from studio.errors import HubProblem, StudioError
from studio.events import JobFailed
from studio.foreman.downloading import Download
from studio.hardware.cards import find_card
from studio.hardware.detect import detect as detect_devices
from studio.hardware.device import Device, gib
from studio.job import Data, DownloadJob, Learning, Optimizer, TrainJob
from studio.models.catalog import Listed, find_listed, read_catalog, search_catalog
from studio.models.download_events import (
    DownloadDelayed,
    DownloadFinished,
    DownloadProgressed,
    DownloadStarted,
    FileFetchedAgain,
)
from studio.models.on_disk import ModelHere, models_on_disk
from studio.models.origin import folder_of, read_origin
from studio.models.token import find_token, forget_token, keep_token
from studio.paths import Home, find_home, open_home
from studio.planning.plan_job import JobToPlan
from studio.planning.verdict import Verdict, verdict

if TYPE_CHECKING:
    from studio.models.hub import Found

_LOOK_EVERY_SECONDS = 0.1
_ANY_LENGTH = 1_000_000
"""Rows are cut at what each model can read, not before."""


def models(  # noqa: PLR0913 - a command's options are its arguments
    search: Annotated[
        str, typer.Option("--search", help="Words of the name, licence or language; also looked for on the hub.")
    ] = "",
    on_hub: Annotated[bool, typer.Option("--hub/--no-hub", help="Whether to search the hub too.")] = True,
    data: Annotated[str | None, typer.Option("--data", help="File or folder of rows to fit.")] = None,
    lengths: Annotated[int, typer.Option("--lengths", min=2, help="Without data: all rows have N tokens.")] = 512,
    gpu: Annotated[str | None, typer.Option("--gpu", help="Judge as if this card were here and empty.")] = None,
    gpus: Annotated[
        int | None,
        typer.Option("--gpus", min=1, help="At most so many share a model; with --gpu: as if here."),
    ] = None,
    memory: Annotated[str | None, typer.Option("--memory", help="Pretend the card has this much.")] = None,
    effective_batch: BatchOption = "32",
    method: MethodOption = "lora",
    rank: RankOption = 16,
    quantization: QuantizationOption = None,
    optimizer: OptimizerOption = "adamw",
    max_seq_len: LengthOption = None,
    gradient_checkpointing: CheckpointingOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Open models, and whether each fits this card, data, target and method; nothing is downloaded.

    --json: `date`, `device_name`, `models` (list of `id`, `parameters`, `licence`, `gated`, `languages`, `context`,
    `here` (folder or null), `fit` (“with room”, “with checkpointing”, “divided”, “in 4 bits”, “divided in 4 bits”,
    “not”), `gpus` (that share it), `least_bytes`, `room_bytes`), `on_disk` (list of `id`, `revision`, `folder`,
    `source`: “studio” or “hub cache”), `hub` (list of `id`, `downloads`, `gated`; null where it cannot be reached).
    """
    job = TrainJob(
        name="models",
        model="",
        data=Data(train=data or "", max_seq_len=max_seq_len),
        method=method_of(
            method,
            rank=rank,
            alpha=None,
            dropout=0.0,
            targets=None,
            rank_stabilized=False,
            decomposed=False,
            quantization=quantization,
        ),
        learning=Learning(
            effective_batch_size=parse_target(effective_batch),
            optimizer=choice(optimizer, get_args(Optimizer), "--optimizer"),
        ),
        gradient_checkpointing=choice(gradient_checkpointing, ("off", "on"), "--gradient-checkpointing"),
    )
    cards, place = _cards(gpu, memory, gpus), find_home(home)
    device = cards[0]
    tokens, targets = _rows(job, lengths)
    listed = search_catalog(search)
    verdicts = [_verdict(job, each, tokens, targets, cards) for each in listed]
    found = _on_hub(search, place) if search and on_hub else ()
    if json:
        here = {each.id: each for each in models_on_disk(place)}
        told = [_told(*each, here) for each in zip(listed, verdicts, strict=True)]
        date = read_catalog().date
        say_json(
            {
                "date": date,
                "device_name": device.name,
                "rows": len(tokens),
                "models": told,
                "hub": found,
                "on_disk": tuple(here.values()),
            }
        )
        return
    others = f" and {len(cards) - 1} more" if len(cards) > 1 else ""
    say(
        f"For {device.name}{others}, rows of at most {int(tokens.max()):,} tokens, "
        f"{job.learning.effective_batch_size} rows an update (catalog of {read_catalog().date}):"
    )
    _say_table(listed, verdicts, place)
    _say_found(search, found, listed)
    _say_here(models_on_disk(place))


def download(
    name: Annotated[str, typer.Argument(help="Of the catalog, or owner and name on the hub: Qwen/Qwen3-8B.")],
    revision: Annotated[
        str | None, typer.Option("--revision", help="A commit, branch or tag; left out: the newest.")
    ] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Fetch a model, or by hub:owner/name a dataset, from the hub. Ctrl+C keeps what is here; then it goes on.

    --json: `model`, `revision` (hash of the commit), `folder`, `total_bytes`.
    """
    is_dataset = name.startswith("hub:")
    model = f"datasets/{name[4:]}" if is_dataset else name if "/" in name else find_listed(name).id
    place = open_home(home)
    folder_of(place, model)
    running = Download(place, DownloadJob(model=model, revision=revision))
    try:
        finished = follow_download(running, model)
    finally:
        running.close()
    if json:
        say_json(finished)
        return
    say(f"{finished.model} is in {finished.folder}: {gib(finished.total_bytes)}, version {finished.revision[:12]}.")


def token(
    forget: Annotated[bool, typer.Option("--forget", help="Remove the one that is kept.")] = False,
    home: HomeOption = None,
) -> None:
    """Keep your token for the hub, which models with a licence to agree to need. It is asked for, never an argument."""
    place = open_home(home)
    if forget:
        forget_token(place)
        say("No token is kept here any more.")
        return
    given = typer.prompt("Token", hide_input=True) if sys.stdin.isatty() else sys.stdin.readline()
    say(f"The token is kept {keep_token(place, given)}.")


def _cards(gpu: str | None, memory: str | None, gpus: int | None) -> tuple[Device, ...]:
    """The device that runs are made for, and the other cards that can share the work."""
    size = None if memory is None else parse_size(memory)
    if gpu is not None:
        return (find_card(gpu).as_device(size),) * (gpus or 1)
    machine = detect_devices()
    if size is None:
        return machine.sharing[:gpus] or (machine.best,)
    made = msgspec.structs.replace(machine.best, total_bytes=size, free_bytes=size, used_by_others_bytes=0, others=())
    return (made,) * (gpus or 1)


def _rows(job: TrainJob, length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(rows,) tokens and targets: of the data, estimated from its characters, else all of one length."""
    if not job.data.train:
        rows = np.full(max(1000, job.learning.effective_batch_size), length, dtype=np.int64)
        return rows, rows
    _report, tokens, targets = inspect_data(job.data, None, max_positions=_ANY_LENGTH)
    return tokens, targets


def _verdict(
    job: TrainJob, model: Listed, tokens: NDArray[np.int64], targets: NDArray[np.int64], cards: tuple[Device, ...]
) -> Verdict | None:
    """None where the method is none for this model."""
    try:
        asked = JobToPlan(job=job, facts=model.facts, lengths=tokens, num_targets=targets, device=cards[0], cards=cards)
        return verdict(asked)
    except StudioError:
        return None


def _told(model: Listed, answer: Verdict | None, here: dict[str, ModelHere]) -> dict[str, Any]:
    return {
        "id": model.id,
        "parameters": model.parameters,
        "licence": model.licence,
        "gated": model.gated,
        "languages": model.languages,
        "context": model.context,
        "here": here[model.id].folder if model.id in here else None,
        "fit": answer.fit if answer else "not",
        "gpus": answer.gpus if answer else None,
        "least_bytes": answer.least_bytes if answer else None,
        "room_bytes": answer.room_bytes if answer else None,
    }


def _say_table(listed: tuple[Listed, ...], verdicts: list[Verdict | None], home: Home) -> None:
    table = Table(box=None, pad_edge=False)
    for heading in ("model", "weights", "reads", "licence", "fit"):
        table.add_column(heading, justify="right" if heading in ("weights", "reads") else "left", no_wrap=True)
    for model, answer in zip(listed, verdicts, strict=True):
        here = " (here)" if read_origin(folder_of(home, model.id)) else ""
        agree = ", to agree to" if model.gated else ""
        words = answer.words if answer else "this method is none for it"
        weights = f"{model.parameters / 1e9:.2f} B"
        table.add_row(model.id + here, weights, f"{model.context:,}", model.licence + agree, words)
    Console(highlight=False, width=None if sys.stdout.isatty() else 200).print(table, markup=False)
    for why in dict.fromkeys(answer.why for answer in verdicts if answer and answer.why):
        say(why)


def _say_found(search: str, found: tuple[Found, ...] | None, listed: tuple[Listed, ...]) -> None:
    if found is None:
        say("The hub cannot be searched now; these are those of the catalog.")
    others = [each for each in found or () if each.model not in {model.id for model in listed}]
    if others:
        say(f"On the hub for “{search}”:")
    for each in others:
        say(f"  {each.model}{' (licence to agree to)' if each.gated else ''}: {each.downloads:,} downloads a month")


def _say_here(models: tuple[ModelHere, ...]) -> None:
    if models:
        say("Here already; --model takes the folder:")
    for each in models:
        say(f"  {each.id} ({gib(each.weight_bytes)}, {each.source}): {each.folder}")


def _on_hub(words: str, home: Home) -> tuple[Found, ...] | None:
    """None where it cannot be reached."""
    from studio.models.hub import Busy, Hub  # a third of a second, which no other command needs

    try:
        return Hub(find_token(home)).search(words)
    except (HubProblem, Busy):
        return None


def follow_download(running: Download, model: str) -> DownloadFinished:
    """Show how it goes until it ends. Raises HubProblem with what it told, where it failed."""
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(model, total=None)
        while running.ended is None:
            for event in running.poll():
                match event:
                    case DownloadStarted():
                        bar.update(task, total=event.total_bytes, completed=event.have_bytes)
                    case DownloadProgressed():
                        bar.update(task, completed=event.have_bytes, description=event.file)
                    case DownloadDelayed():
                        bar.console.print(f"{event.title} Trying again in {event.seconds:.0f} s.", markup=False)
                    case FileFetchedAgain():
                        bar.console.print(f"{event.file} arrived damaged; fetching it again.", markup=False)
                    case _:
                        pass
            time.sleep(_LOOK_EVERY_SECONDS)
    match running.ended:
        case DownloadFinished():
            return running.ended
        case JobFailed():
            raise HubProblem(running.ended.title, running.ended.hint)
        case _:
            raise HubProblem("The download was stopped.", "Download it again to go on.")
