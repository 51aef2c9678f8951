"""A record that cannot be read back costs the one event that it was of, and says so."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from damages import DAYS, PLANNED, TIMES_ALONE, WAYS, Spoil, forget, told
from sqlalchemy import Engine, update
from store_specimens import article, done, event

from timeline.model import Damaged, Event, Source, Status
from timeline.search import query
from timeline.selection import Selection
from timeline.store import Store
from timeline.store.chronologies import happenings
from timeline.store.damage import HEADLINE


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


def test_what_was_made_of_several_reports_may_be_damaged_too(store: Store, database: Engine) -> None:
    for name in ("a1", "a2"):
        source: Source = replace(PLANNED[0].sources[0], article=name, publisher=name, quote=f"{name} says it is so.")
        store.replace(done(name, events=(replace(PLANNED[0], id=name, sources=(source,)), PLANNED[int(name[1])])))
    assert [len(one.sources) for one in told(store)] == [2, 1, 1]
    with database.begin() as connection:
        connection.execute(update(happenings).values(record=b"{"))
        forget(connection)
    assert [type(one) for one in told(store)] == [Damaged, Event, Event]
