"""Workers that end in the middle of an article: nothing is lost, nothing goes round for ever."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from celery import Celery
from processes import Server, Valkey, Worker, running, until
from test_ways_in import article, days

pytestmark = pytest.mark.system
LIMIT = 4  # seconds; an unfinished article is delivered again after 6


@pytest.fixture
def own_valkey(tmp_path: Path) -> Iterator[Valkey]:
    with running(Valkey(tmp_path / "broker")) as broker:
        yield broker


@pytest.fixture
def where(own_valkey: Valkey, sqlite_url: str) -> dict[str, str]:
    return {"REDIS_URL": own_valkey.url, "DATABASE_URL": sqlite_url, "DATELINE_TIME_LIMIT": str(LIMIT)}


@pytest.fixture
def own_server(where: dict[str, str], tmp_path: Path) -> Iterator[Server]:
    with running(Server(tmp_path / "api.log", **where)) as server:
        yield server


@pytest.fixture
def own_worker(where: dict[str, str], tmp_path: Path) -> Iterator[Worker]:
    with running(Worker(tmp_path / "worker.log", **where)) as worker:
        yield worker


def halt(worker: Worker) -> int:
    """Stops the one pool process where it stands: what it is given next, it never finishes."""
    (child,) = worker.children()
    os.kill(child, signal.SIGSTOP)
    return child


def test_an_article_in_the_hands_of_a_killed_worker_is_read_by_the_next(
    own_valkey: Valkey, own_server: Server, own_worker: Worker
) -> None:
    halt(own_worker)
    id_ = own_server.submit(article("killed"))
    until(lambda: own_valkey.client.hlen("unacked") == 1)
    own_worker.kill()
    own_worker.start()
    assert own_server.finished(id_, seconds=40)["state"] == "done"
    assert len(days(own_server, "killed")) == 3


def test_an_article_whose_pool_process_is_killed_is_read_by_another(
    own_valkey: Valkey, own_server: Server, own_worker: Worker
) -> None:
    child = halt(own_worker)
    id_ = own_server.submit(article("orphaned"))
    until(lambda: own_valkey.client.hlen("unacked") == 1)
    os.kill(child, signal.SIGKILL)
    assert own_server.finished(id_)["state"] == "done"
    assert own_valkey.unfinished == 0 or until(lambda: own_valkey.unfinished == 0)


def test_an_article_that_kills_every_process_is_given_up_and_says_so(
    own_valkey: Valkey, own_server: Server, own_worker: Worker
) -> None:
    child = halt(own_worker)
    id_ = own_server.submit(article("deadly"))
    for _ in range(4):
        until(lambda: own_valkey.client.hlen("unacked") == 1)
        os.kill(child, signal.SIGKILL)
        child = until(partial(_halted, own_worker, child))
    told = own_server.finished(id_)
    assert told["state"] == "failed"
    assert "SIGKILL" in told["failure"]["reason"]


def _halted(worker: Worker, before: int) -> int:
    """The process that took the place of ``before``, halted; 0 while there is none."""
    fresh = [child for child in worker.children() if child != before]
    if fresh:
        os.kill(fresh[0], signal.SIGSTOP)
    return fresh[0] if fresh else 0


def test_an_article_that_takes_too_long_is_given_up_and_the_next_is_read(
    own_server: Server, own_worker: Worker
) -> None:
    halt(own_worker)
    slow = own_server.submit(article("slow"))
    told = own_server.finished(slow, seconds=40)
    assert told["state"] == "failed"
    assert "time limit" in told["failure"]["reason"].lower() or "TimeLimit" in told["failure"]["reason"]
    assert own_server.finished(own_server.submit(article("next")))["state"] == "done"


def test_a_worker_that_is_asked_to_stop_finishes_what_it_has_begun_and_returns_the_rest(
    own_valkey: Valkey, own_server: Server, own_worker: Worker
) -> None:
    ids = [own_server.submit(article("warm", title=f"The board and its meeting number {n}")) for n in range(20)]
    assert own_worker.stop() == 0
    assert own_valkey.client.hlen("unacked") == 0
    own_worker.start()
    assert {own_server.finished(each)["state"] for each in ids} == {"done"}


def test_a_plain_clients_article_is_not_lost_with_its_worker(
    own_valkey: Valkey, own_server: Server, own_worker: Worker
) -> None:
    halt(own_worker)
    Celery(broker=own_valkey.url).send_task("dateline.ingest", [article("plain")])
    until(lambda: own_valkey.client.hlen("unacked") == 1)
    own_worker.kill()
    own_worker.start()
    until(lambda: own_server.call("GET", "/api/v1/timelines/plain").status == 200 and days(own_server, "plain"), 40)
