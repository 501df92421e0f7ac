"""What a running job can be asked to do, in the imperative. Appended to `commands.jsonl`, one JSON line each."""

from __future__ import annotations

import msgspec


class _Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="command"):
    at: float = 0.0
    """Seconds since 1970 by the clock of whoever asks; for people, never for logic."""


class Pause(_Command, frozen=True, kw_only=True, tag="pause"):
    """Finish this update, save a checkpoint, then wait."""


class Resume(_Command, frozen=True, kw_only=True, tag="resume"):
    """Go on: after a pause in the same process; after a stop or a failure from the last checkpoint."""

    gpus: int | None = None
    """Training processes from the last checkpoint on. None: as many as before."""
    from_start: bool = False
    """Not from a checkpoint but with the first update; those there are set aside. Only of a run that ended."""


class Stop(_Command, frozen=True, kw_only=True, tag="stop"):
    """Finish this update, save a checkpoint and the result so far, then end. Can be resumed."""


class Cancel(_Command, frozen=True, kw_only=True, tag="cancel"):
    """End at once without a result. The last checkpoint is kept."""


class SaveNow(_Command, frozen=True, kw_only=True, tag="save-now"):
    """Save a checkpoint after this update."""


class SampleNow(_Command, frozen=True, kw_only=True, tag="sample-now"):
    """Answer the run's prompts after this update; the first held-out questions where it has none."""


class StayOn(_Command, frozen=True, kw_only=True, tag="stay-on"):
    """Neither sleep nor shut down after the run; for the foreman."""


Command = Pause | Resume | Stop | Cancel | SaveNow | SampleNow | StayOn
