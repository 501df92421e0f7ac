"""Labels of rows and of words follow the same rule as words to write: one sum, divided once, whatever the split."""

import numpy as np
import pytest
import torch

from studio.data.store import Example, ExampleStore
from studio.engine.evaluate import held_out_loss
from studio.engine.head import find_head
from studio.engine.labels import Labels, find_label_layer
from studio.engine.load import count_parameters, load_model, make_trainable
from studio.engine.ranks import Ranks
from studio.engine.score_labels import score_labels
from studio.errors import ModelProblem
from studio.job import Full, Learning, Lora
from studio.models.local import read_model, with_labels
from studio.planning.layers import trainable_parameters
from tests.engine.fixtures import VOCABULARY, cuts, gradient_of, make_net, make_store, make_training

CPU = torch.device("cpu")
NAMES = ("ask", "pay", "send", "wait")
PAD = 0


def labelled_store(folder, task, rows=16, seed=0):
    """Rows of very different lengths: a label at the last token, or at some tokens and sometimes at the first."""
    draw = np.random.default_rng(seed)
    examples = []
    for row in range(1, rows + 1):
        length = int(draw.integers(1, 40))
        labels = np.full(length, -1, np.int32)
        if task == "classify":
            labels[-1] = draw.integers(len(NAMES))
        else:
            some = draw.random(length) < 0.4
            some[0] |= row % 3 == 0
            labels[some] = draw.integers(0, len(NAMES), int(some.sum()))
        tokens = draw.integers(1, VOCABULARY, length).astype(np.uint32)
        examples.append(Example(tokens, labels >= 0, row, labels))
    return ExampleStore.write(folder, examples)


def labelling_net(folder, kind, task, seed=0):
    """A model for labels, made from the saved weights of one that writes."""
    make_net(kind, pad_token_id=PAD).save_pretrained(folder)
    return load_model(folder, "float32", CPU, labels=Labels(task, NAMES, seed))


def task_training(tmp_path, kind, task, method, learning=None):
    """Sixteen rows, one effective batch."""
    more = {"kind": kind, "method": method, "effective_batch_size": 16, "learning": learning}
    if task == "write":
        return make_training(make_store(tmp_path / "rows", 16), **more)
    model = labelling_net(tmp_path / "model", kind, task)
    return make_training(labelled_store(tmp_path / "rows", task), model=model, **more)


def big_batch(store, task):
    """(b, s) tokens, mask and labels as transformers wants them: one label for each row, or -100 beside the targets."""
    tokens = [store.tokens(i).astype(np.int64) for i in range(len(store))]
    ids = torch.full((len(tokens), max(map(len, tokens))), PAD)
    mask, labels = torch.zeros_like(ids), torch.full_like(ids, -100)
    for number, row in enumerate(tokens):
        ids[number, : len(row)], mask[number, : len(row)] = torch.from_numpy(row), 1
        given = torch.from_numpy(np.array(store.targets(number)))
        right = torch.from_numpy(np.array(store.labels(number) if task != "write" else row)).long()
        labels[number, : len(row)] = torch.where(given, right, torch.tensor(-100))
    return ids, mask, labels.amax(1) if task == "classify" else labels


def transformers_gradient(training, task, smoothing):
    """(all parameters,) by the model's own loss; with label smoothing by torch's, over the same scores."""
    ids, mask, labels = big_batch(training.store, task)
    training.model.eval()
    told = training.model(input_ids=ids, attention_mask=mask, labels=labels)
    loss = told.loss
    if smoothing:
        scores = told.logits[:, :-1].flatten(0, 1) if task == "write" else told.logits.flatten(0, -2)
        targets = labels[:, 1:].flatten() if task == "write" else labels.flatten()
        loss = torch.nn.functional.cross_entropy(scores, targets, label_smoothing=smoothing)
    loss.backward()
    gradient = torch.cat([p.grad.flatten().clone() for p in training.learns if p.grad is not None])
    training.optimizer.zero_grad(set_to_none=True)
    return gradient


def budget_of(training, rows):
    """The token budget that holds so many of the longest rows."""
    return rows * int(training.store.lengths.max())


@pytest.mark.parametrize("kind", ["llama", "qwen3", "gpt2"])
@pytest.mark.parametrize("task", ["write", "classify", "tag"])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("method", [Lora(rank=4), Full()], ids=["lora", "full"])
def test_every_split_gives_the_gradient_of_transformers_for_one_big_batch(tmp_path, kind, task, smoothing, method):
    learning = Learning(effective_batch_size=16, updates=5, label_smoothing=smoothing)
    training = task_training(tmp_path, kind, task, method, learning)
    whole = transformers_gradient(training, task, smoothing)
    for rows in (16, 8, 4, 1):
        gradient = gradient_of(training, budget_of(training, rows))
        assert gradient.norm() == pytest.approx(float(whole.norm()), rel=1e-5)
        assert float((gradient - whole).norm() / whole.norm()) < 1e-5


@pytest.mark.parametrize("task", ["classify", "tag"])
def test_a_mean_of_the_micro_batches_would_be_seen(tmp_path, task):
    """What transformers' trainer does with these heads: each micro-batch divided by its own number of labels."""
    training = task_training(tmp_path, "llama", task, Full())
    whole = transformers_gradient(training, task, 0.0)
    ids, mask, labels = big_batch(training.store, task)
    for rows in torch.arange(16).split(3):
        training.model(input_ids=ids[rows], attention_mask=mask[rows], labels=labels[rows]).loss.backward()
    wrong = torch.cat([p.grad.flatten() for p in training.learns if p.grad is not None])
    assert float((wrong - whole).norm() / whole.norm()) > 0.1


@pytest.mark.parametrize("task", ["classify", "tag"])
def test_a_label_may_stand_at_the_first_token_and_counts(tmp_path, task):
    store = labelled_store(tmp_path / "s", task)
    parts = cuts(store, np.arange(len(store)), 100)
    assert sum(len(part.targets) for part in parts) == store.num_targets.sum()
    assert store.num_targets.sum() == sum(int((store.labels(i) >= 0).sum()) for i in range(len(store)))
    assert ExampleStore.open(tmp_path / "s").num_targets.tolist() == store.num_targets.tolist()
    assert any(store.labels(i)[0] >= 0 for i in range(len(store)))


@pytest.mark.parametrize("kind", ["llama", "qwen3", "gpt2", "mixtral", "phi3", "falcon"])
@pytest.mark.parametrize("task", ["classify", "tag"])
def test_the_new_layer_depends_on_the_seed_alone_and_all_else_is_the_model(tmp_path, kind, task):
    model = labelling_net(tmp_path, kind, task)
    torch.manual_seed(99)
    again = load_model(tmp_path, "float32", CPU, labels=Labels(task, NAMES, 0))
    other = load_model(tmp_path, "float32", CPU, labels=Labels(task, NAMES, 1))
    old = make_net(kind, pad_token_id=PAD).state_dict()
    for name, weight in model.state_dict().items():
        assert torch.equal(weight, again.state_dict()[name])
        assert name not in old or torch.equal(weight, old[name])
    assert not torch.equal(find_label_layer(model).weight, find_label_layer(other).weight)
    assert model.config.id2label == dict(enumerate(NAMES))
    assert find_head(model) is not None


def test_a_model_that_knows_the_labels_already_goes_on_from_what_it_knows(tmp_path):
    labelling_net(tmp_path / "a", "llama", "classify").save_pretrained(tmp_path / "b")
    learnt = load_model(tmp_path / "b", "float32", CPU, labels=Labels("classify", NAMES, seed=7))
    first = load_model(tmp_path / "a", "float32", CPU, labels=Labels("classify", NAMES, seed=0))
    assert torch.equal(learnt.score.weight, first.score.weight)
    for others in (NAMES[::-1], NAMES[:3]):
        new = load_model(tmp_path / "b", "float32", CPU, labels=Labels("classify", others, seed=7))
        assert new.score.out_features == len(others)
        assert not torch.equal(new.score.weight[:3], first.score.weight[:3])


def test_a_kind_of_model_without_labels_is_refused_in_words(tmp_path):
    make_net("gemma3").save_pretrained(tmp_path)
    with pytest.raises(ModelProblem, match="gemma3_text cannot label words"):
        load_model(tmp_path, "float32", CPU, labels=Labels("tag", NAMES, 0))


def test_dropout_before_the_layer_works_while_learning_only(tmp_path):
    head = find_head(labelling_net(tmp_path, "llama", "tag"))
    hidden = torch.randn(50, 32)
    head.layer.train()
    assert not torch.equal(head.layer(hidden), head.layer(hidden))
    head.layer.eval()
    assert torch.equal(head.layer(hidden), head.layer(hidden))


@pytest.mark.parametrize("task", ["classify", "tag"])
def test_labels_given_and_held_out_loss_are_those_of_transformers(tmp_path, task):
    training = task_training(tmp_path, "qwen3", task, Full())
    training.token_budget = 60
    ids, mask, labels = big_batch(training.store, task)
    training.model.eval()
    with torch.no_grad():
        told = training.model(input_ids=ids, attention_mask=mask, labels=labels)
    right = told.logits.argmax(-1) == labels
    scored = score_labels(training, training.store, (), NAMES, 0, lambda event: None, Ranks())
    assert (scored.right, scored.rows) == (int(right.sum()), int((labels != -100).sum()))
    assert scored.right + sum(each.times for each in scored.mix_ups) <= scored.rows
    evaluated = held_out_loss(training, training.store, NoOrders(), lambda event: None)
    assert evaluated.eval_loss == pytest.approx(float(told.loss), rel=1e-5)


@pytest.mark.parametrize("task", ["classify", "tag"])
@pytest.mark.parametrize("quantization", ["nf4", "int8"])
def test_beside_compressed_weights_the_new_layer_is_whole(tmp_path, task, quantization):
    make_net("llama", pad_token_id=PAD).save_pretrained(tmp_path)
    labels = Labels(task, NAMES, 0)
    plain = find_label_layer(load_model(tmp_path, "float32", CPU, labels=labels))
    model = load_model(tmp_path, "float32", CPU, quantization, labels)
    assert torch.equal(find_label_layer(model).weight, plain.weight)
    adapted = make_trainable(model, Lora(rank=4, quantization=quantization), 0)
    learns = [name for name, each in adapted.named_parameters() if each.requires_grad and "lora" not in name]
    assert learns
    assert all("score.modules_to_save" in name for name in learns)
    assert find_head(adapted) is not None


@pytest.mark.parametrize("kind", ["llama", "qwen3", "gpt2"])
def test_a_plan_counts_the_weights_of_the_new_layer_in_place_of_those_for_words(tmp_path, kind):
    model = labelling_net(tmp_path, kind, "classify")
    facts = with_labels(read_model(tmp_path / "config.json"), len(NAMES))
    assert facts.parameters == count_parameters(model)[0]
    adapted = make_trainable(model, Lora(rank=4), 0)
    assert trainable_parameters(facts, Lora(rank=4)) == count_parameters(adapted)[1]
    assert trainable_parameters(facts, Full()) == facts.parameters


class NoOrders:
    """A control that nobody asks anything of."""

    def ask(self):
        pass


def test_padding_is_where_plain_transformers_looks_for_the_last_token(tmp_path):
    """The label of a row stands at the last token that is no padding, so a batch of plain transformers agrees."""
    model = labelling_net(tmp_path, "llama", "classify")
    store = labelled_store(tmp_path / "s", "classify")
    ids, mask, _ = big_batch(store, "classify")
    head = find_head(model)
    with torch.no_grad():
        whole = model.eval()(input_ids=ids, attention_mask=mask).logits
        for part in cuts(store, np.arange(len(store)), 150):
            hidden = head.body(input_ids=part.input_ids).last_hidden_state.flatten(0, 1)[part.positions]
            torch.testing.assert_close(head.layer(hidden), whole[part.places], rtol=1e-5, atol=1e-6)
