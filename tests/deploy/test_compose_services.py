"""The commands of the compose file's own services, started natively with the environment that it gives them."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.error import HTTPError

import psycopg
import pytest
from composed import Composed
from empty_stores import Postgres
from processes import HANGING, Valkey, free_port, running, until
from sqlalchemy import make_url

pytestmark = pytest.mark.system
ARTICLE = {
    "title": "Lighthouse lit again",
    "published": "2025-03-05T09:00:00+00:00",
    "topics": ["Lighthouse"],
    "text": "The lighthouse was lit again on Monday. The last keeper had left two years ago.",
}


@pytest.fixture
def postgres(postgres_server: Postgres) -> Iterator[str]:
    """An empty database that belongs to the compose file's user."""
    address = postgres_server.server.get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE ROLE dateline LOGIN")
        connection.execute("CREATE DATABASE dateline OWNER dateline")
        yield (make_url(address).set(database="dateline", username="dateline").render_as_string(hide_password=False))
        connection.execute("DROP DATABASE dateline WITH (FORCE)")
        connection.execute("DROP ROLE dateline")


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Valkey]:
    with running(Valkey(tmp_path / "valkey")) as valkey:
        yield valkey


def test_the_services_upgrade_come_up_healthy_and_read_an_article(
    tmp_path: Path, broker: Valkey, postgres: str
) -> None:
    composed = Composed(tmp_path, broker, postgres)
    for _ in range(2):
        upgraded = composed.upgraded()
        assert (upgraded.returncode, upgraded.stdout) == (0, "The store is up to date.\n"), upgraded.stderr
    assert not composed.healthy("api")
    assert not composed.healthy("worker")
    with ExitStack() as stack:
        for name in ("api", "worker"):
            stack.enter_context(running(composed.service(name)))
        until(lambda: composed.healthy("api"))
        until(lambda: composed.healthy("worker"))
        request = urllib.request.Request(
            f"http://127.0.0.1:{composed.port}/api/v1/articles",
            json.dumps(ARTICLE).encode(),
            {"Content-Type": "application/json"},
        )
        with pytest.raises(HTTPError, match="401"):
            urllib.request.urlopen(request, timeout=HANGING)
        request.add_header("Authorization", f"Bearer {composed.token()}")
        with urllib.request.urlopen(request, timeout=HANGING) as accepted:
            status_url = json.load(accepted)["status_url"]

        def finished() -> str:
            with urllib.request.urlopen(status_url, timeout=HANGING) as answer:
                state = str(json.load(answer)["state"])
            return state if state in ("done", "failed") else ""

        assert until(finished) == "done"
    with psycopg.connect(postgres) as connection:
        assert connection.execute("SELECT state FROM articles").fetchall() == [("done",)]


def test_a_stopped_worker_is_not_healthy(tmp_path: Path, broker: Valkey, postgres: str) -> None:
    composed = Composed(tmp_path, broker, postgres)
    assert composed.upgraded().returncode == 0
    with running(composed.service("worker")) as worker:
        until(lambda: composed.healthy("worker"))
        assert worker.stop() == 0
        until(lambda: not composed.healthy("worker"))


def test_an_upgrade_without_a_store_ends_with_a_word_and_not_with_0(tmp_path: Path, broker: Valkey) -> None:
    nowhere = f"postgresql://dateline@127.0.0.1:{free_port()}/dateline"
    result = Composed(tmp_path, broker, nowhere).upgraded()
    assert result.returncode == 69
    assert "The store cannot be upgraded" in result.stderr
    assert "Traceback" not in result.stderr
