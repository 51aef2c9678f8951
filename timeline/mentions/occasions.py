"""What the text itself dates: "The invasion began on 24 February 2022" gives a date to "the invasion"."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from timeline.algebra.calendar import Stretch
from timeline.grammar.context import Occasions, Tenses
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity
from timeline.mentions.nouns import Noun, dates, noun

_BACK = 12
_KEPT = 50


class Occasion(NamedTuple):
    """An occasion with its date, or the first and the last of a range; ``begins``: only its beginning was dated."""

    noun: Noun
    first: Stretch
    last: Stretch
    begins: bool

    def from_which(self, way: int) -> Stretch | None:
        """The end to count from; ``None`` where it is not told, as that of a war that began in some year."""
        if way > 0 and self.begins and self.last.granularity >= Granularity.YEAR:
            return None
        return self.last if way > 0 else self.first


class Dated:
    """The occasions that a text has dated so far."""

    def __init__(self, terms: Occasions, tenses: Tenses) -> None:
        self.terms, self.tenses = terms, tenses
        self.occasions: deque[Occasion] = deque(maxlen=_KEPT)
        self.open = False

    def note(self, words: Words, found: Found, date: Stretch, closes: bool) -> None:
        """Keeps what the date belongs to; one that closes a range is the last day of what its first one belongs to."""
        if closes and self.open:
            self.occasions[-1] = self.occasions[-1]._replace(last=date, begins=False)
        elif not closes:
            named = self._before(words, found) or self._behind(words, found)
            if named is not None:
                phrase, begins = named
                self.occasions.append(Occasion(phrase, date, date, begins))
            self.open = named is not None

    def find(self, phrase: Noun) -> Occasion | None:
        """The one occasion of that name; ``None`` for an unknown one and where several have it."""
        same = [o for o in self.occasions if o.noun.head == phrase.head and phrase.modifiers <= o.noun.modifiers]
        return same[-1] if same and all(o.first.value == same[-1].first.value for o in same) else None

    def _before(self, words: Words, found: Found) -> tuple[Noun, bool] | None:
        """ "the invasion on …", "the invasion of the coast began in …", "the war (…": the outermost phrase."""
        for place in range(found.first - 1, max(found.first - _BACK, -1), -1):
            if words.words[place] not in self.terms.articles or words.words[place - 1] in self.terms.inner:
                continue
            phrase = noun(words, place, self.terms)
            if phrase is None or not dates(words, phrase.end, found.first, self.terms, self.tenses):
                return None
            return phrase, not self.terms.begins.isdisjoint(words.words[phrase.end : found.first])
        return None

    def _behind(self, words: Words, found: Found) -> tuple[Noun, bool] | None:
        """ "Monday's attack", "the 2003 invasion"."""
        place = found.last
        if place + 1 >= len(words.words):
            return None
        owned = words.words[place] == "s" and words.gap(place) == "'"
        named = owned or (found.first > 0 and words.words[found.first - 1] in self.terms.articles)
        place += owned
        if not named or place >= len(words.words) or words.gap(place) != " ":
            return None
        return Noun(words.words[place], frozenset(), place + 1), False
