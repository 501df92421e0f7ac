"""Model folders made to do harm: each is refused with its reason, from headers alone, and nothing of it is run."""

from __future__ import annotations

import io
import json
import os
import pickle  # noqa: TID251 - to make what must not be opened
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studio.starter import STARTER_MODEL
from tests.support.nightshift import PATIENCE_SECONDS
from tests.support.pace import slowness

WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"
SHARD = "model-00001-of-00001.safetensors"
MANY = 2**30

LOOK = """
import json, resource, sys, time
from pathlib import Path
from studio.errors import ModelProblem
from studio.models.local import read_model

resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30, 3 * 2**30))
place, ran = sys.argv[1], []

def watch(event, arguments):
    if event in ("exec", "compile", "import") and any(place in str(each) for each in arguments):
        ran.append(f"{event} {arguments}")
    if event in ("pickle.find_class", "subprocess.Popen", "os.system", "os.exec", "socket.connect"):
        ran.append(event)

sys.addaudithook(watch)
told = {}
for folder in sorted(Path(place).iterdir()):
    began = time.process_time()
    try:
        read_model(folder)
        title, hint = "", ""
    except ModelProblem as problem:
        title, hint = problem.title, problem.hint
    told[folder.name] = [title, hint, time.process_time() - began]
heavy = sorted({"torch", "transformers", "safetensors"} & set(sys.modules))
print(json.dumps({"told": told, "ran": ran, "heavy": heavy}))
"""


class Touch:
    """A pickle that creates a file when it is opened."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return (Path.touch, (self.path,))


def canary(folder: Path) -> Path:
    return folder.parent.parent / "canary"


def a_pickle(folder: Path) -> bytes:
    return pickle.dumps(Touch(canary(folder)))


def a_torch_file(folder: Path) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("archive/data.pkl", a_pickle(folder))
    return content.getvalue()


def put(name: str, content: Callable[[Path], bytes] | bytes, *, instead_of: str = "") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        if instead_of:
            (folder / instead_of).unlink()
        (folder / name).write_bytes(content if isinstance(content, bytes) else content(folder))

    return change


def config(file: str = "config.json", **changes: Any) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / file
        before = json.loads(path.read_text()) if path.exists() else {}
        path.write_text(json.dumps({**before, **changes}))

    return change


def table_of(folder: Path) -> tuple[dict[str, Any], bytes]:
    data = (folder / WEIGHTS).read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    table = json.loads(data[8 : 8 + length])
    table.pop("__metadata__", None)
    return table, data[8 + length :]


def write_weights(folder: Path, table: object, content: bytes, name: str = WEIGHTS) -> None:
    text = table if isinstance(table, bytes) else json.dumps(table).encode()
    (folder / name).write_bytes(struct.pack("<Q", len(text)) + text + content)


def one(dtype: object = "F32", shape: object = (4,), offsets: object = (0, 16), content: bytes = bytes(16)):
    """The weights are one tensor of this kind."""
    entry = {"dtype": dtype, "shape": shape, "data_offsets": offsets}
    return lambda folder: write_weights(folder, {"a": entry}, content)


def two(first: tuple[int, int], second: tuple[int, int]):
    def change(folder: Path) -> None:
        table = {
            name: {"dtype": "F32", "shape": [4], "data_offsets": span} for name, span in (("a", first), ("b", second))
        }
        write_weights(folder, table, bytes(64))

    return change


def header(text: bytes) -> Callable[[Path], None]:
    return lambda folder: write_weights(folder, text, bytes(64))


def without(*endings: str) -> Callable[[Path], None]:
    """The weights lack those of these names, and are a sound file otherwise."""

    def change(folder: Path) -> None:
        table, content = table_of(folder)
        kept, data = {}, b""
        for name, entry in table.items():
            if not name.endswith(endings):
                begin, end = entry["data_offsets"]
                kept[name] = {**entry, "data_offsets": [len(data), len(data) + end - begin]}
                data += content[begin:end]
        write_weights(folder, kept, data)

    return change


def renamed(old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        table, content = table_of(folder)
        write_weights(folder, {name.replace(old, new): entry for name, entry in table.items()}, content)

    return change


def turned(ending: str) -> Callable[[Path], None]:
    """A matrix with its sides exchanged."""

    def change(folder: Path) -> None:
        table, content = table_of(folder)
        for name, entry in table.items():
            if name.endswith(ending):
                entry["shape"].reverse()
        write_weights(folder, table, content)

    return change


def index(shard: str, extra: str = "", content: Callable[[Path], bytes] | None = None) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        table, _ = table_of(folder)
        (folder / WEIGHTS).rename(folder / SHARD)
        placed = dict.fromkeys(table, SHARD) | {next(iter(table)): shard} | ({extra: SHARD} if extra else {})
        (folder / INDEX).write_text(json.dumps({"weight_map": placed}))
        if content is not None:
            (folder / shard).write_bytes(content(folder))

    return change


def link(name: str, target: str = "") -> Callable[[Path], None]:
    """The file lies elsewhere, or the link leads to `target`."""

    def change(folder: Path) -> None:
        outside = folder.parent.parent / "outside" / f"{folder.name}-{name}"
        outside.parent.mkdir(exist_ok=True)
        if (folder / name).exists():
            (folder / name).rename(outside)
        else:
            outside.write_text("{}")
        (folder / name).symlink_to(target or outside)

    return change


def special(name: str, make: Callable[[Path], Any]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).unlink()
        make(folder / name)

    return change


def sparse(name: str, size: int = MANY) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.truncate(size)

    return change


def bomb(length: int, size: int = 4096) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / WEIGHTS).open("wb") as file:
            file.write(struct.pack("<Q", length))
            file.truncate(size)

    return change


def many_tensors(folder: Path) -> None:
    empty = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
    write_weights(folder, {str(number): empty for number in range(100_001)}, b"")


def tokenizer(number: int) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        table = json.loads((folder / "tokenizer.json").read_text())
        table["model"]["vocab"]["harm"] = number
        (folder / "tokenizer.json").write_text(json.dumps(table))

    return change


CODE = {"AutoModelForCausalLM": "modeling_harm.Harm"}
DEEP = b'{"a":' * 200_000
Fault = tuple[str, Callable[[Path], Any], str]
FOLDERS: list[Fault] = [
    # program code
    ("code", config(auto_map=CODE), "program code"),
    ("code of a part", config(text_config={"auto_map": CODE}), "program code"),
    ("code in a list", config(parts=[[{"deep": {"auto_map": CODE}}]]), "program code"),
    ("code of a tokenizer", config("tokenizer_config.json", auto_map={"AutoTokenizer": ["t.T", None]}), "program code"),
    ("code that generates", config("generation_config.json", auto_map=CODE), "program code"),
    ("custom generation", config("generation_config.json", custom_generate="org/harm"), "program code"),
    ("kernel", config(_attn_implementation_internal="org/harm"), "program code"),
    ("kernel by its open name", config(attn_implementation="org/harm"), "program code"),
    ("kernel of a part", config(_attn_implementation={"text": "org/harm"}), "program code"),
    ("kernel of experts", config(_experts_implementation="org/harm"), "program code"),
    ("pipeline", config(custom_pipelines={"harm": {"impl": "p.P"}}), "program code"),
    ("trust", config(trust_remote_code=True), "program code"),
    # pickles
    ("pickle", put("pytorch_model.bin", a_pickle, instead_of=WEIGHTS), "old format that can run programs"),
    ("torch file", put("model.pt", a_torch_file, instead_of=WEIGHTS), "old format that can run programs"),
    ("pickle called pth", put("consolidated.pth", a_pickle, instead_of=WEIGHTS), "old format that can run programs"),
    ("pickle called safetensors", put(WEIGHTS, a_pickle), "no safetensors file"),
    ("torch file called safetensors", put(WEIGHTS, a_torch_file), "no safetensors file"),
    ("pickle called config", put("config.json", a_pickle), "config.json of the model is damaged"),
    ("pickle called tokenizer", put("tokenizer.json", a_pickle), "tokenizer.json of the model is damaged"),
    ("pickle called index", put(INDEX, a_pickle), f"{INDEX}, cannot be read"),
    ("pickle as a shard", index("pytorch_model.bin", content=a_pickle), "no safetensors file"),
    # paths
    ("path up", index("../../outside/harm.safetensors"), "outside its folder"),
    ("path from the root", index("/etc/passwd"), "outside its folder"),
    ("path of Windows", index("..\\harm.safetensors"), "missing from the model's folder"),
    ("path into a folder", index("sub/harm.safetensors"), "outside its folder"),
    ("path to the folder", index("."), "outside its folder"),
    ("link as weights", link(WEIGHTS), "link to a file outside"),
    ("link as config", link("config.json"), "link to a file outside"),
    ("link as tokenizer", link("tokenizer.json"), "link to a file outside"),
    ("link as tokenizer config", link("tokenizer_config.json"), "link to a file outside"),
    ("link as template", link("chat_template.jinja"), "link to a file outside"),
    ("link as index", link(INDEX), "link to a file outside"),
    ("link to the system", link("tokenizer.json", "/etc/passwd"), "link to a file outside"),
    ("link to a device", link("config.json", "/dev/zero"), "config.json is missing"),
    ("link to itself", link("config.json", "config.json"), "config.json is missing"),
    ("pipe as config", special("config.json", os.mkfifo), "config.json is missing"),
    ("pipe as weights", special(WEIGHTS, os.mkfifo), "has no weights"),
    ("pipe as tokenizer", special("tokenizer.json", os.mkfifo), "no tokenizer"),
    ("folder as weights", special(WEIGHTS, os.mkdir), "has no weights"),
    # tables of contents
    ("table of a terabyte", bomb(2**40), "cut off or no safetensors file"),
    ("table of all there is", bomb(2**64 - 1), "cut off or no safetensors file"),
    ("table of a gigabyte", bomb(MANY, 2 * MANY), "which no model needs"),
    ("table of nothing", bomb(0), "no safetensors file"),
    ("table of zeros", bomb(4000, 8192), "cannot be read"),
    ("empty file", put(WEIGHTS, b""), "no safetensors file"),
    ("half a length", put(WEIGHTS, b"\x02\0\0"), "no safetensors file"),
    ("a list", header(b"[[1], [2]]"), "cannot be read"),
    ("deep", header(DEEP), "cannot be read"),
    ("no text", header(b'{"\xff\xfe": {}}'), "cannot be read"),
    ("entries that are none", header(b'{"a": 5}'), "cannot be read"),
    ("too many weights", many_tensors, "which no model needs"),
    ("one over the other", two((0, 16), (8, 24)), "in the same place"),
    ("the same place", two((0, 16), (0, 16)), "in the same place"),
    ("a hole", two((0, 16), (48, 64)), "holds more than"),
    ("hidden bytes", one(content=bytes(4096)), "holds more than"),
    ("beyond the end", one(shape=[400], offsets=[0, 1600]), "cut off"),
    ("far beyond the end", one(shape=[2**40], offsets=[0, 2**42]), "cut off"),
    ("before the beginning", one(offsets=[-16, 0]), "makes no sense"),
    ("backwards", one(offsets=[16, 0]), "makes no sense"),
    ("other size", one(shape=[5]), "makes no sense"),
    ("negative sides", one(shape=[-2, -2]), "makes no sense"),
    ("broken sides", one(shape=[4.0]), "makes no sense"),
    ("sides in words", one(shape=["4"]), "makes no sense"),
    ("a thousand sides", one(shape=[2**62] * 1000 + [0], offsets=[0, 0], content=b""), "makes no sense"),
    ("unknown numbers", one(dtype="PICKLE"), "makes no sense"),
    ("numbers of a list", one(dtype=["F32"]), "makes no sense"),
    ("three offsets", one(offsets=[0, 8, 16]), "makes no sense"),
    # weights that would be random
    ("a weight missing", without("layers.1.mlp.up_proj.weight"), "1 weights of this model are missing"),
    ("a kind missing", without("self_attn.k_proj.weight"), "weights of this model are missing"),
    ("a norm missing", without("layers.2.input_layernorm.weight"), "weights of this model are missing"),
    ("last norm missing", without("model.norm.weight"), "weights of this model are missing"),
    ("words missing", without("embed_tokens.weight"), "weights of this model are missing"),
    ("head missing", lambda f: (without("lm_head.weight")(f), config(tie_word_embeddings=False)(f)), "are missing"),
    ("other names", renamed("mlp.gate_proj", "mlp.gait_proj"), "weights of this model are missing"),
    ("a layer missing", renamed("layers.1.", "layers.99."), "layers, config.json says"),
    ("a listed weight missing", index(SHARD, extra="model.layers.0.harm"), "are missing, the first is"),
    ("sides exchanged", turned("layers.0.mlp.down_proj.weight"), "of layer 0 is"),
    # other vocabularies
    ("more words in config", config(vocab_size=200_000), "config.json says 200,000"),
    ("tokens without a place", tokenizer(10**6), "The tokenizer knows 1,000,001 tokens"),
    ("tokens that are no numbers", put("tokenizer.json", b'{"model": {"vocab": {"a": "b"}}}'), "damaged"),
    # numbers and sizes
    ("a billion layers", config(num_hidden_layers=999_999_999), "claims 999,999,999 layers"),
    ("no heads", config(num_attention_heads=0), "0 for num_attention_heads"),
    ("negative width", config(hidden_size=-64), "for hidden_size"),
    ("width of infinity", config(hidden_size=1e300), "for hidden_size"),
    ("config of a gigabyte", sparse("config.json"), "which no model needs"),
    ("tokenizer of a gigabyte", sparse("tokenizer.json"), "which no tokenizer needs"),
    ("index of a gigabyte", sparse(INDEX), "which no model needs"),
    ("tokenizer config of a gigabyte", sparse("tokenizer_config.json"), "which no model needs"),
    ("deep config", put("config.json", DEEP), "damaged"),
    ("deep tokenizer", put("tokenizer.json", DEEP), "damaged"),
    # something else
    ("adapter beside the model", put("adapter_config.json", b'{"base_model_name_or_path": "../harm"}'), "an adapter"),
    ("compressed", config(quantization_config={"quant_method": "harm"}), "already compressed"),
    ("GGUF", put("model.gguf", b"GGUF", instead_of=WEIGHTS), "GGUF"),
]  # fmt: skip


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process without torch says of all the folders, and what it ran."""
    place = tmp_path_factory.mktemp("hostile") / "folders"
    for number, (_name, change, _title) in enumerate(FOLDERS):
        folder = Path(shutil.copytree(STARTER_MODEL, place / f"{number:03}"))
        (folder / "modeling_harm.py").write_text(f"open({str(canary(folder))!r}, 'w')")
        change(folder)
    shutil.copytree(STARTER_MODEL, place / "sound")
    look = [sys.executable, "-c", LOOK, str(place)]
    done = subprocess.run(look, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(place)  # half a gigabyte
    return {**json.loads(done.stdout), "canary": canary(place / "x").exists(), "slowness": slowness()}


@pytest.mark.parametrize(("number", "fault"), list(enumerate(FOLDERS)), ids=[name for name, _, _ in FOLDERS])
def test_a_hostile_folder_is_refused_with_its_reason(looked: dict[str, Any], number: int, fault: Fault) -> None:
    title, hint, seconds = looked["told"][f"{number:03}"]
    assert fault[2] in title
    assert hint
    assert len(title) < 250
    assert seconds / looked["slowness"] < 5


def test_there_are_many_and_a_sound_one_is_not_refused(looked: dict[str, Any]) -> None:
    assert len(FOLDERS) >= 40
    assert looked["told"]["sound"][0] == ""


def test_nothing_of_them_is_run_or_loaded(looked: dict[str, Any]) -> None:
    assert looked["ran"] == []
    assert looked["heavy"] == []
    assert not looked["canary"]


def test_the_canary_sings_where_something_is_run(tmp_path: Path) -> None:
    """Without this, the test above could guard nothing."""
    folder = tmp_path / "folders" / "x"
    folder.mkdir(parents=True)
    pickle.loads(a_pickle(folder))
    assert canary(folder).exists()


def test_pickles_and_programs_beside_sound_weights_stay_shut_when_it_is_loaded(tmp_path: Path) -> None:
    import torch

    from studio.engine.load import load_model, load_tokenizer
    from studio.models.local import read_model

    folder = Path(shutil.copytree(STARTER_MODEL, tmp_path / "folders" / "x"))
    for name in ("pytorch_model.bin", "training_args.bin", "optimizer.pt", "rng_state.pth"):
        (folder / name).write_bytes(a_pickle(folder))
    for name in ("modeling_qwen3.py", "configuration_qwen3.py", "tokenization_harm.py", "sitecustomize.py"):
        (folder / name).write_text(f"open({str(canary(folder))!r}, 'w')")
    read_model(folder)
    load_model(folder, "float32", torch.device("cpu"))
    load_tokenizer(folder)
    assert not canary(folder).exists()
