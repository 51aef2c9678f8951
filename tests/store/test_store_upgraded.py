"""What a store of an older version held, it tells after it was upgraded as one would that had it from the start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from old_stores import FIRST, MERGED, copy, fill, told_by_id
from sqlalchemy import select, text, update
from store_specimens import WEEK, done, event, own_words

from timeline.interval import Granularity
from timeline.model import Damaged, Status
from timeline.search import query
from timeline.selection import Selection
from timeline.store import engine, open_store, upgrade
from timeline.store.schema import MOST_EVENTS, articles, events
from timeline.store.upgrading import to_revision


@pytest.fixture
def unmerged_url(empty_url: str, url: str) -> str:
    """A store of the first revision with what the newer one at ``url`` holds: three articles that tell the same."""
    fill(url)
    to_revision(empty_url, "0001")
    copy(url, empty_url, FIRST)
    made = engine.engine(engine.address(empty_url))
    with made.begin() as connection:
        connection.execute(text("UPDATE topics SET events = 6"))
    made.dispose()
    return empty_url


def test_a_store_that_knew_no_selections_selects_as_it_is_upgraded(url: str, empty_url: str) -> None:
    fill(url)
    to_revision(empty_url, "0008_events_by_id")
    copy(url, empty_url, MERGED)
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
    fill(url)
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
    fill(url)
    to_revision(empty_url, revision)
    copy(url, empty_url, FIRST if revision == "0001" else MERGED)
    _spoiled(empty_url)
    upgrade(empty_url)
    new, upgraded = open_store(url), open_store(empty_url)
    whole, found = told_by_id(new), told_by_id(upgraded)
    assert [type(one) for one in found.values()].count(Damaged) == 1
    assert {id_ for id_, one in found.items() if one == whole.get(id_)} == {"same", "a1", "a3"}
    assert upgraded.replace(done("a2", later=1, events=(event("a2"),)))
    assert told_by_id(upgraded).keys() == {"same", "a1", "a2", "a3"}
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
