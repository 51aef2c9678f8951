"""Lengths of time, and times that lie a length away: ago, later, from now, after a date."""

from __future__ import annotations

from dataclasses import replace

from timeline.algebra import vague
from timeline.algebra.distance import Moved, YearsAway
from timeline.algebra.lengths import Count, Period
from timeline.algebra.meaning import Meaning, Modified, Reach
from timeline.algebra.operators import PUBLICATION, STORY, Expression, Last, Next, This
from timeline.algebra.parts import FirstUnits
from timeline.algebra.repeating import Repeating, Unit
from timeline.interval import Granularity as G
from timeline.languages.english.spans import bare_name
from timeline.languages.english.spans import year as calendar_year
from timeline.languages.english.words import Which, en

Counted = tuple[Count]
en.words("ago", {"ago": -1, "back": -1}, hot=False)
en.words("hence", {"from now|hence": 1}, hot=False)
en.words("beyond", {"later|afterwards|afterward|thereafter": 1, "earlier|previously": -1}, hot=False)
en.words("side", {"after|following|from": 1, "before|prior to|ahead of": -1}, hot=False)
en.words("long", {"long": None}, hot=False)
en.words("early_years", {"first|early|last|final|intervening|following|closing": None}, hot=False)
en.words("first_or_last", {"first": 1, "final|closing|opening": -1}, hot=False)
en.words(
    "ordinary",
    {"trading|working|business|calendar|straight|consecutive|full|whole|more|further|additional|long|short": None},
    hot=False,
)
en.words("fortnight", {"fortnight": G.WEEK})


@en.phrase("lengths", "{count} ({ordinary} )?{units}", "{count}~{units}")
def counted_units(count: Counted, units: G, ordinary: None = None) -> Period:
    return Period(units, count[0])


@en.phrase("length", "{lengths}", "{lengths} or so")
def several_units(lengths: Period) -> Period:
    return lengths


@en.phrase("length", "{count}( |-){unit}")
def counted_unit(count: Counted, unit: G) -> Period | None:
    return Period(unit, count[0]) if count[0] is not None else None


@en.phrase("length", "(a|an|one)+({ordinary} )?{unit}")
def one_unit(unit: G, ordinary: None = None) -> Period | None:
    return Period(unit, 1) if unit not in (G.SECOND, G.QUARTER, G.WEEKEND) else None


@en.phrase("length", "(a|one) {unit} or (so|two)")
def one_or_two(unit: G) -> Period | None:
    return Period(unit, 1, "EQUAL_OR_MORE") if unit != G.SECOND else None


@en.phrase("length", "{unstated:several}-{unit}", "multi-{unit}", "multi{unit}")
def several_unit(unit: G, several: None = None) -> Period:
    return Period(unit)


@en.phrase("length", "{unit}-{long}")
def unit_long(unit: G, long: None) -> Period:
    return Period(unit, 1)


@en.phrase("length", "a quarter( of a)? {century}", "quarter {century}")
def quarter_century(century: G) -> Period:
    return Period(century, 0.25)


en.words("century", {"century": G.CENTURY}, hot=False)


@en.phrase("length", "half (a|an) {unit}", "(a )?half {unit}")
def half_unit(unit: G) -> Period | None:
    return Period(unit, 0.5) if unit in (G.HOUR, G.DAY, G.YEAR, G.DECADE, G.CENTURY) else None


@en.phrase("length", "(a|an|one) {unit} and {fraction}")
def unit_and_fraction(unit: G, fraction: float) -> Period:
    return Period(unit, 1 + fraction)


@en.phrase("length", "(a|one) {fortnight}", "{count} {fortnight}s")
def fortnight(fortnight: G, count: Counted = (1,)) -> Period:
    return Period(fortnight, None if count[0] is None else count[0] * 2)


@en.phrase(
    "length",
    "{count:first} {units} and {count} {units:finer}",
    "(a|an|one) {unit:units} and {count} {units:finer}",
    "{count:first} {units},? {count} {units:finer}",
    "{count:first} {unit:units},? (and )?{count} {units:finer}",
)
def compound(units: G, count: Counted, finer: G, first: Counted = (1,)) -> Period | None:
    return Period(units, first[0], None, Period(finer, count[0])) if finer < units else None


@en.phrase(
    "length",
    "{count:low} (to|or) {count} {units}",
    "{count:low}-{count} {units}",
    "{count:low} and {count} {units}",
)
def between_counts(count: Counted, units: G, low: Counted) -> Period:
    return Period(units, count[0])


@en.rule(
    (
        "{length}",
        "{length}-{long}",
        "{length} or so",
        "(the|these) {lengths:length}",
        "(the )?{first_or_last} {lengths:length}",
    ),
    {
        "They spoke for [two hours].": "PT2H",
        "It took [a week].": "P1W",
        "A [three-month] truce held.": "P3M",
        "He served [two and a half years].": "P2Y6M",
        "It lasted [half an hour].": "PT30M",
        "It went on for [several days].": "PXD",
        "She waited [a year and six months].": "P1Y6M",
    },
)
def length(length: Period, long: None = None, first_or_last: int = 1) -> Period | None:
    return None if length.granularity is G.QUARTER else length


_TAIL = "{lengths} <of ({year}|{month}|the {whole}|{this_or_that} {whole})>"


@en.rule(
    (f"(the )?{{first_or_last}} {_TAIL}", f"(the )?{{last_one:first_or_last}} {_TAIL}"),
    {
        "Sales fell in [the first three months] of 2024.": "2024-01-01/2024-03-31",
        "It rained in [the last two weeks] of May.": "2026-05-18/2026-05-31",
        "It rose in [the first nine months] of the year.": "2026-01-01/2026-09-30",
    },
)
def first_units(
    first_or_last: int,
    lengths: Period,
    year: int | None = None,
    month: Repeating | None = None,
    whole: G = G.YEAR,
    this_or_that: Which = This,
) -> Expression | None:
    if not isinstance(lengths.count, int) or lengths.rest or lengths.granularity not in (G.DAY, G.WEEK, G.MONTH):
        return None
    named = calendar_year(year) if year is not None else bare_name(month) if month is not None else None
    return FirstUnits(lengths, named or this_or_that(Unit(whole)), first_or_last < 0)


en.words("this_or_that", {"this|the same": This, "last": Last, "next": Next}, hot=False)


@en.rule(
    (
        "{units}",
        "{units}-{long}",
        "the {early_years} {units}",
        "<over|through> the {units}",
        "{units} (or|and) {units:longer}",
    ),
    {"He has pushed for [months].": "PXM", "It took [decades].": "PXY"},
)
def unstated_length(units: G, long: None = None, early_years: None = None, longer: G | None = None) -> Period | None:
    return Period(units) if units not in (G.SECOND, G.QUARTER, G.SEASON, G.WEEKEND) else None


@en.rule(
    ("{hedge} {length}", "{hedge} (the )?{backward:way} {length}"),
    {"It took [more than a decade].": "P10Y", "He waited [about three weeks].": "P3W"},
)
def hedged_length(hedge: str, length: Period, way: int = 0) -> Period | None:
    if length.granularity is G.QUARTER:
        return None
    return Period(length.granularity, length.count, hedge, length.rest)


@en.rule(
    (
        "(the )?{backward} {length}",
        "(the )?{forward} {length}",
        "(these )?{backward} {length}",
        "(the )?{backward} {half_more:length}",
        "(the )?{forward} {half_more:length}",
    ),
    {"Over [the past two months] it fell.": "P2M", "In [the next five years] it grows.": "P5Y"},
)
def stretch_of_time(length: Period, backward: int = 0, forward: int = 0) -> Meaning | None:
    return vague.stretching(length, backward or forward or -1)


@en.rule(
    ("(the )?(coming|next) {units}", "(the )?{units} (ahead|to come)"),
    {"It could come in [the coming weeks].": "FUTURE_REF", "[the days ahead]": "FUTURE_REF"},
)
def coming(units: G) -> Reach:
    return vague.coming(units)


@en.phrase("half_more", "{unit} and {fraction}")
def half_more(unit: G, fraction: float) -> Period | None:
    return Period(unit, 1 + fraction) if unit >= G.HOUR else None


@en.rule("(the )?past {unit}", {"It grew in [the past decade].": "P10Y"})
def past_unit(unit: G) -> Reach | None:
    return vague.stretching(Period(unit, 1), -1) if unit >= G.WEEK else None


@en.rule("{past} {units}", {"It failed in [past years].": "PAST_REF"})
def past_units(past: None, units: G) -> Reach:
    return replace(vague.recent(units), value="PAST_REF")


en.words("past", {"past": None}, hot=False)


@en.rule("<for> {untold_length}", {"It will stay for [a while].": "PXD"})
def untold_length(untold_length: None) -> Period:
    return Period(G.DAY)


en.words(
    "untold_length",
    {
        "a while|quite a while|a little while|some time|quite some time|a long time|a short time": None,
        "an indefinite period|an undetermined period|an unspecified period|an extended period|a lengthy period": None,
        "an indefinite period of time|an undetermined period of time|an unspecified period of time": None,
        "an extended period of time|a long period of time|a short period of time": None,
    },
)


@en.rule("(the )?{forward} {few} {units}", {"More is due in [the next few days].": "PXD"})
def next_few(forward: int, few: None, units: G) -> Reach:
    return vague.next_few(units)


@en.rule(
    (
        "(the )?(more |most )?{lately} {units}",
        "{lately} {units} (and|or) {units:longer}",
        "(the )?{backward} {few} {units}",
    ),
    {"It rose in [recent months].": "PXM", "In [the past few days] he left.": "PXD"},
)
def recent(units: G, lately: None = None, backward: int = -1, few: None = None, longer: G | None = None) -> Reach:
    return vague.recent(units)


en.words("lately", {"recent": None})
en.words("few", {"few|couple|couple of|several|many|some": None}, hot=False)


@en.rule(
    "(a |some |just a |only a )?(few|couple|couple of|several) {units} {time}",
    {"We meet in [a few days time] in Rome.": "FUTURE_REF", "We meet in [a few weeks' time].": "FUTURE_REF"},
)
def few_units_time(units: G, time: None) -> Reach:
    return vague.ahead(units)


en.words("time", {"time": None}, hot=False)


@en.rule(
    ("{length}( |'|'s )?{time}", "{length}'s {time}", "{length} {hence}"),
    {"We meet in [two weeks' time].": "2026-W49", "It ends [three years from now].": "2029"},
)
def from_now(length: Period, time: None = None, hence: int = 1) -> Meaning | None:
    return _away(length, 1, PUBLICATION)


@en.rule(
    ("{length} {ago}", "{hedge} {length} {ago}"),
    {
        "He left [three weeks ago].": "2026-W44",
        "It began [two years ago].": "2024",
        "She quit [five days ago].": "2026-11-13",
        "It fell [several weeks ago].": "PAST_REF",
        "It closed [about three weeks ago].": "2026-W44",
    },
)
def ago(length: Period, ago: int, hedge: str | None = None) -> Meaning | None:
    return _hedged(_away(length, -1, PUBLICATION), hedge)


@en.rule(
    ("{length} {ago} {near}", "{length} {ago} {this_unit:near}"),
    {"It burned down [a year ago today].": "2025-11-18", "It opened [ten years ago this week].": "2016-W46"},
)
def ago_to_the_day(length: Period, ago: int, near: Expression) -> Meaning | None:
    return _away(length, ago, near)


@en.phrase("this_unit", "this {unit}")
def this_unit(unit: G) -> Expression | None:
    return This(Unit(unit)) if unit > G.DAY else None


@en.rule(
    ("this time last {unit}", "this time a {unit} ago"),
    {"It was cheaper [this time last year].": "2025-11-18"},
)
def this_time_last(unit: G) -> Modified | None:
    return Modified(Moved(unit, -1, keep=True), "APPROX") if unit >= G.WEEK else None


@en.rule("this time next {unit}", {"We meet [this time next week].": "2026-11-25"})
def this_time_next(unit: G) -> Modified | None:
    return Modified(Moved(unit, 1, keep=True), "APPROX") if unit >= G.WEEK else None


@en.rule(
    ("{units} {ago}",),
    {"It fell [weeks ago].": "PAST_REF"},
)
def unstated_ago(units: G, ago: int) -> Reach:
    return vague.ago(units)


@en.rule(
    ("{length}+{beyond}", "{hedge} {length}+{beyond}", "{units:length}+{beyond}"),
    {"[Two days later] he quit.": "2026-11-20", "[A year earlier] it was half.": "2025"},
)
def beyond(length: Period | G, beyond: int, hedge: str | None = None) -> Meaning | None:
    length = length if isinstance(length, Period) else Period(length)
    return _hedged(_away(length, beyond, STORY), hedge)


@en.rule(
    ("{length} {side} {date}", "{length} {side} {a_year:date}", "{length} {side} {near:date}"),
    {"It ended [two weeks after 24 February 2022].": "2022-03-10"},
)
def away_from_date(length: Period, side: int, date: Expression) -> Meaning | None:
    return _away(length, side, date)


def _away(length: Period, way: int, base: Expression) -> Meaning | None:
    """The unit a counted length away; vague where nobody counted; declined where a fraction has no unit."""
    if length.count is None:
        return vague.ago(length.granularity) if way < 0 else vague.ahead(length.granularity)
    if length.granularity in (G.YEAR, G.DECADE) and base in (PUBLICATION, STORY) and length.count == 1:
        return YearsAway(way * (10 if length.granularity is G.DECADE else 1), base)
    if length.count != int(length.count) or length.rest is not None or length.count > 5000:
        return None
    exact = base is not PUBLICATION and (base is not STORY or length.granularity <= G.WEEK)
    return Moved(length.granularity, way * int(length.count), base, keep=exact)


def _hedged(meaning: Meaning | None, hedge: str | None) -> Meaning | None:
    return Modified(meaning, "APPROX") if hedge and isinstance(meaning, Moved | YearsAway) else meaning
