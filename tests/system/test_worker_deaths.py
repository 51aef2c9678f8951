"""Workers that end in the middle of an article: nothing is lost, nothing goes round for ever."""

from __future__ import annotations

import os
import signal

import pytest
from celery import Celery
from lighthouse import article, days
from processes import Valkey, until
from programs import Server, Worker

pytestmark = pytest.mark.system
LIMIT = 4  # seconds; an unfinished article is delivered again after 6
LONG = "The harbour board met on 4 March 2024, and will meet again in two weeks. " * 20_000


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
    assert own_server.finished(id_)["state"] == "done"
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


def test_an_article_that_kills_every_process_is_given_up_and_says_so(own_server: Server, own_worker: Worker) -> None:
    id_ = own_server.submit(article("deadly", LONG))

    def given_up() -> bool:
        for child in own_worker.children():
            os.kill(child, signal.SIGKILL)
        return own_server.get(f"/api/v1/articles/{id_}")["state"] in ("done", "failed")

    until(given_up, every=0.5)
    told = own_server.finished(id_)
    assert told["state"] == "failed"
    assert "SIGKILL" in told["failure"]["reason"]
    assert own_server.finished(own_server.submit(article("next")))["state"] == "done"


def test_an_article_that_takes_too_long_is_given_up_and_the_next_is_read(
    own_server: Server, own_worker: Worker
) -> None:
    told = own_server.finished(own_server.submit(article("slow", LONG)))
    assert (told["state"], told["failure"]["reason"]) == ("failed", "Reading it took too long.")
    assert own_server.finished(own_server.submit(article("next")))["state"] == "done"
    assert own_worker.running()


def test_an_article_that_hangs_beyond_every_signal_is_given_up_and_the_next_is_read(
    own_server: Server, own_worker: Worker
) -> None:
    id_ = own_server.submit(article("hung", LONG))
    until(lambda: own_server.get(f"/api/v1/articles/{id_}")["state"] == "processing")
    halt(own_worker)
    told = own_server.finished(id_)
    assert told["state"] == "failed"
    assert "TimeLimitExceeded" in told["failure"]["reason"]
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
    until(lambda: own_server.call("GET", "/api/v1/timelines/plain").status == 200 and days(own_server, "plain"))
