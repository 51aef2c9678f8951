"""One telling of a text: each expression resolved where it stands, by the dates told before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from timeline.algebra.calendar import Stretch, unit
from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Meaning
from timeline.algebra.needs import PERIOD, SCENE, STORY, TENSE, needs
from timeline.algebra.operators import Anchors, Scene
from timeline.algebra.parts import Closing, Within
from timeline.grammar.rules import Grammar
from timeline.grammar.tokens import Words
from timeline.grammar.window import Found
from timeline.interval import Granularity
from timeline.mentions.counted import from_occasion
from timeline.mentions.directed import after, before
from timeline.mentions.figures import Order
from timeline.mentions.impossible import impossible
from timeline.mentions.links import joined, opened, placeable, placed
from timeline.mentions.live import alone
from timeline.mentions.narrative import stays
from timeline.mentions.occasions import Dated
from timeline.mentions.resolve import Reference, resolved
from timeline.mentions.tense import direction
from timeline.mentions.thread import Told
from timeline.mentions.topics import of_topic
from timeline.model import Impossible, Timex, When

_Parts = Within | Closing
_PERIODS = (Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)
_HALF = 6
"""Months told of together ("the nine months") from which comparisons are no longer those of a quarter."""
_NEARBY = 400
"""How many characters a day told lends itself to the clock times after it."""


class Telling:
    """Remembers the date that the text has come to; a ``story`` has found that out before."""

    def __init__(self, grammar: Grammar, reference: Reference, story: list[Told | None], order: Order) -> None:
        self.grammar, self.reference, self.order = grammar, reference, order
        self.narrative, self.thread = False, iter(story)
        self.story = self.publication = self.heading = reference.day
        self.period: Stretch | None = None
        self.dated = Dated(grammar.links.occasions, grammar.tenses)
        self.told: tuple[Stretch, Words | None, int] = (self.publication, None, 0)

    def timexes(self, words: Words, ones: list[Found], at: int) -> Iterator[Timex | Impossible]:
        """``at`` is where the words begin in the text that offsets count from."""
        before: Found | None = None
        links, dotted = self.grammar.links, self.grammar.matcher.dotted
        for found in ones:
            closes = before is not None and joined(links, words, before, found, dotted)
            timex = self._timex(words, found, closes, at)
            before = found if isinstance(timex, Timex) else None
            if timex is not None:
                yield timex

    def _timex(self, words: Words, found: Found, closes: bool, at: int) -> Timex | Impossible | None:
        step = next(self.thread)
        self.narrative = step is not None
        if step is not None:
            found, self.story = found._replace(meaning=step.meaning), step.story
        found = of_topic(words, from_occasion(words, found, self.grammar.links, self.dated), self.dated)
        start, end = words.starts[found.first], words.ends[found.last - 1]
        end += self._dot(words, found.last - 1)
        lead = words.words[found.first - 1] if found.first else ""
        meaning = self._meant(found, lead, closes)
        anchors = self._anchors(words, found, meaning, lead)
        try:
            when = resolved(meaning, anchors, words.text[start:end], self.reference.zone)
        except OverflowError:
            return impossible(meaning, anchors, at + start, words.text[start:end])
        if isinstance(meaning, Period) and meaning.granularity is Granularity.MONTH and (meaning.count or 0) >= _HALF:
            self.period = None
        if when.interval is not None and when.granularity >= Granularity.DAY and not when.approximate:
            self.dated.note(words, found, Stretch(when.interval, when.granularity, when.timex.value), closes)
        if not stays(meaning):
            self._go_on(when, words, end, isinstance(meaning, _Parts) and isinstance(meaning.whole, Scene))
        if not self.narrative and not closes and found.first:
            when = opened(when, lead, self.grammar.links, self.publication)
            when = placed(when, meaning, lead, anchors, self.grammar.links)
        return Timex(start=at + start, end=at + end, when=when, rule=found.rule, closes=closes)

    def _meant(self, found: Found, lead: str, closes: bool) -> Meaning:
        """What ends a range lies after its beginning, what something has lasted since lies before."""
        meaning = cast("Meaning", found.meaning)
        if self.narrative:
            return meaning
        if closes:
            return after(meaning)
        return before(meaning) if lead in self.grammar.links.since else meaning

    def _anchors(self, words: Words, found: Found, meaning: Meaning, lead: str) -> Anchors:
        """What the meaning asks for; in place of the rest stands what is the same for all, so that equal ones are."""
        asks, tense, cue = needs(meaning), 0, ""
        if asks & TENSE or (isinstance(meaning, Period) and placeable(lead, self.grammar.links)):
            dotted = self.grammar.matcher.dotted
            tense, cue = direction(words, found.first, found.last, self.grammar.tenses, dotted)
        return Anchors(
            self.publication,
            self.story if asks & STORY else self.publication,
            self._scene(words, words.starts[found.first]) if asks & SCENE else self.publication,
            self.period if asks & PERIOD else None,
            self.order.day_first,
            tense,
            cue,
            self.narrative,
            self.order.evidence,
        )

    def _dot(self, words: Words, place: int) -> int:
        """The dot of a dotted abbreviation belongs to it (``5 p.m.``), and that of an ordinal (``5.``)."""
        end, before = words.ends[place], words.text[words.starts[place] - 1 : words.starts[place]]
        own = before.isspace() if words.words[place].isdigit() else before == "."
        return int(own and words.words[place] in self.grammar.matcher.dotted and words.text[end : end + 1] == ".")

    def _scene(self, words: Words, start: int) -> Stretch:
        """The day told last, if that was in the same part of the text and not far back."""
        day, told_in, end = self.told
        if told_in is words and start - end < _NEARBY:
            return day
        return self.story if self.narrative else self.heading

    def _go_on(self, when: When, words: Words, end: int, borrowed: bool) -> None:
        """A date told is where the story has come to; vague ones, lengths and comparisons leave it where it was."""
        here = when.interval
        if here is None or here.start is None or here.end is None or when.approximate:
            return
        if not self.narrative:
            self.story = Stretch(here, max(when.granularity, Granularity.DAYPART), when.timex.value)
        if when.granularity in _PERIODS:
            self.period = Stretch(here, when.granularity, when.timex.value)
        if when.granularity <= Granularity.DAY and not borrowed:
            self.told = (unit(Granularity.DAY, here.start), words, end)
        if when.granularity is Granularity.DAY and alone(words.text, end - len(when.text), end):
            self.heading = unit(Granularity.DAY, here.start)
