"""Articles that come one a message, faster than they are read: what becomes of each is what became of it alone."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from celery import Celery
from notes import counted, note, settled
from processes import Valkey, until
from programs import Server, Worker

from timeline.store import open_store
from worker.app import TASK, TOGETHER

pytestmark = pytest.mark.system
APART = "articles cannot be read together"
AT_LENGTH = " The keeper of the light wrote down what the wind did to the boats, and what the boats had brought." * 40
LIMIT = 4  # seconds; an unfinished article is delivered again after 6


@contextmanager
def busy(worker: Worker) -> Iterator[None]:
    """What is sent meanwhile waits together."""
    os.kill(worker.process.pid, signal.SIGSTOP)
    yield
    os.kill(worker.process.pid, signal.SIGCONT)


def together(worker: Worker) -> bool:
    return TOGETHER in worker.log.read_text()


def test_a_process_that_dies_loses_and_repeats_none_of_those_it_has(
    own_server: Server, own_valkey: Valkey, own_worker: Worker, where: dict[str, str]
) -> None:
    (child,) = own_worker.children()
    os.kill(child, signal.SIGSTOP)
    with busy(own_worker):
        for number in range(80):
            own_server.submit(note(number))
    until(lambda: own_valkey.client.hlen("unacked") > 8)
    os.kill(child, signal.SIGKILL)
    assert settled(where) == {"done": 80}
    assert all(counts == (4, 4) for counts in counted(own_server).values())
    until(lambda: own_valkey.unfinished == 0)
    assert together(own_worker)


def test_those_that_take_too_long_together_are_read_one_by_one(
    own_server: Server, own_valkey: Valkey, own_worker: Worker, where: dict[str, str]
) -> None:
    """Reading them takes several times as long as writing them, where too long is the store's fault."""
    told: list[str] = []

    def struck() -> bool:
        with busy(own_worker):
            more = [note(number, text=note(number)["text"] + AT_LENGTH) for number in range(len(told), len(told) + 80)]
            told.extend(map(own_server.submit, more))
        until(lambda: own_valkey.unfinished < 80)
        return _stopped_for_too_long(own_worker)

    until(struck)
    assert settled(where) == {"done": len(told)}
    assert APART in own_worker.log.read_text()
    until(lambda: own_valkey.unfinished == 0)


def _stopped_for_too_long(worker: Worker) -> bool:
    """Whether its process was reading when it was stopped, and was told that this takes too long."""
    children, before = worker.children(), _soft_limits(worker)
    if len(children) != 1:
        return False
    with suppress(ProcessLookupError):  # on a busy machine it is given up before it goes on
        os.kill(children[0], signal.SIGSTOP)
        with suppress(AssertionError):
            until(lambda: _soft_limits(worker) > before, seconds=LIMIT + 0.5)
        os.kill(children[0], signal.SIGCONT)
    with suppress(AssertionError):
        until(lambda: APART in worker.log.read_text(), seconds=1)
    return APART in worker.log.read_text()


def _soft_limits(worker: Worker) -> int:
    return worker.log.read_text().count("Soft time limit")


def test_each_article_and_each_of_its_versions_counts_and_bad_ones_fail_by_themselves(
    own_server: Server, own_valkey: Valkey, own_worker: Worker, where: dict[str, str]
) -> None:
    client = Celery(broker=own_valkey.url)
    changed = [note(0, url="https://harbour.example/0", text=f"It wrote on {day} May 2023.") for day in (7, 8, 9)]
    given = [*changed, {"text": "No time."}, 5, *(note(n) for n in range(1, 80))]
    with busy(own_worker):
        for number, article in enumerate(given):
            client.send_task(TASK, [article], task_id=f"request{number}.x")
    until(lambda: own_valkey.unfinished == 0)
    assert settled(where) == {"done": 80, "failed": 2}
    assert together(own_worker)
    told = own_worker.log.read_text()
    assert all(re.search(rf"\brequest{number}\b", told) for number in range(len(given)))
    events = own_server.get("/api/v1/timelines/reports-0")["events"]
    (newest,) = (event for event in events if event["when"]["earliest"] == "2023-05-09")
    store = open_store(where["DATABASE_URL"])
    assert len(store.versions(newest["sources"][0]["article"])) == 3
    store.close()
