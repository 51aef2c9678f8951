"""docs/vague.md, written out from the code: `python tests/time/vague_words.py > docs/vague.md` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from vague_sentences import EXAMPLES

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
