"""`dateline up` with a Redis and a PostgreSQL that run already, and with other people's Celery clients."""

from __future__ import annotations

import socket
from pathlib import Path

import psycopg
import pytest
from celery import Celery
from dateline_up import ARTICLE, SLUG, eventually, processes_naming, up
from processes import Valkey, running
from sqlalchemy import make_url

pytestmark = pytest.mark.system


@pytest.fixture
def empty_postgres(postgres_server: str) -> str:
    """A PostgreSQL database without tables."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS started")
        connection.execute("CREATE DATABASE started")
    return make_url(postgres_server).set(database="started").render_as_string(hide_password=False)


def test_redis_url_and_database_url_switch_to_real_servers(tmp_path: Path, empty_postgres: str) -> None:
    with running(Valkey(tmp_path / "valkey")) as valkey:
        data = tmp_path / "data"
        with up(data, environ={"REDIS_URL": valkey.url, "DATABASE_URL": empty_postgres}) as dateline:
            assert not any("valkey" in command for command in processes_naming(data).values())
            article = dateline.submitted(ARTICLE)
            eventually(lambda: dateline.done(article))
            assert dateline.stop() == 0
        assert processes_naming(data) == {}
        assert valkey.client.ping(), "a broker that it did not start goes on"
    assert not (data / "dateline.db").exists()
    with psycopg.connect(empty_postgres) as connection:
        assert connection.execute("SELECT id, state FROM articles").fetchall() == [(article, "done")]


def test_any_celery_client_reaches_the_queue_at_the_address_in_the_data_folder(tmp_path: Path) -> None:
    with up(tmp_path / "data") as dateline:
        client = Celery(broker=(tmp_path / "data" / "broker" / "url").read_text().strip())
        client.send_task("dateline.ingest", [ARTICLE])
        topic = eventually(lambda: dateline.call("/api/v1/topics")[1]["topics"])
        assert topic[0]["slug"] == SLUG
        assert dateline.stop() == 0


def test_a_request_that_never_gets_to_its_end_is_hung_up_on(tmp_path: Path) -> None:
    """Or somebody without a token could hold every connection there is."""
    with (
        up(tmp_path / "data") as dateline,
        socket.create_connection(("127.0.0.1", int(dateline.url.rpartition(":")[2])), timeout=25) as wire,
    ):
        wire.sendall(b"POST /api/v1/articles HTTP/1.1\r\nHost: x\r\n")
        while wire.recv(4096):
            pass
