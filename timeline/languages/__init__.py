"""The languages that Dateline has a grammar for, each loaded when it is first asked for."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from timeline.events.cues import Cues
    from timeline.grammar.rules import Grammar
    from timeline.reading.words import Furniture

MODULES = {"en": "timeline.languages.english", "de": "timeline.languages.german"}
DEFAULT = "en"


def _part(language: str, name: str) -> object:
    """A language's record: of its one module, or of the module of that name in its package; else English's."""
    path = MODULES.get(language, MODULES[DEFAULT])
    module = import_module(path)
    if not hasattr(module, name):
        try:
            module = import_module(f"{path}.{name.lower()}")
        except ModuleNotFoundError:
            return _part(DEFAULT, name)
    return getattr(module, name)


@lru_cache(maxsize=64)
def grammar(language: str) -> Grammar:
    """The grammar of an ISO 639-1 language."""
    return cast("Grammar", _part(language, "GRAMMAR"))


@lru_cache(maxsize=64)
def cues(language: str) -> Cues:
    """The words that tell events and their status apart."""
    return cast("Cues", _part(language, "CUES"))


@lru_cache(maxsize=64)
def furniture(language: str) -> Furniture:
    """The words that stand on a page round a story."""
    return cast("Furniture", _part(language, "FURNITURE"))


@lru_cache(maxsize=64)
def common(language: str) -> frozenset[str]:
    """The words that every text of the language is full of and others are not, in lower case."""
    return cast("frozenset[str]", _part(language, "COMMON"))
