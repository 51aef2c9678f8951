"""When an article appeared, from all that tells: the sender, the page, a line of its own, a dateline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from timeline.languages import furniture
from timeline.reading.errors import NoPublicationTime, Unreadable
from timeline.reading.layout import Layout
from timeline.reading.material import Material
from timeline.reading.published import HOW, Evidence, Stamp, refusal, stamp, timestamp
from timeline.reading.stamped import Stamped, first_published, in_other_words


def publication(given: str | None, material: Material, found: Layout, zone: ZoneInfo) -> Stamp:
    """The given time, or else the best one found. Raises the kinds of Unreadable that publication times have."""
    evidence = Evidence(language=material.language, url=material.url, text=material.text, days=partial(_days, found))
    if given is not None:
        return timestamp(given, zone=zone, evidence=evidence)
    faults: list[Unreadable] = []
    for candidate in _candidates(material, found, zone, evidence):
        if isinstance(candidate, Stamp):
            return candidate
        faults.append(candidate)
    if faults:
        raise faults[0]
    raise NoPublicationTime(
        "published", f'No publication time was given, and the article tells none: give "published". {HOW}'
    )


def _candidates(material: Material, found: Layout, zone: ZoneInfo, evidence: Evidence) -> Iterator[Stamp | Unreadable]:
    """What each source says, the best first; lazily, for the later ones are slow or coarse."""
    for text in material.times:
        yield _read(text, zone, evidence)
    if line := first_published(found.times) or _in_other_words(material, found):
        yield _told(line, zone, evidence)
    for day in (found.dated, material.day):
        if day is not None:
            yield _read(day, zone, evidence)


def _read(text: str, zone: ZoneInfo, evidence: Evidence) -> Stamp | Unreadable:
    try:
        return timestamp(text, zone=zone, evidence=evidence)
    except Unreadable as fault:
        return fault


def _told(line: Stamped, zone: ZoneInfo, evidence: Evidence) -> Stamp | Unreadable:
    if line.notation is None:
        return refusal(line.text, line.fault) if line.fault else NoPublicationTime("published", HOW)
    try:
        return stamp(line.notation, line.text, zone=zone, evidence=evidence)
    except Unreadable as fault:
        return fault


def _in_other_words(material: Material, found: Layout) -> Stamped | None:
    language = (material.language or "").split("-")[0].lower() or None
    return in_other_words(found.lines, language, furniture(language or "en").stamps)


def _days(found: Layout) -> Iterator[date]:
    return (line.notation.days[0] for line in found.times if line.notation and len(line.notation.days) == 1)
