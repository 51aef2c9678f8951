"""What becomes of a topic that another makes meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, Engine, insert, text
from store_specimens import HARBOUR

from timeline.model import Topic
from timeline.search.saved import SavedSearch
from timeline.store import Store, TakenSlug, engine
from timeline.store.schema import topics


@pytest.fixture
def made_meanwhile(database: Engine) -> Callable[[Callable[[], object]], Future[object]]:
    """What a change gives, or raises, that finds no topic "tide" and, before it is done, one that another has made."""

    def changed(change: Callable[[], object]) -> Future[object]:
        row = {"slug": "tide", "title": "Tide", "changed": 1, "edition": 1, "events": 0, "articles": 0}
        with ThreadPoolExecutor(1) as pool:
            with engine.writing(database).begin() as connection:
                connection.execute(insert(topics), row)
                found = pool.submit(change)
                while not (found.done() or _waited_for(connection)):
                    time.sleep(0.01)
            return found

    return changed


def _waited_for(connection: Connection) -> bool:
    """SQLite tells of nobody who waits; whoever writes there does so before it looks at anything."""
    if connection.dialect.name == "sqlite":
        return True
    return (
        connection.execute(text("SELECT 1 FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))")).first()
        is not None
    )


def test_a_topic_that_is_made_meanwhile_is_defined(
    store: Store, made_meanwhile: Callable[[Callable[[], object]], Future[object]]
) -> None:
    made_meanwhile(lambda: store.catalogue.define(Topic("tide", "High tide"), SavedSearch(q="tide"))).result()
    found = store.catalogue.find("tide")
    assert found is not None
    assert (found.topic.title, found.searches) == ("High tide", (SavedSearch(q="tide"),))


def test_no_topic_is_renamed_to_one_that_is_made_meanwhile(
    store: Store, made_meanwhile: Callable[[Callable[[], object]], Future[object]]
) -> None:
    store.catalogue.define(HARBOUR, None)
    with pytest.raises(TakenSlug):
        made_meanwhile(lambda: store.catalogue.rename("harbour", Topic("tide", "Tide"))).result()
    assert store.catalogue.find("harbour") is not None
