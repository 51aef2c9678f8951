"""Reports of invented happenings, as records."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from timeline.interval import Granularity, Interval
from timeline.model import Event, Source, Status, TimexValue, When

_SIZES = {1: Granularity.DAY, 7: Granularity.WEEK, 30: Granularity.MONTH}


def report(
    line: str,
    day: int,
    days: int = 1,
    *,
    publisher: str = "Gazette",
    published: int = 20,
    status: Status = Status.OCCURRED,
    article: str | None = None,
) -> Event:
    """``line`` told of ``days`` days from a ``day`` of 2025 on, in an article ``published`` on another."""
    name = article or f"{publisher}-{published}-{line}"
    start = datetime(2025, 1, 1) + timedelta(days=day)
    number = hashlib.sha256(f"{name} {line} {day} {days} {status}".encode()).hexdigest()[:32]
    return Event(
        id=number,
        headline=line,
        status=status,
        when=When(
            interval=Interval(start, start + timedelta(days=days)),
            granularity=_SIZES[days],
            timex=TimexValue(type="DATE", value=f"{start:%Y-%m-%d}"),
            text=f"day {day}",
        ),
        sources=(
            Source(
                article=name,
                title=line,
                url=None,
                publisher=publisher,
                published=datetime(2025, 1, 1, 12, tzinfo=UTC) + timedelta(days=published),
                quote=f"{line}, officials said.",
                start=0,
                end=len(line),
            ),
        ),
        importance=0.5,
    )


LINES = (
    "The Alder ferry sank off Cape Morrow",
    "The pilot boat Alder sank near Cape Morrow",
    "Ferry Alder sinks at Cape Morrow in heavy seas",
    "The opening of the Sundby tram line has been postponed",
    "The Sundby tram line will open with a free ride",
    "The Sundby tram line opened",
    "Rebels attacked a convoy near Arlen",
)
happenings = st.builds(
    report,
    st.sampled_from(LINES),
    st.integers(0, 12),
    st.sampled_from([1, 1, 1, 7, 30]),
    publisher=st.sampled_from(["Gazette", "Herald", "Observer"]),
    published=st.integers(0, 20),
    status=st.sampled_from(Status),
)


def told_in(name: str, events: list[Event]) -> tuple[Event, ...]:
    """The events as told by that article."""
    return tuple(
        replace(event, id=f"{name}-{event.id}", sources=(replace(event.sources[0], article=name),)) for event in events
    )
