"""The tree of word sequences that a compiled grammar is, one root a phrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Classes(NamedTuple):
    """What one word can be: the keys it matches, the value that each has there, and a number that the keys share."""

    keys: tuple[str, ...]
    values: dict[str, object]
    kind: int


_kinds: dict[tuple[str, ...], int] = {(): 0}


def classes(found: list[tuple[str, object]]) -> Classes:
    """Words that match the same keys are of one kind; those that match nothing are of kind 0."""
    values = dict(reversed(found))
    keys = tuple(dict.fromkeys(key for key, _ in found))
    return Classes(keys, values, kind(keys))


def kind(keys: tuple[str, ...]) -> int:
    return _kinds.setdefault(keys, len(_kinds))


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """What a completed sequence makes: the rule's name and maker, and the parameters of its slots in order.

    ``rank`` decides between rules for the same words, the lower first; ``keep`` is false for a look-alike;
    ``leads`` and ``trails`` are the words at its beginning and end that are not part of the expression. ``order`` says
    in which order the slots' values are the maker's positional arguments, ``None`` where they must be named.
    """

    rank: int
    rule: str
    make: Callable[..., object]
    parameters: tuple[str, ...]
    keep: bool = True
    leads: int = 0
    trails: int = 0
    order: tuple[int, ...] | None = None


class Moves(NamedTuple):
    """The ways on from a node at a word: over the word (with its value's key, if it is kept), or into a phrase."""

    words: tuple[tuple[frozenset[str], Node, str | None], ...]
    phrases: tuple[tuple[str, frozenset[str], Node], ...]


@dataclass(slots=True)
class Node:
    """A place in the tree. An edge's last part says whether the step's value is kept."""

    edges: dict[str, list[tuple[frozenset[str], Node, bool]]] = field(default_factory=dict)
    phrases: list[tuple[str, frozenset[str], Node]] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    known: dict[int, Moves] = field(default_factory=dict)

    def moves(self, here: Classes, firsts: dict[str, frozenset[str]]) -> Moves:
        """Worked out once for each kind of word, of which a grammar has few; ``firsts`` are what phrases begin with."""
        found = self.known.get(here.kind)
        if found is None:
            words = [
                (joins, then, key if kept else None)
                for key in here.keys
                if key in self.edges
                for joins, then, kept in self.edges[key]
            ]
            phrases = [phrase for phrase in self.phrases if not firsts[phrase[0]].isdisjoint(here.keys)]
            found = self.known[here.kind] = Moves(tuple(words), tuple(phrases))
        return found
