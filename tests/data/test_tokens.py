"""Tokens and targets: those of transformers, on the templates of real model families and real conversations."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pytest
import transformers

from studio.data.conversation import Conversation
from studio.data.dataset import Dataset
from studio.data.encode import encode_conversations, render
from studio.data.problem import Problems
from studio.data.store import Example
from studio.data.template import ChatTemplate, TemplateFailure
from studio.data.tokenizer import TextTokenizer
from studio.job import Columns
from tests.data.chat_templates import CONTROL, TEMPLATES, marked, plain
from tests.support.models import DATA, copy_tokenizer, set_template

DATASETS = (
    "messages/lf_v1_sft_demo.jsonl",
    "messages/openai_toy_chat_fine_tuning.jsonl",
    "sharegpt/fastchat_dummy_conversation.json",
    "sharegpt/glaive_toolcall_en_demo.json",
    "dpo/lf_dpo_en_demo.json",
    "gsm8k_parquet/test.parquet",
)
ROWS = 30


class Studio(NamedTuple):
    """One tokenizer as we read it and as transformers does, and the conversations of every dataset."""

    folder: Path
    tokenizer: TextTokenizer
    reference: transformers.PreTrainedTokenizerBase
    talks: list[Conversation]

    def template(self, source: str) -> ChatTemplate:
        set_template(self.folder, source)
        return ChatTemplate(self.folder, self.tokenizer)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """Phi-3's tokenizer with the control tokens of all families."""
    folder = tmp_path_factory.mktemp("model")
    copy_tokenizer(folder, "phi-3-mini")
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    table = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    config = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    first = max(token["id"] for token in table["added_tokens"]) + 1
    for number, text in enumerate(CONTROL, first):
        table["added_tokens"].append({"id": number, "content": text, **flags})
        config["added_tokens_decoder"][str(number)] = {"content": text, **flags}
    (folder / "tokenizer.json").write_text(json.dumps(table), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps(config), encoding="utf-8")
    set_template(folder, None, bos_token="<s>", eos_token="</s>")
    talks = [
        row.content
        for name in DATASETS
        for row in islice(Dataset(DATA / name, Columns()).rows(Problems()), ROWS)
        if isinstance(row.content, Conversation)
    ]
    assert len(talks) > 5 * ROWS
    reference = transformers.AutoTokenizer.from_pretrained(folder)
    return Studio(folder, TextTokenizer(folder), reference, talks)


def encode(talk: Conversation, template: ChatTemplate, tokenizer: TextTokenizer) -> Example | None:
    """None where the template refuses the conversation."""
    try:
        rendered = render(talk, template, tokenizer)
    except TemplateFailure:
        return None
    return encode_conversations([rendered], [1], tokenizer)[0]


@pytest.mark.parametrize("name", TEMPLATES)
def test_tokens_and_targets_are_those_of_transformers(studio: Studio, name: str) -> None:
    source = TEMPLATES[name]
    with_marks = studio.template(marked(source))
    published = studio.template(plain(source))
    compared = 0
    for talk in studio.talks:
        ours = encode(talk, published, studio.tokenizer)
        ours_with_marks = encode(talk, with_marks, studio.tokenizer)
        messages, tools = published.adapt(talk.messages, talk.tools)
        try:
            expected = studio.reference.apply_chat_template(
                messages, tools=tools, chat_template=marked(source), return_dict=True, return_assistant_tokens_mask=True
            )
        except Exception:  # noqa: BLE001  (the reference refuses it in a way of its own)
            assert ours is ours_with_marks is None
            continue
        is_learnt = [wanted for wanted, turn in zip(talk.learnt, talk.messages, strict=True) if _is_answer(turn)]
        for each in (ours, ours_with_marks):
            assert each is not None
            assert each.tokens.tolist() == expected["input_ids"]
            mask = np.array(expected["assistant_masks"], np.bool_)
            assert (each.targets == (mask & _turns(mask, is_learnt))).all()
        compared += 1
    assert compared > 2 * ROWS


def _is_answer(turn: dict[str, object]) -> bool:
    return turn["role"] == "assistant"


def _turns(mask: npt.NDArray[np.bool_], is_learnt: list[bool]) -> npt.NDArray[np.bool_]:
    """(tokens,): the mask of transformers without the answers that are only read, which it does not know of."""
    if all(is_learnt):
        return mask
    number = np.cumsum(np.diff(mask.astype(np.int8), prepend=0) == 1) - 1  # of the answer that a token belongs to
    return mask & np.array(is_learnt)[np.clip(number, 0, len(is_learnt) - 1)]


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_that_rewrite_earlier_turns_are_found(studio: Studio, name: str) -> None:
    assert studio.template(plain(TEMPLATES[name])).is_prefix_stable is (name != "qwen-3-thinking")
