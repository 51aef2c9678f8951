"""An article in several versions, and the headlines that its timeline then has."""

from __future__ import annotations

from datetime import timedelta

from flask.testing import FlaskClient
from pilots import PUBLISHED, TIMELINE, event
from submitting import URL

from timeline.model import Article, Topic
from timeline.progress import State
from timeline.store import Entry

ID = "a" * 32
VERSIONS = f"{URL}/{ID}/versions"


def told(later: int, *days: int) -> Entry:
    return Entry(
        id=ID,
        state=State.DONE,
        received=PUBLISHED + timedelta(minutes=later),
        submission={"text": "Fog."},
        topics=(Topic("harbour-pilots", "Harbour Pilots"),),
        article=Article(id=ID, text="Fog.", title="Pilots", published=PUBLISHED),
        events=tuple(event(day) for day in days),
        reading="r1",
    )


def headlines(client: FlaskClient, query: str = "") -> list[str]:
    answer = client.get(f"{TIMELINE}{query}").json
    found = [event["headline"] for event in answer["events"]]
    while answer["next"]:
        answer = client.get(answer["next"]).json
        found += [event["headline"] for event in answer["events"]]
    assert answer["count"] == len(found)
    return found
