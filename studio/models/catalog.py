"""Well-known open models with the facts that plans need, so that none has to be downloaded to see whether it fits."""

from __future__ import annotations

import difflib
from functools import cache

import msgspec

from studio.errors import ModelProblem
from studio.models.local import ModelFacts, facts_of
from studio.models.shape import Config, read_shape
from studio.paths import ASSETS


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A model of the catalog, as its makers describe it on the hub."""

    id: str
    """Owner and name on the hub: "Qwen/Qwen3-8B"."""
    parameters: int
    """As published; a table of words that is shared counts once."""
    licence: str
    gated: bool
    """Whether its licence has to be agreed to on the hub first."""
    chat: bool
    """Whether it comes with a way to write conversations."""
    languages: tuple[str, ...]
    """Codes of ISO 639-1, those its makers name first; "code" for programs."""
    config: Config
    """What its config.json says about its shape."""

    @property
    def name(self) -> str:
        """Without the owner."""
        return self.id.split("/")[-1]

    @property
    def context(self) -> int:
        """Tokens the model can read at once."""
        return self.facts.max_positions

    @property
    def facts(self) -> ModelFacts:
        """What planning needs; `has_weights` is False."""
        return facts_of(read_shape({**self.config, "dtype": "bfloat16"}), self.name, self.id, chat_template=self.chat)


class Catalog(msgspec.Struct, frozen=True, kw_only=True):
    """All listed models, the smallest first."""

    date: str
    """The day on which they were looked up."""
    models: tuple[Listed, ...]


@cache
def read_catalog() -> Catalog:
    """The catalog that comes with the program."""
    return msgspec.json.decode((ASSETS / "models" / "catalog.json").read_bytes(), type=Catalog)


def search_catalog(words: str) -> tuple[Listed, ...]:
    """The models whose owner, name, licence or languages hold every one of the words; all for none."""
    wanted = words.lower().split()
    return tuple(each for each in read_catalog().models if all(word in _searched(each) for word in wanted))


def find_listed(name: str) -> Listed:
    """The model of this name, with or without its owner. Raises ModelProblem, whose hint names the nearest."""
    models = read_catalog().models
    for each in models:
        if name.lower() in (each.id.lower(), each.name.lower()):
            return each
    near = difflib.get_close_matches(name.lower(), [each.name.lower() for each in models], n=3, cutoff=0.3)
    named = [each.id for each in models if each.name.lower() in near] or [models[0].id]
    raise ModelProblem(
        f"There is no model “{name}” in the catalog.",
        f"Did you mean {' or '.join(named)}? Any other model of the hub is named with its owner, like Qwen/Qwen3-8B.",
    )


def _searched(model: Listed) -> str:
    return " ".join((model.id, model.licence, *model.languages)).lower()
