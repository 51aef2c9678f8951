"""What a language tells about the words around an expression; the stages that read them are in ``mentions``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Tenses:
    """Verb forms of a language: words that look ahead or back, endings of regular past forms, and exceptions.

    ``leads`` stand right before a time that is still to come (by, until) unless a word of ``perfect`` (had) does
    so before them; ``fillers`` may stand between the two.
    ``promises`` make an ``infinitive`` look ahead ("due to begin"); a lead behind one of the ``spans`` ends a time
    told of ("the months through June"). Right behind one of the ``backs`` ("since") a time is over. ``earliest``: a
    word around one of some others looks ahead ("as early as Tuesday"), and so do the words of ``latest``, the last one
    first ("no later than"), where no word of ``perfect`` is; ``relatives`` begin a clause whose verb tells
    nothing of the time before it. A ``sure`` word near the time outweighs how far that then lies ("will go in
    December" on New Year's Day). What one of the ``denials`` says was not ``possible`` is over ("could not be found").
    """

    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    not_past: frozenset[str]
    leads: frozenset[str]
    fillers: frozenset[str]
    perfect: frozenset[str]
    infinitive: str
    promises: frozenset[str]
    spans: frozenset[str] = frozenset()
    backs: frozenset[str] = frozenset()
    earliest: tuple[str, frozenset[str]] = ("", frozenset())
    latest: tuple[str, ...] = ()
    relatives: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Doubts:
    """A language's doubtful words and what stands before them when they are times.

    ``names`` are also something else (May, fall): each with the words that dispel the doubt right before it;
    ``leads`` do so for numbers that would be years long past or far ahead; right behind one of the ``amounts``, as
    behind a number, one unit of time is a rate ("two million a year").

    ``given`` are also given names, where a capital follows and none of their words stands before; ``titles`` are words
    that names of programmes end with, ``papers`` those that newspapers are called by, and ``openers`` say nothing of
    time at the beginning of a sentence before a comma. A number before names and one of the ``streets`` is an address.
    """

    names: Mapping[str, frozenset[str]]
    leads: frozenset[str]
    amounts: frozenset[str] = frozenset()
    given: Mapping[str, frozenset[str]] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Occasions:
    """Words around nouns that times are counted from ("two weeks after the invasion", "within a month of the coup").

    ``articles`` begin such a noun phrase, ``inner`` go on with it, ``dating`` lead from it to its date, at times over a
    verb of ``happens``; of those, ``begins`` date the beginning only. ``relative`` and ``auxiliaries`` stand before the
    verb; ``pronouns`` end the phrase, and ``subjects`` begin a clause that nobody dated ("the day before she left").
    """

    after: frozenset[str] = _NONE
    before: frozenset[str] = _NONE
    within: frozenset[str] = _NONE
    articles: frozenset[str] = _NONE
    inner: frozenset[str] = _NONE
    dating: frozenset[str] = _NONE
    happens: frozenset[str] = _NONE
    begins: frozenset[str] = _NONE
    relative: frozenset[str] = _NONE
    auxiliaries: frozenset[str] = _NONE
    pronouns: frozenset[str] = _NONE
    subjects: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class Links:
    """A language's words: ``until``, ``through`` and dashes join two times to a range, ``both`` does after ``between``.

    ``since``, ``until``, ``by`` and, before days, ``through`` open the interval of a single time right behind them
    towards the publication; ``ahead`` ("in") and ``within`` place a length of time ahead, ``ago`` places it back ("vor
    drei Wochen").
    """

    since: frozenset[str]
    until: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    between: frozenset[str]
    both: frozenset[str]
    ahead: frozenset[str]
    within: frozenset[str]
    ago: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    occasions: Occasions = Occasions()
