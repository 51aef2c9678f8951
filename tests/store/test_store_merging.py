"""A topic's timeline is what `timeline.chronology.merging` makes of all its articles, whichever came first."""

from __future__ import annotations

from itertools import count
from random import Random
from time import monotonic

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from loading import modules_loaded_by
from reports import LINES, happenings, report, told_in
from store_specimens import done, pages

from timeline.chronology.merging import merged
from timeline.model import Event, Topic
from timeline.store import Store

_slugs = (f"merged-{number}" for number in count())
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking rewrites the store for minutes
Articles = dict[str, tuple[Event, ...]]
articles = st.lists(st.lists(happenings, max_size=4), min_size=1, max_size=7).map(
    lambda told: {f"article-{number}": told_in(f"article-{number}", events) for number, events in enumerate(told)}
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
        events = told[name] if version else told_in(name, [report(LINES[0], 3), report(LINES[1], 4)])
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
        f"article-{number}": told_in(
            f"article-{number}", [report(random.choice(LINES), random.randrange(9), published=number) for _ in range(3)]
        )
        for number in range(8)
    }
    _check(store, told, random)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_crowd_is_divided_alike_in_whatever_order_it_comes_and_goes(store: Store) -> None:
    """All within some days and hanging together, many more than a happening has reports."""
    random = Random(7)
    words = ("station", "strike", "harbour", "bridge", "convoy")
    lines = [f"{first.title()} and {second} in Dallow hit again" for first in words for second in words]
    told = {
        f"article-{number}": told_in(
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
        store.replace(done(f"copy-{number}", events=told_in(f"copy-{number}", lines)))
    page = store.timeline("harbour", limit=1000)
    assert monotonic() - started < 120
    assert page is not None
    assert [(len(event.sources), event.voices) for event in page.events] == [(1000, 1)] * len(merged(lines))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_articles_out_of_order_by_years_and_corrections_that_contradict_each_other_leave_the_last(store: Store) -> None:
    for later, day in enumerate((9, 700, -4000, 10)):
        store.replace(done("a1", later, events=told_in("a1", [report(LINES[0], day, published=day)])))
        store.replace(done("a2", later, events=told_in("a2", [report(LINES[6], -day, published=1 - day)])))
    left = [report(LINES[0], 10, published=10), report(LINES[6], -10, published=-9)]
    found = _events(store, "harbour")
    assert [(event.headline, event.when) for event in found] == [(one.headline, one.when) for one in reversed(left)]


def test_a_store_is_opened_for_reading_without_the_words_of_any_language() -> None:
    loaded = modules_loaded_by("from timeline.store import open_store; open_store('sqlite:////tmp/none.db')")
    assert not {name for name in loaded if name.startswith("timeline.languages.")}
