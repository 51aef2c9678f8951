"""Publication times in writing: ISO 8601, RFC 2822, and the notations of a language whose words are known."""

from __future__ import annotations

import re
from functools import cache

from timeline.reading.notation import Label, Notation, Parts, clock, day, western
from timeline.reading.tokens import NOWHERE, taken, tokens
from timeline.reading.words import StampWords

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d(?::\d\d)?)(Z|[+-][01]\d:[0-5]\d)", re.ASCII | re.IGNORECASE)
_LONGEST = 120


def notation(text: str, words: StampWords) -> Notation | None:
    """What a text says that is a publication time and nothing else; ``None`` for any other text.

    Raises Impossible and Contradiction.
    """
    if not 6 <= len(text) <= _LONGEST:
        return None
    if (found := _ISO.fullmatch(text)) is not None:
        return _iso(found)
    folded = western(text).lower().strip()
    label, start = labelled(folded, words)
    parts = Parts()
    if all(taken(parts, token, words) for token in tokens(folded[start:])):
        return parts.whole(label)
    return None


def _iso(found: re.Match[str]) -> Notation:
    """What programs write, without looking at it word by word."""
    days, zone = (day(int(found[1]), int(found[2]), int(found[3])),), found[5].lower()
    return Notation(days=days, clock=clock(found[4]), zone=NOWHERE.get(zone, zone))


def labelled(folded: str, words: StampWords) -> tuple[Label, int]:
    """The label that a lower-case text begins with, and where what it labels starts."""
    if found := label_pattern(words).match(folded):
        return ("published" if found[1] else "updated"), found.end()
    return "", 0


@cache
def label_pattern(words: StampWords) -> re.Pattern[str]:
    """Labels of a publication time: group 1 of first publication, group 2 of a later version."""
    published, updated = (
        "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
        for phrases in (words.published, words.updated)
    )
    return re.compile(rf"(?:({published})|({updated}))(?![^\W\d_])\s*:?\s*")
