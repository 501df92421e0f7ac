"""A model's tokenizer: text to tokens and back to characters, with control tokens typed by people kept as text."""

from __future__ import annotations

import functools
import json
import re
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import tokenizers
from tokenizers import Tokenizer, pre_tokenizers

from studio.data.readers.row import as_list
from studio.data.words import Encoding, WordEncoder
from studio.errors import ModelProblem
from studio.models.local import read_json_object, tokenizer_files

_NAMED = ("bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token")
_ALWAYS_CONTROL = frozenset({"<s>", "</s>", "<unk>", "<pad>", "<bos>", "<eos>"})
_END_NAMES = ("<|endoftext|>", "</s>", "<eos>", "<|end_of_text|>", "<|im_end|>")
_REBUILT_FOR = "LlamaTokenizer"
_AS_STORED = frozenset({"phi3", "mistral", "mistral3", "mixtral", "ministral", "ministral3", "qwen2", "deepseek_v2"})
"""Model types for which transformers takes tokenizer.json as it is, whatever class tokenizer_config.json names."""


class TextTokenizer:
    """Reads tokenizer.json as transformers does.

    Control tokens (`<|im_end|>`, `</s>`) mean something only where the chat template writes them. Text in which a
    person typed one goes through `literal`, a twin of the tokenizer that knows them by private names alone.
    """

    def __init__(self, folder: Path) -> None:
        files = tokenizer_files(folder)
        self._config = read_json_object(files.config) if files.config else {}
        if files.special_tokens:
            self._config = {**read_json_object(files.special_tokens), **self._config}
        self._model_config = read_json_object(folder / "config.json") if (folder / "config.json").is_file() else {}
        try:
            self._text = files.tokenizer.read_text(encoding="utf-8")
            self.tokenizer = Tokenizer.from_str(self._text)
        except Exception as problem:
            raise ModelProblem(
                f"tokenizer.json of {folder.name} cannot be read.", "Download tokenizer.json again."
            ) from problem
        secret = secrets.token_hex(4)  # so that no text can hold these by chance or by intent
        self._mark = f"\ue0f0{secret}-{{}}\ue0f1"
        """Stands for a control token that a person typed while a template is rendered."""
        self._marked = re.compile(self._mark.format("([0-9]+)"))
        self._private = f"\ue0f2{secret}-{{}}\ue0f3"
        """The name of a control token in the twin that knows no other name for it."""
        self._privately = re.compile(self._private.format("([0-9]+)"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._rebuild(self.tokenizer)
        self.named = {name: text for name in _NAMED if (text := _content(self._config.get(name)))}
        """What a chat template may refer to, such as `bos_token`."""
        self._complete_end_token()
        self._control_ids = self._find_control()
        self.control = _any_of(self._control_ids)

    @property
    def eos_id(self) -> int:
        """The token that ends a text."""
        return cast("int", self.tokenizer.token_to_id(self.named["eos_token"]))

    @functools.cached_property
    def bos_ids(self) -> tuple[int, ...]:
        """What the model expects before a text that no template wrote."""
        wanted = self._config.get("add_bos_token")
        bos = self.named.get("bos_token")
        if isinstance(wanted, bool):
            number = self.tokenizer.token_to_id(bos) if wanted and bos else None
            return () if number is None else (number,)
        found = self.tokenizer.encode("", add_special_tokens=True).ids
        return tuple(found[:1]) if bos and found[:1] == [self.tokenizer.token_to_id(bos)] else ()

    @property
    def pad_id(self) -> int | None:
        """The token that the model's own settings fill rows up with."""
        number = self._model_config.get("pad_token_id")
        return number if isinstance(number, int) else None

    @functools.cached_property
    def closing_ids(self) -> tuple[int, ...]:
        """What the tokenizer writes after a text by itself: for most models nothing."""
        plain = self.tokenizer.encode("a", add_special_tokens=False).ids
        whole = self.tokenizer.encode("a", add_special_tokens=True).ids
        places = [at for at in range(len(whole)) if whole[at : at + len(plain)] == plain]
        return tuple(whole[places[0] + len(plain) :]) if places and plain else ()

    @functools.cached_property
    def end_ids(self) -> frozenset[int]:
        """Tokens at which the model's own settings say a text ends."""
        value = self._model_config.get("eos_token_id")
        listed = as_list(value) or [value]
        size = self.tokenizer.get_vocab_size()
        return frozenset({self.eos_id, *(number for number in listed if isinstance(number, int) and number < size)})

    @property
    def control_numbers(self) -> frozenset[int]:
        """All control tokens."""
        return frozenset(self._control_ids.values())

    def typed_control(self, text: str) -> bool:
        """Whether a person's text holds the name of a control token."""
        return self.control.search(text) is not None

    def mark(self, text: str) -> str:
        """A person's text with the control tokens typed in it marked, to be told from those of the template."""
        return self.control.sub(lambda found: self._mark.format(self._control_ids[found.group()]), text)

    def unmark(self, text: str) -> str:
        """Marked text as the person typed it."""
        return self._marked.sub(lambda found: self._control_texts[int(found.group(1))], text)

    def to_literal(self, rendered: str) -> str:
        """Rendered text for `literal`: the template's control tokens under their private names, typed ones as text."""
        private = self.control.sub(lambda found: self._private.format(self._control_ids[found.group()]), rendered)
        return self.unmark(private)

    def readable(self, text: str) -> str:
        """Text made by `to_literal` with the usual names of control tokens."""
        return self._privately.sub(lambda found: self._control_texts[int(found.group(1))], text)

    @functools.cached_property
    def literal(self) -> Tokenizer:
        """The twin in which a control token's name is ordinary text."""
        data = cast("dict[str, Any]", json.loads(self._text))
        renamed = {text: self._private.format(number) for text, number in self._control_ids.items()}
        data["post_processor"] = None
        for token in data["added_tokens"]:
            token["content"] = renamed.get(token["content"], token["content"])
        model = data["model"]
        vocab = model.get("vocab")
        if isinstance(vocab, dict):
            model["vocab"] = {renamed.get(text, text): number for text, number in cast("dict[str, int]", vocab).items()}
        elif isinstance(vocab, list):
            model["vocab"] = [[renamed.get(text, text), score] for text, score in cast("list[Any]", vocab)]
        if isinstance(model.get("unk_token"), str):
            model["unk_token"] = renamed.get(model["unk_token"], model["unk_token"])
        twin = Tokenizer.from_str(json.dumps(data))
        self._rebuild(twin)
        return twin

    @functools.cached_property
    def literal_control(self) -> re.Pattern[str]:
        """Control tokens in text made by `to_literal`."""
        return self._privately

    def encode(self, texts: Sequence[str], *, literal: bool = False) -> list[Encoding]:
        """Tokens with the characters they came from; nothing is added."""
        tokenizer, words = (self.literal, None) if literal else (self.tokenizer, self._words)
        quick = [words and words.encode(text) for text in texts]
        others = [text for text, made in zip(texts, quick, strict=True) if made is None]
        slow = iter(tokenizer.encode_batch(others, add_special_tokens=False) if others else ())
        return cast("list[Encoding]", [each or next(slow) for each in quick])

    @functools.cached_property
    def _words(self) -> WordEncoder | None:
        return WordEncoder.of(self.tokenizer)

    def decode(self, tokens: Sequence[int]) -> str:
        """The text of tokens, control tokens included."""
        return self.tokenizer.decode(list(tokens), skip_special_tokens=False)

    @functools.cached_property
    def _control_texts(self) -> dict[int, str]:
        return {number: text for text, number in self._control_ids.items()}

    def _find_control(self) -> dict[str, int]:
        named = set(self.named.values()) | _ALWAYS_CONTROL
        added = self.tokenizer.get_added_tokens_decoder()
        return {
            token.content: number
            for number, token in added.items()
            if (token.special or token.content in named) and token.content.strip()
        }

    def _complete_end_token(self) -> None:
        """Where no file names the end token, it is the one of config.json, else the first with a usual name."""
        if self.tokenizer.token_to_id(self.named.get("eos_token", "")) is not None:
            return
        number = self._model_config.get("eos_token_id")
        for each in (*(as_list(number) or [number]), *(self.tokenizer.token_to_id(name) for name in _END_NAMES)):
            if isinstance(each, int) and (text := self.tokenizer.id_to_token(each)) is not None:
                self.named["eos_token"] = text
                return
        raise ModelProblem(
            "The tokenizer does not say how a text ends.", "Download tokenizer_config.json of this model too."
        )

    def _rebuild(self, tokenizer: Tokenizer) -> None:
        """Do as transformers 5 does for this class: a word mark only at the start of the text, not after each token.

        See LlamaTokenizer in transformers/models/llama/tokenization_llama.py.
        """
        named = str(self._config.get("tokenizer_class") or self._model_config.get("tokenizer_class") or "")
        if named.removesuffix("Fast") != _REBUILT_FOR or self._model_config.get("model_type") in _AS_STORED:
            return
        before = tokenizer.pre_tokenizer
        if before is not None and b"ByteLevel" in before.__getstate__():
            return
        if not isinstance(tokenizer.model, tokenizers.models.BPE):
            return
        scheme = "first"
        if self._config.get("add_prefix_space") is False:
            scheme = "never"
        elif self._config.get("legacy") is True:
            scheme = "always"
        tokenizer.normalizer = cast("Any", None)
        tokenizer.pre_tokenizer = cast("Any", pre_tokenizers.Metaspace("▁", prepend_scheme=scheme, split=False))


def _content(value: object) -> str:
    """A special token as tokenizer_config.json writes it: a text, or an object with a text."""
    if isinstance(value, dict):
        value = cast("dict[str, object]", value).get("content")
    return value if isinstance(value, str) else ""


def _any_of(texts: dict[str, int]) -> re.Pattern[str]:
    longest_first = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
