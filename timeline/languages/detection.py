"""Which language a text is in: told by the words that it is full of, else by CLD3, which knows a hundred languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.languages import DEFAULT, MODULES, common

if TYPE_CHECKING:
    from gcld3 import NNetLanguageIdentifier

_SAMPLE = 1500
_FEWEST, _SHARE, _TIMES = 3, 0.1, 4
_FEWEST_BYTES = 100
_SURE = 0.9
_RENAMED = {"iw": "he"}


def language(text: str) -> str:
    """The language that ``text`` begins in, an ISO 639 code as in dateparser; English where it cannot be told.

    A language with a grammar is told by its common words, at the price of a look-up a word. The library is asked
    only where these are few, and only about a text long enough to tell.
    """
    sample = text[:_SAMPLE]
    words = sample.lower().split()
    counts = sorted(((sum(map(common(name).__contains__, words)), name) for name in MODULES), reverse=True)
    (most, first), others = counts[0], sum(count for count, _ in counts[1:])
    clear = most >= _FEWEST and most >= _TIMES * others
    if clear and most >= _SHARE * len(words):
        return first
    return _identified(sample) or (first if clear else DEFAULT)


def _identified(sample: str) -> str | None:
    """What the library says, where it is sure and has enough to go by."""
    letters = "".join(character for character in sample if character.isalpha() or character.isspace())
    if len(letters.encode("utf-8", "ignore")) < _FEWEST_BYTES:
        return None
    found = _identifier().FindLanguage(text=sample.encode("utf-8", "replace").decode())
    if not found.is_reliable or found.probability < _SURE:
        return None
    code = str(found.language).split("-")[0]
    return _RENAMED.get(code, code)


@cache
def _identifier() -> NNetLanguageIdentifier:
    from gcld3 import NNetLanguageIdentifier

    return NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * _SAMPLE)
