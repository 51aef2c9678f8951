"""Times, spans and statuses in words for readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from timeline.model import Stage, Status
from timeline.wording import names
from timeline.wording.expected import told
from timeline.wording.names import moment
from timeline.wording.phrases import words

__all__ = [
    "MEANINGS",
    "STAGES",
    "STATUSES",
    "anchor",
    "day",
    "ends",
    "moment",
    "month",
    "span",
    "told",
    "words",
    "year",
]

day, month, year = names.day, names.month, names.year

STATUSES = {
    Status.OCCURRED: "happened",
    Status.ONGOING: "going on",
    Status.SCHEDULED: "planned",
    Status.POSSIBLE: "possible",
    Status.DENIED: "denied",
}
STAGES = {
    Stage.ANNOUNCED: "Announced:",
    Stage.CONFIRMED: "Confirmed:",
    Stage.MOVED: "Moved to a new date:",
    Stage.CANCELLED: "Called off:",
    Stage.HAPPENED: "Happened:",
    Stage.SILENT: "Not heard of since:",
}
MEANINGS = {
    Status.OCCURRED: "told as a fact",
    Status.ONGOING: "still under way when it was reported",
    Status.SCHEDULED: "announced or expected, not yet done",
    Status.POSSIBLE: "may or may not happen",
    Status.DENIED: "said not to be so, or called off",
}


def anchor(text: str) -> str:
    """What a time was counted from: a date by its name, other words as they are."""
    try:
        return names.day(date.fromisoformat(text))
    except ValueError:
        return text


def span(earliest: date | None, latest: date | None) -> str:
    """The inclusive days of a whole topic, by months or years where it is long: its ends may be those of a whole
    year that somebody named."""
    if earliest is None and latest is None:
        return "no dates yet"
    if earliest is None and latest is not None:
        return f"until {names.month(latest)}"
    if latest is None and earliest is not None:
        return f"from {names.month(earliest)} on"
    return _closed(earliest, latest) if earliest is not None and latest is not None else ""


def ends(earliest: date, latest: date) -> tuple[str, str]:
    """The names of both inclusive days, as fine as `span` has them."""
    name = _name(earliest, latest)
    return " ".join(name(earliest)), " ".join(name(latest))


def _closed(earliest: date, latest: date) -> str:
    name = _name(earliest, latest)
    first, last = name(earliest), name(latest)
    return " ".join(last) if first == last else " to ".join(names.shared(first, last))


def _name(earliest: date, latest: date) -> Callable[[date], names.Parts]:
    days = (latest - earliest).days
    return names.day_parts if days <= _BY_DAY else names.month_parts if days <= _BY_MONTH else _year_parts


def _year_parts(moment: date) -> names.Parts:
    return (names.year(moment.year),)


_BY_DAY = 31
_BY_MONTH = 3 * 366
