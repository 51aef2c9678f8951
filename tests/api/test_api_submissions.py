"""POST /api/v1/articles: what is taken, in which forms, and what the sender is told."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient
from processes import Valkey

from timeline.progress import State
from timeline.store import Store

URL = "/api/v1/articles"
ARTICLE = {
    "title": "Ferry line loses its last pilot to retirement",
    "text": "The harbour board met on 4 March 2024.",
    "published": "2024-03-05T09:30:00+00:00",
    "topics": ["Harbour Pilots"],
}


def queued(broker: Valkey) -> list[Any]:
    """The articles on the queue, single ones first, the oldest first."""
    found: list[Any] = []
    for lane in ("celery", "celery\x06\x169"):
        messages: list[bytes] = broker.client.lrange(lane, 0, -1)  # type: ignore[assignment]
        for message in reversed(messages):
            (given,), _, _ = json.loads(base64.b64decode(json.loads(message)["body"]))
            found.extend(given if isinstance(given, list) else [given])
    return found


def test_an_accepted_article_is_stored_and_queued_before_the_answer(
    client: FlaskClient, broker: Valkey, store: Store
) -> None:
    answer = client.post(URL, json=ARTICLE)
    assert answer.status_code == 202
    assert answer.json["state"] == "queued"
    assert answer.json["status_url"] == answer.headers["Location"]
    entry = store.entry(answer.json["id"])
    assert entry is not None
    assert (entry.state, entry.submission) == (State.QUEUED, ARTICLE)
    assert queued(broker) == [ARTICLE]


def test_the_status_url_tells_how_far_the_article_is(client: FlaskClient) -> None:
    told = client.get(client.post(URL, json=ARTICLE).json["status_url"]).json
    assert (told["state"], told["title"], told["events"], told["failure"]) == (
        "queued",
        ARTICLE["title"],
        [],
        None,
    )
    assert told["topics"] == [{"slug": "harbour-pilots", "title": "Harbour Pilots"}]


def test_the_same_article_again_and_its_correction_have_the_same_id(client: FlaskClient) -> None:
    versions = [ARTICLE, ARTICLE, ARTICLE | {"text": "The harbour board met on 5 March 2024."}]
    assert len({client.post(URL, json=version).json["id"] for version in versions}) == 1


def test_plain_text_takes_the_rest_of_the_article_from_the_query(client: FlaskClient, broker: Valkey) -> None:
    query = [("topic", "Harbour"), ("topic", "Ferries"), ("published", "2024-03-05"), ("title", "A pilot leaves us")]
    query += [("url", "https://harbour.example/1"), ("publisher", "The Mole"), ("language", "en")]
    answer = client.post(f"{URL}?{urlencode(query)}", data="Café at the pier.".encode(), content_type="text/plain")
    assert answer.status_code == 202
    assert queued(broker) == [
        {
            "text": "Café at the pier.",
            "topics": ["Harbour", "Ferries"],
            "published": "2024-03-05",
            "title": "A pilot leaves us",
            "url": "https://harbour.example/1",
            "publisher": "The Mole",
            "language": "en",
        }
    ]


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        ("text/plain; charset=utf-8", "Café“".encode()),
        ("text/plain", b"\xef\xbb\xbf" + "Café“".encode()),
        ("text/plain; charset=windows-1252", "Café“".encode("cp1252")),
        ("text/plain; charset=ISO-8859-1", "Café“".encode("cp1252")),
        ("text/plain; charset=utf-16", "Café“".encode("utf-16")),
        ("text/plain; charset=latin-1", "Café“".encode("utf-16")),
        ('text/plain; charset="utf-16-be"', "Café“".encode("utf-16-be")),
    ],
)
def test_text_in_any_encoding_that_is_named_or_marked(
    client: FlaskClient, broker: Valkey, type_: str, body: bytes
) -> None:
    answer = client.post(f"{URL}?published=2024-03-05", data=body, content_type=type_)
    assert answer.status_code == 202, answer.data
    assert queued(broker)[0]["text"] == "Café“"


def test_html_may_name_its_own_encoding(client: FlaskClient, broker: Valkey) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><article><p>Паром стоял.</p></article></body></html>'
    answer = client.post(f"{URL}?published=2024-03-05", data=page.encode("windows-1251"), content_type="text/html")
    assert answer.status_code == 202, answer.data
    assert queued(broker)[0]["html"] == page


def test_an_item_of_ninjs_is_an_article_in_its_subjects_and_the_topics_given(
    client: FlaskClient, broker: Valkey
) -> None:
    item = {"uri": "https://wire.example/7", "versioncreated": "2024-03-05T09:30:00Z", "headline": "The board meets"}
    item |= {"body_text": "The harbour board met on 4 March 2024.", "pubstatus": "usable"}
    kind = "application/vnd.iptc.ninjs+json"
    assert client.post(f"{URL}?topic=Wire", data=json.dumps(item), content_type=kind).status_code == 202
    assert (queued(broker)[0]["url"], queued(broker)[0]["topics"]) == ("https://wire.example/7", ["Wire"])
    gone = client.post(URL, data=json.dumps(item | {"pubstatus": "canceled"}), content_type=kind)
    assert (gone.status_code, gone.json["errors"][0]["field"]) == (422, "pubstatus")


def test_lines_of_json_are_answered_one_by_one(client: FlaskClient, broker: Valkey) -> None:
    other = ARTICLE | {"title": "Second pilot boat is launched"}
    lines = [json.dumps(ARTICLE), "{", "", json.dumps({"text": "No time."}), "5", json.dumps(other)]
    answer = client.post(URL, data="\r\n".join(lines).encode(), content_type="application/x-ndjson")
    assert answer.status_code == 202
    assert [told["line"] for told in answer.json] == [1, 2, 4, 5, 6]
    assert [told.get("error", {}).get("status") for told in answer.json] == [None, 400, 422, 422, None]
    assert answer.json[0]["id"] != answer.json[4]["id"]
    assert queued(broker) == [ARTICLE, other]


def test_a_line_in_a_broken_encoding_spoils_no_other(client: FlaskClient, broker: Valkey) -> None:
    body = b'{"text": "Caf\xe9"}\n' + json.dumps(ARTICLE).encode()
    answer = client.post(URL, data=body, content_type="application/x-ndjson")
    assert [told.get("error", {}).get("status") for told in answer.json] == [422, None]
    assert queued(broker) == [ARTICLE]


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


def test_a_correction_counts_though_the_clock_was_set_back_since(
    client: FlaskClient, broker: Valkey, store: Store
) -> None:
    """What came in last is the newest version, whatever the clock says."""
    id_ = client.post(URL, json=ARTICLE).json["id"]
    first = store.entry(id_)
    assert first is not None
    ahead = replace(first, received=first.received + timedelta(hours=3))
    assert store.replace(ahead)
    corrected = ARTICLE | {"text": "The harbour board met on 5 March 2024."}
    assert client.post(URL, json=corrected).json["id"] == id_
    entry = store.entry(id_)
    assert entry is not None
    assert (entry.submission, entry.received > ahead.received) == (corrected, True)
    assert queued(broker) == [ARTICLE, corrected]
