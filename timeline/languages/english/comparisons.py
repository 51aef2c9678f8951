"""Quarters and years as reports of figures compare them: the latest quarter, a year earlier, the 2012 period."""

from __future__ import annotations

from timeline.algebra.distance import Moved, Quarter, QuarterOf, YearsAway
from timeline.algebra.lengths import Period
from timeline.algebra.operators import PUBLICATION, STORY, Bare, Expression, Last, This
from timeline.algebra.parts import Within
from timeline.algebra.repeating import Month, PartOfYear, Unit
from timeline.interval import Granularity as G
from timeline.languages.english.words import en

_STORY_YEAR = This(Unit(G.YEAR), STORY)
en.words("compared", {"ago": PUBLICATION, "earlier|before": _STORY_YEAR}, hot=False)
en.words("period_word", {"period|term": None})
en.words("unit_quarter", {"quarter": G.QUARTER, "half": G.HALF})
en.words("whole_year", {"year": G.YEAR})
en.words("like", {"same|corresponding|comparable|equivalent|similar|like": None}, hot=False)
en.words("prior", {"prior|previous|preceding": _STORY_YEAR}, hot=False)


_MONTHS = 3
_BASES: dict[G, Expression] = {G.QUARTER: Quarter(), G.HALF: Last(Unit(G.HALF))}


@en.phrase("one_compared", "{unit_quarter}", "{period_word:unit_quarter}", "three months", "three month period")
def one_compared(unit_quarter: G | None = None) -> G:
    """A quarter, a half, or a period of the length last told, a year where none was."""
    return unit_quarter or G.YEAR


@en.rule("the ({financial} |full )?{whole_year}", {"Sales for [the full year] rose.": "2026"})
def the_year(whole_year: G, financial: None = None) -> Expression:
    return This(Unit(whole_year))


@en.rule(
    ("(the |a )?({financial} )?{whole_year} <ended|ending>", "{whole_year} (that|which) <ended|ending>"),
    {"In [the year] ended 31 March it lost money.": "P1Y"},
)
def year_with_an_end(whole_year: G, financial: None = None) -> Period:
    return Period(whole_year, 1)


@en.rule(
    (
        "(the |a )?{whole_year}+{compared}",
        "(the )?(comparable )?{whole_year} {compared} {one_compared}",
    ),
    {"It lost less in [the year-ago quarter].": "2025-Q3", "It made 5 in 2013, up from 3 [a year earlier].": "2012"},
)
def year_before(compared: Expression, whole_year: G, one_compared: G = G.YEAR) -> Expression:
    return YearsAway(-1, _BASES.get(one_compared, compared))


@en.rule(
    ("<the|a> {whole_year}-{compared}", "{whole_year}-{compared}"), {"Sales beat the [year-earlier] sales.": "2025"}
)
def figures_of_year_before(whole_year: G, compared: Expression) -> Expression:
    return YearsAway(-1)


@en.rule("(the )?{whole_year} {compared} {nth} {unit_quarter}", {"It beat [the year-ago third quarter].": "2025-Q3"})
def part_of_year_before(whole_year: G, compared: Expression, nth: int, unit_quarter: G) -> Expression:
    return Within(PartOfYear(unit_quarter, nth), Last(Unit(whole_year), base=compared))


@en.rule(
    (
        "(the )?({like} )?{one_compared}( of| in)?( a| the)? {whole_year} {compared}",
        "(the )?({like} )?{one_compared} (of|in) the {prior:compared} {whole_year}",
        "the {prior:compared} {whole_year} {one_compared}",
        "the {prior:compared} {whole_year}'s {one_compared}",
    ),
    {"Profit doubled from [the same period a year earlier].": "2025"},
)
def like_period_before(one_compared: G, compared: Expression, whole_year: G, like: None = None) -> Expression:
    return YearsAway(-1, _BASES.get(one_compared, compared))


@en.rule(
    (
        "the {like} {one_compared}( of| in|,)? {a_year}",
        "{a_year}'s {one_compared}",
        "(the )?{a_year} {one_compared}",
    ),
    {"Sales rose from [the 1988 period].": "1988", "It beat [the same period last year].": "2025"},
)
def like_period_of_year(a_year: Expression, one_compared: G, like: None = None) -> Expression:
    return QuarterOf(a_year, _BASES.get(one_compared))


@en.rule(
    ("(the )?latest {one_compared}",),
    {"In [the latest quarter] it lost money.": "2026-Q3"},
)
def latest_quarter(one_compared: G) -> Expression:
    return Quarter(over=True)


@en.phrase(
    "span", "(the )?{month:first}-{month:last} {one_compared}", "(the )?{month:first} to {month:last} {one_compared}"
)
def quarter_by_months(first: Month, last: Month, one_compared: G) -> Expression | None:
    if last.number - first.number != _MONTHS - 1 or last.number % _MONTHS:
        return None
    return Bare(PartOfYear(G.QUARTER, last.number // _MONTHS), lean=0.95, pull=0.2)


@en.rule("(the )?latest {financial} {whole_year}", {"It lost money in [the latest fiscal year].": "2025"})
def latest_year(financial: None, whole_year: G) -> Expression:
    return Last(Unit(whole_year))


@en.rule("the {told_quarter}", {"In [the quarter] sales fell.": "2026-Q3"})
def quarter_told_of(told_quarter: G) -> Expression:
    return Quarter()


en.words("told_quarter", {"quarter": G.QUARTER})


@en.rule(
    (
        "(the|that) same {month_or_week} (of )?last {whole_year}",
        "(the|that) same {month_or_week}( of| in)?( a| the)? {whole_year} {compared}",
        "(the|that) same {month_or_week} (of|in) the {prior:compared} {whole_year}",
    ),
    {"It was up on [the same month last year].": "2025-11"},
)
def same_month_before(month_or_week: G, whole_year: G, compared: Expression = STORY) -> Expression:
    return Moved(whole_year, -1, This(Unit(month_or_week), STORY), keep=True)


en.words("month_or_week", {"month": G.MONTH, "week": G.WEEK, "day": G.DAY})
