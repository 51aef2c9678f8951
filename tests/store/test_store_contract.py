"""What every store promises of articles and their states."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from store_specimens import FERRY, HARBOUR, LONDON, RECEIVED, article, done, entry, event, local

from timeline.model import Topic
from timeline.progress import State
from timeline.store import Store


def test_an_accepted_article_is_read_back_as_it_was_given(store: Store) -> None:
    given = entry(topics=(HARBOUR, FERRY))
    assert store.replace(given)
    assert store.entry("a1") == given


def test_a_finished_article_is_read_back_with_its_text_and_events_in_the_order_given(store: Store) -> None:
    given = done(events=(event("z"), event("a", None), event("m")))
    assert store.replace(given)
    assert store.entry("a1") == given


def test_no_events_is_not_the_same_as_events_not_known(store: Store) -> None:
    store.replace(entry("queued"))
    store.replace(done("empty", events=()))
    assert [found.events for name in ("queued", "empty") if (found := store.entry(name))] == [None, ()]


@pytest.mark.parametrize("unknown", ["a2", "", "a\0b", "a\ud800b", "ä"])
def test_an_unknown_article_or_topic_is_none(store: Store, unknown: str) -> None:
    store.replace(done())
    assert store.entry(unknown) is None
    assert store.timeline(unknown) is None


def test_an_earlier_version_is_ignored(store: Store) -> None:
    newest = done(later=2, events=(event("new"),))
    assert store.replace(newest)
    assert not store.replace(done(later=1, events=(event("old"),), topics=(FERRY,)))
    assert store.entry("a1") == newest
    assert store.timeline("ferry") is None


def test_a_version_does_not_go_back_to_a_state_it_has_passed(store: Store) -> None:
    assert [store.replace(entry(state=state)) for state in (State.PROCESSING, State.QUEUED)] == [True, False]
    assert [store.replace(done()), store.replace(entry(state=State.PROCESSING))] == [True, False]


def test_a_failed_version_may_still_be_done_and_a_done_one_fail(store: Store) -> None:
    for state in (State.FAILED, State.DONE, State.FAILED):
        assert store.replace(entry(state=state, failure="no text" if state is State.FAILED else None))
        found = store.entry("a1")
        assert found is not None
        assert found.state is state
        assert (found.failure is None) is (state is State.DONE)


def test_events_and_text_stay_while_a_correction_is_on_its_way_or_when_it_fails(store: Store) -> None:
    first = done()
    store.replace(first)
    for state in (State.QUEUED, State.PROCESSING, State.FAILED):
        correction = entry(state=state, later=1, topics=(FERRY,))
        assert store.replace(correction)
        assert store.entry("a1") == replace(correction, article=first.article, events=first.events)
        assert [page.count for slug in ("harbour", "ferry") if (page := store.timeline(slug))] == [1, 0]


def test_a_correction_takes_the_place_of_all_events(store: Store) -> None:
    store.replace(done(events=(event("one"), event("two"))))
    store.replace(done(later=1, events=(event("three"),)))
    page = store.timeline("harbour")
    assert page is not None
    assert page.count == 1
    assert page.events == (event("three"),)


def test_what_no_text_column_holds_survives_in_a_submission(store: Store) -> None:
    hostile = {"text": "a\0b\ud800c😀", "number": 10**40, "ratio": float("inf"), "k\0": [None, True, {}]}
    store.replace(entry(submission=hostile))
    found = store.entry("a1")
    assert found is not None
    assert found.submission == hostile


def test_an_article_and_events_keep_nul_and_have_one_u_fffd_for_each_lone_surrogate(store: Store) -> None:
    for later, (given, kept) in enumerate([("a\0b😀", "a\0b😀"), ("a\0\ud800\udc00😀b", "a\0\ufffd\ufffd😀b")]):
        store.replace(done(later=later, article=article(text=given), events=(event(headline=given),)))
        expected = done(later=later, article=article(text=kept), events=(event(headline=kept),))
        assert store.entry("a1") == expected


def test_a_failure_and_a_title_have_u_fffd_for_what_no_text_column_holds(store: Store) -> None:
    store.replace(entry(state=State.FAILED, failure="bad: \0\ud800😀", topics=(Topic("t", "T\0\ud800"),)))
    found = store.entry("a1")
    assert found is not None
    assert found.failure == "bad: \ufffd\ufffd😀"
    assert found.topics == (Topic("t", "T\ufffd\ufffd"),)
    assert store.topics()[0].topic == Topic("t", "T\ufffd\ufffd")


@pytest.mark.parametrize("fold", [0, 1])
def test_the_publishers_zone_survives_also_in_the_repeated_hour(store: Store, fold: int) -> None:
    published = datetime(2024, 10, 27, 1, 30, tzinfo=LONDON, fold=fold)
    store.replace(done(article=article(published=published)))
    found = store.entry("a1")
    assert found is not None
    assert found.article is not None
    assert (found.article.published.tzinfo, found.article.published.fold) == (LONDON, fold)
    assert found.article.published.replace(tzinfo=None) == published.replace(tzinfo=None)


def test_a_moment_of_acceptance_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(TypeError):
        store.replace(replace(entry(), received=local(20)))
    assert store.entry("a1") is None


def test_a_moment_of_acceptance_comes_back_exact_and_in_utc(store: Store) -> None:
    store.replace(replace(entry(), received=RECEIVED.astimezone(LONDON)))
    found = store.entry("a1")
    assert found is not None
    assert found.received == RECEIVED
    assert found.received.tzinfo is UTC


def test_a_store_that_answers_and_has_its_tables_is_pinged_in_silence(store: Store) -> None:
    store.ping()
