"""Times, spans and statuses in words for readers."""

from __future__ import annotations

from datetime import date

from api.wording import names
from api.wording.names import moment
from api.wording.phrases import words
from timeline.model import Status

__all__ = ["MEANINGS", "STATUSES", "day", "moment", "month", "span", "words", "year"]

day, month, year = names.day, names.month, names.year

STATUSES = {
    Status.OCCURRED: "happened",
    Status.ONGOING: "going on",
    Status.SCHEDULED: "planned",
    Status.POSSIBLE: "possible",
    Status.DENIED: "denied",
}
MEANINGS = {
    Status.OCCURRED: "told as a fact",
    Status.ONGOING: "still under way when it was reported",
    Status.SCHEDULED: "announced or expected, not yet done",
    Status.POSSIBLE: "may or may not happen",
    Status.DENIED: "said not to be so, or called off",
}


def span(earliest: date | None, latest: date | None) -> str:
    """Inclusive days of a whole topic: "9 September 2024 to 28 February 2025", "from 9 September 2024 on"."""
    if earliest is None and latest is None:
        return "no dates yet"
    if earliest is None and latest is not None:
        return f"until {names.day(latest)}"
    if latest is None and earliest is not None:
        return f"from {names.day(earliest)} on"
    return names.stretch(earliest, latest) if earliest is not None and latest is not None else ""
