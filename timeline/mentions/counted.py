"""Times counted from an occasion: "two weeks after the invasion", "the day before the vote on 5 May"."""

from __future__ import annotations

from timeline.algebra.calendar import Stretch
from timeline.algebra.distance import Day, Moved
from timeline.algebra.hours import PartOfDay
from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Modified, Unplaced
from timeline.algebra.operators import Expression, Scene, Story
from timeline.algebra.parts import Span, Within
from timeline.algebra.written import Fixed
from timeline.grammar.context import Links, Tenses
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity
from timeline.mentions.nouns import dates, noun
from timeline.mentions.occasions import Dated

_MOST = 5000
UNKNOWN = Fixed(Stretch(None, Granularity.DAY, "XXXX-XX-XX"))


def counted(words: Words, ones: list[Found], links: Links, tenses: Tenses) -> list[Found]:
    """What was found, lengths before an occasion and its date as the one time that they are together."""
    told: list[Found] = []
    for found in ones:
        exact = len(told) > 1 and _to_the_day(words, told[-2], told[-1], links)
        one = told[-2]._replace(last=told[-1].last) if exact else told[-1] if told else None
        whole = _whole(words, one, found, links, tenses) if one is not None else None
        if whole is None:
            told.append(found)
            continue
        told[-1 - exact :] = [whole]
        if whole.last <= found.first:
            told.append(found)
    return told


def _whole(words: Words, one: Found, date: Found, links: Links, tenses: Tenses) -> Found | None:
    terms, side = links.occasions, _side(words, one, links)
    expression = date.meaning.expression if isinstance(date.meaning, Modified) else date.meaning
    if side is None or isinstance(expression, Unplaced):
        return None
    place, way = side
    phrase = noun(words, place, terms)
    if phrase is None or not dates(words, phrase.end, date.first, terms, tenses):
        return None
    meaning = away(one.meaning, way, expression)  # type: ignore[arg-type]
    clause = words.gap(phrase.end) != " "
    return None if meaning is None else Found(one.first, phrase.end if clause else date.last, one.rule, meaning)


def _to_the_day(words: Words, one: Found, following: Found, links: Links) -> bool:
    """ "A year to the day after the fire"."""
    return (
        isinstance(one.meaning, Period)
        and isinstance(following.meaning, Day)
        and isinstance(following.meaning.base, Story)
        and words.words[following.last - 1] in links.occasions.after
        and words.words[one.last : following.first] in [[word] for word in links.to]
    )


def _side(words: Words, found: Found, links: Links) -> tuple[int, int] | None:
    """Where the occasion begins, and the way to go from it; 0 for "within a month of"."""
    terms = links.occasions
    last = words.words[found.last - 1]
    place = found.last - (last in terms.after or last in terms.before)
    if place + 1 >= len(words.words):
        return None
    word = words.words[place]
    way = 1 if word in terms.after else -1 if word in terms.before else 0
    if not way and (word not in terms.within or not isinstance(found.meaning, Period) or not found.first):
        return None
    if words.gap(place + 1) != " " or words.gap(place) != " ":
        return None
    return (place + 1, way) if way or words.words[found.first - 1] in links.within else None


def away(meaning: object, way: int, base: Expression) -> Expression | None:
    """The time that lies as far from ``base`` as ``meaning`` says; ``None`` where that is no whole number of units."""
    if isinstance(meaning, Day) and isinstance(meaning.base, Story):
        return Day(way, base)
    if isinstance(meaning, Within) and isinstance(meaning.whole, Scene) and isinstance(meaning.kind, PartOfDay):
        return Within(meaning.kind, Day(way, base)) if way else None
    if not isinstance(meaning, Period) or meaning.count is None or meaning.rest is not None:
        return None
    if meaning.count != int(meaning.count) or meaning.count > _MOST or meaning.granularity < Granularity.DAY:
        return None
    moved = Moved(meaning.granularity, (way or 1) * int(meaning.count), base, keep=True)
    return moved if way else Span(base, moved)


def from_occasion(words: Words, found: Found, links: Links, dated: Dated) -> Found:
    """The expression, counted from the occasion behind it where the text has dated that; never from another day."""
    side = _side(words, found, links)
    if side is None:
        return found
    place, way = side
    phrase = noun(words, place, dated.terms)
    if words.words[place] in dated.terms.subjects:
        return found._replace(meaning=_unknown(found.meaning))
    occasion = dated.find(phrase) if phrase is not None else None
    base = occasion.from_which(way) if occasion is not None else None
    if phrase is not None and base is not None and (meaning := away(found.meaning, way, Fixed(base))):
        return found._replace(last=phrase.end, meaning=meaning)
    return found if phrase is None else found._replace(meaning=_unknown(found.meaning))


def _unknown(meaning: object) -> object:
    if isinstance(meaning, Day):
        return UNKNOWN
    if isinstance(meaning, Within) and isinstance(meaning.whole, Scene) and isinstance(meaning.kind, PartOfDay):
        value = f"{UNKNOWN.stretch.value}T{meaning.kind.code}"
        return Fixed(Stretch(None, Granularity.DAYPART, value))
    return meaning
