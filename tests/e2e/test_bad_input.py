"""Bad input: one sentence and a hint, exit code 1, nothing lost, never a traceback."""

import json
import shutil

import pytest

from studio.starter import STARTER_MODEL, starter_files

TRAIN, _ = starter_files("dates")
MODEL = str(STARTER_MODEL)


def write(path, content):
    path.write_bytes(content.encode())
    return str(path)


def broken_model(folder, what):
    shutil.copytree(STARTER_MODEL, folder)
    match what:
        case "no weights":
            (folder / "model.safetensors").unlink()
        case "half the weights":
            weights = folder / "model.safetensors"
            weights.write_bytes(weights.read_bytes()[:1000])
        case "no config":
            (folder / "config.json").unlink()
        case "broken config":
            (folder / "config.json").write_text("{")
        case "no tokenizer":
            (folder / "tokenizer.json").unlink()
    return str(folder)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("missing file", "nowhere.jsonl"),
        pytest.param("empty file", "empty", marks=pytest.mark.storm),
        pytest.param("not a dataset", "picture.png", marks=pytest.mark.storm),
        pytest.param("broken JSON", "line 3", marks=pytest.mark.storm),
        pytest.param("no answer column", "column", marks=pytest.mark.storm),
        ("folder that is no model", "config.json"),
        ("no weights", "weights"),
        ("half the weights", "model.safetensors"),
        ("no config", "config.json"),
        ("broken config", "config.json"),
        ("no tokenizer", "tokenizer"),
        ("target 0", "0"),
        ("target -4", "-4"),
        ("target many", "many"),
        ("target 2.5", "2.5"),
    ],
)
def test_it_is_said_in_a_sentence_with_a_hint(nightshift, tmp_path, case, words):
    data, model, target = str(TRAIN), MODEL, "32"
    match case:
        case "missing file":
            data = str(tmp_path / "nowhere.jsonl")
        case "empty file":
            data = write(tmp_path / "empty.csv", "")
        case "not a dataset":
            picture = tmp_path / "picture.png"
            picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
            data = str(picture)
        case "broken JSON":
            data = write(
                tmp_path / "broken.json", '[\n{"question": "a", "answer": "b"},\n{"question": "a" "answer": 1}]'
            )
        case "no answer column":
            data = write(tmp_path / "odd.csv", "colour,size\nred,3\nblue,4\n")
        case "folder that is no model":
            (tmp_path / "photos").mkdir()
            model = str(tmp_path / "photos")
        case _ if case.startswith("target "):
            target = case.removeprefix("target ")
        case _:
            model = broken_model(tmp_path / "model", case)
    code, answer, printed = nightshift.call(
        "train", "--model", model, "--data", data, "--effective-batch", target, "--updates", "2"
    )
    assert code == 1, printed
    assert "Traceback" not in printed
    assert words.lower() in json.dumps(answer, ensure_ascii=False).lower()
    assert answer["error"]["title"].endswith((".", "”", "?"))
    assert answer["error"]["hint"]


def test_a_wrong_call_ends_with_two(nightshift):
    code, _, printed = nightshift.call("train", "--model", MODEL)
    assert code == 2
    assert "--data" in printed
    code, _, _ = nightshift.call("show")
    assert code == 2
    code, _, _ = nightshift.call("plan", "--model", MODEL, "--lengths", "100", "--effective-batch", "8",
                                 "--gradient-checkpointing", "maybe", home=False)  # fmt: skip
    assert code == 2


def test_a_home_that_cannot_be_used_is_said(nightshift, tmp_path):
    (tmp_path / "file").write_text("")
    code, answer, printed = nightshift.call("runs", "--home", str(tmp_path / "file"), home=False)
    assert code == 1, printed
    assert "--home" in answer["error"]["hint"]
    before_the_command, said, _ = nightshift.call("--home", str(tmp_path / "file"), "runs", home=False)
    assert (before_the_command, said) == (code, answer)


def test_an_unknown_run_is_said(nightshift):
    code, answer, _ = nightshift.call("show", "nothing")
    assert code == 1
    assert "nothing" in answer["error"]["title"]
