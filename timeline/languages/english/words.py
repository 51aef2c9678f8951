"""English words of time and what they stand for. A surface with a capital counts only when it has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from timeline.algebra.hours import PartOfDay
from timeline.algebra.operators import STORY, Expression, Last, Next, This
from timeline.algebra.repeating import Month, Repeating, Season, Weekday
from timeline.grammar.rules import Grammar
from timeline.interval import Granularity as G
from timeline.languages.english.links import LINKS
from timeline.languages.english.tense import DOUBTS, TENSES

en = Grammar("en", TENSES, DOUBTS, LINKS)
Which = Callable[[Repeating], Expression]

en.words(
    "weekday",
    {
        "monday|mon.": Weekday(1),
        "tuesday|tues.|tue.": Weekday(2),
        "wednesday|weds.|wed.": Weekday(3),
        "thursday|thurs.|thur.|thu.": Weekday(4),
        "friday|fri.": Weekday(5),
        "saturday": Weekday(6),
        "sunday": Weekday(7),
    },
)
_DAYS = "mondays tuesdays wednesdays thursdays fridays saturdays sundays"
en.words("weekdays", {day: number for number, day in enumerate(_DAYS.split(), 1)})
en.words("short_weekday", {"Sat.": Weekday(6), "Sun.": Weekday(7)}, hot=False)
en.words(
    "month",
    {
        "january|jan.": Month(1),
        "february|feb.": Month(2),
        "March|Mar.": Month(3),
        "april|apr.": Month(4),
        "May": Month(5),
        "june|jun.": Month(6),
        "july|jul.": Month(7),
        "august|aug.": Month(8),
        "september|sept.|sep.": Month(9),
        "october|oct.": Month(10),
        "november|nov.": Month(11),
        "december|dec.": Month(12),
    },
)
en.words("season", {"winter|wintertime": Season(12), "summer|summertime": Season(6), "autumn": Season(9)})
en.words(
    "plain_season",
    {"spring": Season(3), "fall": Season(9), "winter": Season(12), "summer": Season(6), "autumn": Season(9)},
)
NIGHT = PartOfDay("NI", 18, 24)
SMALL_HOURS = PartOfDay("MO", 0, 6)
en.words(
    "part",
    {
        "morning": PartOfDay("MO", 6, 12),
        "afternoon": PartOfDay("AF", 12, 18),
        "evening": PartOfDay("EV", 18, 22),
        "night": NIGHT,
    },
)
en.words(
    "hour_of_light",
    {
        "dawn|daybreak|first light|sunrise": PartOfDay("MO", 4, 9),
        "dusk|nightfall|sunset|sundown|twilight": PartOfDay("EV", 16, 22),
        "lunchtime|lunch time": PartOfDay("MI", 12, 14),
    },
)
en.words(
    "unit",
    {
        "second": G.SECOND,
        "minute|min": G.MINUTE,
        "hour|hr": G.HOUR,
        "day": G.DAY,
        "weekend": G.WEEKEND,
        "week": G.WEEK,
        "month": G.MONTH,
        "quarter": G.QUARTER,
        "year": G.YEAR,
        "decade": G.DECADE,
        "century": G.CENTURY,
        "millennium": G.MILLENNIUM,
    },
)
en.words(
    "units",
    {
        "seconds|secs": G.SECOND,
        "minutes|mins": G.MINUTE,
        "hours|hrs": G.HOUR,
        "days|nights": G.DAY,
        "weekends": G.WEEKEND,
        "weeks": G.WEEK,
        "months": G.MONTH,
        "quarters": G.QUARTER,
        "seasons": G.SEASON,
        "years": G.YEAR,
        "decades": G.DECADE,
        "centuries": G.CENTURY,
        "millennia": G.MILLENNIUM,
    },
)
en.words(
    "which",
    {
        "last|this past|this last": Last,
        "previous|preceding": partial(Last, base=STORY),
        "this|current": This,
        "next|coming|this coming": Next,
        "following": partial(Next, base=STORY),
    },
    hot=False,
)
en.words("backward", {"last|past|previous|preceding|latest": -1}, hot=False)
en.words("forward", {"next|coming|following": 1}, hot=False)
en.words("sooner", {"earlier|early": "START", "later|late": "END"}, hot=False)
en.words(
    "third",
    {
        "early|early in|the beginning of|the start of|the very beginning of|the opening of": "START",
        "the early part of|the first part of|early to mid|early-to-mid": "START",
        "mid|the middle of|middle of|midway through|the middle part of": "MID",
        "late|late in|the end of|the very end of|the close of|end of": "END",
        "the latter part of|the last part of|mid-to-late|mid to late": "END",
    },
    hot=False,
)

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
en.words("ones", {word: n for n, word in enumerate((_ONES + " eighteen nineteen").split(), 1)}, hot=False)
en.words("tens", {word: n for n, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}, hot=False)
en.words("scale", {"hundred": 100, "thousand": 1000, "million": 1_000_000}, hot=False)
en.words("dozen", {"dozen": 12, "a dozen": 12, "half a dozen|half dozen": 6}, hot=False)
en.words("fraction", {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}, hot=False)
en.words("suffix", {"st|nd|rd|th": None}, hot=False)
en.words(
    "unstated",
    {
        "a few|few|several|some|many|a number of|numerous|various|a handful of|several more|a good few|multiple": None,
        "tens of|dozens of|hundreds of|thousands of|scores of": None,
    },
    hot=False,
)
en.words("pair", {"a couple of|a couple|couple of|a pair of": 2}, hot=False)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_MORE = "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
en.words("ordinal", {word: n for n, word in enumerate((_ORDINALS + " " + _MORE).split(), 1)}, hot=False)
en.words("last_one", {"last|final|closing|latter": -1}, hot=False)
en.words(
    "hedge",
    {
        "approximately|roughly|circa|about|around": "APPROX",
        "more than|upwards of|in excess of": "MORE_THAN",
        "less than|fewer than|nearly|almost": "LESS_THAN",
        "at least|no less than|not less than|a minimum of": "EQUAL_OR_MORE",
        "at most|up to|no more than|not more than|as much as|as many as": "EQUAL_OR_LESS",
    },
    hot=False,
)
