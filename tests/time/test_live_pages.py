"""Times on pages written while things happen: on the day of publication, or of the heading above."""

from __future__ import annotations

from datetime import datetime

import pytest

from timeline.mentions import Reference, tag
from timeline.model import Span

FRIDAY = Reference(datetime(2024, 9, 20, 18))
PAGES = [
    ("17.05 Update: the bridge is closed.\n\n16.40 Police arrive.", ["2024-09-20T17:05", "2024-09-20T16:40"]),
    (
        "14:32 GMT The port is shut.\n\nThursday 19 September\n\n23:40 GMT Police arrive.\n\n22.15 - A blast.\n\n"
        "21.50 Sirens.",
        ["2024-09-20T14:32", "2024-09-19", "2024-09-19T23:40", "2024-09-19T22:15", "2024-09-19T21:50"],
    ),
    ("3.50 is what a loaf costs now.\n12.75 dollars was the price.", ["PRESENT_REF"]),
    ("10.25 Million people live there.", []),
]


@pytest.mark.parametrize(("text", "values"), PAGES)
def test_live_page(text: str, values: list[str]) -> None:
    assert [timex.when.timex.value for timex in tag(text, FRIDAY)] == values


def test_a_heading_lends_its_day_to_the_paragraphs_behind_it() -> None:
    text = "Thursday 19 September\n\nPolice came at 23:40."
    spans = (Span(0, 21), Span(23, len(text)))
    assert [timex.when.timex.value for timex in tag(text, FRIDAY, "en", spans)] == ["2024-09-19", "2024-09-19T23:40"]
