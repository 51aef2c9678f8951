"""What the calls of tasks deliver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import repeat

from worker.ingestion import Delivery
from worker.observing import request_of

Waiting = tuple[str, object, dict[str, str]]
"""Of a message: the id of its task, the article and what else is told of it."""


def batch(articles: Sequence[object], received: str, ids: Sequence[str] | None = None) -> list[Delivery]:
    moment = datetime.fromisoformat(received)
    named: Iterable[str | None] = ids if ids is not None else repeat(None, len(articles))
    return [Delivery(given=article, received=moment, id=id_) for article, id_ in zip(articles, named, strict=True)]


def waiting(calls: Sequence[Waiting]) -> list[Delivery]:
    return [
        Delivery(
            given=article,
            received=datetime.fromisoformat(told["received"]),
            id=told.get("id"),
            request=request_of(task),
        )
        for task, article, told in calls
    ]
