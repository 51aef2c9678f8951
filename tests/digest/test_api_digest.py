"""The digest over HTTP and as a page says what the command says."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from ferries import FERRY
from flask.testing import FlaskClient

from cli.main import main
from timeline.model import Topic
from timeline.progress import State
from timeline.store import Entry, Store

DIGEST = "/api/v1/timelines/ferry/digest"


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"dates": "3", "sentences": "2"},
        {"from": "2024-05-01", "to": "2024-06-01", "dates": "2"},
        {"query": "gulls library", "dates": "1"},
    ],
)
def test_the_address_answers_what_the_command_prints(client: FlaskClient, asked: dict[str, str]) -> None:
    lines = "".join(json.dumps({"id": i, "time": time, "text": text}) + "\n" for i, time, text in FERRY)
    options = [word for name, value in asked.items() for word in (f"--{name}", value)]
    printed = CliRunner().invoke(main, ["digest", "-", *options], input=lines).stdout
    answer = client.get(DIGEST, query_string=asked).get_json()
    assert answer["digest"] == json.loads(printed)
    assert answer["digest"]


def test_every_sentence_has_its_source_with_its_place(client: FlaskClient) -> None:
    answer = client.get(DIGEST, query_string={"sentences": "3"}).get_json()
    texts = {name: text for name, _, text in FERRY}
    assert (answer["topic"], answer["articles"]) == ({"slug": "ferry", "title": "Ferry"}, len(FERRY))
    for (_, sentences), sources in zip(answer["digest"], answer["sources"], strict=True):
        assert [source["quote"] for source in sources] == sentences
        assert all(texts[source["article"]][source["start"] : source["end"]] == source["quote"] for source in sources)


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"dates": "0"}, "dates"),
        ({"dates": "many"}, "dates"),
        ({"sentences": "21"}, "sentences"),
        ({"from": "May"}, "from"),
        ({"from": "2024-06-02", "to": "2024-06-01"}, "from"),
        ({"date": "3"}, "date"),
    ],
)
def test_what_cannot_be_meant_is_a_problem_that_names_it(
    client: FlaskClient, asked: dict[str, str], field: str
) -> None:
    answer = client.get(DIGEST, query_string=asked)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.get_json()["errors"][0]["field"] == field


def test_an_unknown_topic_is_not_there_and_an_empty_one_has_nothing(client: FlaskClient, store: Store) -> None:
    assert client.get("/api/v1/timelines/ferries/digest").status_code == 404
    assert client.get("/timelines/ferries/digest").status_code == 404
    now = datetime(2024, 10, 1, tzinfo=UTC)
    store.replace(Entry(id="q", state=State.QUEUED, received=now, submission={}, topics=(Topic("trams", "Trams"),)))
    assert client.get("/api/v1/timelines/trams/digest").get_json()["digest"] == []
    assert "Nothing to pick from yet" in client.get("/timelines/trams/digest").text


def test_an_unchanged_digest_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get(DIGEST).headers["ETag"]
    assert client.get(DIGEST, headers={"If-None-Match": tag}).status_code == 304


def test_the_page_shows_each_day_with_its_sentence_and_source(client: FlaskClient) -> None:
    page = client.get("/timelines/ferry/digest?dates=1").text
    assert '<time datetime="2024-05-10">10 May 2024</time>' in page
    assert "ran aground" in page
    assert "Island news" in page
    assert 'href="/timelines/ferry"' in page


def test_the_chronology_leads_to_its_digest(client: FlaskClient) -> None:
    assert 'href="/timelines/ferry/digest"' in client.get("/timelines/ferry").text


def test_links_of_the_page_keep_what_was_asked(client: FlaskClient) -> None:
    page = client.get("/timelines/ferry/digest?dates=5&sentences=2&from=2024-05-01&query=ferry").text
    kept = "sentences=2&amp;query=ferry&amp;from=2024-05-01"
    assert f'href="/timelines/ferry/digest?dates=20&amp;{kept}"' in page
    assert f'href="/api/v1/timelines/ferry/digest?dates=5&amp;{kept}"' in page
    assert client.get("/timelines/ferry/digest?slug=x").status_code == 400
