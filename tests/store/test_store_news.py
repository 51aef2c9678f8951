"""The news since any moment name what came, changed or went, and lead to what stands now."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise
from random import Random

import pytest
from editing import changed_at, edition_of, news_since
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from reports import happenings, report, told_in
from store_specimens import FERRY, done, entry, event, pages

from timeline.model import Event, Stage, Status, Topic
from timeline.store import News, Store

_slugs = (f"told-{number}" for number in count())
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_deliveries = st.lists(
    st.tuples(st.sampled_from("abcd"), st.lists(happenings, max_size=3), st.booleans()), min_size=2, max_size=8
)


def test_articles_written_together_are_not_parted(store: Store) -> None:
    store.replace(entry("a0"))
    start = changed_at(store)
    store.replace_many([done(f"a{number}", events=(event(f"{number}"),)) for number in range(5)])
    first = news_since(store, start, limit=2)
    assert (len(first.articles), news_since(store, first.upto).articles) == (5, {})


def test_news_name_who_tells_what_and_what_stands_no_more(store: Store) -> None:
    store.replace(entry("a1"))
    start = changed_at(store)
    assert news_since(store, start) == News(
        upto=start, count=0, articles={}, fresh=frozenset(), altered=(), withdrawn=(), more=False
    )
    store.replace(done("a1", events=(event("one"), event("two"))))
    told = news_since(store, start)
    assert (told.articles, told.withdrawn, told.count) == ({"a1": ("one", "two")}, (), 2)
    again = tuple(replace(event(name), sources=(replace(event(name).sources[0], article="a2"),)) for name in ("one",))
    store.replace(done("a2", events=again))
    assert news_since(store, told.upto).articles == {"a2": ("one",)}
    between = changed_at(store)
    store.replace(done("a2", later=1, topics=(FERRY,), events=again))
    assert news_since(store, between).altered == ("one",)
    between = changed_at(store)
    store.replace(done("a1", later=1, events=(event("three"),)))
    last = news_since(store, between)
    assert (last.articles, set(last.withdrawn), last.altered) == ({"a1": ("three",)}, {"one", "two"}, ())
    assert news_since(store, start).articles == {"a1": ("three",)}


def test_news_of_an_article_sent_again_tell_its_old_events_from_new_and_changed_ones(store: Store) -> None:
    """What only stands elsewhere in the text has not changed."""
    given = [event(name) for name in ("one", "two", "three")]
    store.replace(done("a1", events=tuple(given)))
    start = changed_at(store)
    moved = replace(given[0], sources=(replace(given[0].sources[0], start=40, end=50),))
    changed = replace(given[1], headline="The pumps were sold")
    store.replace(done("a1", later=1, events=(moved, changed, given[2], event("four"))))
    news = news_since(store, start)
    assert news.articles == {"a1": ("one", "two", "three", "four")}
    assert news.fresh == {"two", "four"}
    store.replace(done("a1", later=2, events=tuple(given)))
    assert news_since(store, start).fresh == set()


def test_an_event_of_which_an_article_tells_less_has_changed(store: Store) -> None:
    """What is left is no news of the article: it told that before."""
    put_off = report("The opening of the Sundby tram line has been postponed", 11, status=Status.DENIED, published=16)
    opening = report("The Sundby tram line will open with a free ride", 11, status=Status.DENIED, publisher="Observer")
    told = told_in("a1", [put_off, opening])
    store.replace(done("a1", events=told))
    ((whole,),) = pages(store, "harbour", 5)
    start = changed_at(store)
    store.replace(done("a1", later=1, events=told[:1]))
    ((left,),) = pages(store, "harbour", 5)
    assert (len(whole.sources), len(left.sources)) == (2, 1)
    assert news_since(store, start).fresh == {left.id}


def test_much_news_come_in_parts_and_none_is_lost(store: Store) -> None:
    store.replace(entry("a0"))
    upto, found, parts = changed_at(store), [], 0
    names = [f"a{number}" for number in range(1, 8)]
    for name in names:
        store.replace(done(name, events=(event(name),)))
    more = True
    while more:
        part = news_since(store, upto, limit=3)
        found += list(part.articles)
        upto, more, parts = part.upto, part.more, parts + 1
    assert (found, parts, upto) == (names, 3, changed_at(store))


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
    before = [(edition_of(store, topic.slug), changed_at(store, topic.slug), _standing(store, topic.slug))]
    for later, (name, told, leaves) in enumerate(deliveries):
        events = told_in(name, told)
        under = elsewhere if leaves and later else topic
        store.replace(done(f"{topic.slug}-{name}", later, topics=(under,), events=events))
        before.append((edition_of(store, topic.slug), changed_at(store, topic.slug), _standing(store, topic.slug)))
    now = before[-1][2]
    for number, moment, stood in before:
        news = news_since(store, moment, topic.slug, limit=Random(number).randint(20, 30))
        named = {one for told in news.articles.values() for one in told} | set(news.altered)
        assert named <= now.keys()
        assert not set(news.withdrawn) & now.keys()
        assert {one for one in now if stood.get(one) != now[one]} <= news.fresh | set(news.altered)
        assert news.fresh <= named - set(news.altered)
        assert stood.keys() - now.keys() <= set(news.withdrawn)
    for (one, _, earlier), (other, _, after) in pairwise(before):
        assert earlier == after or one < other
