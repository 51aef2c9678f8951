"""From a report to its trace: made of the report alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from timeline.chronology.numbers import article, number, plain, sentence
from timeline.chronology.trace import MOST_KEYS, Reach, Trace, longest, weight
from timeline.chronology.words import Vocabulary, names, stems, vocabulary
from timeline.model import Event, Grounds, Status

_WEEK = 43
_FEWEST = 3
_FIRST = datetime(1, 1, 1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_AHEAD = {Status.SCHEDULED, Status.DENIED}


def telling(event: Event) -> int:
    """The same number for events that say the same of the same time, whoever says it; below 2**63.

    Its first bits count the weeks, so that what lies together on the calendar lies together in an index.
    """
    source, interval = event.sources[0], event.when.interval
    said = (
        sentence(source.quote)[0],
        plain(event.headline),
        str(interval),
        event.when.granularity,
        event.status.value,
    )
    week = interval.start.toordinal() // 7 if interval and interval.start else 0
    return week << _WEEK | number("\x1f".join(map(str, said))) & (1 << _WEEK) - 1


def trace(event: Event) -> Trace:
    source = event.sources[0]
    known = vocabulary(source.language)
    quote = stems(_undated(event), known)
    head = frozenset(_head(event, quote, known))
    named = head & (names(source.quote, known) | names(event.headline, known))
    return Trace(
        telling=telling(event),
        article=article(source.article),
        sentence=sentence(source.quote)[1],
        publisher=(source.publisher or source.article).casefold(),
        published=(source.published - _EPOCH) // _MINUTE,
        reach=_reach(event),
        placed=event.when.interval is not None,
        firm=event.grounds is Grounds.EXPRESSION,
        planned=event.status in _AHEAD,
        moves=_moves(event, known),
        head=head,
        words=head.union(quote),
        names=named,
        keys=_keys(head, named),
        weight=weight(head),
    )


def _head(event: Event, quote: dict[str, None], known: Vocabulary) -> dict[str, None]:
    """The words of the line without its date; where it says too little, those of the whole sentence."""
    dated = _dated(event.when.text, event.sources[0].language)
    head = {word: None for word in stems(event.headline, known) if word not in dated}
    return head if len(head) >= _FEWEST else head | quote


@lru_cache(maxsize=4096)
def _dated(text: str, language: str) -> frozenset[str]:
    return frozenset(stems(text, vocabulary(language)))


def _keys(head: frozenset[str], named: frozenset[str]) -> tuple[str, ...]:
    """Names before others, and the longest words first."""
    return tuple([*longest(named), *longest(head - named)][:MOST_KEYS])


def _moves(event: Event, known: Vocabulary) -> bool:
    if event.reason is not None and event.reason.cue == "postponement":
        return True
    quote = event.sources[0].quote
    return event.status in _AHEAD and known.moving is not None and known.moving.search(quote) is not None


def _undated(event: Event) -> str:
    """The quote without its time expressions."""
    source = event.sources[0]
    kept = source.quote
    for mark in sorted(source.marks, key=lambda mark: -mark.start):
        kept = kept[: mark.start] + " " + kept[mark.end :]
    return kept


def _reach(event: Event) -> Reach:
    interval = event.when.interval
    if interval is None:
        return Reach(None, None)
    return Reach(_minutes(interval.start), _minutes(interval.end))


def _minutes(instant: datetime | None) -> int | None:
    return None if instant is None else (instant - _FIRST) // _MINUTE
