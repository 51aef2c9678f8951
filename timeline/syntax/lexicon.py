"""Word tables turned into one look-up: which roles a word can play, and which words make a phrase."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import lru_cache

from timeline.syntax.cues import Cues, Suffixes

_TABLES = tuple(table.name for table in fields(Cues) if table.type == "Words")
_BITS = {name: 1 << place for place, name in enumerate(_TABLES)}
_EXTRA = 1 << len(_TABLES)


def role(*tables: str) -> int:
    """The roles of all words of these tables, as bits."""
    return sum(_BITS[table] for table in tables)


REGULAR, PROGRESSIVE, TIMEX, NAME, MARK, OPENING, CLOSING, NUMBER, OWNER = (_EXTRA << place for place in range(9))
NEGATED = role("negations")
VERB = (
    REGULAR
    | PROGRESSIVE
    | role("preterites", "participles", "present_verbs", "ambiguous_verbs", "reporting")
    | role("have_present", "have_past", "would")
)
_SHORTEST_STEM = 4

Phrases = dict[str, dict[str, list[tuple[tuple[str, ...], int]]]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """``phrases`` are by first and second word, the longest first, each as the words that follow and the roles.

    ``read`` remembers words as they are written.
    """

    roles: dict[str, int]
    phrases: Phrases
    suffixes: Suffixes
    clitics: dict[str, int]
    read: dict[str, tuple[str, int, bool]] = field(default_factory=dict)

    def role(self, word: str) -> int:
        known = self.roles.get(word)
        if known is not None:
            return known
        return self._clitic(word) if "'" in word else _ending(word, self.suffixes)

    def _clitic(self, word: str) -> int:
        stem, _, ending = word.rpartition("'")
        return self.clitics.get("'" + ending, 0) and self.clitics["'" + ending] | self.roles.get(stem, 0)


def _ending(word: str, endings: Suffixes) -> int:
    if len(word) > _SHORTEST_STEM:
        if endings.past and word.endswith(endings.past):
            return REGULAR
        if endings.progressive and word.endswith(endings.progressive):
            return PROGRESSIVE
        if endings.adverb and word.endswith(endings.adverb):
            return _BITS["adverbs"]
    return 0


@lru_cache(maxsize=16)
def lexicon(cues: Cues) -> Lexicon:
    roles: dict[str, int] = {}
    phrases: Phrases = {}
    for table in _TABLES:
        for entry in getattr(cues, table):
            roles[entry] = roles.get(entry, 0) | _BITS[table]
    for word in cues.owners:
        roles[word] = roles.get(word, 0) | OWNER
    for word in [word for word in roles if " " not in word and word not in cues.plain]:
        roles[word] |= _ending(word, cues.suffixes) & ~_BITS["adverbs"]
    for entry in [entry for entry in roles if " " in entry]:
        first, second, *rest = entry.split(" ")
        own = (roles.get(first, 0) | _ending(first, cues.suffixes)) & (VERB | OWNER)
        phrases.setdefault(first, {}).setdefault(second, []).append((tuple(rest), roles.pop(entry) | own))
    for word, base in cues.negated.items():
        roles[word] = roles[base] | NEGATED
    for found in [found for following in phrases.values() for found in following.values()]:
        found.sort(key=lambda phrase: -len(phrase[0]))
    clitics = {ending: roles[base] for ending, base in cues.clitics.items()}
    return Lexicon(roles, phrases, cues.suffixes, clitics)
