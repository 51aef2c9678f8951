"""Which topic an address leads to: its present one, and those that it left."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, Row, delete, insert, literal, select, update
from sqlalchemy.exc import IntegrityError

from timeline.store.catalogue.port import TakenSlug
from timeline.store.catalogue.tables import former_slugs
from timeline.store.columns import later, microseconds
from timeline.store.schema import topics


def known(connection: Connection, slug: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(topics).where(topics.c.slug == slug).with_for_update()).one_or_none()


def free(connection: Connection, slug: str, but: int | None = None) -> None:
    """Raises TakenSlug unless no topic has the slug, or had it; ``but`` the one that is to have it again."""
    if known(connection, slug):
        raise TakenSlug(slug, slug)
    led = select(topics.c.slug, topics.c.key).join(former_slugs, former_slugs.c.topic == topics.c.key)
    former = connection.execute(led.where(former_slugs.c.slug == slug)).one_or_none()
    if former and former.key != but:
        raise TakenSlug(slug, former.slug)
    connection.execute(delete(former_slugs).where(former_slugs.c.slug == slug))


def readdress(connection: Connection, topic: int, slug: str) -> None:
    """Raises TakenSlug where an article made a topic of the slug meanwhile."""
    try:
        connection.execute(update(topics).where(topics.c.key == topic).values(slug=slug, **touched()))
    except IntegrityError:
        raise TakenSlug(slug, slug) from None


def lead(connection: Connection, slug: str, topic: int) -> None:
    connection.execute(insert(former_slugs), {"slug": slug, "topic": topic})


def touched() -> dict[str, object]:
    now = literal(microseconds(datetime.now(UTC)), topics.c.changed.type)
    return {"changed": later(topics.c.changed, now), "edition": later(topics.c.edition, now)}
