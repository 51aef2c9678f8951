"""Ends a line that is too long where a sentence can end."""

from __future__ import annotations

from timeline.events.wording import Wording, length, size
from timeline.syntax.clauses import Sentence
from timeline.syntax.cues import Cues
from timeline.syntax.lexicon import CLOSING, MARK, NAME, PROGRESSIVE, REGULAR, TIMEX, role

LONGEST = 14
_LEAST, _HANGING = 4, 3
_JOINTS = role(
    "prepositions", "relatives", "relative_places", "questions", "subordinators", "complementizers", "conditionals"
)
_BREAKS = MARK | role("coordinators") | _JOINTS
_DETERMINERS, _OF = role("determiners"), role("attributive", "comparing")
_LEADING_ON = role("coordinators", "complementizers", "determiners", "relatives") & ~role("prepositions", "adverbs")
_PAUSES = frozenset(",;:()—–")
_REPORTING, _PERSONS = role("reporting"), role("persons")
_COORDINATORS, _PARTICLES = role("coordinators"), role("particles")
_TIES = role("coordinators", "complementizers")
_PREPOSITIONS, _INFINITIVE = role("prepositions"), role("infinitive")


def cut(wording: Wording, sentence: Sentence, places: list[int], cues: Cues, verb: int | None = None) -> list[int]:
    """The longest beginning that fits and ends before a joint after the verb; failing that, the words that fit.

    ``verb`` is a token that must not be lost.
    """
    room, fits = LONGEST - length(wording, ()), 0
    while fits < len(places) and (room := room - size(wording, places[fits])) >= 0:
        fits += 1
    if fits == len(places):
        return places
    verbs = {group.last for clause in sentence.clauses for group in clause.groups}
    own = places.index(verb) if verb in places[:fits] else -1
    backwards = range(min(fits, len(places) - 1), _LEAST - 1, -1)
    joint = next((here for here in backwards if _joint(sentence, places, here, verbs)), -1)
    kept = _tied(sentence, places[:joint] if joint > max(own, 0) else places[:fits], cues)
    return _tied(sentence, _unhung(sentence, kept), cues)


def _joint(sentence: Sentence, places: list[int], here: int, verbs: set[int]) -> bool:
    """Whether a line that has a verb may end before this word: "of" belongs to what follows."""
    token = sentence.tokens[places[here]]
    following = sentence.tokens[places[here] + 1] if places[here] + 1 < len(sentence.tokens) else token
    if token.roles & MARK:
        return token.word in _PAUSES
    if token.roles & _COORDINATORS:
        return any(group.first == places[here] + 1 for clause in sentence.clauses for group in clause.groups)
    stranded = places[here - 1] in verbs and token.roles & _INFINITIVE and not following.roles & TIMEX
    return bool(token.roles & _JOINTS and not token.roles & _OF and not stranded)


def _participle(sentence: Sentence, place: int) -> bool:
    """ "… supporters, depending": no noun, and not what the clause tells."""
    token = sentence.tokens[place]
    apart = place > 0 and sentence.tokens[place - 1].roles & MARK
    if not token.roles & (REGULAR | (PROGRESSIVE if apart else 0)) or token.roles & NAME or token.quoted:
        return False
    groups = sentence.clauses[sentence.owner[place]].groups
    noun = place > 0 and sentence.tokens[place - 1].roles & (_DETERMINERS | _PREPOSITIONS)
    return not noun and not any(group.first <= place <= group.last for group in groups)


def _particle(sentence: Sentence, place: int) -> bool:
    """ "were rounded up, …": it belongs to the verb."""
    after = sentence.tokens[place + 1].roles if place + 1 < len(sentence.tokens) else MARK
    verb = any(group.last == place - 1 for clause in sentence.clauses for group in clause.groups)
    verb = verb or bool(place and sentence.tokens[place - 1].roles & _PERSONS)
    ends = (_BREAKS | TIMEX) if verb else MARK
    return bool(sentence.tokens[place].roles & _PARTICLES and after & ends)


def _tied(sentence: Sentence, places: list[int], cues: Cues) -> list[int]:
    """Takes away words at the end that lead on to something that is no longer there."""
    end = len(places)
    while end > _LEAST:
        token = sentence.tokens[places[end - 1]]
        if token.roles & CLOSING or not _leads_on(sentence, places[:end], cues):
            break
        end -= 1
    return places[:end]


def _leads_on(sentence: Sentence, places: list[int], cues: Cues) -> bool:
    """Whether the last word promises something more."""
    place, token = places[-1], sentence.tokens[places[-1]]
    before = sentence.tokens[place - 1].roles if place else 0
    if token.roles & _PERSONS and before & _TIES:
        return True
    if token.roles & _REPORTING and before & _COORDINATORS:
        return True
    loose = token.word in cues.loose_ends and not (token.roles & NAME and place)
    return bool(token.roles & MARK) or (loose and not _particle(sentence, place)) or _participle(sentence, place)


def tail(sentence: Sentence, places: list[int], cues: Cues) -> list[int]:
    """Where something was left out after the last word, without what only led on to it: "…, three weeks"."""
    if not places or places[-1] + 1 >= len(sentence.tokens) or cues.dates_stay:
        return places
    if sentence.tokens[places[-1] + 1].roles & MARK:
        return places
    end = len(places)
    while end > _LEAST and sentence.tokens[places[end - 1]].roles & _LEADING_ON:
        end -= 1
    return _unhung(sentence, places[:end])


def _unhung(sentence: Sentence, places: list[int]) -> list[int]:
    """Without a few words after the last comma that have no verb."""
    if not sentence.roles & MARK:
        return places
    tokens = sentence.tokens
    last = next((here for here in range(len(places) - 1, -1, -1) if tokens[places[here]].word == ","), -1)
    if last < _LEAST - 1:
        return places
    hanging = places[last + 1 :]
    owners = {sentence.owner[place] for place in hanging}
    verbs = [group.last for owner in owners for group in sentence.clauses[owner].groups]
    earlier = any(group.last in places[:last] for clause in sentence.clauses for group in clause.groups)
    few = 0 < len(hanging) <= _HANGING and not any(verb in hanging for verb in verbs)
    return places[:last] if few and earlier else places
