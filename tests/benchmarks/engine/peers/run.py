"""Runs one peer in this process, and writes down every update.

run.py REQUEST.json UPDATES.json
"""

from __future__ import annotations

import sys
from pathlib import Path

from asked import Asked
from meter import Meter


def main(request: Path, result: Path) -> None:
    """Do what the request says."""
    asked, meter = Asked.read(request), Meter()
    if asked.peer.startswith("hand"):
        import hand

        (hand.naive if asked.peer == "hand" else hand.sorted_in_update)(asked, meter)
    elif asked.peer == "lf":
        import factory

        factory.learn(asked, meter)
    else:
        import trainer

        (trainer.trl if asked.peer.startswith("trl") else trainer.hugging_face)(asked, meter)
    meter.write(result)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
