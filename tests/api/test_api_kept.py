"""Whatever was answered and kept before, an answer is that of a server that keeps nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from processes import Valkey

from api import create_app
from api.keeping.front import Front
from api.settings import ApiSettings
from timeline.remembering import Latest
from timeline.store import Store
from worker.ingestion import Delivery, begun, done
from worker.settings import ZONE, Settings

SENTENCES = (
    "The night ferry to Port Ellery sank on {day} September 2024.",
    "Rebels attacked a convoy near Arlen on {day} August 2024, the ministry said.",
    "The harbour office will move on {day} October 2024 & may close in 2031.",
    "The council did not meet last week.",
    "The “new” pier could open in the coming weeks.",
    "Der Hafen wurde am {day}. September 2024 eröffnet.",
    "A bridge \U0001f309 was built in 1843.",
)
ASKED = (
    "limit=2", "order=desc", "status=scheduled&status=possible", "q=ferry", "source=Radio%20Ellery",
    "from=2024-09-05&to=2024-09-25&min_importance=0.4",
)  # fmt: skip
_topics = (f"Matter {number}" for number in count())
article = st.tuples(
    st.integers(0, 3),
    st.lists(st.sampled_from(SENTENCES), max_size=4, unique=True),
    st.integers(1, 28),
    st.sampled_from(["Radio Ellery", "Port <b>Gazette</b>", None]),
)
"""Which one, what it says, with which day, and who publishes it."""


def addresses(slug: str) -> list[str]:
    told = [f"{room}/{slug}" for room in ("/timelines", "/api/v1/timelines")]
    told += [f"{each}?{asked}" for each in told for asked in ASKED]
    return [*told, f"/timelines/{slug}/entries?at=2024-09-10&limit=3"]


@contextmanager
def forgotten(remembering: list[Latest[object, object]]) -> Iterator[None]:
    """Nothing that was made before is remembered meanwhile."""
    known = [dict(each._kept) for each in remembering]
    for each in remembering:
        each._kept.clear()
    yield
    for each, before in zip(remembering, known, strict=True):
        each._kept.clear()
        each._kept.update(before)


def fresh(app: Flask) -> FlaskClient:
    """The same application without anything in front of it."""
    bare, front = Flask(app.name), app.wsgi_app
    assert isinstance(front, Front)
    bare.wsgi_app = front._behind  # type: ignore[method-assign]
    return bare.test_client()


@pytest.fixture
def apps(broker: Valkey, sqlite_url: str) -> list[Flask]:
    worker = Settings(redis_url=broker.url, database_url=sqlite_url)
    return [create_app(ApiSettings(worker=worker)) for _ in range(2)]


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=4)
@given(written=st.lists(article, min_size=2, max_size=5))
def test_what_is_kept_is_told_like_what_is_made_anew(
    apps: list[Flask], store: Store, written: list[tuple[int, list[str], int, str | None]]
) -> None:
    """After each article, new, corrected or with nothing left in it, whoever asks first and whatever was selected."""
    remembering = [each for each in gc.get_objects() if isinstance(each, Latest)]
    kept, anew, topic = apps[0].test_client(), fresh(apps[1]), next(_topics)
    for number, sentences, day, publisher in written:
        given: dict[str, object] = {
            "title": f"Report {number} of {topic}",
            "text": " ".join(["No day is told here.", *sentences]).format(day=day),
            "published": f"2024-09-{20 + number}T17:00:00+0{number}:00",
            "topics": [topic],
        }
        delivery = Delivery(
            given=given | ({"publisher": publisher} if publisher else {}), received=datetime.now(UTC),
            id=f"{topic.removeprefix('Matter '):0>31}{number}",
        )  # fmt: skip
        assert store.replace(done(*begun(delivery, ZONE)))
        for address in addresses(topic.replace(" ", "-").lower()):
            answers = [kept.get(address)]
            with forgotten(remembering):
                answers.append(anew.get(address))
            assert {answer.status_code for answer in answers} == {200}, address
            assert len({answer.data for answer in answers}) == 1, address
            assert len({answer.headers["ETag"] for answer in answers}) == 1
