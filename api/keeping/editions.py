"""The editions by which answers are told."""

from __future__ import annotations

from api.keeping.views import Told
from api.parts import parts


def topic(slug: str, **_: object) -> Told | None:
    """What is told of a topic alone."""
    found = parts().store.editions.topic(slug)
    return None if found is None else Told(found.number, found.number)


def written(slug: str, extension: str) -> Told | None:
    """As `topic`, where what looks like an extension may belong to its name."""
    return topic(f"{slug}.{extension}") or topic(slug)


def article(id: str, **_: object) -> Told | None:  # noqa: A002
    found = parts().store.editions.article(id)
    return None if found is None else Told(found, found)


def topics() -> Told:
    """What is told of all topics; there is no moment at which their list last changed, as one may be gone."""
    return Told(parts().store.editions.topics(), None)
