"""From a publication time in writing to the moment it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from timeline.languages import furniture
from timeline.reading.errors import (
    AmbiguousPublicationTime,
    FuturePublicationTime,
    ImpossiblePublicationTime,
    NoPublicationTime,
    Unreadable,
)
from timeline.reading.foreign import foreign
from timeline.reading.notation import NUMERIC, Contradiction, Impossible, Notation
from timeline.reading.stamps import notation
from timeline.reading.zones import UnclearZone, moment, month_comes_first

FIRST_YEAR = 1605
HOW = 'Write it like "2024-09-20T17:01:00+01:00" or "20 September 2024, 17:01".'
_MONTH_FIRST_REGIONS = frozenset({"US", "PH", "FM", "PW", "AS", "GU", "MP", "PR", "VI"})
_URL_DAY = re.compile(r"/(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$)")
_SHORT_YEAR = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A publication time: aware, with the publisher's own offset; at midnight where only the day is known."""

    published: datetime
    day_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What else is known that settles whether 3/4/2024 is in March or in April.

    ``language`` is a BCP 47 tag; ``days`` gives, when asked, the days on which the article says it appeared.
    """

    language: str | None = None
    url: str | None = None
    text: str = ""
    days: Callable[[], Iterable[date]] = tuple


_NO_EVIDENCE = Evidence()


def timestamp(text: str, *, zone: ZoneInfo, evidence: Evidence = _NO_EVIDENCE) -> Stamp:
    """The moment that a given publication time means; ``zone`` holds where it names none.

    Raises NoPublicationTime, ImpossiblePublicationTime and AmbiguousPublicationTime.
    """
    language = (evidence.language or "").split("-")[0].lower() or None
    words = furniture(language or "en").stamps
    try:
        found = notation(text, words) or foreign(text, language, words)
    except (Impossible, Contradiction) as fault:
        raise refusal(text, fault) from None
    if found is None and _SHORT_YEAR.match(text):
        raise AmbiguousPublicationTime("published", f'"{text}" needs all four digits of its year. {HOW}')
    if found is None:
        raise NoPublicationTime("published", f'"{text}" is not a timestamp with day, month and year. {HOW}')
    return stamp(found, text, zone=zone, evidence=evidence)


def stamp(found: Notation, text: str, *, zone: ZoneInfo, evidence: Evidence) -> Stamp:
    """The moment of a notation; raises AmbiguousPublicationTime, and ImpossiblePublicationTime before 1605."""
    day = found.days[0] if len(found.days) == 1 else _settled(found, evidence)
    if day is None:
        meanings = " or ".join(day.isoformat() for day in found.days)
        raise AmbiguousPublicationTime("published", f'"{text}" can mean {meanings}. {HOW}')
    if day.year < FIRST_YEAR or day.year > 9990:
        raise ImpossiblePublicationTime("published", f'"{text}" lies in the year {day.year}: no article appeared then.')
    try:
        return Stamp(moment(datetime.combine(day, found.clock or time()), found.zone, zone), found.clock is None)
    except UnclearZone as fault:
        raise AmbiguousPublicationTime("published", f'"{text}" is unclear: {fault}.') from None


def refusal(text: str, fault: Impossible | Contradiction) -> Unreadable:
    """The error for a publication time that cannot be."""
    if isinstance(fault, Impossible):
        return ImpossiblePublicationTime("published", f'"{text}" does not exist: {fault}. Correct it.')
    return AmbiguousPublicationTime("published", f'"{text}" contradicts itself: {fault}. {HOW}')


def not_ahead(stamp: Stamp, *, now: datetime) -> Stamp:
    """Raises FuturePublicationTime when the moment is more than a day after ``now``."""
    if stamp.published > now + timedelta(days=1):
        shown = stamp.published.date() if stamp.day_only else stamp.published
        raise FuturePublicationTime(
            "published",
            f"The publication time {shown.isoformat()} is more than a day ahead: check it, or wait with the article.",
        )
    return stamp


def _settled(found: Notation, evidence: Evidence) -> date | None:
    """The one of two days that the evidence names, the strongest first."""
    day_first, month_first = found.days
    if known := ({day_first, month_first} & (_url_days(evidence.url) or set(evidence.days()))):
        return known.pop() if len(known) == 1 else None
    for months_lead in (
        _order_of_language(evidence.language),
        month_comes_first(found.zone),
        _order_of_others(evidence.text),
    ):
        if months_lead is not None:
            return month_first if months_lead else day_first
    return None


def _url_days(url: str | None) -> set[date]:
    parts = _URL_DAY.search(url or "")
    try:
        return {date(int(parts[1]), int(parts[2]), int(parts[3]))} if parts else set()
    except ValueError:
        return set()


def _order_of_language(tag: str | None) -> bool | None:
    if tag is None or tag.lower() == "en":
        return None
    return tag.split("-")[-1].upper() in _MONTH_FIRST_REGIONS


def _order_of_others(text: str) -> bool | None:
    """The order that the other numeric dates of a text have, when those that tell agree."""
    orders = {
        int(second) > 12
        for first, _, second, _ in NUMERIC.findall(text)
        if 12 < max(int(first), int(second)) <= 31 and min(int(first), int(second)) <= 12
    }
    return orders.pop() if len(orders) == 1 else None
