"""How much an event weighs in its topic, by those who tell of it and by the topic's title: no other event has a say."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from timeline.interval import Granularity
from timeline.model import Event, Source, Timeline, When
from timeline.model.altered import altered
from timeline.remembering import Remembering

_VOICES, _REFERENCES, _SOON, _CENTRAL, _SPECIFIC, _OWN = 0.3, 0.1, 0.15, 0.15, 0.1, 0.2
_REMEMBERED = 2000
_NEW_VOICE, _NEW_REFERENCE = 0.6, 0.85
"""What is left to be said after one more."""
_MONTH = timedelta(days=30)
_TITLED = 0.5
_VAGUE = 0.5
_COARSEST = Granularity.YEAR
_STEM = 5
_WORD = re.compile(r"\w{3,}")


def importance(event: Event, topic: str) -> float:
    """A figure from 0 to 1 for an event with all its sources and voices.

    Three tenths for voices, one for the number of articles, one and a half each for how soon it was reported and for
    telling of what the topic's title says, one for a fine date, and two for what the event weighs in its own article.
    """
    return whole(weight(event, topic), len({source.article for source in event.sources}))


def weight(event: Event, topic: str) -> float:
    """Its importance without the number of articles, which further copies of its reports change."""
    return (
        _VOICES * (1 - _NEW_VOICE**event.voices)
        + _SOON * max((_soon(event.when, source) for source in event.sources), default=0.0)
        + _CENTRAL * _central(event, topic)
        + _SPECIFIC * _specific(event.when.granularity, event.when.approximate)
        + _OWN * event.importance
    )


def whole(weight: float, articles: int) -> float:
    """The importance of an event of this weight that is told by so many articles."""
    return round(weight + _REFERENCES * (1 - _NEW_REFERENCE**articles), 4)


def weighed(timeline: Timeline) -> Timeline:
    """With the importance of each event in the topic, instead of that in its own article."""
    title = timeline.topic.title
    known = timeline.weights or [importance(event, title) for event in timeline.events]
    return altered(timeline, events=tuple(_with.each(timeline.events, known)))


def _weighing(event: Event, found: float) -> Event:
    return altered(event, importance=found)


_with = Remembering(_weighing, _REMEMBERED)


def _soon(when: When, source: Source) -> float:
    """1 when it was told in its own time, a half when a month lay between, a third for two."""
    if when.interval is None:
        return 0.0
    told, start, end = source.published.replace(tzinfo=None), when.interval.start, when.interval.end
    before, after = start - told if start else timedelta(), told - end if end else timedelta()
    return 1 / (1 + max(before, after, timedelta()) / _MONTH)


def _central(event: Event, topic: str) -> float:
    """1 for an event with a word of the topic's title in its words, quotes or names, half if only a title has one."""
    asked = _asked(topic)
    if asked is None:
        return 0.0
    told = (event.headline, *event.participants, *event.places, *[source.quote for source in event.sources])
    if asked.search("\n".join(told).lower()):
        return 1.0
    return _TITLED if asked.search("\n".join([source.title for source in event.sources]).lower()) else 0.0


@lru_cache(maxsize=64)
def _specific(granularity: Granularity, approximate: bool) -> float:
    """1 for a day or finer, 0 for a year or coarser, and half of that for a vague time."""
    over = (granularity - Granularity.DAY) / (_COARSEST - Granularity.DAY)
    return (1.0 - min(1.0, max(0.0, over))) * (_VAGUE if approximate else 1.0)


@lru_cache(maxsize=256)
def _asked(topic: str) -> re.Pattern[str] | None:
    """The words of a title by their beginnings, so that a plural is the same word."""
    stems = {word[:_STEM] for word in _WORD.findall(topic.lower())}
    ways = (re.escape(stem) + ("" if len(stem) == _STEM else r"\b") for stem in sorted(stems))
    return re.compile(rf"\b(?:{'|'.join(ways)})") if stems else None
