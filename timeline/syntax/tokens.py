"""A word of a sentence, as it is tagged."""

from __future__ import annotations

from typing import NamedTuple

from timeline.model import Timex


class Token(NamedTuple):
    """``start`` and ``end`` are offsets into the article; ``word`` is in lower case; ``roles`` are bits."""

    start: int
    end: int
    word: str
    roles: int
    quoted: bool
    timex: Timex | None
