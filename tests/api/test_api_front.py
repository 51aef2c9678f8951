"""What is answered again without the application is what the application would have answered."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from crossings import ADDRESSES, tell
from flask import Flask
from flask.testing import FlaskClient
from processes import Valkey, until
from werkzeug.test import TestResponse

from api import create_app
from api.keeping.front import Front
from api.parts import EXTENSION
from api.settings import ApiSettings
from timeline.store import Store
from worker.settings import Settings

TIMELINE = "/api/v1/timelines/ferries"
ASKED = (
    {},
    {"Accept-Encoding": "gzip"},
    {"Accept-Encoding": "zstd, gzip"},
    {"Accept-Encoding": "gzip;q=0"},
    {"Accept": "text/html"},
    {"Accept": "text/calendar"},
    {"Accept": "image/png"},
    {"Host": "elsewhere.example"},
    {"Host": "127.0.0.1:8000"},
    {"Origin": "https://reader.example"},
    {"Origin": "https://other.example"},
    {"Access-Control-Request-Method": "DELETE", "Origin": "https://reader.example"},
    {"If-None-Match": '"x"'},
    {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
    {"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"},
    {"Sec-Fetch-Site": "cross-site"},
    {"X-Forwarded-For": "192.0.2.7"},
    {"Authorization": "Bearer unknown"},
)
PATHS = (*ADDRESSES, *(f"{TIMELINE}.{extension}" for extension in ("ics", "csv", "md")), f"{TIMELINE}?limit=x")
OF_EACH = {"X-Request-ID", "Date"}


def settings(broker: Valkey, sqlite_url: str) -> ApiSettings:
    worker = Settings(redis_url=broker.url, database_url=sqlite_url)
    return ApiSettings(worker=worker, origins=("https://reader.example",))


@pytest.fixture
def app(broker: Valkey, sqlite_url: str) -> Flask:
    return create_app(settings(broker, sqlite_url))


def settled(client: FlaskClient) -> None:
    """Until the moment of the last change is over: before that nothing is kept."""
    until(lambda: client.get(TIMELINE).headers.get("Last-Modified"))


def behind(app: Flask) -> FlaskClient:
    """The same application without anything in front of it."""
    bare = Flask(app.name)
    front = app.wsgi_app
    assert isinstance(front, Front)
    bare.wsgi_app = front._behind  # type: ignore[method-assign]
    return bare.test_client()


def said(answer: TestResponse) -> tuple[int, bytes, list[tuple[str, str]]]:
    headers = sorted((name, value) for name, value in answer.headers if name not in OF_EACH)
    return answer.status_code, answer.data, headers


@pytest.mark.parametrize("path", PATHS)
def test_both_ways_give_the_same_answer(app: Flask, store: Store, path: str) -> None:
    tell(store, 0)
    front, back = app.test_client(), behind(app)
    settled(back)
    tags = [{"If-None-Match": found} for found in {back.get(path).headers.get("ETag")} if found]
    for headers in (*ASKED, *tags):
        limits = [name for name, _ in back.get(path, headers=headers).headers if name.startswith("RateLimit")]
        for _ in range(3):
            one, other = front.get(path, headers=headers), back.get(path, headers=headers)
            if not limits:
                assert said(one) == said(other), headers
            assert one.headers["X-Request-ID"] != other.headers["X-Request-ID"]


def test_a_change_is_told_at_once(app: Flask, store: Store) -> None:
    client = app.test_client()
    for number in range(3):
        tell(store, number, title=f"Report {number} of the change")
        settled(client)
        first = client.get(TIMELINE)
        assert client.get(TIMELINE).data == first.data
        assert client.get(TIMELINE, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
        tell(store, number, title=f"Report {number}, again")
        again = client.get(TIMELINE, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data == first.data) == (200, False)


def test_every_request_is_logged_and_counted(app: Flask, store: Store, caplog: pytest.LogCaptureFixture) -> None:
    tell(store, 0)
    client = app.test_client()
    settled(client)
    for _ in range(2):
        client.get(TIMELINE)
    key = ("GET", "/api/v1/timelines/<slug>", "200")
    meters = app.extensions[EXTENSION].meters
    before = sum(meters.all()["request"][key].counts)
    caplog.set_level(logging.INFO)
    caplog.clear()
    told = [client.get(TIMELINE, headers={"X-Request-ID": f"request-{n}"}).headers["X-Request-ID"] for n in range(5)]
    assert told == [f"request-{n}" for n in range(5)]
    assert sum(meters.all()["request"][key].counts) == before + 5
    lines = [vars(record)["fields"] for record in caplog.records if record.message == "Request answered"]
    assert [(line["method"], line["route"], line["status"]) for line in lines] == [("GET", key[1], 200)] * 5


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic eDp5"}])
def test_where_reading_takes_a_token_nobody_is_let_in_by_anothers(
    broker: Valkey, sqlite_url: str, store: Store, headers: dict[str, str]
) -> None:
    tell(store, 0)
    closed = replace(settings(broker, sqlite_url), reading="token", starter="")
    client = create_app(closed).test_client()
    for _ in range(3):
        assert client.get(TIMELINE, headers=headers).status_code == 401


def test_who_is_counted_is_counted_each_time(broker: Valkey, sqlite_url: str, store: Store) -> None:
    tell(store, 0)
    client = create_app(replace(settings(broker, sqlite_url), read_rate=5)).test_client()
    settled(client)
    far = {"environ_base": {"REMOTE_ADDR": "192.0.2.9"}}
    assert [client.get(TIMELINE, **far).status_code for _ in range(7)] == [200] * 5 + [429] * 2
    assert [client.get(TIMELINE).status_code for _ in range(7)] == [200] * 7
