"""Schemas are made and brought up to date without a file of settings, and never taken back."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from loading import modules_loaded_by
from sqlalchemy import Connection, text
from store_specimens import done

from timeline.store import TooNew, Unavailable, engine, fulltext, open_store, upgrade, upgrading
from timeline.store.migrations import HEAD
from timeline.store.schema import metadata


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


def test_who_upgrades_waits_for_another_longer_than_for_any_other_lock(empty_postgres_url: str) -> None:
    hasty = f"{empty_postgres_url}&options=-c%20lock_timeout%3D50ms%20-c%20statement_timeout%3D100ms"
    with ThreadPoolExecutor(1) as threads, psycopg.connect(empty_postgres_url) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [upgrading.ALONE])
        waiting = threads.submit(upgrade, hasty)
        with pytest.raises(TimeoutError):
            waiting.result(1)
        other.rollback()
        waiting.result()
    store = open_store(empty_postgres_url)
    store.ping()
    store.close()


def test_sqlalchemy_is_not_loaded_before_a_store_is_opened() -> None:
    assert "sqlalchemy" not in modules_loaded_by("from timeline.store import open_store, upgrade, Unavailable")


def test_alembic_is_not_loaded_for_a_schema_that_is_up_to_date(url: str) -> None:
    code = f"from timeline.store import open_store, upgrade; upgrade({url!r}); open_store({url!r}).ping()"
    assert "alembic" not in modules_loaded_by(code)


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
