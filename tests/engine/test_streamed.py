"""A divided model whose weights are cut as they are read: nobody has it whole, and it is the experiment of one rank."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from studio.data.order import EffectiveBatches
from studio.engine.checkpoint import Checkpoints
from studio.engine.checks import load_together
from studio.engine.control import Control
from studio.engine.parts import part_of, whole
from studio.engine.ranks import Ranks
from studio.engine.set_up import Rows, divide_model, find_ways, make_training
from studio.engine.split_check import check_split
from studio.events import UpdateFinished
from studio.job import Data, Full, Learning, Lora, TrainJob
from studio.models.local import read_model
from studio.plan import MemoryParts, Plan
from studio.planning.states import frozen_bytes
from tests.engine.fixtures import ORIGIN, go, make_net, make_store
from tests.engine.test_ranks import relative
from tests.engine.test_tasks import NAMES, PAD, labelled_store
from tests.support.ranks import Crew

METHODS = {
    "full": Full(),
    "lora": Lora(rank=4),
    "dora": Lora(rank=4, decomposed=True),
    "nf4": Lora(rank=4, quantization="nf4"),
    "nf4-double": Lora(rank=4, quantization="nf4-double"),
    "int8": Lora(rank=4, quantization="int8"),
}


OTHERS = ("lora", "dora", "nf4", "int8")
STORM = pytest.mark.storm


@pytest.fixture(scope="module")
def crew():
    processes = Crew(2)
    yield processes
    processes.end()


def save(folder, kind, **more):
    net: Any = make_net(kind, **more)
    net.save_pretrained(folder / "base")


def read(ranks, folder, method, *, divided, precision="float32", task="write", **more):
    """The model in `folder`/base, as a run of 20 updates sets it up until the ranks meet."""
    learning = Learning(effective_batch_size=8, updates=20, warmup_fraction=0.2)
    job = TrainJob(
        name="a",
        model=str(folder / "base"),
        data=Data(train=""),
        task=task,  # pyright: ignore[reportArgumentType] - by name
        method=METHODS[method],
        learning=learning,
    )
    place, names = folder / f"store-{ranks.rank}-{ranks.world_size}-{divided}", () if task == "write" else NAMES
    store = labelled_store(place, task, 23) if names else make_store(place, 23)
    plan = Plan(
        effective_batch_size=8,
        micro_batch_size=2,
        gradient_accumulation_steps=4,
        world_size=ranks.world_size,
        divided=divided,
        slices=(2, 2, 2, 2),
        token_budget=80,
        max_seq_len=40,
        gradient_checkpointing="on",
        precision=precision,  # pyright: ignore[reportArgumentType] - by name
        memory=MemoryParts(),
        peak_bytes=0,
        limit_bytes=2**30,
        fits=True,
        basis="formula",
        error_bar=0.0,
        seconds_per_update=0.0,
        micro_batches_per_update=4,
        updates=20,
        rows=23,
        reasons=(),
        device_name="",
    )
    training = make_training(job, Rows(store, labels=names), plan, torch.device("cpu"), ranks, **more)
    training.batches = EffectiveBatches(store, 8, 0)
    training.peak_learning_rate = 1e-3
    for layer in training.model.modules():
        if isinstance(layer, torch.nn.Dropout):
            layer.p = 0.0  # other splits would draw other places
    return training


def set_up(ranks, folder, method, *, divided, **more):
    """The same, divided."""
    training = read(ranks, folder, method, divided=divided, **more)
    if divided:
        divide_model(training)
    return training


def attempt(ranks, folder, method, until, *, divided, **more):
    """From the newest checkpoint to `until`: what was told, what learned, what is frozen, how many numbers are here."""
    training = set_up(ranks, folder, method, divided=divided, **more)
    checkpoints = Checkpoints(folder / f"checkpoints-{method}", ORIGIN, 1)
    load_together(checkpoints, training)
    control, told = Control(folder / "nothing.jsonl", 0, lambda: False), []
    checked = check_split(training, control, print) if divided and training.update == 0 else None

    def emit(event):
        if isinstance(event, UpdateFinished):
            told.append((event.update, event.num_tokens, event.train_loss))
            control.stop = event.update == until

    save = checkpoints.save if ranks.rank == 0 else checkpoints.help_save if divided else lambda _: None
    go(training, folder / f"own-{ranks.rank}", control=control, emit=emit, save=lambda: save(training))
    learned = torch.cat([whole(each.detach()).double().flatten() for each in training.learns]).numpy()
    here = sum(part_of(each).numel() for each in training.model.parameters())
    ways = (training.packed, training.head and training.head.scale, lean_layers(training.model))
    frozen = frozen_in(training.model)
    ranks.meet()
    return told, learned, frozen, here, ways, checked


def frozen_in(model):
    """All numbers that do not learn, whole, by name; those of compressed weights too."""
    found = {name: whole(each).float().numpy().ravel() for name, each in model.named_parameters()
             if not each.requires_grad}  # fmt: skip
    for name, layer in model.named_modules():
        if getattr(layer, "quant_state", None) is not None and f"{name}.scales" not in found:
            found[f"{name}.scales"] = layer.quant_state.absmax.float().numpy()
    return found


def lean_layers(model):
    return sorted(
        name for name, each in model.named_modules() if "forward" in vars(each) and not hasattr(each, "scales")
    )


def alone_and_divided(crew, folder, method, **more):
    """A run of one rank, and the same on two that read and cut the model."""
    (folder / "alone").mkdir()
    (folder / "alone" / "base").symlink_to(folder / "base")
    ((told_alone, alone, frozen, size, ways, _),) = crew.do(
        attempt, 1, folder / "alone", method, 20, divided=False, **more
    )
    for told, learned, kept, here, same_ways, checked in crew.do(attempt, 2, folder, method, 20, divided=True, **more):
        assert relative(learned, alone) < 2e-6
        assert [each[:2] for each in told] == [each[:2] for each in told_alone]
        assert [each[2] for each in told] == pytest.approx([each[2] for each in told_alone], rel=1e-6)
        assert frozen.keys() == kept.keys()
        assert all(np.array_equal(frozen[name], kept[name]) for name in frozen)
        assert same_ways == ways
        assert checked.agreed
        beside = 0 if method == "full" else len(alone)  # an adapter is whole everywhere
        assert here - beside < 0.6 * (size - beside)


@pytest.mark.parametrize("method", ["full", "nf4-double", *(pytest.param(e, marks=STORM) for e in OTHERS)])
def test_twenty_updates_are_those_of_one_rank(crew, tmp_path, method):
    save(tmp_path, "llama")
    alone_and_divided(crew, tmp_path, method)


@pytest.mark.storm
@pytest.mark.parametrize("kind", ["gpt2", "gemma3", "mixtral", "phi3", "falcon", "granite", "qwen3"])
@pytest.mark.parametrize("method", ["full", "lora", "nf4"])
def test_other_architectures_are_read_alike(crew, tmp_path, kind, method):
    """Tied and scaled embeddings, matrices the other way round, experts that are joined while they are read."""
    save(tmp_path, kind)
    alone_and_divided(crew, tmp_path, method)


@pytest.mark.storm
@pytest.mark.parametrize("task", ["classify", "tag"])
@pytest.mark.parametrize("method", ["full", "lora", "nf4"])
def test_models_that_give_labels_are_read_alike(crew, tmp_path, method, task):
    save(tmp_path, "llama", pad_token_id=PAD)
    alone_and_divided(crew, tmp_path, method, task=task)


@pytest.mark.storm
@pytest.mark.parametrize("method", ["full", "nf4", "int8"])
def test_a_run_goes_on_with_any_number_of_ranks(tmp_path, method):
    save(tmp_path, "llama")
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / "base").symlink_to(tmp_path / "base")
    crew = Crew(3, 600)
    try:
        ((told_alone, alone, *_),) = crew.do(attempt, 1, tmp_path / "alone", method, 20, divided=False)
        told = []
        for world_size, until in ((2, 5), (1, 9), (3, 14), (2, 20)):
            outcomes = crew.do(attempt, world_size, tmp_path, method, until, divided=world_size > 1)
            told += outcomes[0][0]
    finally:
        crew.end()
    assert [each[:2] for each in told] == [each[:2] for each in told_alone]
    for _, learned, *_ in outcomes:
        assert relative(learned, alone) < 2e-6


@pytest.mark.parametrize("kind", ["mixtral", pytest.param("gemma3", marks=STORM), pytest.param("gpt2", marks=STORM)])
def test_a_result_is_written_from_the_checkpoint_without_reading_it_into_memory(tmp_path, kind):
    save(tmp_path, kind)
    trained = set_up(Ranks(), tmp_path, "full", divided=False)
    with torch.no_grad():
        for each in trained.learns:
            each.add_(torch.randn_like(each))
    trained.update = 3
    checkpoints = Checkpoints(tmp_path / "checkpoints", ORIGIN, 1)
    checkpoints.save(trained)
    trained.model.save_pretrained(tmp_path / "from memory")  # type: ignore[operator]

    again = set_up(Ranks(), tmp_path, "full", divided=False, in_files=True)
    assert load_together(checkpoints, again)[0] is not None
    find_ways(again)
    assert (again.packed, again.head and again.head.scale) == (trained.packed, trained.head and trained.head.scale)
    matrices = [each for each in again.learns if each.ndim > 1]
    assert {file_behind(each) for each in matrices} == {"state.safetensors"}
    again.model.save_pretrained(tmp_path / "from file")  # type: ignore[operator]
    files = sorted(each.name for each in (tmp_path / "from memory").iterdir())
    assert files == sorted(each.name for each in (tmp_path / "from file").iterdir())
    for name in files:
        assert (tmp_path / "from memory" / name).read_bytes() == (tmp_path / "from file" / name).read_bytes(), name


def file_behind(tensor):
    """Name of the file that the system maps where a tensor lies."""
    address = tensor.data_ptr()
    for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines():
        begin, end = (int(each, 16) for each in line.split()[0].split("-"))
        if begin <= address < end:
            return Path(line.split(maxsplit=5)[-1]).name
    return None


def held(ranks, folder, method):
    """Bytes of frozen weights that one of two ranks holds, and what the formula says."""
    training = set_up(ranks, folder, method, divided=True)
    here = [part_of(each) for each in training.model.parameters() if not each.requires_grad]
    facts = read_model(str(folder / "base"), require_weights=False)
    return sum(each.numel() * each.itemsize for each in here), frozen_bytes(facts, METHODS[method], 4) / 2


@pytest.mark.parametrize("method", [pytest.param("lora", marks=STORM), pytest.param("nf4", marks=STORM), "nf4-double",
                                    pytest.param("int8", marks=STORM)])  # fmt: skip
def test_a_rank_holds_what_the_formula_says(crew, tmp_path, method):
    net: Any = make_net(hidden_size=256, intermediate_size=512)
    net.save_pretrained(tmp_path / "base")
    for here, said in crew.do(held, 2, tmp_path, method):
        assert here == pytest.approx(said, rel=0.02)
