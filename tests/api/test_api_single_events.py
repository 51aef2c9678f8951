"""An event, and the article that tells it, have addresses of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree

from flask.testing import FlaskClient
from quays import PUBLISHED, URL, entry, event, harbour

from timeline.model import Topic
from timeline.progress import State
from timeline.store import Store

assert harbour


def test_an_event_is_where_its_timeline_says(client: FlaskClient) -> None:
    for told in client.get(URL).json["events"]:
        found = client.get(told["url"]).json
        assert found.pop("topic") == {"slug": "harbour", "title": "Harbour"}
        assert found.pop("as_of")
        assert found == {name: value for name, value in told.items() if name != "order"}
    assert client.get(f"{URL}/events/nosuch").status_code == 404
    assert client.get(f"/api/v1/timelines/nosuch/events/{event(1).id}").status_code == 404


def test_an_event_that_merged_into_another_leads_there(client: FlaskClient, store: Store) -> None:
    first = event(20, "The pilot boat Alder sank near Cape Morrow")
    source = replace(first.sources[0], publisher="Herald", article="other", published=PUBLISHED + timedelta(days=9))
    later = replace(first, id="f" * 32, sources=(source,))
    topic = Topic("boats", "Boats")
    store.replace(entry(first, topic=topic, id="one"))
    store.replace(entry(later, topic=topic, id="two"))
    for path in (
        "/api/v1/timelines/boats/events/{}",
        "/api/v1/timelines/boats/events/{}.ics",
        "/timelines/boats/events/{}",
    ):
        answer = client.get(path.format(later.id))
        assert answer.status_code == 302
        assert answer.headers["Location"].endswith(path.format(first.id))
        assert client.get(answer.headers["Location"]).status_code == 200


def test_an_article_is_given_out_as_timeml(client: FlaskClient, store: Store) -> None:
    answer = client.get("/api/v1/articles/article.tml")
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    text = ElementTree.fromstring(answer.data).find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == "It called on Monday."
    store.replace(replace(entry(id="queued"), state=State.QUEUED, article=None, events=None))
    statuses = [client.get(f"/api/v1/articles/{name}.tml").status_code for name in ("queued", "nosuch")]
    assert statuses == [409, 404]
    assert client.get("/api/v1/articles/article.tml?x=1").status_code == 400
