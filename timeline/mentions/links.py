"""What small words do to the times they stand beside: ranges ("from … to …") and open ends ("since", "by")."""

from __future__ import annotations

from dataclasses import replace

from timeline.algebra import vague
from timeline.algebra.calendar import Stretch
from timeline.algebra.derivation import Derivation
from timeline.algebra.distance import Moved
from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Meaning, Reach, Unplaced
from timeline.algebra.operators import Anchors
from timeline.algebra.parts import Listed, Span
from timeline.grammar.context import Links
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity, Interval
from timeline.mentions.resolve import resolved
from timeline.model import When


def joined(links: Links, words: Words, one: Found, following: Found, dotted: frozenset[str]) -> bool:
    """Whether a time and the next one are a range's two ends."""
    ends, next_begins = one.last, following.first
    if not ends <= next_begins <= ends + 2 or isinstance(one.meaning, Unplaced):
        return False
    if next_begins == ends:
        return words.gap(next_begins) in ("-", " - ", "/")
    word, before = words.words[ends], words.words[one.first - 1 : one.first]
    if not _ranges(word, links) and (word not in links.both or links.between.isdisjoint(before)):
        return False
    if not _joins(words.words[next_begins - 1], links):
        return False
    return all(_plain(words, place, dotted) for place in range(ends, next_begins + 1))


def parts(links: Links, words: Words, found: Found) -> tuple[Found, ...] | None:
    """A range or list read by one rule ("June 4-9", "4. bis zum 9. Juni") as its times; ``None`` where it is none."""
    if isinstance(found.meaning, Listed):
        return _members(links, words, found, found.meaning)
    if not isinstance(found.meaning, Span):
        return None
    for place in range(found.first + 1, found.last):
        if words.gap(place) in ("-", " - ", "/"):
            return _halves(found, place, place)
        if _joins(words.words[place], links):
            start = place + 2 if _joins(words.words[place + 1], links) else place + 1
            return _halves(found, place, start) if start < found.last else None
    return None


def _members(links: Links, words: Words, found: Found, listed: Listed) -> tuple[Found, ...] | None:
    """Each member ends before a comma or a word of ``both``; a comma in front of the year does not count."""
    starts = [found.first]
    for place in range(found.first + 1, found.last):
        if len(starts) < len(listed.members):
            if words.words[place] in links.both:
                starts.append(place + 1)
            elif words.gap(place) == ", " and words.words[place] not in links.both:
                starts.append(place)
    if len(starts) != len(listed.members):
        return None
    ends = [start - (words.words[start - 1] in links.both) for start in starts[1:]] + [found.last]
    return tuple(
        Found(first, last, found.rule, one) for first, last, one in zip(starts, ends, listed.members, strict=True)
    )


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
