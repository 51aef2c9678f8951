"""The chronology page beside TimelineJS3 and vis-timeline: the same events, in headless Chromium."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path

from measure.charts import installing, serving
from measure.charts.browsing import Subject, limit
from measure.charts.browsing import measured as browsed
from measure.charts.rows import FIGURES, Row
from measure.charts.subjects import DATELINE, LIBRARIES
from measure.figures import Part
from measure.places import Document, Unmeasured
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import ABSENT, Table, number

FEW, MANY = 100, 10_000
ROUNDS = 5
RESTING = ("first event", "elements", "memory")
"""What is measured of the page with few events."""
_HEAVIER, _WEIGHT = 1.5, 60.0


def measured() -> Part:
    """Dateline in rounds, and a library's page between two of them."""
    own = {size: Row(DATELINE.name, size, _weight(serving.assets())) for size in (FEW, MANY)}
    others: list[Row] = []
    with ExitStack() as stack:
        pages = {size: stack.enter_context(serving.served(size)) for size in own}
        between = [(subject, size) for subject in LIBRARIES for size in pages]
        for _, other in zip_longest(range(ROUNDS), between):
            for size, page in pages.items():
                page.changed()
                own[size].runs.append(_run(DATELINE, size, page.address))
            if other is not None:
                subject, size = other
                others.append(_library(subject, size, pages[size].events))
    rows = [*own.values(), *others]
    return Part("page", table(rows), {"pages": [row.document() for row in rows]}, ratios(own[FEW], own[MANY]))


def _run(subject: Subject, size: int, address: str) -> Document:
    return browsed(subject, address, FIGURES if size == MANY else RESTING)


def _library(subject: Subject, size: int, events: list[Document]) -> Row:
    """Once."""
    row = Row(subject.name, size)
    try:
        with installing.laid_out(LIBRARIES[subject], events) as (address, assets):
            row.weight = _weight(assets)
            row.runs.append(_run(subject, size, address))
    except Unmeasured as failure:
        row.missing = str(failure)
    return row


def _weight(assets: Iterable[Path]) -> float:
    return sum(len(gzip.compress(file.read_bytes())) for file in assets) / 1000


def ratios(few: Row, many: Row) -> tuple[Ratio, ...]:
    """A figure that is missing has none."""
    found = [
        Ratio("page", f"{name}, {MANY:,} events", f"{each.wanted:g}", spread.to(each.wanted), 1.0, each.below)
        for name, each in FIGURES.items()
        if each.wanted and (spread := many.spread(name))
    ]
    if few.spread("memory") and many.spread("memory"):
        memory = Spread.over(*([run["memory"] for run in row.runs] for row in (many, few)))
        found.append(Ratio("page", f"memory, {MANY:,} events", f"that with {FEW}", memory, _HEAVIER, below=True))
    weight = Spread.of([many.weight]).to(_WEIGHT)
    return (*found, Ratio("page", "scripts and styles", f"{_WEIGHT:g} kB gzipped", weight, 1.0, below=True))


def table(rows: list[Row]) -> Table:
    head = ("page", "events", *(each.head for each in FIGURES.values()), "kB gzipped")
    wanted = [number(each.wanted, each.digits) for each in FIGURES.values()]
    limits = ("wanted of Dateline", f"{MANY:,}", *wanted, number(_WEIGHT, 0))
    notes = (
        f"Dateline is measured {ROUNDS} times, each time after a change to its topic: median (lowest to highest).",
        "The others are measured once: what takes longer than told here is not waited for, nor what comes after it.",
        f"Memory wanted: {_HEAVIER} times that of the page of {FEW}.",
    )
    return Table("Pages of many events in headless Chromium", head, [*map(_cells, rows), limits], notes)


def _cells(row: Row) -> tuple[str, ...]:
    told = (row.name, f"{row.events:,}")
    if row.missing:
        return (*told, row.missing, *[ABSENT] * len(FIGURES))
    return (*told, *(_cell(row, name) for name in FIGURES), number(row.weight, 0))


def _cell(row: Row, name: str) -> str:
    spread, digits = row.spread(name), FIGURES[name].digits
    if spread is None:
        return f"over {limit(name):g} s" if any(name in run["late"] for run in row.runs) else ABSENT
    middle, low, high = spread.cells(digits)
    return middle if len(row.runs) == 1 else f"{middle} ({low}–{high})"
