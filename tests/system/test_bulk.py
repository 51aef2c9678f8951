"""Ten thousand articles in one request, and batches on the queue: none lost, none twice, none spoiling another."""

from __future__ import annotations

import json
import os
import signal
import socket
from http.client import HTTPConnection

import pytest
from celery import Celery
from notes import body, counted, note, posted, settled
from processes import HANGING, Valkey, until
from programs import Server, Worker

from timeline.store import open_store

pytestmark = pytest.mark.system
LIMIT = 4  # seconds; an unfinished batch is delivered again after 6
LONG = "The harbour board met on 4 March 2024, and will meet again in two weeks. " * 20_000


def test_of_ten_thousand_lines_a_thousand_bad_ones_are_told_and_the_rest_is_taken(
    own_server: Server, own_valkey: Valkey, where: dict[str, str]
) -> None:
    """Without a worker: taking them in is what is shown."""
    bad = [b"{", b"5", b'{"text": "No time."}', b'{"text": "Caf\xe9"}', b'{"colour": "grey"}']
    lines = [bad[n // 10 % 5] if n % 10 == 0 else note(n) for n in range(10_000)]
    told = posted(own_server, lines)
    assert [one["line"] for one in told] == list(range(1, 10_001))
    assert all(("error" in one) == (n % 10 == 0) for n, one in enumerate(told))
    assert {one["error"]["status"] for one in told[::10]} == {400, 422}
    store = open_store(where["DATABASE_URL"])
    assert store.ledger().unfinished == 9000 == len({one["id"] for one in told if "id" in one})
    store.close()
    assert own_valkey.unfinished < 600, "many in a message"


@pytest.mark.usefixtures("own_worker")
def test_a_batch_is_read_and_a_single_article_passes_what_came_in_bulk(
    own_server: Server, own_valkey: Valkey, where: dict[str, str]
) -> None:
    told = posted(own_server, [note(n) for n in range(900)])
    assert own_valkey.unfinished > 10
    single = own_server.submit(note(1, title="A report that cannot wait for the others", topics=["Urgent"]))
    assert own_server.finished(single)["state"] == "done"
    assert own_valkey.unfinished > 0, "the bulk was still being read"
    assert settled(where) == {"done": 901}
    assert len(told) == 900
    assert sum(articles for articles, _ in counted(own_server).values()) == 901


def test_a_worker_killed_in_the_middle_of_its_batches_loses_and_repeats_nothing(
    own_server: Server, own_valkey: Valkey, own_worker: Worker, where: dict[str, str]
) -> None:
    posted(own_server, [note(n) for n in range(400)])
    for part in (50, 150):
        until(lambda part=part: sum(articles for articles, _ in counted(own_server).values()) >= part)  # type: ignore[misc]
        os.killpg(own_worker.process.pid, signal.SIGKILL)
        own_worker.process.wait(HANGING)
        own_worker.start()
    assert settled(where) == {"done": 400}
    assert all(counts == (20, 20) for counts in counted(own_server).values())
    until(lambda: own_valkey.unfinished == 0)


def test_an_article_that_kills_or_hangs_its_reader_takes_no_neighbour_along(
    own_server: Server, own_valkey: Valkey, own_worker: Worker, where: dict[str, str]
) -> None:
    """The pool process is killed in the middle of the batch; then one article takes longer than any may."""
    (child,) = own_worker.children()
    os.kill(child, signal.SIGSTOP)
    slow = note(3, text=LONG)
    told = posted(own_server, [slow if n == 3 else note(n) for n in range(10)])
    until(lambda: own_valkey.client.hlen("unacked"))
    os.kill(child, signal.SIGKILL)
    assert settled(where) == {"done": 9, "failed": 1}
    failed = own_server.get(f"/api/v1/articles/{told[3]['id']}")
    assert failed["failure"]["reason"] == "Reading it took too long."
    assert own_worker.running()


@pytest.mark.usefixtures("own_worker")
def test_plain_clients_send_batches_of_any_size(own_server: Server, own_valkey: Valkey, where: dict[str, str]) -> None:
    given = [*(note(n) for n in range(60)), {"text": "No time."}, 5, note(1), note(1, text="It wrote on 9 May 2023.")]
    Celery(broker=own_valkey.url).send_task("dateline.ingest_many", [given])
    until(lambda: sum(articles for articles, _ in counted(own_server).values()) == 60)
    until(lambda: own_valkey.unfinished == 0)
    assert settled(where) == {"done": 60, "failed": 2}


def test_a_body_that_breaks_off_later_tells_what_was_taken(own_server: Server, where: dict[str, str]) -> None:
    sent = body([note(n) for n in range(60)])[:-20]
    wire = HTTPConnection("127.0.0.1", own_server.port, timeout=HANGING)
    wire.putrequest("POST", "/api/v1/articles")
    wire.putheader("Content-Type", "application/x-ndjson")
    wire.putheader("Content-Length", str(len(sent) + 20))
    wire.endheaders(sent)
    wire.sock.shutdown(socket.SHUT_WR)
    answer = wire.getresponse()
    told = json.loads(answer.read())
    wire.close()
    assert (answer.status, len(told)) == (202, 60)
    assert "ended after" in told[-1]["error"]["detail"]
    store = open_store(where["DATABASE_URL"])
    assert store.ledger().unfinished == 59
    store.close()
