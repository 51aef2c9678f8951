"""How much a sentence adds to the weight of a day. How they were found is told in docs/measurements.md."""

from __future__ import annotations

from typing import Final

SAME_DAY: Final = 1.0
DAY_BEFORE: Final = 1.3
"""Named on the day after: reports of what happened "yesterday" are of what had just become known."""
OTHER_DAYS: Final = 0.8
UNDATED: Final = 0.35
"""A sentence without a day, which counts for the day of publication if it stands among the first ``LEAD``."""
LEAD: Final = 6

PLACES: Final = (1, 3, 6, 12)
"""Sentences from which on a place counts for less, each time by the factor ``LATER``."""
LATER: Final = 0.9

ASIDE: Final = 0.5
"""Without a word of the query; ``NEARBY`` when a sentence next to it has one."""
NEARBY: Final = 0.75
TURNING: Final = 1.4
DEVOTION: Final = 0.45
"""The power of the share of an article's sentences that have a word of the query."""
CENTRALITY: Final = 0.6
"""The power of a sentence's likeness to all articles together."""

LEADS: Final = 0.5
"""How far the first sentences of the articles of a day and of the next are believed to be about that day."""
SEVERAL: Final = 0.5
"""The same of a sentence that names other days too."""
DOWN_THE_PAGE: Final = 0.8
"""``LATER`` where sentences are chosen."""

NEIGHBOUR: Final = 0.3
"""The share that a chosen day takes from its neighbours, fading over ``REACH`` mean gaps between chosen days."""
REACH: Final = 0.8
