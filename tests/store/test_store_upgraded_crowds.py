"""Reports that an older store took for one happening, or did not mark, are told apart and found once it is upgraded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from old_stores import MERGED, copy, struck, told_by_id
from sqlalchemy import text
from store_specimens import done, event

from timeline.store import engine, open_store, upgrade
from timeline.store.upgrading import to_revision


def test_a_crowd_that_was_one_happening_is_divided_as_it_is_upgraded(url: str, empty_url: str) -> None:
    """By the revisions that had what hangs together divided as a whole, here at its worst."""
    store = open_store(url)
    for number in range(70):
        day = date(2024, 1, 1) + timedelta(days=number)
        store.replace(struck(f"a{number}", day))
    store.close()
    to_revision(empty_url, "0012_catalogue")
    copy(url, empty_url, MERGED)
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
        store.replace(struck(f"a{number}", date(2024, 1, 1)))
    store.replace(done("a5", events=(event("a5"),)))
    store.close()
    to_revision(empty_url, "0014_stamps")
    copy(url, empty_url, MERGED)
    upgrade(empty_url)
    upgraded = open_store(empty_url)
    told = struck("a5", date(2024, 1, 1))
    assert upgraded.replace(replace(told, received=told.received + timedelta(days=1)))
    assert [len(one.sources) for one in told_by_id(upgraded).values()] == [6]
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
