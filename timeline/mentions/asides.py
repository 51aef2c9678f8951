"""How firmly a time stands in its story, by the words around it: in brackets and after "since" it is an aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from timeline.algebra.meaning import Meaning
from timeline.grammar.rules import Grammar
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.mentions.links import joined
from timeline.mentions.thread import Mention

_BRACKETED, _LED, _CLOSING, _HEADING = 0.2, 0.5, 0.3, 4.0
_BEFORE, _LINE = 200, 80
_LONG = 400
"""Nobody indents a short line so far that it takes so many characters."""


def mentions(grammar: Grammar, pieces: Iterable[tuple[Words, list[Found]]]) -> Iterator[Mention]:
    links, dotted = grammar.links, grammar.matcher.dotted
    for words, ones in pieces:
        before: Found | None = None
        for found in ones:
            closes = before is not None and joined(links, words, before, found, dotted)
            heads = _heads(words, found)
            yield Mention(cast("Meaning", found.meaning), _firm(grammar, words, found, closes, heads), closes, heads)
            before = found


def _firm(grammar: Grammar, words: Words, found: Found, closes: bool, heads: bool) -> float:
    if heads:
        return _CLOSING if closes else _HEADING
    if _bracketed(words, found):
        return _BRACKETED
    links = grammar.links
    led = found.first and words.words[found.first - 1] in links.since | links.until
    return (_LED if led else 1.0) * (_CLOSING if closes else 1.0)


def _bracketed(words: Words, found: Found) -> bool:
    start = words.starts[found.first]
    line = words.text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    return line.rfind("(") > line.rfind(")")


def _heads(words: Words, found: Found) -> bool:
    """Whether it stands in a short line of its own that is no sentence."""
    text, start, end = words.text, words.starts[found.first], words.ends[found.last - 1]
    first, last = text.rfind("\n", max(start - _LONG, 0), start) + 1, text.find("\n", end, end + _LONG)
    if (not first and start > _LONG) or (last < 0 and end + _LONG < len(text)):
        return False
    line = text[first : last if last >= 0 else len(text)].strip()
    return len(line) < _LINE and line[-1:] not in '.!?:;"”'
