"""Whether an event of a timeline is selected: what the store answers along its indexes, of one event."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.chronology.importance import importance
from timeline.model import Event
from timeline.search.matching import Text
from timeline.search.texts import event_words
from timeline.selection import Selection

_SECOND = timedelta(seconds=1)


def selected(event: Event, selection: Selection, topic: str) -> bool:
    """``topic`` is its title. ``as_of`` and ``order`` are of the timeline, not of an event."""
    return (
        _meets(event, selection.first, selection.last)
        and (not selection.statuses or event.status in selection.statuses)
        and (not selection.granularities or event.when.granularity in selection.granularities)
        and (selection.source is None or _by(event, selection.source))
        and (not selection.min_importance or importance(event, topic) >= selection.min_importance)
        and (selection.query is None or Text(event_words(event)).meets(selection.query))
    )


def _meets(event: Event, first: date | None, last: date | None) -> bool:
    interval = event.when.interval
    if interval is None:
        return True
    over = first is not None and interval.end is not None and (interval.end - _SECOND).date() < first
    ahead = last is not None and interval.start is not None and interval.start.date() > last
    return not over and not ahead


def _by(event: Event, wanted: str) -> bool:
    folded = wanted.casefold()
    return any(source.article == wanted or (source.publisher or "").casefold() == folded for source in event.sources)
