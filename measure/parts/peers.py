"""Dateline beside other readers of time: documents a second and accuracy, on one core, one process each, in turn."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import texts
from measure.figures import Part
from measure.peers.races import Race, Rates, races
from measure.places import Document
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import ABSENT, Table, number

HEAD = ("reader", "version")
SPEED = ("first reading", "spread", "Dateline is", "warmed up", "spread", "Dateline is", "wanted")
ACCURACY = ("value F1", "strict F1", "relaxed F1")
NOTES = (
    "Documents a second of CPU time: median, and from lowest to highest in per cent of it. "
    "The first reading is that of a process just started,",
    "in which a compiler at run time has still to work; warmed up, the same process reads the same texts again.",
)


def measured() -> Part:
    with TemporaryDirectory() as folder:
        run = races(texts.texts(), texts.annotated() is not None, Path(folder))
    return Part("peers", table(run, texts.name()), {race.reader.name: _json(race) for race in run}, ratios(run))


def ratios(run: list[Race]) -> tuple[Ratio, ...]:
    """The first race is Dateline's. A reader that is missing has none."""
    own, *others = run
    return tuple(
        Ratio(
            "peers",
            f"documents a second, {name}",
            race.reader.name,
            Spread.over(mine.cpu, theirs.cpu),
            race.reader.wanted,
        )
        for race in others
        if race.reader.wanted and not race.missing
        for name, mine, theirs in (("first reading", own.first, race.first), ("warmed up", own.warm, race.warm))
    )


def table(run: list[Race], name: str) -> Table:
    """The first race is Dateline's."""
    rounds = min((len(race.warm.cpu) for race in run if not race.missing), default=0)
    title = f"Reading {name}: one core, one process each, in turn, {rounds} rounds"
    return Table(title, HEAD + SPEED + ACCURACY, [_row(race, run[0]) for race in run], NOTES)


def _row(race: Race, own: Race) -> tuple[str, ...]:
    if race.missing:
        return (race.reader.name, race.missing, *[ABSENT] * len(SPEED + ACCURACY))
    wanted = f"{race.reader.wanted:g} ×" if race.reader.wanted else ABSENT
    speed = (*_speed(race.first, own.first), *_speed(race.warm, own.warm), wanted)
    accuracy = (race.scores.value, race.scores.strict, race.scores.relaxed) if race.scores else (None,) * 3
    return (race.reader.name, race.version, *speed, *map(number, accuracy))


def _speed(rates: Rates, own: Rates) -> tuple[str, str, str]:
    rate = Spread.of(rates.cpu)
    times = f"{Spread.of(own.cpu).median / rate.median:.2f} ×" if own.cpu else ABSENT
    return number(rate.median, 0), f"{rate.percent:.0f} %", times


def _json(race: Race) -> Document:
    record = asdict(race)
    return {name: record[name] for name in ("version", "missing", "first", "warm", "scores")}
