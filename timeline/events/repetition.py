"""What an article tells twice."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.making import Found

_ALIKE = 0.6


def once(told: Iterator[Found]) -> list[Found]:
    kept: dict[object, Found] = {}
    for each in told:
        kept.setdefault((each.event.when.interval, each.event.status, each.words), each)
    return list(kept.values())


def same(title: Found, body: Found) -> bool:
    """Whether a sentence of the body tells what the headline tells."""
    mine, theirs = title.event.when.interval, body.event.when.interval
    if mine == theirs:
        return True
    common = len(title.words & body.words)
    overlap = mine is not None and theirs is not None and mine.overlap(theirs) is not None
    return overlap and common >= _ALIKE * len(title.words)
