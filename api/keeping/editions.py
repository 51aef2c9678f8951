"""The editions by which answers are told."""

from __future__ import annotations

from typing import NamedTuple

from timeline.store import Editions


class Told(NamedTuple):
    """``edition`` stands for what is told; ``changed``, in microseconds since 1970, is when it last changed, ``None``
    where nothing tells."""

    edition: object
    changed: int | None


def topic(store: Editions, slug: str, **_: object) -> Told | None:
    """What is told of a topic alone."""
    found = store.topic(slug)
    return None if found is None else Told(found.number, found.number)


def written(store: Editions, slug: str, extension: str) -> Told | None:
    """As `topic`, where what looks like an extension may belong to its name."""
    return topic(store, f"{slug}.{extension}") or topic(store, slug)


def article(store: Editions, id: str, **_: object) -> Told | None:  # noqa: A002
    found = store.article(id)
    return None if found is None else Told(found, found)


def topics(store: Editions) -> Told:
    """What is told of all topics; there is no moment at which their list last changed, as one may be gone."""
    return Told(store.topics(), None)
