"""A topic's timeline is what `timeline.chronology.merging` makes of all its articles, whichever came first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from store_specimens import done, pages

from timeline.chronology.merging import merged
from timeline.model import Event, Topic
from timeline.store import Store, engine
from timeline.store.prepared import prepared
from timeline.store.writing import write

sys.path.append(str(Path(__file__).parents[1] / "chronology"))
from reports import LINES, happenings, report

_slugs = (f"merged-{number}" for number in count())
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking rewrites the store for minutes
Articles = dict[str, tuple[Event, ...]]


def _by(name: str, events: list[Event]) -> tuple[Event, ...]:
    """The events as told by that article."""
    return tuple(
        replace(event, id=f"{name}-{event.id}", sources=(replace(event.sources[0], article=name),)) for event in events
    )


articles = st.lists(st.lists(happenings, max_size=4), min_size=1, max_size=7).map(
    lambda told: {f"article-{number}": _by(f"article-{number}", events) for number, events in enumerate(told)}
)


def _events(store: Store, slug: str) -> tuple[Event, ...]:
    return tuple(event for page in pages(store, slug, 3) for event in page)


def _check(store: Store, told: Articles, random: Random) -> None:
    """Every article comes, some twice, some with other events first, some leave again: only what is left counts."""
    topic, elsewhere = (Topic(next(_slugs), "T") for _ in range(2))
    versions = [(name, version) for name in told for version in (0, 2)] + [(name, 2) for name in list(told)[::2]]
    random.shuffle(versions)
    leaving = list(told)[::3]
    for name, version in versions:
        events = told[name] if version else _by(name, [report(LINES[0], 3), report(LINES[1], 4)])
        store.replace(done(f"{topic.slug}-{name}", version, topics=(topic,), events=events))
    assert _events(store, topic.slug) == merged(event for events in told.values() for event in events)
    for name in leaving:
        store.replace(done(f"{topic.slug}-{name}", 3, topics=(elsewhere,), events=told[name]))
    left = {name: events for name, events in told.items() if name not in leaving}
    assert _events(store, topic.slug) == merged(event for events in left.values() for event in events)
    found = store.timeline(topic.slug)
    assert found is not None
    assert found.count == len(_events(store, topic.slug))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40, phases=_PHASES)
@given(told=articles, random=st.randoms(use_true_random=False))
def test_no_order_of_arrival_and_no_version_in_between_leaves_a_trace(
    store: Store, told: Articles, random: Random
) -> None:
    _check(store, told, random)


@pytest.mark.parametrize("seed", range(3))
def test_both_databases_make_the_same_of_them(store: Store, seed: int) -> None:
    random = Random(seed)
    told = {
        f"article-{number}": _by(
            f"article-{number}", [report(random.choice(LINES), random.randrange(9), published=number) for _ in range(3)]
        )
        for number in range(8)
    }
    _check(store, told, random)


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


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_crowd_is_divided_alike_in_whatever_order_it_comes_and_goes(store: Store) -> None:
    """All within some days and hanging together, many more than a happening has reports."""
    random = Random(7)
    words = ("station", "strike", "harbour", "bridge", "convoy")
    lines = [f"{first.title()} and {second} in Dallow hit again" for first in words for second in words]
    told = {
        f"article-{number}": _by(
            f"article-{number}", [report(random.choice(lines), random.randrange(6), published=number % 9)]
        )
        for number in range(150)
    }
    assert max(len(event.sources) for event in merged(event for events in told.values() for event in events)) > 2
    _check(store, told, random)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_thousand_copies_of_one_article_are_one_voice_of_a_thousand_sources(store: Store) -> None:
    lines = [report(line, 3 * place, publisher="Agency") for place, line in enumerate(LINES)]
    started = monotonic()
    for number in range(1000):
        store.replace(done(f"copy-{number}", events=_by(f"copy-{number}", lines)))
    page = store.timeline("harbour", limit=1000)
    assert monotonic() - started < 120
    assert page is not None
    assert [(len(event.sources), event.voices) for event in page.events] == [(1000, 1)] * len(merged(lines))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_articles_out_of_order_by_years_and_corrections_that_contradict_each_other_leave_the_last(store: Store) -> None:
    for later, day in enumerate((9, 700, -4000, 10)):
        store.replace(done("a1", later, events=_by("a1", [report(LINES[0], day, published=day)])))
        store.replace(done("a2", later, events=_by("a2", [report(LINES[6], -day, published=1 - day)])))
    left = [report(LINES[0], 10, published=10), report(LINES[6], -10, published=-9)]
    found = _events(store, "harbour")
    assert [(event.headline, event.when) for event in found] == [(one.headline, one.when) for one in reversed(left)]


def test_a_store_is_opened_for_reading_without_the_words_of_any_language() -> None:
    from test_store_migrations import _modules_loaded_by

    loaded = _modules_loaded_by("from timeline.store import open_store; open_store('sqlite:////tmp/none.db')")
    assert not {name for name in loaded if name.startswith("timeline.languages.")}
