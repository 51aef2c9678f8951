"""Made-up articles of some 3 KB and eight events, as news have: their words, and names that nobody has."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from measure.places import Document

TOPICS = 100
LENGTH = 3_000
_SYLLABLES = [
    "al",
    "be",
    "cor",
    "dun",
    "el",
    "far",
    "gra",
    "hol",
    "in",
    "ker",
    "lan",
    "mor",
    "nor",
    "os",
    "pel",
    "quin",
    "ras",
    "sol",
    "tar",
    "und",
    "ver",
    "wes",
    "yar",
    "zan",
]
_WHO = (
    "The {} council",
    "The {} harbour board",
    "{}'s director",
    "The {} rail company",
    "Teachers in {}",
    "A {} court",
)
_DID = (
    "approved", "closed", "opened", "sold", "inspected", "rebuilt", "criticised", "repaired", "suspended", "extended",
)  # fmt: skip
_WHAT = (
    "the old bridge", "a ferry line", "its budget", "two schools", "the market hall", "a wind farm", "the night train",
    "its water works", "the stadium", "a housing plan",
)  # fmt: skip
_DATED = (
    "on Monday", "last week", "on {day} {month} {year}", "in {month} {year}", "yesterday", "two days ago", "in {year}",
    "earlier this month", "last Tuesday", "at {hour} p.m. on {day} {month}", "in the spring of {year}",
    "three years ago",
)  # fmt: skip
_PLANNED = (
    "next month", "in the coming weeks", "on {day} {month} {next}", "by the end of the year", "on Friday",
    "next spring",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PLAIN = (
    "{who} {did} {what} after a long dispute with {name}.",
    '"Nobody expected this," said {name}, who speaks for the owners.',
    "People in {place} have waited for {what} since the first plans were shown.",
    "The cost, {cost} million, is shared with {place}.",
    "{name} declined to comment on {what}.",
)


def articles(seed: int = 7) -> Iterator[Document]:
    """Submissions without end, the same ones for the same seed."""
    chance = random.Random(seed)
    return (_article(chance, number) for number in count())


def _article(chance: random.Random, number: int) -> Document:
    published = datetime(2015, 1, 1, 7, tzinfo=UTC) + timedelta(hours=7 * number % 80_000)
    sentences: list[str] = []
    while sum(map(len, sentences)) < LENGTH:
        sentences.append(_sentence(chance, published))
    paragraphs = (" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))
    return {
        "title": _plain(chance, "{who} {did} {what} near {place}"),
        "text": "\n\n".join(paragraphs),
        "published": published.isoformat(),
        "publisher": _name(chance),
        "url": f"https://example.org/{made_up(chance)}/{number}",
        "topics": [f"Matter {chance.randrange(TOPICS)}"],
    }


def _sentence(chance: random.Random, published: datetime) -> str:
    kind = chance.random()
    if kind < 0.12:
        return _plain(chance, "{who} {did} {what} ") + _time(chance, _DATED, published) + "."
    if kind < 0.155:
        return _plain(chance, "{who} will decide about {what} ") + _time(chance, _PLANNED, published) + "."
    return _plain(chance, chance.choice(_PLAIN))


def _time(chance: random.Random, kinds: tuple[str, ...], published: datetime) -> str:
    return chance.choice(kinds).format(
        day=chance.randrange(1, 29),
        month=chance.choice(_MONTHS),
        year=published.year - chance.randrange(1, 12),
        next=published.year + 1,
        hour=chance.randrange(1, 12),
    )


def _plain(chance: random.Random, pattern: str) -> str:
    return pattern.format(
        who=chance.choice(_WHO).format(_name(chance)),
        did=chance.choice(_DID),
        what=chance.choice(_WHAT),
        name=f"{_name(chance)} {_name(chance)}",
        place=_name(chance),
        cost=chance.randrange(2, 900),
    )


def _name(chance: random.Random) -> str:
    return made_up(chance).title()


def made_up(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 4)))
