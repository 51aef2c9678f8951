"""`dateline up` with a Redis and a PostgreSQL that run already."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from dateline_up import ARTICLE, processes_naming, up
from processes import Valkey, running, until

pytestmark = pytest.mark.system


def test_redis_url_and_database_url_switch_to_real_servers(tmp_path: Path, empty_postgres_url: str) -> None:
    with running(Valkey(tmp_path / "valkey")) as valkey:
        data = tmp_path / "data"
        with up(data, environ={"REDIS_URL": valkey.url, "DATABASE_URL": empty_postgres_url}) as dateline:
            assert not any("valkey" in command for command in processes_naming(data).values())
            article = dateline.submitted(ARTICLE)
            until(lambda: dateline.done(article))
            assert dateline.stop() == 0
        assert processes_naming(data) == {}
        assert valkey.client.ping(), "a broker that it did not start goes on"
    assert not (data / "dateline.db").exists()
    with psycopg.connect(empty_postgres_url) as connection:
        assert connection.execute("SELECT id, state FROM articles").fetchall() == [(article, "done")]
