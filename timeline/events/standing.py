"""What "it", "they", "he" or "she" at the beginning of a sentence stands for: the subject of the sentence before."""

from __future__ import annotations

from timeline.events.cues import Cues
from timeline.events.subjects import many, subject
from timeline.model import Span
from timeline.syntax.clauses import Kind, Sentence
from timeline.syntax.lexicon import MARK, NAME, NUMBER, TIMEX, lexicon, role
from timeline.syntax.parsing import parsed
from timeline.syntax.sentences import sentences
from timeline.syntax.tagging import tokens

_WINDOW, _LONGEST = 500, 5
_DETERMINERS, _UNFIT = role("determiners"), MARK | TIMEX | NUMBER | role("persons", "pronouns", "coordinators")


def standing_for(text: str, place: int, pronoun: str, cues: Cues) -> str | None:
    """``None`` where the sentence before, in the same paragraph, leaves it open."""
    begin = max(text.rfind("\n", 0, place) + 1, place - _WINDOW)
    if not text[begin:place].strip():
        return None
    before = parsed(tokens(text, sentences(text, Span(begin, place), cues)[-1], (), (), lexicon(cues)))
    clause = next((clause for clause in before.clauses if clause.kind is Kind.MAIN and clause.groups), None)
    if clause is None or clause.reports or clause.shares is not None:
        return None
    places = subject(before, clause)
    fits = 0 < len(places) <= _LONGEST and places[-1] == clause.groups[0].first - 1 and _alone(before, places)
    return _written(before, places, text) if fits and _agrees(before, places, pronoun, cues) else None


def _alone(before: Sentence, places: list[int]) -> bool:
    return not any(before.tokens[place].roles & _UNFIT for place in places)


def _agrees(before: Sentence, places: list[int], pronoun: str, cues: Cues) -> bool:
    words = [before.tokens[place] for place in places]
    named = len(words) > 1 and all(word.roles & NAME for word in words)
    thing = bool(words[0].roles & _DETERMINERS) or any(word.word in cues.organisations for word in words)
    if pronoun in cues.third_person:
        title = words[0].word
        return named and not thing and cues.honorifics.get(title) in {None, cues.third_person[pronoun]}
    return thing and many(before, places) is (pronoun in cues.plurals)


def _written(before: Sentence, places: list[int], text: str) -> str:
    return text[before.tokens[places[0]].start : before.tokens[places[-1]].end]
