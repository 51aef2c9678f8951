"""English words that make ranges and open ends of the times beside them."""

from __future__ import annotations

from timeline.grammar.context import Links

LINKS = Links(
    since=frozenset(["since"]),
    until=frozenset(["until", "till", "through", "thru"]),
    by=frozenset(["by"]),
    to=frozenset(["to"]),
    between=frozenset(["between"]),
    both=frozenset(["and"]),
    ahead=frozenset(["in"]),
    within=frozenset(["within"]),
)
