"""The languages that Dateline has a grammar for, each loaded when it is first asked for."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from timeline.grammar.rules import Grammar
    from timeline.reading.words import Furniture
    from timeline.syntax.cues import Cues

MODULES = {"en": "timeline.languages.english", "de": "timeline.languages.german"}
DEFAULT = "en"


def _record(language: str, name: str) -> object | None:
    """A language's record of that name: from its module, else from ``name`` inside it or ``module_name`` beside it."""
    path = MODULES[language]
    module = import_module(path)
    if hasattr(module, name):
        return cast("object", getattr(module, name))
    other = f"{path}.{name.lower()}" if hasattr(module, "__path__") else f"{path}_{name.lower()}"
    return cast("object", getattr(import_module(other), name)) if find_spec(other) is not None else None


def _known(language: str) -> str:
    return language if language in MODULES else DEFAULT


@lru_cache(maxsize=64)
def grammar(language: str) -> Grammar:
    """The grammar of an ISO 639-1 language of ``MODULES``; of any other, English's."""
    return cast("Grammar", _record(_known(language), "GRAMMAR"))


@lru_cache(maxsize=64)
def cues(language: str) -> Cues:
    """The words that tell events and their status apart: none for a language that has not said them."""
    from timeline.syntax.cues import no_cues

    found = _record(language, "CUES") if language in MODULES else None
    return cast("Cues", found or no_cues())


@lru_cache(maxsize=64)
def furniture(language: str) -> Furniture:
    """The words that stand on a page round a story: English ones for a language that has not said its own."""
    return cast("Furniture", _record(_known(language), "FURNITURE") or _record(DEFAULT, "FURNITURE"))


@lru_cache(maxsize=64)
def common(language: str) -> frozenset[str]:
    """The words that every text of the language is full of and others are not, in lower case."""
    return cast("frozenset[str]", _record(language, "COMMON"))


@lru_cache(maxsize=64)
def milestones(language: str) -> frozenset[str]:
    """The words of events that turn a story, in lower case: none for a language that has not said them."""
    return cast("frozenset[str]", (_record(language, "MILESTONES") if language in MODULES else None) or frozenset())
