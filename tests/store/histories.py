"""Articles that came, changed and went, for what a store knew of them at a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from choosing import chosen
from hypothesis import HealthCheck, Phase, settings
from reports import LINES, report
from store_specimens import done, event

from timeline.model import Event
from timeline.selection import EVERYTHING
from timeline.store import Store

numbers = count()
LENIENT = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def told_by(name: str, events: list[Event]) -> tuple[Event, ...]:
    return tuple(
        replace(one, id=f"{name}-{number}", sources=(replace(one.sources[0], article=name, publisher=name),))
        for number, one in enumerate(events)
    )


def history(store: Store) -> tuple[datetime, list[Event]]:
    """A moment with five articles which all say something else by now, and one of which is withdrawn."""
    for number in range(5):
        lines = [report(LINES[place % len(LINES)], 3 * place, publisher=f"P{number}") for place in range(number, 10)]
        store.replace(done(f"n{number}", events=told_by(f"n{number}", lines)))
    shown, then = chosen(store, EVERYTHING), datetime.now(UTC)
    for number in range(4):
        store.replace(done(f"n{number}", 1, events=(event(f"n{number}"),)))
    store.withdraw("n4", datetime.now(UTC))
    return then, shown
