"""What runs measured of exchanging between devices, each in a file of its own named after what it depends on."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import msgspec

from studio.hardware.device import Device
from studio.paths import Home
from studio.planning.exchange import Exchange
from studio.planning.measured import engine_versions, file_of, versions, write_kept

_PREFIX = "exchange-"
_MATTER = ("nightshift-studio ", "torch ")
_NEWEST = 5
"""Measurements that count: other programs make exchanging slower and never faster, so the quickest of them is told."""
_COMPARED_BYTES = 2**24


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """All that exchanging depends on, besides the numbers that are sent."""

    devices: tuple[str, ...]
    """Their names, one for each rank."""
    hosts: int
    """Computers that they are in."""
    versions: tuple[str, ...]


def between(home: Home, devices: Sequence[Device], world_size: int, hosts: int = 1) -> Between:
    """What `world_size` ranks on these devices are; processes that share one have it once."""
    names = sorted(each.name for each in devices)
    return Between(
        devices=tuple(names if len(names) == world_size else names[:1] * world_size),
        hosts=hosts,
        versions=tuple(each for each in engine_versions(home) or versions() if each.startswith(_MATTER)),
    )


def recall_exchange(home: Home, what: Between) -> Exchange | None:
    """The quickest of what the newest runs measured. None where none did; a torn or foreign file counts as nothing."""
    return min(_found(home, what), key=_seconds, default=None)


def keep_exchange(home: Home, what: Between, exchange: Exchange) -> None:
    """For later plans. Where the disk takes nothing, a later run measures it again."""
    found = (*_found(home, what), exchange)[-_NEWEST:]
    write_kept(file_of(home, what, _PREFIX), _Kept(what, found))


def _found(home: Home, what: Between) -> tuple[Exchange, ...]:
    with contextlib.suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        kept = msgspec.json.decode(file_of(home, what, _PREFIX).read_bytes(), type=_Kept)
        if kept.between == what:
            return kept.found
    return ()


def _seconds(exchange: Exchange) -> float:
    return exchange.sums.at(_COMPARED_BYTES) + exchange.gathering.at(_COMPARED_BYTES)


class _Kept(msgspec.Struct, frozen=True):
    between: Between
    found: tuple[Exchange, ...]
    """Oldest first."""
