"""What other readers answer becomes TIMEX3 values."""

from __future__ import annotations

import pytest

from measure.peers.values import timex

MOMENT = "2024-11-20T14:30:00"


@pytest.mark.parametrize(
    ("words", "grain", "expected"),
    [
        ("on Wednesday", "day", ("DATE", "2024-11-20")),
        ("Wednesday", None, ("DATE", "2024-11-20")),
        ("20 November", None, ("DATE", "2024-11-20")),
        ("Nov. 20", None, ("DATE", "2024-11-20")),
        ("in November", None, ("DATE", "2024-11")),
        ("November 2024", None, ("DATE", "2024-11")),
        ("in 2024", None, ("DATE", "2024")),
        ("two years ago", None, ("DATE", "2024")),
        ("last week", "day", ("DATE", "2024-W47")),
        ("this weekend", None, ("DATE", "2024-W47-WE")),
        ("the quarter", "month", ("DATE", "2024-11")),
        ("this quarter", None, ("DATE", "2024-Q4")),
        ("the 2020s", None, ("DATE", "202")),
        ("2:30 p.m.", None, ("TIME", "2024-11-20T14:30")),
        ("at noon", None, ("TIME", "2024-11-20T14:30")),
        ("Wednesday evening", "hour", ("TIME", "2024-11-20TEV")),
        ("9 in the evening", "hour", ("TIME", "2024-11-20T14:30")),
        ("until now", "second", ("DATE", "PRESENT_REF")),
    ],
)
def test_a_moment_and_its_grain(words: str, grain: str | None, expected: tuple[str, str]) -> None:
    """The reader's own grain goes before that of its words, but for weeks, weekends and parts of the day."""
    found = timex({"start": 3, "end": 3 + len(words), "text": words, "moment": MOMENT, "grain": grain})
    assert (found["type"], found["value"]) == expected


def test_a_week_belongs_to_its_iso_year() -> None:
    found = timex({"start": 0, "end": 9, "text": "this week", "moment": "2024-12-31", "grain": "week"})
    assert found["value"] == "2025-W01"


def test_a_period_is_a_duration() -> None:
    found = timex({"start": 0, "end": 9, "text": "two weeks", "period": "P2W"})
    assert (found["start"], found["end"], found["type"], found["value"]) == (0, 9, "DURATION", "P2W")


def test_a_reader_that_has_timex3_values_keeps_them() -> None:
    finding = {"start": 0, "end": 5, "text": "daily", "type": "SET", "value": "P1D"}
    assert timex(finding) == finding
