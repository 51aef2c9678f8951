"""What a careful reader takes from the seeds (annotated.toml), and how much of it the program gets."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from seed_articles import SEEDS, article_events

from timeline.model import Event
from timeline.wire import earliest, latest

ANNOTATED = Path(__file__).with_name("annotated.toml")
ANYTHING = ".."


@dataclass(frozen=True, slots=True)
class Expectation:
    """``when`` and ``status`` may name several readings, parted by ``|``."""

    article: str
    words: str
    when: str
    status: str

    def quotes(self, event: Event) -> bool:
        return any(_plain(self.words) in _plain(source.quote) for source in event.sources)

    def dates(self, event: Event) -> bool:
        return any(_fits(reading.strip(), event) for reading in self.when.split("|"))

    def holds(self, event: Event) -> bool:
        return event.status.value in self.status.split("|")

    def matches(self, events: Iterable[Event]) -> Match:
        """The event that fits best."""
        found = [event for event in events if self.quotes(event)]
        dated = [event for event in found if self.dates(event)]
        right = [event for event in dated if self.holds(event)]
        return Match(self, tuple(found), bool(dated), bool(right))


@dataclass(frozen=True, slots=True)
class Match:
    """``found`` are all events from the sentence; ``right`` means date and status."""

    expectation: Expectation
    found: tuple[Event, ...]
    dated: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Ban:
    """Words that no event may quote; with an expression, words whose event must not be dated by it."""

    article: str
    words: str
    expression: str | None

    def breaches(self) -> Iterator[Event]:
        for event in article_events(SEEDS / self.article):
            quoted = any(_plain(self.words) in _plain(source.quote) for source in event.sources)
            if quoted and (self.expression is None or self.expression in event.when.text):
                yield event


def expectations() -> list[Expectation]:
    return [Expectation(name, *event) for name, reading in _readings() for event in reading["events"]]


def bans() -> list[Ban]:
    return [Ban(name, ban[0], ban[1] if ban[1:] else None) for name, reading in _readings() for ban in reading["never"]]


def matches() -> list[Match]:
    return [expected.matches(article_events(SEEDS / expected.article)) for expected in expectations()]


def annotated() -> set[str]:
    return {name for name, _ in _readings()}


def complaint(match: Match) -> str:
    """One line: what was expected and what came instead."""
    came = "; ".join(f"{_ends(event)} {event.status.value} “{event.when.text}”" for event in match.found)
    wanted = match.expectation
    return f"{wanted.article}: “{wanted.words}” {wanted.when} {wanted.status}, got {came or 'nothing'}"


def _readings() -> Iterable[tuple[str, dict[str, list[list[str]]]]]:
    return tomllib.loads(ANNOTATED.read_text(encoding="utf-8")).items()


def _ends(event: Event) -> str:
    return f"{earliest(event.when) or ANYTHING}/{latest(event.when) or ANYTHING}"


def _fits(reading: str, event: Event) -> bool:
    first, _, last = reading.partition("/")
    return _same(_first(first), earliest(event.when)) and _same(_last(last or first), latest(event.when))


def _same(wanted: str, got: str | None) -> bool:
    """To the precision of what is wanted: a day, or a minute of it."""
    return wanted == ANYTHING or (got is not None and got.startswith(wanted))


def _first(date: str) -> str:
    return {4: f"{date}-01-01", 7: f"{date}-01"}.get(len(date), date)


def _last(date: str) -> str:
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]}"
    return f"{date}-12-31" if len(date) == 4 else date


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()
