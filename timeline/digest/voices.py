"""Copies and near copies of articles: what was said before in the same words is no second voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from timeline.digest.telling import Telling


def voices(articles: Iterable[Sequence[Telling]]) -> list[list[Telling]]:
    """The articles, none of them empty, by day and id, each without the sentences that an earlier one has."""
    heard: set[str] = set()
    kept: list[list[Telling]] = []
    for tellings in sorted(articles, key=_order):
        said = [(telling, " ".join(telling.text.split())) for telling in tellings]
        new = [telling for telling, words in said if words not in heard]
        heard.update(words for _, words in said)
        if new:
            kept.append(new)
    return kept


def _order(tellings: Sequence[Telling]) -> tuple[date, str, tuple[str, ...]]:
    return tellings[0].published, tellings[0].article, tuple(telling.text for telling in tellings)
