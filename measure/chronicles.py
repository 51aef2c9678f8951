"""Chronologies of any size, made up: what a valley's councils do over twelve years, never twice the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import md5
from itertools import islice

from timeline.interval import Granularity as G
from timeline.interval import Interval
from timeline.model import Article, Event, Source, Span, Status, TimexValue, Topic, When
from timeline.progress import State
from timeline.store import Entry, open_store, upgrade

FIRST = datetime(2014, 1, 1)
DAYS = 12 * 365
_NEWEST = datetime(2024, 9, 20, 17, 1, tzinfo=UTC)
_TOLD_IN_ONE = 10
_TOGETHER = 100
_STARTS = "vstrmlkndbgfhpw"
_MIDDLES = ("ar", "el", "in", "or", "um", "eth", "ol", "ist", "and", "ock", "ur", "ave")
_ENDS = ("a", "ey", "ford", "wick", "ham", "by", "ton", "mere", "dale", "holt")
_DEEDS = {
    Status.OCCURRED: ("approved a loan for", "closed the road to", "opened a school in", "reported floods in"),
    Status.ONGOING: ("is rebuilding the bridge of", "is counting the houses of"),
    Status.SCHEDULED: ("will vote on the harbour of", "will inspect the dam above"),
    Status.POSSIBLE: ("may sell the mill of", "could move the market of"),
    Status.DENIED: ("denied any plan for", "never agreed to the lease of"),
}
_SHARES = {Status.OCCURRED: 62, Status.ONGOING: 6, Status.SCHEDULED: 18, Status.POSSIBLE: 9, Status.DENIED: 5}
_EXTENTS = ((G.DAY, 1, 70), (G.WEEK, 7, 12), (G.MONTH, 30, 10), (G.SEASON, 91, 3), (G.YEAR, 365, 2), (G.DAY, 0, 3))


def entries(number: int, topic: Topic) -> Iterator[Entry]:
    """Articles that bring this many events; the same number makes the same articles."""
    chance = random.Random(number)
    for first in range(0, number, _TOLD_IN_ONE):
        name = articled(topic, first)
        yield _entry(topic, name, [_event(chance, n, name) for n in range(first, min(first + _TOLD_IN_ONE, number))])


def filled(url: str, number: int, topic: Topic) -> None:
    """Make the store at ``url`` and put the events in."""
    upgrade(url)
    store = open_store(url)
    for batch in batched(entries(number, topic)):
        store.replace_many(batch)
    store.close()


def batched(given: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(given, _TOGETHER)):
        yield batch


def articled(topic: Topic, first: int) -> str:
    """The id of the article that brings this event first."""
    return md5(f"{topic.slug} {first}".encode(), usedforsecurity=False).hexdigest()


def _entry(topic: Topic, name: str, events: list[Event]) -> Entry:
    article = Article(id=name, text="…", title="Valley news", published=_NEWEST, topics=(topic.slug,))
    return Entry(
        id=name,
        state=State.DONE,
        received=_NEWEST,
        submission={"text": "…"},
        topics=(topic,),
        article=article,
        events=tuple(events),
    )


def _event(chance: random.Random, number: int, name: str) -> Event:
    (status,) = chance.choices(list(_SHARES), weights=list(_SHARES.values()))
    place, council = _name(chance), _name(chance)
    headline = f"{council} council {chance.choice(_DEEDS[status])} {place} in its {number}th session"
    quote = f"{headline}, as {_name(chance)} {_name(chance)} of {_name(chance)} said."
    words = "as"
    at = quote.rindex(f", {words} ") + 2
    source = Source(
        article=name,
        title=f"{place} and {council}: session {number}",
        url=f"https://example.org/{number}",
        publisher=f"{_name(chance)} Gazette",
        published=_NEWEST,
        quote=quote,
        start=0,
        end=len(quote),
        marks=(Span(at, at + len(words)),),
    )
    return Event(
        id=md5(f"{name} {number}".encode(), usedforsecurity=False).hexdigest(),
        headline=headline,
        status=status,
        when=_when(chance),
        sources=(source,),
        importance=round(chance.random(), 3),
    )


def _when(chance: random.Random) -> When:
    ((granularity, days, _),) = chance.choices(_EXTENTS, weights=[share for *_, share in _EXTENTS])
    begin = FIRST + timedelta(days=int(DAYS * chance.random() ** 0.7))
    if days == 7:
        begin -= timedelta(days=begin.weekday())
    elif days > 7:
        begin = begin.replace(day=1) if days < 365 else begin.replace(month=1, day=1)
    interval = Interval(begin, begin + timedelta(days=days) if days else None)
    return When(
        interval=interval,
        granularity=granularity,
        timex=TimexValue(type="DATE", value=begin.date().isoformat(), mod=None if days else "AFTER"),
        text="as",
        approximate=chance.random() < 0.06,
        anchor="2024-09-20",
        explanation="Counted from the day of publication.",
    )


def _name(chance: random.Random) -> str:
    return (chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_STARTS) + chance.choice(_ENDS)).title()
