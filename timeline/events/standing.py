"""What "it", "they", "he" or "she" stands for: the subject of a sentence before, of the same number and kind."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.events.elsewhere import is_person
from timeline.events.subjects import many, subject
from timeline.model import Span
from timeline.syntax.clauses import Clause, Kind, Sentence
from timeline.syntax.cues import Cues
from timeline.syntax.lexicon import MARK, NAME, NUMBER, TIMEX, lexicon, role
from timeline.syntax.parsing import parsed
from timeline.syntax.sentences import sentences
from timeline.syntax.tagging import tokens

_WINDOW, _LONGEST, _FAR, _OFTEN = 600, 5, 3, 2
_DETERMINERS, _PREPOSITIONS = role("determiners"), role("prepositions")
_UNFIT = MARK | TIMEX | NUMBER | role("persons", "pronouns", "coordinators")
_OPENS_SENTENCE = role("adverbs", "contrasts")
_PEOPLE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+ [A-ZÀ-ÖØ-Þ][\w’'-]+")


class Named(NamedTuple):
    """``name`` are the tokens at ``places``, as written in ``text``."""

    places: list[int]
    name: str
    text: str


def standing_for(text: str, place: int, pronoun: str, cues: Cues) -> str | None:
    """``None`` where the sentences before leave it open.

    What is told of the same "it" all along has one subject; somebody may be told of again after a sentence about
    something else, but not about somebody else.
    """
    if not (pronoun in cues.third_person or pronoun in cues.impersonal or pronoun in cues.plurals):
        return None
    for before in _before(text, place, cues):
        clause = next((clause for clause in before.clauses if clause.kind is Kind.MAIN and clause.groups), None)
        if clause is None or clause.shares is not None:
            return None
        places = leading(before, clause)
        if places and before.tokens[places[0]].word == pronoun:
            continue
        if (name := fitting(before, clause, pronoun, text, cues)) is not None:
            return name if pronoun not in cues.third_person or _sure(name, text, place, cues) else None
        told = text[before.tokens[0].start : before.tokens[-1].end]
        if pronoun not in cues.third_person or _PEOPLE.search(told):
            return None
    return None


def _sure(name: str, text: str, place: int, cues: Cues) -> bool:
    """Whether somebody is known to be called so, or nobody else was named."""
    first, surname = name.split(maxsplit=1)[0].lower().rstrip("."), name.rsplit(maxsplit=1)[-1]
    if cues.honorifics.get(first) or called(name, text, cues):
        return True
    others = _PEOPLE.findall(text, max(0, place - _WINDOW), place)
    return all(surname in other or name.split(maxsplit=1)[0] in other for other in others)


def leading(sentence: Sentence, clause: Clause) -> list[int]:
    """The subject without "in May," or "however," before it, and without what a comma adds to it."""
    places = subject(sentence, clause)
    commas = [n for n, place in enumerate(places) if sentence.tokens[place].word == ","]
    if commas and sentence.tokens[places[0]].roles & _OPENS_SENTENCE and commas[0] == 1:
        places, commas = places[2:], [comma - 2 for comma in commas[1:]]
    return places[: commas[0]] if commas else places


def fitting(sentence: Sentence, clause: Clause, pronoun: str, text: str, cues: Cues) -> str | None:
    """The subject of a clause as written, when the pronoun can mean it."""
    places = leading(sentence, clause)
    if not 0 < len(places) <= _LONGEST or any(sentence.tokens[place].roles & _UNFIT for place in places):
        return None
    first = sentence.tokens[places[0]]
    name = text[first.start : sentence.tokens[places[-1]].end].replace(" - ", "-")
    if first.roles & _PREPOSITIONS or not _agrees(sentence, clause, Named(places, name, text), pronoun, cues):
        return None
    return name[0].lower() + name[1:] if first.roles & _DETERMINERS else name


@lru_cache(maxsize=256)
def _before(text: str, place: int, cues: Cues) -> tuple[Sentence, ...]:
    """The sentences before, from near to far."""
    begin = max(0, place - _WINDOW)
    spans = sentences(text, Span(begin, place), cues)[-_FAR:]
    whole = [span for span in spans if span.start > begin or not begin]
    read = [tokens(text, span, (), (), lexicon(cues)) for span in reversed(whole)]
    return tuple(parsed(words) for words in read if words)


def _agrees(sentence: Sentence, clause: Clause, named: Named, pronoun: str, cues: Cues) -> bool:
    words = [sentence.tokens[place] for place in named.places]
    name = all(word.roles & NAME for word in words) and not words[0].roles & _DETERMINERS
    whole = name or bool(words[0].roles & _DETERMINERS)
    body = whole and any(word.word in cues.organisations or word.word in cues.countries for word in words)
    if pronoun in cues.third_person:
        gender = cues.honorifics.get(words[0].word) or called(named.name, named.text, cues)
        person = len(words) > 1 or is_person(named.name, named.text)
        return name and not body and person and gender in {None, cues.third_person[pronoun]}
    if name and not body:
        return pronoun in cues.impersonal and len(words) == 1 and is_thing(named.name, named.text, cues)
    if clause.reports and not body:
        return pronoun in cues.plurals and many(sentence, named.places)
    return bool(body or words[0].roles & _DETERMINERS) and many(sentence, named.places) is (pronoun in cues.plurals)


@lru_cache(maxsize=512)
def called(name: str, text: str, cues: Cues) -> str | None:
    """What somebody is called by most often where the sentence that names them goes on."""
    votes: list[str] = []
    surname = name.rsplit(maxsplit=1)[-1]
    for match in re.finditer(rf"\b{re.escape(surname)}\b([^.!?\n]{{0,120}})", text):
        words = (word.strip(',;:"”’') for word in match[1].lower().split())
        called = (cues.third_person.get(word) or cues.third_person.get(cues.owners.get(word, "")) for word in words)
        votes += [pronoun for pronoun in called if pronoun][:1]
    return max(set(votes), key=votes.count) if votes else None


def is_thing(name: str, text: str, cues: Cues) -> bool:
    """Whether a single name, told of often, is nobody's surname."""
    return text.count(name) >= _OFTEN and name.lower() not in cues.honorifics and not is_person(name, text)
