"""Taking in a version of an article: one upsert decides whether it counts, the rest follows from it.

Every writer locks its articles first, by id, then makes missing topics by slug, then locks topics by key: no two can
wait for each other. What is told in a topic is read after that, so that nobody else is telling it anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete

from timeline.progress import State
from timeline.store import fulltext
from timeline.store.catalogue.matching import Searches, falling, saved
from timeline.store.filings import Telling, file, filed, turn
from timeline.store.past.keeping import Ended, Former, keep
from timeline.store.prepared import Prepared
from timeline.store.reading import stored_events
from timeline.store.records import same_events
from timeline.store.retelling import retell
from timeline.store.rows import Rows
from timeline.store.schema import event_keys, events
from timeline.store.slugs import TopicKey, topic_keys
from timeline.store.statements import Statement
from timeline.store.tally import Change, settle
from timeline.store.told import Ready, Told, told
from timeline.store.upserts import Taken, taken
from timeline.store.versions import Ending

_TELL = Rows(events, "key", "record")
_FORGET = Statement(delete(events).where(events.c.key.between(bindparam("first"), bindparam("last"))))


class Turn(NamedTuple):
    """What a version that counts changes, and since when the article told in its topics what it told until now."""

    version: Prepared
    article: Taken
    filed: Mapping[int, int]
    change: Change


def write(connection: Connection, given: Sequence[Prepared], ending: Ending = Ending.CORRECTED) -> list[bool]:
    """Whether each of the versions, no two of them of one article, counts; those that do are written.

    ``ending`` is what becomes of versions that told something else.
    """
    now = datetime.now(UTC)
    newer = _newer(connection, given, now)
    counting = {one.entry.id for one, _ in newer}
    entries = [one.entry for one in given]
    standing = [entry for entry in entries if entry.id in counting and entry.state is not State.WITHDRAWN]
    under = topic_keys(connection, [topic for entry in standing for topic in entry.topics], now)
    searches = saved(connection) if any(one.words for one, _ in newer) else ()
    turns = [
        _turn(connection, one, article, _topics(one, under, searches))
        for one, article in newer
        if one.entry.events is not None or not article.known
    ]
    if turns:
        since = turn(connection, [one.change for one in turns], dict(under.values()))
        for one in turns:
            _take(connection, one, Ended(since, ending))
    for version, article in newer:
        _index(connection, article.key, version)
    return [entry.id in counting for entry in entries]


def _newer(connection: Connection, given: Sequence[Prepared], now: datetime) -> list[tuple[Prepared, Taken]]:
    """Those that count, by id."""
    ordered = sorted(given, key=lambda one: one.entry.id)
    return [(one, article) for one in ordered if (article := taken(connection, one.row, now))]


def _topics(version: Prepared, under: Mapping[str, TopicKey], searches: Searches) -> frozenset[int]:
    """Those that it was given, and those into whose searches it falls; none where it is withdrawn."""
    entry = version.entry
    if entry.state is State.WITHDRAWN:
        return frozenset()
    given = frozenset(under[topic.slug].key for topic in entry.topics)
    return given | (falling(searches, entry.article, version.words) if entry.article is not None else frozenset())


def _turn(connection: Connection, version: Prepared, article: Taken, topics: frozenset[int]) -> Turn:
    before = filed(connection, article.key)
    standing, records = stored_events(connection, article.key) if article.former else [], version.records
    change = Change(
        records_before=standing,
        records=standing if standing and same_events(standing, records) else records,
        topics_before=frozenset(before),
        topics=topics,
    )
    return Turn(version, article, before, change)


def _index(connection: Connection, article: int, version: Prepared) -> None:
    if version.entry.state is State.WITHDRAWN:
        fulltext.drop_article(connection, article)
    elif version.entry.article is not None:
        fulltext.add_article(connection, article, version.words)


def _take(connection: Connection, one: Turn, ended: Ended) -> None:
    article, change, entry = one.article, one.change, one.version.entry
    kept = article.former is not None and keep(connection, Former(article.former, one.filed), entry, change, ended)
    file(connection, article.key, change, Telling(entry.events or (), ended.until, anew=kept or change.retells))
    revised = kept or (article.former is None and entry.article is not None)
    told_anew = retold(connection, article.key, change, one.version.events, ended.until)
    settle(connection, change, told_anew, ended.until, revised=revised)


def retold(
    connection: Connection, article: int, change: Change, given: Sequence[Ready], now: datetime
) -> dict[int, int]:
    """Bring the article's topics up to date: how many more events each of them has that is told anew."""
    if not change.retells:
        return {}
    keys = event_keys(article)
    before = told(connection, keys, change.records_before)
    if change.records_before != change.records:
        if change.records_before:
            fulltext.drop_places_of(connection, keys[0], keys[-1])
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
