"""One more article costs what its neighbours cost, however long the topic is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reports import report
from sqlalchemy import Connection
from store_specimens import done

from timeline.model import Event
from timeline.store import engine
from timeline.store.prepared import prepared
from timeline.store.writing import write


@pytest.fixture
def connection(file: Path) -> Iterator[Connection]:
    """One that writes to a SQLite store without articles."""
    made = engine.engine(engine.address(f"sqlite:///{file}"))
    with engine.writing(made).connect() as opened:
        yield opened
    made.dispose()


def _effort(connection: Connection, name: str, *events: Event) -> tuple[int, int]:
    """Rows written, and steps of the database in hundreds, that one more article of ``harbour`` takes."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    driver = connection.connection.driver_connection
    assert driver is not None
    before = driver.total_changes
    driver.set_progress_handler(step, 100)
    write(connection, [prepared(done(name, events=events))])
    driver.set_progress_handler(None, 0)
    connection.commit()
    return driver.total_changes - before, steps


def test_one_more_article_touches_its_neighbours_however_long_the_topic_is(connection: Connection) -> None:
    """The same article costs the same after 10 others and after 3,000, and writes no row of any but its neighbour."""
    near = [report("The ferry Alder sank off Cape Morrow", 3, publisher=f"P{number}") for number in range(3)]
    _effort(connection, "first", near[0])
    few = _effort(connection, "second", near[1])
    far = [
        report(f"The council of Norwick{number} met in room {number}", 30 + 2 * (number % 900))
        for number in range(3_000)
    ]
    _effort(connection, "crowd", *far)
    rows, steps = _effort(connection, "third", near[2])
    assert rows <= few[0] + 2
    assert steps <= 2 * few[1] + 10


def _wave(number: int) -> Event:
    """Alike that of the day before and that of the day after, so that all of them hang together."""
    line = f"A strike hit the power station in Dallow, wave {number}"
    return report(line, number, publisher=f"P{number}", published=number + 1)


def test_one_more_of_many_that_hang_together_touches_its_neighbours_alone(connection: Connection) -> None:
    for number in range(0, 600, 20):
        few_days = tuple(_wave(number + day) for day in range(20))
        write(connection, [prepared(done(f"few-{number}", events=few_days))])
        if number == 20:
            few = _effort(connection, "tenth", _wave(41))
    rows, steps = _effort(connection, "last", _wave(601))
    assert rows <= few[0] + 2
    assert steps <= 2 * few[1] + 10
