"""From encoded rows to examples: each at most so long, texts in blocks. Costs no tokenizer and hardly any time."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
import numpy.typing as npt

from studio.data.encoded import Encoded
from studio.data.parts import fingerprint
from studio.data.store import Counts, Places

_TOKENS_AT_ONCE = 2**22


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """The examples of a dataset, before any is held out."""

    places: Places
    sources: Counts
    """(examples,) number of the encoded row in which each begins, from 0."""
    cut: Counts
    """Numbers of the encoded rows of which only the beginning is used."""
    nothing: Counts
    """Numbers of the encoded rows left out because nothing to learn is left of them."""
    contents: npt.NDArray[np.uint64]
    """(examples,) equal for rows that say the same."""
    alike: npt.NDArray[np.uint64]
    """(examples,) equal for examples of the same tokens."""


def cut_rows(encoded: Encoded, limit: int, kept: npt.NDArray[np.bool_], *, has_labels: bool) -> Cut:
    """One example for each row that is kept, (rows,), of at most `limit` tokens."""
    whole, stored = encoded.column("whole"), encoded.column("length")
    lengths = np.minimum(stored, limit)
    nothing = kept & (encoded.column("first") >= lengths)
    used = np.flatnonzero(kept & ~nothing)
    num_targets, alike = encoded.column("num_targets"), encoded.column("alike")
    if not has_labels:
        shortened = np.flatnonzero(kept & ~nothing & (lengths < stored))
        _count_again(encoded, stored, shortened, limit, num_targets, alike)
    starts = np.cumsum(stored, dtype=np.int64) - stored
    return Cut(
        places=Places(starts[used], lengths[used], num_targets[used], encoded.column("row")[used]),
        sources=used,
        cut=used[lengths[used] < whole[used]],
        nothing=np.flatnonzero(nothing),
        contents=encoded.column("content")[used],
        alike=alike[used],
    )


def cut_texts(encoded: Encoded, limit: int, kept: npt.NDArray[np.bool_], *, pack: bool) -> Cut:
    """Blocks of `limit` tokens of which every token is learnt; `pack`: a block may hold several documents.

    The last block may be shorter; one of a single token has nothing to learn and is left out.
    """
    stored = encoded.column("length")
    ends = np.cumsum(stored, dtype=np.int64)
    starts = ends - stored
    used = np.flatnonzero(kept)
    apart = np.ones(len(used), np.bool_) if not pack else np.diff(used, prepend=-2) > 1
    first = used[apart]
    last = used[np.append(np.flatnonzero(apart)[1:] - 1, len(used) - 1)] if len(used) else used
    sizes = ends[last] - starts[first]
    rest = sizes % limit
    blocks = sizes // limit + (rest > 1)
    inside = np.arange(int(blocks.sum()), dtype=np.int64) - np.repeat(np.cumsum(blocks) - blocks, blocks)
    begins = np.repeat(starts[first], blocks) + inside * limit
    lengths = np.minimum(limit, np.repeat(ends[last], blocks) - begins)
    sources = np.searchsorted(ends, begins, side="right")
    return Cut(
        places=Places(begins, lengths, lengths - 1, encoded.column("row")[sources]),
        sources=sources,
        cut=np.zeros(0, np.int64),
        nothing=np.zeros(0, np.int64),
        contents=np.arange(len(begins), dtype=np.uint64),
        alike=np.arange(len(begins), dtype=np.uint64),
    )


def _count_again(
    encoded: Encoded,
    stored: Counts,
    shortened: Counts,
    limit: int,
    num_targets: Counts,
    alike: npt.NDArray[np.uint64],
) -> None:
    """Write what differs where only the first `limit` tokens of a row are used."""
    if not encoded.has_tokens:
        num_targets[shortened] = np.minimum(num_targets[shortened], limit - encoded.column("first")[shortened])
        return
    ends = np.cumsum(stored, dtype=np.int64)
    for some in _blocks(shortened, stored):
        begin, end = int(ends[some[0]] - stored[some[0]]), int(ends[some[-1]])
        tokens, targets = encoded.tokens(begin, end), encoded.targets(begin, end)
        for row, start in zip(some.tolist(), (ends[some] - stored[some] - begin).tolist(), strict=True):
            num_targets[row] = np.count_nonzero(targets[start + 1 : start + limit])
            alike[row] = fingerprint(tokens[start : start + limit].tobytes())


def _blocks(rows: Counts, stored: Counts) -> Iterator[Counts]:
    """The rows in groups that lie within some millions of tokens, so that memory stays flat."""
    ends = np.cumsum(stored, dtype=np.int64)
    while len(rows):
        begin = ends[rows[0]] - stored[rows[0]]
        count = max(1, int(np.searchsorted(ends[rows], begin + _TOKENS_AT_ONCE, side="right")))
        yield rows[:count]
        rows = rows[count:]
