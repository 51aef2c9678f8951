"""What every store promises of topics and their timelines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from store_specimens import FERRY, HARBOUR, WEEK, done, entry, event, local, pages

from timeline.interval import Interval
from timeline.model import Timeline, Topic
from timeline.progress import State
from timeline.store import Store, TopicSummary


def _timeline(store: Store, slug: str = "harbour") -> Timeline:
    found = store.timeline(slug)
    assert found is not None
    return found


def _day(number: int, days: int = 1) -> Interval:
    return Interval(local(number), local(number + days))


def test_a_topic_is_there_and_empty_from_its_first_accepted_article_on(store: Store) -> None:
    before = datetime.now(UTC)
    store.replace(entry())
    found = _timeline(store)
    assert (found.topic, found.count, found.events, found.next) == (HARBOUR, 0, (), None)
    assert before <= found.as_of <= datetime.now(UTC)


def test_a_topic_keeps_the_title_first_given(store: Store) -> None:
    store.replace(entry("a1", topics=(Topic("harbour", "Harbour"), Topic("harbour", "HARBOUR"))))
    store.replace(done("a2", topics=(Topic("harbour", "The harbour"),)))
    assert [summary.topic for summary in store.topics()] == [HARBOUR]


def test_topics_are_listed_by_slug_with_counts_and_known_days(store: Store) -> None:
    told = datetime(2024, 9, 20, 17, 1)
    days = (event("1", _day(9, 7)), event("2", _day(8)), event("3", Interval(None, local(4))))
    store.replace(done("a1", topics=(HARBOUR,), events=days))
    store.replace(done("a2", topics=(HARBOUR,), events=()))
    store.replace(done("a3", topics=(FERRY,), events=(event("4", Interval(None, None)), event("5", None))))
    assert store.topics() == (
        TopicSummary(topic=FERRY, count=2, articles=1, earliest=None, latest=None, newest=told),
        TopicSummary(
            topic=HARBOUR, count=3, articles=2, earliest=date(2024, 9, 8), latest=date(2024, 9, 15), newest=told
        ),
    )
    assert tuple(store.summary(summary.topic.slug) for summary in store.topics()) == store.topics()
    assert [store.summary(unknown) for unknown in ("tide", "", "\0", "\ud800")] == [None] * 4


def test_an_article_stands_in_each_of_its_topics_and_leaves_those_it_is_taken_from(store: Store) -> None:
    store.replace(done(topics=(HARBOUR, FERRY)))
    assert [_timeline(store, slug).events for slug in ("harbour", "ferry")] == [(event("a1-1"),)] * 2
    store.replace(done(later=1, topics=(FERRY, Topic("tide", "Tide"))))
    counted = [(summary.topic.slug, summary.count, summary.articles) for summary in store.topics()]
    assert counted == [("ferry", 1, 1), ("harbour", 0, 0), ("tide", 1, 1)]
    assert [_timeline(store, slug).events for slug, *_ in counted] == [(event("a1-1"),), (), (event("a1-1"),)]


def test_a_queued_article_that_changes_its_mind_is_filed_once(store: Store) -> None:
    store.replace(entry(topics=(HARBOUR,)))
    store.replace(entry(later=1, topics=(FERRY,)))
    assert [(summary.topic, summary.articles) for summary in store.topics()] == [(FERRY, 1), (HARBOUR, 0)]


def test_events_stand_by_first_day_last_day_start_end_and_id(store: Store) -> None:
    morning = Interval(local(9, 8), local(9, 9))
    later = Interval(local(9, 8), local(9, 10))
    ordered = [
        event("open start", Interval(None, local(1))),
        event("no place", None),
        event("whole day", _day(9)),
        event("morning", morning),
        event("later", later),
        event("Z", WEEK),
        event("a", WEEK),
        event("ä", WEEK),
        event("open end", Interval(local(9), None)),
        event("next day", _day(10)),
    ]
    store.replace(done("a1", events=tuple(ordered[::-2])))
    store.replace(done("a2", events=tuple(ordered[-2::-2])))
    assert _timeline(store).events == tuple(ordered)


def test_copies_of_one_report_are_one_event_with_each_source_once(store: Store) -> None:
    """An article that tells it twice is one source; another article that prints the same is another."""
    again = replace(event("same"), sources=(replace(event("same").sources[0], article="a2"),))
    store.replace(done("a1", events=(event("same"), event("same"))))
    store.replace(done("a2", events=(again,)))
    told = replace(event("same"), sources=event("same").sources + again.sources)
    assert pages(store, "harbour", 1) == [(told,)]
    store.replace(done("a1", later=1, events=()))
    assert pages(store, "harbour", 1) == [(again,)]


def test_as_of_moves_when_the_events_change_and_only_then(store: Store) -> None:
    store.replace(entry())
    seen = [_timeline(store).as_of]
    for state in (State.PROCESSING, State.FAILED):
        store.replace(entry(state=state))
    store.replace(done("a2", events=()))
    assert _timeline(store).as_of == seen[0]
    for version, events in enumerate([(event("1"),), (event("2"),), ()]):
        store.replace(done(later=version, events=events))
        told = _timeline(store)
        store.replace(done(later=version, events=events))
        store.replace(entry(later=version + 1))
        store.replace(done(later=version + 1, events=events))
        store.replace(done("a3", topics=(FERRY,)))
        assert _timeline(store) == told
        seen.append(told.as_of)
    assert seen == sorted(set(seen))


def test_a_topic_gives_back_its_articles_that_were_read(store: Store) -> None:
    store.replace(entry("a1"))
    store.replace(done("a3", topics=(HARBOUR,)))
    store.replace(done("a2", topics=(HARBOUR, FERRY)))
    store.replace(done("a4", topics=(FERRY,)))
    found = store.collection("harbour")
    assert found is not None
    assert (found.topic, found.as_of) == (HARBOUR, _timeline(store).as_of)
    assert found.articles == tuple(read.article for a in ("a2", "a3") if (read := store.entry(a)))
    assert store.collection("nowhere") is None
    assert store.collection("\0") is None
