"""A language's words, phrases and rules: registration, and the checks that a language must pass to be loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from timeline.algebra.meaning import Meaning
from timeline.grammar.context import Doubts, Links, Tenses
from timeline.grammar.matching import Matcher
from timeline.grammar.shapes import SHAPES

Examples = Mapping[str, str | None]
Maker = Callable[..., object]
TOP = "timex"
M = TypeVar("M", bound=Maker)


class BadGrammar(ValueError):
    """A rule, phrase or word table that cannot work; says which and why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``make`` is called with the slots' values by parameter and returns a meaning, or ``None`` to decline.

    ``examples``: text with the extent in square brackets, to its EDTF or TIMEX3 value read as of
    Wednesday 18 November 2026; an example without brackets has no such expression (value ``None``).
    """

    name: str
    pattern: str
    examples: Examples
    make: Maker


@dataclass
class Grammar:
    """One language. ``hot`` words mark where an expression can be; the others only take part in it.

    ``ordinal_dots``: a dot makes an ordinal of a number ("3. Mai") and ends no sentence there.
    """

    language: str
    tenses: Tenses
    doubts: Doubts
    links: Links
    ordinal_dots: bool = False
    tables: dict[str, dict[str, object]] = field(default_factory=dict)
    cold: set[str] = field(default_factory=set)
    phrases: dict[str, list[Rule]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    look_alikes: list[Rule] = field(default_factory=list)

    def words(self, name: str, entries: Mapping[str, object], *, hot: bool = True) -> None:
        """A slot's words: ``|`` separates synonyms, a final dot may be missing, a capital must be one in the text."""
        if name in self.tables or name in SHAPES:
            raise BadGrammar(f"{self.language}: there is a slot {name!r} already")
        self.tables[name] = {s: value for surfaces, value in entries.items() for s in surfaces.split("|")}
        if not hot:
            self.cold.add(name)

    def phrase(self, name: str, *patterns: str) -> Callable[[M], M]:
        """Registers a phrase that rules take as the slot ``name``; several functions may add to one name."""

        def register(make: M) -> M:
            rules = self.phrases.setdefault(name, [])
            rules.extend(Rule(f"{self.language}.{_dashed(make)}", p, {}, make) for p in patterns)
            return make

        return register

    def rule(self, patterns: str | tuple[str, ...], examples: Examples) -> Callable[[M], M]:
        """Registers a rule whose match is a time expression. Earlier rules win over later ones of equal length."""

        def register(make: M) -> M:
            for number, pattern in enumerate((patterns,) if isinstance(patterns, str) else patterns):
                shown = {} if number else examples
                self.rules.append(Rule(f"{self.language}.{_dashed(make)}", pattern, shown, make))
            return make

        return register

    def look_alike(self, *patterns: str) -> None:
        """Patterns that look like a time and are none: they win over every rule of the same or shorter length."""
        for pattern in patterns:
            self.look_alikes.append(Rule(f"{self.language}.look-alike", pattern, {}, _nothing))

    @cached_property
    def matcher(self) -> Matcher:
        """The compiled grammar. Raises ``BadGrammar`` for a rule that could not work."""
        from timeline.grammar.compiling import compiled

        return compiled(self)


def _nothing(**slots: object) -> Meaning | None:
    return None


def _dashed(make: Maker) -> str:
    return make.__name__.replace("_", "-")
