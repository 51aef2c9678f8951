"""Days and their parts: deictic days, weekdays, the day before or after one told."""

from __future__ import annotations

from timeline.algebra.distance import Day
from timeline.algebra.meaning import Modified
from timeline.algebra.operators import PUBLICATION, SCENE, STORY, Bare, Expression, Last, Next
from timeline.algebra.parts import Within
from timeline.algebra.repeating import Repeating, Unit
from timeline.interval import Granularity as G
from timeline.languages.english.words import NIGHT, SMALL_HOURS, Which, en

en.words("deictic", {"today": 0, "yesterday": -1, "tomorrow": 1})
en.words("far_day", {"the day before yesterday": -2, "the day after tomorrow": 2})
en.words("last_night", {"night": -1})
en.words("tonight", {"tonight|to night": 0})
en.words("overnight", {"overnight": -1})
en.words("early_late", {"early": "START", "late": "END"}, hot=False)
en.words("hours_of", {"hours of": None})
en.words("small_hours", {"hours": None})
en.words("the_day", {"day": None})
en.words("neighbour", {"previous|preceding": -1, "next|following|very next": 1}, hot=False)
en.words("beside", {"before|earlier": -1, "after|later": 1}, hot=False)


@en.phrase("near", "{deictic}", "{far_day:deictic}")
def deictic_day(deictic: int) -> Expression:
    return Day(deictic)


@en.phrase("near", "{weekday}")
def bare_weekday(weekday: Repeating) -> Expression:
    return Bare(weekday, lean=1.0)


@en.phrase("near", "(the )?{which} {weekday}")
def directed_weekday(which: Which, weekday: Repeating) -> Expression:
    return which(weekday)


@en.phrase("near", "{weekday} last week", "last week {weekday}")
def weekday_of_last_week(weekday: Repeating) -> Expression:
    return Within(weekday, Last(Unit(G.WEEK)))


@en.phrase("near", "{weekday} week")
def weekday_week(weekday: Repeating) -> Expression:
    return Within(weekday, Next(Unit(G.WEEK)))


@en.phrase("near", "{weekday} (of )?next week", "next week {weekday}", "a week (on )?{weekday}")
def weekday_of_next_week(weekday: Repeating) -> Expression:
    return Within(weekday, Next(Unit(G.WEEK)))


@en.rule(
    "{near}",
    {
        "He resigned [yesterday].": "2026-11-17",
        "[Today] they vote.": "2026-11-18",
        "They meet [the day after tomorrow].": "2026-11-20",
        "She said so on [Tuesday].": "2026-11-17",
        "They will meet [Friday].": "2026-11-20",
        "He could not be reached [Friday].": "2026-11-13",
        "She spoke on [Election Day].": "2026-11-03",
        "It holds 75 hours of video.": None,
        "Bids are taken no later than [Friday].": "2026-11-20",
        "No later than [Friday] he must go.": "2026-11-20",
        "The vote was held [last Thursday].": "2026-11-12",
        "It opens [next Monday].": "2026-11-23",
        "It ended on [Monday last week].": "2026-11-09",
        "He sat in the sun.": None,
    },
)
def near_day(near: Expression) -> Expression:
    return near


@en.rule(
    ("{near} {part}", "the {part} of {near}", "{near},? in the {part}"),
    {
        "They met [Friday night].": "2026-11-13TNI",
        "It rained [yesterday morning].": "2026-11-17TMO",
        "They left on [the evening of last Sunday].": "2026-11-15TEV",
    },
)
def part_of_near_day(near: Expression, part: Repeating) -> Expression:
    return Within(part, near)


@en.rule(
    "this {part}",
    {"He spoke [this morning].": "2026-11-18TMO", "Rain is due [this evening].": "2026-11-18TEV"},
)
def this_part(part: Repeating) -> Expression:
    return Within(part, PUBLICATION)


@en.rule(
    ("{hour_of_light}", "{near} {hour_of_light}", "{hour_of_light} (on |of )?{near}"),
    {"They left at [dawn].": "2026-11-18TMO", "It fell at [dusk on Tuesday].": "2026-11-17TEV"},
)
def by_the_light(hour_of_light: Repeating, near: Expression = SCENE) -> Expression:
    return Within(hour_of_light, near)


@en.rule("last {part}", {"He said [last night] that it was over.": "2026-11-17TNI"})
def last_part(part: Repeating) -> Expression:
    return Within(part, Day(-1))


@en.rule(
    (
        "(the )?(early|small|wee) (morning )?{hours_of} (the morning (of )?)?{near}",
        "(the )?(early|small|wee) (morning )?{hours_of} (the morning (of )?)?{date:near}",
        "the (early|small|wee) {hours_of} the morning",
        "the (early morning|small|wee|wee small) {small_hours:hours_of}",
    ),
    {
        "It fell in [the early hours of Monday].": "2026-11-16TMO",
        "He left in [the wee hours of Friday].": "2026-11-13TMO",
        "He left in [the small hours].": "2026-11-18TMO",
    },
)
def early_hours(hours_of: None, near: Expression = SCENE) -> Expression:
    return Within(SMALL_HOURS, near)


@en.rule("mid {part}( {near})?", {"It slid in [mid-afternoon yesterday].": "2026-11-17TAF"})
def middle_of_part(part: Repeating, near: Expression = SCENE) -> Modified:
    return Modified(Within(part, near), "MID")


@en.rule(
    ("the {early_late} {part}( (of|on) {near})?", "the {early_late} {part} (of|on) {date:near}"),
    {
        "He left in [the early evening].": "2026-11-18TEV",
        "It fell in [the late afternoon of 3 May 2021].": "2021-05-03TAF",
    },
)
def early_in_part(early_late: str, part: Repeating, near: Expression = SCENE) -> Modified:
    return Modified(Within(part, near), early_late)


@en.rule("the {part}", {"He left in [the morning].": "2026-11-18TMO"})
def the_part(part: Repeating) -> Expression:
    return Within(part, SCENE)


@en.rule("{tonight}", {"The match is [tonight].": "2026-11-18TNI"})
def tonight(tonight: int) -> Expression:
    return Within(NIGHT, Day(tonight))


@en.rule(
    ("{overnight}", "{overnight}( on)? {near}"),
    {"Shelling went on [overnight].": "2026-11-17TNI", "It fell [overnight on Sunday].": "2026-11-15TNI"},
)
def overnight(overnight: int, near: Expression | None = None) -> Expression:
    return Within(NIGHT, near or Day(overnight))


@en.rule(
    ("{early_late:sooner} (on )?{near}", "{early_late:sooner} (on )?{near} {part}"),
    {
        "They arrived [late Tuesday].": "2026-11-17",
        "It began [early on Sunday].": "2026-11-15",
    },
)
def early_or_late(sooner: str, near: Expression, part: Repeating | None = None) -> Modified:
    return Modified(near if part is None else Within(part, near), sooner)


@en.rule(
    ("{sooner} this {part}", "{sooner} last {last_night:part}", "{sooner} {tonight:part}"),
    {"It landed [early this morning].": "2026-11-18TMO", "He left [late last night].": "2026-11-17TNI"},
)
def early_or_late_part(sooner: str, part: object) -> Modified:
    return Modified(Within(part, PUBLICATION) if isinstance(part, type(NIGHT)) else _night(part), sooner)


def _night(day: object) -> Expression:
    return Within(NIGHT, Day(day if isinstance(day, int) else 0))


@en.rule(
    ("(the|that|this|the very) same {the_day}", "that {the_day}"),
    {"She left on [the same day].": "2026-11-18"},
)
def same_day(the_day: None) -> Expression:
    return Day(0, STORY)


@en.rule(
    ("the {neighbour} {the_day}", "the {the_day} {neighbour:neighbour}", "the {the_day} {beside:neighbour}"),
    {
        "It collapsed [the following day].": "2026-11-19",
        "He had flown in [the previous day].": "2026-11-17",
        "She had said so [the day before].": "2026-11-17",
        "She left [the day before] he arrived.": "XXXX-XX-XX",
    },
)
def neighbouring_day(neighbour: int, the_day: None) -> Expression:
    return Day(neighbour, STORY)


@en.rule(
    ("that {part}", "the same {part}"),
    {"He left [that afternoon].": "2026-11-18TAF"},
)
def that_part(part: Repeating) -> Expression:
    return Within(part, Day(0, STORY))


@en.rule("(the )?{neighbour} {part}", {"She died [the next morning].": "2026-11-19TMO"})
def neighbouring_part(neighbour: int, part: Repeating) -> Expression:
    return Within(part, Day(neighbour, STORY))


@en.rule("{sooner} (that|the same) {the_day}", {"[Earlier that day] he had denied it.": "2026-11-18"})
def earlier_that_day(sooner: str, the_day: None) -> Modified:
    return Modified(Day(0, STORY), sooner)


@en.rule(
    ("the {the_day} {side} {near}", "the {the_day} {side} {date:near}"),
    {"It opened [the day before last Friday].": "2026-11-12", "It will shut [the day after Christmas].": "2026-12-26"},
)
def day_beside(the_day: None, side: int, near: Expression) -> Expression:
    return Day(side, near)
