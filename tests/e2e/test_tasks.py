"""Classifying rows, labelling words and going on with packed text, by the real program on real data."""

import csv
import json
import re
import shutil
import subprocess
import sys

import pytest
import torch
import transformers
from peft import PeftModel

from studio.data.store import ExampleStore
from studio.starter import STARTER_MODEL, starter_files
from tests.support.models import DATA
from tests.support.nightshift import PATIENCE_SECONDS

BANKING = DATA / "csv" / "banking77_test.csv"


def train(nightshift, *options, model=STARTER_MODEL):
    code, answer, printed = nightshift.call("train", "--model", str(model), *options)
    assert code == 0, printed
    assert answer["state"] == "finished"
    return answer, nightshift.watch()


def use_as_told(result, base):
    """What the model card's own lines print, in the folder of the result."""
    lines = re.search(r"```python\n(.*)```", (result / "README.md").read_text(), re.DOTALL).group(1)
    lines = lines.replace(f'"{base.name}"', repr(str(base)))
    done = subprocess.run(
        [sys.executable, "-c", lines], cwd=result, capture_output=True, text=True, timeout=PATIENCE_SECONDS
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def banking():
    with BANKING.open(newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]


@pytest.mark.storm
def test_rows_are_classified_far_better_than_by_chance_and_plain_libraries_agree(nightshift, banking):
    answer, watch = train(
        nightshift, "--task", "classify", "--data", str(BANKING), "--effective-batch", "32", "--updates", "100",
        "--learning-rate", "3e-3",
    )  # fmt: skip
    names = sorted({category for _text, category in banking})
    assert len(names) == 77
    assert answer["held_out_before"] < 0.1
    assert answer["held_out_after"] > 0.2  # by chance 1 in 77
    after = watch.story.after
    assert after.rows == watch.story.data.held_out_rows > 100
    assert after.mix_ups[0].times > 0
    assert {example.written for example in after.examples} <= set(names)

    result = watch.run.result
    config = transformers.AutoConfig.from_pretrained(result)
    assert [config.id2label[number] for number in range(77)] == names
    base = transformers.AutoModelForSequenceClassification.from_pretrained(STARTER_MODEL, config=config)
    model = PeftModel.from_pretrained(base, result).eval()
    tokenizer = transformers.AutoTokenizer.from_pretrained(result)
    held_out = ExampleStore.open(watch.run.data / "held_out")
    texts = {tuple(tokenizer(text)["input_ids"]): category for text, category in banking}
    right = 0
    for number in range(len(held_out)):
        tokens = held_out.tokens(number).astype("int64")
        with torch.no_grad():
            given = int(model(input_ids=torch.from_numpy(tokens)[None]).logits[0].argmax())
        right += names[given] == texts[tuple(tokens.tolist())]
    assert right == after.right
    assert use_as_told(result, STARTER_MODEL).strip() in names
    code, refused, _ = nightshift.call(
        "plan", "--model", str(result), "--effective-batch", "8", "--lengths", "9", home=False
    )
    assert code == 1
    assert "holds an adapter" in refused["error"]["title"]


@pytest.mark.storm
def test_a_killed_worker_learns_on_with_the_layer_for_labels_as_it_was(nightshift):
    def start(*more):
        code, answer, printed = nightshift.call(
            "train", "--model", str(STARTER_MODEL), "--task", "classify", "--data", str(BANKING), "--effective-batch",
            "16", "--updates", "24", "--checkpoint-every", "0", *more,
        )  # fmt: skip
        assert code == 0, printed
        return answer["run"]

    reference = nightshift.watch(start("--wait"))
    run = start("--queue")
    nightshift.wait(lambda watch: watch.story.update >= 6 and watch.state == "running", run)
    nightshift.kill_worker(run)
    watch = nightshift.wait(lambda watch: watch.state == "finished", run)
    assert watch.story.restarts
    assert list(watch.story.curves.train_loss) == list(reference.story.curves.train_loss)
    name = "adapter_model.safetensors"
    assert (watch.run.result / name).read_bytes() == (reference.run.result / name).read_bytes()


@pytest.mark.storm
def test_words_are_labelled_with_every_weight_learning(nightshift, banking, tmp_path):
    rows = []
    for text, _category in banking[:800]:
        words = text.split()
        tags = ["CARD" if word.lower().startswith("card") else "I" if word in ("I", "my") else "O" for word in words]
        rows.append({"tokens": words, "tags": tags})
    source = tmp_path / "words.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)))
    answer, watch = train(
        nightshift, "--task", "tag", "--method", "full", "--data", str(source), "--effective-batch", "16", "--updates",
        "25", "--learning-rate", "1e-3",
    )  # fmt: skip
    others = sum(tag == "O" for row in rows for tag in row["tags"]) / sum(len(row["tags"]) for row in rows)
    assert answer["held_out_after"] > others + 0.05  # better than calling every word "O"
    printed = use_as_told(watch.run.result, STARTER_MODEL)
    assert [line.split()[0] for line in printed.splitlines()] == ["Words", "of", "a", "text"]
    plain = transformers.AutoModelForTokenClassification.from_pretrained(watch.run.result)
    assert plain.config.id2label == {0: "CARD", 1: "I", 2: "O"}


@pytest.mark.storm
def test_random_weights_learn_from_documents_joined_into_blocks(nightshift, tmp_path):
    for path in STARTER_MODEL.iterdir():
        if path.suffix != ".safetensors":
            shutil.copy(path, tmp_path / path.name)
    speeches = (DATA / "text" / "tinyshakespeare.txt").read_text().split("\n\n")[:1500]
    source = tmp_path / "speeches.jsonl"
    source.write_text("\n".join(json.dumps({"text": speech}) for speech in speeches))
    _answer, watch = train(
        nightshift, "--method", "full", "--from-scratch", "--pack", "--max-seq-len", "64", "--data", str(source),
        "--effective-batch", "16", "--updates", "40", "--learning-rate", "3e-3", model=tmp_path,
    )  # fmt: skip
    store = ExampleStore.open(watch.run.data / "train")
    assert set(store.lengths.tolist()) == {64}
    losses = watch.story.curves.train_loss
    assert losses[0] > 7  # about ln of 2,560 words: nothing was known
    assert losses[-1] < losses[0] - 1.5
    updates = watch.story.curves
    assert len(updates.train_loss) == 40
    first, last = watch.story.evaluations[0].eval_loss, watch.story.evaluations[-1].eval_loss
    assert last < first - 1.5


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--task", "rank"], "is one of write, classify, tag"),
        (["--task", "classify", "--answer", "no_such"], "There is no column 'no_such'"),
        pytest.param(["--task", "tag"], "looks like the labels", marks=pytest.mark.storm),
        pytest.param(["--pack"], "Only plain text can be joined", marks=pytest.mark.storm),
        pytest.param(["--pack", "--task", "classify"], "not rows with labels", marks=pytest.mark.storm),
    ],
)
def test_what_cannot_be_done_with_the_rows_is_said_in_words(nightshift, options, words):
    rows = str(starter_files("dates")[0])
    code, answer, printed = nightshift.call(
        "train", "--model", str(STARTER_MODEL), "--data", rows, "--effective-batch", "8", *options
    )
    assert code in (1, 2)
    assert words in (answer["error"]["title"] if code == 1 else " ".join(printed.split()))


def test_labels_are_seen_before_learning(nightshift):
    code, answer, printed = nightshift.call(
        "inspect", str(BANKING), "--model", str(STARTER_MODEL), "--task", "classify", home=False
    )
    assert code == 0, printed
    assert (answer["shape"], len(answer["labels"]), answer["tokens"]["targets"]) == ("labels", 77, 3080)
    code, answer, printed = nightshift.call(
        "plan", "--model", str(STARTER_MODEL), "--data", str(BANKING), "--task", "classify", "--effective-batch", "32",
        home=False,
    )  # fmt: skip
    assert code == 0, printed
    assert answer["memory"]["logits"] < 10**6  # of 77 labels, not of all words
