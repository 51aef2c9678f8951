"""docs/vague.md, written out from the code: `python tests/time/vague_words.py > docs/vague.md` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from timeline.algebra import vague
from timeline.edtf import edtf
from timeline.languages import grammar
from timeline.mentions import Reference, tag
from timeline.model import When

READ_AS_OF = Reference(datetime(2024, 9, 20))
EXTENT = re.compile(r"\*\*(.*?)\*\*")
INTRODUCTION = """# What vague words mean

Nobody says how long "the coming weeks" last. Dateline gives such words bounds all the same, for a timeline has to put
them somewhere; it marks them as approximate, and never makes a day of them that nobody wrote. This page is the whole
policy. It is made from the code, and a test compares the two: the numbers are in `timeline/algebra/vague.py`, the words
in `timeline/languages/`. German words stand for the same bounds.
"""
UNITS = """
## How far an unstated count reaches

About one coarser unit from the day of publication. "In a few weeks" and "a few weeks ago" are one unit away at least.

| unit | "the coming …", "recent …": days | "in a few …", "a few … ago": not within days |
| --- | --- | --- |
"""
SENTENCES = """
## Examples

All as of Friday 20 September 2024. Both ends belong to it, `~` is approximate, `..` an end that nobody knows.

| words | TIMEX3 | EDTF |
| --- | --- | --- |
"""
WORDS = """
## The words

| stands for | English words |
| --- | --- |
"""
EXAMPLES = {
    "Words that point": """It is **now** over.
It may **soon** be over.
It **recently** closed.
It fell **the other day**.
It fell **the other week**.
He led them **last season**.
He will lead them **next season**.
It may change in **the near future**.
It may change in **the future**.
It belongs to **the past**.""",
    "Counts that nobody told": """It may come in **the coming days**.
It may come in **the coming weeks**.
It may come in **the coming months**.
It may come in **the coming years**.
It may come in **the next few weeks**.
It rose in **recent weeks**.
It rose in **the past few months**.
It will end in **a few days**.
It will end in **several months**.
It closed **a few days ago**.
It closed **years ago**.
It lasted **dozens of years**.""",
    "Counts that are told: of longer units ahead, give or take half a unit": """It will end in **three days**.
It will end in **three weeks**.
It must end **within** **48 hours**.
It fell over **the past two months**.
It closed **three weeks ago**.""",
    "Hedges: about so far away is approximate, about so long has a modifier": """It closed **about three weeks ago**.
It closed **nearly two years ago**.
It lasted **nearly a month**.
It lasted **more than a decade**.
It lasted **at least two days**.
It lasted **up to three weeks**.""",
    "Thirds: of a year in months, of a decade in years, of a century in decades": """It opened in **early 2025**.
It opened in **mid-2025**.
It opened in **late 2025**.
It opened at **the end of 2025**.
It opened in **mid-May 2025**.
It opened in **the late 1990s**.
It opened in **the early 18th century**.
It opened **early last week**.""",
    "Earlier and later than today": """**Earlier this week** it rained.
**Later this month** they vote.
**Earlier this year** it rained.""",
    "Seasons: of the north; a winter has the year of its December": """It opened in **the spring of 2024**.
It opened in **the summer of 2024**.
It opened in **the autumn of 2024**.
It opened in **the winter of 2024**.""",
    "Parts of days and weeks: a night belongs to the day on which it begins": """It opened **last weekend**.
It opened on **Tuesday morning**.
It opened on **Tuesday night**.
It opened in **the early hours of Tuesday**.
It rained **last night**.
It will rain **tonight**.""",
}  # fmt: skip
TABLES = (
    "nowadays",
    "current",
    "soon",
    "lately_word",
    "recent_one",
    "formerly",
    "season_of_sport",
    "in_future",
    "one_day",
    "unstated",
)
MODIFIERS = ("third", "sooner", "hedge")
HOURS = ("part", "hour_of_light")


def page() -> str:
    return "".join([INTRODUCTION, UNITS, *_units(), SENTENCES, *_sentences(), WORDS, *_words(), "\n", _hours()])


def _units() -> Iterator[str]:
    for unit, days in vague.REACH.items():
        yield f"| {unit.word} | {days} | {vague.ONE.get(unit, 0)} |\n"


def _sentences() -> Iterator[str]:
    for kind, sentences in EXAMPLES.items():
        yield f"| *{kind}* | | |\n"
        for sentence in sentences.splitlines():
            when = read(sentence)
            value = f"{when.timex.value} {when.timex.mod or ''}".strip()
            yield f"| {sentence} | `{value}` | {f'`{edtf(when)}`' if when.interval else 'a length'} |\n"


def read(sentence: str) -> When:
    """The time of the last words in bold."""
    *_, bold = EXTENT.finditer(sentence)
    (found,) = (one.when for one in tag(EXTENT.sub(r"\1", sentence), READ_AS_OF) if one.when.text == bold[1])
    return found


def _words() -> Iterator[str]:
    tables = grammar("en").tables
    for name in TABLES:
        yield f"| {_POINTS[name]} | {', '.join(tables[name])} |\n"
    for name in MODIFIERS:
        for mod in dict.fromkeys(tables[name].values()):
            words = ", ".join(word for word, stands in tables[name].items() if stands == mod)
            yield f"| {_MODS[str(mod)]} | {words} |\n"


_POINTS = {
    "nowadays": "the day of publication",
    "current": "the day of publication",
    "soon": f"up to {vague.SOON.end} days from the day of publication on",
    "lately_word": f"up to {-(vague.RECENTLY.start or 0)} days back",
    "recent_one": f"up to {-(vague.RECENTLY.start or 0)} days back",
    "formerly": "the past, two weeks of it or six",
    "season_of_sport": "up to two years back, or from the day of publication on",
    "in_future": "the future, a year of it or all",
    "one_day": "the future",
    "unstated": "a count that nobody told",
}
_MODS = {
    "START": "the first third (`START`), or up to today",
    "MID": "the middle third (`MID`)",
    "END": "the last third (`END`), or from today on",
    "APPROX": "about (`APPROX`)",
    "MORE_THAN": "more (`MORE_THAN`)",
    "LESS_THAN": "less (`LESS_THAN`)",
    "EQUAL_OR_MORE": "as much or more (`EQUAL_OR_MORE`)",
    "EQUAL_OR_LESS": "as much or less (`EQUAL_OR_LESS`)",
}


def _hours() -> str:
    rows = ["## Hours of the day\n\n| words | from | to |\n| --- | --- | --- |\n"]
    tables = grammar("en").tables
    for part in dict.fromkeys(part for name in HOURS for part in tables[name].values()):
        words = ", ".join(word for name in HOURS for word, stands in tables[name].items() if stands == part)
        rows.append(f"| {words} | {part.first:02d}:00 | {part.last:02d}:00 |\n")  # type: ignore[attr-defined]
    return "".join(rows)


if __name__ == "__main__":
    print(page(), end="")
