"""Stores with one topic of many events, each unlike the others, written as articles are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from zoneinfo import ZoneInfo

from measure.articles import articles, made_up
from measure.kept import made_once
from timeline.interval import Interval
from timeline.model import Event, Topic
from timeline.store import Entry, open_store, upgrade
from worker.ingestion import Delivery, begun, done

TOPIC = Topic("crowd", "Crowd")
_PATTERNS = 50
_BATCH = 25
_DAYS = 20_000


def crowded(events: int) -> Path:
    """The file of a SQLite store with so many events or a few more in TOPIC; a copy is the caller's to make."""
    return made_once(f"crowded-{events}", lambda file: _make(file, events))


def _make(file: Path, events: int) -> None:
    url = f"sqlite:///{file}"
    upgrade(url)
    store = open_store(url)
    told, endless = 0, entries()
    while told < events:
        batch = list(islice(endless, _BATCH if events > 1_000 else 1))
        store.replace_many(batch)
        told += sum(len(entry.events or ()) for entry in batch)
    store.close()


def entries() -> Iterator[Entry]:
    """Articles that were read, without end: patterns of events in other words and on other days each time."""
    now, zone = datetime.now(UTC), ZoneInfo("UTC")
    chance = random.Random(5)
    given = (Delivery(given=article, received=now) for article in islice(articles(seed=43), _PATTERNS))
    patterns = [done(*begun(each, zone)) for each in given]
    for number in count():
        pattern = patterns[number % _PATTERNS]
        told = tuple(_other(event, chance) for event in pattern.events or ())
        yield replace(pattern, id=f"{number:032x}", topics=(TOPIC,), events=told)


def _other(event: Event, chance: random.Random) -> Event:
    words = " ".join(made_up(chance) for _ in range(6))
    moved = timedelta(days=chance.randrange(_DAYS))
    when = replace(event.when, interval=_moved(event.when.interval, moved))
    sources = tuple(replace(source, quote=f"{words}.") for source in event.sources)
    return replace(event, id=f"{chance.getrandbits(128):032x}", headline=words, when=when, sources=sources)


def _moved(interval: Interval | None, by: timedelta) -> Interval | None:
    if interval is None:
        return None
    return Interval(interval.start and interval.start + by, interval.end and interval.end + by)
