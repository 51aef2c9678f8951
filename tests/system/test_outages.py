"""Broker and store that go away and come back while server and worker run."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from celery import Celery
from lighthouse import article, days
from processes import Valkey, running, until
from programs import Server, Worker

pytestmark = pytest.mark.system


def test_after_the_broker_was_away_articles_are_taken_and_read_again(
    own_valkey: Valkey, own_server: Server, own_worker: Worker
) -> None:
    own_server.finished(own_server.submit(article("before")))
    own_valkey.stop()
    refused = own_server.call("POST", "/api/v1/articles", article("while-away"))
    assert (refused.status, refused.headers["Content-Type"]) == (503, "application/problem+json")
    assert "Retry-After" in refused.headers
    assert own_server.call("GET", "/api/v1/timelines/while-away").status == 404
    assert own_server.call("GET", "/readyz").status == 503
    assert days(own_server, "before")
    own_valkey.start()
    until(lambda: own_server.call("GET", "/readyz").status == 200)
    assert own_server.finished(own_server.submit(article("after")))["state"] == "done"
    assert own_worker.running()


def test_a_worker_is_not_silent_after_its_broker_froze(
    own_valkey: Valkey, own_server: Server, own_worker: Worker
) -> None:
    """The connection stays open while nothing answers, as behind a failed router."""
    own_server.finished(own_server.submit(article("before")))
    os.kill(own_valkey.process.pid, signal.SIGSTOP)
    refused = own_server.call("POST", "/api/v1/articles", article("while-frozen"))
    assert refused.status == 503
    os.kill(own_valkey.process.pid, signal.SIGCONT)
    until(lambda: own_server.call("GET", "/readyz").status == 200)
    assert own_server.finished(own_server.submit(article("thawed")))["state"] == "done"
    assert own_worker.running()


def test_queued_articles_outlive_a_broker_that_is_killed(
    own_valkey: Valkey, own_server: Server, sqlite_url: str, tmp_path: Path
) -> None:
    ids = [own_server.submit(article("durable", title=f"The board and its meeting number {n}")) for n in range(10)]
    own_valkey.kill()
    own_valkey.start()
    with running(Worker(tmp_path / "late.log", REDIS_URL=own_valkey.url, DATABASE_URL=sqlite_url)):
        assert {own_server.finished(each)["state"] for each in ids} == {"done"}


def test_articles_wait_for_a_store_that_is_away(
    own_valkey: Valkey, own_server: Server, own_worker: Worker, sqlite_url: str, tmp_path: Path
) -> None:
    store, away = tmp_path / "dateline.db", tmp_path / "away.db"
    held = {each: each.with_name(each.name.replace("dateline", "away")) for each in tmp_path.glob("dateline.db*")}
    own_worker.stop()
    for here, there in held.items():
        here.rename(there)
    own_worker.start()
    Celery(broker=own_valkey.url).send_task("dateline.ingest", [article("patient")])
    until(lambda: "The store cannot be used" in own_worker.said)
    assert away.exists()
    assert not store.exists()
    for here, there in held.items():
        there.rename(here)
    until(lambda: own_server.call("GET", "/api/v1/timelines/patient").status == 200 and days(own_server, "patient"))
    until(lambda: own_valkey.unfinished == 0)


def test_a_postgresql_store_serves_like_sqlite(postgres_url: str, tmp_path: Path) -> None:
    with running(Valkey(tmp_path / "broker")) as broker:
        where = {"REDIS_URL": broker.url, "DATABASE_URL": postgres_url}
        server, worker = Server(tmp_path / "api.log", **where), Worker(tmp_path / "worker.log", **where)
        with running(server), running(worker):
            assert server.finished(server.submit(article("in-postgresql")))["state"] == "done"
            assert days(server, "in-postgresql") == ["2024-02-29", "2024-03-01", "2024-03-04"]
