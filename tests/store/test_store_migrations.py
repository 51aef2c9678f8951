"""Schemas are made and brought up to date without a file of settings, and never taken back."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, insert, text
from store_specimens import WEEK, article, done, event, own_words

from timeline.interval import Granularity, Interval
from timeline.model import Status
from timeline.search import query
from timeline.selection import Selection
from timeline.store import Entry, TooNew, Unavailable, engine, fulltext, open_store, upgrade
from timeline.store.migrations import HEAD
from timeline.store.schema import metadata
from timeline.store.upgrading import to_revision


def _set_revision(url: str, revision: str) -> None:
    made = engine.engine(engine.address(url))
    with made.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})
    made.dispose()


def test_an_empty_address_becomes_a_store(empty_url: str) -> None:
    upgrade(empty_url)
    store = open_store(empty_url)
    store.ping()
    assert store.replace(done())
    store.close()


def test_a_second_upgrade_changes_nothing(url: str) -> None:
    store = open_store(url)
    store.replace(done())
    upgrade(url)
    assert store.entry("a1") == done()
    store.close()


def test_the_tables_made_are_the_tables_used(url: str) -> None:
    made = engine.engine(engine.address(url))
    with made.connect() as connection:
        opts = {"compare_type": True, "include_name": lambda name, *_: not str(name).startswith(fulltext.TABLES)}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []
        assert _collations(connection) == {"C"}
    made.dispose()


def _collations(connection: Connection) -> set[str]:
    """Those of the columns that are compared; SQLite always compares by code point."""
    if connection.dialect.name == "sqlite":
        return {"C"}
    columns = "SELECT collation_name FROM information_schema.columns WHERE table_schema = 'public'"
    names = connection.execute(text(f"{columns} AND column_name IN ('id', 'slug', 'event')"))
    return {str(name) for name in names.scalars()}


def test_the_head_known_without_alembic_is_alembics_head() -> None:
    config = Config()
    config.set_main_option("script_location", "timeline.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_data_of_a_later_version_are_refused_and_left_alone(url: str) -> None:
    store = open_store(url)
    store.replace(done())
    _set_revision(url, "9999")
    with pytest.raises(TooNew, match="9999"):
        upgrade(url)
    with pytest.raises(Unavailable, match="9999"):
        store.ping()
    assert store.entry("a1") == done()
    store.close()


def test_processes_that_upgrade_at_once_do_it_once(empty_url: str) -> None:
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as processes:
        list(processes.map(upgrade, [empty_url] * 4))
    store = open_store(empty_url)
    store.ping()
    store.close()


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


def _modules_loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(*sys.modules)"
    root = Path(__file__).parents[2]
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=root)
    return set(told.stdout.split())


def test_sqlalchemy_is_not_loaded_before_a_store_is_opened() -> None:
    assert "sqlalchemy" not in _modules_loaded_by("from timeline.store import open_store, upgrade, Unavailable")


def test_alembic_is_not_loaded_for_a_schema_that_is_up_to_date(url: str) -> None:
    code = f"from timeline.store import open_store, upgrade; upgrade({url!r}); open_store({url!r}).ping()"
    assert "alembic" not in _modules_loaded_by(code)


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable, match="folder"):
        upgrade(f"sqlite:///{tmp_path}/file/data/dateline.db")


@pytest.mark.parametrize("folder", ["with space", "50%", "%3F", "a?b#c", "ü"])
def test_a_data_folder_may_have_an_odd_name(tmp_path: Path, folder: str) -> None:
    url = f"sqlite:///{tmp_path}/{quote(folder)}/dateline.db"
    upgrade(url)
    assert (tmp_path / folder / "dateline.db").stat().st_size > 0
    store = open_store(url)
    store.ping()
    store.close()
