"""What the calls of tasks deliver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import repeat

from worker.ingestion import Delivery
from worker.observing import request_of

Waiting = tuple[str, object, dict[str, str]]
"""Of a message: the id of its task, the article and what else is told of it."""


def single(article: object, received: str, id: str | None = None) -> Delivery:  # noqa: A002
    return Delivery(given=article, received=datetime.fromisoformat(received), id=id)


def batch(articles: Sequence[object], received: str, ids: Sequence[str] | None = None) -> list[Delivery]:
    named: Iterable[str | None] = ids if ids is not None else repeat(None, len(articles))
    return [single(article, received, id_) for article, id_ in zip(articles, named, strict=True)]


def waiting(calls: Sequence[Waiting]) -> list[Delivery]:
    return [replace(single(article, **told), request=request_of(task)) for task, article, told in calls]
