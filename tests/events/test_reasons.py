"""What decided a status is kept as written."""

from __future__ import annotations

import pytest
from marked import events

from timeline.model import Reason

REASONS = {
    "The ban could be lifted in [May]{2025-05-01/2025-05-31}.": Reason("modality", "could"),
    "The trial is due to begin on [Monday]{2024-09-23}.": Reason("plan", "due"),
    "The two sides failed to\nreach a deal on [Thursday]{2024-09-19}.": Reason("failure", "failed to"),
    "The minister denied that he had met the banker in [May]{2024-05-01/2024-05-31}.": Reason("denial", "denied"),
    "The team didn’t play on [Sunday]{2024-09-15}.": Reason("negation", "didn’t"),
    "The union will strike on [Friday]{2024-09-27} if nothing is paid.": Reason("condition", "if"),
    "The new line will open on [3 May]{2025-05-03}.": Reason("future", "will"),
    "The summit takes place in Lima [next week]{2024-09-23/2024-09-29}.": Reason("future", "next week"),
    "Farmers have been protesting since [Monday]{2024-09-16}.": Reason("duration", "since"),
    "The visit was moved to [the spring]{2025-03-01/2025-05-31}.": Reason("postponement", "moved"),
    "Will the governor resign [next week]{2024-09-23/2024-09-29}?": Reason("question", "?"),
    "The cabinet approved the budget on [Tuesday]{2024-09-17}.": None,
}


@pytest.mark.parametrize(("marked", "reason"), REASONS.items())
def test_the_reason_of_a_status(marked: str, reason: Reason | None) -> None:
    assert [event.reason for event in events(marked)] == [reason]
