"""What is submitted and cannot be used is refused, saying what is wrong with it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from processes import Valkey
from submitting import ARTICLE, URL


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"{", 400, "body"),
        (b"", 400, "body"),
        (b'{"text": NaN}', 400, "body"),
        (b"[" * 5000, 400, "body"),
        (b'{"text": "\\ud800", "published": 1}', 400, "body"),
        (b'{"text": "Caf\xe9"}', 422, "body"),
        (b"5", 422, None),
        (b"null", 422, None),
        (b"[]", 422, None),
        (b"{}", 422, "text"),
        (b'{"text": ""}', 422, "text"),
        (b'{"text": "  \\n "}', 422, "text"),
        (b'{"text": ["x"]}', 422, "text"),
        (b'{"text": "x", "html": "<p>x"}', 422, "html"),
        (b'{"text": "x", "colour": "grey"}', 422, "colour"),
        (b'{"text": "x", "published": 1709629200}', 422, "published"),
        (b'{"text": "x", "topics": "one"}', 422, "topics"),
        (b'{"text": "x", "topics": ["!"]}', 422, "topics"),
        (b'{"text": "Fog held the ferry in port."}', 422, "published"),
        (b'{"text": "Fog held the ferry in port.", "published": "03/04/2024"}', 422, "published"),
        (b'{"text": "Fog held the ferry in port.", "published": "2999-01-01"}', 422, "published"),
        (b'{"text": "Fog held the ferry in port.", "published": "some day"}', 422, "published"),
    ],
)
def test_bad_json_articles_are_refused_naming_the_field(
    client: FlaskClient, broker: Valkey, body: bytes, status: int, field: str | None
) -> None:
    answer = client.post(URL, data=body, content_type="application/json")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["detail"]
    if field:
        assert field in answer.json["errors"][0]["field"]
    assert broker.unfinished == 0


@pytest.mark.parametrize(
    ("query", "body", "type_", "status", "part"),
    [
        ("", b"Caf\xe9 at the pier.", "text/plain", 422, "utf-8"),
        ("", b"Caf\xe9 at the pier.", "text/plain; charset=ascii", 422, "published"),
        ("", b"abc", "text/plain; charset=klingon", 415, "klingon"),
        ("", b"abc", "text/plain; charset=zlib", 415, "zlib"),
        ("", b"abc", "text/plain; charset=utf-16", 422, "utf-16"),
        ("", b"\x7fELF\x00\x00\x01", "text/plain", 415, "binary"),
        ("", b"PK\x03\x04\x00\x00", "text/html", 415, "binary"),
        ("", b"", "text/plain", 422, "text"),
        ("", b"Fog held the ferry in port.", "text/plain", 422, "published"),
        ("?colour=grey", b"Fog.", "text/plain", 400, "colour"),
        ("?title=a&title=b", b"Fog.", "text/plain", 400, "title"),
        (f"?topic={quote('!')}&published=2024-03-05", b"Fog.", "text/plain", 422, "topics"),
        ("", b"text=Fog", "application/x-www-form-urlencoded", 415, "application/json"),
        ("", b"%PDF-1.7", "application/pdf", 415, "application/pdf"),
        ("?topic=x", b"{}", "application/json", 400, "topic"),
        ("", b" \n\n", "application/x-ndjson", 422, "empty"),
    ],
)
def test_bodies_and_queries_that_cannot_be_used_are_refused_saying_why(  # noqa: PLR0917
    client: FlaskClient, broker: Valkey, query: str, body: bytes, type_: str, status: int, part: str
) -> None:
    answer = client.post(URL + query, data=body, content_type=type_)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.data
    assert part in answer.json["detail"]
    assert broker.unfinished == 0


def test_a_compressed_body_is_refused_saying_what_is_read_instead(client: FlaskClient) -> None:
    answer = client.post(URL, data=b"\x1f\x8b", content_type="application/json", headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Accept-Encoding"]) == (415, "identity")


def test_a_body_over_the_limit_is_refused(client: FlaskClient) -> None:
    answer = client.post(URL, data=b"x" * 20_001, content_type="text/plain")
    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")


@pytest.mark.parametrize("held", ["\x00", "\x1b", "\u202e", "\ufffe", "\U0001f6a2", "\u2028"])
def test_rare_characters_in_any_field_are_taken_or_refused_never_an_error(client: FlaskClient, held: str) -> None:
    for field in ("title", "publisher", "published", "url", "language", "text"):
        given = ARTICLE | {field: f"{ARTICLE.get(field, 'Fog')}{held}"}
        assert client.post(URL, json=given).status_code in (202, 422)
    assert client.post(URL, json=ARTICLE | {"topics": [f"Harbour{held}"]}).status_code in (202, 422)
