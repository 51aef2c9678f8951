"""Written dates: by name, in figures, with ordinals and years, and ranges of days."""

from __future__ import annotations

from dataclasses import replace

from timeline.algebra.hours import Clock
from timeline.algebra.operators import Bare, Expression
from timeline.algebra.parts import Listed, Nth, Span, Within
from timeline.algebra.repeating import DayOfMonth, Month, Repeating, Unit, Weekday
from timeline.algebra.written import Numeric, Possible
from timeline.interval import Granularity as G
from timeline.languages.english.words import Which, en


@en.phrase("day_number", "{day}")
def plain_day(day: int) -> int:
    return day


@en.phrase("day_number", "{nth}")
def ordinal_day(nth: int) -> int | None:
    return nth if nth <= 31 else None


@en.phrase("month_day", "{month} (the )?{day_number}", "(the )?{day_number} (of )?{month}")
def day_of_month(month: Month, day_number: int) -> DayOfMonth | None:
    return DayOfMonth(day_number, month.number) if day_number <= 31 else None


@en.phrase("date", "{month_day}")
def bare_date(month_day: Repeating) -> Expression:
    return Bare(month_day, lean=0.5, pull=0.3)


@en.phrase("date", "{which} {month_day}")
def directed_date(which: Which, month_day: Repeating) -> Expression:
    return which(month_day)


@en.phrase("date", "{month_day}(,|,? in| of)? {a_year}")
def date_of_year(month_day: DayOfMonth, a_year: Expression) -> Expression:
    return Within(month_day, a_year)


@en.phrase(
    "date",
    "{weekday}(,|,? the)? {date_alone}",
    "{short_weekday:weekday}(,|,? the)? {date_alone}",
    "{date_alone},? {weekday}",
)
def weekday_and_date(weekday: Weekday, date_alone: Expression) -> Expression:
    if isinstance(date_alone, Bare) and isinstance(date_alone.kind, DayOfMonth):
        return Bare(replace(date_alone.kind, weekday=weekday.number), lean=0.5, pull=0.0)
    return date_alone


@en.phrase("date_alone", "{month_day}( |, |,){a_year}", "{month_day}")
def date_alone(month_day: Repeating, a_year: Expression | None = None) -> Expression:
    return Bare(month_day, lean=0.5, pull=0.3) if a_year is None else Within(month_day, a_year)


@en.phrase("date", "{year}-{month2}-{day2}", "{year}/{month2}/{day2}", "{year}.{month2}.{day2}")
def iso_date(year: int, month2: int, day2: int) -> Expression:
    return Possible(year, month2, day2)


@en.phrase("date", "{day}/{day:second}/{year}", "{day}.{day:second}.{year}", "{day}-{day:second}-{year}")
def numeric_date(day: int, second: int, year: int) -> Expression | None:
    return Numeric(day, second, year)


@en.phrase("date", "{day}/{day:second}/{year2}", "{day}.{day:second}.{year2}")
def short_numeric_date(day: int, second: int, year2: int) -> Expression | None:
    year = 1900 + year2 if year2 > 30 else 2000 + year2
    return Numeric(day, second, year) if min(day, second) <= 12 else None


@en.phrase("date", "{year}-{minute:month}-{minute:day}")
def no_iso_date(year: int, month: int, day: int) -> Expression | None:
    return Possible(year, month, day)


@en.phrase(
    "date", "the {nth:day} of {month}( {a_year})?", "{month} {nth:day}(,? {a_year})?", "{month} {int:day},? {a_year}"
)
def no_day_of_month(day: int, month: Month, a_year: Expression | None = None) -> Expression | None:
    if not 31 < day < 100:
        return None
    no_day = DayOfMonth(day, month.number)
    return Bare(no_day) if a_year is None else Within(no_day, a_year)


@en.rule(
    "{date}",
    {
        "On [20 September] they met.": "2026-09-20",
        "It ends on [Dec. 3].": "2026-12-03",
        "On [September 20, 2024], she spoke.": "2024-09-20",
        "On [Friday, 20 September 2024] he left.": "2024-09-20",
        "On [the 3rd of May 2021] it rained.": "2021-05-03",
        "Due [2024-09-20].": "2024-09-20",
        "On [20/09/2024] they met.": "2024-09-20",
        "On 31/02/2024 nothing was.": None,
        "On 13/13/2024 nothing was.": None,
        "On 2024-13-01 nothing was.": None,
        "On the 32nd of January nothing was.": None,
        "It opens on [Sunday 14 March].": "2027-03-14",
        "She will go on [30 October].": "2027-10-30",
        "She went on [1 December].": "2025-12-01",
    },
)
def written_date(date: Expression) -> Expression:
    return date


@en.rule(
    ("{year}-{month2}-{day2}{t}{hour}:{minute}", "{year}-{month2}-{day2}{t}{hour}:{minute}:{minute:second}"),
    {"Sent [2024-09-20T17:01:30]Z.": "2024-09-20T17:01:30"},
)
def iso_timestamp(
    year: int, month2: int, day2: int, t: None, hour: int, minute: int, second: int | None = None
) -> Expression | None:
    return Within(Clock(hour, minute, second), Possible(year, month2, day2)) if hour < 24 else None


en.words("t", {"t": None}, hot=False)


@en.rule(
    ("{date} {part}", "the {part} of {date}", "{part} of {date}"),
    {"On [the evening of 3 May 2021] it rained.": "2021-05-03TEV"},
)
def part_of_date(date: Expression, part: Repeating) -> Expression:
    return Within(part, date)


@en.rule(
    ("{month} {day}-{day:last}(,? {a_year})?", "{month} {day} (to|through|and) {day:last}(,? {a_year})?"),
    {"On [June 4]-9, 2024 they met.": "2024-06-04", "On June 4 to [9, 2024] they met.": "2024-06-09"},
)
def days_after_month(month: Month, day: int, last: int, a_year: Expression | None = None) -> Expression | None:
    return _days(month, day, last, a_year)


@en.rule(
    (
        "{day}-{day:last} {month}(,? {a_year})?",
        "{day}/{day:last} {month}(,? {a_year})?",
        "{day_number:day} (to|until|and) {day_number:last} {month}(,? {a_year})?",
    ),
    {"From [4] to 9 June 2024 they met.": "2024-06-04", "From 4-[9 June 2024] they met.": "2024-06-09"},
)
def days_before_month(month: Month, day: int, last: int, a_year: Expression | None = None) -> Expression | None:
    return _days(month, day, last, a_year)


@en.rule(
    ("{month} {day}, {day:second},? and {day:last}(,? {a_year})?",),
    {"They met on [May 3], 4 and 5.": "2026-05-03", "They met on May 3, [4] and 5, 2024.": "2024-05-04"},
)
def listed_days(month: Month, day: int, second: int, last: int, a_year: Expression | None = None) -> Expression | None:
    first, rest = _days(month, day, second, a_year), _days(month, second, last, a_year)
    if not (isinstance(first, Span) and isinstance(rest, Span)):
        return None
    return Listed((first.first, rest.first, rest.last))


@en.rule(
    (
        "(the )?{part} (of|from) {day}-{day:last} {month}(,? {a_year})?",
        "(the )?{part} (of|from) {day}/{day:last} {month}(,? {a_year})?",
        "(the )?{part} (of|from) {day} (to|and) {day:last} {month}(,? {a_year})?",
        "(the )?{part} (of|from) {month} {day}-{day:last}(,? {a_year})?",
        "(the )?{part} (of|from) {month} {day} (to|and) {day:last}(,? {a_year})?",
    ),
    {"It rained in [the night of 4-5 May 2021].": "2021-05-04TNI"},
)
def night_of_two_days(
    part: Repeating, day: int, last: int, month: Month, a_year: Expression | None = None
) -> Expression | None:
    span = _days(month, day, last, a_year) if last == day + 1 else None
    return Within(part, span.first) if isinstance(span, Span) else None


def _days(month: Month, day: int, last: int, a_year: Expression | None) -> Expression | None:
    if day >= last:
        return None
    ends = [DayOfMonth(number, month.number) for number in (day, last)]
    first, second = (Bare(end, lean=0.5, pull=0.3) if a_year is None else Within(end, a_year) for end in ends)
    return Span(first, second)


@en.rule(
    ("the {nth} {weekday} (of|in) {span_name}", "the {last_one:nth} {weekday} (of|in) {span_name}"),
    {"On [the first Monday of May 2025] he left.": "2025-05-05"},
)
def nth_weekday(nth: int, weekday: Repeating, span_name: Expression) -> Expression:
    return Nth(nth, weekday, span_name)


@en.rule("{weekday}+the {int}{suffix}", {"It opened on [Friday the 13th].": "2026-11-13"})
def weekday_and_day(weekday: Weekday, int: int, suffix: None) -> Expression | None:  # noqa: A002 - the slot's name
    return Bare(DayOfMonth(int, weekday=weekday.number), lean=0.5, pull=0.3) if 0 < int <= 31 else None


@en.rule("the {nth} of (the|this) {this_month}", {"It was [the 3rd of the month].": "2026-11-03"})
def day_of_this_month(nth: int, this_month: G) -> Expression:
    return Bare(DayOfMonth(nth), lean=0.5, pull=0.3)


@en.rule("the {nth} of {which} {this_month}", {"It opens on [the 3rd of next month].": "2026-12-03"})
def day_of_other_month(nth: int, which: Which, this_month: G) -> Expression:
    return Within(DayOfMonth(nth), which(Unit(this_month)))


@en.rule(
    "{month} {day} <attacks|attack|terrorist|terror|hijackers|hijackings>",
    {"Since the [Sept. 11] attacks.": "2001-09-11"},
)
def day_of_the_attacks(month: Month, day: int) -> Expression | None:
    return Possible(2001, 9, 11) if (month.number, day) == (9, 11) else None


@en.rule("{day:month}/{day}", {"It changed after [9/11].": "2001-09-11", "He got 9/10.": None})
def the_attacks(month: int, day: int) -> Expression | None:
    return Possible(2001, 9, 11) if (month, day) == (9, 11) else None


en.words("this_month", {"month": G.MONTH})
