"""What a reader is told of where a date comes from."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from timeline.explanations import explained
from timeline.mentions import Reference, tag
from timeline.mentions.ranges import ranges
from timeline.model import When

FRIDAY = datetime(2024, 9, 20)
TOLD = {
    "They met last week.": (
        "2024-09-20",
        "The last week over by the day of publication, Friday 20 September 2024, is 9 to 15 September 2024.",
    ),
    "They met on Tuesday.": (
        "2024-09-20",
        "The Tuesday before the day of publication, Friday 20 September 2024, is Tuesday 17 September 2024 rather than "
        "the one to come, Tuesday 24 September 2024, because its clause says “met”.",
    ),
    "They will meet on Tuesday.": (
        "2024-09-20",
        "The Tuesday after the day of publication, Friday 20 September 2024, is Tuesday 24 September 2024 rather than "
        "the one before, Tuesday 17 September 2024, because its clause says “meet”.",
    ),
    "The Tuesday crowd.": (
        "2024-09-20",
        "The Tuesday before the day of publication, Friday 20 September 2024, is Tuesday 17 September 2024 rather than "
        "the one to come, Tuesday 24 September 2024, because nothing in its clause looks ahead.",
    ),
    "He spoke on Friday.": (
        "2024-09-20",
        "The day of publication, Friday 20 September 2024, is a Friday itself, and today counts, so neither Friday "
        "13 September 2024 nor Friday 27 September 2024 is meant.",
    ),
    "It closed three weeks ago.": (
        "2024-09-20",
        "Three weeks before the day of publication, Friday 20 September 2024, is Friday 30 August 2024, which lies in "
        "the week 26 August to 1 September 2024.",
    ),
    "He left last night.": (
        "2024-09-20",
        "One day before the day of publication, Friday 20 September 2024, is Thursday 19 September 2024; of that the "
        "night is 18:00 to midnight on Thursday 19 September 2024.",
    ),
    "It may come in the coming weeks.": (
        "2024-09-20",
        "Counted from the day of publication, Friday 20 September 2024, it is taken to reach from that day to 41 days "
        "after it, by the policy for vague words.",
    ),
    "It closed in '98.": (
        None,
        "Written out in the text, it is 1998. Two figures of a year up to 30 are of the 2000s and others of the 1900s: "
        "1998.",
    ),
    "In late 2025 it opened.": (
        None,
        "Written out in the text, it is 2025. Of it, the last third is meant: September to December 2025.",
    ),
    "They talked for two hours.": (
        None,
        "It is a length of time, and nothing places it on the calendar.",
    ),
    "It has rained since March.": (
        "2024-09-20",
        "The March before the day of publication, Friday 20 September 2024, is March 2024 rather than the one to come, "
        "March 2025, because the word before it looks back. “since” opens it to the day of publication, Friday "
        "20 September 2024: 1 March to 20 September 2024.",
    ),
}


def told(text: str, zone: ZoneInfo | None = None) -> list[When]:
    return [explained(timex.when) for timex in ranges(tag(text, Reference(FRIDAY, zone)), text)]


@pytest.mark.parametrize("text", TOLD)
def test_a_time_tells_its_anchor_rule_arithmetic_and_rejected_readings(text: str) -> None:
    (when,) = told(text)
    assert (when.anchor, when.explanation) == TOLD[text]


def test_what_is_counted_from_another_date_names_that_date() -> None:
    _, when = told("It fell on 24 February 2022. Two days later they fled.")
    assert when.anchor == "2022-02-24"
    assert when.explanation == (
        "Two days after the date told just before, Thursday 24 February 2022, is Saturday 26 February 2022."
    )


def test_what_is_counted_from_an_event_names_its_day() -> None:
    when = told("It ended two weeks after the invasion on 24 February 2022.")[-1]
    assert when.anchor == "2022-02-24"
    assert when.explanation == "Two weeks after Thursday 24 February 2022 is Thursday 10 March 2022."


def test_years_before_christ_are_called_so() -> None:
    assert told("In 490 BC it fell.")[0].explanation == "Written out in the text, it is 490 BC."


def test_a_story_with_dates_of_its_own_is_told_to_be_one() -> None:
    text = "In May 1944 he landed. In June 1944 he fled. On 3 July 1944 he fell. In August he was buried."
    *_, when = told(text)
    assert (when.timex.value, when.anchor) == ("1944-08", "1944-07-03")
    assert "where the story had come to, Monday 3 July 1944" in when.explanation
    assert when.explanation.endswith("so the day of publication does not count.")


@pytest.mark.parametrize(
    ("text", "zone", "reason"),
    [
        ("On 3/4/2024 it rained.", None, "the order unless the text or the publisher's country shows another"),
        ("On 3/4/2024 it rained.", "America/New_York", "Monday 4 March 2024 rather than day first"),
        ("On 3/4/2024 it rained.", "America/New_York", "the order in the publisher's country"),
        ("On 3/4/2024 it rained, on 2/25/2024 not.", None, "another date of the text can only be read so"),
    ],
)
def test_figures_tell_why_the_day_or_the_month_comes_first(text: str, zone: str | None, reason: str) -> None:
    assert reason in told(text, ZoneInfo(zone) if zone else None)[0].explanation


def test_a_range_tells_of_both_its_ends() -> None:
    (when,) = told("They met from 4 to 9 June.")
    assert when.explanation.endswith("The range runs from the one to the other: 4 to 9 June 2024.")


def test_since_looks_back_whatever_the_calendar_says() -> None:
    """At the end of December the January to come is the nearer one."""
    text = "It has been closed since January."
    (when,) = (explained(timex.when) for timex in tag(text, Reference(datetime(2024, 12, 31))))
    assert (when.timex.value, when.interval and when.interval.start) == ("2024-01", datetime(2024, 1, 1))
    assert "because the word before it looks back" in when.explanation
