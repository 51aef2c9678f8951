"""A timeline is told as it was known at a moment, and says which moment that is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from correcting import headlines
from flask.testing import FlaskClient
from pilots import TIMELINE

from timeline.store.past import moments


def test_a_timeline_is_told_as_it_was_known(client: FlaskClient, corrected: datetime) -> None:
    assert headlines(client) == ["Event of day 9"]
    then = quote(corrected.isoformat())
    assert headlines(client, f"?as_of={then}") == [f"Event of day {day}" for day in (1, 2, 3)]
    assert headlines(client, f"?as_of={then}&limit=1&order=desc") == [f"Event of day {day}" for day in (3, 2, 1)]
    assert headlines(client, f"?as_of={then}&from=2024-03-02&to=2024-03-02") == ["Event of day 2"]


def test_what_a_timeline_says_of_its_moment_leads_back_to_it(client: FlaskClient, corrected: datetime) -> None:
    before = client.get(f"{TIMELINE}?as_of={quote(corrected.isoformat())}").json
    assert before["as_of"] <= corrected.isoformat()
    assert client.get(f"{TIMELINE}?as_of={before['as_of']}").json == before
    now = client.get(TIMELINE).json
    assert client.get(f"{TIMELINE}?as_of={now['as_of']}").json == now


def test_a_day_is_meant_with_its_end(client: FlaskClient, corrected: datetime) -> None:
    assert corrected.year
    today = datetime.now(UTC).date()
    assert headlines(client, f"?as_of={today}") == ["Event of day 9"]
    assert headlines(client, f"?as_of={today - timedelta(days=1)}") == []


def test_before_anything_was_known_the_answer_is_empty_and_says_so(client: FlaskClient, corrected: datetime) -> None:
    assert corrected.year
    answer = client.get(f"{TIMELINE}?as_of=1999-12-31T23:59:59Z")
    assert (answer.status_code, answer.json["count"], answer.json["events"]) == (200, 0, [])
    assert answer.json["as_of"] == "1999-12-31T23:59:59+00:00"
    assert client.get("/api/v1/timelines/none?as_of=1999-12-31").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        "", "yesterday", "2024", "2024-13-01", "2024-03-05T09:30:00", "2024-03-05 09:30", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00", "9999-12-31", "20240305", "2024-W10", "9" * 5000,
        "\N{ARABIC-INDIC DIGIT TWO}024-03-05",
    ],
)  # fmt: skip
def test_a_moment_that_is_none_or_still_to_come_is_refused(
    client: FlaskClient, corrected: datetime, wrong: str
) -> None:
    assert corrected.year
    answer = client.get(TIMELINE, query_string={"as_of": wrong})
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (400, "as_of")


def test_a_moment_given_twice_is_refused(client: FlaskClient, corrected: datetime) -> None:
    assert corrected.year
    assert client.get(f"{TIMELINE}?as_of=2024-01-01&as_of=2024-01-02").status_code == 400


def test_too_much_to_tell_again_is_said_to_be(
    client: FlaskClient, corrected: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "MOST", 2)
    answer = client.get(TIMELINE, query_string={"as_of": corrected.isoformat()})
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (422, "as_of")
