"""Readers with a fixed zone and a fixed present, so that examples give nothing but the article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from readers import Reader

from timeline.model import Article
from timeline.reading import read
from timeline.submission import submission

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def reader() -> Reader:
    def reads(zone: str = "Europe/London", now: datetime = NOW, **fields: object) -> Article:
        return read(submission(fields), zone=ZoneInfo(zone), now=now)

    return reads


@pytest.fixture(scope="session")
def story() -> Callable[[Article], list[str]]:
    """An article's body as strings."""

    def paragraphs(article: Article) -> list[str]:
        return [article.text[span.start : span.end] for span in article.body]

    return paragraphs
