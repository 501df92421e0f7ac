"""Answers what a window asks about this computer: its models, what a run would need, the night, kept secrets."""

from __future__ import annotations

from collections.abc import Callable

from studio.foreman.questions import (
    MeasureWanted,
    ModelsHereWanted,
    NightWanted,
    TokenGiven,
    TokenWanted,
    WebhookGiven,
    WebhookWanted,
)
from studio.models.token import find_token, keep_token
from studio.paths import Home

ComputerQuestion = (
    MeasureWanted | ModelsHereWanted | NightWanted | TokenGiven | TokenWanted | WebhookGiven | WebhookWanted
)


def answer_about_computer(home: Home, question: ComputerQuestion, look: Callable[[], None]) -> object:
    """The answer, of the type that the question names; what is large is imported where it is asked for.

    `look` is called many times a second while something is measured, and may raise to give up. Raises StudioError.
    """
    match question:
        case MeasureWanted():
            from studio.foreman.measuring import probe
            from studio.hardware.detect import detect

            return probe(question.job, detect(home=home.folder).best, home, look)
        case ModelsHereWanted():
            from studio.models.on_disk import models_on_disk

            return models_on_disk(home)
        case NightWanted():
            from studio.foreman.night import check_night

            return check_night(home, question.plan)
        case TokenWanted():
            return find_token(home) is not None
        case TokenGiven():
            return keep_token(home, question.token)
        case WebhookWanted():
            from studio.foreman.webhook import find_address

            return find_address(home) is not None
        case WebhookGiven():
            from studio.foreman.webhook import keep_address

            return keep_address(home, question.address)
