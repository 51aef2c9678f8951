"""Turns chosen words of a sentence back into a line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.syntax.lexicon import MARK
from timeline.syntax.tokens import Token

_LOOSE_SPACE = re.compile(r"\s+(?=[,.;:!?”»)%])|(?<=[“„«($£€])\s+|\s+(?=n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)")
_LOOSE_QUOTE = re.compile(r'(?:(?<=\s)|^)"\s*([^"]*?)\s*"(?=[\s,.;:!?]|$)')
_DOUBLED = re.compile(r"[,;:](?=\s*[,;:.])|[,;:](?=[”\"]$)")
_HIGH = (("“", "”"), ("«", "»"), ("(", ")"))
_LOW = (("„", "“"), ("«", "»"), ("(", ")"))
_DASHES = frozenset("-–—")
_EDGES = " \t\n,;:.-–—…"


class Wording(NamedTuple):
    """``prefix`` are tokens put before all others; ``names`` stand in for the token at their place."""

    tokens: Sequence[Token]
    text: str
    prefix: Sequence[int]
    names: dict[int, str]


def worded(wording: Wording, places: Sequence[int]) -> str:
    own = [place for place in places if place not in wording.prefix] if wording.prefix else places
    line = " ".join([*_runs(wording, wording.prefix), *_runs(wording, _closed(wording, own))])
    split = " - " in line and any(" - " in wording.text[one.start : one.end] for one in wording.tokens)
    return trimmed(line.replace(" - ", "-") if split else line)


def length(wording: Wording, places: Sequence[int]) -> int:
    """How many words the line will have."""
    tokens, whole = wording.tokens, [*places, *wording.prefix]
    odd = [p for p in whole if not (token := tokens[p]).word.isalnum() or token.end - token.start != len(token.word)]
    odd = whole if wording.names else odd
    return len(whole) - len(odd) + sum([size(wording, place) for place in odd])


def size(wording: Wording, place: int) -> int:
    start, end, word, roles, _, _ = wording.tokens[place]
    if roles & MARK:
        return int(word in _DASHES)
    if word == "'s":
        return 0
    if place in wording.names:
        return wording.names[place].count(" ") + 1
    if end - start == len(word):
        return 1
    return wording.text.count(" ", start, end) - 2 * wording.text.count(" - ", start, end) + 1


def _closed(wording: Wording, places: Sequence[int]) -> Sequence[int]:
    """Without the commas around what was left out; one that follows it stays when none came before."""
    if _whole(places):
        return places
    kept: list[int] = []
    for place in places:
        gap = bool(kept) and kept[-1] != place - 1
        if gap and wording.tokens[kept[-1]].word == ",":
            kept.pop()
            if wording.tokens[place].word == ",":
                continue
        kept.append(place)
    return kept


def _runs(wording: Wording, places: Sequence[int]) -> list[str]:
    """Neighbouring tokens keep what stood between them."""
    if not wording.names and _whole(places):
        return [wording.text[wording.tokens[places[0]].start : wording.tokens[places[-1]].end]] if places else []
    found: list[str] = []
    first: int | None = None
    for here, place in enumerate(places):
        if place in wording.names:
            found.append(wording.names[place])
            continue
        first = place if first is None else first
        following = places[here + 1] if here + 1 < len(places) else None
        if following != place + 1 or following in wording.names:
            found.append(wording.text[wording.tokens[first].start : wording.tokens[place].end])
            first = None
    return found


def _whole(places: Sequence[int]) -> bool:
    """Whether nothing was left out between the first and the last."""
    return not places or list(places) == list(range(places[0], places[-1] + 1))


def trimmed(line: str) -> str:
    line = " ".join(line.split()).strip(_EDGES)
    if line.replace(" ", "").isalnum():
        return line
    line = _balanced(_DOUBLED.sub("", _LOOSE_SPACE.sub("", line)))
    return (_LOOSE_QUOTE.sub(r'"\1"', line) if '"' in line else line).strip(_EDGES)


def _balanced(line: str) -> str:
    for opening, closing in _LOW if "„" in line else _HIGH:
        if opening in line or closing in line:
            line = _paired(line, opening, closing).replace(opening + closing, "")
    return line + '"' if line.count('"') % 2 else line


def _paired(line: str, opening: str, closing: str) -> str:
    kept: list[str] = []
    depth = 0
    for character in line:
        if character == closing and not depth:
            continue
        depth += (character == opening) - (character == closing)
        kept.append(character)
    return "".join(kept).rstrip(_EDGES) + closing * depth if depth else "".join(kept)


def finished(line: str, longest: int) -> str:
    """With a capital, and at most so many words between spaces, however they were counted."""
    words = line.split()
    fitting = line if len(words) <= longest else trimmed(" ".join(words[:longest]))
    for place, character in enumerate(fitting):
        if character.isalnum():
            return fitting[:place] + character.upper() + fitting[place + 1 :]
    return fitting
