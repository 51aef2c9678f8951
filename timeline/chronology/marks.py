"""What a report says, in two numbers: by them most of those that share words are seen to tell of two happenings.

What they rule out, `timeline.chronology.likeness` rules out, too; what they do not, it decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from timeline.chronology.likeness import ALIKE, LEAST_STRANGE
from timeline.chronology.numbers import word_number
from timeline.chronology.spots import LOOKED_UP, asked, level_of, numbers
from timeline.chronology.times import TIMES, times, times_at
from timeline.chronology.trace import Timed, Trace, longest, weight

_WEIGHTS, _NAMES, _WORDS = 6, 16, 62
_NAME_AT = TIMES + _WEIGHTS
_HEAVIEST, _MOST_NAMES = (1 << _WEIGHTS) - 1, (1 << _NAMES) - 1
_NAMELESS = 0
FOLDED = _WORDS - TIMES
_OF_WORDS = ((1 << FOLDED) - 1) << TIMES


class Mark(NamedTuple):
    """``facts`` are bits of the time, the weight of the line, and a number for one of the names; ``words`` has bits of
    all words. Both are below 2**62.
    """

    facts: int
    words: int


Judge = Callable[[int, int], bool]
"""Whether facts and words may be those of a report of the same happening."""


def mark(trace: Trace) -> Mark:
    named = _name(longest(trace.names)[0]) if trace.names else _NAMELESS
    heavy = min(_halves(trace.weight), _HEAVIEST)
    return Mark(times(trace.timed) | heavy << TIMES | named << _NAME_AT, _bits(trace.words))


def sought(trace: Trace) -> dict[int, int]:
    """Where a report is looked for, and bits of which every mark there that is not ruled out has some: `TIMES` of its
    time, and above these some of its words, of which two bits are one from the bit `FOLDED` on. Below 2**62.

    Others share one more key than that of the spot.
    """
    words = _besides(trace.keys)
    return {place + number: times | others for place, times in _places(trace.timed) for number, others in words}


@lru_cache(maxsize=4096)
def _places(timed: Timed) -> list[tuple[int, int]]:
    """Where anything of that time is looked for, and bits of its time there."""
    places = asked(timed)
    times = {level: times_at(timed, level) for level in set(map(level_of, places))}
    return [(place, times[level_of(place)]) for place in places]


def _besides(keys: tuple[str, ...]) -> list[tuple[int, int]]:
    """The number of each key that is looked up, and bits of all others: any, where two of them have the same."""
    found = numbers(keys)
    bits = [1 << number % _WORDS % FOLDED + TIMES for number in found]
    every = sum(bits)
    if every.bit_count() < len(bits):
        return [(number, _OF_WORDS) for number in found[:LOOKED_UP]]
    return [(number, every - bit) for number, bit in zip(found[:LOOKED_UP], bits, strict=False)]


def judge(trace: Trace) -> Judge:
    own, names, named = _halves(trace.weight), _bits(trace.names), {_NAMELESS, *map(_name, trace.words)}
    head, head_long, head_unseen = _seen(trace.head)
    whole, whole_long, whole_unseen = _seen(trace.words)

    def may(facts: int, words: int) -> bool:
        heavy = facts >> TIMES & _HEAVIEST
        mine = (head & words).bit_count() + (head_long & words).bit_count() + head_unseen
        theirs = (whole & words).bit_count() + (whole_long & words).bit_count() + whole_unseen
        shared, both = mine + min(theirs, heavy), own + heavy
        if shared < ALIKE * both or heavy == _HEAVIEST:
            return heavy == _HEAVIEST
        strange = names & ~words and facts >> _NAME_AT not in named
        return not strange or shared >= LEAST_STRANGE * both

    return may


def _seen(words: Iterable[str]) -> tuple[int, int, int]:
    """Bits for words, each half a word of those that are shared, and the halves that have no bit of their own."""
    given = list(words)
    every, long = _bits(given), _bits(word for word in given if weight((word,)) == 1)
    return every, long, _halves(weight(given)) - every.bit_count() - long.bit_count()


def _halves(weight: float) -> int:
    return round(2 * weight)


def _name(word: str) -> int:
    return 1 + (word_number(word) >> 8) % _MOST_NAMES


def _bits(words: Iterable[str]) -> int:
    found = 0
    for number in map(word_number, words):
        found |= 1 << number % _WORDS
    return found
