"""Several processes that encode parts of a file side by side; each takes parts on standard input until that ends."""

from __future__ import annotations

import gc
import os
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from typing import IO

import msgspec

from studio.data.parts import EncodedPart, Encoder, Part, Setup
from studio.paths import ASSETS

_MOST = 8
_TOO_FEW = 7
"""So few parts are sooner done here than new processes have started."""
_HEADER = 8


def encode_parts(setup: Setup, parts: Iterable[Part], encoder: Encoder) -> Generator[EncodedPart, None, None]:
    """The parts encoded, in order, by as many processes as there are cores; a few by `encoder`, in this process.

    Closing the iterator ends the processes.
    """
    waiting = iter(parts)
    first = list(islice(waiting, _TOO_FEW + 1))
    cores = min(_MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    if len(first) <= _TOO_FEW or cores == 1 or setup.model is None:
        yield from (encoder.encode(part) for part in chain(first, waiting))
        return
    with _Crew(setup, cores, encoder) as crew:
        under_way: deque[Future[EncodedPart]] = deque()
        for part in chain(first, waiting):
            under_way.append(crew.submit(part))
            if len(under_way) > cores + 2:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


class _Crew:
    """One thread for each process, which writes a part and waits for its answer."""

    def __init__(self, setup: Setup, size: int, encoder: Encoder) -> None:
        self._encoder = encoder
        self._is_ending = False
        self._processes = [_start(setup) for _ in range(size)]
        self._idle: queue.SimpleQueue[subprocess.Popen[bytes]] = queue.SimpleQueue()
        for process in self._processes:
            self._idle.put(process)
        self._threads = ThreadPoolExecutor(size)

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self._is_ending = True
        for process in self._processes:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.communicate()

    def submit(self, part: Part) -> Future[EncodedPart]:
        """Have the part encoded by whoever is free first."""
        return self._threads.submit(self._encode, part)

    def _encode(self, part: Part) -> EncodedPart:
        """By a process; here where that one has ended, so that a mistake shows itself where it can be told."""
        process = self._idle.get()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _send(process.stdin, msgspec.msgpack.encode(part))
            return msgspec.msgpack.decode(_receive(process.stdout), type=EncodedPart)
        except (OSError, EOFError):
            if self._is_ending:
                raise
            return self._encoder.encode(part)
        finally:
            self._idle.put(process)


def _start(setup: Setup) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-m", "studio.data.crew"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C is for the one who asked, and that one ends them
        env={
            **os.environ,
            "PYTHONPATH": str(ASSETS.parent),
            "PYTHONSAFEPATH": "1",
            "OMP_NUM_THREADS": "1",
            "TOKENIZERS_PARALLELISM": "false",
        },
    )
    assert process.stdin is not None
    _send(process.stdin, msgspec.msgpack.encode(setup))
    return process


def _send(pipe: IO[bytes], content: bytes) -> None:
    """A length and then as many bytes."""
    pipe.write(len(content).to_bytes(_HEADER, "little") + content)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    """The bytes of one `_send`. Raises EOFError where the pipe ends before."""
    length = int.from_bytes(_exactly(pipe, _HEADER), "little")
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content


def main() -> None:
    """Encode parts until standard input ends."""
    gc.set_threshold(100_000)  # what is made here hardly ever refers to itself, and looking for that takes a fifth
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    encoder = Encoder.start(msgspec.msgpack.decode(_receive(source), type=Setup))
    while True:
        try:
            content = _receive(source)
        except EOFError:
            return
        _send(sink, msgspec.msgpack.encode(encoder.encode(msgspec.msgpack.decode(content, type=Part))))


if __name__ == "__main__":
    main()
