"""An edition moves with every answer that changes, and the news since any moment lead to what stands now."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from store_specimens import FERRY, HARBOUR, article, done, entry, event, pages

from timeline.model import Event, Stage, Topic
from timeline.progress import State
from timeline.store import News, Store, filings, writing

sys.path.append(str(Path(__file__).parents[1] / "chronology"))
from reports import happenings

_slugs = (f"told-{number}" for number in count())
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_deliveries = st.lists(
    st.tuples(st.sampled_from("abcd"), st.lists(happenings, max_size=3), st.booleans()), min_size=2, max_size=8
)


@contextmanager
def _clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> Iterator[None]:
    """What the store takes for the present."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return moment

    with monkeypatch.context() as patched:
        patched.setattr(writing, "datetime", Stopped)
        patched.setattr(filings, "datetime", Stopped)
        yield


def _number(store: Store, slug: str = "harbour") -> int:
    found = store.editions.topic(slug)
    assert found is not None
    return found.number


def _moment(store: Store, slug: str = "harbour") -> int:
    found = store.editions.topic(slug)
    assert found is not None
    return found.changed


def _news(store: Store, since: int, slug: str = "harbour", limit: int = 100) -> News:
    found = store.editions.news(slug, since, limit=limit)
    assert found is not None
    return found


def test_what_is_not_there_has_no_edition(store: Store) -> None:
    for unknown in ("nowhere", "", "a\0b", "\ud800"):
        assert store.editions.topic(unknown) is None
        assert store.editions.article(unknown) is None
        assert store.editions.news(unknown, 0) is None


def test_an_edition_moves_with_articles_texts_and_events_and_with_nothing_else(store: Store) -> None:
    steps = [
        (entry(), True),
        (entry(state=State.PROCESSING), False),
        (done(events=()), True),
        (done(events=()), False),
        (done(later=1, events=(event("1"),)), True),
        (entry(later=2), False),
        (done(later=2, events=(event("1"),)), False),
        (done(later=3, article=article(title="Ferry held back again"), events=(event("1"),)), True),
        (done("a2", topics=(FERRY,)), False),
        (done(later=4, article=article(title="Ferry held back again"), topics=(FERRY,), events=(event("1"),)), True),
    ]
    seen = 0
    for number, (delivery, moves) in enumerate(steps):
        store.replace(delivery)
        assert (_number(store) > seen) is moves, f"step {number}"
        seen = _number(store)


def test_editions_go_on_though_the_clock_is_set_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers, listed, articles = [0], {store.editions.topics()}, [0]
    for hours in (0, -5, -5, 1, -9):
        with _clock(monkeypatch, datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=hours)):
            store.replace(done(later=len(numbers), events=(event(f"{len(numbers)}"),)))
        numbers.append(_number(store))
        listed.add(store.editions.topics())
        articles.append(store.editions.article("a1") or 0)
    assert numbers == sorted(set(numbers))
    assert articles == sorted(set(articles))
    assert len(listed) == len(numbers)


def test_the_list_of_topics_changes_with_a_topic_that_is_not_the_latest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.replace(done("a1", topics=(HARBOUR,)))
    before = store.editions.topics()
    with _clock(monkeypatch, datetime(2020, 1, 1, tzinfo=UTC)):
        store.replace(done("a2", topics=(FERRY,)))
        store.replace(done("a3", topics=(FERRY,)))
    between = store.editions.topics()
    with _clock(monkeypatch, datetime(2020, 1, 2, tzinfo=UTC)):
        store.replace(done("a3", later=1, topics=(FERRY,), events=()))
    assert len({before, between, store.editions.topics()}) == 3


def test_articles_written_together_are_not_parted(store: Store) -> None:
    store.replace(entry("a0"))
    start = _moment(store)
    store.replace_many([done(f"a{number}", events=(event(f"{number}"),)) for number in range(5)])
    first = _news(store, start, limit=2)
    assert (len(first.articles), _news(store, first.upto).articles) == (5, {})


def test_an_articles_edition_moves_with_each_state_it_comes_to(store: Store) -> None:
    seen = []
    for delivery in (
        entry(),
        entry(state=State.PROCESSING),
        done(),
        entry(later=1),
        entry(state=State.FAILED, later=1),
    ):
        store.replace(delivery)
        seen.append(store.editions.article("a1") or 0)
    assert all(one < other for one, other in pairwise(seen))
    store.replace(done())
    assert store.editions.article("a1") == seen[-1]


def test_news_name_who_tells_what_and_what_stands_no_more(store: Store) -> None:
    store.replace(entry("a1"))
    start = _moment(store)
    assert _news(store, start) == News(
        upto=start, count=0, articles={}, fresh=frozenset(), altered=(), withdrawn=(), more=False
    )
    store.replace(done("a1", events=(event("one"), event("two"))))
    told = _news(store, start)
    assert (told.articles, told.withdrawn, told.count) == ({"a1": ("one", "two")}, (), 2)
    again = tuple(replace(event(name), sources=(replace(event(name).sources[0], article="a2"),)) for name in ("one",))
    store.replace(done("a2", events=again))
    assert _news(store, told.upto).articles == {"a2": ("one",)}
    between = _moment(store)
    store.replace(done("a2", later=1, topics=(FERRY,), events=again))
    assert _news(store, between).altered == ("one",)
    between = _moment(store)
    store.replace(done("a1", later=1, events=(event("three"),)))
    last = _news(store, between)
    assert (last.articles, set(last.withdrawn), last.altered) == ({"a1": ("three",)}, {"one", "two"}, ())
    assert _news(store, start).articles == {"a1": ("three",)}


def test_news_of_an_article_sent_again_tell_its_old_events_from_new_and_changed_ones(store: Store) -> None:
    """What only stands elsewhere in the text has not changed."""
    given = [event(name) for name in ("one", "two", "three")]
    store.replace(done("a1", events=tuple(given)))
    start = _moment(store)
    moved = replace(given[0], sources=(replace(given[0].sources[0], start=40, end=50),))
    changed = replace(given[1], headline="The pumps were sold")
    store.replace(done("a1", later=1, events=(moved, changed, given[2], event("four"))))
    news = _news(store, start)
    assert news.articles == {"a1": ("one", "two", "three", "four")}
    assert news.fresh == {"two", "four"}
    store.replace(done("a1", later=2, events=tuple(given)))
    assert _news(store, start).fresh == set()


def test_much_news_come_in_parts_and_none_is_lost(store: Store) -> None:
    store.replace(entry("a0"))
    upto, found, parts = _moment(store), [], 0
    names = [f"a{number}" for number in range(1, 8)]
    for name in names:
        store.replace(done(name, events=(event(name),)))
    more = True
    while more:
        part = _news(store, upto, limit=3)
        found += list(part.articles)
        upto, more, parts = part.upto, part.more, parts + 1
    assert (found, parts, upto) == (names, 3, _moment(store))


def _by(name: str, told: list[Event]) -> tuple[Event, ...]:
    return tuple(replace(one, id=f"{name}-{one.id}", sources=(replace(one.sources[0], article=name),)) for one in told)


def _standing(store: Store, slug: str) -> dict[str, Event]:
    """Without what an event tells of its neighbours' time: that its date has gone by in silence."""
    found = (one for page in pages(store, slug, 50) for one in page) if store.timeline(slug) else ()
    return {one.id: replace(one, life=tuple(s for s in one.life if s.stage is not Stage.SILENT)) for one in found}


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40, phases=_PHASES)
@given(deliveries=_deliveries)
def test_news_since_any_moment_tell_of_every_event_that_came_changed_or_went(
    store: Store, deliveries: list[tuple[str, list[Event], bool]]
) -> None:
    topic, elsewhere = (Topic(next(_slugs), "T") for _ in range(2))
    store.replace(entry(topic.slug, topics=(topic,)))
    before = [(_number(store, topic.slug), _moment(store, topic.slug), _standing(store, topic.slug))]
    for later, (name, told, leaves) in enumerate(deliveries):
        events = _by(name, told)
        under = elsewhere if leaves and later else topic
        store.replace(done(f"{topic.slug}-{name}", later, topics=(under,), events=events))
        before.append((_number(store, topic.slug), _moment(store, topic.slug), _standing(store, topic.slug)))
    now = before[-1][2]
    for number, moment, stood in before:
        news = _news(store, moment, topic.slug, limit=Random(number).randint(20, 30))
        named = {one for told in news.articles.values() for one in told} | set(news.altered)
        assert named <= now.keys()
        assert not set(news.withdrawn) & now.keys()
        assert {one for one in now if stood.get(one) != now[one]} <= news.fresh | set(news.altered)
        assert news.fresh <= named - set(news.altered)
        assert stood.keys() - now.keys() <= set(news.withdrawn)
    for (one, _, earlier), (other, _, after) in pairwise(before):
        assert earlier == after or one < other
