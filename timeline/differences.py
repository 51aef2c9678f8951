"""What reading an article again has changed of its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.model import Event


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """``before`` is ``None`` for an event that was added, ``after`` for one that was removed."""

    before: Event | None
    after: Event | None

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return Kind.ADDED
        return Kind.REMOVED if self.after is None else Kind.CHANGED


def differences(before: Sequence[Event], after: Sequence[Event]) -> tuple[Difference, ...]:
    """Events that came, went, or have another headline, time or status; in the order of the text.

    An event is the same as before when it has the same id, or stands in the same sentence, where the dates of its
    events are paired in their order.
    """
    new = {event.id: event for event in after}
    pairs = [(event, new.pop(event.id)) for event in before if event.id in new]
    known = {event.id for event, _ in pairs}
    gone = sorted((event for event in before if event.id not in known), key=_place)
    come = sorted((event for event in after if event.id in new), key=_place)
    pairs += _together(gone, come)
    told = {id(event) for pair in pairs for event in pair}
    found = [Difference(*pair) for pair in pairs if _shown(pair[0]) != _shown(pair[1])]
    found += [Difference(event, None) for event in gone if id(event) not in told]
    found += [Difference(None, event) for event in come if id(event) not in told]
    return tuple(sorted(found, key=_first))


def _together(gone: Sequence[Event], come: Sequence[Event]) -> list[tuple[Event, Event]]:
    """Those of one sentence, the first with the first; ``come`` are in the order of the text too."""
    left = list(come)
    pairs = []
    for event in gone:
        if found := next((other for other in left if other.sources[0].quote == event.sources[0].quote), None):
            left.remove(found)
            pairs.append((event, found))
    return pairs


def _shown(event: Event) -> tuple[object, ...]:
    when = event.when
    return event.headline, event.status, when.interval, when.granularity, when.approximate


def _place(event: Event) -> tuple[int, int, str]:
    source = event.sources[0]
    return source.start, source.end, event.id


def _first(difference: Difference) -> tuple[int, int, str]:
    event = difference.after or difference.before
    return (0, 0, "") if event is None else _place(event)
