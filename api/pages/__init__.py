"""The pages people read. No clock, and complete without a script: the same data, the same bytes."""

from __future__ import annotations

from api.pages import articles, chronologies, events, pictures, reference, submitting, timelines
from api.pages.showing import pages, trouble
from api.pages.submitting import refused

__all__ = [
    "articles",
    "chronologies",
    "events",
    "pages",
    "pictures",
    "reference",
    "refused",
    "submitting",
    "timelines",
    "trouble",
]
