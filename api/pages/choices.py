"""Addresses of a topic's digest, with all that was asked of it."""

from __future__ import annotations

from typing import Any

from flask import url_for

from timeline.digest import Asked

DATES = (5, 10, 20, 50)
"""How many dates the page offers to show."""


def choices(slug: str, asked: Asked) -> dict[int, str]:
    """The addresses of digests that differ in their number of dates alone."""
    return {number: address("pages.digest", slug, asked, number) for number in DATES}


def address(endpoint: str, slug: str, asked: Asked, dates: int) -> str:
    given: dict[str, Any] = {"query": asked.query or None, "from": asked.first, "to": asked.last}
    return url_for(endpoint, slug=slug, dates=dates, sentences=asked.sentences, **given)
