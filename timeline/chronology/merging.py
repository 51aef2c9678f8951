"""Many articles' events made into one timeline: reports of one happening are one event with several sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from timeline.chronology.agreement import accounts, current, status, when
from timeline.chronology.dates import Report, dated, sources
from timeline.chronology.grouping import happenings, ordered
from timeline.chronology.life import life, silenced
from timeline.chronology.neighbours import likenesses
from timeline.chronology.order import order_key
from timeline.chronology.tracing import trace
from timeline.chronology.voices import voices
from timeline.model import Event, Source, Stage, Status, Step

_MOST_NAMES = 12


def merged(events: Iterable[Event]) -> tuple[Event, ...]:
    """The timeline of these events, each of one article: the same, in whatever order they come."""
    tellings: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        tellings[trace(event).telling].append(event)
    copies = [sorted(told, key=first_told) for told in tellings.values()]
    every = (source for told in copies for event in told for source in event.sources)
    newest = max((source.published.replace(tzinfo=None) for source in every), default=None)
    reports = sorted((Report(told[0], trace(told[0])) for told in copies), key=lambda report: ordered(report.trace))
    also = {
        telling: [source for event in told[1:] for source in event.sources]
        for telling, told in zip(tellings, copies, strict=True)
    }
    found = []
    for group in groups(reports):
        told = happening(group)
        echoes = [source for report in group for source in also[report.trace.telling]]
        found.append(silenced(echoed(told, echoes), newest))
    return tuple(sorted(found, key=order_key))


def first_told(event: Event) -> tuple[datetime, str, str]:
    """By publication; copies of one report go by the first of them."""
    source = event.sources[0]
    return source.published, event.id, source.article


def groups(reports: Sequence[Report]) -> list[list[Report]]:
    """The reports of each happening. ``reports`` are in the order of their traces."""
    traces = [report.trace for report in reports]
    return [[reports[place] for place in told] for told in happenings(traces, likenesses(traces))]


def happening(group: Sequence[Report]) -> Event:
    """One event of all reports of a happening. It has the id of the first, which later reports do not change."""
    if len(group) == 1:
        return alone(group[0].event)
    reports = sorted(group, key=lambda report: ordered(report.trace))
    holding, others = current(dated(reports))
    told = status(holding).event
    line = _line(holding.reports, told)
    return replace(
        line,
        id=reports[0].event.id,
        status=told.status,
        reason=told.reason,
        when=when(holding),
        sources=_told(sources(reports)),
        importance=max(report.event.importance for report in reports),
        confidence=max(report.event.confidence for report in reports),
        participants=_names([report.event.participants for report in reports]),
        places=_names([report.event.places for report in reports]),
        voices=voices(sources(reports)),
        accounts=accounts(holding, others),
        life=life(reports),
    )


def alone(event: Event) -> Event:
    """What one article alone tells."""
    if event.status is not Status.SCHEDULED or event.when.interval is None:
        return event
    return replace(event, life=(Step(stage=Stage.ANNOUNCED, when=event.when, source=event.sources[0]),))


def echoed(event: Event, echoes: Iterable[Source]) -> Event:
    """With those who print what one of its sources says, in the order of publication. They are no further voices."""
    return replace(event, sources=_told([*event.sources, *echoes]))


def _told(found: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.published, one.article, one.start)))


def _line(reports: Sequence[Report], told: Event) -> Event:
    """Whose headline stands: among those of the status that counts the weightiest, of these the first."""
    alike = [report.event for report in reports if report.event.status is told.status]
    return min(alike, key=lambda event: (-event.importance, first_told(event)))


def _names(named: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The names most of them have, first."""
    counted = Counter(name for names in named for name in dict.fromkeys(names))
    return tuple(name for name, _ in counted.most_common(_MOST_NAMES))
