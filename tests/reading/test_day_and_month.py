"""Of figures that name a day and a month, other evidence settles which comes first, or they are refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from readers import LONDON

from timeline.reading import (
    AmbiguousPublicationTime,
    Evidence,
    timestamp,
)


@pytest.mark.parametrize(
    "text", ["03/04/2025", "03.04.2025 10:00", "9/7/25", "9 July 2025 14:05 IST", "Mon 9 July 2025"]
)
def test_what_can_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(AmbiguousPublicationTime):
        timestamp(text, zone=LONDON)


@pytest.mark.parametrize(
    ("evidence", "month"),
    [
        (Evidence(language="en-US"), 3),
        (Evidence(language="en-GB"), 4),
        (Evidence(language="de"), 4),
        (Evidence(url="https://ellery.example/2025/03/04/dock"), 3),
        (Evidence(text="Updated 25/04/2025. The dock is closed."), 4),
        (Evidence(days=lambda: [datetime(2025, 3, 4, tzinfo=UTC).date()]), 3),
    ],
)
def test_other_evidence_settles_the_order_of_day_and_month(evidence: Evidence, month: int) -> None:
    assert timestamp("03/04/2025", zone=LONDON, evidence=evidence).published.month == month


def test_a_zone_of_north_america_settles_the_order_too() -> None:
    assert timestamp("03/04/2025 9:00 EST", zone=LONDON).published.month == 3
    assert timestamp("03/04/2025 9:00 BST", zone=LONDON).published.month == 4
