"""The words of a sentence with the roles they can play. A time expression is one token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Span, Timex
from timeline.syntax.lexicon import (
    CLOSING,
    MARK,
    NAME,
    NUMBER,
    OPENING,
    PROGRESSIVE,
    REGULAR,
    TIMEX,
    Lexicon,
    role,
)

_WORD = re.compile(
    r"['’]s\b|[^\W\d_]+(?:[.'’&-]\w+)*|[$£€¥]?\d+(?:[.,]\d+)*(?:\w+|%)?|[,;:()?!“”\"«»„…—–]|(?<=\s)-+(?=\s)|\.{2,}"
)
_SPLIT_WORD = re.compile(
    _WORD.pattern.replace("(?:[.'’&-]", "(?:(?:[.'’&-]| - )", 1).replace(r"\w+)*|[$", r"\w+)*|[$", 1)
)
_SPACED = re.compile(r"\w (?:,|\.(?=\s|$)|['’]s\b|n['’]t\b)")
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")
_CLOSE = frozenset({",", ")"})
_PROPER = ~(
    role("preterites", "participles", "present_verbs", "ambiguous_verbs", "reporting", "hedges", "will", "may")
    | role(
        "planning",
        "hoping",
        "urging",
        "agreeing",
        "cancelling",
        "moving",
        "due",
        "plain",
        "adverbs",
        "negative_determiners",
    )
    | REGULAR
    | PROGRESSIVE
)


_URGING, _PREPOSITION = role("urging"), role("prepositions")


class Token(NamedTuple):
    """``start`` and ``end`` are offsets into the article; ``word`` is in lower case; ``roles`` are bits."""

    start: int
    end: int
    word: str
    roles: int
    quoted: bool
    timex: Timex | None


def tokens(
    text: str, sentence: Span, timexes: Sequence[Timex], borders: Sequence[int], lexicon: Lexicon
) -> list[Token]:
    """``borders`` are the beginnings and ends of quotations in turn, ascending.

    Where all marks stand apart from words, as in texts made for machines, a hyphen between words does too.
    """
    found: list[Token] = []
    start = sentence.start
    spaced = " - " in text[start : sentence.end] and _SPACED.search(text, start, sentence.end) is not None
    pattern = _SPLIT_WORD if spaced else _WORD
    for timex in timexes:
        if timex.start < start:
            continue
        found.extend(_words(pattern.finditer(text, start, timex.start), borders, lexicon))
        found.append(Token(timex.start, timex.end, "", TIMEX, _quoted(timex.start, borders), timex))
        start = timex.end
    found.extend(_words(pattern.finditer(text, start, sentence.end), borders, lexicon))
    return _phrased(found, lexicon)


def _words(found: Iterator[re.Match[str]], borders: Sequence[int], lexicon: Lexicon) -> Iterator[Token]:
    if not borders:
        for match in found:
            yield Token(match.start(), match.end(), *_read(match[0], lexicon), False, None)
        return
    for match in found:
        place = match.start()
        word, roles = _read(match[0], lexicon)
        yield Token(place, match.end(), word, roles, bool(bisect_right(borders, place) & 1), None)


def _quoted(place: int, borders: Sequence[int]) -> bool:
    return bool(bisect_right(borders, place) & 1)


@lru_cache(maxsize=16384)
def _read(raw: str, lexicon: Lexicon) -> tuple[str, int]:
    """A word in lower case with its roles."""
    word, first = raw.lower().replace("’", "'").replace(" - ", "-"), raw[0]
    if first.isalpha() or first in "'’":
        return word, lexicon.role(word) | (NAME if first.isupper() else 0)
    if first.isdigit() or (len(raw) > 1 and raw[1].isdigit()):
        return word, NUMBER
    return word, MARK | (OPENING if first in _OPENING else CLOSING if first in _CLOSING else 0)


def _phrased(words: list[Token], lexicon: Lexicon) -> list[Token]:
    """Joins the words of phrases; a capital inside a sentence makes a name of what could be a verb."""
    found: list[Token] = []
    place, last = 0, len(words)
    shouted = _shouted(words)
    while place < last:
        token = words[place]
        length = 0
        if token.word in lexicon.phrases and (phrase := _phrase(words, place, lexicon)):
            length, roles = phrase
            token = token._replace(end=words[place + length].end, roles=roles)
        elif token.roles & NAME and token.roles & ~_PROPER and found and not shouted and not _opens(found[-1]):
            token = token._replace(roles=token.roles & _PROPER)
        found.append(token)
        place += 1 + length
    return found


def _phrase(words: list[Token], place: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """How many more words belong to the longest phrase that begins here, and its roles."""
    for rest, roles in lexicon.phrases[words[place].word]:
        following = words[place + 1 : place + 1 + len(rest)]
        if tuple(word.word for word in following) == rest:
            if roles & _URGING and following and _on_date(words, place + len(rest)):
                continue
            return len(rest), roles
    return None


def _on_date(words: list[Token], last: int) -> bool:
    """ "called on Tuesday for" is "called"."""
    after = words[last + 1].roles if last + 1 < len(words) else 0
    return bool(words[last].roles & _PREPOSITION and after & TIMEX)


def _opens(token: Token) -> bool:
    return bool(token.roles & MARK) and token.word not in _CLOSE


def _shouted(words: list[Token]) -> bool:
    """Nearly every long word has a capital, as in a headline: capitals then tell nothing."""
    names = sum(1 for word in words if word.roles & NAME)
    small = sum(1 for word in words if word.end - word.start > 3 and not word.roles & (NAME | TIMEX | NUMBER))
    return names > 3 and small * 4 < names
