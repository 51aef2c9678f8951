"""A record that cannot be read back costs the one event that it was of, and says so."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, select, update
from store_specimens import LONDON, RECEIVED, article, done, event, local

from timeline.interval import Interval
from timeline.model import Damaged, Event, Source, Status
from timeline.search import query
from timeline.selection import Selection
from timeline.store import Store
from timeline.store.chronologies import happenings, places
from timeline.store.damage import HEADLINE
from timeline.store.schema import MOST_EVENTS, articles, events
from worker.ingestion import Delivery, ingest
from worker.rereading import again

Spoil = Callable[[str, int, Callable[[bytes], bytes]], None]

DAYS = [Interval(local(day), local(day + 1)) for day in (3, 4, 5)]
PLANNED = tuple(event(f"e{number}", day, status=Status.SCHEDULED) for number, day in enumerate(DAYS))
WAYS: dict[str, Callable[[bytes], bytes]] = {
    "nothing left": lambda _: b"",
    "cut off": lambda record: record[: len(record) // 2],
    "another type of record": lambda _: b"[null]",
    "a status nobody knows": lambda record: record.replace(b'"scheduled"', b'"postponed"'),
    "a number for a headline": lambda record: record.replace(b'"headline":"', b'"headline":7,"x":"'),
    "a year after the last": lambda record: record.replace(b'"2024-09-04T', b'"12024-09-04T'),
    "a time of a zone among times without": lambda record: record.replace(b'-04T00:00:00"', b'-04T00:00:00Z"'),
    "a publication in no zone": lambda record: record.replace(b":00+01:00", b":00"),
    "an offset of a week": lambda record: record.replace(b'"offset":60', b'"offset":10080'),
}

TIMES_ALONE = {"a time of a zone among times without", "an offset of a week"}


def forget(connection: Connection) -> None:
    """Has this process read again what it remembers of a record, as another one would."""
    connection.execute(update(places).values(stamp=places.c.stamp + 1))


@pytest.fixture
def spoil(database: Engine) -> Spoil:
    """Writes something else over the record of an article's event."""

    def written(name: str, place: int, way: Callable[[bytes], bytes]) -> None:
        with database.begin() as connection:
            key = connection.execute(select(articles.c.key).where(articles.c.id == name)).scalar_one() * MOST_EVENTS
            here = events.c.key == key + place
            record = way(connection.execute(select(events.c.record).where(here)).scalar_one())
            assert connection.execute(update(events).where(here).values(record=record)).rowcount == 1
            forget(connection)

    return written


def told(store: Store, selection: Selection | None = None) -> tuple[Event, ...]:
    page = store.timeline("harbour", selection or Selection())
    assert page is not None
    assert page.count == len(page.events)
    return page.events


@pytest.mark.parametrize("way", WAYS)
def test_one_record_costs_one_event(store: Store, spoil: Spoil, way: str, caplog: pytest.LogCaptureFixture) -> None:
    """Which stands where it stood, with its status, and names its article."""
    store.replace(done(events=PLANNED))
    whole = told(store)
    spoil("a1", 1, WAYS[way])
    with caplog.at_level(logging.WARNING):
        first, lost, last = told(store)
    assert (first, last) == (whole[0], whole[2])
    assert isinstance(lost, Damaged)
    assert (lost.id, lost.status, lost.when.interval) == ("e1", Status.SCHEDULED, DAYS[1])
    assert (lost.sources[0].article, lost.sources[0].published) == ("a1", article().published)
    assert lost.headline == (PLANNED[1].headline if way in TIMES_ALONE else HEADLINE)
    assert "Event 1 of article a1 cannot be read back" in caplog.text


def test_everything_else_that_is_told_of_it_goes_on(store: Store, spoil: Spoil) -> None:
    store.replace(done(events=PLANNED))
    store.replace(done("a2", events=(event("other", DAYS[0]),)))
    before = store.editions.topic("harbour")
    assert before is not None
    spoil("a1", 1, WAYS["cut off"])
    found = store.event("harbour", "e1")
    assert found is not None
    assert isinstance(found.events[0], Damaged)
    entry = store.entry("a1")
    assert entry is not None
    assert [type(one) for one in entry.events or ()] == [Event, Damaged, Event]
    assert [len(version.events) for version in store.versions("a1")] == [3]
    density = store.density("harbour")
    assert density is not None
    assert density.count == 4
    news = store.editions.news("harbour", 0)
    assert news is not None
    assert news.articles["a1"] == ("e0", "e2")
    words = PLANNED[1].headline.split()[0]
    assert [type(hit.event) for hit in store.search(query(words)).hits] == [Damaged]  # type: ignore[union-attr]


def test_the_past_is_told_too(store: Store, spoil: Spoil) -> None:
    store.replace(done(events=PLANNED))
    page = store.timeline("harbour")
    assert page is not None
    store.replace(done("a2", events=(event("other", DAYS[0]),)))
    spoil("a1", 1, WAYS["cut off"])
    then = told(store, Selection(as_of=page.as_of))
    assert [(one.id, type(one), one.when.interval) for one in then] == [
        ("e0", Event, DAYS[0]),
        ("e1", Damaged, DAYS[1]),
        ("e2", Event, DAYS[2]),
    ]


@pytest.mark.parametrize("way", ["nothing left", "cut off", "a status nobody knows"])
def test_a_new_version_of_the_article_leaves_nothing_of_the_damage(store: Store, spoil: Spoil, way: str) -> None:
    """Also one of another time of publication, and of the very same events."""
    store.replace(done(events=PLANNED))
    whole = told(store)
    spoil("a1", 1, WAYS[way])
    later = article(published=article().published + timedelta(days=1))
    assert store.replace(done(later=1, article=later, events=PLANNED))
    assert told(store) == whole
    assert store.withdraw("a1", RECEIVED + timedelta(days=1))
    assert told(store) == ()
    assert [len(version.events) for version in store.versions("a1")]


def test_reading_the_article_again_mends_it(store: Store, spoil: Spoil) -> None:
    """As `dateline reread` does."""
    given = {"text": "Ferry held back\n\nThe ferry was held back last week.", "topics": ["Harbour"]}
    delivery = Delivery(given=given | {"published": "2024-09-20T17:01:00+01:00"}, received=RECEIVED)
    ingest(store, delivery, LONDON)
    (whole,) = told(store)
    spoil(whole.sources[0].article, 0, WAYS["cut off"])
    assert isinstance(told(store)[0], Damaged)
    begun = store.rereadings.begin(None, "today", RECEIVED, dry=False)
    assert begun is not None
    found = [again(position, entry, LONDON) for position, entry in store.rereadings.next(begun, limit=10)]
    assert store.rereadings.advance(begun, found, RECEIVED)
    assert told(store) == (whole,)


def test_what_another_article_tells_of_it_is_taken_in(store: Store, spoil: Spoil) -> None:
    """As another report of the same happening, and in the very same words."""
    store.replace(done(events=PLANNED))
    spoil("a1", 1, WAYS["cut off"])
    for number, fields in enumerate(({}, {"headline": f"{PLANNED[1].headline} again"})):
        name = f"b{number}"
        source = replace(PLANNED[1].sources[0], article=name, publisher=name)
        assert store.replace(done(name, events=(replace(PLANNED[1], id=name, sources=(source,), **fields),)))
        assert {one.id for one in told(store)} >= {"e0", "e2"}
    assert store.replace(done(later=1, events=PLANNED))
    assert not any(isinstance(one, Damaged) for one in told(store))
    assert {source.article for one in told(store) for source in one.sources} == {"a1", "b0", "b1"}


def test_what_was_made_of_several_reports_may_be_damaged_too(store: Store, database: Engine) -> None:
    for name in ("a1", "a2"):
        source: Source = replace(PLANNED[0].sources[0], article=name, publisher=name, quote=f"{name} says it is so.")
        store.replace(done(name, events=(replace(PLANNED[0], id=name, sources=(source,)), PLANNED[int(name[1])])))
    assert [len(one.sources) for one in told(store)] == [2, 1, 1]
    with database.begin() as connection:
        connection.execute(update(happenings).values(record=b"{"))
        forget(connection)
    assert [type(one) for one in told(store)] == [Damaged, Event, Event]
