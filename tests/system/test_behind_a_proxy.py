"""The API as a proxy reaches it."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path

import pytest
from processes import HANGING, Valkey, free_port, running
from programs import Server

pytestmark = pytest.mark.system


def status(server: Server, client: str, path: str = "/api/v1/topics", **more: str) -> tuple[int, dict[str, str]]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=HANGING)
    connection.request("GET", path, headers={"X-Forwarded-For": client, "X-Forwarded-Proto": "https", **more})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, dict(answer.headers)


def test_clients_behind_a_proxy_are_told_apart_and_counted_though_the_counter_is_away(
    valkey: Valkey, database_url: str, tmp_path: Path
) -> None:
    settings = {"REDIS_URL": valkey.url, "DATABASE_URL": database_url, "DATELINE_READ_RATE": "2"}
    settings |= {"DATELINE_PROXIES": "1", "DATELINE_RATES_URL": f"redis://127.0.0.1:{free_port()}/0"}
    with running(Server(tmp_path / "log", **settings)) as server:
        assert [status(server, "198.51.100.7")[0] for _ in range(3)] == [200, 200, 429]
        assert status(server, "198.51.100.8")[0] == 200
        assert status(server, "198.51.100.7, 198.51.100.9")[0] == 200, "only the last address is the proxy's word"
        assert server.said.count("Rate limit storage unreachable") == 1
        assert "Traceback" not in server.said


def test_a_browser_is_held_to_https_only_where_it_came_over_it(
    valkey: Valkey, database_url: str, tmp_path: Path
) -> None:
    where = {"REDIS_URL": valkey.url, "DATABASE_URL": database_url}
    with running(Server(tmp_path / "log", DATELINE_PROXIES="1", **where)) as behind:
        assert "max-age" in status(behind, "198.51.100.7", "/")[1]["strict-transport-security"]
    with running(Server(tmp_path / "other", **where)) as plain:
        assert "strict-transport-security" not in status(plain, "198.51.100.7", "/")[1]
