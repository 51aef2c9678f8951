"""Named days that English-language news is dated by."""

from __future__ import annotations

from timeline.algebra.distance import Day
from timeline.algebra.holidays import Fast, Holiday, Movable
from timeline.algebra.meaning import Modified
from timeline.algebra.operators import PUBLICATION, Bare, Expression, Last, Next, This
from timeline.algebra.parts import Within
from timeline.algebra.repeating import Repeating
from timeline.languages.english.words import en

en.words(
    "holiday",
    {
        "Christmas Eve": Holiday("Christmas Eve", 12, 24),
        "Christmas|Christmas Day": Holiday("Christmas Day", 12, 25),
        "Boxing Day": Holiday("Boxing Day", 12, 26),
        "New Year's Eve": Holiday("New Year's Eve", 12, 31),
        "New Year's Day|New Year's": Holiday("New Year's Day", 1, 1),
        "Valentine's Day": Holiday("Valentine's Day", 2, 14),
        "St Patrick's Day|St. Patrick's Day": Holiday("St Patrick's Day", 3, 17),
        "April Fools' Day|April Fool's Day": Holiday("April Fools' Day", 4, 1),
        "Shrove Tuesday|Mardi Gras": Holiday("Shrove Tuesday", easter=-47),
        "Ash Wednesday": Holiday("Ash Wednesday", easter=-46),
        "Palm Sunday": Holiday("Palm Sunday", easter=-7),
        "Maundy Thursday": Holiday("Maundy Thursday", easter=-3),
        "Good Friday": Holiday("Good Friday", easter=-2),
        "Easter|Easter Sunday": Holiday("Easter Sunday", easter=0),
        "spring bank holiday|late May bank holiday": Holiday("spring bank holiday", 5, weekday=1, nth=-1),
        "early May bank holiday": Holiday("early May bank holiday", 5, weekday=1, nth=1),
        "August bank holiday": Holiday("August bank holiday", 8, weekday=1, nth=-1),
        "Easter Monday": Holiday("Easter Monday", easter=1),
        "Ascension Day": Holiday("Ascension Day", easter=39),
        "Pentecost|Whit Sunday": Holiday("Pentecost", easter=49),
        "May Day": Holiday("May Day", 5, 1),
        "VE Day": Holiday("VE Day", 5, 8),
        "Memorial Day": Holiday("Memorial Day", 5, weekday=1, nth=-1),
        "Independence Day|Fourth of July|the Fourth of July": Holiday("Independence Day", 7, 4),
        "Bastille Day": Holiday("Bastille Day", 7, 14),
        "Labor Day|Labour Day": Holiday("Labor Day", 9, weekday=1, nth=1),
        "Columbus Day": Holiday("Columbus Day", 10, weekday=1, nth=2),
        "Halloween": Holiday("Halloween", 10, 31),
        "Guy Fawkes Night|Bonfire Night": Holiday("Bonfire Night", 11, 5),
        "Armistice Day|Veterans Day|Remembrance Day": Holiday("Armistice Day", 11, 11),
        "Thanksgiving|Thanksgiving Day": Holiday("Thanksgiving", 11, weekday=4, nth=4),
        "Chinese New Year|Lunar New Year": Movable("Chinese New Year", "SG"),
        "Diwali|Deepavali": Movable("Diwali", "SG"),
        "Eid al-Fitr|Eid": Movable("Eid al-Fitr", "SG"),
        "Eid al-Adha": Movable("Eid al-Adha", "SG"),
        "Ramadan": Fast(),
        "Rosh Hashanah": Movable("Rosh Hashanah", "IL"),
        "Yom Kippur": Movable("Yom Kippur", "IL"),
        "Passover": Movable("Pesach", "IL"),
        "Juneteenth": Holiday("Juneteenth", 6, 19),
        "Burns Night": Holiday("Burns Night", 1, 25),
        "Anzac Day": Holiday("Anzac Day", 4, 25),
        "Canada Day": Holiday("Canada Day", 7, 1),
        "Black Friday": Holiday("Black Friday", easter=None, month=11, weekday=4, nth=4, shift=1),
        "Martin Luther King Day|Martin Luther King Jr. Day|MLK Day": Holiday(
            "Martin Luther King Day", 1, weekday=1, nth=3
        ),
        "Presidents Day|Presidents' Day": Holiday("Presidents' Day", 2, weekday=1, nth=3),
    },
)


en.words("election", {"Election": Holiday("Election Day", 11, weekday=1, nth=1, shift=1)}, hot=False)


@en.phrase("near", "{election:holiday}+{the_day}")
def election_day(holiday: Repeating, the_day: None) -> Expression:
    return bare_holiday(holiday)


@en.phrase("date", "{election:holiday}+{the_day},? {a_year}")
def election_day_of_year(holiday: Repeating, the_day: None, a_year: Expression) -> Expression:
    return Within(holiday, a_year)


@en.phrase("near", "{holiday}")
def bare_holiday(holiday: Repeating) -> Expression:
    return Bare(holiday, lean=0.5, pull=0.3)


@en.phrase("near", "{which} {holiday}")
def directed_holiday(which: type[Last | This | Next], holiday: Repeating) -> Expression:
    return which(holiday)


@en.rule(
    ("the eve of {holiday}", "the eve of {election:holiday}+{the_day}"),
    {"They met on [the eve of Independence Day].": "2026-07-03"},
)
@en.rule(("the eve of {date}", "the eve of {near:date}"), {"It closed on [the eve of 1 May 2021].": "2021-04-30"})
def the_eve(holiday: Repeating | None = None, the_day: None = None, date: Expression = PUBLICATION) -> Expression:
    return Day(-1, date if holiday is None else bare_holiday(holiday))


@en.rule("{around} {holiday}", {"They meet [around Christmas].": "2026-12-25"})
def around_holiday(around: None, holiday: Repeating) -> Modified:
    return Modified(bare_holiday(holiday), "APPROX")


@en.phrase("date", "{holiday},? {a_year}")
def holiday_of_year(holiday: Repeating, a_year: Expression) -> Expression:
    return Within(holiday, a_year)
