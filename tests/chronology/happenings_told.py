"""What a test asks of the one event that several reports make."""

from __future__ import annotations

from timeline.chronology.merging import merged
from timeline.model import Event, Stage
from timeline.wire import earliest, latest


def only(*events: Event) -> Event:
    (found,) = merged(events)
    return found


def days_of(event: Event) -> tuple[str | None, str | None]:
    return earliest(event.when), latest(event.when)


def life_of(event: Event) -> list[Stage]:
    return [step.stage for step in event.life]


SANK = "The ferry Alder sank off Cape Morrow"
OPENS = "The tram line to Sundby will open"
