"""Times counted from occasions: the date is the text's own, or none."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.mentions import Reference, tag
from timeline.wire import earliest, latest

TODAY = Reference(datetime(2024, 9, 20))
DATED = [
    (
        "Two weeks after the invasion on 24 February 2022, the city fell.",
        "Two weeks after the invasion on 24 February 2022",
        "2022-03-10",
    ),
    ("Three days before the vote, which took place on 5 May, he quit.", "Three days before the vote", "2024-05-02"),
    ("Five years after the war began in 1992, they met.", "Five years after the war began in 1992", "1997"),
    (
        "The invasion began on 24 February 2022. Many fled. Two weeks after the invasion, the port fell.",
        "Two weeks after the invasion",
        "2022-03-10",
    ),
    (
        "The quake struck on Monday. Two days after the quake, a girl was found.",
        "Two days after the quake",
        "2024-09-18",
    ),
    (
        "Monday's attack shook the town. The day after the attack, shops opened.",
        "The day after the attack",
        "2024-09-17",
    ),
    (
        "A year to the day after the fire on 3 June 2023, families met.",
        "A year to the day after the fire on 3 June 2023",
        "2024-06-03",
    ),
    ("The morning after the vote on Thursday, he quit.", "The morning after the vote on Thursday", "2024-09-20TMO"),
    ("The war (2001-2003) was long. A year after the war, he won.", "A year after the war", "2004"),
    (
        "The war, which lasted from 2001 to 2003, was long. Two years before the war, he won.",
        "Two years before the war",
        "1999",
    ),
]
UNDATED = [
    ("Two weeks after the explosion, nobody has been charged.", "Two weeks", "P2W"),
    ("He spoke on Monday. The day after the crash, he had wept.", "The day after", "XXXX-XX-XX"),
    ("The war began in 1992. Two years after the war, he won.", "Two years", "P2Y"),
    (
        "The first vote was held on 3 May, the second vote on 7 June. Two days after the vote, he quit.",
        "Two days",
        "P2D",
    ),
    ("He met the mayor on Monday. Two weeks after the mayor resigned, he won.", "Two weeks", "P2W"),
    ("Two weeks after the fire the mayor resigned on 3 May.", "Two weeks", "P2W"),
]


@pytest.mark.parametrize(("text", "expression", "value"), DATED)
def test_an_occasion_that_the_text_dates_is_an_anchor(text: str, expression: str, value: str) -> None:
    found = {timex.when.text: timex.when.timex.value for timex in tag(text, TODAY)}
    assert found.get(expression) == value


@pytest.mark.parametrize(("text", "expression", "value"), UNDATED)
def test_an_occasion_without_a_date_of_its_own_is_none(text: str, expression: str, value: str) -> None:
    (timex,) = [timex for timex in tag(text, TODAY) if timex.when.text == expression]
    assert timex.when.timex.value == value
    assert timex.when.interval is None


def test_within_a_month_of_an_occasion_is_a_stretch_that_begins_with_it() -> None:
    (timex,) = tag("They fled within a month of the coup of 18 August 1991.", TODAY)
    assert (earliest(timex.when), latest(timex.when)) == ("1991-08-18", "1991-09-18")


def test_the_text_stays_at_a_day_when_it_looks_back_or_names_its_week() -> None:
    text = "He quit on 3 May. That week they met. The day before, he had wept. Two days later they chose another."
    assert [timex.when.timex.value for timex in tag(text, TODAY)] == [
        "2024-05-03",
        "2024-W18",
        "2024-05-02",
        "2024-05-05",
    ]


SHARED = [
    ("From March to June 2019 they fought.", ["2019-03", "2019-06"]),
    ("From late November to early February 2020 it froze.", ["2019-11", "2020-02"]),
    ("It runs from June 4 through July 9, 2025.", ["2025-06-04", "2025-07-09"]),
    ("In June, July and August 2022 it rained.", ["2022-06", "2022-07", "2022-08"]),
    ("It is open from 9 a.m. to 5 p.m. on Tuesday.", ["2024-09-17T09:00", "2024-09-17T17:00"]),
    ("It was shut from Monday to Wednesday last week.", ["2024-09-09", "2024-09-11"]),
]


@pytest.mark.parametrize(("text", "values"), SHARED)
def test_times_side_by_side_share_what_is_said_once(text: str, values: list[str]) -> None:
    assert [timex.when.timex.value for timex in tag(text, TODAY)] == values


TOPICS = [
    (
        "The war, which lasted from 1992 to 1995, was long. The last winter of the war was hard.",
        "1994-WI",
        "1994-12-01",
    ),
    (
        "The siege lasted from May 2001 to June 2002. In the winter months of the siege, they froze.",
        "2001-WI",
        "2001-12-01",
    ),
    ("The war (1992-1995) was long. In the winter months of the war, they froze.", "XXXX-WI", "1992-01-01"),
    ("The last winter of the war was hard.", "XXXX-WI", None),
    ("He drew maps in the last year of his life.", "XXXX", None),
]


@pytest.mark.parametrize(("text", "value", "first"), TOPICS)
def test_a_period_of_the_topic_is_an_anchor_where_the_text_dates_it(text: str, value: str, first: str | None) -> None:
    timex = tag(text, TODAY)[-1]
    assert (timex.when.timex.value, earliest(timex.when)) == (value, first)
