"""The query language, read.

``ferry strike`` and ``ferry AND strike`` are texts with both words, ``ferry OR boat`` those with one of them,
``ferry -strike`` and ``ferry NOT strike`` those without the second; ``"ferry strike"`` is a phrase, ``ferr*`` a
beginning, parentheses group. OR binds weaker than AND. The operators are written in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.search.folding import folded
from timeline.search.tree import Either, Every, Not, Query, Words

LONGEST = 500
MOST_WORDS = 32
DEEPEST = 8
_QUOTES = str.maketrans("“”„«»", '"""""')
_ALONE = re.compile(r"(?<!\S)-(?!\S)")
_TOKEN = re.compile(r'\s*("[^"]*"|[()]|-(?=[^\s)])|[^\s()"]+|")')


class BadQuery(ValueError):
    """What was asked for cannot be looked for; the message is a sentence that says why."""


def query(text: str) -> Query:
    """Raises BadQuery."""
    if len(text) > LONGEST:
        raise BadQuery(f"A query has at most {LONGEST} characters; this one has {len(text)}.")
    tokens = _TOKEN.findall(text.translate(_QUOTES).strip())
    if _ALONE.search(text):
        raise BadQuery("A - stands alone; write it right before the word that must not be there.")
    if not tokens:
        raise BadQuery("The query is empty; write the words to look for.")
    reading = _Reading(tokens)
    found = reading.either()
    if reading.ahead is not None:
        raise BadQuery("A closing parenthesis ) has no opening one.")
    return found


@dataclass(slots=True)
class _Reading:
    """By recursive descent; each method reads one level of the language from the present place on."""

    tokens: list[str]
    place: int = 0
    words: int = 0
    depth: int = 0

    @property
    def ahead(self) -> str | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def either(self) -> Query:
        return self._joined(Either, self._every, lambda ahead: ahead == "OR")

    def _every(self) -> Query:
        return self._joined(Every, self._part, lambda ahead: ahead not in (None, ")", "OR"))

    def _joined(
        self, kind: type[Either | Every], part: Callable[[], Query], goes_on: Callable[[str | None], bool]
    ) -> Query:
        parts = [part()]
        while goes_on(self.ahead):
            self.place += self.ahead in ("AND", "OR")
            parts.append(part())
        return parts[0] if len(parts) == 1 else kind(tuple(parts))

    def _part(self) -> Query:
        ahead = self.ahead
        if ahead in ("-", "NOT"):
            return Not(self._deeper(self._part))
        if ahead == "(":
            inner = self._deeper(self.either)
            if self.ahead != ")":
                raise BadQuery("An opening parenthesis ( has no closing one.")
            self.place += 1
            return inner
        if ahead is None or ahead in (")", "AND", "OR"):
            raise BadQuery(_missing(ahead))
        self.place += 1
        return self._words(ahead)

    def _deeper(self, read: Callable[[], Query]) -> Query:
        self.place += 1
        self.depth += 1
        if self.depth > DEEPEST:
            raise BadQuery(f"The query is nested deeper than {DEEPEST} times.")
        found = read()
        self.depth -= 1
        return found

    def _words(self, written: str) -> Words:
        if written == '"':
            raise BadQuery('A quotation mark " has no closing one.')
        begins = written.endswith("*")
        if "*" in written.removesuffix("*"):
            raise BadQuery(f"In {written} a * stands elsewhere than at the end of a word.")
        found = folded(written)
        self.words += len(found)
        if not found:
            raise BadQuery(f"{written} has no letter or digit to look for.")
        if self.words > MOST_WORDS:
            raise BadQuery(f"A query has at most {MOST_WORDS} words.")
        return Words(tuple(found), begins)


def _missing(ahead: str | None) -> str:
    if ahead is None:
        return "The query ends where a word is missing."
    return f"A word is missing before {ahead}."
