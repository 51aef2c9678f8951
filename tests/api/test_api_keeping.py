"""An answer is sent once, compressed once, and never when it is out of date."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from flask.testing import FlaskClient
from flask_compress.compat import compression
from processes import Valkey, until

from api import create_app
from api.keeping.memory import Kept, Memory
from api.settings import ApiSettings
from timeline.model import Topic
from timeline.pipeline import told
from timeline.progress import State
from timeline.reading import read
from timeline.store import Store
from timeline.submission import submission
from worker.entries import entry
from worker.settings import ZONE, Settings

LINES = (
    "The night ferry to Port Ellery sank on 9 September 2024.",
    "The harbour office opened on 12 September 2024 and will move next spring.",
    "Rebels attacked a convoy near Arlen last week.",
)
ADDRESSES = (
    "/api/v1/topics",
    "/api/v1/timelines/ferries",
    "/api/v1/timelines/ferries?limit=1",
    "/api/v1/timelines/ferries?order=desc",
    "/api/v1/timelines/ferries/digest",
    "/",
    "/timelines/ferries",
    "/timelines/ferries/digest",
)


def tell(store: Store, number: int, topic: str = "Ferries", line: str = "", title: str = "") -> str:
    """An article, read by nobody's worker; its id."""
    text = line or LINES[number % len(LINES)]
    given = submission(
        {
            "title": title or f"Report {number}",
            "text": text,
            "published": "2024-09-20T17:00:00+01:00",
            "topics": [topic],
        }
    )
    received = datetime.now(UTC)
    article, events = told(read(given, zone=ZONE, now=received))
    taken = entry(article, given, received, State.DONE)
    assert store.replace(replace(taken, article=article, events=events))
    return article.id


@pytest.fixture
def fresh(broker: Valkey, sqlite_url: str) -> FlaskClient:
    """Another process of the API: it remembers nothing of what the first was asked."""
    worker = Settings(redis_url=broker.url, database_url=sqlite_url)
    return create_app(ApiSettings(worker=worker)).test_client()


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, store: Store, address: str) -> None:
    tell(store, 0)
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "no-cache"
    assert client.get(address).data == first.data
    assert client.head(address).headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_another_process_changed_is_told_at_once(
    client: FlaskClient, fresh: FlaskClient, store: Store, address: str
) -> None:
    """Whatever is kept, the answer is that of a process which keeps nothing yet, and its tag is new where it is."""
    for number in range(3):
        tell(store, number)
        before = client.get(address)
        assert client.get(address).data == before.data
        tell(store, number + 1, title=f"Another report {number}")
        after = client.get(address, headers={"If-None-Match": before.headers["ETag"]})
        assert after.status_code == 200
        assert after.headers["ETag"] != before.headers["ETag"]
        assert after.data == fresh.get(address).data


def test_another_topics_change_leaves_an_answer_as_it_is(client: FlaskClient, store: Store) -> None:
    tell(store, 0)
    tag = client.get("/api/v1/timelines/ferries").headers["ETag"]
    tell(store, 1, topic="Harbour")
    assert client.get("/api/v1/timelines/ferries", headers={"If-None-Match": tag}).status_code == 304


def test_every_request_of_another_form_has_a_tag_of_its_own(client: FlaskClient, store: Store) -> None:
    tell(store, 0)
    asked = [(address, {}) for address in ADDRESSES[1:]]
    asked += [(ADDRESSES[1], {"Host": "elsewhere.example"}), (ADDRESSES[1], {"Accept-Encoding": "gzip"})]
    tags = [client.get(address, headers=headers).headers["ETag"] for address, headers in asked]
    assert len(set(tags)) == len(tags)
    elsewhere = client.get(ADDRESSES[2], headers={"Host": "elsewhere.example"}).json
    assert elsewhere is not None
    assert str(elsewhere["next"]).startswith("http://elsewhere.example/")


def test_a_wrong_request_is_told_so_whatever_it_says_it_has(client: FlaskClient, store: Store) -> None:
    tell(store, 0)
    tomorrow = format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)
    for headers in ({"If-Modified-Since": tomorrow}, {"If-None-Match": '"x"'}, {"If-None-Match": "W/broken"}):
        for _ in range(2):
            assert client.get("/api/v1/timelines/ferries?limit=x", headers=headers).status_code == 400
            assert client.get("/api/v1/timelines/nowhere", headers=headers).status_code == 404


def test_a_moment_tells_that_nothing_changed_only_once_nothing_more_can_change_in_it(
    client: FlaskClient, store: Store
) -> None:
    tell(store, 0)
    address = "/api/v1/timelines/ferries"
    told_at = until(lambda: client.get(address).headers.get("Last-Modified"))
    assert time.time() >= parsedate_to_datetime(told_at).timestamp() + 1
    assert client.get(address, headers={"If-Modified-Since": told_at}).status_code == 304
    assert client.get(address, headers={"If-Modified-Since": told_at, "If-None-Match": '"x"'}).status_code == 200
    tell(store, 1)
    assert client.get(address, headers={"If-Modified-Since": told_at}).status_code == 200
    assert "Last-Modified" not in client.get("/api/v1/topics").headers


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_bodies_are_compressed_as_asked_and_are_the_same(client: FlaskClient, store: Store, encoding: str) -> None:
    tell(store, 0)
    unpacked = {"gzip": gzip.decompress, "zstd": compression.zstd.decompress}[encoding]
    for address in ("/api/v1/timelines/ferries", "/timelines/ferries", "/static/page.css", "/api/v1/openapi.json"):
        plain = client.get(address)
        for _ in range(2):
            packed = client.get(address, headers={"Accept-Encoding": encoding})
            assert packed.headers["Content-Encoding"] == encoding
            assert "Accept-Encoding" in packed.headers["Vary"]
            assert len(packed.data) < len(plain.data)
            assert unpacked(packed.data) == plain.data
            again = {"Accept-Encoding": encoding, "If-None-Match": packed.headers["ETag"]}
            found = client.get(address, headers=again)
            assert (found.status_code, found.headers["ETag"]) == (304, packed.headers["ETag"])


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "identity, gzip;q=0.5", "deflate, compress"])
def test_nothing_is_compressed_unasked(client: FlaskClient, store: Store, accepted: str) -> None:
    tell(store, 0)
    answer = client.get("/api/v1/timelines/ferries", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers
    assert answer.json is not None


def test_small_bodies_are_sent_as_they_are(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/healthz", headers={"Accept-Encoding": "gzip"}).headers


def test_an_articles_answer_follows_its_state(client: FlaskClient, store: Store) -> None:
    address = f"/api/v1/articles/{tell(store, 0)}"
    first = client.get(address)
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    again = client.post("/api/v1/articles", json=store.entry(address.rpartition("/")[2]).submission)  # type: ignore[union-attr]
    assert again.status_code == 202
    after = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (after.status_code, after.json["state"]) == (200, "queued")  # type: ignore[index]


def test_memory_is_bounded_and_forgets_what_nobody_asks_for() -> None:
    memory = Memory(most=10)
    for key in "abc":
        memory.keep(key, Kept(b"1234", ()))
        memory.find("a")
    assert [key for key in "abc" if memory.find(key)] == ["a", "c"]
    memory.keep("large", Kept(b"x" * 11, ()))
    assert [key for key in ("a", "c", "large") if memory.find(key)] == ["a", "c"]
    memory.keep("a", Kept(b"123456", ()))
    assert [key for key in "ac" if memory.find(key)] == ["a", "c"]
    memory.keep("b", Kept(b"1", ()))
    assert [key for key in "abc" if memory.find(key)] == ["b", "c"]


def test_topics_by_other_names_do_not_share_answers(client: FlaskClient, store: Store) -> None:
    tell(store, 0, topic="Ferries")
    tell(store, 0, topic="Ferry")
    slugs = [Topic("ferries", "Ferries"), Topic("ferry", "Ferry")]
    found = [client.get(f"/api/v1/timelines/{topic.slug}").json for topic in slugs]
    assert [one["topic"]["slug"] for one in found if one] == ["ferries", "ferry"]
