"""How ranks on several computers know of each other: signs of life, last words and orders in torchrun's store."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta

import msgspec
import psutil
from torch.distributed import PrefixStore, Store, TCPStore  # pyright: ignore[reportPrivateImportUsage] - documented

from studio.events import WorkerEvent

SILENT_SECONDS = 30.0
"""A rank that was not heard for so long is lost: its computer is gone or cut off, which no connection tells."""
_BEAT_SECONDS = 1.0
_CONNECT = timedelta(seconds=120)
_DECODER: msgspec.json.Decoder[WorkerEvent] = msgspec.json.Decoder(WorkerEvent)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """This process among those that torchrun started."""

    rank: int
    local_rank: int
    """Among those of its computer."""
    world_size: int
    local_world_size: int
    node: int
    """Number of the computer."""
    host: str
    port: int
    """Where the store listens: with torchrun of the first computer."""
    meeting: str
    """Name of this start of all ranks."""

    @property
    def has_other_hosts(self) -> bool:
        """Whether some ranks are on other computers."""
        return self.local_world_size < self.world_size

    def store(self) -> Store:
        """A connection of its own, for one thread."""
        store = TCPStore(self.host, self.port, None, False, _CONNECT)
        return PrefixStore(f"nightshift/{self.meeting}", store)


def place_of(environment: os._Environ[str] | dict[str, str]) -> Place:
    """What torchrun says in its children's environment. Raises KeyError where it did not start this process."""
    return Place(
        rank=int(environment["RANK"]),
        local_rank=int(environment["LOCAL_RANK"]),
        world_size=int(environment["WORLD_SIZE"]),
        local_world_size=int(environment["LOCAL_WORLD_SIZE"]),
        node=int(environment["GROUP_RANK"]),
        host=environment["MASTER_ADDR"],
        port=int(environment["MASTER_PORT"]),
        meeting=f"{environment['TORCHELASTIC_RUN_ID']}/{environment['TORCHELASTIC_RESTART_COUNT']}",
    )


class Touch:
    """Beats once a second for this rank and hears the others do so."""

    def __init__(self, place: Place) -> None:
        self._rank, self._store = place.rank, place.store()
        self._keys = [f"beat-{rank}" for rank in range(place.world_size)]
        self._beats, self._heard = [b""] * place.world_size, [time.monotonic()] * place.world_size
        self._reached, self._over = time.monotonic(), threading.Event()
        self.ended: str | None = None
        """What rank 0 said when its work was over: FINAL or AGAIN."""
        for key in self._keys:
            self._store.compare_set(key, "", "0")
        threading.Thread(target=self._beat, daemon=True).start()

    def silent(self) -> int | None:
        """A rank that was not heard for too long; this one's own number where nothing at all was."""
        now = time.monotonic()
        if now - self._reached > SILENT_SECONDS:
            return self._rank
        return next((rank for rank, at in enumerate(self._heard) if now - at > SILENT_SECONDS), None)

    def end(self) -> None:
        """Give no more signs."""
        self._over.set()

    def _beat(self) -> None:
        number = 0
        while not self._over.wait(_BEAT_SECONDS if number else 0):
            number += 1
            try:
                self._store.set(self._keys[self._rank], str(number))
                beats = self._store.multi_get(self._keys)
                self.ended = self._store.get(_ENDED).decode() if self._store.check([_ENDED]) else None
            except RuntimeError:  # the store is gone: so it stays silent
                return
            self._reached = now = time.monotonic()
            for rank, beat in enumerate(beats):
                if beat != self._beats[rank]:
                    self._beats[rank], self._heard[rank] = beat, now


FINAL, AGAIN = "final", "again"
_ENDED = "ended"


def say_ended(store: Store, how: str) -> None:
    """Tell all ranks that the work is over: for good, or until torchrun is started again."""
    store.set(_ENDED, how)


class Words:
    """What one rank has to say, in the order in which it says it."""

    def __init__(self, store: Store, rank: int) -> None:
        self._store, self._rank = store, rank
        self._said = 0

    def append(self, event: WorkerEvent) -> None:
        """Say it."""
        self._store.set(self._key(), msgspec.json.encode(event).decode())
        self._said += 1

    def read(self) -> list[WorkerEvent]:
        """What was said since."""
        events: list[WorkerEvent] = []
        while self._store.check([self._key()]):
            events.append(_DECODER.decode(self._store.get(self._key())))
            self._said += 1
        return events

    def _key(self) -> str:
        return f"said-{self._rank}-{self._said}"


def interface_of(place: Place, names: Callable[[], dict[str, list[str]]] | None = None) -> str | None:
    """Name of the network interface over which the other computers are reached. None: there are none.

    `names`: the addresses of each interface.
    """
    if not place.has_other_hosts:
        return None
    found = (names or _addresses)()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as towards:
        towards.connect((place.host, place.port))  # sends nothing: the system only chooses the way
        own = towards.getsockname()[0]
    outside = {name: each for name, each in found.items() if not any(a.startswith("127.") for a in each)}
    return next((name for name, each in outside.items() if own in each), next(iter(outside), None))


def _addresses() -> dict[str, list[str]]:
    up = {name for name, each in psutil.net_if_stats().items() if each.isup}
    return {
        name: [each.address for each in addresses if each.family == socket.AF_INET]
        for name, addresses in psutil.net_if_addrs().items()
        if name in up and any(each.family == socket.AF_INET for each in addresses)
    }
