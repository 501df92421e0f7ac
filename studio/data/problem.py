"""Something wrong or worth knowing about one row: where it is, what it is and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice

import msgspec

MAX_KEPT = 1000


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. It never stops the other rows."""

    file: str
    """Name of the file, not its whole path."""
    row: int = 0
    """As the user counts: the line of a text file, the row of a table with its heading as row 1 (CSV, Excel), the
    place in the list for JSON and Parquet. 0: the whole file."""
    column: str = ""
    kind: str
    title: str
    """What was found."""
    hint: str = ""
    """What to do."""
    value: str = ""
    """The beginning of what stands there."""
    left_out: bool = True
    """Whether the row is not used because of it."""


class Problems:
    """Collects findings: all are counted, the first thousand are kept."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self.count = 0
        self.left_out_rows = 0
        self.kinds: Counter[str] = Counter()

    def add(self, problem: Problem) -> None:
        """Count it, and keep it while there is room."""
        self.count += 1
        self.kinds[problem.kind] += 1
        self.left_out_rows += problem.left_out and problem.row > 0
        if len(self.kept) < MAX_KEPT:
            self.kept.append(problem)

    def join(self, kept: Iterable[Problem], kinds: Mapping[str, int], left_out_rows: int) -> None:
        """Findings that were collected elsewhere: some of them, and how many there are."""
        self.kept += islice(kept, max(0, MAX_KEPT - len(self.kept)))
        self.kinds.update(kinds)
        self.count += sum(kinds.values())
        self.left_out_rows += left_out_rows


def shown(value: object, limit: int = 80) -> str:
    """The beginning of a value, on one line, for people."""
    text = value if isinstance(value, str) else repr(value)
    text = " ".join(text[: 4 * limit].split()).encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= limit else text[: limit - 1] + "…"
