"""What is searched for, as a tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """These folded words, one right after the other; ``begins``: of the last one, its beginning is enough."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    part: Query


@dataclass(frozen=True, slots=True)
class Every:
    """All of at least two parts."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of at least two parts, or more."""

    parts: tuple[Query, ...]


Query = Words | Not | Every | Either


def excluding(query: Query) -> bool:
    """Whether a text without any words would be found: the query says only what must not be there."""
    match query:
        case Words():
            return False
        case Not(part):
            return not excluding(part)
        case Every(parts):
            return all(map(excluding, parts))
        case Either(parts):
            return any(map(excluding, parts))


def plain(query: Query) -> Query:
    """The same query with every `Not` right before `Words`."""
    match query:
        case Every(parts) | Either(parts):
            return type(query)(tuple(map(plain, parts)))
        case Not(Not(part)):
            return plain(part)
        case Not(Every(parts)):
            return Either(tuple(plain(Not(part)) for part in parts))
        case Not(Either(parts)):
            return Every(tuple(plain(Not(part)) for part in parts))
    return query
