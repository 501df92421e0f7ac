"""Checkpoints: all that resuming needs, complete or absent, newest that verifies wins.

    update-000120/
      state.safetensors   weights that learn and the optimizer's state, keyed by parameter name
      state.json          update, attempt, and what must be the same when resuming
      manifest.json       size and SHA-256 of the two; written last
    best-000120/          the best weights without the optimizer's state, where no checkpoint that is kept has them

Random numbers derive from (seed, update, micro-batch), so no generator state is kept.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from studio.durable import disk_problem, draft_beside, publish_folder, sha256_of
from studio.engine.best import BestWeights
from studio.engine.parts import divided_like, part_of, put, whole
from studio.engine.training import SHARE_OF_TIME, Training
from studio.errors import CheckpointProblem, RunProblem
from studio.events import CheckpointSaved, CheckpointSetAside

KEEP = 3
_NEITHER, _HOLD, _SAVE = 0, 1, 2


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What a checkpoint belongs to; one of anything else is refused."""

    job_hash: str
    """SHA-256 of `job.json`."""
    dataset_hash: str
    model_hash: str
    """Fingerprint of the model's files: its frozen weights are not in the checkpoint."""


class CheckpointState(msgspec.Struct, frozen=True, kw_only=True):
    """What belongs to a checkpoint besides tensors."""

    update: int
    attempt: int
    origin: Origin
    best_update: int = 0
    """Update of the lowest held-out loss so far; 0: none yet."""
    best_loss: float | None = None
    worse_in_a_row: int = 0
    """Checks since then that found a higher one."""
    left_out: tuple[int, ...] = ()
    """Updates that are passed over, since their loss was not a number."""


class _Entry(msgspec.Struct, frozen=True):
    size_bytes: int
    sha256: str


class Checkpoints:
    """The checkpoints of one run."""

    def __init__(self, folder: Path, origin: Origin, attempt: int) -> None:
        self._folder, self._origin, self._attempt = folder, origin, attempt
        self.best_update = 0
        self.best_loss: float | None = None
        self.worse_in_a_row = 0
        self._held = BestWeights()
        folder.mkdir(mode=0o700, exist_ok=True)
        for left_over in folder.glob(".draft-*"):
            shutil.rmtree(left_over, ignore_errors=True)

    def note_loss(self, update: int, eval_loss: float) -> bool:
        """Whether this held-out loss is the lowest so far; the checkpoint of its update is then never removed."""
        best = self.best_loss is None or eval_loss < self.best_loss
        if best:
            self.best_update, self.best_loss = update, eval_loss
        self.worse_in_a_row = 0 if best else self.worse_in_a_row + 1
        return best

    def keep_best(self, training: Training, *, new_best: bool = True) -> bool:
        """Keep the weights of this instant, where they are the best so far, in main memory if a checkpoint now would
        take more than its share of the time; each rank what it has of them. True where it would not: one is due then.

        The next checkpoint writes them down before it appears; a worker that dies before that makes these updates
        again, from a checkpoint before them. So they are never lost, and a best that a later one surpasses soon costs
        no disk at all.
        """
        dear = training.save_seconds > SHARE_OF_TIME * (time.monotonic() - training.saved_at)
        due = training.agreed(_SAVE if new_best and not dear else _HOLD if new_best else _NEITHER)
        if due == _HOLD:
            self._held.hold(training)
        return due == _SAVE

    def help_keep_best(self, training: Training) -> None:
        """What `keep_best` needs of the other ranks where they hold parts of the model."""
        due = training.agreed(_NEITHER)
        if due == _SAVE:
            self.help_save(training)
        elif due == _HOLD:
            self._held.hold(training)

    def save(self, training: Training) -> CheckpointSaved:
        """Write a checkpoint of this instant and remove those no longer needed. Raises DiskProblem."""
        began = time.perf_counter()
        folder = self._folder / f"update-{training.update:06d}"
        if training.agreed(folder.exists()):  # nothing was learnt since
            return self._report(folder, training.update, began)
        self._write_held(training)
        self._publish(folder, _tensors(training), self._state(training))
        self._prune()
        training.saved_at, training.save_seconds = time.monotonic(), time.perf_counter() - began
        return self._report(folder, training.update, began)

    def _write_held(self, training: Training) -> None:
        """The best weights, where they are held and the checkpoint that is to be written does not have them."""
        update = self._held.update
        if training.agreed(update if update == self.best_update != training.update else 0):
            folder = self._folder / f"best-{update:06d}"
            if folder.exists():  # of a worker that died before its checkpoint appeared
                self._remove(folder)
            self._publish(folder, self._held.give(training), self._state(training))
        self._held.forget()

    def _state(self, training: Training) -> CheckpointState:
        return CheckpointState(
            update=training.update,
            attempt=self._attempt,
            origin=self._origin,
            best_update=self.best_update,
            best_loss=self.best_loss,
            worse_in_a_row=self.worse_in_a_row,
            left_out=tuple(sorted(training.left_out)),
        )

    def _publish(self, folder: Path, tensors: dict[str, Tensor], state: CheckpointState) -> None:
        draft = draft_beside(folder)
        try:
            draft.mkdir(mode=0o700)
            save_file(tensors, draft / "state.safetensors")
            (draft / "state.json").write_bytes(msgspec.json.encode(state))
            manifest = {path.name: _entry(path) for path in sorted(draft.iterdir())}
            (draft / "manifest.json").write_bytes(msgspec.json.encode(manifest))
            publish_folder(draft, folder)
        except (OSError, SafetensorError) as problem:
            shutil.rmtree(draft, ignore_errors=True)
            raise disk_problem(problem, "The checkpoint could not be saved") from problem

    def help_save(self, training: Training) -> None:
        """What `save` needs of the other ranks where they hold parts of the model."""
        if training.agreed(0):
            return
        if training.agreed(0):
            self._held.give(training)
        self._held.forget()
        _tensors(training)

    def load(self, training: Training) -> tuple[CheckpointState | None, list[CheckpointSetAside]]:
        """Put the newest checkpoint that verifies back into model and optimizer; damaged ones are set aside.

        Raises RunProblem where a whole checkpoint belongs to another request, other data or another model.
        """
        self._held.forget()
        set_aside: list[CheckpointSetAside] = []
        for folder in reversed(self._in_order()):
            reason = _damage(folder)
            if reason is None:
                state = msgspec.json.decode((folder / "state.json").read_bytes(), type=CheckpointState)
                if state.origin != self._origin:
                    raise RunProblem(
                        f"The checkpoint {folder.name} belongs to {_other(state.origin, self._origin)}.",
                        "Put back what was changed and continue, or start a new run.",
                    )
                _restore(training, load_file(folder / "state.safetensors"))
                training.update = state.update
                training.left_out |= set(state.left_out)
                self.best_update, self.best_loss = state.best_update, state.best_loss
                self.worse_in_a_row = state.worse_in_a_row
                return state, set_aside
            damaged = folder.with_name(f"damaged-{folder.name}-{time.time_ns()}")
            folder.rename(damaged)
            set_aside.append(CheckpointSetAside(folder=damaged.name, reason=reason))
        return None, set_aside

    def refuse_to_begin_again(self, *, had_one: bool) -> None:
        """Where none was loaded: raises CheckpointProblem if something learnt is lost with those that there were.

        `had_one`: the run's events tell of one; else what is left of them does.
        """
        names = [path.name for path in self._folder.iterdir()]
        left = [name for name in names if re.match(r"damaged-update-0*[1-9]", name)]
        if not left and not had_one:
            return
        kept = f"What is left of {len(left)} is kept in {self._folder}. " if left else ""
        raise CheckpointProblem(
            "No checkpoint of this run can be read." if left else "The checkpoints of this run are gone.",
            f"{kept}Put a whole copy of one into {'that folder' if left else self._folder} and resume the run, "
            "or start it again from the beginning. What it learned is never thrown away unasked.",
        )

    def load_best(self, training: Training) -> bool:
        """Put the weights with the lowest held-out loss back into the model. False where they are there already, or
        are not on the disk."""
        if self.best_update in {0, training.update}:
            return False
        for kind in ("update", "best"):
            folder = self._folder / f"{kind}-{self.best_update:06d}"
            if folder.exists() and _damage(folder) is None:
                _restore(training, load_file(folder / "state.safetensors"))
                training.update = self.best_update
                return True
        return False

    def _in_order(self) -> list[Path]:
        return _in_order(self._folder)

    def _prune(self) -> None:
        """Keep the last three and the best."""
        best = f"{self.best_update:06d}"
        for folder in (*self._in_order()[:-KEEP], *self._folder.glob("best-*")):
            if not folder.name.endswith(f"-{best}"):
                self._remove(folder)

    def _remove(self, folder: Path) -> None:
        going = folder.with_name(f".draft-going-{folder.name}")
        folder.rename(going)  # first out of sight: a half-removed checkpoint must not look like one
        shutil.rmtree(going, ignore_errors=True)

    def _report(self, folder: Path, update: int, began: float) -> CheckpointSaved:
        return CheckpointSaved(
            update=update,
            folder=folder.name,
            size_bytes=sum(path.stat().st_size for path in folder.iterdir()),
            seconds=time.perf_counter() - began,
        )


def newest_whole(folder: Path) -> Path | None:
    """The checkpoint that `Checkpoints.load` takes; None where there is none."""
    return next((each for each in reversed(_in_order(folder)) if _damage(each) is None), None)


def _in_order(folder: Path) -> list[Path]:
    """By update, never by clock."""
    found = [path for path in folder.glob("update-*") if re.fullmatch(r"update-\d+", path.name)]
    return sorted(found, key=lambda path: int(path.name.removeprefix("update-")))


def _other(theirs: Origin, ours: Origin) -> str:
    if theirs.model_hash != ours.model_hash:
        return "another model: the files of the model were changed since"
    return "other data" if theirs.dataset_hash != ours.dataset_hash else "another request"


def _named(training: Training) -> Iterator[tuple[str, torch.nn.Parameter]]:
    return ((name, each) for name, each in training.model.named_parameters() if each.requires_grad)


def _tensors(training: Training) -> dict[str, Tensor]:
    """Copies of everything that learns and of the optimizer's state, whole and in main memory, by parameter name; empty
    on other ranks than the first.

    Plain numbers in a state become tensors named `number.…`.
    """
    tensors: dict[str, Tensor] = {}
    keeps = training.ranks.rank == 0

    def keep(name: str, value: Tensor) -> None:
        gathered = whole(value.detach())
        if keeps:
            tensors[name] = gathered.to("cpu", copy=True).contiguous()

    for name, parameter in _named(training):
        keep(f"weight.{name}", parameter)
        for key, value in training.optimizer.state.get(parameter, {}).items():
            if isinstance(value, Tensor):
                keep(f"{key}.{name}", value)
            elif keeps:
                tensors[f"number.{key}.{name}"] = torch.tensor(value)
    return tensors


def _restore(training: Training, tensors: dict[str, Tensor]) -> None:
    states: dict[str, dict[str, Any]] = {}
    for full_name, value in tensors.items():
        key, _, name = full_name.removeprefix("number.").partition(".")
        states.setdefault(name, {})[key] = value.item() if full_name.startswith("number.") else value
    for name, parameter in _named(training):
        state = states[name]
        weight = state.pop("weight")
        if training.in_files:
            put(parameter, weight)
        else:
            part_of(parameter.data).copy_(part_of(divided_like(parameter, weight)))
        training.optimizer.state.pop(parameter, None)  # going back to before the first update leaves none
        if state:
            training.optimizer.state[parameter] = {
                key: _in_place(training.optimizer, parameter, value) for key, value in state.items()
            }


def _in_place(optimizer: Any, parameter: torch.nn.Parameter, value: Tensor | float) -> Tensor | float:
    """A part of an optimizer's state where that optimizer keeps it."""
    if not isinstance(value, Tensor) or (value.ndim == 0 and not optimizer.param_groups[0].get("fused")):
        return value  # the number of updates, in main memory
    if hasattr(optimizer, "get_state_buffer") and value.shape == parameter.shape:  # may be paged
        return optimizer.get_state_buffer(parameter, dtype=value.dtype).copy_(value)
    return divided_like(parameter, value)


def _entry(path: Path) -> _Entry:
    return _Entry(path.stat().st_size, sha256_of(path))


def _damage(folder: Path) -> str | None:
    """What is wrong with a checkpoint, in words; None where all its files match their fingerprints."""
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=dict[str, _Entry])
    except (OSError, msgspec.DecodeError):
        return f"the list of files of {folder.name} is missing or unreadable."
    if set(manifest) != {"state.json", "state.safetensors"}:
        return f"the list of files of {folder.name} is not whole."
    for name, entry in manifest.items():
        path = folder / name
        if not path.is_file():
            return f"{name} of {folder.name} is missing."
        if path.stat().st_size != entry.size_bytes or _entry(path).sha256 != entry.sha256:
            return f"{name} of {folder.name} does not match its fingerprint."
    return None
