"""Texts encoded word by word: the tokens and characters of the tokenizer itself, for every kind that is cut so."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors

from studio.data.tokenizer import TextTokenizer
from studio.data.words import WordEncoder
from tests.support.models import TOKENIZERS

PIECES = (
    *" \n\t▁é²ſ日😀_<\u3000\xa0\x00\x1f\u200b", "  ", "   ", "\n\n", "\r\n", "The", "hello", "don't", "I'LL",
    "'s", "'S", "123", "4567890", "1.5", "über", "Straße", "日本語", "かな", "Привет", "—", "…", "?!", "(x)",
    "<|user|>", "<|end|>", "<|assistant|>\n", "</s>", "<|endoftext|>", "▁▁x", "<0x0A>", "|>", "a_b", "İ",
    "http://x.y/z?q=1", "¿Qué", "«oui»",
)  # fmt: skip
LLAMA_3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|"
    r"\s+(?!\S)|\s+"
)
MARKS = normalizers.Replace(" ", "▁")


def by_pattern(tokenizer: Tokenizer) -> None:
    cut = pre_tokenizers.Split(Regex(LLAMA_3), "isolated")
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [cut, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    )


def by_metaspace(scheme: str) -> Callable[[Tokenizer], None]:
    def change(tokenizer: Tokenizer) -> None:
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace("▁", prepend_scheme=scheme, split=False)

    return change


def by_prepending(tokenizer: Tokenizer) -> None:
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), MARKS])
    tokenizer.pre_tokenizer = None


def by_replacing(tokenizer: Tokenizer) -> None:
    tokenizer.normalizer = MARKS
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")


KINDS: dict[str, tuple[str, Callable[[Tokenizer], None]]] = {
    "phi-3": ("phi-3-mini", by_metaspace("first")),
    "llama-2": ("phi-3-mini", by_metaspace("always")),
    "no mark": ("phi-3-mini", by_metaspace("never")),
    "mistral": ("phi-3-mini", by_prepending),
    "gemma": ("phi-3-mini", by_replacing),
    "phi-2": ("phi-2", lambda _: None),
    "llama-3": ("phi-2", by_pattern),
}


def texts(number: int) -> Iterator[str]:
    chance = random.Random(0)
    for _ in range(number):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 14)))


@pytest.mark.parametrize(("name", "change"), KINDS.values(), ids=KINDS)
def test_words_have_the_tokens_and_characters_of_the_whole(name: str, change: Callable[[Tokenizer], None]) -> None:
    tokenizer = TextTokenizer(TOKENIZERS / name).tokenizer
    change(tokenizer)
    words = WordEncoder.of(tokenizer)
    assert words is not None
    told = 0
    for text in texts(600):
        if (quick := words.encode(text)) is None:
            continue
        whole = tokenizer.encode(text, add_special_tokens=False)
        assert quick.ids == whole.ids, text
        places, tokens = range(len(text) + 1), range(len(whole.ids) + 1)
        assert [quick.char_to_token(at) for at in places] == [whole.char_to_token(at) for at in places], text
        assert [quick.token_to_chars(at) for at in tokens] == [whole.token_to_chars(at) for at in tokens], text
        told += 1
    assert told > 150


def test_words_that_were_forgotten_have_the_same_tokens_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.data.words._MOST_KEPT", 8)
    tokenizer = TextTokenizer(TOKENIZERS / "phi-3-mini").tokenizer
    words = WordEncoder.of(tokenizer)
    assert words is not None
    for text in texts(200):
        quick = words.encode(text)
        assert quick is not None
        assert quick.ids == tokenizer.encode(text, add_special_tokens=False).ids, text


def test_a_tokenizer_whose_words_cannot_be_told_apart_encodes_texts_whole() -> None:
    assert WordEncoder.of(TextTokenizer(TOKENIZERS / "falcon").tokenizer) is None
    across = TextTokenizer(TOKENIZERS / "phi-3-mini").tokenizer
    across.pre_tokenizer = pre_tokenizers.Metaspace("▁", prepend_scheme="first", split=True)
    assert WordEncoder.of(across) is None
    without_bytes = TextTokenizer(TOKENIZERS / "phi-3-mini").tokenizer
    without_bytes.model.byte_fallback = False
    assert WordEncoder.of(without_bytes) is None
    trimmed = TextTokenizer(TOKENIZERS / "phi-2").tokenizer
    trimmed.post_processor = processors.ByteLevel(trim_offsets=True)
    assert WordEncoder.of(trimmed) is None
