"""What is written of a version of an article, as far as the version alone tells it.

It is made before the write begins, which others wait for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.search.texts import article_words
from timeline.store.entries import Entry
from timeline.store.records import event_bytes
from timeline.store.told import Ready, ready
from timeline.store.upserts import version


@dataclass(frozen=True, slots=True)
class Prepared:
    """``records`` are of its ``events``; ``words`` of its article, none where that is not known."""

    entry: Entry
    row: Mapping[str, object]
    records: list[bytes]
    events: Sequence[Ready]
    words: Sequence[str]


def prepared(entry: Entry) -> Prepared:
    events = entry.events or ()
    return Prepared(
        entry=entry,
        row=version(entry),
        records=list(map(event_bytes, events)),
        events=list(map(ready, events)),
        words=() if entry.article is None else article_words(entry.article),
    )
