"""TIMEX3 values for what other readers give: a moment, and how much of it they mean.

Where a reader names no unit, or names a day for "last week", the unit is that of its own words, the same way for all.
So are "now", weekends and parts of the day, for which it has only a moment.
"""

from __future__ import annotations

import re
from datetime import datetime

from measure.places import Document

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_UNITS = (
    ("minute", re.compile(r"\d:\d\d|\d\s*[ap]\.?m\b|\b(noon|midnight|hours?|minutes?|seconds?)\b")),
    ("weekend", re.compile(r"\bweekend\b")),
    ("week", re.compile(r"\bweeks?\b")),
    ("quarter", re.compile(r"\bquarters?\b")),
    ("day", re.compile(rf"\bdays?\b|\b({_MONTHS})[a-z]*\.?\s+\d{{1,2}}\b|\b\d{{1,2}}(st|nd|rd|th)?\s+({_MONTHS})")),
    ("month", re.compile(rf"\bmonths?\b|\b({_MONTHS})[a-z]*\b")),
    ("decade", re.compile(r"\bdecades?\b|\b\d{3}0s\b")),
    ("year", re.compile(r"\byears?\b|^\D*\d{4}$")),
)
_COARSER = {"week", "quarter", "weekend"}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}
_CLOCK = {"hour", "minute", "second"}


def timexes(document: Document) -> Document:
    return {"id": document["id"], "timexes": [timex(finding) for finding in document["timexes"]]}


def timex(finding: Document) -> Document:
    """A finding of :mod:`measure.peers.protocol` with ``type`` and ``value``; one that has them stays as it is."""
    if "value" in finding:
        return finding
    place = {name: finding[name] for name in ("start", "end", "text")}
    if "period" in finding:
        return {**place, "type": "DURATION", "value": finding["period"]}
    kind, value = meant(
        finding["text"].lower().strip(" ,"), datetime.fromisoformat(finding["moment"]), finding["grain"]
    )
    return {**place, "type": kind, "value": value}


def meant(words: str, moment: datetime, given: str | None) -> tuple[str, str]:
    """Type and value."""
    if re.fullmatch(r"(.* )?now", words):
        return "DATE", "PRESENT_REF"
    grain = unit(words, given)
    part = next((_PARTS[word] for word in words.split() if word in _PARTS), None)
    if part and (grain == "day" or not re.search(r"\d", words)):
        return "TIME", value(moment, "day") + part
    return "TIME" if grain in _CLOCK else "DATE", value(moment, grain)


def unit(words: str, given: str | None) -> str:
    named = next((name for name, pattern in _UNITS if pattern.search(words)), "day")
    return named if given is None or (named in _COARSER and given not in {"month", "year"}) else given


def value(moment: datetime, grain: str) -> str:
    year, week, _ = moment.isocalendar()
    if grain in _CLOCK:
        return f"{moment:%Y-%m-%dT%H:%M}"
    return {
        "week": f"{year:04}-W{week:02}",
        "weekend": f"{year:04}-W{week:02}-WE",
        "month": f"{moment:%Y-%m}",
        "quarter": f"{moment.year:04}-Q{(moment.month + 2) // 3}",
        "year": f"{moment.year:04}",
        "decade": f"{moment.year // 10:03}",
    }.get(grain, f"{moment:%Y-%m-%d}")
