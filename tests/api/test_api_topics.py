"""Topics over HTTP: defined, renamed, merged, removed, and what is wrong with requests that cannot be meant."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from pilots import TIMELINE, stored
from processes import Valkey

from timeline.store import Store
from timeline.store.catalogue import changing
from worker.app import REFILE
from worker.broker.calls import keywords
from worker.broker.lanes import BULK
from worker.refiling import refiled

assert stored
PILOTS = "/api/v1/topics/harbour-pilots"


def _settled(store: Store) -> None:
    assert not refiled(store)
    assert not store.catalogue.unsettled()


def test_a_saved_search_is_made_told_of_and_filled(client: FlaskClient, store: Store, broker: Valkey) -> None:
    answer = client.put("/api/v1/topics/fog", json={"title": "Fog", "search": {"q": "fog", "from": "2024-03-05"}})
    made = answer.json or {}
    assert (answer.status_code, made["title"], made["articles"]) == (201, "Fog", 0)
    assert made["searches"] == [{"q": "fog", "publisher": None, "from": "2024-03-05", "to": None}]
    assert made["refiling"]["done"] <= made["refiling"]["of"]
    assert (
        sum(broker.client.llen(key) for key in broker.client.keys("celery*") if broker.client.type(key) == b"list") == 1
    )
    _settled(store)
    told = client.get(answer.headers["Location"]).json or {}
    assert (told["articles"], told["count"], told["refiling"]) == (1, 12, None)
    again = client.put("/api/v1/topics/fog", json={"search": {"q": "fog", "from": "2024-03-05"}})
    assert (again.status_code, (again.json or {})["title"]) == (200, "Fog")


def test_a_renamed_topic_is_reached_by_its_old_address_wherever_it_is_read(client: FlaskClient, store: Store) -> None:
    event = (client.get(TIMELINE).json or {})["events"][0]["id"]
    answer = client.patch(PILOTS, json={"title": "Pilots of the bay", "slug": "bay-pilots"})
    assert (answer.status_code, (answer.json or {})["slug"]) == (200, "bay-pilots")
    _settled(store)
    for old in (
        f"{TIMELINE}?limit=5&order=desc", f"{TIMELINE}.ics", f"{TIMELINE}/digest?dates=3", PILOTS,
        f"{TIMELINE}/events/{event}", "/timelines/harbour-pilots?status=occurred",
        "/timelines/harbour-pilots?q=caf%C3%A9+quay",
        *(f"/timelines/harbour-pilots/preview.svg?{name}=x" for name in ("endpoint", "slug", "_external", "_method")),
    ):  # fmt: skip
        moved = client.get(old)
        assert moved.status_code == 308, old
        assert moved.headers["Location"].endswith(old.replace("harbour-pilots", "bay-pilots"))
        assert client.get(moved.headers["Location"]).status_code == 200
    assert client.get("/api/v1/timelines/nowhere").status_code == 404


def test_a_merged_topic_leads_to_the_other_and_a_removed_one_nowhere(client: FlaskClient, store: Store) -> None:
    client.put("/api/v1/topics/bay", json={})
    merged = client.patch(PILOTS, json={"into": "bay"}).json or {}
    assert merged["slug"] == "bay"
    _settled(store)
    found = client.get(TIMELINE, follow_redirects=True).json or {}
    assert (found["topic"], found["count"]) == ({"slug": "bay", "title": "Bay"}, 12)
    gone = client.delete("/api/v1/topics/bay").json or {}
    assert (gone["articles"], "articles stay" in gone["detail"]) == (1, True)
    _settled(store)
    assert client.get(TIMELINE).status_code == client.get("/api/v1/timelines/bay").status_code == 404
    assert (client.get("/api/v1/search?q=fog&kind=article").json or {})["hits"]
    assert client.get("/api/v1/topics").json == {"topics": []}


@pytest.mark.parametrize(
    ("method", "topic", "body", "status", "field"),
    [
        ("put", "fog", {"search": {}}, 422, "search"),
        ("put", "fog", {"search": {"q": "(fog"}}, 422, "search"),
        ("put", "fog", {"search": {"from": "2024-02-30"}}, 422, "search.from"),
        ("put", "fog", {"search": {"to": "{4}"}}, 422, "search.to"),
        ("put", "fog", {"search": {"from": "2024-02-02", "to": "2024-02-01"}}, 422, "search"),
        ("put", "fog", {"search": {"words": "fog"}}, 422, "search.words"),
        ("put", "fog", {"title": ""}, 422, "title"),
        ("put", "fog", {"slug": "mist"}, 422, "slug"),
        ("put", "Fog", {}, 422, "slug"),
        ("put", "fog", [], 422, "body"),
        ("patch", "nowhere", {"title": "Fog"}, 404, "topic"),
        ("patch", "harbour-pilots", {"slug": "Fog Bank"}, 422, "slug"),
        ("patch", "harbour-pilots", {"into": "harbour-pilots"}, 422, "into"),
        ("patch", "harbour-pilots", {"into": "nowhere"}, 404, "into"),
        ("patch", "harbour-pilots", {"into": "nowhere", "title": "Fog"}, 422, "into"),
        ("delete", "nowhere", None, 404, "topic"),
    ],
)
def test_what_cannot_be_meant_is_named(  # noqa: PLR0917
    client: FlaskClient, method: str, topic: str, body: object, status: int, field: str
) -> None:
    answer = getattr(client, method)(f"/api/v1/topics/{topic}", json=body)
    problem = answer.json or {}
    assert (answer.status_code, problem["errors"][0]["field"]) == (status, field), problem


def test_an_address_that_another_topic_has_or_had_is_refused(client: FlaskClient) -> None:
    client.put("/api/v1/topics/fog", json={})
    assert client.patch(PILOTS, json={"slug": "fog"}).status_code == 409
    client.patch(PILOTS, json={"slug": "pilots"})
    answer = client.put(PILOTS, json={})
    assert (answer.status_code, "leads to 'pilots'" in (answer.json or {})["detail"]) == (409, True)


def test_only_the_task_without_arguments_files_anew() -> None:
    now = datetime.now(UTC)
    assert keywords(REFILE, [], {}, now) == {}
    assert BULK > 0
    with pytest.raises(ValueError, match="takes no arguments"):
        keywords(REFILE, ["x"], {}, now)


def test_a_change_that_is_refused_in_part_changes_nothing(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changing, "MOST_SEARCHES", 0)
    change = {"title": "Pilots of the bay", "slug": "bay-pilots", "search": {"q": "pilot"}}
    answer = client.patch(PILOTS, json=change)
    assert (answer.status_code, (answer.json or {})["errors"][0]["field"]) == (409, "search")
    kept = store.catalogue.find("harbour-pilots")
    assert kept is not None
    assert kept.topic.title == "Harbour Pilots"
    monkeypatch.undo()
    changed = client.patch(PILOTS, json=change).json or {}
    assert (changed["slug"], changed["title"], len(changed["searches"])) == ("bay-pilots", "Pilots of the bay", 1)
    kept_search = client.patch("/api/v1/topics/bay-pilots", json={"title": "Pilots"}).json or {}
    assert len(kept_search["searches"]) == 1
    assert not (client.patch("/api/v1/topics/bay-pilots", json={"search": None}).json or {})["searches"]
