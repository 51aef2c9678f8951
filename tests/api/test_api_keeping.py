"""An answer is sent once, and never when it is out of date."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from crossings import ADDRESSES, tell
from flask.testing import FlaskClient
from processes import Valkey, until

from api import create_app
from api.keeping.memory import Kept, Memory
from api.settings import ApiSettings
from timeline.model import Topic
from timeline.store import Store
from worker.settings import Settings


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
