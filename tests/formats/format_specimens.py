"""Timelines to write: those of the seeds, and any that hypothesis makes up of hostile text and times."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from timeline.chronology.merging import merged
from timeline.formats import Links
from timeline.interval import Granularity, Interval
from timeline.model import Account, Event, Source, Stage, Status, Step, Timeline, TimexValue, Topic, When

sys.path.append(str(Path(__file__).parents[1] / "seeds"))
from seed_articles import article_events, files, folders

PAGE = "http://127.0.0.1:8000/timelines/topic"
DATA = "http://127.0.0.1:8000/api/v1/timelines/topic"
LINKS = Links(
    own=f"{DATA}.x",
    page=PAGE,
    next=f"{DATA}.x?after=abc&limit=2",
    event=f"{PAGE}/events/{{}}".format,
    record=f"{DATA}/events/{{}}".format,
)
AS_OF = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
HOSTILE = (
    *("\x00", "\x1b[31m", "\u202eevil", "\u2066", "\ud800", "\ufffe", "\x85", "\u2028", "line\r\nline", "", " "),
    *("]]>", "<script>alert(1)</script>", "&amp;", "&#x202e;", "<!--", "BEGIN:VEVENT", ", ; \\ \\n", "\\", '"', "'"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'-1", "＝1", "NaN", "null", "e\u0301", "日本", "אבג", "😀", "| a | b |"),
    *("`x`", "[a](http://b)", "# x", "1. x", "> x", "_x_", "~~x~~", "http://a.example/x?y=1&z=2", "www.x"),
)
SLUGS = [folder.name for folder in folders()]


@cache
def seeds() -> dict[str, Timeline]:
    """By topic, as the timeline of all its articles."""
    return {folder.name: _seed(folder) for folder in folders()}


def _seed(folder: Path) -> Timeline:
    events = merged(event for file in files(folder) for event in article_events(file))
    return timeline(*events, title=folder.name)


def timeline(*events: Event, title: str = "Topic") -> Timeline:
    return Timeline(topic=Topic("topic", title), as_of=AS_OF, count=len(events), events=events)


texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), max_size=4).map("".join)
_UNITS = {Granularity.DAY: 1, Granularity.WEEK: 7, Granularity.MONTH: 31, Granularity.YEAR: 365, Granularity.DAYPART: 0}
_CLOCKS = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR)
_INSTANTS = st.datetimes(datetime(1, 1, 3), datetime(9998, 1, 1)).map(lambda moment: moment.replace(microsecond=0))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Open at either end or both, without a place, of days or of clock times with or without a zone."""
    granularity = draw(st.sampled_from([*_UNITS, *_CLOCKS]))
    start = draw(_INSTANTS | st.sampled_from([datetime(2024, 9, 1), datetime(2024, 1, 1), datetime(2023, 12, 31)]))
    if granularity > Granularity.DAYPART:
        start = start.replace(hour=0, minute=0, second=0)
    length = timedelta(days=draw(st.integers(1, 400)))
    if granularity <= Granularity.DAYPART:
        length = timedelta(seconds=draw(st.integers(1, 90_000)))
    kind = draw(st.sampled_from(["closed", "closed", "closed", "start", "end", "nothing"]))
    interval = Interval(None if kind == "end" else start, None if kind == "start" else start + length)
    return When(
        interval=None if kind == "nothing" else interval,
        granularity=granularity,
        timex=TimexValue(type="DATE", value=draw(st.sampled_from(["2024-W37", "FUTURE_REF", "XXXX"]))),
        text=draw(texts),
        approximate=draw(st.booleans()),
        offset=draw(st.sampled_from([None, 0, 60, -210, 840])) if granularity in _CLOCKS else None,
    )


sources = st.builds(
    Source,
    article=st.sampled_from(["a" * 32, "b" * 32]),
    title=texts,
    url=st.sampled_from(
        [None, "https://gazette.example/x?a=1&b=2", "javascript:alert(1)", "http://[", "https://a.b/\x00"]
    ),
    publisher=st.none() | texts,
    published=st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    quote=texts,
    start=st.just(0),
    end=st.just(1),
)
_told = st.lists(sources, min_size=1, max_size=3).map(tuple)
_accounts = st.builds(Account, when=whens(), status=st.sampled_from(Status), sources=_told)
_steps = st.builds(Step, stage=st.sampled_from(Stage), when=whens(), source=st.none() | sources)
events = st.builds(
    Event,
    id=st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}"),
    headline=texts,
    status=st.sampled_from(Status),
    when=whens(),
    sources=_told,
    importance=st.floats(0, 1).map(lambda weight: round(weight, 4)),
    accounts=st.lists(_accounts, max_size=2).map(tuple),
    life=st.lists(_steps, max_size=3).map(tuple),
)
timelines = st.builds(
    lambda found, title: timeline(*found, title=title),
    st.lists(events, max_size=4, unique_by=lambda event: event.id),
    texts,
)
