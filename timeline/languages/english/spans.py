"""Weeks, months, seasons, quarters, halves, years and longer, by name and by distance."""

from __future__ import annotations

from datetime import datetime

from timeline.algebra.calendar import unit
from timeline.algebra.distance import Day
from timeline.algebra.meaning import Modified
from timeline.algebra.operators import STORY, Bare, Expression, Last, Next, This
from timeline.algebra.parts import Nth, Span, Within
from timeline.algebra.repeating import DayOfMonth, PartOfYear, Repeating, Unit
from timeline.algebra.written import Fixed, TwoYears, bygone
from timeline.interval import Granularity as G
from timeline.languages.english.words import Which, en

en.words("weekend", {"weekend": Unit(G.WEEKEND)})
en.words(
    "tone",
    {"tough|harsh|cold|hard|long|bitter|mild|hot|wet|dry|difficult|bleak|freezing|snowy|busy|crucial": None},
    hot=False,
)
en.words("quarter", {"quarter": G.QUARTER, "half": G.HALF})
en.words("quarter_letter", {"Q": G.QUARTER, "H": G.HALF})
_PARTS = {G.QUARTER: 4, G.HALF: 2}
en.words("financial", {"fiscal|financial|FY": None}, hot=False)
en.words(
    "campaign",
    {"season|campaign|academic year|school year|budget|fiscal year|financial year|budget year": None},
    hot=False,
)
en.words("era", {"BC|BCE|B.C.|B.C.E.": -1, "AD|CE|A.D.": 1})
en.words("century_word", {"century|centuries": None})
en.words(
    "decade_name",
    {
        f"{word}": n
        for n, word in zip(
            range(20, 100, 10),
            ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"],
            strict=True,
        )
    },
)
en.words("plural", {"s": None}, hot=False)
en.words("year_end", {"year end|year's end": DayOfMonth(31, 12)})
en.words("day_or_week", {"day": G.DAY, "week": G.WEEK})


_THIS_CENTURY = This(Unit(G.CENTURY))


def _fixed(granularity: G, year: int, month: int = 1) -> Expression:
    return Fixed(unit(granularity, datetime(year, month, 1)))


@en.phrase("a_year", "{year}", "(the )?{financial}~(year )?{year}", "the year {year}", "the {year} {financial} year")
def year(year: int, financial: None = None) -> Expression:
    return _fixed(G.YEAR, year)


@en.phrase("a_year", "{year_in_words:year}")
def spoken_year(year: int) -> Expression:
    return _fixed(G.YEAR, year)


@en.phrase("a_year", "(that|the same) year")
def that_year() -> Expression:
    return This(Unit(G.YEAR), STORY)


@en.phrase(
    "a_year",
    "(the )?{which} year( or so)?",
    "(the )?{which} {financial} year",
    "(the )?{which} calendar year",
    "(the )?past year",
)
def directed_year(which: Which = Last, financial: None = None) -> Expression:
    return which(Unit(G.YEAR))


@en.phrase("span", "(the )?{which} {unit}")
def directed_unit(which: Which, unit: G) -> Expression | None:
    return which(Unit(unit)) if unit > G.DAY else None


@en.phrase("span", "(the |this )?past {weekend:month}", "(the |this )?past {plain_season:month}")
def past_name(month: Repeating) -> Expression:
    return Last(month)


@en.phrase("span", "(the )?{which} {month}", "(the )?{which} {plain_season:month}")
def directed_name(which: Which, month: Repeating) -> Expression:
    return which(month)


@en.phrase("span", "{month}", "(the )?{season:month}", "(the )?{plain_season:month}")
def bare_name(month: Repeating) -> Expression:
    return Bare(month, lean=0.5, pull=0.2 if month.granularity is G.SEASON else 0.42)


@en.phrase("span", "(the )?{season} months", "(a|an) {tone} {season}", "(the )?{tone} {season} months")
def season_dressed(season: Repeating, tone: None = None) -> Expression:
    return Bare(season, lean=0.5, pull=0.2)


@en.phrase("a_short_year", "(in |of )?’{year2}")
def year_cut_short(year2: int) -> Expression:
    return short_year(year2)


@en.phrase("span", "{month} {a_short_year:a_year}", "(the )?{plain_season:month} {a_short_year:a_year}")
@en.phrase("span", "{month}( of|,)? {a_year}", "(the )?{plain_season:month}( of|,)? {a_year}")
def name_of_year(month: Repeating, a_year: Expression) -> Expression:
    return Within(month, a_year)


@en.phrase(
    "span",
    "(the )?{nth} {quarter}( (of|in))?,? {a_year}",
    "{a_year}'s {nth} {quarter}",
    "(the )?{a_year} {nth} {quarter}",
)
def part_of_year(nth: int, quarter: G, a_year: Expression) -> Expression | None:
    return Within(PartOfYear(quarter, nth), a_year) if nth <= (4 if quarter is G.QUARTER else 2) else None


@en.phrase("span", "(the )?{nth} {quarter} of {whole_of:a_year}")
def part_of_the_year(nth: int, quarter: G, a_year: Expression) -> Expression | None:
    return part_of_year(nth, quarter, a_year)


@en.phrase("whole_of", "the ({financial} |calendar )?{whole}")
def whole_of(whole: G, financial: None = None) -> Expression:
    return This(Unit(whole))


en.words("whole", {"year": G.YEAR}, hot=False)


@en.phrase("span", "(the )?({financial} )?{nth}+{quarter}", "(the )?{financial} {nth}-{quarter}")
def bare_quarter(nth: int, quarter: G, financial: None = None) -> Expression | None:
    return Bare(PartOfYear(quarter, nth), lean=0.95, pull=0.2) if nth <= (4 if quarter is G.QUARTER else 2) else None


@en.rule(
    ("<the|a|an> {nth}-{quarter}", "{nth}-{quarter}"),
    {"The [third-quarter] loss grew.": "2026-Q3"},
)
def quarterly(nth: int, quarter: G) -> Expression | None:
    return bare_quarter(nth, quarter)


@en.phrase(
    "span", "(the )?{last_one} {quarter}( (of|in))?,? {a_year}", "(the )?{last_one} {quarter} of {span_of:a_year}"
)
def last_part_of_year(last_one: int, quarter: G, a_year: Expression) -> Expression:
    return Nth(last_one, Unit(quarter), a_year)


@en.phrase(
    "span",
    "(the )?{last_one} {day_or_week:unit} of {span_of:span_name}",
    "the {nth} {day_or_week:unit} of {span_of:span_name}",
)
@en.phrase("span", "(the )?{last_one} {day_or_week:unit} of {span_name}", "the {nth} {day_or_week:unit} of {span_name}")
def day_of_span(unit: G, span_name: Expression, last_one: int = 1, nth: int | None = None) -> Expression:
    return Nth(nth or last_one, Unit(unit), span_name)


@en.phrase("span", "the week (of|beginning|starting|ending|ended)( on)? {date}", "{week}(-| )(ending|beginning) {date}")
def week_of_date(date: Expression, week: G = G.WEEK) -> Expression:
    return This(Unit(G.WEEK), date)


@en.phrase("span", "{quarter_letter}{int}( of|,)? {a_year}", "{int}{quarter_letter}( of|,)? {a_year}")
def quarter_figure(quarter_letter: G, int: int, a_year: Expression) -> Expression | None:  # noqa: A002
    return Within(PartOfYear(quarter_letter, int), a_year) if 1 <= int <= _PARTS[quarter_letter] else None


@en.phrase("span", "{quarter_letter}{int}", "{int}{quarter_letter}")
def bare_quarter_figure(quarter_letter: G, int: int) -> Expression | None:  # noqa: A002
    return Bare(PartOfYear(quarter_letter, int), lean=0.95, pull=0.2) if 1 <= int <= _PARTS[quarter_letter] else None


@en.phrase(
    "span",
    "(the )?({financial} (year )?)?{year}/{year2}",
    "(the )?{financial} (year )?{year}-{year2}",
    "(the )?{year}-{year2} {campaign}",
    "(the )?{year}/{year:other}( {campaign})?",
    "(the )?{year}/{year2} {campaign}",
)
def two_years(
    year: int, year2: int = -1, other: int = 0, financial: None = None, campaign: None = None
) -> Expression | None:
    if (year + 1) % 100 != year2 and year + 1 != other:
        return None
    half = PartOfYear(G.HALF, 2), PartOfYear(G.HALF, 1)
    return TwoYears(
        Within(half[0], _fixed(G.YEAR, year)), Within(half[1], _fixed(G.YEAR, year + 1)), f"{year}/{year + 1}"
    )


@en.phrase("span", "the (month|season) of {span_name}")
def the_month_of(span_name: Expression) -> Expression:
    return span_name


@en.phrase("span", "(the )?{weekend} of {date}")
def weekend_of_date(weekend: Repeating, date: Expression) -> Expression:
    return This(weekend, date)


@en.phrase("span", "the {unit} before last")
def before_last(unit: G) -> Expression | None:
    return Last(Unit(unit), 2) if unit > G.DAY else None


@en.phrase("span", "the {unit} after next")
def after_next(unit: G) -> Expression | None:
    return Next(Unit(unit), 2) if unit > G.DAY else None


@en.rule(
    "{year}-{year2}",
    {"He ruled in [1957]-60.": "1957", "He ruled in 1957-[60].": "1960"},
)
def years_to(year: int, year2: int) -> Expression | None:
    last = year // 100 * 100 + year2
    return Span(_fixed(G.YEAR, year), _fixed(G.YEAR, last)) if year < last else None


@en.rule("{year2}", {"He won in '[98].": "1998"})
def short_year(year2: int) -> Expression:
    return _fixed(G.YEAR, 1900 + year2 if year2 > 30 else 2000 + year2)


@en.phrase("span", "the {nth} week (of|in) {span_name}", "the {last_one:nth} week (of|in) {span_name}")
def week_of(nth: int, span_name: Expression) -> Expression:
    return Nth(nth, Unit(G.WEEK), span_name)


@en.phrase("span_name", "{month}", "{month}( of|,)? {a_year}")
def named_month(month: Repeating, a_year: Expression | None = None) -> Expression:
    return Bare(month, lean=0.5, pull=0.42) if a_year is None else Within(month, a_year)


@en.phrase("span", "(the )?{year}{plural}", "(the )?{year}'{plural}")
def decade(year: int, plural: None) -> Expression | None:
    return _fixed(G.DECADE, year) if year % 10 == 0 else None


@en.phrase("span", "(the )?{year2}{plural}", "(the )?{decade_name:year2}", "(the )?nineteen {decade_name:year2}")
def short_decade(year2: int, plural: None = None) -> Expression | None:
    return _fixed(G.DECADE, 1900 + year2) if year2 % 10 == 0 and year2 > 10 else None


@en.phrase("span", "(the )?{nth} {century_word} {era}")
def century_of_era(nth: int, century_word: None, era: int) -> Expression | None:
    return bygone(G.CENTURY, nth * 100 - 1) if era < 0 else century(nth, None)


@en.phrase("span", "(the )?{int}{plural} {era}")
def decade_of_era(int: int, plural: None, era: int) -> Expression | None:  # noqa: A002 - the slot's name
    if int % 10 or not 0 < int < 5000:
        return None
    return bygone(G.DECADE, int) if era < 0 else _fixed(G.DECADE, int)


@en.phrase("span", "(the )?{nth} {century_word}")
def century(nth: int, century_word: None) -> Expression | None:
    return _fixed(G.CENTURY, (nth - 1) * 100 or 1) if 1 <= nth <= 21 else None


@en.phrase("span", "(the )?{weekend}", "(the )?{weekend}s")
def bare_weekend(weekend: Repeating) -> Expression:
    return Bare(weekend, lean=1.0)


@en.phrase("span_of", "the {unit}")
def the_unit(unit: G) -> Expression | None:
    return This(Unit(unit)) if unit > G.DAY else None


@en.phrase("span_of", "the ({financial}|calendar|full) year")
def the_full_year(financial: None = None) -> Expression:
    return This(Unit(G.YEAR))


@en.phrase("span_of", "(this|that) {unit}", "(the|that) same {unit}")
def that_unit(unit: G) -> Expression | None:
    return This(Unit(unit), STORY) if unit > G.DAY else None


@en.phrase("span", "(the )?{year_end}", "(the )?{year_end} {year}", "{year} {year_end}")
def end_of_year(year_end: Repeating, year: int | None = None) -> Expression:
    return Bare(year_end, lean=0.5, pull=0.3) if year is None else Within(year_end, _fixed(G.YEAR, year))


@en.phrase("a_year", "{int} {era}", "{era} {int}")
def era(int: int, era: int) -> Expression | None:  # noqa: A002 - the slot's name
    if not 0 < int < 5000:
        return None
    return bygone(G.YEAR, int) if era < 0 else _fixed(G.YEAR, int)


@en.rule(
    ("{span}", "{a_year}"),
    {
        "Prices rose [last month].": "2026-10",
        "It fell [last week].": "2026-11-09/2026-11-15",
        "They will meet [next week].": "2026-11-23/2026-11-29",
        "He called [last weekend].": "2026-11-14/2026-11-15",
        "Sales fell in [the third quarter].": "2026-Q3",
        "It was signed in [2015].": "2015",
        "He lives at 1984 Main Street.": None,
        "In [May 2024] he left.": "2024-05",
        "It opened in [the spring of 1998].": "1998-SP",
        "Dark [winter months] lie ahead.": "2026-WI",
        "We face [a tough winter].": "2026-WI",
        "In [the 1990s] it boomed.": "199",
        "In [the 18th century] it burned.": "17",
        "It fell in [490 BC].": "BC0490",
        "It fell in [the spring of 480 BC].": "BC0480-SP",
        "In [the 470s BC] it was rebuilt.": "BC047",
        "Growth in [the second half of 2025] was slow.": "2025-H2",
        "In [January] he flew to Rome.": "2026-01",
        "Growth slowed in [the first half of the year].": "2026-H1",
        "The budget of [fiscal year 2024-25] passed.": "2024-07-01/2025-06-30",
        "It snowed over [the past weekend].": "2026-W46-WE",
        "They met in [the summer of '69].": "1969-SU",
        "It is due on [the last day of the month].": "2026-11-30",
        "He may fall and spring up.": None,
    },
)
def calendar_span(span: Expression | None = None, a_year: Expression | None = None) -> Expression | None:
    return span or a_year


@en.rule(
    ("{third}( |-){span}", "{third}( |-){a_year:span}", "{third}( |-){near:span}", "{third}( |-){span_of:span}"),
    {
        "It opens in [early 2027].": "2027",
        "By [mid-September] it was over.": "2026-09",
        "Until [the end of 2025] it stood.": "2025",
        "They meet [early next year].": "2027",
    },
)
def third_of_span(third: str, span: Expression) -> Modified:
    return Modified(span, third)


@en.rule(
    ("the {third} {span_plain}",),
    {"In [the late 1990s] it boomed.": "199", "In [the early 18th century] it burned.": "17"},
)
def the_third_of_span(third: str, span_plain: Expression) -> Modified:
    return Modified(span_plain, third)


@en.phrase("span_plain", "{year}{plural}")
def plain_decade(year: int, plural: None) -> Expression | None:
    return decade(year, plural)


@en.phrase("span_plain", "{year2}{plural}", "{decade_name:year2}")
def plain_short_decade(year2: int, plural: None = None) -> Expression | None:
    return short_decade(year2, plural)


@en.phrase("span_plain", "{nth} {century_word}")
def plain_century(nth: int, century_word: None) -> Expression | None:
    return century(nth, century_word)


@en.phrase("span_plain", "{plain_season}", "{plain_season}( of|,)? {a_year}")
def plain_season(plain_season: Repeating, a_year: Expression | None = None) -> Expression:
    return Bare(plain_season, lean=0.5, pull=0.2) if a_year is None else Within(plain_season, a_year)


@en.rule(
    ("{sooner} (in )?(the )?{which} {unit}", "{sooner} (in )?(the )?{which} {plain_season:unit}"),
    {"[Earlier this week] he quit.": "2026-W47", "[Later this month] they vote.": "2026-11"},
)
def earlier_in_unit(sooner: str, which: Which, unit: G | Repeating) -> Modified | None:
    kind = Unit(unit) if isinstance(unit, G) else unit
    return Modified(which(kind), sooner, deictic=True) if kind.granularity > G.DAY else None


@en.rule(
    ("(the|that|this) same {unit}", "that {unit}", "that {plain_season:unit}", "the same {month:unit}"),
    {"He left [that week].": "2026-11-16/2026-11-22"},
)
def same_unit(unit: G | Repeating) -> Expression | None:
    kind = Unit(unit) if isinstance(unit, G) else unit
    return This(kind, STORY) if kind.granularity > G.DAY else None


@en.rule("{sooner} in the {unit}", {"It rose [earlier in the month].": "2026-11"})
def earlier_in_the_unit(sooner: str, unit: G) -> Modified | None:
    return Modified(This(Unit(unit)), sooner, deictic=True) if unit > G.DAY else None


@en.rule("<for|during|of|throughout|over> the {week}", {"For [the week] it fell.": "2026-W47"})
def the_week(week: G) -> Expression:
    return This(Unit(week))


en.words("week", {"week": G.WEEK})


@en.rule(
    ("the {week} {side} {holiday}", "the {week} {side} {date}"),
    {
        "It closed in [the week before 5 May 2024].": "2024-W17",
        "It will open in [the week after Christmas].": "2026-W53",
    },
)
def week_beside(
    week: G, side: int, date: Expression | None = None, holiday: Repeating | None = None
) -> Modified | None:
    """The one that holds the day a week away; people mean those seven days, so it is approximate."""
    day = Bare(holiday, lean=0.5, pull=0.3) if holiday is not None else date
    return None if day is None else Modified(This(Unit(week), Day(7 * side, day)), "APPROX")


@en.rule("the turn of the {span_plain}", {"At [the turn of the 20th century] it closed.": "1900"})
@en.rule("the turn of (the|this) {century_word}", {"At [the turn of the century] it closed.": "2000"})
def turn_of_century(span_plain: Expression = _THIS_CENTURY, century_word: None = None) -> Modified:
    return Modified(Nth(1, Unit(G.YEAR), span_plain), "APPROX")


@en.rule(
    ("{around} {date}", "{around} {span:date}", "{around} {a_year:date}"),
    {"It closed [around Nov. 1].": "2026-11-01", "He was born [circa 1840].": "1840"},
)
def around_date(around: None, date: Expression) -> Modified:
    return Modified(date, "APPROX")


@en.rule(
    ("{sometime} {span}", "{sometime} {a_year:span}", "{sometime} {near:span}"),
    {"It opens [sometime next year].": "2027"},
)
def sometime(sometime: None, span: Expression) -> Modified:
    return Modified(span, "APPROX")


en.words("sometime", {"sometime|some time": None}, hot=False)
en.words("around", {"around|circa|approximately|roughly": None}, hot=False)


@en.rule("{sooner} that {unit}", {"[Later that month] he left.": "2026-11"})
def later_that_unit(sooner: str, unit: G) -> Modified | None:
    return Modified(This(Unit(unit), STORY), sooner) if unit > G.DAY else None
