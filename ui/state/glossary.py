"""Words that need a sentence: what stands on the screen with one of these names says it in its tooltip."""

from __future__ import annotations

from ui.state.tongue import QT_TR_NOOP, tr

_MEANINGS = {
    "effective batch": QT_TR_NOOP(
        "How many examples are looked at before the model is changed once. It is met exactly, however the card splits"
        " it."
    ),
    "learning rate": QT_TR_NOOP(
        "How far each update moves the weights. Too high unsettles the model, too low wastes time."
    ),
    "adapter rank": QT_TR_NOOP("How much room the adapter has to learn. Larger learns more and takes more memory."),
    "adapter alpha": QT_TR_NOOP("How strongly the adapter acts: what it adds is multiplied by alpha / rank."),
    "held-out loss": QT_TR_NOOP(
        "How surprised the model is by answers it never learnt from, in nats per token. Lower is better."
    ),
    "best held-out loss": QT_TR_NOOP(
        "The lowest loss on rows it never learnt from, in nats per token. Lower is better."
    ),
    "updates": QT_TR_NOOP("How often the weights were changed; each update learns from one effective batch."),
    "passes over the rows": QT_TR_NOOP("How often the model sees every row."),
    "random seed": QT_TR_NOOP("Where chance begins. Runs that differ in it alone show how much is chance."),
    "gradient norm": QT_TR_NOOP("How strongly an update pulls at the weights. A jump means an unusual batch."),
    "gradient checkpointing": QT_TR_NOOP(
        "Working some numbers out twice instead of keeping them: less memory, a little slower, the same result."
    ),
    "longest example": QT_TR_NOOP("Examples with more tokens than this are cut."),
    "weights stored in": QT_TR_NOOP("The frozen weights may be stored in fewer bits, so that larger models fit."),
    "warm-up": QT_TR_NOOP("The part of the run in which the learning rate rises from zero."),
}


def meaning(term: str) -> str:
    """The sentence for a name as it stands on the screen, in English; empty where it needs none."""
    found = _MEANINGS.get(term.strip().lower())
    return tr(found) if found else ""
