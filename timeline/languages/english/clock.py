"""Clock times with zones, alone or on a day."""

from __future__ import annotations

from timeline.algebra.hours import Clock, PartOfDay
from timeline.algebra.meaning import Modified
from timeline.algebra.operators import PUBLICATION, SCENE, Expression
from timeline.algebra.parts import Span, Within
from timeline.algebra.repeating import Repeating
from timeline.languages.english.words import en

en.words("meridiem", {"a.m.|am": 0, "p.m.|pm": 12})
en.words("oclock", {"o'clock": None})
en.words("named_hour", {"noon": 12, "midday": 12, "midnight": 0})
en.words("hours_mark", {"hrs|h|hours": None}, hot=False)
en.words(
    "zone",
    {
        "GMT|UTC|Z|WET": 0,
        "BST|IST|CET|WEST|WAT": 60,
        "CEST|EET|SAST|CAT": 120,
        "EEST|MSK|EAT|TRT": 180,
        "EST": -300,
        "EDT": -240,
        "CST": -360,
        "CDT": -300,
        "MST": -420,
        "MDT": -360,
        "PST": -480,
        "PDT": -420,
        "JST|KST": 540,
        "HKT|SGT|AWST": 480,
        "AEST": 600,
        "AEDT": 660,
        "NZST": 720,
    },
    hot=False,
)
en.words(
    "zone_by_season",
    {
        "ET|Eastern|Eastern Time": "America/New_York",
        "CT|Central Time": "America/Chicago",
        "MT|Mountain Time": "America/Denver",
        "PT|Pacific Time": "America/Los_Angeles",
    },
    hot=False,
)


@en.phrase("a_zone", "{zone}", "{zone_by_season:zone}")
def a_zone(zone: int | str) -> int | str:
    return zone


@en.phrase(
    "clock",
    "{hour}~{meridiem}( {a_zone})?",
    "{hour}:{minute}~{meridiem}( {a_zone})?",
    "{hour}.{minute}~{meridiem}( {a_zone})?",
)
def twelve_hours(hour: int, meridiem: int, minute: int = 0, a_zone: int | str | None = None) -> Clock | None:
    return Clock(hour % 12 + meridiem, minute, None, a_zone) if 1 <= hour <= 12 else None


@en.phrase(
    "clock",
    "{hour}:{minute}( {a_zone})?",
    "{hour}:{minute}:{minute:second}( {a_zone})?",
    "{hour}:{minute}~{hours_mark}",
)
def twenty_four_hours(
    hour: int, minute: int, second: int | None = None, a_zone: int | str | None = None, hours_mark: None = None
) -> Clock | None:
    return Clock(hour, minute, second, a_zone) if hour < 24 or not (minute or second) else None


@en.phrase("clock", "{hhmm} {a_zone}", "{hhmm}~{hours_mark}")
def military(hhmm: tuple[int, int], a_zone: int | str | None = None, hours_mark: None = None) -> Clock:
    return Clock(hhmm[0], hhmm[1], None, a_zone)


@en.phrase("clock", "{hour} {oclock}", "{cardinal:hour} {oclock}", "{cardinal:hour}~{meridiem}")
def oclock(hour: int, oclock: None = None, meridiem: int = 0) -> Clock | None:
    return Clock(hour % 12 + meridiem if meridiem else hour, 0) if 0 < hour <= 12 else None


en.words("of_hour", {"half past": 30, "quarter past|a quarter past": 15, "quarter to|a quarter to": -15})


@en.phrase("clock", "{of_hour} {cardinal}", "{of_hour} {hour:cardinal}")
def part_of_hour(of_hour: int, cardinal: int) -> Clock | None:
    hour = cardinal if of_hour > 0 else cardinal - 1
    return Clock(hour, of_hour % 60) if 1 <= cardinal <= 12 else None


@en.phrase("clock", "{named_hour}( {a_zone})?", "{hour} {named_hour}( {a_zone})?")
def named_hour(named_hour: int, hour: int = 12, a_zone: int | str | None = None) -> Clock | None:
    return Clock(named_hour, 0, None, a_zone) if hour == 12 else None


@en.phrase("clock", "{hour}( {oclock})? in the {part}", "{cardinal:hour}( {oclock})? in the {part}")
@en.phrase("clock", "{hour}:{minute} in the {part}", "{hour}:{minute} this {part}", "{hour} this {part}")
def hour_of_part(hour: int, part: PartOfDay, minute: int = 0, oclock: None = None) -> Clock | None:
    return Clock(hour % 12 + 12 * (part.first >= 12), minute) if 0 < hour <= 12 and part.code != "NI" else None


@en.rule(
    ("{clock}", "{clock} this {part}"),
    {
        "It began at [5 p.m.] in Rome.": "2026-11-18T17:00",
        "Doors open at [19:30].": "2026-11-18T19:30",
        "It struck at [10.15am].": "2026-11-18T10:15",
        "They left at [noon].": "2026-11-18T12:00",
        "It is open until [24:00].": "2026-11-19T00:00",
        "It is shut between 10 p.m. and [midnight].": "2026-11-19T00:00",
        "He leaves at [4 in the morning].": "2026-11-18T04:00",
        "It is shut between [midnight] and six.": "2026-11-18T00:00",
        "The film was called High Noon.": None,
        "It won 3:2.": None,
        "The score was 21:17.": None,
    },
)
def clock_today(clock: Repeating, part: Repeating | None = None) -> Expression:
    return Within(clock, SCENE if part is None else PUBLICATION)


@en.rule(
    (
        "<from|between> {hour:first} (to|and|until) {hour}~{meridiem}((,|,? on)? {near})?",
        "<from|between> {hour:first} (to|and|until) {hour}~{meridiem}(,|,? on)? {date:near}",
        "{hour:first}-{hour}~{meridiem}((,|,? on)? {near})?",
        "{hour:first}-{hour}~{meridiem}(,|,? on)? {date:near}",
    ),
    {"It fell between [3] and 4 p.m. on Tuesday.": "2026-11-17T15:00", "It runs 10-[11 a.m.].": "2026-11-18T11:00"},
)
def clock_range(first: int, hour: int, meridiem: int, near: Expression = SCENE) -> Expression | None:
    if not (0 < first <= 12 and 0 < hour <= 12):
        return None
    last = hour % 12 + meridiem
    begin = first % 12 + meridiem
    return Span(Within(Clock(begin if begin < last else (begin + 12) % 24, 0), near), Within(Clock(last, 0), near))


@en.rule(
    ("<at> {hour}( on)? {near}", "<at> {hour} {tonight}"),
    {"It starts at [10 on Friday].": "2026-11-20T10:00", "They play at [8 tonight].": "2026-11-18T20:00"},
)
def full_hour(hour: int, near: Expression = SCENE, tonight: int | None = None) -> Expression | None:
    return Within(Clock(hour if tonight is None else hour % 12 + 12, 0), near) if 0 < hour < 24 else None


@en.rule(
    ("<before> {day_end}", "<before> {day_end}(,|,? on)? {near}", "<before> {day_end}(,|,? on)? {date:near}"),
    {"It ended shortly before [midnight on Monday].": "2026-11-16T24:00"},
)
def end_of_day(day_end: Repeating, near: Expression = SCENE) -> Expression:
    """Before midnight is late on the day that is named, not before it."""
    return Within(day_end, near)


en.words("day_end", {"midnight": PartOfDay("24:00", 23, 24)})


@en.rule("<at|by|until|from|around|before|after> {int:hour}:{int:minute}", {"It began at 25:61 sharp.": None})
def no_clock(hour: int, minute: int) -> Expression | None:
    """Said to be impossible, where it can only be meant as a time of day."""
    return Within(Clock(hour, minute), SCENE) if 24 < hour < 100 > minute or (hour < 24 and 59 < minute < 100) else None


@en.rule(
    ("{around} {clock}", "{around} {clock}(,|,? on)? {near}", "{around} {clock}(,|,? on)? {date:near}"),
    {"He died [around 7:15 p.m.] at home.": "2026-11-18T19:15"},
)
def around_clock(around: None, clock: Repeating, near: Expression = SCENE) -> Modified:
    return Modified(Within(clock, near), "APPROX")


@en.rule(
    (
        "{clock}(,|,? on)? {near}",
        "{clock}(,|,? on)? {date:near}",
        "{near}(,|,? at)? {clock}",
        "{date:near}(,|,? at)? {clock}",
        "{near} {part} at {clock}",
        "{clock}(,|,? on)? {near} {part}",
    ),
    {
        "It starts at [10 a.m. EST Wednesday].": "2026-11-18T10:00",
        "He died at [9:15 p.m. on Tuesday].": "2026-11-17T21:15",
        "It closed on [20 September 2024, 17:01].": "2024-09-20T17:01",
    },
)
def clock_on_day(clock: Repeating, near: Expression, part: Repeating | None = None) -> Expression:
    return Within(clock, near)
