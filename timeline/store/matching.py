"""Words and queries as each database's full text has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.search.tree import Either, Every, Not, Query, Words, excluding


def to_tsquery(query: Query) -> str:
    """For a cast to tsquery. A folded word has no character that its quotes would have to keep."""
    match query:
        case Words(words, begins):
            return "(" + " <-> ".join(f"'{word}'" for word in words) + (":*)" if begins else ")")
        case Not(part):
            return f"!{to_tsquery(part)}"
        case Every(parts):
            return f"({' & '.join(map(to_tsquery, parts))})"
        case Either(parts):
            return f"({' | '.join(map(to_tsquery, parts))})"


def to_match(query: Query, among: str = "") -> str:
    """For FTS5's MATCH, of a `plain` query. FTS5 knows ``one NOT other`` alone: ``among`` is what a part that only
    excludes excludes from, needed where the whole query does.
    """
    match query:
        case Words(words, begins):
            return f'"{" ".join(words)}"' + (" *" if begins else "")
        case Not(part):
            return f"({among} NOT {to_match(part)})"
        case Either(parts):
            return f"({' OR '.join(to_match(part, among) for part in parts)})"
        case Every(parts):
            return _every(parts, among)


def _every(parts: Iterable[Query], among: str) -> str:
    given = list(parts)
    found = [to_match(part) for part in given if not excluding(part)]
    whole = f"({' AND '.join(found)})" if found else among
    return f"({' AND '.join([*found, *(to_match(part, whole) for part in given if excluding(part))])})"


def vector(words: Sequence[str]) -> str:
    """The words with their places, counted from 1, as PostgreSQL writes a tsvector."""
    found: dict[str, str] = {}
    for place, word in enumerate(words, 1):
        found[word] = f"{found[word]},{place}" if word in found else f"'{word}':{place}"
    return " ".join(found.values())
