"""Events are selected by what is told of them: status, granularity, sources, importance and words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from choosing import chosen, later_versions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_specimens import FERRY, article, done, event

from timeline.chronology.importance import importance, weighed
from timeline.interval import Granularity
from timeline.model import Event, Order, Status
from timeline.search import query
from timeline.search.matching import Text
from timeline.search.texts import event_words
from timeline.selection import EVERYTHING, Selection
from timeline.store import Store


def _told(name: str, article: str, publisher: str | None, **fields: Any) -> Event:  # noqa: ANN401
    made = event(name, **fields)
    sources = tuple(replace(source, article=article, publisher=publisher) for source in made.sources)
    return replace(made, sources=sources)


def _names(store: Store, **fields: Any) -> set[str]:  # noqa: ANN401
    found = chosen(store, Selection(**fields))
    assert chosen(store, Selection(**fields, order=Order.DESC), limit=1) == found[::-1]
    return {one.id for one in found}


def test_events_are_selected_by_status_and_granularity(store: Store) -> None:
    kinds = list(zip(Status, (Granularity.DAY, Granularity.WEEK), strict=False))
    given = [event(status.value, status=status) for status in Status]
    given += [replace(event(g.word), when=replace(event(g.word).when, granularity=g)) for _, g in kinds]
    store.replace(done(events=tuple(given)))
    assert _names(store, statuses=frozenset({Status.DENIED, Status.POSSIBLE})) == {"denied", "possible"}
    assert _names(store, granularities=frozenset({Granularity.DAY})) == {"day"}
    assert _names(store, statuses=frozenset({Status.ONGOING}), granularities=frozenset({Granularity.DAY})) == set()


def test_events_are_selected_by_any_source_that_tells_them(store: Store) -> None:
    """A copy is a source like any other; a publisher's case does not matter, an article's id does."""
    for name, publisher in (("a1", "Quay Ÿ News"), ("a2", "Shore Post"), ("a3", None)):
        told = (_told("same", name, publisher), _told(name, name, publisher))
        store.replace(done(name, article=article(name, publisher=publisher), events=told))
    assert _names(store, source="quay ÿ NEWS") == {"same", "a1"}
    assert _names(store, source="a3") == {"same", "a3"}
    assert _names(store, source="A3") == _names(store, source="") == _names(store, source="\0\ud800") == set()
    corrected = (_told("a1", "a1", "Shore Post"),)
    store.replace(done("a1", later=1, article=article("a1", publisher="Shore Post"), events=corrected))
    assert _names(store, source="Quay Ÿ News") == set()
    assert _names(store, source="shore post") == {"same", "a1", "a2"}


def test_events_are_selected_by_the_importance_that_is_shown(store: Store) -> None:
    """Whatever became of them: copies come and go, reports are merged, articles are corrected."""
    for number in range(6):
        name = f"a{number}"
        events = (_told("same", name, name), _told(name, name, name, importance=number / 10))
        store.replace(done(name, article=article(name, publisher=name), events=events))
        _is_as_shown(store)
    store.replace(done("a0", later=1, events=()))
    _is_as_shown(store)
    store.replace(done("a5", later=1, topics=(FERRY,), events=(_told("same", "a5", "a5"),)))
    _is_as_shown(store)


def _is_as_shown(store: Store) -> None:
    page = store.timeline("harbour")
    assert page is not None
    for one, shown in zip(page.events, (each.importance for each in weighed(page).events), strict=True):
        assert shown == importance(one, page.topic.title)
        above = {each.id for each in weighed(page).events if each.importance >= shown}
        assert _names(store, min_importance=shown) == above


def test_events_are_found_by_what_their_happening_says_as_a_whole(store: Store) -> None:
    said = "The ferry Ébène to Port Ellery was held back"
    told = replace(_told("e1", "a1", "P"), headline="Ferry held back", participants=("Nora Blake",), places=())
    told = replace(told, sources=(replace(told.sources[0], quote=said, title="Harbour news"),))
    store.replace(done(events=(told, event("e2"))))
    for text in (
        "ebene",
        "FERRY blake",
        '"port ellery"',
        "port-ell*",
        "blake -storm",
        '"nora blake" OR storm',
        "-storm -e",
    ):
        assert "e1" in _names(store, query=query(text)), text
    for text in (
        "news",
        "ferr",
        '"ellery port"',
        '"back nora"',
        "ferry -blake",
        "-(ferry OR storm)",
        "storm OR -ferry",
    ):
        assert "e1" not in _names(store, query=query(text)), text
    store.replace(done(later=1, events=(event("e2"),)))
    assert _names(store, query=query("ferry")) == set()
    assert _names(store, query=query("-ferry")) == {"e2"}


_WORDS = st.sampled_from(["a", "b", "ab", "é", "E", "ß", "Ж", "12", "x-y"])
_TERMS = st.one_of(
    _WORDS, _WORDS.map(lambda word: f"{word}*"), st.lists(_WORDS, min_size=2, max_size=3).map('"{}"'.format)
)
_QUERIES = st.recursive(
    _TERMS,
    lambda part: st.one_of(
        st.tuples(part, part).map(" ".join),
        st.tuples(part, part).map(" OR ".join).map("({})".format),
        part.map("NOT ({})".format),
    ),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=8)
@given(
    st.lists(st.lists(_WORDS, min_size=1, max_size=6), min_size=1, max_size=6),
    st.lists(_QUERIES, min_size=1, max_size=20),
)
def test_any_query_finds_in_the_store_what_it_finds_in_the_texts(
    store: Store, lines: list[list[str]], queries: list[str]
) -> None:
    made = [event(f"e{number}", headline=" ".join(words)) for number, words in enumerate(lines)]
    events = tuple(replace(one, sources=(replace(one.sources[0], quote=one.headline),)) for one in made)
    version = int(store.replace(done())) + next(later_versions)
    store.replace(done(later=version, events=events))
    shown = chosen(store, EVERYTHING)
    for text in queries:
        sought = query(text.replace('"[', '"').replace(']"', '"').replace("'", "").replace(",", ""))
        wanted = {one.id for one in shown if Text(event_words(one)).meets(sought)}
        assert {one.id for one in chosen(store, Selection(query=sought))} == wanted, text
