"""What every answer says to a browser."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api import create_app
from api.settings import ApiSettings
from worker.settings import Settings

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def app(sqlite_url: str) -> Flask:
    """The application, with a route that fails."""
    made = create_app(ApiSettings(worker=Settings(database_url=sqlite_url)))
    made.add_url_rule("/broken", view_func=lambda: 1 // 0)
    made.add_url_rule("/api/v1/broken", endpoint="broken", view_func=lambda: 1 // 0)
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/timelines/", 301),
        ("GET", "/timelines/nosuch", 404),
        ("GET", "/nosuch", 404),
        ("POST", "/", 405),
        ("GET", "/broken", 500),
        ("GET", "/static/page.css", 200),
        ("GET", "/healthz", 200),
        ("GET", "/api/v1/topics", 200),
        ("GET", "/api/v1/nosuch", 404),
        ("GET", "/api/v1/broken", 500),
        ("POST", "/api/v1/articles", 401),
        ("OPTIONS", "/api/v1/articles", 200),
    ],
)
@pytest.mark.parametrize("accept", [{}, BROWSER], ids=["program", "browser"])
def test_every_answer_forbids_what_no_page_needs(
    client: FlaskClient, method: str, path: str, status: int, accept: dict[str, str]
) -> None:
    answer = client.open(path, method=method, headers=accept)
    assert answer.status_code == status
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/nosuch", 404), ("POST", "/", 405), ("GET", "/broken", 500)]
)
def test_a_browser_gets_a_page_and_a_program_problem_details(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    page = client.open(path, method=method, headers=BROWSER)
    assert (page.status_code, page.mimetype) == (status, "text/html")
    assert "<h1>" in page.text
    assert "Traceback" not in page.text
    assert "division" not in page.text
    for accept in ({}, {"Accept": "*/*"}, {"Accept": "application/json"}):
        told = client.open(path, method=method, headers=accept)
        assert (told.status_code, told.mimetype) == (status, "application/problem+json")
    if status == 405:
        assert page.headers["Allow"] == told.headers["Allow"]


def test_the_api_answers_even_a_browser_with_problem_details(client: FlaskClient) -> None:
    for path in ("/api/v1/nosuch", "/api/v1/timelines/nosuch", "/api/v1/broken"):
        assert client.get(path, headers=BROWSER).mimetype == "application/problem+json"
