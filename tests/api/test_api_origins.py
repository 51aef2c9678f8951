"""Scripts of other sites read where the operator allows it, and never write."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from processes import Valkey

from api import create_app
from api.settings import ApiSettings, api_settings
from worker.settings import InvalidSetting, Settings

SITE, OTHER = "https://news.example", "https://elsewhere.example"


def _client(broker: Valkey, url: str, *origins: str, reading: str = "open") -> FlaskClient:
    worker = Settings(redis_url=broker.url, database_url=url)
    return create_app(ApiSettings(worker=worker, origins=origins, reading=reading)).test_client()


@pytest.fixture
def allowing(broker: Valkey, sqlite_url: str) -> FlaskClient:
    return _client(broker, sqlite_url, SITE)


def test_no_other_site_reads_unless_told(client: FlaskClient) -> None:
    answer = client.get("/api/v1/topics", headers={"Origin": SITE})
    assert not [name for name in answer.headers.keys() if name.startswith("Access-Control")]  # noqa: SIM118


def test_a_site_that_is_named_reads_and_no_other(allowing: FlaskClient) -> None:
    answer = allowing.get("/api/v1/topics", headers={"Origin": SITE})
    assert answer.headers["Access-Control-Allow-Origin"] == SITE
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
    assert "Origin" in answer.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Access-Control-Allow-Origin" not in allowing.get("/api/v1/topics", headers={"Origin": OTHER}).headers
    assert "Access-Control-Allow-Origin" not in allowing.get("/", headers={"Origin": SITE}).headers


def test_what_is_kept_for_one_site_is_not_told_another(allowing: FlaskClient) -> None:
    for _ in range(2):
        for origin, allowed in ((SITE, SITE), (OTHER, None), (None, None)):
            headers = {"Origin": origin} if origin else {}
            found = allowing.get("/api/v1/topics", headers=headers).headers
            assert found.get("Access-Control-Allow-Origin") == allowed
            assert "Origin" in found["Vary"]


def test_a_browser_may_ask_before_it_reads_with_a_token(broker: Valkey, sqlite_url: str) -> None:
    """It asks without the token, as it must."""
    asked = {
        "Origin": SITE,
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization, last-event-id",
    }
    answer = _client(broker, sqlite_url, SITE, reading="token").options("/api/v1/topics", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == SITE
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert answer.headers["Access-Control-Allow-Headers"].lower() == "authorization, last-event-id"


@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT"])
def test_no_site_may_write(broker: Valkey, sqlite_url: str, method: str) -> None:
    client = _client(broker, sqlite_url, "*")
    asked = {"Origin": SITE, "Access-Control-Request-Method": method}
    for answer in (
        client.options("/api/v1/articles", headers=asked),
        client.open("/api/v1/articles", method=method, headers={"Origin": SITE}, data=b"{}"),
    ):
        assert not [name for name in answer.headers.keys() if name.startswith("Access-Control")]  # noqa: SIM118


def test_any_site_may_be_let_read(broker: Valkey, sqlite_url: str) -> None:
    answer = _client(broker, sqlite_url, "*").get("/api/v1/topics", headers={"Origin": SITE})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("given", ["news.example", "https://news.example/", "https://news.example, https://b", "null"])
def test_what_is_no_site_is_refused(given: str) -> None:
    with pytest.raises(InvalidSetting, match="DATELINE_ORIGINS"):
        api_settings({"DATELINE_ORIGINS": given})
    assert api_settings({"DATELINE_ORIGINS": f"{SITE} *"}) == replace(api_settings({}), origins=(SITE, "*"))
