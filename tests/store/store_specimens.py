"""Articles, events and entries to put into stores, and strategies that draw them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from timeline.interval import Granularity, Interval
from timeline.model import Article, Event, Source, Span, Status, TimexValue, Topic, When
from timeline.progress import State
from timeline.store import Ending, Entry, Store, Version

LONDON = ZoneInfo("Europe/London")
RECEIVED = datetime(2024, 9, 20, 16, 30, 0, 123456, tzinfo=UTC)
HARBOUR = Topic("harbour", "Harbour")
FERRY = Topic("ferry", "Ferry")


def local(day: int, hour: int = 0) -> datetime:
    """A moment of September 2024 on the publisher's clock."""
    return datetime(2024, 9, day, hour)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")
WEEK = Interval(local(9), local(16))


def own_words(name: str) -> str:
    """Words that nothing of another name has, so that no two are taken for one happening."""
    digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()
    return " ".join(digest[start : start + 8].translate(_LETTERS) for start in (0, 8, 16))


def event(name: str = "e1", interval: Interval | None = WEEK, **fields: Any) -> Event:  # noqa: ANN401
    """Unlike every event of another name or time."""
    words = own_words(f"{name} {interval}")
    when = When(
        interval=interval,
        granularity=Granularity.WEEK,
        timex=TimexValue(type="DATE", value="2024-W37", mod="START"),
        text="last week",
        approximate=True,
        offset=60,
        anchor="2024-09-20",
        explanation="The week before that of publication.",
    )
    source = Source(
        article="a1",
        title="Ferry held back",
        url="https://example.org/ferry",
        publisher="Example",
        published=datetime(2024, 9, 20, 17, 1, tzinfo=LONDON),
        quote=f"{words} last week.",
        start=10,
        end=47,
        marks=(Span(27, 36),),
    )
    known: dict[str, Any] = {
        "headline": words.capitalize(),
        "status": Status.OCCURRED,
        "importance": 0.25,
    }
    return Event(id=name, when=when, sources=(source,), **known | fields)


def article(name: str = "a1", **fields: Any) -> Article:  # noqa: ANN401
    known: dict[str, Any] = {
        "text": "Ferry held back\n\nThe ferry was held back last week.",
        "title": "Ferry held back",
        "published": datetime(2024, 9, 20, 17, 1, tzinfo=LONDON),
        "title_span": Span(0, 15),
        "body": (Span(17, 51),),
        "url": "https://example.org/ferry",
        "topics": ("harbour",),
    }
    return Article(id=name, **known | fields)


def entry(name: str = "a1", state: State = State.QUEUED, later: int = 0, **fields: Any) -> Entry:  # noqa: ANN401
    """Received ``later`` minutes after the first version."""
    known: dict[str, Any] = {
        "submission": {"text": "The ferry was held back last week.", "topics": ["Harbour"]},
        "topics": (HARBOUR,),
    }
    return Entry(id=name, state=state, received=RECEIVED + timedelta(minutes=later), **known | fields)


def done(name: str = "a1", later: int = 0, **fields: Any) -> Entry:  # noqa: ANN401
    known: dict[str, Any] = {"article": article(name), "events": (event(f"{name}-1"),)}
    return entry(name, State.DONE, later, **known | fields)


def pages(store: Store, slug: str, limit: int) -> list[tuple[Event, ...]]:
    """All pages of a topic, read one after the other."""
    page = store.timeline(slug, limit=limit)
    assert page is not None
    found = [page.events]
    while page.next is not None:
        page = store.timeline(slug, limit=limit, after=page.next)
        assert page is not None
        found.append(page.events)
    return found


_STARTS = st.sampled_from([None, *(local(9, hour) for hour in (0, 1, 23)), local(10)])
_LENGTHS = st.sampled_from([None, *(timedelta(hours=hours) for hours in (1, 24, 25, 168))])


@st.composite
def intervals(draw: st.DrawFn) -> Interval | None:
    """Few enough that events often share a day, an end or the whole interval."""
    if draw(st.integers(0, 9)) == 0:
        return None
    start, length = draw(_STARTS), draw(_LENGTHS)
    return Interval(start, None if length is None else (start or local(9)) + length)


CALLS: dict[str, Callable[[Store], object]] = {
    "replace": lambda store: store.replace(entry()),
    "entry": lambda store: store.entry("a1"),
    "topics": lambda store: store.topics(),
    "timeline": lambda store: store.timeline("harbour"),
    "ping": lambda store: store.ping(),
}


def told_in_each(versions: tuple[Version, ...]) -> list[tuple[int, list[str], list[Topic], Ending | None]]:
    return [(one.number, [event.id for event in one.events], list(one.topics), one.ended) for one in versions]
