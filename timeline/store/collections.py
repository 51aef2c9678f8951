"""All articles of a topic, as they were read."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from timeline.model import Topic
from timeline.store.columns import moment
from timeline.store.entries import Collection
from timeline.store.legible import article_read
from timeline.store.schema import articles, filings, topics

_TOPIC = select(topics).where(topics.c.slug == bindparam("slug"))
_ARTICLES = (
    select(articles.c.article, articles.c.id)
    .join(filings, filings.c.article == articles.c.key)
    .where(filings.c.topic == bindparam("topic"), articles.c.article.is_not(None))
    .order_by(articles.c.id)
)


def collection(connection: Connection, slug: str) -> Collection | None:
    topic = connection.execute(_TOPIC, {"slug": slug}).one_or_none()
    if topic is None:
        return None
    found = [article_read(*row)[0] for row in connection.execute(_ARTICLES, {"topic": topic.key})]
    return Collection(
        topic=Topic(topic.slug, topic.title),
        as_of=moment(topic.changed),
        articles=tuple(one for one in found if one is not None),
    )
