"""Publication times as they are given: every notation that means one moment, and none that does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from readers import LONDON

from timeline.model import Article
from timeline.reading import (
    FuturePublicationTime,
    ImpossiblePublicationTime,
    NoPublicationTime,
    timestamp,
)

Reader = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-07-09T14:05:00+02:00", "2025-07-09T14:05:00+02:00"),
        ("2025-07-09T14:05:00Z", "2025-07-09T15:05:00+01:00"),
        ("2025-07-09T14:05:00.250Z", "2025-07-09T15:05:00.250000+01:00"),
        ("2025-07-09T14:05", "2025-07-09T14:05:00+01:00"),
        ("2025-07-09 14:05:00 -0400", "2025-07-09T14:05:00-04:00"),
        ("2025-07-09T14:05:00+02:00[Europe/Paris]", "2025-07-09T14:05:00+02:00"),
        ("20250709T140500Z", "2025-07-09T15:05:00+01:00"),
        ("Wed, 09 Jul 2025 14:05:00 +0000", "2025-07-09T14:05:00+00:00"),
        ("Wed, 9 Jul 2025 14:05:00 GMT", "2025-07-09T14:05:00+00:00"),
        ("Wed Jul  9 14:05:00 BST 2025", "2025-07-09T14:05:00+01:00"),
        ("9 July 2025, 14:05", "2025-07-09T14:05:00+01:00"),
        ("Published: Wed 9 Jul 2025 2.05pm BST", "2025-07-09T14:05:00+01:00"),
        ("July 9, 2025 at 2:05 PM EDT", "2025-07-09T14:05:00-04:00"),
        ("Updated 2:05 p.m. ET, Wednesday July 9th, 2025", "2025-07-09T14:05:00-04:00"),
        ("9 July 2025 1405 GMT", "2025-07-09T14:05:00+00:00"),
        ("9 July 2025, 14:05 (UTC+5:30)", "2025-07-09T14:05:00+05:30"),
        ("9 July 2025 14:05 America/New_York", "2025-07-09T14:05:00-04:00"),
        ("9 January 2025 2 PM ET", "2025-01-09T14:00:00-05:00"),
        ("9 July 2025 12.30am", "2025-07-09T00:30:00+01:00"),
        ("19/07/2025 14:05", "2025-07-19T14:05:00+01:00"),
        ("07/19/2025 2:05 PM", "2025-07-19T14:05:00+01:00"),
        ("07.07.2025 14:05", "2025-07-07T14:05:00+01:00"),
        ("2025/07/09 14:05", "2025-07-09T14:05:00+01:00"),
        ("Wed 09/07/2025 14:05", "2025-07-09T14:05:00+01:00"),
        ("Veröffentlicht am 9. Juli 2025 um 14:05 Uhr", "2025-07-09T14:05:00+01:00"),
        ("Publié le 9 juillet 2025 à 14h05", "2025-07-09T14:05:00+01:00"),
        ("9 de julio de 2025, 14:05", "2025-07-09T14:05:00+01:00"),
        ("9 de julho de 2025 às 14h05", "2025-07-09T14:05:00+01:00"),
        ("9 июля 2025, 14:05", "2025-07-09T14:05:00+01:00"),
        ("2025年7月9日 14:05", "2025-07-09T14:05:00+01:00"),
        ("٩ يوليو ٢٠٢٥ 14:05", "2025-07-09T14:05:00+01:00"),
    ],
)
def test_a_notation_means_one_moment(text: str, moment: str) -> None:
    found = timestamp(text, zone=LONDON)
    assert (found.published.isoformat(), found.day_only) == (moment, False)


@pytest.mark.parametrize(
    "text", ["2025-07-09", "20250709", "9 July 2025", "Jul 9, 2025", "9. Juli 2025", "9th of July 2025"]
)
def test_a_day_without_a_clock_time_is_a_day(text: str) -> None:
    found = timestamp(text, zone=LONDON)
    assert (found.published.isoformat(), found.day_only) == ("2025-07-09T00:00:00+01:00", True)


@pytest.mark.parametrize(
    "text",
    ["tomorrow", "yesterday", "today", "May", "Monday", "July 2025", "9 July", "14:05", "2025", "3 hours ago",
     "1752069900", "1752069900000", "Updated 3 hours ago", "gestern", "soon", "9 July 2025 and 10 July 2025",
     "Vote on 4 July 2025", "-", "2025-07"],
)  # fmt: skip
def test_what_names_no_single_day_is_no_timestamp(text: str) -> None:
    with pytest.raises(NoPublicationTime) as caught:
        timestamp(text, zone=LONDON)
    assert caught.value.field == "published"
    assert "Write it like" in caught.value.message


@pytest.mark.parametrize("text", ["31 February 2025", "2025-02-29", "31/02/2025", "9 July 2025 25:10", "1 May 1204"])
def test_a_day_that_does_not_exist_is_refused_as_such(text: str) -> None:
    with pytest.raises(ImpossiblePublicationTime):
        timestamp(text, zone=LONDON)


def test_an_abbreviation_of_the_default_zone_means_that_zone() -> None:
    india = timestamp("9 July 2025 14:05 IST", zone=ZoneInfo("Asia/Kolkata"))
    assert india.published.utcoffset() == timedelta(hours=5, minutes=30)


def test_a_clock_time_skipped_in_spring_and_one_repeated_in_autumn_have_an_answer() -> None:
    assert timestamp("30 March 2025, 01:30", zone=LONDON).published.isoformat() == "2025-03-30T01:30:00+00:00"
    assert timestamp("26 October 2025, 01:30", zone=LONDON).published.isoformat() == "2025-10-26T01:30:00+01:00"


def test_an_instant_in_utc_is_told_by_the_publishers_clock() -> None:
    assert timestamp("2025-07-09T23:30:00Z", zone=LONDON).published.isoformat() == "2025-07-10T00:30:00+01:00"


def test_more_than_a_day_ahead_is_refused(reader: Reader) -> None:
    now = datetime(2025, 7, 9, 12, 0, tzinfo=UTC)
    assert reader(text="Rain fell.", published="2025-07-10T11:59:00+00:00", now=now).published.day == 10
    with pytest.raises(FuturePublicationTime) as caught:
        reader(text="Rain fell.", published="2025-07-10T12:01:00+00:00", now=now)
    assert "2025-07-10" in caught.value.message


def test_ordinary_notations_do_not_load_dateparser() -> None:
    code = (
        "import sys; from zoneinfo import ZoneInfo; from timeline.reading import timestamp;"
        "timestamp('9 July 2025, 14:05', zone=ZoneInfo('UTC')); timestamp('2025-07-09T14:05Z', zone=ZoneInfo('UTC'));"
        "sys.exit(any(m in sys.modules for m in ('dateparser', 'trafilatura', 'lxml')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
