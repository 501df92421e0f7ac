"""The main job: the demo as a newcomer runs it, and the same with models and files of one's own."""

import json

import pytest
import torch

from studio.starter import STARTER_MODEL, starter_files
from tests.support.models import DATA, make_model

FIELDS = {"run", "state", "update", "updates", "train_loss", "eval_loss", "seconds", "checkpoint", "result"}


@pytest.mark.slow
def test_the_demo_teaches_dates_and_its_result_is_reloaded_by_plain_libraries(nightshift):
    code, answer, printed = nightshift.call("demo")
    assert code == 0, printed
    assert FIELDS | {"held_out_before", "held_out_after", "first_loss_seconds"} <= set(answer)
    assert answer["state"] == "finished"
    assert answer["held_out_before"] <= 0.10
    assert answer["held_out_after"] >= 0.95
    plan = nightshift.watch().story.plan
    assert plan is not None
    assert sum(plan.slices) == plan.effective_batch_size == 32
    assert plan.reasons
    check = nightshift.watch().story.check
    assert check is not None
    assert check.agreed
    assert len(nightshift.watch().story.curves.train_loss) == answer["updates"]  # every update

    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(STARTER_MODEL), answer["result"]).eval()
    tokenizer = AutoTokenizer.from_pretrained(answer["result"])
    held_out = [json.loads(line) for line in starter_files("dates")[1].read_text().splitlines()][:40]
    right = 0
    for row in held_out:
        ids = tokenizer.apply_chat_template(
            [{"role": "user", "content": row["question"]}],
            add_generation_prompt=True,
            return_tensors="pt",
            return_dict=True,
        )
        with torch.no_grad():
            written = model.generate(**ids, max_new_tokens=20, do_sample=False)
        right += (
            tokenizer.decode(written[0, ids["input_ids"].shape[1] :], skip_special_tokens=True).strip() == row["answer"]
        )
    assert right >= 0.9 * len(held_out)


OWN = {
    "gsm8k": DATA / "gsm8k" / "train.jsonl",
    "alpaca": DATA / "alpaca" / "alpaca_en_demo.json",
    "shakespeare": DATA / "text" / "tinyshakespeare.txt",
    "banking77": DATA / "csv" / "banking77_test.csv",
}


@pytest.mark.storm
@pytest.mark.parametrize("data", OWN)
def test_the_starter_trains_on_any_file(nightshift, data):
    code, answer, printed = nightshift.call(
        "train", "--model", str(STARTER_MODEL), "--data", str(OWN[data]), "--effective-batch", "12", "--updates", "4",
        "--max-seq-len", "128",
    )  # fmt: skip
    assert code == 0, printed
    assert set(answer) >= FIELDS
    assert (answer["state"], answer["update"]) == ("finished", 4)
    assert answer["train_loss"] > 0
    assert answer["eval_loss"] > 0


@pytest.mark.parametrize(
    ("kind", "data", "method"),
    [
        pytest.param("llama", "alpaca", "lora", marks=pytest.mark.storm),
        ("qwen3", "gsm8k", "full"),
        pytest.param("gemma3", "banking77", "lora", marks=pytest.mark.storm),
        pytest.param("gpt2", "shakespeare", "lora", marks=pytest.mark.storm),
    ],
)
def test_models_of_every_family_train(nightshift, tmp_path, kind, data, method):
    model = make_model(tmp_path / kind, kind)
    code, answer, printed = nightshift.call(
        "train", "--model", str(model), "--data", str(OWN[data]), "--effective-batch", "6", "--updates", "2",
        "--max-seq-len", "64", "--method", method,
    )  # fmt: skip
    assert code == 0, printed
    assert set(answer) >= FIELDS
    assert (answer["state"], answer["update"]) == ("finished", 2)
    assert answer["train_loss"] > 0
    assert answer["eval_loss"] > 0
    assert nightshift.watch().story.result.largest_difference < 1e-3


def test_what_the_computer_has_is_told(nightshift):
    code, answer, printed = nightshift.call("detect", home=False)
    assert code == 0, printed
    assert answer["devices"]
    for device in answer["devices"]:
        assert {"name", "kind", "total_bytes", "free_bytes", "used_by_others_bytes"} <= set(device)
    assert isinstance(answer["threats"], list)


def test_a_plan_has_the_fields_that_scripts_rely_on(nightshift):
    code, answer, printed = nightshift.call(
        "plan", "--model", str(STARTER_MODEL), "--data", str(OWN["alpaca"]), "--effective-batch", "32", home=False
    )
    assert code == 0, printed
    assert {
        "effective_batch_size", "micro_batch_size", "gradient_accumulation_steps", "world_size", "token_budget",
        "gradient_checkpointing", "memory", "peak_bytes", "limit_bytes", "fits", "basis", "error_bar",
        "seconds_per_update", "reasons", "alternatives",
    } <= set(answer)  # fmt: skip
    assert sum(answer["slices"]) == 32
    code, answer, _ = nightshift.call(
        "plan",
        "--model",
        str(STARTER_MODEL),
        "--lengths",
        "512",
        "--effective-batch",
        "48",
        "--memory",
        "24GiB",
        home=False,
    )
    assert (code, sum(answer["slices"])) == (0, 48)


def test_a_dataset_is_inspected(nightshift):
    code, answer, printed = nightshift.call("inspect", str(OWN["gsm8k"]), "--model", str(STARTER_MODEL), home=False)
    assert code == 0, printed
    assert answer["rows"] == 7473
    assert answer["shape"]
    assert {"p50", "p95", "max", "total", "targets", "cut", "nothing_to_learn"} <= set(answer["tokens"])
