"""What the rest of a text tells of a name. A text is gone through once, however many names it has."""

from __future__ import annotations

import re
from functools import lru_cache

_INSIDE = re.compile("[A-ZÀ-\U0010ffff](?<=[a-z,] .)\\w*", re.DOTALL)
_SURNAMES = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w.’'-]+ (?=(\w+))")
_HEAD = re.compile(r"\w+")


@lru_cache(maxsize=8)
def _inside(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence."""
    return frozenset(_INSIDE.findall(text))


@lru_cache(maxsize=8)
def _after(text: str) -> frozenset[str]:
    """What stands after a word with a capital."""
    return frozenset(_SURNAMES.findall(text))


def inside(name: str, text: str) -> bool:
    """Whether a word, which has a capital, has it inside a sentence too."""
    return _found(r"[a-z,] ", name, _inside(text), text)


def is_person(name: str, text: str) -> bool:
    """Whether a name stands after a first name or a title somewhere."""
    return _found(r"\b[A-ZÀ-ÖØ-Þ][\w.’'-]+ ", name, _after(text), text)


def _found(before: str, name: str, known: frozenset[str], text: str) -> bool:
    """Whether the whole name stands after this; the first word of each that does is ``known``."""
    head = _HEAD.match(name)
    if head is not None and (head[0] not in known or head[0] == name):
        return head[0] in known
    return _searched(before, name, text)


@lru_cache(maxsize=512)
def _searched(before: str, name: str, text: str) -> bool:
    return re.search(rf"{before}{re.escape(name)}\b", text) is not None
