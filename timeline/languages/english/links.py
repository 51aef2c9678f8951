"""English words that make ranges and open ends of the times beside them."""

from __future__ import annotations

from timeline.grammar.context import Links, Occasions

_HAPPENS = """began started happened occurred erupted broke struck hit launched held place ended lasted ran raged opened
took came exploded crashed sank collapsed met fell burned"""
OCCASIONS = Occasions(
    after=frozenset(["after", "following"]),
    before=frozenset(["before"]),
    within=frozenset(["of"]),
    articles=frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that"]),
    inner=frozenset(["of", "in", "at", "to", "for", "with", "against", "from", "between", "by", "into", "on", "over"]),
    dating=frozenset(["on", "of", "in", "from"]),
    happens=frozenset(_HAPPENS.split()),
    begins=frozenset(["began", "started", "broke", "erupted", "launched"]),
    relative=frozenset(["which", "that"]),
    auxiliaries=frozenset(["was", "were", "is", "had", "has", "been", "be", "took", "out", "finally", "officially"]),
    subjects=frozenset(["he", "she", "it", "they", "we", "i", "you"]),
    pronouns=frozenset(["he", "she", "it", "they", "we", "i", "you", "who", "when", "and", "but"]),
)
LINKS = Links(
    since=frozenset(["since"]),
    until=frozenset(["until", "till"]),
    by=frozenset(["by"]),
    to=frozenset(["to"]),
    between=frozenset(["between"]),
    both=frozenset(["and"]),
    ahead=frozenset(["in"]),
    within=frozenset(["within"]),
    through=frozenset(["through", "thru"]),
    occasions=OCCASIONS,
)
