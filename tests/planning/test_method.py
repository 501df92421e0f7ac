"""What a method means for a model: which weights learn, and which methods contradict it."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.errors import PlanProblem
from studio.job import Data, Full, Learning, Lora, Method, TrainJob
from studio.models.local import read_model
from studio.planning.check_method import check_method
from studio.planning.layers import read_layer, trainable_parameters
from studio.planning.plan_job import peak_learning_rate
from tests.engine.fixtures import KINDS, make_net
from tests.planning.models import facts

EXPERTS = facts(name="Mixtral", model_type="mixtral", num_experts=8, experts_per_token=2)


def job(method: Method, *, from_scratch: bool = False, router_balance: float = 0.0) -> TrainJob:
    learning = Learning(router_balance=router_balance)
    data = Data(train="")
    return TrainJob(name="t", model="", data=data, method=method, from_scratch=from_scratch, learning=learning)


@pytest.mark.parametrize("kind", KINDS)
def test_the_weights_that_learn_are_counted_right_for_every_family_and_choice_of_layers(
    kind: str, tmp_path: Path
) -> None:
    import torch

    from studio.engine.load import count_parameters, find_targets, make_trainable

    torch.manual_seed(0)
    make_net(kind).config.save_pretrained(tmp_path)
    told = read_model(tmp_path, require_weights=False)
    assert make_net(kind).num_parameters() == told.parameters
    methods = [Lora(rank=4), Lora(rank=4, targets=("attention",))]
    names = [linear.name for linear in read_layer(told).linears if linear.name]
    methods += [Lora(rank=4, targets=(name,)) for name in names]
    methods += [Lora(rank=4, targets=(name.split(".")[-1],), decomposed=True) for name in names]
    for method in methods:
        model = make_trainable(make_net(kind), method, 0)
        assert count_parameters(model)[1] == trainable_parameters(told, method)
    if not told.num_experts:
        assert set(find_targets(make_net(kind), names)) == set(names)


def test_names_that_are_not_known_count_as_every_layer() -> None:
    """Too much memory is planned rather than too little; loading the model says what is wrong."""
    assert trainable_parameters(facts(), Lora(targets=("no_such",))) == trainable_parameters(facts(), Lora())


@pytest.mark.parametrize(
    ("wanted", "told", "words"),
    [
        (job(Lora(), from_scratch=True), facts(), "cannot learn from random weights"),
        (job(Lora(quantization="nf4")), EXPERTS, "experts of Mixtral cannot be compressed"),
        (job(Lora(), router_balance=0.01), facts(name="Llama"), "Llama has no experts to keep in balance"),
        (job(Full(), router_balance=0.01), facts(name="Llama"), "Llama has no experts to keep in balance"),
        (job(Lora(dropout=0.1)), EXPERTS, "adapter on the experts of Mixtral"),
        (job(Lora(decomposed=True)), EXPERTS, "adapter on the experts of Mixtral"),
    ],
)
def test_a_method_that_cannot_work_is_refused_with_words(wanted: TrainJob, told: object, words: str) -> None:
    with pytest.raises(PlanProblem, match=words) as problem:
        check_method(wanted, told)  # type: ignore[arg-type]
    assert problem.value.hint


def test_what_can_work_is_not_refused() -> None:
    check_method(job(Full(), from_scratch=True), EXPERTS)
    check_method(job(Lora(targets=("attention",), dropout=0.1, decomposed=True)), EXPERTS)
    check_method(job(Lora(quantization="nf4-double", decomposed=True)), facts())


def test_random_weights_learn_faster_where_nothing_is_chosen() -> None:
    assert peak_learning_rate(job(Full())) == 2e-5
    assert peak_learning_rate(job(Full(), from_scratch=True)) == 3e-4
    chosen = TrainJob(name="t", model="", data=Data(train=""), learning=Learning(learning_rate=1e-3), from_scratch=True)
    assert peak_learning_rate(chosen) == 1e-3


def test_a_new_layer_for_labels_learns_faster_where_nothing_is_chosen() -> None:
    for method in (Lora(), Full()):
        answers = job(method)
        labels = TrainJob(name="t", model="", data=Data(train=""), method=method, task="classify")
        assert peak_learning_rate(labels) == pytest.approx(2.5 * peak_learning_rate(answers))
