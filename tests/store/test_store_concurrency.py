"""Writers at the same time, in threads and in processes, on both databases."""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from threading import Barrier, Event

import pytest
from processes import HANGING
from store_specimens import FERRY, HARBOUR, done, entry, event

from timeline import model
from timeline.model import Timeline, Topic
from timeline.store import Store, open_store

_WRITERS = 4
_VERSIONS = 12


def _write_versions(url: str, start: int) -> int:
    """All versions of one article, begun at a different one by each writer; how many were accepted."""
    store = open_store(url)
    order = [(start * 5 + step * 7) % _VERSIONS for step in range(_VERSIONS)]
    accepted = [store.replace(done("same", later, events=_events(later))) for later in order]
    store.close()
    return sum(accepted)


def _events(later: int) -> tuple[model.Event, ...]:
    return tuple(event(f"{later}-{number}") for number in range(later))


def _write_articles(url: str, writer: int) -> None:
    store = open_store(url)
    topics = [HARBOUR, FERRY, Topic(f"own-{writer}", "Own")]
    for number in range(_VERSIONS):
        told = (event(f"{writer}-{number}-1"), event(f"{writer}-{number}-2"))
        store.replace(done(f"{writer}-{number}", topics=tuple(topics[:: (-1) ** writer]), events=told))
    store.close()


@pytest.fixture(scope="module")
def forked() -> BaseContext:
    """Processes that have loaded this file before they begin: who forks them looks for it on the PYTHONPATH alone."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        forkserver.ensure_running()
    return context


@pytest.fixture(params=["threads", "processes"])
def pool(request: pytest.FixtureRequest, forked: BaseContext) -> ThreadPoolExecutor | ProcessPoolExecutor:
    if request.param == "threads":
        return ThreadPoolExecutor(_WRITERS)
    return ProcessPoolExecutor(_WRITERS, mp_context=forked)


def _finish(futures: list[Future[object]]) -> None:
    for future in futures:
        future.result()


def test_writers_of_one_article_leave_its_newest_version(
    url: str, store: Store, pool: ThreadPoolExecutor | ProcessPoolExecutor
) -> None:
    with pool:
        _finish([pool.submit(_write_versions, url, start) for start in range(_WRITERS)])
    newest = done("same", _VERSIONS - 1, events=_events(_VERSIONS - 1))
    assert store.entry("same") == newest
    page = store.timeline("harbour")
    assert page is not None
    assert (page.count, set(page.events)) == (_VERSIONS - 1, set(_events(_VERSIONS - 1)))
    assert [summary.articles for summary in store.topics()] == [1]


def test_writers_of_the_same_topics_lose_no_event_and_never_block_each_other(
    url: str, store: Store, pool: ThreadPoolExecutor | ProcessPoolExecutor
) -> None:
    """Half of them name the topics in the opposite order, and all of them make the first of each."""
    with pool:
        _finish([pool.submit(_write_articles, url, writer) for writer in range(_WRITERS)])
    articles = _WRITERS * _VERSIONS
    shared = [(one.count, one.articles) for one in store.topics() if not one.topic.slug.startswith("own")]
    assert shared == [(articles * 2, articles)] * 2
    page = store.timeline("harbour", limit=1000)
    assert page is not None
    assert len({one.id for one in page.events}) == articles * 2


def test_one_store_is_shared_by_threads(store: Store) -> None:
    with ThreadPoolExecutor(2 * _WRITERS) as threads:
        list(threads.map(lambda number: store.replace(done(str(number))), range(64)))
        read = list(threads.map(lambda number: store.entry(str(number)), range(64)))
    assert read == [done(str(number)) for number in range(64)]


def test_a_reader_sees_a_page_that_fits_its_count_while_events_are_replaced(store: Store) -> None:
    store.replace(done(events=()))

    def write() -> None:
        for later in range(1, 100):
            store.replace(done(later=later, events=_events(later % 5)))

    with ThreadPoolExecutor(1) as writer:
        writing = writer.submit(write)
        seen: dict[object, Timeline] = {}
        while not writing.done() or not seen:
            page = store.timeline("harbour")
            assert page is not None
            assert page.count == len(page.events)
            assert seen.setdefault(page.as_of, page) == page
        writing.result()
    assert len(seen) > 1


def test_a_writer_waits_for_the_one_whose_then_is_still_running(store: Store) -> None:
    """A worker may get the message before the API has committed: it must come after, not fail."""
    sending, finished_early = Barrier(2), Event()

    def send() -> None:
        sending.wait(HANGING)
        assert not finished_early.wait(0.1)

    def finish() -> bool:
        accepted = store.replace(done())
        finished_early.set()
        return accepted

    with ThreadPoolExecutor(2) as threads:
        accepting = threads.submit(store.replace, entry(), send)
        sending.wait(HANGING)
        finished = threads.submit(finish)
        assert accepting.result() is True
        assert finished.result() is True
    assert store.entry("a1") == done()
