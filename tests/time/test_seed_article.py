"""The expressions of the kinds a newcomer's first article holds, read on Friday 20 September 2024."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from timeline.mentions import Reference, tag
from timeline.pipeline import reference
from timeline.wire import earliest, latest

FRIDAY = Reference(datetime(2024, 9, 20, 17, 1), ZoneInfo("Europe/London"))
SENTENCES = [
    ("Leave could be granted in the coming weeks.", "the coming weeks", "FUTURE_REF", "2024-09-20", "2024-10-31"),
    (
        "It will be settled as soon as the assembly meets next week.",
        "next week",
        "2024-W39",
        "2024-09-23",
        "2024-09-29",
    ),
    ("It helps them through the winter months.", "the winter months", "2024-WI", "2024-12-01", "2025-02-28"),
    ("They had met reporters last week.", "last week", "2024-W37", "2024-09-09", "2024-09-15"),
    ("After two hours of talks they left.", "two hours", "PT2H", None, None),
    ("He has been asking for months.", "months", "PXM", None, None),
    ("They met in Lyon this week.", "this week", "2024-W38", "2024-09-16", "2024-09-22"),
    ("She said last night that it was near.", "last night", "2024-09-19TNI", "2024-09-19", "2024-09-19"),
    ("It will be a tough winter.", "a tough winter", "2024-WI", "2024-12-01", "2025-02-28"),
    ("The work goes on into 2025.", "2025", "2025", "2025-01-01", "2025-12-31"),
    ("There is nothing to announce today.", "today", "2024-09-20", "2024-09-20", "2024-09-20"),
    ("We meet in a few days time in New York.", "a few days time", "FUTURE_REF", "2024-09-21", "2024-09-27"),
    ("He had said so last weekend.", "last weekend", "2024-W37-WE", "2024-09-14", "2024-09-15"),
]


@pytest.mark.parametrize(("sentence", "expression", "value", "first", "last"), SENTENCES)
def test_expression(sentence: str, expression: str, value: str, first: str | None, last: str | None) -> None:
    (timex,) = tag(sentence, FRIDAY)
    assert sentence[timex.start : timex.end] == expression
    assert timex.when.timex.value == value
    assert (earliest(timex.when), latest(timex.when)) == (first, last)
    assert timex.when.approximate == (value == "FUTURE_REF")


def test_a_timestamp_with_a_zone_keeps_the_publishers_own_day() -> None:
    (timex,) = tag("He left today.", reference("2024-09-20T23:30:00-04:00"))
    assert timex.when.timex.value == "2024-09-20"
