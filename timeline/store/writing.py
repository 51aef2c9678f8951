"""Taking in a version of an article: one upsert decides whether it counts, the rest follows from it.

Every writer locks its articles first, by id, then makes missing topics by slug, then locks topics by key: no two can
wait for each other. What is told in a topic is read after that, so that nobody else is telling it anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete

from timeline.model import Event
from timeline.progress import State
from timeline.search.texts import article_words
from timeline.store import fulltext
from timeline.store.catalogue.matching import Searches, falling, saved
from timeline.store.entries import Entry
from timeline.store.filings import Telling, file, filed, turn
from timeline.store.past.keeping import Ended, Former, keep
from timeline.store.reading import stored_events
from timeline.store.records import event_bytes, same_events
from timeline.store.retelling import retell
from timeline.store.rows import Rows
from timeline.store.schema import event_keys, events
from timeline.store.slugs import TopicKey, topic_keys
from timeline.store.statements import Statement
from timeline.store.tally import Change, settle
from timeline.store.told import Told, told
from timeline.store.upserts import Taken, taken
from timeline.store.versions import Ending

_TELL = Rows(events, "key", "record")
_FORGET = Statement(delete(events).where(events.c.key.between(bindparam("first"), bindparam("last"))))


class Turn(NamedTuple):
    """What an entry that counts changes, and since when the article told in its topics what it told until now."""

    entry: Entry
    article: Taken
    filed: Mapping[int, int]
    change: Change


def write(connection: Connection, entries: Sequence[Entry], ending: Ending = Ending.CORRECTED) -> list[bool]:
    """Whether each of the entries, no two of them of one article, counts; those that do are written.

    ``ending`` is what becomes of versions that told something else.
    """
    now = datetime.now(UTC)
    newer = _newer(connection, entries, now)
    standing = [entry for entry in entries if entry.id in newer and entry.state is not State.WITHDRAWN]
    under = topic_keys(connection, [topic for entry in standing for topic in entry.topics], now)
    words = {entry.id: article_words(entry.article) for entry in standing if entry.article is not None}
    searches = saved(connection) if words else ()
    turns = [
        _turn(connection, entry, article, _topics(entry, under, searches, words))
        for entry, article in newer.values()
        if entry.events is not None or not article.known
    ]
    if turns:
        since = turn(connection, [one.change for one in turns], dict(under.values()))
        for one in turns:
            _take(connection, one, Ended(since, ending))
    for entry, article in newer.values():
        if entry.state is State.WITHDRAWN:
            fulltext.drop_article(connection, article.key)
        elif entry.id in words:
            fulltext.add_article(connection, article.key, words[entry.id])
    return [entry.id in newer for entry in entries]


def _newer(connection: Connection, entries: Sequence[Entry], now: datetime) -> dict[str, tuple[Entry, Taken]]:
    """By id, the entries that count."""
    found: dict[str, tuple[Entry, Taken]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        if article := taken(connection, entry, now):
            found[entry.id] = (entry, article)
    return found


def _topics(
    entry: Entry, under: Mapping[str, TopicKey], searches: Searches, words: Mapping[str, Sequence[str]]
) -> frozenset[int]:
    """Those that it was given, and those into whose searches it falls; none where it is withdrawn."""
    if entry.state is State.WITHDRAWN:
        return frozenset()
    given = frozenset(under[topic.slug].key for topic in entry.topics)
    return given | (falling(searches, entry.article, words[entry.id]) if entry.article is not None else frozenset())


def _turn(connection: Connection, entry: Entry, article: Taken, topics: frozenset[int]) -> Turn:
    before = filed(connection, article.key)
    standing = stored_events(connection, article.key) if article.former else []
    records = list(map(event_bytes, entry.events or ()))
    change = Change(
        records_before=standing,
        records=standing if standing and same_events(standing, records) else records,
        topics_before=frozenset(before),
        topics=topics,
    )
    return Turn(entry, article, before, change)


def _take(connection: Connection, one: Turn, ended: Ended) -> None:
    article, change, given = one.article, one.change, one.entry.events or ()
    kept = article.former is not None and keep(connection, Former(article.former, one.filed), one.entry, change, ended)
    file(connection, article.key, change, Telling(given, ended.until, anew=kept or change.retells))
    revised = kept or (article.former is None and one.entry.article is not None)
    told_anew = retold(connection, article.key, change, given, ended.until)
    settle(connection, change, told_anew, ended.until, revised=revised)


def retold(
    connection: Connection, article: int, change: Change, given: tuple[Event, ...], now: datetime
) -> dict[int, int]:
    """Bring the article's topics up to date: how many more events each of them has that is told anew."""
    if not change.retells:
        return {}
    keys = event_keys(article)
    before = told(connection, keys, change.records_before)
    if change.records_before != change.records:
        if change.records_before:
            _FORGET.rows(connection, {"first": keys[0], "last": keys[-1]})
        _TELL.put(connection, list(zip(keys, change.records, strict=False)))
    return retold_everywhere(connection, change, before, told(connection, keys, change.records, given), now)


def retold_everywhere(
    connection: Connection, change: Change, before: list[Told], after: list[Told], now: datetime
) -> dict[int, int]:
    """``before`` and ``after`` are the article's events in the topics that it was and is filed under."""
    return {
        topic: retell(connection, topic, before if was else [], after if is_now else [], now)
        for topic, was, is_now in change.retold()
    }
