"""What a store of an older version held, it tells after it was upgraded as one would that had it from the start."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, Table, insert, select, text, update
from store_specimens import WEEK, article, done, event, own_words

from timeline.interval import Granularity, Interval
from timeline.model import Damaged, Event, Status
from timeline.search import query
from timeline.selection import Selection
from timeline.store import Entry, Store, engine, open_store, upgrade
from timeline.store.schema import MOST_EVENTS, articles, events
from timeline.store.upgrading import to_revision

_FIRST = ("articles", "topics", "filings", "events")
_OLD = {"component": "home AS component"}
"""Columns that are no more, made of those that are."""
_MERGED = (*_FIRST, "places", "tellings", "tellers", "spots", "happenings")


def _filled(url: str) -> None:
    """Three articles that tell the same, and each something of its own."""
    store = open_store(url)
    for name in ("a1", "a2", "a3"):
        source = replace(event("same").sources[0], article=name, publisher=name)
        told = article(name, publisher=name)
        store.replace(done(name, article=told, events=(replace(event("same"), sources=(source,)), event(name))))
    store.close()


def _copied(url: str, old_url: str, tables: tuple[str, ...]) -> None:
    """What the store at ``url`` holds, as far as an older one knew it."""
    made, old = (engine.engine(engine.address(address)) for address in (url, old_url))
    with made.connect() as connection, old.begin() as older:
        for name in tables:
            known = Table(name, MetaData(), autoload_with=older)
            columns = ", ".join(_OLD.get(column.name, f'"{column.name}"') for column in known.c)
            if rows := [row._asdict() for row in connection.execute(text(f"SELECT {columns} FROM {name}"))]:
                older.execute(insert(known), rows)
    for each in (made, old):
        each.dispose()


@pytest.fixture
def unmerged_url(empty_url: str, url: str) -> str:
    """A store of the first revision with what the newer one at ``url`` holds: three articles that tell the same."""
    _filled(url)
    to_revision(empty_url, "0001")
    _copied(url, empty_url, _FIRST)
    made = engine.engine(engine.address(empty_url))
    with made.begin() as connection:
        connection.execute(text("UPDATE topics SET events = 6"))
    made.dispose()
    return empty_url


def test_a_store_that_knew_no_selections_selects_as_it_is_upgraded(url: str, empty_url: str) -> None:
    _filled(url)
    to_revision(empty_url, "0008_events_by_id")
    _copied(url, empty_url, _MERGED)
    upgrade(empty_url)
    new, upgraded = open_store(url), open_store(empty_url)
    words = own_words(f"same {WEEK}").split()[0]
    asked: tuple[dict[str, Any], ...] = (
        {"statuses": {Status.OCCURRED}}, {"granularities": {Granularity.WEEK}}, {"min_importance": 0.2},
        {"source": "A2"}, {"query": query(words)}, {"query": query(f"-{words}")}, {},
    )  # fmt: skip
    for fields in asked:
        wanted, found = (store.timeline("harbour", Selection(**fields)) for store in (new, upgraded))
        assert wanted is not None
        assert wanted.events
        assert found == wanted
    assert upgraded.replace(done("a1", later=1, events=()))
    new.close()
    upgraded.close()


def test_a_store_of_the_first_revision_is_merged_as_it_is_upgraded(url: str, unmerged_url: str) -> None:
    upgrade(unmerged_url)
    new, upgraded = open_store(url), open_store(unmerged_url)
    wanted, found = new.timeline("harbour"), upgraded.timeline("harbour")
    assert wanted is not None
    assert found is not None
    assert (found.count, found.events, upgraded.topics()) == (wanted.count, wanted.events, new.topics())
    assert [len(one.sources) for one in found.events if one.id == "same"] == [3]
    assert upgraded.replace(done("a1", later=1, events=()))
    assert new.replace(done("a1", later=1, events=()))
    one, other = (page.events for store in (new, upgraded) if (page := store.timeline("harbour")))
    assert one == other
    new.close()
    upgraded.close()


def test_words_that_an_earlier_version_of_sqlites_store_left_are_gone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/dateline.db"
    upgrade(url)
    _filled(url)
    made = engine.engine(engine.address(url))
    counted = text("SELECT count(*) FROM place_words")
    with made.begin() as connection:
        before = connection.execute(counted).scalar_one()
        connection.execute(text("INSERT INTO place_words (words, topic, home) SELECT words, topic, 5 FROM place_words"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0015_marks'"))
    upgrade(url)
    with made.connect() as connection:
        assert connection.execute(counted).scalar_one() == before
    made.dispose()


@pytest.mark.parametrize("revision", ["0001", "0008_events_by_id"])
def test_a_damaged_record_hinders_no_upgrade(url: str, empty_url: str, revision: str) -> None:
    _filled(url)
    to_revision(empty_url, revision)
    _copied(url, empty_url, _FIRST if revision == "0001" else _MERGED)
    _spoiled(empty_url)
    upgrade(empty_url)
    new, upgraded = open_store(url), open_store(empty_url)
    whole, found = _told(new), _told(upgraded)
    assert [type(one) for one in found.values()].count(Damaged) == 1
    assert {id_ for id_, one in found.items() if one == whole.get(id_)} == {"same", "a1", "a3"}
    assert upgraded.replace(done("a2", later=1, events=(event("a2"),)))
    assert _told(upgraded).keys() == {"same", "a1", "a2", "a3"}
    new.close()
    upgraded.close()


def _spoiled(url: str) -> None:
    """Article a2, and the event that it alone tells."""
    made = engine.engine(engine.address(url))
    with made.begin() as connection:
        here = articles.c.id == "a2"
        key = connection.execute(select(articles.c.key).where(here)).scalar_one() * MOST_EVENTS + 1
        connection.execute(update(articles).where(here).values(article=b"{"))
        assert connection.execute(update(events).where(events.c.key == key).values(record=b"{")).rowcount == 1
    made.dispose()


def _told(store: Store) -> dict[str, Event]:
    page = store.timeline("harbour")
    assert page is not None
    return {one.id: one for one in page.events}


def test_a_crowd_that_was_one_happening_is_divided_as_it_is_upgraded(url: str, empty_url: str) -> None:
    """By the revisions that had what hangs together divided as a whole, here at its worst."""
    store = open_store(url)
    for number in range(70):
        day = date(2024, 1, 1) + timedelta(days=number)
        store.replace(_strike(f"a{number}", day))
    store.close()
    to_revision(empty_url, "0012_catalogue")
    _copied(url, empty_url, _MERGED)
    made = engine.engine(engine.address(empty_url))
    with made.begin() as connection:
        for statement in _ONE_CROWD:
            connection.execute(text(statement))
    made.dispose()
    upgrade(empty_url)
    new, upgraded = open_store(url), open_store(empty_url)
    assert upgraded.timeline("harbour") == new.timeline("harbour")
    assert upgraded.topics() == new.topics()
    new.close()
    upgraded.close()


def test_reports_of_a_store_without_marks_are_found_after_it_is_upgraded(url: str, empty_url: str) -> None:
    store = open_store(url)
    for number in range(5):
        store.replace(_strike(f"a{number}", date(2024, 1, 1)))
    store.replace(done("a5", events=(event("a5"),)))
    store.close()
    to_revision(empty_url, "0014_stamps")
    _copied(url, empty_url, _MERGED)
    upgrade(empty_url)
    upgraded = open_store(empty_url)
    told = _strike("a5", date(2024, 1, 1))
    assert upgraded.replace(replace(told, received=told.received + timedelta(days=1)))
    assert [len(one.sources) for one in _told(upgraded).values()] == [6]
    upgraded.close()


_ONE_CROWD = (
    "UPDATE tellings SET component = (SELECT min(lead) FROM tellings)",
    "UPDATE tellings SET home = component",
    "DELETE FROM happenings",
    'DELETE FROM places WHERE "key" > (SELECT min(lead) FROM tellings)',
    'INSERT INTO happenings (topic, home, record) SELECT topic, "key", (SELECT record FROM events WHERE '
    'events."key" = places."key") FROM places',
    "UPDATE topics SET events = 1",
)


def _strike(name: str, day: date) -> Entry:
    start = datetime(day.year, day.month, day.day)
    told = event(name, Interval(start, start + timedelta(days=1)))
    line = f"A strike hit the power station in Dallow, wave {name}"
    published = start.replace(tzinfo=UTC) + timedelta(days=1)
    source = replace(told.sources[0], article=name, publisher=name, quote=line, published=published)
    return done(name, events=(replace(told, headline=line, sources=(source,)),))
