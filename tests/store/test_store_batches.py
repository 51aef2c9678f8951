"""Several articles in one write: as if each had been written alone, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from store_specimens import FERRY, HARBOUR, done, entry, event

from timeline.model import Topic
from timeline.progress import State
from timeline.store import Entry, Store


def _names(entries: Sequence[Entry]) -> list[str]:
    return [one.id for one in entries]


def test_a_batch_leaves_what_its_articles_leave_one_by_one(store: Store) -> None:
    many = [done(f"b{n}", events=(event(f"{n}"),), topics=(HARBOUR, FERRY)[: n % 2 + 1]) for n in (5, 1, 4)]
    assert list(store.replace_many([*many, entry("b2", topics=(FERRY,))])) == [True] * 4
    assert [store.entry(one.id) for one in many] == many
    counts = {one.topic.slug: (one.count, one.articles) for one in store.topics()}
    assert counts == {"harbour": (3, 3), "ferry": (2, 3)}


def test_only_the_articles_of_a_batch_that_count_are_written_and_handed_on(store: Store) -> None:
    newest = done("old", later=2)
    store.replace(newest)
    handed: list[str] = []
    given = [entry("new"), entry("old", later=1), entry("other", state=State.PROCESSING)]
    assert list(store.replace_many(given, lambda taken: handed.extend(_names(taken)))) == [True, False, True]
    assert handed == ["new", "other"]
    assert store.entry("old") == newest


def test_nothing_is_handed_on_where_nothing_counts(store: Store) -> None:
    store.replace(entry(later=1))
    handed: list[str] = []
    assert not any(store.replace_many([entry()], lambda taken: handed.extend(_names(taken))))
    assert not store.replace_many([])
    assert handed == []


def test_nothing_of_a_batch_is_written_when_then_raises(store: Store) -> None:
    def gone(_: Sequence[Entry]) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        store.replace_many([entry("one"), done("two")], gone)
    assert [store.entry(name) for name in ("one", "two")] == [None, None]
    assert store.topics() == ()


def test_two_versions_of_one_article_are_no_batch(store: Store) -> None:
    with pytest.raises(ValueError, match="one article"):
        store.replace_many([entry("one"), entry("one", later=1)])


def test_a_topic_has_the_title_that_the_batch_gives_first(store: Store) -> None:
    store.replace_many([entry("z", topics=(Topic("t", "First"),)), entry("a", topics=(Topic("t", "Second"),))])
    assert store.topics()[0].topic.title == "First"


def test_batches_of_the_same_articles_and_topics_in_opposite_orders_never_block_each_other(store: Store) -> None:
    topics = [Topic(f"t{number}", "T") for number in range(6)]

    def write(turn: int) -> None:
        order = range(8)[:: (-1) ** turn]
        for later in range(5):
            moment = 2 * later + turn
            several = (tuple(topics[:: (-1) ** n][n % 4 :]) for n in order)
            store.replace_many(
                [
                    done(f"s{n}", moment, topics=under, events=(event(f"{n}-{moment}"),))
                    for n, under in zip(order, several, strict=True)
                ]
            )

    with ThreadPoolExecutor(2) as threads:
        assert [*threads.map(write, range(2))] == [None, None]
    found = [store.entry(f"s{n}") for n in range(8)]
    assert all(one is not None and one.events == (event(f"{n}-9"),) for n, one in enumerate(found))
