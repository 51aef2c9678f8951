"""Periods of what the text is about: "the last winter of the war", "the winter months of the siege"."""

from __future__ import annotations

from timeline.algebra.calendar import Stretch
from timeline.algebra.operators import Bare, Last
from timeline.algebra.parts import Nth
from timeline.algebra.repeating import Repeating, Season, Unit, following
from timeline.algebra.values import SEASONS
from timeline.algebra.written import Fixed
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity, Interval
from timeline.mentions.nouns import noun
from timeline.mentions.occasions import Dated, Occasion

_OPEN = {Granularity.MONTH: "XXXX-XX", Granularity.WEEK: "XXXX-WXX"}


def of_topic(words: Words, found: Found, dated: Dated) -> Found:
    """The expression within the occasion that it is said to be of; "the last year of his life" is no last year."""
    place = found.last
    kind = _kind(found.meaning)
    if kind is None or place + 1 >= len(words.words) or words.words[place] not in dated.terms.within:
        return found
    phrase = noun(words, place + 1, dated.terms)
    if phrase is None:
        return found
    occasion = dated.find(phrase)
    last = isinstance(found.meaning, Last)
    if occasion is None:
        return found._replace(meaning=Fixed(Stretch(None, kind.granularity, _value(kind)))) if last else found
    return found._replace(last=phrase.end, meaning=_within(kind, occasion, last))


def _kind(meaning: object) -> Repeating | None:
    if isinstance(meaning, Last) and meaning.count == 1:
        return meaning.kind
    return meaning.kind if isinstance(meaning, Bare) and isinstance(meaning.kind, Season) else None


def _within(kind: Repeating, occasion: Occasion, last: bool) -> Nth | Fixed:
    """The last one of the occasion, or the only one; else any of them, as long as the occasion."""
    whole = Interval(occasion.first.start, occasion.last.end)
    stretch = Stretch(whole, Granularity.YEAR, f"{occasion.first.value}/{occasion.last.value}")
    if last or following(kind, stretch.start, 2).start >= stretch.end:
        return Nth(-1 if last else 1, kind, Fixed(stretch))
    return Fixed(Stretch(whole, kind.granularity, _value(kind)))


def _value(kind: Repeating) -> str:
    if isinstance(kind, Season):
        return f"XXXX-{SEASONS[kind.month]}"
    return _OPEN.get(kind.granularity, "XXXX") if isinstance(kind, Unit) else "XXXX"
