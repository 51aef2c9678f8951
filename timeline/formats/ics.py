"""iCalendar (RFC 5545, RFC 7986). Ends are exclusive; clock times are in UTC where their zone is known, else floating.

What has no place on the calendar is a VJOURNAL, which needs no date. SEQUENCE counts how often a plan was changed.
"""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from icalendar import Calendar, Component, Journal
from icalendar import Event as Entry

from timeline import wording
from timeline.edtf import edtf
from timeline.formats.links import Links
from timeline.formats.text import legible, line, titled
from timeline.formats.times import clocked, day_after, first, first_told, last, last_told, utc
from timeline.interval import Granularity
from timeline.model import Event, Stage, Status, Timeline, When
from timeline.wording.telling import paragraphs

_CHANGES = {Stage.MOVED, Stage.CANCELLED}


def written(timeline: Timeline, links: Links) -> bytes:
    calendar = Calendar()
    title = titled(timeline.topic.title)
    known = {"prodid": "-//Dateline//Timelines//EN", "version": "2.0", "calscale": "GREGORIAN", "name": title}
    for name, value in (known | {"x-wr-calname": title, "url": links.page}).items():
        calendar.add(name, value)
    for event in timeline.events:
        calendar.add_component(_entry(event, timeline, links))
    document: bytes = calendar.to_ical()
    return document


def _entry(event: Event, timeline: Timeline, links: Links) -> Component:
    placed = first(event.when) or last(event.when)
    entry: Component = Entry() if placed else Journal()
    told = last_told(event, timeline)
    values: dict[str, object] = {
        "uid": uid(event.id),
        "dtstamp": told,
        "created": first_told(event, timeline),
        "last-modified": told,
        "sequence": sum(step.stage in _CHANGES for step in event.life),
        "summary": _summary(event),
        "description": "\n".join(legible(said) for said in paragraphs(event)),
        "status": _status(event) if placed else _journal_status(event),
        "categories": [event.status.value, titled(timeline.topic.title)],
        "url": links.event(event.id),
        "x-dateline-status": event.status.value,
        "x-dateline-edtf": edtf(event.when) or "",
    }
    for name, value in (values | (_place(event.when) if placed else {})).items():
        entry.add(name, value)
    return entry


def uid(id: str) -> str:  # noqa: A002
    """The same whoever serves the timeline, and whatever becomes of a plan."""
    try:
        return str(UUID(id))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, legible(id)))


def _place(when: When) -> dict[str, object]:
    """An open start stands on its last day and an open end on its first: the summary says that they are open."""
    start, end = first(when) or last(when), last(when)
    place: dict[str, object] = {"transp": "TRANSPARENT"}
    if start is None:
        return place
    if not clocked(when):
        return place | {"dtstart": start.date()} | ({"dtend": day_after(end)} if end else {})
    closing = when.interval.end if when.interval is not None else None
    place["dtstart"] = utc(start, when.offset)
    return place | ({"dtend": utc(closing, when.offset)} if closing is not None and closing > start else {})


def _summary(event: Event) -> str:
    """With its time in words where a reader would take the days that are marked for the days that were told."""
    exact = event.when.granularity <= Granularity.DAY and first(event.when) and last(event.when)
    if exact and not event.when.approximate:
        return titled(event.headline)
    about = "approximately, " if event.when.approximate else ""
    return f"{titled(event.headline)} ({about}{line(wording.words(event.when))})"


def _status(event: Event) -> str:
    if event.status is Status.DENIED:
        return "CANCELLED"
    unsure = event.status is Status.POSSIBLE or (event.status is Status.SCHEDULED and not _firm(event))
    return "TENTATIVE" if unsure else "CONFIRMED"


def _journal_status(event: Event) -> str:
    """The words that RFC 5545 has for a VJOURNAL."""
    return {"CANCELLED": "CANCELLED", "TENTATIVE": "DRAFT", "CONFIRMED": "FINAL"}[_status(event)]


def _firm(event: Event) -> bool:
    """Whether a plan has a day that nobody contradicts and that was not left to pass in silence."""
    silent = any(step.stage is Stage.SILENT for step in event.life)
    days: tuple[date | None, ...] = (first(event.when), last(event.when))
    told = event.when.granularity <= Granularity.DAY and None not in days and not event.when.approximate
    return told and not silent and not event.accounts
