"""Every field of every record comes back from its bytes, whatever it holds."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_specimens import LONDON, article, event

from timeline.interval import Granularity, Interval
from timeline.model import Article, Event, Source, Span, Status, TimexValue, When
from timeline.store import records

_text = st.text()
_zones = st.sampled_from([UTC, LONDON, ZoneInfo("America/New_York"), timezone(timedelta(hours=5, minutes=45))])
_offsets = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-9, minutes=-30))])
_instants = st.datetimes()
_maybe = st.none() | _text
_spans = st.builds(Span, st.integers(0, 9), st.integers(0, 9))
_whens = st.builds(
    When,
    interval=st.none() | st.builds(Interval, st.none() | _instants, st.none() | _instants),
    granularity=st.sampled_from(Granularity),
    timex=st.builds(TimexValue, type=_text, value=_text, mod=_maybe, quant=_maybe, freq=_maybe),
    text=_text,
    approximate=st.booleans(),
    offset=st.none() | st.integers(-900, 900),
    anchor=_maybe,
    explanation=_text,
)
_sources = st.builds(
    Source,
    article=_text,
    title=_text,
    url=_maybe,
    publisher=_maybe,
    published=st.datetimes(timezones=_offsets),
    quote=_text,
    start=st.integers(0),
    end=st.integers(0),
    marks=st.lists(_spans, max_size=2).map(tuple),
)
_events = st.builds(
    Event,
    id=_text,
    headline=_text,
    status=st.sampled_from(Status),
    when=_whens,
    sources=st.lists(_sources, max_size=2).map(tuple),
    importance=st.floats(allow_nan=False, allow_infinity=False),
)
_articles = st.builds(
    Article,
    id=_text,
    text=_text,
    title=_text,
    published=st.datetimes(min_value=datetime(1950, 1, 1), timezones=_zones),
    day_only=st.booleans(),
    title_span=st.none() | _spans,
    body=st.lists(_spans, max_size=2).map(tuple),
    url=_maybe,
    publisher=_maybe,
    language=_text,
    topics=st.lists(_text, max_size=2).map(tuple),
)


@given(_events)
def test_an_event_comes_back_whole(told: Event) -> None:
    assert records.event(records.event_bytes(told)) == told


@given(_articles)
def test_an_article_comes_back_whole_and_knows_its_zone(read: Article) -> None:
    found = records.article_read(records.article_bytes(read))[0]
    assert [getattr(found, field.name) for field in fields(found) if field.name != "published"] == [
        getattr(read, field.name) for field in fields(read) if field.name != "published"
    ]
    assert found.published.replace(tzinfo=None) == read.published.replace(tzinfo=None)
    assert found.published.utcoffset() == read.published.utcoffset()
    assert getattr(found.published.tzinfo, "key", None) == getattr(read.published.tzinfo, "key", None)


def test_a_zone_whose_offset_had_seconds_keeps_the_publishers_day() -> None:
    midnight = datetime(1930, 3, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert records.article_read(records.article_bytes(article(published=midnight)))[0].published == midnight


def test_a_zone_that_is_known_no_more_leaves_the_offset() -> None:
    stored = records.article_bytes(article()).replace(b"Europe/London", b"Europe/Camelot")
    assert records.article_read(stored)[0].published == article().published


@pytest.mark.parametrize(
    "stored",
    [
        records.event_bytes(event()).replace(b'"importance"', b'"unheard_of":[1],"importance"'),
        records.event_bytes(event()).replace(b',"quant":null,"freq":null', b""),
    ],
)
def test_records_of_versions_with_other_optional_fields_can_be_read(stored: bytes) -> None:
    assert records.event(stored) == event()
