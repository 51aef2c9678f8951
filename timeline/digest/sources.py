"""Who says what a digest says."""

from __future__ import annotations

from timeline.digest.telling import Telling
from timeline.model import Article, Source


def source(telling: Telling, article: Article) -> Source:
    return Source(
        article=article.id,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        quote=telling.text,
        start=telling.start,
        end=telling.start + len(telling.text),
    )
