"""The tree of word sequences that a compiled grammar is, one root a phrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Classes(NamedTuple):
    """What one word can be: the keys it matches, and the value that each has there."""

    keys: tuple[str, ...]
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class End:
    """What a completed sequence makes: the rule's name and maker, and the parameters of its slots in order.

    ``rank`` decides between rules for the same words, the lower first; ``keep`` is false for a look-alike;
    ``leads`` are the words at its beginning that are not part of the expression.
    """

    rank: int
    rule: str
    make: Callable[..., object]
    parameters: tuple[str, ...]
    keep: bool = True
    leads: int = 0


class Moves(NamedTuple):
    """The ways on from a node at a word: over the word (with its value's index, or -1), or into a phrase."""

    words: tuple[tuple[frozenset[str], Node, int], ...]
    phrases: tuple[tuple[str, frozenset[str], Node], ...]


@dataclass(slots=True)
class Node:
    """A place in the tree. An edge's last part says whether the step's value is kept."""

    edges: dict[str, list[tuple[frozenset[str], Node, bool]]] = field(default_factory=dict)
    phrases: list[tuple[str, frozenset[str], Node]] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    known: dict[tuple[str, ...], Moves] = field(default_factory=dict)

    def moves(self, keys: tuple[str, ...], firsts: dict[str, frozenset[str]]) -> Moves:
        """Worked out once for each kind of word, of which a grammar has few; ``firsts`` are what phrases begin with."""
        found = self.known.get(keys)
        if found is None:
            words = tuple(
                (joins, then, index if kept else -1)
                for index, key in enumerate(keys)
                for joins, then, kept in self.edges.get(key, ())
            )
            here = set(keys)
            phrases = tuple(phrase for phrase in self.phrases if not here.isdisjoint(firsts[phrase[0]]))
            found = self.known[keys] = Moves(words, phrases)
        return found
