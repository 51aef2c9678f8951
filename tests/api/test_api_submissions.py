"""POST /api/v1/articles: what is taken, in which forms, and what the sender is told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from processes import Valkey
from submitting import ARTICLE, URL, queued

from timeline.progress import State
from timeline.store import Store


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
