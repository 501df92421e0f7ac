"""The starter: small, loadable, honest about what it has seen, and the same whenever it is made again."""

import csv
import json
import re
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from transformers import AutoModelForCausalLM, AutoTokenizer

from assets.starter.check_starter import READERS, answers, read_dates, share_right
from assets.starter.make_data import DATE_FORMS, as_csv, as_json, as_jsonl, files, main, ordinal
from assets.starter.train_starter import Game, games, looks_like_a_date, number_in_words, shakespeare

STARTER = Path(__file__).parents[2] / "assets" / "starter"
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
SOME_ROWS = [{"text": 'a "quoted", word', "label": "ä"}]


@pytest.fixture(scope="module")
def tokenizer():
    return AutoTokenizer.from_pretrained(STARTER / "model")


@pytest.fixture(scope="module")
def model():
    return AutoModelForCausalLM.from_pretrained(STARTER / "model", dtype=torch.float32)


@pytest.fixture(scope="module")
def played() -> list[Game]:
    return games()


def size(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sum(path.stat().st_size for path in files)


# the model


def test_the_model_is_a_small_llama_that_plain_transformers_loads(model):
    assert model.config.architectures == ["LlamaForCausalLM"]
    assert 1_000_000 < model.num_parameters() < 5_000_000


def test_the_starter_is_small_enough_to_come_with_the_program():
    assert size(STARTER / "model") < 12_000_000
    assert size(STARTER) < 14_000_000


def test_the_weights_are_in_one_safetensors_file_and_in_full_precision():
    assert [path.name for path in (STARTER / "model").glob("*.safetensors")] == ["model.safetensors"]
    with safe_open(STARTER / "model" / "model.safetensors", framework="pt") as tensors:
        assert {tensors.get_slice(name).get_dtype() for name in tensors.keys()} == {"F32"}  # noqa: SIM118


def test_the_model_card_says_licence_and_training():
    card = (STARTER / "model" / "README.md").read_text(encoding="utf-8")
    assert "license: apache-2.0" in card
    assert "train_starter.py" in card


def test_every_digit_is_a_token_and_any_text_survives(tokenizer):
    assert [token for token in tokenizer.tokenize("on 12.11.2025") if token.isdigit()] == list("12112025")
    for text in ("3rd of Feb, 26", "tabs\tand\nlines", "Größe 東京 🌙", "  two  spaces  "):
        assert tokenizer.decode(tokenizer(text)["input_ids"]) == text


def test_special_tokens_are_single_tokens_and_known_to_config_and_tokenizer(tokenizer, model):
    assert (tokenizer.eos_token, tokenizer.pad_token) == ("<|im_end|>", "<|endoftext|>")
    for token in ("<|im_start|>", "<|im_end|>", "<|endoftext|>"):
        assert len(tokenizer(token)["input_ids"]) == 1
    for config in (model.config, model.generation_config):
        assert (config.eos_token_id, config.pad_token_id) == (tokenizer.eos_token_id, tokenizer.pad_token_id)
    assert len(tokenizer) == model.config.vocab_size


def test_the_chat_template_renders_turns_and_the_start_of_an_answer(tokenizer):
    chat = [{"role": "user", "content": "Copy: a b"}, {"role": "assistant", "content": "a b"}]
    asked = "<|im_start|>user\nCopy: a b<|im_end|>\n<|im_start|>assistant\n"
    assert tokenizer.apply_chat_template(chat[:1], tokenize=False, add_generation_prompt=True) == asked
    assert tokenizer.apply_chat_template(chat, tokenize=False) == asked + "a b<|im_end|>\n"


def test_the_chat_template_marks_the_answer_and_the_token_that_ends_it(tokenizer):
    chat = [{"role": "user", "content": "Copy: a b"}, {"role": "assistant", "content": "a b"}]
    encoded = tokenizer.apply_chat_template(chat, return_dict=True, return_assistant_tokens_mask=True)
    marked = [t for t, mask in zip(encoded["input_ids"], encoded["assistant_masks"], strict=True) if mask]
    assert tokenizer.decode(marked) == "a b<|im_end|>"


def test_the_starter_plays_a_simple_game_and_ends_its_answer(model, tokenizer):
    questions = ["Copy:\nriver 418", "Repeat two times:\nhouse", "Use -:\n418 227 7", "Which number:\nlamp 31 sea"]
    written = [tokenizer.decode(ids) for ids in answers(model, tokenizer, questions)]
    assert written == [f"{text}<|im_end|>" for text in ("river 418", "house/house", "418-227-7", "31")]


def test_the_starter_cannot_do_the_dates_before_it_is_trained(model, tokenizer):
    assert share_right(model, tokenizer, read_dates("held_out")) <= 0.1


# what it was trained on


def test_no_held_out_date_nor_its_answer_is_in_what_the_starter_was_trained_on(played):
    corpus = "\n".join((shakespeare(), *(text for game in played for text in game))).lower()
    for question, answer in read_dates("held_out"):
        assert question.lower() not in corpus
        assert answer not in corpus


def test_no_game_writes_a_date_as_the_dates_task_does(played):
    assert not any(ISO_DATE.search(text) for game in played for text in game)
    assert ISO_DATE.search(shakespeare()) is None


@pytest.mark.parametrize(
    "text", ["2026-02-03", "12.11.2025", "3.2.26", "2026/02/03", "3rd of Feb", "9 May 2024", "twenty 1999"]
)
def test_games_that_look_like_a_date_are_noticed(text):
    assert looks_like_a_date(text)


@pytest.mark.parametrize("text", ["418-227-7", "31", "3 2", "house 4418", "12-7", "May"])
def test_other_games_are_not_taken_for_dates(text):
    assert not looks_like_a_date(text)


def test_the_games_are_the_same_every_time(played):
    assert games(count=500) == played[:500]


@pytest.mark.parametrize(("number", "words"), [(0, "zero"), (13, "thirteen"), (20, "twenty"), (42, "forty-two")])
def test_numbers_in_words(number, words):
    assert number_in_words(number) == words


# the datasets


def test_making_the_data_again_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.argv", ["make_data.py", str(tmp_path)])
    main()
    made = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert set(made) == set(files())
    for name, content in made.items():
        assert (STARTER / name).read_bytes() == content, name


@pytest.mark.parametrize("name", READERS)
def test_held_out_questions_are_not_in_the_training_rows(name):
    train, held_out = READERS[name]("train"), READERS[name]("held_out")
    assert not {question for question, _ in held_out} & {question for question, _ in train}
    assert len({question for question, _ in held_out}) == len(held_out)


def test_held_out_dates_are_days_the_training_rows_never_name():
    train, held_out = read_dates("train"), read_dates("held_out")
    assert len(held_out) == 200
    assert not {answer for _, answer in held_out} & {answer for _, answer in train}


def test_a_written_date_means_one_day_only():
    meaning: dict[str, str] = {}
    for question, answer in read_dates("train") + read_dates("held_out"):
        assert meaning.setdefault(question, answer) == answer
        assert ISO_DATE.fullmatch(answer)


def test_every_date_form_says_day_month_and_year():
    for form in DATE_FORMS:
        assert re.search(r"\{(day|dd|nth|nth_word)\}", form)
        assert re.search(r"\{(month|month_number|mm)\}", form)
        assert re.search(r"\{(year|yy)\}", form)


def test_ordinals():
    days = (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30)
    assert " ".join(map(ordinal, days)) == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 30th"


@pytest.mark.parametrize("name", READERS)
def test_about_tells_the_truth_about_the_rows(name):
    about = json.loads((STARTER / name / "about.json").read_text(encoding="utf-8"))
    train, held_out = READERS[name]("train"), READERS[name]("held_out")
    assert (about["rows"], about["held_out_rows"]) == (len(train), len(held_out))
    shown = [tuple(example) for example in about["examples"]]
    pairs = [(question.split("\n\n")[-1], answer) for question, answer in train]
    assert len(shown) == 3
    assert all(pair in pairs for pair in shown)


def test_topics_has_six_labels_in_training_and_held_out_rows():
    labels = [{label for _, label in READERS["topics"](part)} for part in ("train", "held_out")]
    assert labels[0] == labels[1]
    assert len(labels[0]) == 6


def test_writers_keep_quotes_and_letters_of_any_language():
    assert json.loads(as_jsonl(SOME_ROWS)) == SOME_ROWS[0]
    assert json.loads(as_json(SOME_ROWS)) == SOME_ROWS
    assert list(csv.DictReader(as_csv(SOME_ROWS).splitlines())) == SOME_ROWS


def test_the_recipe_says_all_the_demo_needs():
    recipe = json.loads((STARTER / "recipe.json").read_text(encoding="utf-8"))
    assert recipe["effective_batch_size"] == 32
    assert 100 <= recipe["updates"] <= 500
    assert recipe["schedule"] == "cosine"
    assert set(recipe) == {
        "effective_batch_size",
        "updates",
        "learning_rate",
        "rank",
        "alpha",
        "warmup_fraction",
        "schedule",
        "weight_decay",
    }
