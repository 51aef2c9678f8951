"""Who or what a clause is about, where the clause itself does not say."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.speaker import speaker
from timeline.events.told import Told, first_of
from timeline.events.wording import Wording
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.forms import AUXILIARY
from timeline.syntax.lexicon import MARK, NAME, NUMBER, TIMEX, role

_STOPS = MARK | TIMEX | role("coordinators", "infinitive", "complementizers", "relatives")
_PREPOSITIONS, _OF, _DATELIKE = role("prepositions"), role("attributive"), role("datelike")
_MANY = NUMBER | role("coordinators")
_OBJECT_GAP = role("relatives")
_PERSONS, _LONGEST = role("persons"), 8
_DETERMINERS = role("determiners")
_LOOSE = TIMEX | role("adverbs")
_BELONGING = frozenset({Kind.RELATIVE, Kind.REDUCED})


def wording(told: Told, top: int, text: str, cues: Cues) -> Wording:
    """What stands in for a pronoun, or is put before a clause that leaves its subject out."""
    sentence, clause = told.sentence, told.sentence.clauses[top]
    if clause.shares is not None:
        prefix = subject(sentence, clause)
        return Wording(sentence.tokens, text, [*prefix, *_helpers(sentence, clause)] if prefix else [], {})
    if clause.kind in _BELONGING:
        return _of_noun(sentence, clause, text, cues)
    return Wording(sentence.tokens, text, [], _names(told, top, text, cues))


def _of_noun(sentence: Sentence, clause: Clause, text: str, cues: Cues) -> Wording:
    """ "a letter published": "A letter was published"; "the play, which she wrote": "She wrote the play"."""
    prefix, tokens = antecedent(sentence, clause), sentence.tokens
    group = clause.groups[0] if clause.groups else None
    if not prefix or group is None:
        return Wording(tokens, text, prefix, {})
    verb = text[tokens[group.first].start : tokens[group.last].end]
    places = range(clause.first + clause.opener, group.first)
    owner = sentence.owner[group.first]
    own = [p for p in places if sentence.owner[p] == owner and not tokens[p].roles & _LOOSE]
    if group.bare and not own and clause.kind is Kind.REDUCED and cues.passive:
        many = _many(sentence, prefix)
        return Wording(tokens, text, prefix, {group.first: f"{cues.passive['many' if many else 'one']} {verb}"})
    if own and tokens[clause.first].roles & _OBJECT_GAP and not group.roles & AUXILIARY:
        noun = text[tokens[prefix[0]].start : tokens[prefix[-1]].end]
        named = len(prefix) > 1 and tokens[prefix[1]].roles & NAME
        inside = noun if named or not tokens[prefix[0]].roles & _DETERMINERS else noun[0].lower() + noun[1:]
        return Wording(tokens, text, [], {group.last: f"{verb} {inside}"})
    return Wording(tokens, text, prefix, {})


def _names(told: Told, top: int, text: str, cues: Cues) -> dict[int, str]:
    sentence, clause = told.sentence, told.sentence.clauses[top]
    places = range(clause.first + clause.opener, len(sentence.tokens))
    own = next((p for p in places if sentence.owner[p] == top), None)
    if own is None or not sentence.tokens[own].roles & _PERSONS:
        return {}
    word = sentence.tokens[own].word
    name = _speaking(sentence, clause, word, text, cues)
    if name is None and word in cues.third_person:
        name = speaker(text, sentence.tokens[0].start, word, cues)
    return {own: name} if name else {}


def _speaking(sentence: Sentence, clause: Clause, word: str, text: str, cues: Cues) -> str | None:
    """ "The firm said it would close": who speaks, where the pronoun can be the speaker."""
    if clause.kind is not Kind.CONTENT or clause.parent is None or not sentence.clauses[clause.parent].reports:
        return None
    places = subject(sentence, sentence.clauses[clause.parent])
    tokens = sentence.tokens
    if not places or any(tokens[place].roles & (_PERSONS | MARK | TIMEX) for place in places):
        return None
    company = any(tokens[place].word in cues.organisations for place in places)
    fits = word in cues.third_person if not company else word in cues.impersonal
    if word in cues.plurals:
        fits = _many(sentence, places)
    return text[tokens[places[0]].start : tokens[places[-1]].end] if fits else None


def _many(sentence: Sentence, places: list[int]) -> bool:
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
    return antecedent(sentence, clause) if not own and clause.kind in _BELONGING else own


def _helpers(sentence: Sentence, clause: Clause) -> list[int]:
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
