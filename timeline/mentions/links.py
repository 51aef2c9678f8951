"""What small words do to the times they stand beside: ranges ("from … to …") and open ends ("since", "by")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.algebra import vague
from timeline.algebra.calendar import Stretch
from timeline.algebra.derivation import Derivation
from timeline.algebra.distance import Moved
from timeline.algebra.hours import Clock
from timeline.algebra.meaning import Every, Meaning, Modified, Period, Reach
from timeline.algebra.operators import STORY, Anchors, Bare, Expression
from timeline.algebra.parts import Closing, Span, Within
from timeline.grammar.context import Links
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity, Interval
from timeline.mentions.resolve import resolved
from timeline.model import When


def joined(links: Links, words: Words, one: Found, following: Found, dotted: frozenset[str]) -> bool:
    """Whether a time and the next one are a range's two ends."""
    ends, next_begins = one.last, following.first
    if not ends <= next_begins <= ends + 2 or isinstance(one.meaning, Period | Reach | Every):
        return False
    if next_begins == ends:
        return words.gap(next_begins) in ("-", " - ", "/")
    word, before = words.words[ends], words.words[one.first - 1 : one.first]
    if not _ranges(word, links) and (word not in links.both or links.between.isdisjoint(before)):
        return False
    if not _joins(words.words[next_begins - 1], links):
        return False
    return all(_plain(words, place, dotted) for place in range(ends, next_begins + 1))


def parts(links: Links, words: Words, found: Found) -> tuple[Found, Found] | None:
    """A range read by one rule ("June 4-9", "4. bis zum 9. Juni") as its two times; ``None`` where it is no range."""
    if not isinstance(found.meaning, Span):
        return None
    for place in range(found.first + 1, found.last):
        if words.gap(place) in ("-", " - ", "/"):
            return _halves(found, place, place)
        if _joins(words.words[place], links):
            start = place + 2 if _joins(words.words[place + 1], links) else place + 1
            return _halves(found, place, start) if start < found.last else None
    return None


def _ranges(word: str, links: Links) -> bool:
    return word in links.to or word in links.until or word in links.through


def _joins(word: str, links: Links) -> bool:
    return _ranges(word, links) or word in links.both


def _halves(found: Found, end: int, start: int) -> tuple[Found, Found]:
    assert isinstance(found.meaning, Span)  # noqa: S101 - asked by the caller
    first = Found(found.first, end, found.rule, found.meaning.first)
    return first, Found(start, found.last, found.rule, found.meaning.last)


def _plain(words: Words, place: int, dotted: frozenset[str]) -> bool:
    return words.gap(place, dotted) in (" ", ", ")


def after(meaning: Meaning) -> Meaning:
    """The meaning as the end of a range whose beginning is the date told last: bare names and clocks come after it."""
    if isinstance(meaning, Within) and isinstance(meaning.kind, Clock):
        return Closing(meaning.kind, meaning.whole)
    return _named(meaning, lambda bare: replace(bare, base=STORY, lean=0.0, pull=0.0))


def before(meaning: Meaning) -> Meaning:
    """The meaning behind "since": a bare name has begun, whatever the tense."""
    return _named(meaning, lambda bare: replace(bare, lean=1.0, pull=0.0))


def _named(meaning: Meaning, made: Callable[[Bare], Bare]) -> Meaning:
    """The meaning with its bare name made another."""
    if isinstance(meaning, Modified):
        return replace(meaning, expression=_directed(meaning.expression, made))
    return meaning if isinstance(meaning, Period | Reach | Every) else _directed(meaning, made)


def _directed(expression: Expression, made: Callable[[Bare], Bare]) -> Expression:
    if isinstance(expression, Bare):
        return made(expression)
    if isinstance(expression, Within):
        return replace(expression, whole=_directed(expression.whole, made))
    return expression


def opened(when: When, lead: str, links: Links, publication: Stretch) -> When:
    """The time with its open end: "since March" reaches to the publication, "by Friday" begins with it."""
    here, today = when.interval, publication.interval
    if here is None or today is None or when.granularity < Granularity.DAYPART:
        return when
    if lead in links.since and here.end is not None and here.end <= publication.start:
        return _opened(when, Interval(here.start, today.end), lead)
    ahead = here.start is not None and here.start >= publication.end
    days = when.granularity is Granularity.DAY and lead in links.through
    if ahead and (days or lead in links.by | links.until):
        return _opened(when, Interval(today.start, here.end), lead)
    return when


def _opened(when: When, interval: Interval, lead: str) -> When:
    made = when.derivation
    return replace(
        when,
        interval=interval,
        derivation=made._replace(opened=lead) if isinstance(made, Derivation) else made,
    )


def placeable(lead: str, links: Links) -> bool:
    """Whether a length right behind the word has a place if its clause looks ahead."""
    return lead in links.ahead or lead in links.within


def placed(when: When, meaning: Meaning, lead: str, anchors: Anchors, links: Links) -> When:
    """A length that its clause puts ahead has a place: "will end in a few days", "an answer within 48 hours"."""
    if isinstance(meaning, Period) and lead in links.ago:
        return _back(when, meaning, anchors)
    if not isinstance(meaning, Period) or not placeable(lead, links) or anchors.tense < int(lead in links.ahead):
        return when
    if meaning.count is None:
        reach: Reach | None = vague.ahead(meaning.granularity)
    elif lead in links.within:
        reach = vague.stretching(meaning, 1)
    else:
        reach = vague.after(meaning)
    return when if reach is None else resolved(replace(reach, value=meaning.value), anchors, when.text)


def _back(when: When, length: Period, anchors: Anchors) -> When:
    """The length with the place so far back; none for fractions and compounds, which no unit holds."""
    meaning: Meaning
    if length.count is None:
        meaning = vague.ago(length.granularity)
    elif length.rest is None and length.count == int(length.count):
        meaning = Moved(length.granularity, -int(length.count))
    else:
        return when
    try:
        return replace(resolved(meaning, anchors, when.text), timex=when.timex)
    except OverflowError:
        return when
