"""How the events of the harbour tunnel are told: by its Gazette, on a Friday."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from timeline.interval import Granularity as G
from timeline.interval import Interval
from timeline.model import Event, Source, Span, Status, TimexValue, Topic, When

TOPIC = Topic("harbour-tunnel", "Harbour tunnel")
BST = timezone(timedelta(hours=1))
GAZETTE = Source(
    article="a" * 32,
    title="Tunnel opening could slip into next year, engineers say",
    url="https://gazette.example/harbour-tunnel",
    publisher="Port Ellery Gazette",
    published=datetime(2024, 9, 20, 17, 1, tzinfo=BST),
    quote="",
    start=0,
    end=0,
)


def when(
    start: str | None,
    end: str | None,
    granularity: G,
    value: str,
    text: str,
    *,
    mod: str | None = None,
    approximate: bool = False,
    offset: int | None = None,
) -> When:
    """A time of these half-open ends, counted from the Gazette's Friday."""
    return When(
        interval=Interval(start and datetime.fromisoformat(start), end and datetime.fromisoformat(end)),
        granularity=granularity,
        timex=TimexValue(type="TIME" if "T" in value else "DATE", value=value, mod=mod),
        text=text,
        approximate=approximate,
        offset=offset,
        anchor="2024-09-20",
        explanation=f"{value} from 2024-09-20",
    )


def source(quote: str, *words: str, **changes: object) -> Source:
    """The Gazette saying ``quote``, with the words marked where they stand in it."""
    marks = tuple(Span(quote.index(word), quote.index(word) + len(word)) for word in words)
    given = {name: getattr(GAZETTE, name) for name in GAZETTE.__dataclass_fields__} | {
        "quote": quote,
        "marks": marks,
        "end": len(quote),
    }
    return Source(**(given | changes))


def event(number: int, headline: str, status: Status, moment: When, *sources: Source) -> Event:
    return Event(
        id=f"{number:032x}",
        headline=headline,
        status=status,
        when=moment,
        sources=sources,
        importance=0.5,
        voices=max(1, len(sources)),
    )
