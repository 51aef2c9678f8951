"""What makes an event of a topic important."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole_days import whole_day

from timeline.chronology.importance import importance, weighed
from timeline.interval import Granularity, Interval
from timeline.model import Event, Source, Status, Timeline, Topic

DAY = datetime(2024, 5, 10)
WHEN = whole_day(DAY, "on Friday")


def source(number: int, days: int = 1, quote: str = "A ferry ran aground on Friday.") -> Source:
    return Source(
        article=str(number),
        title="Morning news",
        url=None,
        publisher=None,
        published=DAY.replace(tzinfo=UTC) + timedelta(days=days),
        quote=quote,
        start=0,
        end=len(quote),
    )


EVENT = Event(
    id="1", headline="A ferry ran aground", status=Status.OCCURRED, when=WHEN, sources=(source(1),), importance=0.8
)


def test_more_voices_weigh_more_than_more_copies() -> None:
    many = replace(EVENT, sources=tuple(map(source, range(5))))
    assert importance(EVENT, "Ferries") < importance(many, "Ferries") < importance(replace(many, voices=5), "Ferries")


@pytest.mark.parametrize(
    "lesser",
    [
        replace(EVENT, sources=(source(1, days=400),)),
        replace(EVENT, sources=(source(1, days=-90),)),
        replace(EVENT, when=replace(WHEN, granularity=Granularity.MONTH)),
        replace(EVENT, when=replace(WHEN, approximate=True)),
        replace(EVENT, importance=0.2),
        replace(EVENT, headline="A lorry ran aground", sources=(source(1, quote="A lorry was lost."),)),
    ],
    ids=["late", "long before", "coarse", "vague", "in passing", "beside the topic"],
)
def test_what_takes_from_an_event(lesser: Event) -> None:
    assert importance(lesser, "Night ferry") < importance(EVENT, "Night ferry")


@given(
    st.integers(1, 2000),
    st.lists(st.integers(-4000, 4000), min_size=1, max_size=30),
    st.sampled_from(Granularity),
    st.floats(0, 1),
    st.booleans(),
)
def test_it_is_a_figure_from_0_to_1(voices: int, days: list[int], size: Granularity, own: float, no: bool) -> None:
    when = replace(WHEN, granularity=size, interval=None if no else WHEN.interval)
    sources = tuple(source(number, day) for number, day in enumerate(days))
    found = importance(replace(EVENT, when=when, importance=own, sources=sources, voices=voices), "Night ferry")
    assert 0 <= found <= 1


def test_open_intervals_have_a_weight_too() -> None:
    for interval in (Interval(None, DAY), Interval(DAY, None), Interval(None, None)):
        assert 0 < importance(replace(EVENT, when=replace(WHEN, interval=interval)), "Night ferry") <= 1


def test_a_timeline_is_weighed_by_its_own_topic() -> None:
    one, other = (Timeline(topic=Topic("t", t), as_of=DAY, count=1, events=(EVENT,)) for t in ("Night ferry", "Trams"))
    assert weighed(one).events[0].importance > weighed(other).events[0].importance
    assert weighed(one).events[0] == replace(EVENT, importance=importance(EVENT, "Night ferry"))
