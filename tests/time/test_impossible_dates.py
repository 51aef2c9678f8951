"""A date that does not exist is found whole, said to be impossible, and never split into what is left of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cli.commands.explain import explain
from cli.commands.tag import tag as tag_command
from timeline.algebra.calendar import month_length
from timeline.mentions import Reference, read
from timeline.model import Impossible
from timeline.pipeline import told
from timeline.reading import read as article
from timeline.submission import submission

FRIDAY = Reference(datetime(2024, 9, 20))
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
ENGLISH = {
    "He left on [31 February].": "February has 29 days at most",
    "He left on [February 30th].": "February has 29 days at most",
    "He left on [30 February 2024].": "February 2024 has 29 days",
    "He left on [29 February 2023].": "February 2023 has 28 days",
    "He left on [February 29 last year].": "February 2023 has 28 days",
    "He left on [31 April].": "April has 30 days",
    "He left on [Monday 31 June].": "June has 30 days",
    "He left on [31.02.2024] for good.": "February 2024 has 29 days",
    "He left on [31/4/23].": "April has 30 days",
    "He left on [13/13/2024].": "there is no month 13",
    "He left on [2024-02-31].": "February 2024 has 29 days",
    "He left on [2024-13-01].": "there is no month 13",
    "He left on [2024-02-31T10:00].": "February 2024 has 29 days",
    "He left on [the 32nd of January].": "January has 31 days",
    "He left on [January 32, 2024].": "January has 31 days",
    "It began at [25:61] sharp.": "a day has 24 hours",
    "It began at [10:75] sharp.": "an hour has 60 minutes",
    "He left [two weeks after 31 April 2023].": "April has 30 days",
}
GERMAN = {
    "Er ging am [31. Februar].": "February has 29 days at most",
    "Er ging am [30. Februar 2024].": "February 2024 has 29 days",
    "Er ging am [29.2.2023].": "February 2023 has 28 days",
    "Er ging am [13.13.2024].": "there is no month 13",
    "Er ging am [2024-02-31].": "February 2024 has 29 days",
    "Er ging um [25 Uhr].": "a day has 24 hours",
}
FRENCH = {"Il est parti le [31 février 2024].": "February 2024 has 29 days"}
ALL = [(language, *row) for language, rows in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)) for row in rows.items()]


def found(text: str, language: str = "en") -> list[object]:
    return list(read(text, FRIDAY, language))


@pytest.mark.parametrize(("language", "text", "why"), ALL)
def test_an_impossible_date_is_one_expression_with_its_reason(language: str, text: str, why: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    (one,) = found(text.replace("[", "").replace("]", ""), language)
    assert one == Impossible(start=start, end=end, text=text[start + 1 : end + 1], why=why)


@pytest.mark.parametrize("text", ["They won 25:61.", "Odds of 50:70 are good.", "Call 555-13-99.", "Psalm 119:105"])
def test_figures_that_are_no_dates_are_not_called_impossible(text: str) -> None:
    assert not found(text)


@given(st.integers(1, 31), st.sampled_from(range(1, 13)), st.integers(1900, 2100))
def test_every_written_day_is_either_a_date_or_impossible(day: int, month: int, year: int) -> None:
    exists = day <= month_length(year, month)
    for text in (
        f"{day} {MONTHS[month - 1]} {year}",
        f"{MONTHS[month - 1]} {day}, {year}",
        f"{year}-{month:02}-{day:02}",
    ):
        (one,) = found(f"It was on {text}.")
        assert isinstance(one, Impossible) is not exists
        assert (one.start, one.end) == (10, 10 + len(text))  # type: ignore[attr-defined]


def test_no_event_is_made_of_it_and_the_article_tells_of_it() -> None:
    given = submission({"text": "The ferry will leave on 31 February.", "published": "2024-09-20"})
    read_article, events = told(article(given, zone=ZoneInfo("UTC"), now=datetime(2024, 9, 21, tzinfo=UTC)))
    assert not events
    assert [one.why for one in read_article.impossible] == ["February has 29 days at most"]


def test_the_tagger_lists_it_apart() -> None:
    line = json.dumps({"id": "a", "dct": "2024-09-20", "text": "On Monday, not on 31 April."})
    answer = json.loads(CliRunner().invoke(tag_command, ["--jsonl"], input=line).output)
    assert [timex["text"] for timex in answer["timexes"]] == ["Monday"]
    assert answer["impossible"] == [{"start": 18, "end": 26, "text": "31 April", "why": "April has 30 days"}]


def test_the_explanation_says_so() -> None:
    said = CliRunner().invoke(explain, ["On 31 April he left.", "--published", "2024-09-20"]).output
    assert said == "31 April\n  no date  April has 30 days\n"
