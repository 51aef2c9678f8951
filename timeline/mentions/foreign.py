"""Explicit dates in languages without a grammar: days, months and years written out, nothing relative."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from timeline.algebra.calendar import unit
from timeline.algebra.operators import Anchors, Bare, Expression
from timeline.algebra.parts import Within
from timeline.algebra.repeating import DayOfMonth, Month
from timeline.algebra.written import Fixed, Possible
from timeline.interval import Granularity
from timeline.mentions.impossible import impossible
from timeline.mentions.locales import Locale, locale
from timeline.mentions.resolve import Reference, resolved
from timeline.model import Impossible, Span, Timex

_RULE = "dateparser"
_YEARS = range(1000, 2200)
_PAST_SHARE = 0.6
"""Of the way between two occurrences of a day: news looks back more than ahead, and no tense is known here."""


def foreign(
    text: str, reference: Reference, language: str, spans: tuple[Span, ...] = ()
) -> tuple[Timex | Impossible, ...]:
    """The dates of a text, or of the given spans of it, in order; offsets count the text's characters.

    A day without a year is the nearest one, rather past than to come.
    """
    here, today = locale(language), reference.day
    anchors = Anchors(today, today, today)
    found: list[Timex | Impossible] = []
    for span in spans or (Span(0, len(text)),):
        for start, end, meaning in _dates(text, span, here):
            try:
                when = resolved(meaning, anchors, text[start:end], reference.zone)
            except OverflowError:
                none = impossible(meaning, anchors, start, text[start:end])
                found += [none] if none else []
                continue
            found.append(Timex(start=start, end=end, when=when, rule=_RULE))
    return tuple(found)


def _dates(text: str, span: Span, here: Locale) -> Iterator[tuple[int, int, Expression]]:
    for match in here.pattern.finditer(text, span.start, span.end):
        meaning = _meaning({key.rstrip("0123456789"): part for key, part in match.groupdict().items() if part}, here)
        if meaning is not None:
            yield match.start(), match.end(), meaning


def _meaning(parts: dict[str, str], here: Locale) -> Expression | None:
    year = int(parts["year"]) if "year" in parts else None
    if year is not None and year >= _YEARS.stop:
        year -= here.years_ahead
    if year is not None and year not in _YEARS:
        return None
    if "first" in parts and year is not None:
        return _in_figures(year, int(parts["first"]), int(parts["second"]), here.month_first)
    name, day = parts.get("month", "").lower(), int(parts.get("day", 0))
    month = here.months.get(name) or (int(name) if name.isdigit() else None)
    if year is None:
        known = month is not None and name in here.full
        return Bare(DayOfMonth(day, month), lean=_PAST_SHARE) if known and day in range(1, 32) else None
    if month is None or "day" not in parts:
        whole = Fixed(unit(Granularity.YEAR, datetime(year, 1, 1)))
        return whole if month is None else Within(Month(month), whole)
    return Possible(year, month, day)


def _in_figures(year: int, first: int, second: int, month_first: bool) -> Expression:
    """3/4/2024 in the order of the language, unless only the other is possible."""
    month, day = (first, second) if month_first else (second, first)
    return Possible(year, day, month) if month > 12 >= day else Possible(year, month, day)
