"""Filing articles anew, a few at a time, in the way that a change of topics asks for.

Articles are locked first and by id, then topics by key, as every writer does.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from timeline.search.matching import Text
from timeline.search.saved import stored_search
from timeline.search.texts import article_words
from timeline.store.catalogue.moving import Move, move
from timeline.store.catalogue.tables import Work, former_slugs, refilings, searches
from timeline.store.catalogue.weighing import weigh
from timeline.store.filings import filed
from timeline.store.legible import article_read
from timeline.store.records import json_bytes
from timeline.store.schema import articles, filings, topics

_NEXT = select(refilings).order_by(refilings.c.topic, refilings.c.work).limit(1)
_ALL = (
    select(articles.c.key).where(articles.c.key > bindparam("done")).order_by(articles.c.key).limit(bindparam("limit"))
)
_FILED = (
    select(filings.c.article.label("key"))
    .where(filings.c.topic == bindparam("topic"))
    .order_by(filings.c.article)
    .limit(bindparam("limit"))
)
_ROWS = (
    select(articles)
    .where(articles.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(articles.c.id)
    .with_for_update()
)
_FORGET = update(articles).where(articles.c.key == bindparam("it")).values(topics=bindparam("left"))


def refile(connection: Connection, limit: int) -> bool:
    """See `timeline.store.Catalogue.refile`."""
    work = connection.execute(_NEXT).one_or_none()
    if work is None:
        return False
    done = _STEPS[Work(work.work)](connection, work, limit)
    mine = (refilings.c.topic == work.topic) & (refilings.c.work == work.work)
    if done is None:
        connection.execute(delete(refilings).where(mine))
    else:
        connection.execute(update(refilings).where(mine & (refilings.c.done < done)).values(done=done))
    return True


def _searched(connection: Connection, work: Row[Any], limit: int) -> int | None:
    keys = connection.execute(_ALL, {"done": work.done, "limit": limit}).scalars().all()
    if not keys:
        return None
    wanted = [stored_search(one) for one in connection.execute(_searches(work.topic)).scalars()]
    named = set(connection.execute(_slugs(work.topic)).scalars())
    moves = []
    for row in connection.execute(_ROWS, {"keys": keys}).all():
        if row.events is None or row.withdrawn is not None:
            continue
        article, _ = article_read(row.article, row.id)
        if article is None:
            continue
        under = filed(connection, row.key)
        text = Text(article_words(article))
        meets = any(search.meets(article, text) for search in wanted)
        stays = meets or (work.topic in under and any(slug in named for slug, _ in json.loads(row.topics)))
        moves.append(Move(row, under, frozenset(under) | {work.topic} if stays else frozenset(under) - {work.topic}))
    move(connection, moves, kept=True)
    return int(max(keys))


def _left(connection: Connection, work: Row[Any], limit: int) -> int | None:
    """None of them has to be found again: an article that left is not there any more."""
    keys = connection.execute(_FILED, {"topic": work.topic, "limit": limit}).scalars().all()
    if not keys:
        return None
    into = frozenset([work.into]) if work.into is not None else frozenset[int]()
    moves = []
    for row in connection.execute(_ROWS, {"keys": keys}).all():
        under = filed(connection, row.key)
        moves.append(Move(row, under, (frozenset(under) - {work.topic}) | into))
        if work.slugs:
            _forget(connection, row, set(json.loads(work.slugs)))
    move(connection, moves, kept=False)
    return int(max(keys))


def _forget(connection: Connection, row: Row[Any], slugs: set[str]) -> None:
    left = [[slug, title] for slug, title in json.loads(row.topics) if slug not in slugs]
    connection.execute(_FORGET, {"it": row.key, "left": json_bytes(left)})


def _searches(topic: int) -> Any:  # noqa: ANN401
    return select(searches.c.search).where(searches.c.topic == topic)


def _slugs(topic: int) -> Any:  # noqa: ANN401
    former = select(former_slugs.c.slug).where(former_slugs.c.topic == topic)
    return select(topics.c.slug).where(topics.c.key == topic).union(former)


def _weighed(connection: Connection, work: Row[Any], limit: int) -> int | None:
    return weigh(connection, work.topic, work.done, limit)


_STEPS = {Work.SEARCH: _searched, Work.LEAVE: _left, Work.WEIGH: _weighed}
