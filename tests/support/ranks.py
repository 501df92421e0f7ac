"""Real processes that train together: torch is loaded once for all of them, and they are kept for several tests."""

from __future__ import annotations

import multiprocessing
import tempfile
import traceback
from pathlib import Path

PATIENCE_SECONDS = 300.0


class Crew:
    """Processes that do the same work, each as one rank."""

    def __init__(self, most: int, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._patience_seconds = patience_seconds
        spawning = _spawning()
        self._pipes = []
        self._processes = []
        for _ in range(most):
            here, there = spawning.Pipe()
            process = spawning.Process(target=_serve, args=(there,), daemon=True)
            process.start()
            there.close()
            self._pipes.append(here)
            self._processes.append(process)

    def do(self, work, world_size, *arguments, **options):
        """What `work(ranks, *arguments, **options)` returns on each of the ranks."""
        with tempfile.TemporaryDirectory() as meeting:
            for rank in range(world_size):
                self._pipes[rank].send((work, rank, world_size, meeting, arguments, options))
            outcomes = []
            for pipe in self._pipes[:world_size]:
                assert pipe.poll(self._patience_seconds), "a rank does not answer"
                outcomes.append(pipe.recv())
        problems = [told for well, told in outcomes if not well]
        assert not problems, "\n".join(problems)
        return [told for _, told in outcomes]

    def end(self):
        for process in self._processes:
            process.kill()
            process.join()


def _spawning():
    """Processes that begin with the libraries loaded, where the system can copy one that has them."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    spawning = multiprocessing.get_context("forkserver")
    spawning.set_forkserver_preload(["studio.engine.run", "peft", "transformers.models.llama.modeling_llama"])
    return spawning


def _serve(pipe):
    import torch
    import torch.distributed as dist

    from studio.engine.ranks import Ranks, store_in

    torch.set_num_threads(1)
    while True:
        try:
            work, rank, world_size, meeting, arguments, options = pipe.recv()
        except EOFError:
            return
        try:
            ranks = Ranks(rank, world_size)
            if world_size > 1:
                ranks.join(store_in(Path(meeting)), torch.device("cpu"))
            pipe.send((True, work(ranks, *arguments, **options)))
        except BaseException:  # noqa: BLE001 - told to the test
            pipe.send((False, traceback.format_exc()))
        finally:
            if dist.is_initialized():
                dist.destroy_process_group()
