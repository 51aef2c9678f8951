"""Both databases walk one index to a page."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, Self

import psycopg
import pytest
from sqlalchemy import Connection
from store_specimens import done, event

from timeline.selection import EVERYTHING
from timeline.store import engine, open_store
from timeline.store.pages import Asked, page


@pytest.fixture
def plans(url: str) -> Iterator[list[list[str]]]:
    """How the database goes about each statement of reading a second page out of 3,000 events, its place counted."""
    store = open_store(url)
    for number in range(300):
        store.replace(done(str(number), events=tuple(event(f"{number}-{each}") for each in range(10))))
    store.close()
    made = engine.engine(engine.address(url))
    with made.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        yield list(_plans_of_second_page(connection))
    made.dispose()


def _plans_of_second_page(connection: Connection) -> Iterator[list[str]]:
    first = page(connection, Asked("harbour", EVERYTHING, 100))
    assert first is not None
    again = Asked("harbour", EVERYTHING, 100, first.next, numbered=True)
    sqlite = connection.dialect.name == "sqlite"
    for statement, values in list((_traced if sqlite else _heard)(connection, lambda: page(connection, again))):
        explain = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN "
        yield [row[-1] for row in connection.exec_driver_sql(explain + statement, values)]


def _traced(connection: Connection, work: Callable[[], object]) -> list[tuple[str, Any]]:
    """Statements as SQLite has them, with their values."""
    driver, executed = connection.connection.dbapi_connection, list[tuple[str, Any]]()
    assert isinstance(driver, sqlite3.Connection)
    driver.set_trace_callback(lambda statement: executed.append((statement, ())))
    work()
    driver.set_trace_callback(None)
    return executed


def _heard(connection: Connection, work: Callable[[], object]) -> list[tuple[str, Any]]:
    """As PostgreSQL's driver is given them."""
    driver, executed = connection.connection.dbapi_connection, list[tuple[str, Any]]()
    assert isinstance(driver, psycopg.Connection)

    class Heard(psycopg.Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **options: Any) -> Self:  # noqa: ANN401
            executed.append((query, params if isinstance(params, dict) else tuple(params or ())))
            return super().execute(query, params, **options)

    driver.cursor_factory = Heard
    work()
    driver.cursor_factory = psycopg.Cursor
    return list(executed)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_sqlite_walks_one_index_to_a_page_and_sorts_nothing(plans: list[list[str]]) -> None:
    """Nor for the places where it begins and ends; and the other way along the same index, to count the events before
    it."""
    assert plans == [
        ["SEARCH topics USING INDEX sqlite_autoindex_topics_1 (slug=?)"],
        ["SEARCH places USING PRIMARY KEY (topic=? AND (earliest,latest,start,end,event,key)>(?,?,?,?,?,?))"],
        [
            "SEARCH events USING INTEGER PRIMARY KEY (rowid=?)",
            "LIST SUBQUERY 3",
            "SCAN listed VIRTUAL TABLE INDEX 1:",
            "CORRELATED SCALAR SUBQUERY 1",
            "SEARCH tellings USING COVERING INDEX tellings_by_home (home=?)",
            "CORRELATED SCALAR SUBQUERY 2",
            "SEARCH happenings USING PRIMARY KEY (topic=? AND home=?)",
        ],
        *[["SEARCH places USING COVERING INDEX places_by_key (key=? AND topic=?)"]] * 2,
        ["SEARCH places USING PRIMARY KEY (topic=? AND (earliest,latest,start,end,event,key)<(?,?,?,?,?,?))"],
    ]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_postgresql_walks_one_index_to_a_page_and_does_not_sort_the_topic(plans: list[list[str]]) -> None:
    found = "\n".join(plans[1])
    assert "using places_pkey" in found
    assert not re.search(r"Seq Scan on (?!happenings)", found)  # of which this topic has none
    assert not re.search(r"(?<!Incremental )Sort  ", found)
