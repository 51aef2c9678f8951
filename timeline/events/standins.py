"""What stands in a line for a pronoun, or for a subject that its clause leaves out."""

from __future__ import annotations

from timeline.events.speaker import speaker
from timeline.events.standing import called, fitting, leading, standing_for
from timeline.events.subjects import BELONGING, antecedent, helpers, many, subject
from timeline.events.told import Told
from timeline.events.wording import Wording
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.cues import Cues
from timeline.syntax.forms import AUXILIARY, BE, PARTICIPLE
from timeline.syntax.lexicon import MARK, NAME, OWNER, TIMEX, role
from timeline.syntax.verbs import Group

_OBJECT_GAP, _PERSONS = role("relatives"), role("persons")
_DETERMINERS, _PREPOSITIONS = role("determiners"), role("prepositions")
_APART = PARTICIPLE | role("prepositions")
_LOOSE = TIMEX | role("adverbs")


def wording(told: Told, top: int, text: str, cues: Cues) -> Wording:
    """What stands in for a pronoun, or is put before a clause that leaves its subject out."""
    sentence, clause = told.sentence, told.sentence.clauses[top]
    if clause.shares is not None:
        prefix = subject(sentence, clause)
        return Wording(sentence.tokens, text, [*prefix, *helpers(sentence, clause)] if prefix else [], {})
    if clause.kind in BELONGING:
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
        number = "many" if many(sentence, prefix) else "one"
        return Wording(tokens, text, prefix, {group.first: f"{cues.passive[number]} {verb}"})
    if own and tokens[clause.first].roles & _OBJECT_GAP and not group.roles & AUXILIARY:
        noun = text[tokens[prefix[0]].start : tokens[prefix[-1]].end]
        named = len(prefix) > 1 and tokens[prefix[1]].roles & NAME
        inside = noun if named or not tokens[prefix[0]].roles & _DETERMINERS else noun[0].lower() + noun[1:]
        return Wording(tokens, text, [], {group.last: f"{verb} {inside}"})
    return Wording(tokens, text, prefix, {})


def _names(told: Told, top: int, text: str, cues: Cues) -> dict[int, str]:
    sentence, clause = told.sentence, told.sentence.clauses[top]
    if not sentence.roles & (_PERSONS | OWNER):
        return {}
    own = next(iter(leading(sentence, clause)), None)
    if own is None or sentence.tokens[own].quoted:
        return {}
    word = sentence.tokens[own].word
    if word in cues.owners:
        name = _meant(sentence, top, cues.owners[word], text, cues)
        return {own: name + (cues.owner[:1] if name.endswith("s") else cues.owner)} if name else {}
    if not sentence.tokens[own].roles & _PERSONS:
        return {}
    name = _speaking(sentence, clause, word, text, cues)
    if name is None and clause.groups and not _empty(word, clause.groups[0], cues):
        name = _meant(sentence, top, word, text, cues)
    opens = own == clause.first + clause.opener
    if name is None and word in cues.third_person:
        name = speaker(text, sentence.tokens[0].start, word, cues, speaks=clause.reports)
        pronoun = called(name, text, cues) if name else None
        name = name if pronoun == word or (opens and pronoun is None) else None
    return {own: name} if name else {}


def _meant(sentence: Sentence, top: int, pronoun: str, text: str, cues: Cues) -> str | None:
    """Whom the sentence named before this clause, or the sentences before it."""
    first = sentence.clauses[top].first
    for other in reversed(sentence.clauses):
        apart = other.first < first and other.groups and not other.quoted and other.shares is None
        if apart and (name := fitting(sentence, other, pronoun, text, cues)) is not None:
            return name
    return standing_for(text, sentence.tokens[0].start, pronoun, cues)


def _empty(word: str, group: Group, cues: Cues) -> bool:
    """ "It was in May that …", "It is likely that …"."""
    return word in cues.impersonal and bool(group.roles & BE) and not group.roles & PARTICIPLE


def _speaking(sentence: Sentence, clause: Clause, word: str, text: str, cues: Cues) -> str | None:
    """ "The firm said it would close": who speaks, where the pronoun can be the speaker."""
    if clause.kind is not Kind.CONTENT or clause.parent is None or not sentence.clauses[clause.parent].reports:
        return None
    places = subject(sentence, sentence.clauses[clause.parent])
    tokens = sentence.tokens
    places = places[: next((n for n, place in enumerate(places) if tokens[place].word == ","), len(places))]
    if (
        not places
        or tokens[places[0]].roles & _APART
        or any(tokens[place].roles & (_PERSONS | MARK | TIMEX) for place in places)
    ):
        return None
    head = places[
        : next((n for n, place in enumerate(places) if n and tokens[place].roles & _PREPOSITIONS), len(places))
    ]
    company = any(tokens[place].word in cues.organisations for place in head)
    fits = word in cues.third_person if not company else word in cues.impersonal
    if word in cues.plurals:
        fits = many(sentence, places)
    return text[tokens[places[0]].start : tokens[places[-1]].end] if fits else None
