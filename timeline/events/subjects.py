"""Who or what a clause is about, wherever the sentence says it."""

from __future__ import annotations

from timeline.events.frames import first_of
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.lexicon import MARK, NAME, NUMBER, TIMEX, role

_STOPS = MARK | TIMEX | role("coordinators", "infinitive", "complementizers", "relatives")
_PREPOSITIONS, _OF, _DATELIKE = role("prepositions"), role("attributive"), role("datelike")
_MANY = NUMBER | role("coordinators")
_LONGEST = 8
BELONGING = frozenset({Kind.RELATIVE, Kind.REDUCED})


def many(sentence: Sentence, places: list[int]) -> bool:
    """Whether these tokens name several."""
    words = [sentence.tokens[place] for place in places]
    head = next((n for n, token in enumerate(words) if n and token.roles & _PREPOSITIONS), len(words))
    last = words[head - 1].word
    return any(token.roles & _MANY for token in words[:head]) or (last.endswith("s") and not last.endswith("ss"))


def subject(sentence: Sentence, clause: Clause) -> list[int]:
    """The subject of a clause, wherever it stands."""
    clause = first_of(sentence, clause)
    if not clause.groups:
        return []
    group = clause.groups[0]
    owner = sentence.owner[group.first]
    places = range(clause.first + clause.opener, group.first)
    own = [place for place in places if sentence.owner[place] == owner and not sentence.tokens[place].timex]
    commas = [n for n, place in enumerate(own) if sentence.tokens[place].word == ","]
    if commas and sentence.tokens[own[0]].roles & _PREPOSITIONS:
        own = own[commas[0] + 1 :]
    return antecedent(sentence, clause) if not own and clause.kind in BELONGING else own


def helpers(sentence: Sentence, clause: Clause) -> list[int]:
    """The auxiliaries that a bare participle has in common with the verb before it."""
    if not clause.groups or not clause.groups[0].bare:
        return []
    helper = first_of(sentence, clause).groups[-1]
    return [] if helper.bare else list(range(helper.first, helper.last))


def antecedent(sentence: Sentence, clause: Clause) -> list[int]:
    """The noun that a relative clause or a participle belongs to."""
    tokens, end = sentence.tokens, clause.first
    if tokens[clause.first].roles & MARK:
        return []
    while end > 0 and tokens[end - 1].roles & MARK:
        end -= 1
    if end > 1 and tokens[end - 1].roles & TIMEX and tokens[end - 2].roles & _DATELIKE:
        end -= 2
    start = end
    while start > 0 and not _ends_noun(sentence, start - 1):
        start -= 1
    if clause.aside and (whole := _whole_subject(sentence, start, end)) is not None:
        start = whole
    while start < end and tokens[start].roles & _OF:
        start += 1
    return list(range(start, end))


def _whole_subject(sentence: Sentence, start: int, end: int) -> int | None:
    """ "The workshop for young writers, which …": with all that stands before it, where that is nothing but nouns."""
    if start == 0:
        return None
    first = sentence.clauses[sentence.owner[start]].first
    before = range(first, start)
    nouns = not any(sentence.tokens[p].roles & (_STOPS & ~NAME) or _in_verb(sentence, p) for p in before)
    return (
        first
        if nouns and before and not sentence.tokens[first].roles & _PREPOSITIONS and end - first <= _LONGEST
        else None
    )


def _ends_noun(sentence: Sentence, place: int) -> bool:
    roles = sentence.tokens[place].roles
    preposition = roles & _PREPOSITIONS and not roles & _OF
    return bool(roles & _STOPS or preposition) or _in_verb(sentence, place)


def _in_verb(sentence: Sentence, place: int) -> bool:
    groups = sentence.clauses[sentence.owner[place]].groups
    return any(group.first <= place <= group.last for group in groups)
