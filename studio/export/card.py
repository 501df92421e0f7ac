"""The model card: what a result is, for whoever finds it without the studio."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from studio.after import ExportKind, WeightType
from studio.job import Lora, TrainJob
from studio.models.origin import read_origin
from studio.runs.story import RunStory

_POINTS = 24
"""Of the train loss, at most."""
_LIBRARIES: dict[ExportKind, str] = {"adapter": "peft", "merged": "transformers"}


def base_name(model: Path) -> str:
    """What others call the base: its name on the hub, where it came from there, else that of its folder."""
    origin = read_origin(model)
    return origin.model if origin else model.name


def licence_of(model: Path) -> str:
    """The licence of a model as its own page or its licence file says; empty where neither does."""
    readme, licence = model / "README.md", model / "LICENSE"
    if readme.is_file():
        text = readme.read_text(encoding="utf-8", errors="replace")
        front = re.match(r"---\n(.*?)\n---", text, re.DOTALL)
        named = re.search(r"^license:\s*(\S+)", front[1], re.MULTILINE) if front else None
        if named:
            return named[1]
    if licence.is_file():
        lines = licence.read_text(encoding="utf-8", errors="replace").splitlines()
        return next((line.strip() for line in lines if line.strip()), "")
    return ""


def model_card(job: TrainJob, story: RunStory, kind: ExportKind, weight_type: WeightType, usage: str) -> str:
    """The page, in Markdown with the front matter that hubs read."""
    base, licence = Path(job.model), licence_of(Path(job.model))
    front = ["---"]
    front += [f"base_model: {base_name(base)}"] if read_origin(base) else []  # hubs refuse names that are not theirs
    front += [f"license: {licence}"] if re.fullmatch(r"[a-z0-9.-]+", licence) else []
    if kind in _LIBRARIES:
        front.append(f"library_name: {_LIBRARIES[kind]}")
    how = f"LoRA adapter of rank {job.method.rank}" if isinstance(job.method, Lora) else "every weight"
    data = f"- {story.data.rows:,} rows, fingerprint `{story.data.dataset_hash}`" if story.data else "- not recorded"
    settings = msgspec.to_builtins({"method": job.method, **msgspec.structs.asdict(job.learning)})
    made = f"{story.result.update or story.update:,}" if story.result else f"{story.update:,}"
    return "\n".join(
        [
            *front,
            "---",
            f"# {job.name}",
            "",
            f"Fine-tuned from **{base_name(base)}** with Nightshift Studio: {how}, {made} updates of "
            f"{job.learning.effective_batch_size} examples each. Weights in {weight_type}.",
            "",
            f"Licence of the base: {licence or 'not stated in its folder'}.",
            "",
            "## Data",
            "",
            data,
            "",
            "## Settings",
            "",
            "```json",
            msgspec.json.format(msgspec.json.encode(settings), indent=2).decode(),
            "```",
            "",
            "## Loss, in nats per target token",
            "",
            *_curve(story),
            "",
            "## Use",
            "",
            usage,
            "",
        ]
    )


def _curve(story: RunStory) -> list[str]:
    """A table of the train loss and of every check on held-out rows."""
    losses = story.curves.train_loss
    step = max(1, -(-len(losses) // _POINTS))
    held_out = {each.update: each.eval_loss for each in story.evaluations}
    shown: set[int] = {*range(1, len(losses) + 1, step), *held_out} | ({len(losses)} if losses else set())
    rows = ["| update | train | held-out |", "|---:|---:|---:|"]
    for update in sorted(shown):
        train = f"{losses[update - 1]:.4f}" if 1 <= update <= len(losses) else ""
        rows.append(f"| {update} | {train} | {f'{held_out[update]:.4f}' if update in held_out else ''} |")
    return rows
