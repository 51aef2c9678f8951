"""Who or what a clause is about, where the clause itself does not say."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.speaker import speaker
from timeline.events.told import Told
from timeline.events.wording import Wording
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.lexicon import MARK, TIMEX, role

LONGEST = 14
_STOPS = MARK | TIMEX | role("coordinators", "infinitive", "complementizers", "relatives")
_PREPOSITIONS, _OF = role("prepositions"), role("attributive")


def wording(told: Told, top: int, text: str, cues: Cues) -> Wording:
    """What stands in for a pronoun, or is put before a clause that leaves its subject out."""
    sentence, clause = told.sentence, told.sentence.clauses[top]
    start = clause.first + clause.opener
    prefix: list[int] = []
    if clause.shares is not None:
        prefix = subject(sentence, sentence.clauses[clause.shares])
    elif clause.kind in {Kind.RELATIVE, Kind.REDUCED}:
        prefix = antecedent(sentence, clause)
    own = next((p for p in range(start, len(sentence.tokens)) if sentence.owner[p] == top), None)
    names: dict[int, str] = {}
    if own is not None and not prefix and sentence.tokens[own].word in cues.third_person:
        token = sentence.tokens[own]
        if name := speaker(text, sentence.tokens[0].start, token.word, cues):
            names[own] = name
    return Wording(sentence.tokens, text, prefix, names)


def subject(sentence: Sentence, clause: Clause) -> list[int]:
    """The subject of a clause, with its auxiliaries unless they are its only verb."""
    group = clause.groups[0]
    owner = sentence.owner[group.first]
    places = range(clause.first + clause.opener, group.first)
    return [place for place in places if sentence.owner[place] == owner and not sentence.tokens[place].timex]


def antecedent(sentence: Sentence, clause: Clause) -> list[int]:
    tokens, end = sentence.tokens, clause.first
    if tokens[clause.first].roles & MARK:
        return []
    while end > 0 and tokens[end - 1].roles & MARK:
        end -= 1
    start = end
    while start > 0 and not _ends_noun(sentence, start - 1):
        start -= 1
    return list(range(start, end))


def _ends_noun(sentence: Sentence, place: int) -> bool:
    roles = sentence.tokens[place].roles
    preposition = roles & _PREPOSITIONS and not roles & _OF
    return bool(roles & _STOPS or preposition) or _in_verb(sentence, place)


def _in_verb(sentence: Sentence, place: int) -> bool:
    groups = sentence.clauses[sentence.owner[place]].groups
    return any(group.first <= place <= group.last for group in groups)
