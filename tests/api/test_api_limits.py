"""How much anybody may send, how much may wait, and what happens when it is too much."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from limited import TOPICS, Made
from processes import Valkey, until
from submitting import ARTICLE, URL

from timeline.store import Store


def test_a_full_queue_takes_no_more_until_it_was_worked_off(made: Made, broker: Valkey, store: Store) -> None:
    """There is no worker here: what waits stays."""
    client = made(queue_limit=3)
    articles = [ARTICLE | {"title": f"Pilot number {number} retires"} for number in range(5)]
    answers = [client.post(URL, json=article) for article in articles]
    assert [answer.status_code for answer in answers] == [202, 202, 202, 503, 503]
    refused = answers[-1]
    assert int(refused.headers["Retry-After"]) > 0
    assert refused.json["errors"][0]["field"] == "queue"
    assert broker.unfinished == 3
    assert [summary.articles for summary in store.topics()] == [3]
    assert client.get(TOPICS).status_code == 200
    broker.client.delete("celery")
    until(lambda: client.post(URL, json=articles[3]).status_code == 202)


def test_lines_of_json_fill_the_queue_up_and_the_rest_is_told_so(made: Made, broker: Valkey) -> None:
    body = "\n".join(json.dumps(ARTICLE | {"title": f"Pilot number {number} retires"}) for number in range(4))
    answer = made(queue_limit=3).post(URL, data=body, content_type="application/x-ndjson")
    assert [line.get("error", {}).get("status") for line in answer.json] == [None, None, None, 503]
    assert broker.unfinished == 1, "all in one message"


def test_what_others_sent_is_seen_within_a_second(made: Made, broker: Valkey) -> None:
    one, other = made(queue_limit=2), made(queue_limit=2)
    assert one.post(URL, json=ARTICLE).status_code == 202
    assert other.post(URL, json=ARTICLE).status_code == 202
    until(lambda: one.post(URL, json=ARTICLE).status_code == 503)
    assert broker.unfinished <= 3


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"topics": [f"Topic {number}" for number in range(21)]}, "topics"),
        ({"topics": ["T" * 201]}, "topics"),
        ({"title": "T" * 1001}, "title"),
        ({"publisher": "P" * 201}, "publisher"),
        ({"url": "https://example.org/" + "u" * 2000}, "url"),
    ],
)
def test_an_article_with_more_of_anything_than_it_may_have_is_refused(
    client: FlaskClient, change: dict[str, object], part: str
) -> None:
    answer = client.post(URL, json=ARTICLE | change)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["field"].startswith(part)


def test_lines_may_be_longer_together_than_one_article(made: Made) -> None:
    line = json.dumps(ARTICLE | {"text": "The harbour board met on 4 March 2024. " * 20})
    answer = made(max_body=2_000).post(URL, data="\n".join([line] * 5), content_type="application/x-ndjson")
    assert answer.status_code == 202
    assert len({each["id"] for each in answer.json}) == 1


def test_more_lines_than_a_request_may_have_are_refused(made: Made, broker: Valkey) -> None:
    body = "\n".join(["{}"] * 11)
    answer = made(max_lines=10).post(URL, data=body, content_type="application/x-ndjson")
    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")
    assert broker.unfinished == 0
