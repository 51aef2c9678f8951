"""A language that nobody speaks, in one file: what CONTRIBUTING.md asks for and nothing more."""

from __future__ import annotations

from timeline.algebra.operators import Expression, Last
from timeline.algebra.repeating import Unit
from timeline.grammar.context import Doubts, Links, Tenses
from timeline.grammar.rules import Grammar
from timeline.interval import Granularity as G

COMMON = frozenset(["zul", "zom", "zer"])
_NONE: frozenset[str] = frozenset()
GRAMMAR = Grammar(
    "qaa",
    Tenses(_NONE, _NONE, (), _NONE, leads=_NONE, fillers=_NONE, perfect=_NONE, infinitive="", promises=_NONE),
    Doubts({}, _NONE),
    Links(_NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE),
)
GRAMMAR.words("unit", {"zwek": G.WEEK})


@GRAMMAR.rule("zlast {unit}", {"Zul zom [zlast zwek].": "2026-11-09/2026-11-15"})
def last_unit(unit: G) -> Expression:
    return Last(Unit(unit))
