"""Prompts answered while a model learns: as its rows ask, and never for long."""

import json

import pytest
import torch

import studio.engine.control as control_module
import studio.engine.samples as samples_module
from studio.commands import Cancel, SampleNow
from studio.data.prepare import prepare
from studio.data.prompts import Prompt, held_out_prompts, typed_prompts
from studio.engine.control import Cancelled, Control
from studio.engine.load import load_model, load_tokenizer
from studio.engine.samples import LONGEST, Samples
from studio.events import Sampled, UpdateFinished, Warned
from studio.job import Data, Lora
from studio.runs.journal import Journal
from studio.starter import STARTER_MODEL, starter_files
from tests.engine.fixtures import go, make_store, make_training

TRAIN, HELD_OUT = starter_files("dates")
QUESTION = json.loads(HELD_OUT.read_text(encoding="utf-8").splitlines()[0])


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    data = Data(train=str(TRAIN), held_out=str(HELD_OUT), score_answers=3)
    return prepare(data, STARTER_MODEL, tmp_path_factory.mktemp("data"), max_positions=512, seed=0)


@pytest.fixture
def training(tmp_path, prepared):
    model = load_model(STARTER_MODEL, "float32", torch.device("cpu"))
    return make_training(prepared.train, model=model, updates=4)


class Clock:
    """Goes on only when told."""

    def __init__(self, monkeypatch):
        self.now = 1000.0
        monkeypatch.setattr(samples_module.time, "monotonic", lambda: self.now)


def make_samples(training, folder, prompts, when_asked=list, end_tokens=()):
    events = []
    control = Control(folder / "commands.jsonl", 0, lambda: False)
    tokenizer = load_tokenizer(STARTER_MODEL)
    return Samples(training, tokenizer, prompts, when_asked, end_tokens, control, events.append), events


def test_a_prompt_is_asked_as_the_rows_are(prepared):
    asked, *_ = QUESTION.values()
    (prompt,) = typed_prompts([asked], STARTER_MODEL, is_text=False)
    assert prompt.tokens == prepared.questions[0].prompt_tokens
    assert prompt.text == asked
    held_out = held_out_prompts(prepared.held_out, 2, STARTER_MODEL)
    assert [each.tokens for each in held_out] == [each.prompt_tokens for each in prepared.questions[:2]]
    assert asked in held_out[0].text


def test_a_text_is_gone_on_with(tmp_path):
    (tmp_path / "t.txt").write_text("The moon rises late in winter and sets early. " * 30, encoding="utf-8")
    data = Data(train=str(tmp_path / "t.txt"), max_seq_len=40)
    texts = prepare(data, STARTER_MODEL, tmp_path / "data", max_positions=512, seed=0)
    assert texts.report.shape == "text"
    (prompt,) = typed_prompts(["The moon rises"], STARTER_MODEL, is_text=True)
    assert texts.train.tokens(0)[: len(prompt.tokens)].tolist() == list(prompt.tokens)
    (opening,) = held_out_prompts(texts.train, 1, STARTER_MODEL)
    assert list(opening.tokens) == texts.train.tokens(0)[:16].tolist()


def test_an_answer_is_the_greedy_one_of_the_plain_model_and_not_longer_than_said(training, tmp_path, prepared):
    prompt = Prompt("p", prepared.questions[0].prompt_tokens)
    samples, events = make_samples(training, tmp_path, [prompt])
    samples.at_check()
    training.model.eval()
    tokens = torch.tensor([prompt.tokens])
    for _ in range(LONGEST):
        with torch.no_grad():
            best = training.model(input_ids=tokens).logits[0, -1].argmax()
        tokens = torch.cat([tokens, best.view(1, 1)], 1)
    tokenizer = load_tokenizer(STARTER_MODEL)
    expected = tokenizer.decode(tokens[0, len(prompt.tokens) :], skip_special_tokens=True).strip()
    (told,) = events
    assert told == Sampled(at=told.at, update=0, prompt="p", text=expected, seconds=told.seconds)
    assert told.seconds > 0


def test_a_round_is_passed_over_while_the_last_one_took_a_twentieth_of_the_time(training, tmp_path, monkeypatch):
    clock = Clock(monkeypatch)

    def write(samples, prompt):
        clock.now += 1.0
        return "an answer"

    monkeypatch.setattr(Samples, "_write", write)
    samples, events = make_samples(training, tmp_path, [Prompt("a", (1,)), Prompt("b", (2,))])
    samples.at_check()
    assert [event.prompt for event in events] == ["a", "b"]  # two seconds
    clock.now += 39.9
    samples.at_check()
    assert len(events) == 2
    samples.now()  # asked for: answered all the same
    assert len(events) == 4
    clock.now += 40.1
    samples.at_check()
    assert len(events) == 6
    training.update = training.updates  # the end of the run is never passed over
    samples.at_check()
    assert len(events) == 8


def test_without_memory_for_an_answer_learning_goes_on(training, tmp_path, monkeypatch):
    def write(samples, prompt):
        raise torch.OutOfMemoryError("CUDA out of memory.")

    monkeypatch.setattr(Samples, "_write", write)
    samples, events = make_samples(training, tmp_path, [Prompt("a", (1,)), Prompt("b", (2,))])
    samples.at_check()
    assert [type(event) for event in events] == [Warned]


def test_nothing_to_answer_is_said(training, tmp_path):
    samples, events = make_samples(training, tmp_path, [])
    samples.at_check()
    assert events == []
    samples.now()
    assert [type(event) for event in events] == [Warned]


def test_a_run_can_be_cancelled_between_two_prompts(training, tmp_path, monkeypatch):
    monkeypatch.setattr(control_module, "LOOK_EVERY_SECONDS", 0.0)
    samples, events = make_samples(training, tmp_path, [Prompt("a", (1,)), Prompt("b", (2,))])

    def write(samples, prompt):
        with Journal(tmp_path / "commands.jsonl") as commands:
            commands.append(Cancel())
        return "an answer"

    monkeypatch.setattr(Samples, "_write", write)
    with pytest.raises(Cancelled):
        samples.at_check()
    assert len(events) == 1


def test_the_loop_answers_at_the_end_of_the_update_in_which_it_was_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(control_module, "LOOK_EVERY_SECONDS", 0.0)
    training = make_training(make_store(tmp_path / "s"), updates=6)
    folder = tmp_path / "c"
    folder.mkdir()
    answered = []
    with Journal(folder / "commands.jsonl") as commands:

        def emit(event):
            if isinstance(event, UpdateFinished) and event.update in {2, 5}:
                commands.append(SampleNow())

        control = Control(folder / "commands.jsonl", 0, lambda: False)
        go(training, folder, control=control, emit=emit, sample=lambda: answered.append(training.update))
    assert answered == [2, 5]


def test_answering_changes_nothing_about_what_is_learnt(tmp_path, prepared, monkeypatch):
    """Not one bit of the weights, with dropout."""
    weights = []
    for asked in (False, True):
        model = load_model(STARTER_MODEL, "float32", torch.device("cpu"))
        training = make_training(prepared.train, model=model, method=Lora(rank=4, dropout=0.1), updates=3)
        samples, events = make_samples(training, tmp_path, [Prompt("p", prepared.questions[0].prompt_tokens)])
        control = Control(tmp_path / "commands.jsonl", 0, lambda: False)
        monkeypatch.setattr(control, "ask", lambda curious=asked, on=control: setattr(on, "sample_now", curious))
        go(training, tmp_path / str(asked), control=control, sample=samples.now)
        assert len(events) == (3 if asked else 0)
        weights.append(torch.cat([each.detach().flatten() for each in training.learns]))
    assert torch.equal(*weights)
