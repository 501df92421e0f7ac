"""Encodes a text word by word, each word once: the tokens of the tokenizer itself, several times as fast."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeVar

import msgspec
import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer, models, pre_tokenizers

Span = tuple[int, int]
Tokens = npt.NDArray[np.uint32]
_Made = TypeVar("_Made")

_SPACES = "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
"""White space as tokenizers count it."""
_LETTERS = "A-Za-zÀ-ÖØ-öø-žА-яЁёぁ-ゖァ-ヺ一-鿿"
_FAMILIAR = re.compile(f"[\\x00-\\x7f{_LETTERS}„“”‘’«»‹›–—…·•°€£§¿¡×÷、。，！？：；（）「」]*")
"""Texts of these signs alone are cut alike by every release of Unicode and every engine of regular expressions."""
_CLASSES = {r"\p{L}": _LETTERS, r"\p{N}": "0-9"}
_SPACED = re.compile("▁*[^▁]+|▁+")
_KNOWN_ESCAPES = (r"\s", r"\S", r"\r", r"\n", r"\t")
_BYTE_LEVEL = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
"""GPT-2's pattern, which tokenizers has built in."""
_MARK = "▁"
"""Stands for a space in tokenizers of SentencePiece."""
_BYTES = frozenset(f"<0x{byte:02X}>" for byte in range(256))
"""The tokens of single bytes there."""
_LONGEST_KEPT = 64
_MOST_KEPT = 50_000


class Encoding(Protocol):
    """The tokens of a text and the characters they came from."""

    @property
    def ids(self) -> list[int]:
        """All tokens."""
        ...

    def char_to_token(self, char_pos: int, /) -> int | None:
        """The token that a character went into; None where it went into none."""
        ...

    def token_to_chars(self, token_index: int, /) -> Span | None:
        """The characters [start, end) of a token."""
        ...


class _Piece(NamedTuple):
    """A text between added tokens, or one of these."""

    at: int
    """Its first character."""
    first: int
    """Its first token."""
    text: str
    """As it is cut into words; empty for an added token, which takes the white space at its side along."""
    lead: int
    """1 where a mark stands before the first word that is not in the text."""


class WordEncoding:
    """An `Encoding` put together from words."""

    def __init__(self, encoder: WordEncoder) -> None:
        self._encoder = encoder
        self._pieces: list[_Piece] = []
        self._tokens: list[bytes] = []
        """Of each piece."""
        self._size = 0
        """Characters so far."""
        self._num_tokens = 0

    def add(self, text: str, lead: int, size: int, tokens: bytes) -> None:
        """A piece that takes `size` characters comes next."""
        self._pieces.append(_Piece(self._size, self._num_tokens, text, lead))
        self._tokens.append(tokens)
        self._size += size
        self._num_tokens += len(tokens) // 4

    @property
    def tokens(self) -> Tokens:
        """(tokens,) all of them."""
        return np.frombuffer(b"".join(self._tokens), np.uint32)

    @property
    def ids(self) -> list[int]:
        """See `Encoding`."""
        return self.tokens.tolist()

    @property
    def is_empty(self) -> bool:
        """Whether nothing came yet."""
        return not self._pieces

    def char_to_token(self, char_pos: int, /) -> int | None:
        """See `Encoding`."""
        if char_pos >= self._size:
            return None
        piece = self._pieces[bisect_right(self._pieces, char_pos, key=_character) - 1]
        if not piece.text:
            return piece.first
        for token, spans in self._spans(piece):
            if spans and spans[-1][1] > char_pos:
                return next((token + at for at, (start, end) in enumerate(spans) if start <= char_pos < end), None)
        return None

    def token_to_chars(self, token_index: int, /) -> Span | None:
        """See `Encoding`."""
        if token_index >= self._num_tokens:
            return None
        place = bisect_right(self._pieces, token_index, key=_token)
        piece = self._pieces[place - 1]
        if not piece.text:
            return piece.at, self._pieces[place].at if place < len(self._pieces) else self._size
        return next(
            spans[token_index - token] for token, spans in self._spans(piece) if token + len(spans) > token_index
        )

    def _spans(self, piece: _Piece) -> Iterator[tuple[int, list[Span]]]:
        """Of each word its first token and the characters of each; a mark put before it shares the first one."""
        at, token, lead = piece.at, piece.first, piece.lead
        for size, found in self._encoder.spans(piece.text):
            yield token, [(at + max(0, start - lead), at + max(lead, end - lead)) for start, end in found]
            at, token, lead = at + size - lead, token + len(found), 0


_character, _token = itemgetter(0), itemgetter(1)


def tokens_of(encoding: Encoding) -> Tokens:
    """(tokens,) of any encoding."""
    return encoding.tokens if isinstance(encoding, WordEncoding) else np.array(encoding.ids, np.uint32)


class WordEncoder:
    """For tokenizers of byte pairs, where it follows from their settings that no token reaches over a word's end."""

    def __init__(self, bare: Tokenizer, cut: re.Pattern[str], added: list[_Added], opening: _Opening | None) -> None:
        def encode(word: str) -> bytes:
            return _packed(bare.encode(word, add_special_tokens=False).ids)

        def join(word: str) -> bytes:
            return b"".join(map(smallest.__getitem__, cut.findall(word)))

        smallest = _Remembered(encode)
        self._words = smallest if opening is None else _Remembered(join)
        self._marked = _Remembered(lambda word: join(_MARK + word))
        """By what stands behind the mark."""
        self._offsets = _Remembered(lambda word: bare.encode(word, add_special_tokens=False).offsets)
        self._cut = cut if opening is None else _SPACED
        self._added = added
        self._opening = opening

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> WordEncoder | None:
        """None for other tokenizers."""
        added = _added(tokenizer)
        if added is None or not isinstance(tokenizer.model, models.BPE) or tokenizer.model.dropout:
            return None
        if '"trim_offsets":true' in json.dumps(_settings(tokenizer.post_processor), separators=(",", ":")):
            return None  # what a token's characters are then depends on its place in the text
        bare = Tokenizer(tokenizer.model)
        normal, before = _settings(tokenizer.normalizer), _settings(tokenizer.pre_tokenizer)
        if (opening := _opening(normal, before)) is not None:
            is_apart = normal is None or not any(each.is_normalized for each in added)
            is_plain = tokenizer.model.byte_fallback and not tokenizer.model.ignore_merges
            cut = _runs(tokenizer) if is_apart and is_plain else None
        elif (cut := _pattern(normal, before)) is not None:
            bare.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
        return cut and cls(bare, cut, added, opening)

    def encode(self, text: str) -> WordEncoding | None:
        """The tokens, nothing added; None where only the tokenizer itself can tell."""
        if self._opening is None and not text.isascii() and not _FAMILIAR.fullmatch(text):
            return None
        made = WordEncoding(self)
        for piece, control in _pieces(text, self._added):
            if control is not None:
                made.add("", 0, len(piece), control)
                continue
            given, lead = piece, 0
            if self._opening is not None:
                given = piece.replace(" ", _MARK)
                lead = int(self._opening.precedes(given, is_first=made.is_empty))
                given = _MARK + given if lead else given
            tokens = self._join(given)
            if tokens is None:
                return None
            made.add(given, lead, len(piece), tokens)
        return made

    def _join(self, text: str) -> bytes | None:
        """The tokens of all words; None where something stands between them."""
        if self._opening is not None and _MARK * 2 not in text:  # each mark begins a word: no pattern is needed
            first, *others = text.split(_MARK)
            return self._words[first] + b"".join(map(self._marked.__getitem__, others))
        words = self._cut.findall(text)
        if sum(map(len, words)) != len(text):
            return None
        return b"".join(map(self._words.__getitem__, words))

    def spans(self, text: str) -> Iterator[tuple[int, list[Span]]]:
        """Of each word its length and, in it, the characters of its tokens."""
        for found in self._cut.finditer(text):
            yield len(found.group()), self._offsets[found.group()]


class _Remembered(dict[str, _Made]):
    """What is made of words, for those that occurred lately: data may hold ever new ones, such as numbers."""

    def __init__(self, make: Callable[[str], _Made]) -> None:
        super().__init__()
        self._make = make
        self._before: dict[str, _Made] = {}
        """What was here until there were too many; those that occur again come back."""

    def __missing__(self, word: str) -> _Made:
        known = self._before.pop(word, None)
        made = self._make(word) if known is None else known
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self._before = dict(self)
                self.clear()
            self[word] = made
        return made


def _packed(ids: list[int]) -> bytes:
    """Tokens as an array holds them: a few bytes for each word instead of an object for each token."""
    return np.array(ids, np.uint32).tobytes()


class _Added(msgspec.Struct, frozen=True):
    """Tokens that are looked for in a text before it is cut into words; those told to wait come in a second search."""

    pattern: re.Pattern[str]
    tokens: dict[str, bytes]
    is_normalized: bool


def _added(tokenizer: Tokenizer) -> list[_Added] | None:
    """In the order in which they are looked for; None where they are found in a way that is not ours."""
    tokens = tokenizer.get_added_tokens_decoder()
    if any(each.lstrip or each.single_word for each in tokens.values()):
        return None
    takes_space = any(each.rstrip for each in tokens.values())
    if takes_space and any(each.content[:1].isspace() for each in tokens.values()):
        return None
    found: list[_Added] = []
    for is_normalized in (False, True):
        some = {number: each for number, each in tokens.items() if each.normalized is is_normalized and each.content}
        longest_first = sorted(some.values(), key=lambda each: -len(each.content))
        texts = [re.escape(each.content) + (f"[{_SPACES}]*" if each.rstrip else "") for each in longest_first]
        if texts:
            packed = {each.content: _packed([number]) for number, each in some.items()}
            found.append(_Added(re.compile(f"({'|'.join(texts)})"), packed, is_normalized))
    return found


def _pieces(text: str, added: list[_Added]) -> Iterator[tuple[str, bytes | None]]:
    """The text in order: added tokens as they are written and packed, and what stands between them."""
    if not added:
        yield text, None
        return
    tokens, later = added[0].tokens, added[1:]
    for place, part in enumerate(added[0].pattern.split(text)):
        if place % 2:
            yield part, tokens[part if part in tokens else part.rstrip(_SPACES)]
        elif part and later:
            yield from _pieces(part, later)
        elif part:
            yield part, None


class _Opening(msgspec.Struct, frozen=True):
    """Where a mark is put before a text that does not begin with one."""

    everywhere: bool = False
    """Before each text between added tokens; else before the first, where nothing stands before it."""
    first: bool = False
    doubled: bool = False
    """Also where it begins with a mark."""

    def precedes(self, text: str, *, is_first: bool) -> bool:
        """Whether one is put before this text."""
        return (self.everywhere or (self.first and is_first)) and (self.doubled or not text.startswith(_MARK))


def _opening(normal: Any, before: Any) -> _Opening | None:
    """Of tokenizers that know spaces as marks; None for others."""
    spaces = {"type": "Replace", "pattern": {"String": " "}, "content": _MARK}
    prepended = {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": _MARK}, spaces]}
    cuts_nothing = before is None or (before["type"] == "Split" and before["pattern"] == {"String": " "})
    if normal is None and before is not None and before["type"] == "Metaspace" and before.get("split") is False:
        scheme = before["prepend_scheme"] if before["replacement"] == _MARK else ""
        return {
            "first": _Opening(first=True), "always": _Opening(everywhere=True), "never": _Opening(),
        }.get(scheme)  # fmt: skip
    if cuts_nothing and normal == prepended:
        return _Opening(everywhere=True, doubled=True)
    return _Opening() if cuts_nothing and normal == spaces else None


def _runs(tokenizer: Tokenizer) -> re.Pattern[str] | None:
    """Cuts where no token of the vocabulary has the two signs beside each other, so that no merge reaches across.

    None where a token holds a mark behind other signs, or where a sign may become an unknown token.
    """
    added = {each.content for each in tokenizer.get_added_tokens_decoder().values()}
    vocabulary = tokenizer.get_vocab().keys() - added
    if not vocabulary.issuperset({_MARK, *_BYTES}):
        return None
    pairs = set(chain.from_iterable(pairwise(text) for text in vocabulary - _BYTES))
    if any(pair[1] == _MARK != pair[0] for pair in pairs):
        return None
    groups = ("".join(map(re.escape, group)) for group in _joined(pair for pair in pairs if pair[0] != _MARK))
    return re.compile(f"{_MARK}*(?:{'|'.join(f'[{group}]+' for group in groups)}|[^{_MARK}])|{_MARK}+")


def _joined(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Groups of signs, so that the two of a pair are in the same."""
    group_of: dict[str, set[str]] = {}
    for one, other in pairs:
        smaller, larger = sorted((group_of.setdefault(each, {each}) for each in (one, other)), key=len)
        if smaller is not larger:
            larger |= smaller
            group_of.update(dict.fromkeys(smaller, larger))
    groups = {id(group): group for group in group_of.values()}
    return sorted(groups.values(), key=len, reverse=True)


def _pattern(normal: Any, before: Any) -> re.Pattern[str] | None:
    """How tokenizers of bytes cut a text into words, where that is one pattern; NFC changes no familiar sign."""
    if normal not in (None, {"type": "NFC"}) or before is None:
        return None
    steps = before["pretokenizers"] if before["type"] == "Sequence" else [before]
    *cuts, last = steps
    if last["type"] != "ByteLevel" or last["add_prefix_space"]:
        return None
    if not cuts:
        return _compiled(_BYTE_LEVEL) if last["use_regex"] else None
    cut = cuts[0]
    is_one = len(cuts) == 1 and cut["type"] == "Split" and not last["use_regex"]
    is_plain = is_one and cut["behavior"] == "Isolated" and not cut["invert"]
    return _compiled(str(cut["pattern"].get("Regex", ""))) if is_plain else None


def _compiled(source: str) -> re.Pattern[str] | None:
    """The pattern for familiar signs; None where it tells more kinds of signs apart."""
    made, is_class = "", False
    for part in re.findall(r"\\p\{\w+\}|\\.|.", source, re.DOTALL):
        if part in _CLASSES:
            made += _CLASSES[part] if is_class else f"[{_CLASSES[part]}]"
        elif (part[1:].isalpha() and part not in _KNOWN_ESCAPES) or part.startswith("\\p"):
            return None
        else:
            is_class = part == "[" or (is_class and part != "]")
            made += part
    try:
        return re.compile(made, re.ASCII) if made else None
    except re.error:
        return None


def _settings(part: Any) -> Any:
    """A part of a tokenizer as tokenizer.json writes it."""
    return None if part is None else json.loads(part.__getstate__())
