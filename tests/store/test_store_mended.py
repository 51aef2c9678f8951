"""What is written anew, from the article or by another, is whole again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from damages import PLANNED, WAYS, Spoil, told
from store_specimens import LONDON, RECEIVED, article, done

from timeline.model import Damaged
from timeline.store import Store
from worker.ingestion import Delivery, ingest
from worker.rereading import again


@pytest.mark.parametrize("way", ["nothing left", "cut off", "a status nobody knows"])
def test_a_new_version_of_the_article_leaves_nothing_of_the_damage(store: Store, spoil: Spoil, way: str) -> None:
    """Also one of another time of publication, and of the very same events."""
    store.replace(done(events=PLANNED))
    whole = told(store)
    spoil("a1", 1, WAYS[way])
    later = article(published=article().published + timedelta(days=1))
    assert store.replace(done(later=1, article=later, events=PLANNED))
    assert told(store) == whole
    assert store.withdraw("a1", RECEIVED + timedelta(days=1))
    assert told(store) == ()
    assert [len(version.events) for version in store.versions("a1")]


def test_reading_the_article_again_mends_it(store: Store, spoil: Spoil) -> None:
    """As `dateline reread` does."""
    given = {"text": "Ferry held back\n\nThe ferry was held back last week.", "topics": ["Harbour"]}
    delivery = Delivery(given=given | {"published": "2024-09-20T17:01:00+01:00"}, received=RECEIVED)
    ingest(store, delivery, LONDON)
    (whole,) = told(store)
    spoil(whole.sources[0].article, 0, WAYS["cut off"])
    assert isinstance(told(store)[0], Damaged)
    begun = store.rereadings.begin(None, "today", RECEIVED, dry=False)
    assert begun is not None
    found = [again(position, entry, LONDON) for position, entry in store.rereadings.next(begun, limit=10)]
    assert store.rereadings.advance(begun, found, RECEIVED)
    assert told(store) == (whole,)


def test_what_another_article_tells_of_it_is_taken_in(store: Store, spoil: Spoil) -> None:
    """As another report of the same happening, and in the very same words."""
    store.replace(done(events=PLANNED))
    spoil("a1", 1, WAYS["cut off"])
    for number, fields in enumerate(({}, {"headline": f"{PLANNED[1].headline} again"})):
        name = f"b{number}"
        source = replace(PLANNED[1].sources[0], article=name, publisher=name)
        assert store.replace(done(name, events=(replace(PLANNED[1], id=name, sources=(source,), **fields),)))
        assert {one.id for one in told(store)} >= {"e0", "e2"}
    assert store.replace(done(later=1, events=PLANNED))
    assert not any(isinstance(one, Damaged) for one in told(store))
    assert {source.article for one in told(store) for source in one.sources} == {"a1", "b0", "b1"}
