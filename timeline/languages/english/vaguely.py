"""Now, soon, recently: words that point and do not measure; and sets of times."""

from __future__ import annotations

from timeline.algebra import vague
from timeline.algebra.lengths import Period
from timeline.algebra.meaning import Every, Reach
from timeline.algebra.repeating import Month, Repeating, Weekday
from timeline.interval import Granularity as G
from timeline.languages.english.words import en

en.words("nowadays", {"now|currently|nowadays|at present|these days|right now": None})
en.words(
    "in_future",
    {
        "the near future|the foreseeable future|the not too distant future": vague.NEAR_FUTURE,
        "the future|a later date|a later time|a later stage|someday|some day": vague.FUTURE,
    },
)
en.words("season_of_sport", {"last season": vague.LAST_SEASON, "next season": vague.NEXT_SEASON})


@en.rule(
    "{season_of_sport}",
    {"He scored ten goals [last season].": "PAST_REF", "They will move [next season].": "FUTURE_REF"},
)
def season_of_sport(season_of_sport: Reach) -> Reach:
    return season_of_sport


en.words("in_future_term", {"term": vague.FUTURE})
en.words("one_day", {"one day": None})
en.words("soon", {"soon|shortly": None})
en.words("lately_word", {"recently|lately|more recently|of late|most recently": None})
en.words("current", {"current": None})
en.words("recent_one", {"recent": None})
en.words(
    "formerly",
    {"the past|once upon a time": vague.PAST, "the other day": vague.OTHER_DAY, "the other week": vague.OTHER_WEEK},
)
en.words(
    "often",
    {
        "daily": ("P1D", G.DAY),
        "weekly": ("P1W", G.WEEK),
        "fortnightly": ("P2W", G.WEEK),
        "monthly": ("P1M", G.MONTH),
        "yearly": ("P1Y", G.YEAR),
        "nightly": ("P1D", G.DAY),
        "hourly": ("PT1H", G.HOUR),
    },
)


@en.rule("{nowadays}", {"It is [now] over.": "PRESENT_REF", "They [currently] own it.": "PRESENT_REF"})
def now(nowadays: None) -> Reach:
    return vague.NOW


@en.rule("{current}", {"The [current] owner is unknown.": "PRESENT_REF"})
def current(current: None) -> Reach:
    return vague.NOW


@en.rule("{recent_one}", {"A [recent] survey says so.": "PAST_REF"})
def recent_one(recent_one: None) -> Reach:
    return vague.RECENTLY


@en.rule(
    ("{in_future}", "the (near|short|medium|long|longer)+{in_future_term:in_future}"),
    {"It may change in [the future].": "FUTURE_REF"},
)
def in_future(in_future: Reach) -> Reach:
    return in_future


@en.rule("<will|would|may|might|could|can|ll|should|to> {one_day}", {"It will [one day] be over.": "FUTURE_REF"})
def one_day(one_day: None) -> Reach:
    return vague.FUTURE


@en.rule(
    ("<will|may|might|could|can|ll|should|to|must> {soon}", "{soon} <will>"),
    {"It may [soon] be over.": "FUTURE_REF", "It was soon over.": None},
)
def soon(soon: None) -> Reach:
    return vague.SOON


@en.rule("{lately_word}", {"It [recently] closed.": "PAST_REF"})
def recently(lately_word: None) -> Reach:
    return vague.RECENTLY


@en.rule("{formerly}", {"It belongs to [the past].": "PAST_REF"})
def formerly(formerly: Reach) -> Reach:
    return formerly


@en.rule("{often}", {"A [daily] flight was cut.": "P1D"})
def often(often: tuple[str, G]) -> Every:
    return Every(*often)


@en.rule(
    (
        "(every|each) {weekday}",
        "(every|each) {unit:weekday}",
        "(every|each) {season:weekday}",
        "(every|each) {month:weekday}",
    ),
    {"They meet [every Friday].": "XXXX-WXX-5", "It opens [every day].": "P1D"},
)
def every(weekday: Repeating | G) -> Every:
    if isinstance(weekday, Weekday):
        return Every(f"XXXX-WXX-{weekday.number}", quant="EVERY")
    if isinstance(weekday, Month):
        return Every(f"XXXX-{weekday.number:02d}", G.MONTH, quant="EVERY")
    if isinstance(weekday, G):
        return Every(Period(weekday, 1).value, weekday, quant="EVERY")
    return Every("P1Y", G.YEAR, quant="EVERY")


@en.rule("per {unit}", {"It makes ten [per day].": "P1D"})
def per_unit(unit: G) -> Every | None:
    return Every(Period(unit, 1).value, unit) if unit >= G.DAY else None


@en.rule(
    "<held|awarded|given|celebrated|observed|published|presented|paid|issued|reviewed|place|here|there> {annually}",
    {"The prize is awarded [annually].": "P1Y", "It grew by 8% annually.": None},
)
def each_year(annually: None) -> Every:
    return Every("P1Y", G.YEAR)


en.words("annually", {"annually": None})


@en.rule("<on> {working_days}", {"It opens on [weekdays].": "XXXX-WXX-WD"})
def each_working_day(working_days: None) -> Every:
    return Every("XXXX-WXX-WD")


en.words("working_days", {"weekdays|work days|working days": None})


@en.rule("{weekdays}", {"They train on [Mondays].": "XXXX-WXX-1"})
def each_weekday(weekdays: int) -> Every:
    return Every(f"XXXX-WXX-{weekdays}")


@en.rule(("every {length}", "every other {unit}"), {"It meets [every two weeks].": "P2W"})
def every_length(length: Period | None = None, unit: G | None = None) -> Every | None:
    if unit is not None:
        return Every(Period(unit, 2).value, unit, quant="EVERY")
    return None if length is None else Every(length.value, length.granularity, quant="EVERY")


_PARTS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
en.words("parts_of_days", _PARTS, hot=False)
en.words("weekends", {"weekends": None})


@en.rule("{weekday} {parts_of_days}", {"They train on [Monday nights].": "XXXX-WXX-1TNI"})
def weekday_parts(weekday: Weekday, parts_of_days: str) -> Every:
    return Every(f"XXXX-WXX-{weekday.number}T{parts_of_days}", G.DAYPART)


@en.rule("<on|at> {weekends}", {"They train on [weekends].": "XXXX-WXX-WE"})
def each_weekend(weekends: None) -> Every:
    return Every("XXXX-WXX-WE", G.WEEKEND)


en.words("often_word", {"once": 1, "twice": 2, "three times": 3, "four times": 4, "five times": 5}, hot=False)


@en.rule(
    ("{length} (a|per|each|every) {unit}",),
    {"It is open [24 hours a day].": "P1D", "She works [three days a week].": "P1W"},
)
def length_of_each(length: Period, unit: G) -> Every | None:
    """As much of every unit: TIMEX3 counts it in ``freq``."""
    return Every(Period(unit, 1).value, unit, freq=length.value.removeprefix("P")) if length.count else None


@en.rule(("{often_word} (a|each|every|per) {unit}",), {"He runs [twice a week].": "P1W"})
def times_a_unit(often_word: int, unit: G) -> Every:
    return Every(Period(unit, 1).value, unit, freq=f"{often_word}X")
