"""How reading time grows with the length of one text, from 1 KB to 1 MB, for texts that are bad for some readers."""

from __future__ import annotations

from collections.abc import Iterator

from measure import texts
from measure.children import child, module
from measure.figures import Part, exponent
from measure.places import Unmeasured
from measure.tables import ABSENT, Table, number

LENGTHS = (1_000, 4_000, 16_000, 64_000, 250_000, 1_000_000)
LIMIT = 2.0
"""Seconds for the longest text."""
_LONGEST_ANSWER = 10.0
UNITS = {
    "may may may 1 1 1": "may may may 1 1 1 ",
    "digits": "1234567890",
    "Monday and": "Monday and ",
    "two days after": "two days after ",
    "from 4 to": "from 4 to ",
    "12/11/10-": "12/11/10-",
    "1.1.1.": "1.1.1.",
    "10:30 a.m.": "10:30 a.m. ",
    "the last of the first": "the last of the first ",
    "dots": ". . .",
    "capitals": "MAY",
    "spaces": " ",
    "line ends": "\n",
    "turned letters": "\u202eMay\u202c ",
    "now": "now ",
    "years": "in 1943 and 1944, ",
    "a story": "In March 1943 the army crossed the river, and two days later it took the town. ",
    "prose in one line": "",
}


def sample(name: str, length: int) -> str:
    """A text of ``length`` characters that repeats the unit; an empty unit stands for the seeds' prose."""
    unit = UNITS[name] or " ".join(" ".join(one["text"].split()) for one in texts.seeds()) + " "
    return (unit * (length // len(unit) + 1))[:length]


def measured() -> Part:
    grown = {name: list(_seconds(name)) for name in UNITS}
    return Part("growth", table(grown), {"limit": LIMIT, "lengths": LENGTHS, "seconds": grown})


def _seconds(name: str) -> Iterator[float]:
    """Seconds for each of the lengths, as far as they are reached in time."""
    try:
        with child(module("measure.parts.growth_child"), _LONGEST_ANSWER) as running:
            for length in LENGTHS:
                yield running.answer(f"{length} {name}")["seconds"]
    except Unmeasured:
        return


def table(grown: dict[str, list[float]]) -> Table:
    head = ("one text of 1 MB", "seconds", "of the limit", "MB/s", "exponent")
    title = f"Length: one text from 1 KB to 1 MB, at most {LIMIT:g} s for the longest; an exponent of 1 is linear"
    return Table(title, head, [_row(name, seconds) for name, seconds in grown.items()])


def _row(name: str, seconds: list[float]) -> tuple[str, ...]:
    if len(seconds) < len(LENGTHS):
        reached = f"over {_LONGEST_ANSWER:g} at {LENGTHS[len(seconds)] // 1000:,} KB"
        return name, reached, ABSENT, ABSENT, number(_exponent(seconds), 2)
    last = seconds[-1]
    speed = LENGTHS[-1] / 1e6 / last
    return name, number(last, 3), f"{100 * last / LIMIT:.0f} %", number(speed, 1), number(_exponent(seconds), 2)


def _exponent(seconds: list[float]) -> float | None:
    return exponent(LENGTHS[: len(seconds)], seconds) if len(seconds) > 1 else None
