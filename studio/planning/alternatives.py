"""What else could be chosen in place of a plan, and at what price."""

from __future__ import annotations

from studio.hardware.device import gib
from studio.plan import Alternative
from studio.planning.arithmetic import accumulation_steps
from studio.planning.candidates import NEAR, Candidate
from studio.planning.memory import usable_bytes
from studio.planning.request import PlanRequest


def alternatives_of(request: PlanRequest, chosen: Candidate, candidates: list[Candidate]) -> tuple[Alternative, ...]:
    """A faster one that would fit without the other programs, and one that leaves clearly more memory free."""
    found: list[Alternative] = []
    others = request.device.used_by_others_bytes
    room = usable_bytes(request.device)
    alone = [each for each in candidates if not each.fits and each.peak_bytes * 1.06 <= room]
    sooner = min(alone, key=lambda each: each.seconds, default=None)
    if others and sooner is not None and sooner.seconds * NEAR < chosen.seconds:
        who = request.device.others[0].name if request.device.others else "other programs"
        found.append(
            _alternative(
                request, sooner, "Sooner", f"Close {who} first; {gib(room - sooner.peak_bytes)} to spare then."
            )
        )
    roomier = [each for each in candidates if each.fits and each.peak_bytes < 0.85 * chosen.peak_bytes]
    roomy = min(roomier, key=lambda each: each.seconds, default=None)
    if roomy is not None:
        slower = roomy.seconds / chosen.seconds - 1
        found.append(
            _alternative(
                request,
                roomy,
                "Roomier",
                f"Leaves {gib(chosen.peak_bytes - roomy.peak_bytes)} more free, takes {slower * 100:.0f} % longer.",
            )
        )
    return tuple(found)


MOST_CHOICES = 8


def choices_of(request: PlanRequest, chosen: Candidate, candidates: list[Candidate]) -> tuple[Alternative, ...]:
    """Other splits that fit and that a person might prefer, at most eight, the least memory first.

    Whole products where there are any. Of too many, those go first that something else beats in both time and memory.
    """
    fitting = [each for each in candidates if each.fits and each is not chosen]
    whole = [each for each in fitting if divides(request, each)] or fitting
    beaten = {
        id(each): any(other.peak_bytes < each.peak_bytes and other.seconds < each.seconds for other in whole)
        for each in whole
    }
    best = sorted(whole, key=lambda each: (beaten[id(each)], each.seconds))[:MOST_CHOICES]
    by_memory = sorted(best, key=lambda each: each.peak_bytes)
    return tuple(_alternative(request, each, _name_of(each), _price(chosen, each)) for each in by_memory)


def divides(request: PlanRequest, candidate: Candidate) -> bool:
    """Whether the split is a whole product."""
    return request.learning.effective_batch_size % (candidate.micro_batch_size * request.world_size) == 0


def _name_of(candidate: Candidate) -> str:
    return f"{candidate.micro_batch_size} {candidate.checkpointing}"


def _price(chosen: Candidate, other: Candidate) -> str:
    """In memory and time against what was chosen."""
    memory, time = other.peak_bytes - chosen.peak_bytes, other.seconds / chosen.seconds - 1
    need = f"{gib(abs(memory))} {'more' if memory > 0 else 'less'}"
    pace = "as long" if abs(time) < 0.005 else f"{abs(time) * 100:.0f} % {'longer' if time > 0 else 'less time'}"
    return f"Needs {need}, takes {pace}."


def _alternative(request: PlanRequest, candidate: Candidate, name: str, price: str) -> Alternative:
    return Alternative(
        name=name,
        micro_batch_size=candidate.micro_batch_size,
        gradient_accumulation_steps=accumulation_steps(
            request.learning.effective_batch_size, candidate.micro_batch_size, request.world_size
        ),
        world_size=request.world_size,
        gradient_checkpointing=candidate.checkpointing,
        peak_bytes=candidate.peak_bytes,
        seconds_per_update=candidate.seconds,
        price=price,
    )
