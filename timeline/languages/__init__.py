"""The languages that Dateline has a grammar for, each loaded when it is first asked for."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.cues import Cues
    from timeline.grammar import Grammar

MODULES = {"en": "timeline.languages.english"}
DEFAULT = "en"


@lru_cache(maxsize=len(MODULES))
def grammar(language: str) -> Grammar:
    """The grammar of an ISO 639-1 language; English's where the language has none of its own."""
    module = import_module(MODULES.get(language, MODULES[DEFAULT]))
    found: Grammar = module.grammar
    return found


@lru_cache(maxsize=len(MODULES))
def cues(language: str) -> Cues:
    """The words that tell events and their status apart, in the same way."""
    module = import_module(MODULES.get(language, MODULES[DEFAULT]) + ".cues")
    found: Cues = module.CUES
    return found
