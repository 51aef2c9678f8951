"""One event of a topic, by the id of any report of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import LINES, report
from store_specimens import FERRY, done, event, pages

from timeline.model import Topic
from timeline.store import Store

COAST = Topic("coast", "Coast")


def test_every_report_leads_to_the_happening_as_the_timeline_has_it(store: Store) -> None:
    """Also one that merged into another article's, and one that prints what another has told."""
    told = {
        f"article-{number}": tuple(report(line, 1 + number % 2, article=f"article-{number}") for line in LINES)
        for number in (1, 2, 3)
    }
    for name, events in told.items():
        store.replace(done(name, topics=(COAST,), events=events))
    shown = [event for page in pages(store, "coast", 5) for event in page]
    found = {one.id: store.event("coast", one.id) for events in told.values() for one in events}
    assert len(shown) < len(found)
    assert all(alone is not None and alone.events[0] in shown for alone in found.values())
    assert [found[one.id].events for one in shown if found[one.id]] == [(one,) for one in shown]


def test_an_event_stands_alone_in_its_timeline_with_the_topics_title_and_count(store: Store) -> None:
    store.replace(done(events=(event("one"), event("two", None))))
    whole, found = store.timeline("harbour"), store.event("harbour", "two")
    assert whole is not None
    assert found is not None
    assert (found.topic, found.as_of, found.count) == (whole.topic, whole.as_of, 2)
    assert [each.id for each in found.events] == ["two"]
    assert (found.next, found.before) == (None, None)


@pytest.mark.parametrize("unknown", ["nosuch", "", "a\0b", "a\ud800b"])
def test_an_unknown_event_is_in_no_timeline_and_an_unknown_topic_is_none(store: Store, unknown: str) -> None:
    store.replace(done(events=(event("one"),)))
    store.replace(done("a2", topics=(FERRY,), events=(event("elsewhere"),)))
    for name in (unknown, "elsewhere"):
        found = store.event("harbour", name)
        assert found is not None
        assert found.events == ()
    assert store.event(unknown, "one") is None


def test_an_event_that_was_withdrawn_is_gone(store: Store) -> None:
    store.replace(done(events=(event("one"),)))
    store.replace(done(later=1, events=(event("two"),)))
    found = store.event("harbour", "one")
    assert found is not None
    assert found.events == ()


def test_a_correction_of_words_alone_reaches_who_has_read_the_event(store: Store) -> None:
    """In the same place, with the same date, under the same id."""
    for number, headline in enumerate(("The pier opened", "The pier closed", "The pier opened")):
        store.replace(done("a1", later=number, events=(replace(event("pier"), headline=headline),)))
        found = store.timeline("harbour")
        assert found is not None
        assert [each.headline for each in found.events] == [headline]
