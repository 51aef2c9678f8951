"""What is on its way and what failed is found, in order, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from store_specimens import done, entry

from timeline.progress import State
from timeline.store import Store, accounting, engine

ENDS = (State.DONE, State.FAILED, State.WITHDRAWN)


def test_an_article_is_unfinished_until_it_is_done_failed_or_withdrawn(store: Store) -> None:
    names = [state.value for state in State]
    for later, state in enumerate(State):
        store.replace(entry(state.value, state, later))
    found = store.unfinished(before=entry(later=99).received, limit=10)
    assert [each.id for each in found] == [name for name in names if State(name) not in ENDS]
    assert found[0] == entry("queued", State.QUEUED)


def test_only_what_was_accepted_before_the_moment_is_unfinished_then(store: Store) -> None:
    for later in range(4):
        store.replace(entry(f"a{later}", later=later))
    before = entry(later=2).received
    assert [each.id for each in store.unfinished(before=before, limit=10)] == ["a0", "a1"]
    assert [each.id for each in store.unfinished(before=before, limit=1)] == ["a0"]
    assert [each.id for each in store.unfinished(after=before, limit=10)] == ["a3"]
    assert store.unfinished(before=entry(later=0).received - timedelta(days=1), limit=10) == ()


def test_failed_articles_are_turned_over_page_by_page(store: Store) -> None:
    for name in ("b", "c", "a"):
        store.replace(entry(name, State.FAILED, failure="It was a picture."))
    store.replace(done("fine"))
    first = store.failed(limit=2)
    second = store.failed(limit=2, after=first[-1])
    assert [each.id for each in (*first, *second)] == ["a", "b", "c"]
    assert first[0].failure == "It was a picture."
    assert store.failed(limit=2, after=second[-1]) == ()


def test_the_ledger_counts_what_is_on_its_way_and_what_failed(store: Store) -> None:
    empty = store.ledger()
    assert (empty.unfinished, empty.oldest, empty.failed) == (0, None, 0)
    store.replace(entry("late", later=5))
    store.replace(entry("early", later=1))
    store.replace(entry("wrong", State.FAILED, failure="It was a picture."))
    store.replace(done("fine"))
    full = store.ledger()
    assert (full.unfinished, full.oldest, full.failed) == (2, entry(later=1).received, 1)


def test_neither_reads_the_articles_that_ended_well(file: Path) -> None:
    """Or a sweep every few seconds would cost more with every article that was ever stored."""
    made = engine.engine(engine.address(f"sqlite:///{file}"))
    queries = (accounting._UNFINISHED, accounting._FAILED, accounting._ON_THEIR_WAY, accounting._GONE_WRONG)
    with made.connect() as connection:
        for query in queries:
            question = query.compile(made)
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", (9,) * len(question.params)).all()
            assert "INDEX articles_unfinished" in str(plan) or "INDEX articles_failed" in str(plan), plan
    made.dispose()


def test_figures_tell_how_much_there_is(store: Store) -> None:
    store.replace(done("a1"))
    store.replace(replace(done("a2"), state=State.QUEUED, article=None, events=None))
    store.replace(replace(done("a3"), state=State.FAILED, failure="No.", article=None, events=None))
    found = store.figures()
    assert found.articles == {State.QUEUED: 1, State.PROCESSING: 0, State.FAILED: 1, State.DONE: 1}
    assert (found.failed, found.oldest) == (1, store.ledger().oldest)
    assert (found.topics, found.events) == (1, sum(topic.count for topic in store.topics()))
